/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-put-off.h"

#include <glib/gi18n.h>

#include "app/signet-format.h"

/* Puts a reminder of Today off, and says so with a way back. Main thread. */

static SignetTodayRow *
find_row (SignetDesk *desk, const char *id)
{
  GListModel *today = signet_desk_get_today (desk);

  for (guint i = 0; i < g_list_model_get_n_items (today); i++)
    {
      g_autoptr (SignetTodayRow) row = g_list_model_get_item (today, i);

      if (g_str_equal (signet_today_row_get_id (row), id))
        return g_steal_pointer (&row);
    }
  return NULL;
}

static void
undo_cb (AdwToast *toast, SignetDesk *desk)
{
  signet_desk_put_off (desk, g_object_get_data (G_OBJECT (toast), "row"), NULL);
}

/**
 * signet_put_off:
 * @desk: an open desk
 * @id: of a row of Today of kind expiring; one that has gone meanwhile is let be
 * @until: the day on which it comes again, YYYY-MM-DD
 * @overlay: where it is said
 */
void
signet_put_off (SignetDesk *desk, const char *id, const char *until, AdwToastOverlay *overlay)
{
  g_autoptr (SignetTodayRow) row = find_row (desk, id);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  if (row == NULL)
    return;
  signet_desk_put_off (desk, row, until);

  day = signet_format_date_text (until);
  /* Translators: %s is a date */
  text = g_strdup_printf (_ ("You are reminded again on %s"), day);
  escaped = g_markup_escape_text (text, -1); /* a toast's title is markup */
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _ ("Undo"));
  g_object_set_data_full (G_OBJECT (toast), "row", g_steal_pointer (&row), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), desk, 0);
  adw_toast_overlay_add_toast (overlay, toast);
}
