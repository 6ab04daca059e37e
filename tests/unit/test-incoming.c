/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which changes can be read: the others are left out, said in the log and hold nothing up. What came in the
 * wrong order, because an answer was lost, ends as it stands with the platform. */

#include "desk/signet-incoming.h"

#include <string.h>

#include "api/signet-json.h"
#include "model/signet-words.h"
#include "store-fixture.h"

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

/* A party of "acc" on its way to the platform for the first time, or corrected there. */

static gboolean
add_party (SignetTables *tables, gpointer data, GError **error)
{
  SignetOutboxRecord *outbox = data;
  SignetCertificationRecord certification = {
    .account = (char *) "acc",
    .kind = (char *) SIGNET_KIND_PARTY,
    .subject = (char *) "p",
    .remote_id = (char *) (outbox->base != NULL ? "pty_1" : ""),
    .status = (char *) (outbox->base != NULL ? SIGNET_STATUS_NEEDS_CORRECTION : SIGNET_STATUS_QUEUED),
    .updated_at = (char *) (outbox->base != NULL ? "2026-11-21T08:00:00Z" : ""),
    .body = outbox->base,
  };
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  return store_fixture_add_account (tables, NULL, error) &&
         signet_certifications_save (tables, &certification, error) &&
         signet_outbox_add (tables, outbox, files, error);
}

static SignetOutboxRecord *
create_outbox (const char *method, const char *base)
{
  SignetOutboxRecord *outbox = signet_outbox_record_new ();

  outbox->id = g_strdup ("o");
  outbox->account = g_strdup ("acc");
  outbox->kind = g_strdup (SIGNET_KIND_PARTY);
  outbox->subject = g_strdup ("p");
  outbox->method = g_strdup (method);
  outbox->path = g_strdup ("/v1/parties");
  outbox->idempotency_key = g_strdup ("k");
  outbox->body = g_bytes_new_static ("{}", 2);
  outbox->base = base != NULL ? g_bytes_new_static (base, strlen (base)) : NULL;
  return outbox;
}

static gboolean
send_write (SignetTables *tables, gpointer data, GError **error)
{
  return signet_outbox_mark_sending (tables, data, error);
}

static gboolean
lose_answer_write (SignetTables *tables, gpointer data, GError **error)
{
  return signet_outbox_mark_sending (tables, data, error) &&
         signet_outbox_retry_later (tables, data, "busy", 1, error);
}

#define STANDS(status, at)                                                                 \
  "{\"id\":\"pty_1\",\"status\":\"" status "\",\"findings\":[],\"created_at\":\"" at "\"," \
  "\"updated_at\":\"" at "\"}"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JsonNode *root = signet_json_parse (bytes, &error);

  g_assert_no_error (error);
  return root;
}

/* @expected: whether it is stored, or left for later */
static void
hear_changes (StoreFixture *fixture, const char *resource, gboolean expected)
{
  g_autofree char *text = g_strdup_printf (
      "{\"changes\":[{\"cursor\":\"7\",\"at\":\"2026-11-21T08:00:00Z\",\"kind\":\"party\",\"id\":\"pty_1\","
      "\"resource\":%s}],\"cursor\":\"7\"}",
      resource);
  g_autoptr (JsonNode) root = parse (text);
  g_autoptr (GError) error = NULL;
  SignetIncoming *incoming = signet_incoming_new_changes ("acc", 1, root, &error);
  gboolean written;

  g_assert_no_error (error);
  written = signet_store_write (fixture->store, signet_incoming_write, incoming, &error);
  g_assert_cmpint (written, ==, expected);
  if (!expected)
    g_assert_error (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CONFLICT);
  signet_incoming_free (incoming);
}

static void
hear_answer (StoreFixture *fixture, const SignetOutboxRecord *outbox, const char *resource)
{
  g_autoptr (JsonNode) root = parse (resource);
  g_autoptr (GError) error = NULL;
  SignetIncoming *incoming = signet_incoming_new_answer (outbox, root, "\"1\"", &error);

  g_assert_no_error (error);
  store_fixture_write (fixture, signet_incoming_write, incoming);
  signet_incoming_free (incoming);
}

static void
expect_status (StoreFixture *fixture, const char *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetCertificationRecord)
      stored = signet_certifications_find (signet_store_get_tables (fixture->store), "acc", "p", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (stored->status, ==, status);
}

/* The answer to a correction that comes when asked for once more is as old as the correction, and tells
 * nothing of what the platform did in the rest of that second. */
static void
test_late_answer (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetOutboxRecord) outbox = create_outbox ("PATCH", "{\"id\":\"pty_1\"}");

  store_fixture_write (fixture, add_party, outbox);
  hear_changes (fixture, STANDS ("approved", "2026-11-21T08:00:00Z"), TRUE);
  hear_answer (fixture, outbox, STANDS ("in_review", "2026-11-21T08:00:00Z"));
  expect_status (fixture, SIGNET_STATUS_APPROVED);
}

/* The one that comes in time does count, however fast the person was. */
static void
test_quick_answer (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetOutboxRecord) outbox = create_outbox ("PATCH", "{\"id\":\"pty_1\"}");

  store_fixture_write (fixture, add_party, outbox);
  hear_answer (fixture, outbox, STANDS ("in_review", "2026-11-21T08:00:00Z"));
  expect_status (fixture, SIGNET_STATUS_IN_REVIEW);
}

/* While nobody here knows what the platform calls what it was sent, a change of something unknown may be of
 * that: it is heard again after the answer. */
static void
test_change_before_answer (StoreFixture *fixture, gconstpointer data)
{
  const gboolean lost = GPOINTER_TO_INT (data);
  g_autoptr (SignetOutboxRecord) outbox = create_outbox ("POST", NULL);
  g_autoptr (SignetAccountRecord) account = NULL;

  store_fixture_write (fixture, add_party, outbox);
  store_fixture_write (fixture, lost ? lose_answer_write : send_write, outbox->id);
  hear_changes (fixture, STANDS ("approved", "2026-11-21T08:00:05Z"), FALSE);
  account = signet_accounts_find (signet_store_get_tables (fixture->store), "acc", NULL);
  g_assert_cmpstr (account->cursor, ==, "");
  hear_answer (fixture, outbox, STANDS ("submitted", "2026-11-21T08:00:00Z"));
  expect_status (fixture, SIGNET_STATUS_SUBMITTED);
  hear_changes (fixture, STANDS ("approved", "2026-11-21T08:00:05Z"), TRUE);
  expect_status (fixture, SIGNET_STATUS_APPROVED);
}

/* What was never sent can't be it. */
static void
test_change_of_others (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetOutboxRecord) outbox = create_outbox ("POST", NULL);

  store_fixture_write (fixture, add_party, outbox);
  hear_changes (fixture, STANDS ("approved", "2026-11-21T08:00:05Z"), TRUE);
  expect_status (fixture, SIGNET_STATUS_QUEUED);
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
  g_test_add ("/incoming/late-answer", StoreFixture, NULL, store_fixture_set_up, test_late_answer,
              store_fixture_tear_down);
  g_test_add ("/incoming/quick-answer", StoreFixture, NULL, store_fixture_set_up, test_quick_answer,
              store_fixture_tear_down);
  g_test_add ("/incoming/change-while-sending", StoreFixture, NULL, store_fixture_set_up,
              test_change_before_answer, store_fixture_tear_down);
  g_test_add ("/incoming/change-after-lost-answer", StoreFixture, GINT_TO_POINTER (TRUE),
              store_fixture_set_up, test_change_before_answer, store_fixture_tear_down);
  g_test_add ("/incoming/change-of-others", StoreFixture, NULL, store_fixture_set_up, test_change_of_others,
              store_fixture_tear_down);
  return g_test_run ();
}
