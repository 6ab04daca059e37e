/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* What SQLite says comes as it is, in the domain SIGNET_DB_ERROR: full, corrupt, in use, too new … */
#include "db/signet-db-error.h"

G_BEGIN_DECLS

#define SIGNET_STORE_ERROR (signet_store_error_quark ())

/**
 * SignetStoreError:
 * @SIGNET_STORE_ERROR_NOT_FOUND: there is no such record or file
 * @SIGNET_STORE_ERROR_CONFLICT: the record's state doesn't permit this (sent already, frozen already …)
 * @SIGNET_STORE_ERROR_DAMAGED_FILE: a file in the vault isn't what was put there
 * @SIGNET_STORE_ERROR_CLOSED: the store is not open
 * @SIGNET_STORE_ERROR_UNDONE: it was only tried, as asked for
 */
typedef enum
{
  SIGNET_STORE_ERROR_NOT_FOUND,
  SIGNET_STORE_ERROR_CONFLICT,
  SIGNET_STORE_ERROR_DAMAGED_FILE,
  SIGNET_STORE_ERROR_CLOSED,
  SIGNET_STORE_ERROR_UNDONE,
} SignetStoreError;

GQuark signet_store_error_quark (void);
gboolean signet_store_error_forgive_missing (GError *missing, GError **error);

G_END_DECLS
