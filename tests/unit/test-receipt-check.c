/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A receipt is believed only if its signature and every one of its claims agree with what was frozen. */

#include "api/signet-jws.h"
#include "desk/signet-receipt-check.h"
#include "model/signet-words.h"
#include "proof/signet-signing-key.h"
#include "store-fixture.h"

#define ISSUER "platform-1"
#define FILE_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define FILE_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

typedef struct
{
  SignetSigningKey *key;
  gboolean known;
} Platform;

static gboolean
prepare_write (SignetTables *tables, gpointer data, GError **error)
{
  Platform *platform = data;
  g_autoptr (SignetAccountRecord) account = signet_account_record_new ();
  g_autoptr (SignetComplaintRecord) complaint = signet_complaint_record_new ();
  g_autoptr (SignetOutboxRecord) outbox = signet_outbox_record_new ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) signet_outbox_file_free);
  const char *digests[] = { FILE_A, FILE_B, FILE_A };

  account->id = g_strdup ("account");
  account->platform_id = g_strdup (ISSUER);
  complaint->id = g_strdup ("complaint");
  complaint->account = g_strdup ("account");
  complaint->items_total = 3;
  outbox->id = g_strdup ("outbox");
  outbox->account = g_strdup ("account");
  outbox->kind = g_strdup (SIGNET_KIND_COMPLAINT);
  outbox->subject = g_strdup ("complaint");
  outbox->method = g_strdup ("POST");
  outbox->path = g_strdup ("/v1/complaints");
  outbox->body = g_bytes_new_static ("{}", 2);
  outbox->idempotency_key = g_strdup ("key-1");
  for (guint i = 0; i < G_N_ELEMENTS (digests); i++)
    {
      SignetOutboxFile *file = signet_outbox_file_new ();

      file->slot = g_strdup (SIGNET_SLOT_EVIDENCE);
      file->sha256 = g_strdup (digests[i]);
      file->bytes = 7;
      g_ptr_array_add (files, file);
    }
  if (platform->known)
    {
      g_autoptr (SignetKeyRecord) key = signet_key_record_new ();
      SignetPublicKey *public_key = signet_signing_key_get_public_key (platform->key);

      key->issuer = g_strdup (ISSUER);
      key->kid = g_strdup ("kid-1");
      key->x = g_strdup (signet_public_key_get_x (public_key));
      key->y = g_strdup (signet_public_key_get_y (public_key));
      key->first_seen = 42;
      if (!signet_keys_add (tables, key, error))
        return FALSE;
    }
  return signet_accounts_save (tables, account, error) && signet_complaints_save (tables, complaint, error) &&
         signet_outbox_add (tables, outbox, files, error);
}

static char *
sign (SignetSigningKey *key, const char *payload)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (payload, strlen (payload));
  g_autoptr (GBytes) input = signet_jws_make_signing_input ("kid-1", bytes);
  g_autoptr (GBytes) signature = signet_signing_key_sign (key, input, &error);

  g_assert_no_error (error);
  return signet_jws_join (input, signature);
}

/* SHA-256 of "{}", from coreutils. */
#define DIGEST "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
#define GOOD_FILES                                                                                   \
  "[{\"id\":\"fil_1\",\"sha256\":\"" FILE_A "\",\"bytes\":7},{\"id\":\"fil_2\",\"sha256\":\"" FILE_B \
  "\",\"bytes\":7}]"

static char *
payload (const char *kind,
         const char *resource,
         const char *key,
         const char *digest,
         const char *files,
         int items)
{
  return g_strdup_printf ("{\"receipt\":\"rcp_1\",\"kind\":\"%s\",\"resource\":\"%s\","
                          "\"received_at\":\"2026-11-21T08:00:00Z\",\"idempotency_key\":\"%s\","
                          "\"request_digest\":\"%s\",\"files\":%s,\"items\":%d}",
                          kind, resource, key, digest, files, items);
}

static void
check (SignetStore *store, const char *jws, const char *verdict, const char *problem)
{
  g_autoptr (GError) error = NULL;
  SignetTables *tables = signet_store_get_tables (store);
  g_autoptr (SignetOutboxRecord) outbox = signet_outbox_find (tables, "outbox", &error);
  g_autoptr (SignetReceiptRecord) receipt = NULL;

  g_assert_no_error (error);
  receipt = signet_receipt_check (tables, outbox, ISSUER, jws, "cmp_1");
  g_assert_cmpstr (receipt->verdict, ==, verdict);
  g_assert_cmpstr (receipt->problem, ==, problem);
  g_assert_cmpstr (receipt->jws, ==, jws);
}

static void
set_up (StoreFixture *fixture, Platform *platform, gboolean known)
{
  g_autoptr (GError) error = NULL;

  platform->known = known;
  platform->key = signet_signing_key_generate (&error);
  g_assert_no_error (error);
  signet_store_write (fixture->store, prepare_write, platform, &error);
  g_assert_no_error (error);
}

static void
test_verified (StoreFixture *fixture, gconstpointer data)
{
  Platform platform;
  g_autofree char *text = payload ("complaint", "cmp_1", "key-1", DIGEST, GOOD_FILES, 3);
  g_autofree char *jws = NULL;

  set_up (fixture, &platform, TRUE);
  jws = sign (platform.key, text);
  check (fixture->store, jws, SIGNET_VERDICT_VERIFIED, "");
  g_object_unref (platform.key);
}

static void
test_claims (StoreFixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *kind, *resource, *key, *digest, *files;
    int items;
    const char *problem;
  } cases[] = {
    { "right", "cmp_1", "key-1", DIGEST, GOOD_FILES, 3, SIGNET_RECEIPT_PROBLEM_SUBJECT },
    { "complaint", "cmp_2", "key-1", DIGEST, GOOD_FILES, 3, SIGNET_RECEIPT_PROBLEM_SUBJECT },
    { "complaint", "cmp_1", "key-2", DIGEST, GOOD_FILES, 3, SIGNET_RECEIPT_PROBLEM_REQUEST },
    { "complaint", "cmp_1", "key-1", FILE_A, GOOD_FILES, 3, SIGNET_RECEIPT_PROBLEM_REQUEST },
    { "complaint", "cmp_1", "key-1", DIGEST, GOOD_FILES, 2, SIGNET_RECEIPT_PROBLEM_ITEMS },
    { "complaint", "cmp_1", "key-1", DIGEST, "[]", 3, SIGNET_RECEIPT_PROBLEM_FILES },
    { "complaint", "cmp_1", "key-1", DIGEST, "[{\"id\":\"f\",\"sha256\":\"" FILE_A "\",\"bytes\":7}]", 3,
      SIGNET_RECEIPT_PROBLEM_FILES },
    { "complaint", "cmp_1", "key-1", DIGEST,
      "[{\"id\":\"f\",\"sha256\":\"" FILE_A "\",\"bytes\":8},{\"id\":\"g\",\"sha256\":\"" FILE_B
      "\",\"bytes\":7}]",
      3, SIGNET_RECEIPT_PROBLEM_FILES },
  };
  Platform platform;

  set_up (fixture, &platform, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = payload (cases[i].kind, cases[i].resource, cases[i].key, cases[i].digest,
                                       cases[i].files, cases[i].items);
      g_autofree char *jws = sign (platform.key, text);

      check (fixture->store, jws, SIGNET_VERDICT_WRONG, cases[i].problem);
    }
  g_object_unref (platform.key);
}

static void
test_signature (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetSigningKey) other = signet_signing_key_generate (&error);
  g_autofree char *text = payload ("complaint", "cmp_1", "key-1", DIGEST, GOOD_FILES, 3);
  g_autofree char *forged = NULL;
  Platform platform;

  g_assert_no_error (error);
  set_up (fixture, &platform, TRUE);
  forged = sign (other, text);
  check (fixture->store, forged, SIGNET_VERDICT_WRONG, SIGNET_RECEIPT_PROBLEM_SIGNATURE);
  check (fixture->store, "no.receipt.atall", SIGNET_VERDICT_WRONG, SIGNET_RECEIPT_PROBLEM_MALFORMED);
  check (fixture->store, "", SIGNET_VERDICT_WRONG, SIGNET_RECEIPT_PROBLEM_MALFORMED);
  g_object_unref (platform.key);
}

static gboolean
learn_write (SignetTables *tables, gpointer data, GError **error)
{
  Platform *platform = data;
  SignetPublicKey *public_key = signet_signing_key_get_public_key (platform->key);
  g_autoptr (SignetKeyRecord) key = signet_key_record_new ();

  key->issuer = g_strdup (ISSUER);
  key->kid = g_strdup ("kid-1");
  key->x = g_strdup (signet_public_key_get_x (public_key));
  key->y = g_strdup (signet_public_key_get_y (public_key));
  key->first_seen = 43;
  return signet_keys_add (tables, key, error) &&
         signet_receipt_check_again (tables, "account", ISSUER, error);
}

static gboolean
sent_write (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (SignetComplaintRecord) complaint = signet_complaints_find (tables, "complaint", error);

  if (complaint == NULL || !signet_outbox_mark_sent (tables, "outbox", 1, data, error))
    return FALSE;
  g_free (complaint->remote_id);
  complaint->remote_id = g_strdup ("cmp_1");
  return signet_complaints_save (tables, complaint, error);
}

/* A key this desk has not seen: unchecked, until it is fetched. */
static void
test_unknown_key (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = payload ("complaint", "cmp_1", "key-1", DIGEST, GOOD_FILES, 3);
  g_autofree char *jws = NULL;
  g_autoptr (SignetOutboxRecord) outbox = NULL;
  g_autoptr (SignetReceiptRecord) receipt = NULL;
  g_autoptr (SignetReceiptRecord) again = NULL;
  SignetTables *tables;
  Platform platform;

  set_up (fixture, &platform, FALSE);
  tables = signet_store_get_tables (fixture->store);
  jws = sign (platform.key, text);
  check (fixture->store, jws, SIGNET_VERDICT_UNCHECKED, "");

  outbox = signet_outbox_find (tables, "outbox", &error);
  receipt = signet_receipt_check (tables, outbox, ISSUER, jws, "cmp_1");
  signet_store_write (fixture->store, sent_write, receipt, &error);
  g_assert_no_error (error);
  signet_store_write (fixture->store, learn_write, &platform, &error);
  g_assert_no_error (error);
  again = signet_receipts_find (tables, "outbox", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->verdict, ==, SIGNET_VERDICT_VERIFIED);
  g_assert_cmpint (again->key_first_seen, ==, 43);
  g_object_unref (platform.key);
}

#define ADD(path, func) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/receipt/verified", test_verified);
  ADD ("/receipt/claims", test_claims);
  ADD ("/receipt/signature", test_signature);
  ADD ("/receipt/unknown-key", test_unknown_key);
  return g_test_run ();
}
