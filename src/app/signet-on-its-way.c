/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-on-its-way.h"

#include "model/signet-certification-row.h"
#include "model/signet-words.h"

/*
 * Says that something is on its way to the platform, as long as nothing else is known: what the platform
 * refuses moments later is told where it stands, and that it is on its way would stand over it. The toast
 * holds what it watches. Main thread.
 */

/* What the platform sends back, at once or by its reviewer. */
static gboolean
was_refused (const char *status)
{
  static const char *const refused[] = { SIGNET_STATUS_FAILED, SIGNET_STATUS_NEEDS_CORRECTION,
                                         SIGNET_STATUS_REJECTED, SIGNET_STATUS_EXPIRED, NULL };

  return g_strv_contains (refused, status);
}

static gboolean
is_refused_anywhere (GListModel *certifications, const char *account)
{
  for (guint i = 0; i < g_list_model_get_n_items (certifications); i++)
    {
      g_autoptr (SignetCertificationRow) row = g_list_model_get_item (certifications, i);

      if (g_str_equal (signet_certification_row_get_account_id (row), account) &&
          was_refused (signet_certification_row_get_status (row)))
        return TRUE;
    }

  return FALSE;
}

/* @watched: a complaint's matter, or the certifications of a record */
static gboolean
is_refused (GObject *watched, const char *account)
{
  SignetComplaint *complaint;

  if (!SIGNET_IS_MATTER (watched))
    return is_refused_anywhere (G_LIST_MODEL (watched), account);
  complaint = signet_matter_get_complaint (SIGNET_MATTER (watched));

  return complaint != NULL && was_refused (signet_complaint_get_status (complaint));
}

static void
watched_changed_cb (AdwToast *toast)
{
  GObject *watched = g_object_get_data (G_OBJECT (toast), "watched");

  if (!is_refused (watched, g_object_get_data (G_OBJECT (toast), "account")))
    return;
  g_signal_handlers_disconnect_by_func (watched, watched_changed_cb, toast);
  adw_toast_dismiss (toast);
}

/**
 * signet_on_its_way_tell:
 * @desk: an open desk
 * @draft: what was submitted
 * @subject: local id of what it has become
 * @text: that it is on its way, in a sentence without a full stop
 * @overlay: where it is said
 *
 * Says so for a few seconds, but not when or once it has been refused.
 */
void
signet_on_its_way_tell (SignetDesk *desk,
                        SignetDraft *draft,
                        const char *subject,
                        const char *text,
                        AdwToastOverlay *overlay)
{
  const char *account;
  gboolean is_complaint;
  g_autoptr (GObject) watched = NULL;
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  g_return_if_fail (SIGNET_IS_DESK (desk));
  g_return_if_fail (SIGNET_IS_DRAFT (draft));
  g_return_if_fail (subject != NULL);

  account = signet_account_get_id (signet_draft_get_account (draft));
  is_complaint = signet_draft_get_kind (draft) == SIGNET_DRAFT_COMPLAINT;
  watched = is_complaint ? G_OBJECT (signet_desk_open_matter (desk, subject))
                         : G_OBJECT (signet_desk_open_certifications (desk, subject));
  if (is_refused (watched, account))
    return;

  escaped = g_markup_escape_text (text, -1); /* a toast's title is markup */
  toast = adw_toast_new (escaped);
  g_signal_connect_object (watched, is_complaint ? "notify::complaint" : "items-changed",
                           G_CALLBACK (watched_changed_cb), toast, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (toast), "account", g_strdup (account), g_free);
  g_object_set_data_full (G_OBJECT (toast), "watched", g_steal_pointer (&watched), g_object_unref);
  adw_toast_overlay_add_toast (overlay, toast);
}
