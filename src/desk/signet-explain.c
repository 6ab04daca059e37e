/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-explain.h"

#include "api/signet-api-error.h"
#include "api/signet-problem.h"
#include "db/signet-db-error.h"
#include "desk/signet-desk-error.h"
#include "dossier/signet-dossier-error.h"
#include "model/signet-finding.h"
#include "remote/signet-remote-error.h"
#include "render/signet-render-error.h"
#include "store/signet-store-error.h"

/*
 * The one place where the errors of the rooms below become the desk's: what matters to a person and what they
 * can do, not where in the program it happened.
 */

static const struct
{
  SignetRemoteError below;
  SignetDeskError above;
} remote_errors[] = {
  { SIGNET_REMOTE_ERROR_NETWORK, SIGNET_DESK_ERROR_OFFLINE },
  { SIGNET_REMOTE_ERROR_TLS, SIGNET_DESK_ERROR_CERTIFICATE },
  { SIGNET_REMOTE_ERROR_TLS_EXPIRED, SIGNET_DESK_ERROR_CERTIFICATE_EXPIRED },
  { SIGNET_REMOTE_ERROR_TLS_NOT_YET, SIGNET_DESK_ERROR_CERTIFICATE_NOT_YET },
  { SIGNET_REMOTE_ERROR_TLS_NAME, SIGNET_DESK_ERROR_CERTIFICATE_NAME },
  { SIGNET_REMOTE_ERROR_TLS_SELF_SIGNED, SIGNET_DESK_ERROR_CERTIFICATE_SELF_SIGNED },
  { SIGNET_REMOTE_ERROR_TLS_ISSUER, SIGNET_DESK_ERROR_CERTIFICATE_ISSUER },
  { SIGNET_REMOTE_ERROR_ADDRESS, SIGNET_DESK_ERROR_ADDRESS },
  { SIGNET_REMOTE_ERROR_PROTOCOL, SIGNET_DESK_ERROR_PLATFORM },
  { SIGNET_REMOTE_ERROR_TOO_LARGE, SIGNET_DESK_ERROR_PLATFORM },
  { SIGNET_REMOTE_ERROR_PLATFORM, SIGNET_DESK_ERROR_OTHER_PLATFORM },
  { SIGNET_REMOTE_ERROR_THROTTLED, SIGNET_DESK_ERROR_BUSY },
  { SIGNET_REMOTE_ERROR_UNAVAILABLE, SIGNET_DESK_ERROR_BUSY },
  { SIGNET_REMOTE_ERROR_SIGNED_OUT, SIGNET_DESK_ERROR_SIGNED_OUT },
  { SIGNET_REMOTE_ERROR_WRONG_CODE, SIGNET_DESK_ERROR_WRONG_CODE },
  { SIGNET_REMOTE_ERROR_CODE_EXPIRED, SIGNET_DESK_ERROR_CODE_EXPIRED },
  { SIGNET_REMOTE_ERROR_KEYRING_LOCKED, SIGNET_DESK_ERROR_KEYRING_LOCKED },
  { SIGNET_REMOTE_ERROR_KEYRING_ABSENT, SIGNET_DESK_ERROR_KEYRING_ABSENT },
  { SIGNET_REMOTE_ERROR_KEYRING_REFUSED, SIGNET_DESK_ERROR_KEYRING_REFUSED },
  { SIGNET_REMOTE_ERROR_KEYRING_UNREACHABLE, SIGNET_DESK_ERROR_KEYRING_UNREACHABLE },
  { SIGNET_REMOTE_ERROR_FILE, SIGNET_DESK_ERROR_FILE_UNREADABLE },
  { SIGNET_REMOTE_ERROR_INTERCEPTED, SIGNET_DESK_ERROR_INTERCEPTED },
  { SIGNET_REMOTE_ERROR_FOREIGN, SIGNET_DESK_ERROR_NOT_A_PLATFORM },
  { SIGNET_REMOTE_ERROR_TOO_NEW, SIGNET_DESK_ERROR_PLATFORM_TOO_NEW },
  { SIGNET_REMOTE_ERROR_INCOMPLETE, SIGNET_DESK_ERROR_PLATFORM_INCOMPLETE },
  { SIGNET_REMOTE_ERROR_WRONG_PASSWORD, SIGNET_DESK_ERROR_WRONG_PASSWORD },
  { SIGNET_REMOTE_ERROR_LOCKED, SIGNET_DESK_ERROR_LOCKED },
  { SIGNET_REMOTE_ERROR_LIMIT, SIGNET_DESK_ERROR_DAILY_LIMIT },
  { SIGNET_REMOTE_ERROR_DENIED, SIGNET_DESK_ERROR_DENIED },
};

static const struct
{
  const char *code;
  SignetDeskError above;
} problems[] = {
  { "wrong-code", SIGNET_DESK_ERROR_WRONG_CODE },
  { "code-expired", SIGNET_DESK_ERROR_CODE_EXPIRED },
  { "code-exhausted", SIGNET_DESK_ERROR_LOCKED },
  { "wrong-password", SIGNET_DESK_ERROR_WRONG_PASSWORD },
  { "password-locked", SIGNET_DESK_ERROR_LOCKED },
  { "throttled", SIGNET_DESK_ERROR_BUSY },
  { "binding-fixed", SIGNET_DESK_ERROR_BINDING_FIXED },
  { "binding-taken", SIGNET_DESK_ERROR_ADDRESS_TAKEN },
  { "email-not-bound", SIGNET_DESK_ERROR_EMAIL_NOT_BOUND },
};

static SignetDeskError
explain_remote (const GError *error)
{
  SignetProblem *problem = signet_remote_error_get_problem (error);

  for (gsize i = 0; problem != NULL && i < G_N_ELEMENTS (problems); i++)
    if (g_strcmp0 (signet_problem_get_code (problem), problems[i].code) == 0)
      return problems[i].above;
  for (gsize i = 0; i < G_N_ELEMENTS (remote_errors); i++)
    if (error->code == (int) remote_errors[i].below)
      return remote_errors[i].above;
  return SIGNET_DESK_ERROR_REFUSED;
}

static SignetDeskError
explain_render (const GError *error)
{
  switch ((SignetRenderError) error->code)
    {
    case SIGNET_RENDER_ERROR_DAMAGED:
      return SIGNET_DESK_ERROR_DOCUMENT_DAMAGED;
    case SIGNET_RENDER_ERROR_ENCRYPTED:
      return SIGNET_DESK_ERROR_DOCUMENT_ENCRYPTED;
    case SIGNET_RENDER_ERROR_WRONG_PASSWORD:
      return SIGNET_DESK_ERROR_DOCUMENT_PASSWORD;
    case SIGNET_RENDER_ERROR_TOO_SLOW:
      return SIGNET_DESK_ERROR_DOCUMENT_TOO_SLOW;
    case SIGNET_RENDER_ERROR_TOO_BIG:
      return SIGNET_DESK_ERROR_DOCUMENT_TOO_BIG;
    case SIGNET_RENDER_ERROR_CRASHED:
      return SIGNET_DESK_ERROR_DOCUMENT_CRASHED;
    case SIGNET_RENDER_ERROR_UNSUPPORTED:
      return SIGNET_DESK_ERROR_DOCUMENT_UNSUPPORTED;
    case SIGNET_RENDER_ERROR_SEAL:
    default:
      return SIGNET_DESK_ERROR_DOCUMENT_NOT_SAFE;
    }
}

static SignetDeskError
explain_dossier (const GError *error)
{
  switch ((SignetDossierError) error->code)
    {
    case SIGNET_DOSSIER_ERROR_LANGUAGE:
      return SIGNET_DESK_ERROR_LANGUAGE;
    case SIGNET_DOSSIER_ERROR_FONT:
      return SIGNET_DESK_ERROR_FONT;
    case SIGNET_DOSSIER_ERROR_PAGE:
      return SIGNET_DESK_ERROR_DOCUMENT_UNSUPPORTED;
    case SIGNET_DOSSIER_ERROR_FAILED:
    default:
      return SIGNET_DESK_ERROR_NOT_WRITTEN;
    }
}

static SignetDeskError
explain_db (const GError *error)
{
  switch ((SignetDbError) error->code)
    {
    case SIGNET_DB_ERROR_FULL:
      return SIGNET_DESK_ERROR_DISK_FULL;
    case SIGNET_DB_ERROR_CORRUPT:
      return SIGNET_DESK_ERROR_STORE_DAMAGED;
    case SIGNET_DB_ERROR_TOO_NEW:
      return SIGNET_DESK_ERROR_STORE_TOO_NEW;
    case SIGNET_DB_ERROR_IN_USE:
      return SIGNET_DESK_ERROR_STORE_IN_USE;
    default:
      return SIGNET_DESK_ERROR_FAILED;
    }
}

/* Owned by the error's problem. */
static const char *
get_reason (const GError *error)
{
  SignetProblem *problem = signet_remote_error_get_problem (error);
  GListModel *findings = problem != NULL ? G_LIST_MODEL (signet_problem_get_findings (problem)) : NULL;
  g_autoptr (SignetFinding) first = findings != NULL ? g_list_model_get_item (findings, 0) : NULL;

  if (first != NULL)
    return signet_finding_get_code (first);
  return problem != NULL ? signet_problem_get_code (problem) : NULL;
}

/**
 * signet_explain:
 * @error: (transfer full) (nullable): an error of any room below
 *
 * Errors of the desk's own domain and cancellation pass unchanged; what GIO says of a full disk becomes the
 * desk's word.
 *
 * Returns: (transfer full) (nullable): the error for the application, with the original message
 */
GError *
signet_explain (GError *error)
{
  if (error == NULL || error->domain == SIGNET_DESK_ERROR ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return error;

  g_autoptr (GError) below = error;
  SignetDeskError code = SIGNET_DESK_ERROR_FAILED;

  if (below->domain == SIGNET_REMOTE_ERROR)
    code = explain_remote (below);
  else if (below->domain == SIGNET_RENDER_ERROR)
    code = explain_render (below);
  else if (below->domain == SIGNET_DB_ERROR)
    code = explain_db (below);
  else if (below->domain == SIGNET_API_ERROR)
    code = SIGNET_DESK_ERROR_PLATFORM;
  else if (below->domain == SIGNET_DOSSIER_ERROR)
    code = explain_dossier (below);
  else if (g_error_matches (below, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_NOT_FOUND))
    code = SIGNET_DESK_ERROR_NOT_FOUND;
  else if (g_error_matches (below, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    code = SIGNET_DESK_ERROR_DISK_FULL;
  return signet_desk_error_new (code, signet_remote_error_get_retry_after (below),
                                signet_remote_error_get_tries_left (below), get_reason (below),
                                below->message);
}

/**
 * signet_explain_task:
 * @task: (transfer full): what the person waits for
 * @error: (transfer full) (nullable): an error of any room below; %NULL if it went well
 *
 * Ends @task: with %TRUE, or with the error as the application may see it.
 */
void
signet_explain_task (GTask *task, GError *error)
{
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, signet_explain (error));
  g_object_unref (task);
}
