/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "proof/signet-digest.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-upload.h"
#include "test-account.h"

#define CREATE "POST /v1/files"
#define HEAD "HEAD /v1/files/1"
#define PATCH "PATCH /v1/files/1"

/* What the server keeps, and what goes wrong at which request to append (1 is the first). */
typedef struct
{
  TestAccount account;
  char *path;
  GBytes *content;
  char *sha256;
  GByteArray *stored;
  guint64 length;
  guint n_appends;
  guint n_created;
  guint refuse_at; /* 460, nothing is stored */
  guint forget_at; /* 404, and all is gone */
  gsize largest;
} Fixture;

static char *
create_cb (TestRequest *request, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->length = g_ascii_strtoull (g_hash_table_lookup (request->headers, "upload-length"), NULL, 10);
  fixture->n_created++;
  g_byte_array_set_size (fixture->stored, 0);
  return g_strdup ("HTTP/1.1 201 Created\r\nTus-Resumable: 1.0.0\r\nLocation: /v1/files/1\r\n"
                   "Content-Length: 0\r\n\r\n");
}

static char *
head_cb (TestRequest *request, gpointer user_data)
{
  Fixture *fixture = user_data;

  return g_strdup_printf ("HTTP/1.1 200 OK\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: %u\r\n"
                          "Upload-Length: %" G_GUINT64_FORMAT "\r\n\r\n",
                          fixture->stored->len, fixture->length);
}

static char *
append_cb (TestRequest *request, gpointer user_data)
{
  Fixture *fixture = user_data;
  const char *offset = g_hash_table_lookup (request->headers, "upload-offset");
  const char *checksum = g_hash_table_lookup (request->headers, "upload-checksum");
  gsize size;
  const void *data = g_bytes_get_data (request->body, &size);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize digest_size = sizeof digest;
  g_autofree char *base64 = NULL;
  g_autofree char *expected = NULL;

  fixture->n_appends++;
  fixture->largest = MAX (fixture->largest, size);
  if (fixture->n_appends == fixture->forget_at)
    {
      g_byte_array_set_size (fixture->stored, 0);
      return test_problem (404, "not-found", NULL, NULL);
    }
  if (fixture->n_appends == fixture->refuse_at)
    return test_problem (460, "checksum-mismatch", NULL, NULL);
  if (g_ascii_strtoull (offset, NULL, 10) != fixture->stored->len)
    return test_problem (409, "offset", NULL, NULL);
  g_checksum_update (sum, data, (gssize) size);
  g_checksum_get_digest (sum, digest, &digest_size);
  base64 = g_base64_encode (digest, digest_size);
  expected = g_strconcat ("sha256 ", base64, NULL);
  if (g_strcmp0 (checksum, expected) != 0)
    return test_problem (460, "checksum-mismatch", NULL, NULL);
  g_byte_array_append (fixture->stored, data, (guint) size);
  return g_strdup_printf ("HTTP/1.1 204 No Content\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: %u\r\n\r\n",
                          fixture->stored->len);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const gsize size = 3 * 1024 * 1024 + 7;
  g_autofree guint8 *bytes = g_malloc (size);
  GError *error = NULL;
  int fd;

  test_account_set_up (&fixture->account, NULL);
  fd = g_file_open_tmp ("signet-upload-XXXXXX", &fixture->path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8) (i * 2654435761u >> 13);
  g_file_set_contents (fixture->path, (const char *) bytes, (gssize) size, &error);
  g_assert_no_error (error);
  fixture->content = g_bytes_new_take (g_steal_pointer (&bytes), size);
  fixture->sha256 = signet_digest_of_bytes (fixture->content, &error);
  g_assert_no_error (error);
  fixture->stored = g_byte_array_new ();
  test_server_handle (fixture->account.server, CREATE, create_cb, fixture);
  test_server_handle (fixture->account.server, HEAD, head_cb, fixture);
  test_server_handle (fixture->account.server, PATCH, append_cb, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_account_tear_down (&fixture->account, NULL);
  g_unlink (fixture->path);
  g_free (fixture->path);
  g_free (fixture->sha256);
  g_bytes_unref (fixture->content);
  g_byte_array_unref (fixture->stored);
}

static SignetUpload *
make_upload (Fixture *fixture, const char *url)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  return signet_upload_new (fixture->account.remote, file, "证书.pdf", "application/pdf", fixture->sha256,
                            g_bytes_get_size (fixture->content), url);
}

static gboolean
run (SignetUpload *upload, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_upload_run_async (upload, NULL, test_take_cb, &result);
  return signet_upload_run_finish (upload, test_wait_for (&result), error);
}

static void
expect_stored (Fixture *fixture, SignetUpload *upload)
{
  gsize size;
  const void *data = g_bytes_get_data (fixture->content, &size);

  g_assert_cmpmem (fixture->stored->data, fixture->stored->len, data, size);
  g_assert_cmpuint (signet_upload_get_offset (upload), ==, size);
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetUpload) upload = make_upload (fixture, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *metadata = NULL;
  g_autofree char *version = NULL;

  g_assert_true (run (upload, &error));
  g_assert_no_error (error);
  expect_stored (fixture, upload);
  g_assert_true (g_str_has_suffix (signet_upload_get_url (upload), "/v1/files/1"));
  metadata = test_server_dup_header (fixture->account.server, CREATE, "upload-metadata");
  g_assert_true (
      g_str_has_prefix (metadata, "filename 6K+B5LmmLnBkZg==,filetype YXBwbGljYXRpb24vcGRm,sha256 "));
  version = test_server_dup_header (fixture->account.server, PATCH, "tus-resumable");
  g_assert_cmpstr (version, ==, "1.0.0");
  g_assert_cmpuint (fixture->n_appends, >, 1);
  g_assert_cmpuint (fixture->largest, <=, 4 * 1024 * 1024);
}

/* The server has more than the client knows, has nothing of a damaged chunk, or has forgotten everything. */
static void
test_trouble (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetUpload) upload = make_upload (fixture, NULL);
  g_autoptr (GError) error = NULL;

  test_server_forget (fixture->account.server, PATCH);
  test_server_handle (fixture->account.server, PATCH, append_cb, fixture);
  fixture->refuse_at = 2;
  fixture->forget_at = 4;
  g_assert_true (run (upload, &error));
  g_assert_no_error (error);
  expect_stored (fixture, upload);
  g_assert_cmpuint (fixture->n_created, ==, 2);
  g_assert_cmpuint (test_server_count (fixture->account.server, HEAD), ==, 1);
}

static void
test_cut (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetUpload) upload = make_upload (fixture, NULL);
  g_autoptr (GError) error = NULL;

  test_server_forget (fixture->account.server, PATCH);
  test_server_handle (fixture->account.server, PATCH, append_cb, fixture);
  test_server_script (fixture->account.server, PATCH, TEST_RESET, "");
  test_server_script (fixture->account.server, PATCH, TEST_CLOSE, "HTTP/1.1 204 No Con");
  test_server_handle (fixture->account.server, PATCH, append_cb, fixture);
  g_assert_true (run (upload, &error));
  g_assert_no_error (error);
  expect_stored (fixture, upload);
  g_assert_cmpuint (fixture->n_created, ==, 1);
  g_assert_cmpuint (test_server_count (fixture->account.server, HEAD), ==, 2);
}

/* Stopped by the person, then run anew with the same address: what is there already isn't sent again. */
static void
test_resumed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetUpload) first = make_upload (fixture, NULL);
  g_autoptr (SignetUpload) second = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  test_server_forget (fixture->account.server, PATCH);
  test_server_handle (fixture->account.server, PATCH, append_cb, fixture);
  test_server_script (fixture->account.server, PATCH, TEST_STALL, "");
  signet_upload_run_async (first, cancellable, test_take_cb, &result);
  while (test_server_count (fixture->account.server, PATCH) < 2)
    test_spin (1);
  g_cancellable_cancel (cancellable);
  g_assert_false (signet_upload_run_finish (first, test_wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (fixture->stored->len, >, 0);

  test_server_forget (fixture->account.server, PATCH);
  test_server_handle (fixture->account.server, PATCH, append_cb, fixture);
  second = make_upload (fixture, signet_upload_get_url (first));
  g_assert_true (run (second, &error));
  g_assert_no_error (error);
  expect_stored (fixture, second);
  g_assert_cmpuint (fixture->n_created, ==, 1);

  /* All there: nothing is sent at all. */
  g_clear_object (&second);
  fixture->n_appends = 0;
  second = make_upload (fixture, signet_upload_get_url (first));
  g_assert_true (run (second, &error));
  g_assert_cmpuint (fixture->n_appends, ==, 0);
  g_clear_object (&result);
  test_finalize (g_steal_pointer (&first));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetUpload) upload = make_upload (fixture, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *raw = test_problem (
      422, "file-refused", NULL, "[{\"pointer\":\"\",\"code\":\"encrypted-pdf\",\"severity\":\"error\"}]");

  test_server_forget (fixture->account.server, PATCH);
  test_server_script (fixture->account.server, PATCH, TEST_ANSWER, raw);
  g_assert_false (run (upload, &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_REFUSED);
  g_assert_cmpstr (signet_problem_get_code (signet_remote_error_get_problem (error)), ==, "file-refused");
  g_assert_cmpuint (test_server_count (fixture->account.server, PATCH), ==, 1);
}

static void
test_gives_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetUpload) upload = make_upload (fixture, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *raw = test_problem (503, "unavailable", "Retry-After: 3600\r\n", NULL);

  test_server_forget (fixture->account.server, PATCH);
  test_server_script (fixture->account.server, PATCH, TEST_ANSWER, raw);
  g_assert_false (run (upload, &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_UNAVAILABLE);
  g_assert_cmpuint (signet_remote_error_get_retry_after (error), ==, 3600);
  g_assert_nonnull (signet_upload_get_url (upload));
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetUpload) shorter = make_upload (fixture, NULL);
  g_autoptr (SignetUpload) missing = make_upload (fixture, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, "short", -1, NULL);
  g_assert_false (run (shorter, &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_FILE);
  g_clear_error (&error);
  g_unlink (fixture->path);
  g_assert_false (run (missing, &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_FILE);
  g_assert_cmpuint (fixture->n_created, ==, 0);
}

/* A server that counts wrong isn't trusted. */
static void
test_miscounted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetUpload) upload = make_upload (fixture, NULL);
  g_autoptr (GError) error = NULL;

  test_server_forget (fixture->account.server, PATCH);
  test_server_script (fixture->account.server, PATCH, TEST_ANSWER,
                      "HTTP/1.1 204 No Content\r\nUpload-Offset: 99999999999\r\n\r\n");
  g_assert_false (run (upload, &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL);
}

static void
test_terminate (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = g_strconcat (test_server_get_address (fixture->account.server), "/v1/files/1", NULL);
  g_autoptr (SignetUpload) upload = make_upload (fixture, url);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  test_server_script (fixture->account.server, "DELETE /v1/files/1", TEST_ANSWER,
                      "HTTP/1.1 204 No Content\r\nTus-Resumable: 1.0.0\r\n\r\n");
  signet_upload_terminate_async (upload, NULL, test_take_cb, &result);
  g_assert_true (signet_upload_terminate_finish (upload, test_wait_for (&result), &error));
  g_assert_null (signet_upload_get_url (upload));
  g_assert_cmpuint (test_server_count (fixture->account.server, "DELETE /v1/files/1"), ==, 1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/upload/whole", test_whole);
  ADD ("/upload/trouble", test_trouble);
  ADD ("/upload/cut", test_cut);
  ADD ("/upload/resumed", test_resumed);
  ADD ("/upload/refused", test_refused);
  ADD ("/upload/gives-up", test_gives_up);
  ADD ("/upload/file", test_file);
  ADD ("/upload/miscounted", test_miscounted);
  ADD ("/upload/terminate", test_terminate);
  return g_test_run ();
}
