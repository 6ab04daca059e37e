/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which changes can be read: the others are left out, said in the log and hold nothing up. */

#include "desk/signet-incoming.h"

#include <string.h>

#include "api/signet-json.h"

typedef struct
{
  const char *name;
  const char *kind;
  const char *resource;
  gboolean usable;
} Case;

static const Case cases[] = {
  { "party", "party", "{\"id\":\"pty_1\",\"status\":\"certified\"}", TRUE },
  { "party-without-id", "party", "{\"status\":\"certified\"}", FALSE },
  { "right-with-empty-id", "right", "{\"id\":\"\",\"status\":\"certified\"}", FALSE },
  { "complaint-with-a-number-for-id", "complaint", "{\"id\":7,\"status\":\"submitted\"}", FALSE },
  { "item-without-complaint", "item", "{\"id\":\"itm_1\",\"status\":\"upheld\",\"position\":0}", FALSE },
  { "right-that-is-no-object", "right", "7", FALSE },
  { "unknown-kind-without-id", "parcel", "{}", TRUE },
};

static void
test_changes (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *text = g_strdup_printf (
      "{\"changes\":[{\"cursor\":\"1\",\"at\":\"2026-11-21T08:00:00Z\",\"kind\":\"%s\",\"id\":\"x\","
      "\"resource\":%s},{\"cursor\":\"2\",\"at\":\"2026-11-21T08:00:01Z\",\"kind\":\"account\",\"id\":\"y\","
      "\"resource\":{\"id\":\"y\"}}],\"cursor\":\"2\"}",
      one->kind, one->resource);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = signet_json_parse (bytes, &error);
  g_autoptr (SignetIncoming) incoming = NULL;

  g_assert_no_error (error);
  incoming = signet_incoming_new_changes ("account", 1, root, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (signet_incoming_get_n_unreadable (incoming), ==, one->usable ? 0 : 1);
  /* the one after it is there in any case */
  g_assert_cmpuint (signet_incoming_get_account_resources (incoming)->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK); /* what is left out is warned of */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/incoming/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_changes);
    }
  return g_test_run ();
}
