/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which changes are refused as a whole, and which only ignored. */

#include "desk/signet-incoming.h"

#include <string.h>

#include "api/signet-api-error.h"
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
  { "unknown-kind-without-id", "parcel", "{}", TRUE },
};

static void
test_changes (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *text = g_strdup_printf (
      "{\"changes\":[{\"cursor\":\"1\",\"at\":\"2026-11-21T08:00:00Z\",\"kind\":\"%s\",\"id\":\"x\","
      "\"resource\":%s}],\"cursor\":\"1\"}",
      one->kind, one->resource);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = signet_json_parse (bytes, &error);
  g_autoptr (SignetIncoming) incoming = NULL;

  g_assert_no_error (error);
  incoming = signet_incoming_new_changes ("account", 1, root, &error);
  if (one->usable)
    {
      g_assert_no_error (error);
      g_assert_nonnull (incoming);
    }
  else
    {
      g_assert_null (incoming);
      g_assert_true (error != NULL && error->domain == SIGNET_API_ERROR);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/incoming/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_changes);
    }
  return g_test_run ();
}
