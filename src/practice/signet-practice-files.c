/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-finding-codes.h"
#include "model/signet-finding.h"
#include "practice/signet-practice-reader.h"
#include "practice/signet-practice-refusal.h"
#include "practice/signet-practice-route.h"
#include "practice/signet-practice-sniff.h"
#include "proof/signet-digest.h"
#include "proof/signet-repr-digest.h"

#include <string.h>

/* `/v1/files`: papers, uploaded with tus 1.0.0 (core, creation, termination, expiration, checksum). The bytes
 * lie in the database in the pieces they came in, so what was said to be here is here after a crash. When the
 * last byte has come the file is looked at; a refused one is gone, a stored one never changes.
 */

#define UPLOAD_LIFE G_TIME_SPAN_DAY
#define LONGEST_NAME 255

#define COLUMNS "n, id, name, media_type, sha256, bytes, received, stored, expires_at"

enum
{
  ROW,
  ID,
  NAME,
  MEDIA_TYPE,
  SHA256,
  BYTES,
  RECEIVED,
  STORED,
  EXPIRES_AT,
};

typedef struct
{
  char *name;
  char *media_type;
  char *sha256;
} Metadata;

static void
metadata_clear (Metadata *metadata)
{
  g_free (metadata->name);
  g_free (metadata->media_type);
  g_free (metadata->sha256);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Metadata, metadata_clear)

static char *
decode (const char *base64)
{
  gsize size;
  g_autofree guchar *raw = g_base64_decode (base64, &size);

  if (raw == NULL || size == 0 || memchr (raw, '\0', size) != NULL ||
      !g_utf8_validate ((const char *) raw, (gssize) size, NULL))
    return NULL;
  return g_strndup ((const char *) raw, size);
}

/* tus creation: "key base64,key base64". */
static gboolean
read_metadata (SignetPracticeExchange *exchange, Metadata *metadata)
{
  const char *value = signet_practice_exchange_get_header (exchange, "Upload-Metadata");
  g_auto (GStrv) pairs = g_strsplit (value != NULL ? value : "", ",", 20);

  for (char **pair = pairs; *pair != NULL; pair++)
    {
      char *name = g_strstrip (*pair);
      char *space = strchr (name, ' ');
      char **target = NULL;

      if (space == NULL)
        continue;
      *space = '\0';
      if (g_str_equal (name, "filename"))
        target = &metadata->name;
      else if (g_str_equal (name, "filetype"))
        target = &metadata->media_type;
      else if (g_str_equal (name, "sha256"))
        target = &metadata->sha256;
      if (target != NULL && *target == NULL)
        *target = decode (space + 1);
    }
  if (metadata->name != NULL && metadata->media_type != NULL && metadata->sha256 != NULL &&
      signet_digest_is_hex (metadata->sha256) && strlen (metadata->name) <= LONGEST_NAME &&
      strlen (metadata->media_type) <= LONGEST_NAME)
    return TRUE;
  signet_practice_refuse (exchange, "malformed", "Upload-Metadata needs filename, filetype and sha256");
  return FALSE;
}

static gboolean
read_count (SignetPracticeExchange *exchange, const char *name, gint64 *count)
{
  const char *value = signet_practice_exchange_get_header (exchange, name);

  if (value != NULL && g_ascii_string_to_signed (value, 10, 0, G_MAXINT64, count, NULL))
    return TRUE;
  signet_practice_refuse (exchange, "malformed", name);
  return FALSE;
}

static void
refuse_file (SignetPracticeExchange *exchange, guint status, const char *code, const char *name, ...)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  GVariantBuilder params;
  va_list values;

  g_variant_builder_init (&params, G_VARIANT_TYPE ("a{ss}"));
  va_start (values, name);
  for (; name != NULL; name = va_arg (values, const char *))
    g_variant_builder_add (&params, "{ss}", name, va_arg (values, const char *));
  va_end (values);
  g_ptr_array_add (findings, signet_finding_new_with_params ("", SIGNET_SEVERITY_ERROR, code,
                                                             g_variant_builder_end (&params)));
  signet_practice_refuse_findings (exchange, "file-refused", status, findings);
}

static void
add_expiry (SignetPracticeExchange *exchange, gint64 expires_at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (expires_at / G_USEC_PER_SEC);
  g_autofree char *text = soup_date_time_to_string (time, SOUP_DATE_HTTP);

  signet_practice_exchange_add_header (exchange, "Upload-Expires", "%s", text);
}

static gboolean
describe (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  gint64 most = signet_practice_rules_get_limit (signet_practice_platform_get_rules (context->platform),
                                                 "bytes_per_file");

  signet_practice_exchange_add_header (exchange, "Tus-Resumable", "1.0.0");
  signet_practice_exchange_add_header (exchange, "Tus-Version", "1.0.0");
  signet_practice_exchange_add_header (exchange, "Tus-Extension", "creation,termination,expiration,checksum");
  signet_practice_exchange_add_header (exchange, "Tus-Max-Size", "%" G_GINT64_FORMAT, most);
  signet_practice_exchange_add_header (exchange, "Tus-Checksum-Algorithm", "sha256");
  signet_practice_exchange_answer (exchange, 204, NULL, NULL);
  return TRUE;
}

static gboolean
check_creation (SignetPracticeContext *context,
                SignetPracticeExchange *exchange,
                Metadata *metadata,
                gint64 *length)
{
  SignetPracticeRules *rules = signet_practice_platform_get_rules (context->platform);
  gint64 most = signet_practice_rules_get_limit (rules, "bytes_per_file");

  if (!read_count (exchange, "Upload-Length", length) || !read_metadata (exchange, metadata))
    return FALSE;
  if (*length == 0)
    refuse_file (exchange, 0, SIGNET_FINDING_ZERO_BYTES, "name", metadata->name, NULL);
  else if (*length > most)
    {
      g_autofree char *bytes = g_strdup_printf ("%" G_GINT64_FORMAT, *length);
      g_autofree char *limit = g_strdup_printf ("%" G_GINT64_FORMAT, most);

      refuse_file (exchange, 413, SIGNET_FINDING_TOO_LARGE, "name", metadata->name, "bytes", bytes, "limit",
                   limit, NULL);
    }
  else if (!signet_practice_rules_accepts_media_type (rules, metadata->media_type))
    refuse_file (exchange, 0, SIGNET_FINDING_TYPE_NOT_ACCEPTED, "name", metadata->name, "media_type",
                 metadata->media_type, NULL);
  return !signet_practice_exchange_is_answered (exchange);
}

static gboolean
post_file (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  gint64 expires_at = signet_practice_platform_now (context->platform) + UPLOAD_LIFE;
  g_auto (Metadata) metadata = { 0 };
  g_autofree char *id = NULL;
  gint64 length = 0;

  if (!check_creation (context, exchange, &metadata, &length))
    return TRUE;
  id = signet_practice_store_make_id ("fil", error);
  if (id == NULL ||
      !signet_practice_store_run (
          signet_practice_platform_get_store (context->platform), error,
          "INSERT INTO files (id, account, name, media_type, sha256, bytes, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
          "sisssii", id, signet_practice_exchange_get_account (exchange), metadata.name, metadata.media_type,
          metadata.sha256, length, expires_at))
    return FALSE;
  signet_practice_exchange_add_header (exchange, "Location", "/v1/files/%s", id);
  add_expiry (exchange, expires_at);
  signet_practice_exchange_answer (exchange, 201, NULL, NULL);
  return TRUE;
}

static gboolean
find_file (SignetPracticeContext *context,
           SignetPracticeExchange *exchange,
           SignetStatement **file,
           GError **error)
{
  if (!signet_practice_store_find (
          signet_practice_platform_get_store (context->platform), file, error,
          "SELECT " COLUMNS " FROM files WHERE id = ? AND account = ? AND (stored OR expires_at > ?)", "sii",
          signet_practice_exchange_get_id (exchange), signet_practice_exchange_get_account (exchange),
          signet_practice_platform_now (context->platform)))
    return FALSE;
  if (*file == NULL)
    signet_practice_refuse (exchange, "not-found", NULL);
  return TRUE;
}

static gboolean
head_file (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (SignetStatement) file = NULL;

  if (!find_file (context, exchange, &file, error))
    return FALSE;
  if (file == NULL)
    return TRUE;
  signet_practice_exchange_add_header (exchange, "Cache-Control", "no-store");
  signet_practice_exchange_add_header (exchange, "Upload-Offset", "%" G_GINT64_FORMAT,
                                       signet_statement_get_int64 (file, RECEIVED));
  signet_practice_exchange_add_header (exchange, "Upload-Length", "%" G_GINT64_FORMAT,
                                       signet_statement_get_int64 (file, BYTES));
  if (!signet_statement_get_int64 (file, STORED))
    add_expiry (exchange, signet_statement_get_int64 (file, EXPIRES_AT));
  signet_practice_exchange_answer (exchange, 200, NULL, NULL);
  return TRUE;
}

static gboolean
load_content (SignetPracticeContext *context, gint64 file, gint64 bytes, GBytes **content, GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_sized_new ((guint) bytes);
  g_autoptr (SignetStatement) chunk =
      signet_practice_store_query (signet_practice_platform_get_store (context->platform), error,
                                   "SELECT data FROM chunks WHERE file = ? ORDER BY start", "i", file);
  gboolean found;

  if (chunk == NULL)
    return FALSE;
  while (TRUE)
    {
      g_autoptr (GBytes) data = NULL;

      if (!signet_practice_store_next (chunk, &found, error))
        return FALSE;
      if (!found)
        break;
      data = signet_statement_dup_blob (chunk, 0);
      g_byte_array_append (array, g_bytes_get_data (data, NULL), (guint) g_bytes_get_size (data));
    }
  *content = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  return TRUE;
}

/* The front door: what isn't what it says it is doesn't come in. */
static gboolean
look_at (SignetPracticeContext *context,
         SignetPracticeExchange *exchange,
         SignetStatement *file,
         GBytes *content,
         GError **error)
{
  const char *name = signet_statement_get_text (file, NAME);
  const char *said = signet_statement_get_text (file, MEDIA_TYPE);
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);
  const char *type = signet_practice_sniff_type (data, size);
  g_autofree char *digest = signet_digest_of_bytes (content, error);
  g_autofree char *repr = NULL;

  if (digest == NULL)
    return FALSE;
  if (g_strcmp0 (digest, signet_statement_get_text (file, SHA256)) != 0)
    refuse_file (exchange, 0, "digest-mismatch", "name", name, "sha256", digest, NULL);
  else if (type == NULL || !signet_practice_rules_accepts_media_type (
                               signet_practice_platform_get_rules (context->platform), type))
    refuse_file (exchange, 0, SIGNET_FINDING_TYPE_NOT_ACCEPTED, "name", name, "media_type",
                 type != NULL ? type : "application/octet-stream", NULL);
  else if (!g_str_equal (type, said))
    refuse_file (exchange, 0, "type-mismatch", "name", name, "media_type", said, "content", type, NULL);
  else if (g_str_equal (type, "application/pdf") && signet_practice_sniff_encryption (data, size))
    refuse_file (exchange, 0, "encrypted-pdf", "name", name, NULL);
  else
    {
      repr = signet_repr_digest_format (digest, error);
      if (repr == NULL)
        return FALSE;
      signet_practice_exchange_add_header (exchange, "Repr-Digest", "%s", repr);
    }
  return TRUE;
}

/* The last byte is here. */
static gboolean
complete (SignetPracticeContext *context,
          SignetPracticeExchange *exchange,
          SignetStatement *file,
          GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  gint64 row = signet_statement_get_int64 (file, ROW);
  g_autoptr (GBytes) content = NULL;

  if (!load_content (context, row, signet_statement_get_int64 (file, BYTES), &content, error) ||
      !look_at (context, exchange, file, content, error))
    return FALSE;
  if (!signet_practice_exchange_is_answered (exchange))
    return signet_practice_store_run (store, error, "UPDATE files SET stored = 1 WHERE n = ?", "i", row);
  signet_practice_exchange_set_keep (exchange);
  return signet_practice_store_run (store, error, "DELETE FROM files WHERE n = ?", "i", row);
}

static gboolean
check_checksum (SignetPracticeExchange *exchange, GBytes *body, GError **error)
{
  const char *value = signet_practice_exchange_get_header (exchange, "Upload-Checksum");
  g_autofree char *digest = NULL;
  g_autofree char *header = NULL;
  g_autofree char *said = NULL;

  if (value == NULL)
    return TRUE;
  if (!g_str_has_prefix (value, "sha256 "))
    {
      signet_practice_refuse (exchange, "malformed", "Upload-Checksum must be sha256");
      return TRUE;
    }
  header = g_strconcat ("sha-256=:", value + strlen ("sha256 "), ":", NULL);
  said = signet_repr_digest_parse (header, NULL);
  digest = signet_digest_of_bytes (body, error);
  if (digest == NULL)
    return FALSE;
  if (said == NULL)
    signet_practice_refuse (exchange, "malformed", "Upload-Checksum is no base64 digest");
  else if (!g_str_equal (said, digest))
    signet_practice_refuse (exchange, "checksum-mismatch", NULL);
  return TRUE;
}

static gboolean
append (SignetPracticeContext *context,
        SignetPracticeExchange *exchange,
        SignetStatement *file,
        GBytes *body,
        GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  gint64 row = signet_statement_get_int64 (file, ROW);
  gint64 offset = signet_statement_get_int64 (file, RECEIVED);
  gint64 size = (gint64) g_bytes_get_size (body);

  if (size > 0 &&
      (!signet_practice_store_run (store, error, "INSERT INTO chunks (file, start, data) VALUES (?, ?, ?)",
                                   "iib", row, offset, body) ||
       !signet_practice_store_run (store, error, "UPDATE files SET received = received + ? WHERE n = ?", "ii",
                                   size, row)))
    return FALSE;
  if (offset + size == signet_statement_get_int64 (file, BYTES) && !complete (context, exchange, file, error))
    return FALSE;
  if (signet_practice_exchange_is_answered (exchange))
    return TRUE;
  signet_practice_exchange_add_header (exchange, "Upload-Offset", "%" G_GINT64_FORMAT, offset + size);
  if (offset + size < signet_statement_get_int64 (file, BYTES))
    add_expiry (exchange, signet_statement_get_int64 (file, EXPIRES_AT));
  signet_practice_exchange_answer (exchange, 204, NULL, NULL);
  return TRUE;
}

static gboolean
patch_file (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  GBytes *body = signet_practice_exchange_get_body (exchange);
  g_autoptr (SignetStatement) file = NULL;
  gint64 offset;

  if (!signet_practice_exchange_has_type (exchange, "application/offset+octet-stream"))
    {
      signet_practice_refuse (exchange, "media-type", "application/offset+octet-stream");
      return TRUE;
    }
  if (!read_count (exchange, "Upload-Offset", &offset))
    return TRUE;
  if (!find_file (context, exchange, &file, error))
    return FALSE;
  if (file == NULL)
    return TRUE;
  if (signet_statement_get_int64 (file, RECEIVED) != offset)
    {
      signet_practice_exchange_add_header (exchange, "Upload-Offset", "%" G_GINT64_FORMAT,
                                           signet_statement_get_int64 (file, RECEIVED));
      signet_practice_refuse (exchange, "offset-mismatch", NULL);
    }
  else if ((gint64) g_bytes_get_size (body) > signet_statement_get_int64 (file, BYTES) - offset)
    signet_practice_refuse (exchange, "too-large", "More bytes than Upload-Length");
  else if (signet_statement_get_int64 (file, STORED) != 0)
    {
      signet_practice_exchange_add_header (exchange, "Upload-Offset", "%" G_GINT64_FORMAT, offset);
      signet_practice_exchange_answer (exchange, 204, NULL, NULL);
    }
  if (signet_practice_exchange_is_answered (exchange))
    return TRUE;
  if (!check_checksum (exchange, body, error))
    return FALSE;
  if (signet_practice_exchange_is_answered (exchange))
    return TRUE;
  return append (context, exchange, file, body, error);
}

static gboolean
delete_file (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (SignetStatement) file = NULL;

  if (!find_file (context, exchange, &file, error))
    return FALSE;
  if (file == NULL)
    return TRUE;
  if (signet_statement_get_int64 (file, STORED) != 0)
    {
      signet_practice_refuse (exchange, "locked", NULL);
      return TRUE;
    }
  signet_practice_exchange_answer (exchange, 204, NULL, NULL);
  return signet_practice_store_run (signet_practice_platform_get_store (context->platform), error,
                                    "DELETE FROM files WHERE n = ?", "i",
                                    signet_statement_get_int64 (file, ROW));
}

static gboolean
get_content (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (SignetStatement) file = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autofree char *repr = NULL;

  if (!find_file (context, exchange, &file, error))
    return FALSE;
  if (file != NULL && signet_statement_get_int64 (file, STORED) == 0)
    signet_practice_refuse (exchange, "not-found", NULL);
  if (signet_practice_exchange_is_answered (exchange))
    return TRUE;
  repr = signet_repr_digest_format (signet_statement_get_text (file, SHA256), error);
  if (repr == NULL || !load_content (context, signet_statement_get_int64 (file, ROW),
                                     signet_statement_get_int64 (file, BYTES), &content, error))
    return FALSE;
  signet_practice_exchange_add_header (exchange, "Repr-Digest", "%s", repr);
  signet_practice_exchange_add_header (exchange, "Cache-Control", "private, no-store");
  signet_practice_exchange_answer (exchange, 200, signet_statement_get_text (file, MEDIA_TYPE),
                                   g_steal_pointer (&content));
  return TRUE;
}

#define TUS (SIGNET_PRACTICE_ROUTE_TUS | SIGNET_PRACTICE_ROUTE_WRITES)

const SignetPracticeRoute signet_practice_file_routes[] = {
  { "OPTIONS", "/v1/files", SIGNET_PRACTICE_ROUTE_PUBLIC, describe },
  { "POST", "/v1/files", TUS, post_file },
  { "HEAD", "/v1/files/{id}", SIGNET_PRACTICE_ROUTE_TUS, head_file },
  { "PATCH", "/v1/files/{id}", TUS, patch_file },
  { "DELETE", "/v1/files/{id}", TUS, delete_file },
  { "GET", "/v1/files/{id}/content", 0, get_content },
  { NULL, NULL, 0, NULL },
};
