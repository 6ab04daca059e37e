/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-list-state.h"

/* The type of a list's state, for properties and .ui files. Any thread. */

GType
signet_list_state_get_type (void)
{
  static const GEnumValue values[] = {
    { SIGNET_LIST_LOADING, "SIGNET_LIST_LOADING", "loading" },
    { SIGNET_LIST_EMPTY, "SIGNET_LIST_EMPTY", "empty" },
    { SIGNET_LIST_ERROR, "SIGNET_LIST_ERROR", "error" },
    { SIGNET_LIST_ROWS, "SIGNET_LIST_ROWS", "rows" },
    { 0, NULL, NULL },
  };
  static GType type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("SignetListState", values));
  return type;
}
