/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "db/signet-db-error.h"

#include "db/signet-db-private.h"

#include <errno.h>

/* Turns SQLite's result codes into this room's error domain. Messages hold SQLite's own words, which name
 * tables and columns but never values, so they may be logged. Any thread.
 */

G_DEFINE_QUARK (signet - db - error - quark, signet_db_error)

static gboolean
means_no_room (int system_errno)
{
  return system_errno == ENOSPC || system_errno == EDQUOT || system_errno == EFBIG;
}

static int
last_errno (sqlite3_file *file)
{
  int system_errno = 0;

  if (file != NULL && file->pMethods != NULL)
    file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &system_errno);
  return system_errno;
}

/* SQLite calls a failed write SQLITE_IOERR unless errno was ENOSPC; a quota and the process' own file size
 * limit are the same to the person: no room. By the time the error arrives here errno may be another one, the
 * file that failed still knows. */
static gboolean
is_no_room (sqlite3 *handle, int code)
{
  sqlite3_file *file = NULL;
  sqlite3_file *log = NULL;

  if ((code & 0xff) == SQLITE_FULL)
    return TRUE;
  if ((code & 0xff) != SQLITE_IOERR || code == SQLITE_IOERR_READ || handle == NULL)
    return FALSE;

  sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  sqlite3_file_control (handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
  return means_no_room (sqlite3_system_errno (handle)) || means_no_room (last_errno (file)) ||
         means_no_room (last_errno (log));
}

static SignetDbError
code_to_error (sqlite3 *handle, int code)
{
  if (is_no_room (handle, code))
    return SIGNET_DB_ERROR_FULL;

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SIGNET_DB_ERROR_BUSY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return SIGNET_DB_ERROR_CORRUPT;
    case SQLITE_CONSTRAINT:
      return SIGNET_DB_ERROR_CONSTRAINT;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_AUTH:
      return SIGNET_DB_ERROR_PERMISSION;
    case SQLITE_IOERR:
      return SIGNET_DB_ERROR_IO;
    case SQLITE_INTERRUPT:
      return SIGNET_DB_ERROR_INTERRUPTED;
    default:
      return SIGNET_DB_ERROR_FAILED;
    }
}

void
signet_db_set_handle_error (sqlite3 *handle, int code, GError **error)
{
  g_set_error (error, SIGNET_DB_ERROR, code_to_error (handle, code), "%s (%d)",
               handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code), code);
}

void
signet_db_set_error (SignetDb *self, int code, GError **error)
{
  signet_db_set_handle_error (signet_db_get_handle (self), code, error);
}
