/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SignetListState:
 * @SIGNET_LIST_LOADING: nothing is known yet
 * @SIGNET_LIST_EMPTY: there are no rows, or none that match
 * @SIGNET_LIST_ERROR: it couldn't be read; loading again may help
 * @SIGNET_LIST_ROWS: there are rows
 *
 * What a page shows in a list's place: the property `state` of every list the desk hands out.
 */
typedef enum
{
  SIGNET_LIST_LOADING,
  SIGNET_LIST_EMPTY,
  SIGNET_LIST_ERROR,
  SIGNET_LIST_ROWS,
} SignetListState;

#define SIGNET_TYPE_LIST_STATE (signet_list_state_get_type ())
GType signet_list_state_get_type (void);

G_END_DECLS
