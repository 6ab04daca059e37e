/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-session-row.h"

/**
 * SignetSessionRow:
 *
 * One device on which an account is signed in, as the platform tells it. Filled by the desk.
 */

struct _SignetSessionRow
{
  SignetRecord parent_instance;

  char *id;
  char *method;
  char *device;
  char *place;
  char *created_at;
  char *used_at;
  gboolean current;
};

G_DEFINE_FINAL_TYPE (SignetSessionRow, signet_session_row, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetSessionRow, field)

static const SignetField fields[] = {
  { "id", SIGNET_FIELD_TEXT, OFFSET (id), "The platform's id" },
  { "method", SIGNET_FIELD_TEXT, OFFSET (method), "device, sms, password: how it began" },
  { "device", SIGNET_FIELD_TEXT, OFFSET (device), "What the device called itself" },
  { "place", SIGNET_FIELD_TEXT, OFFSET (place), "Where it said it was" },
  { "created-at", SIGNET_FIELD_TEXT, OFFSET (created_at), "When it signed in, RFC 3339" },
  { "used-at", SIGNET_FIELD_TEXT, OFFSET (used_at), "When it was last heard of, RFC 3339" },
  { "current", SIGNET_FIELD_BOOLEAN, OFFSET (current), "Whether it is the session that asks" },
};

static void
signet_session_row_class_init (SignetSessionRowClass *klass)
{
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_session_row_init (SignetSessionRow *self)
{
}

/**
 * signet_session_row_new:
 *
 * Returns: (transfer full): an empty row
 */
SignetSessionRow *
signet_session_row_new (void)
{
  return g_object_new (SIGNET_TYPE_SESSION_ROW, NULL);
}

SIGNET_RECORD_TEXT (SignetSessionRow, signet_session_row, SIGNET_IS_SESSION_ROW, id)
SIGNET_RECORD_TEXT (SignetSessionRow, signet_session_row, SIGNET_IS_SESSION_ROW, method)
SIGNET_RECORD_TEXT (SignetSessionRow, signet_session_row, SIGNET_IS_SESSION_ROW, device)
SIGNET_RECORD_TEXT (SignetSessionRow, signet_session_row, SIGNET_IS_SESSION_ROW, place)
SIGNET_RECORD_TEXT (SignetSessionRow, signet_session_row, SIGNET_IS_SESSION_ROW, created_at)
SIGNET_RECORD_TEXT (SignetSessionRow, signet_session_row, SIGNET_IS_SESSION_ROW, used_at)
SIGNET_RECORD_BOOLEAN (SignetSessionRow, signet_session_row, SIGNET_IS_SESSION_ROW, current)
