/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SIGNET_DB_ERROR (signet_db_error_quark ())

/**
 * SignetDbError:
 * @SIGNET_DB_ERROR_FAILED: anything without a code of its own; the message has SQLite's words
 * @SIGNET_DB_ERROR_BUSY: another connection held the write lock longer than the busy timeout
 * @SIGNET_DB_ERROR_FULL: the disk, the quota or the permitted size is used up; nothing of the transaction was
 * kept
 * @SIGNET_DB_ERROR_CORRUPT: the file is damaged or no database at all
 * @SIGNET_DB_ERROR_IN_USE: another process owns this database
 * @SIGNET_DB_ERROR_TOO_NEW: written by a newer version of the program
 * @SIGNET_DB_ERROR_FOREIGN: a database, but another program's
 * @SIGNET_DB_ERROR_CONSTRAINT: a UNIQUE, NOT NULL, CHECK or foreign key rule was broken
 * @SIGNET_DB_ERROR_PERMISSION: the file or folder can't be opened, made or written
 * @SIGNET_DB_ERROR_IO: the disk failed to read or write
 * @SIGNET_DB_ERROR_INTERRUPTED: signet_db_interrupt() stopped it
 */
typedef enum
{
  SIGNET_DB_ERROR_FAILED,
  SIGNET_DB_ERROR_BUSY,
  SIGNET_DB_ERROR_FULL,
  SIGNET_DB_ERROR_CORRUPT,
  SIGNET_DB_ERROR_IN_USE,
  SIGNET_DB_ERROR_TOO_NEW,
  SIGNET_DB_ERROR_FOREIGN,
  SIGNET_DB_ERROR_CONSTRAINT,
  SIGNET_DB_ERROR_PERMISSION,
  SIGNET_DB_ERROR_IO,
  SIGNET_DB_ERROR_INTERRUPTED,
} SignetDbError;

GQuark signet_db_error_quark (void);

G_END_DECLS
