/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-desk-private.h"

#include <string.h>

#include "model/signet-words.h"
#include "store/signet-authorisation-list.h"
#include "store/signet-deadlines.h"
#include "store/signet-parties.h"
#include "store/signet-party-list.h"
#include "store/signet-right-list.h"
#include "store/signet-row-list.h"
#include "store/signet-settings.h"

/*
 * The desk's lists, for whom they are, and what is put off in them. Main thread.
 */

static GListModel *
get_list (SignetDesk *self, GListModel *(*get) (SignetDocket *docket))
{
  SignetDocket *docket = signet_desk_get_docket (self);

  return docket != NULL ? get (docket) : NULL;
}

/* Takes @list over. */
static GListModel *
open_list (SignetDesk *self, SignetCertifiedList *list, const SignetCertifiedFilter *filter)
{
  SignetAccount *account = signet_desk_get_account (self);

  signet_certified_list_set_account (list, account != NULL ? signet_account_get_id (account) : NULL);
  signet_certified_list_set_filter (list, filter);
  return G_LIST_MODEL (list);
}

static gboolean
principal_write (SignetTables *tables, gpointer data, GError **error)
{
  const char *principal = data;

  return signet_settings_set (tables, SIGNET_SETTING_PRINCIPAL, *principal != '\0' ? principal : NULL, error);
}

static gboolean
is_known (SignetDesk *self, const char *party)
{
  g_autoptr (SignetPartyRecord)
      record = signet_parties_find (signet_store_get_tables (signet_desk_get_store (self)), party, NULL);

  return record != NULL;
}

/* When it is put off, and what then counts as told. */
typedef struct
{
  char *subject;
  char *what;
  char *until;
  char *told_step;
} PutOff;

static void
put_off_free (gpointer data)
{
  PutOff *put_off = data;

  g_free (put_off->subject);
  g_free (put_off->what);
  g_free (put_off->until);
  g_free (put_off->told_step);
  g_free (put_off);
}

static gboolean
put_off_write (SignetTables *tables, gpointer data, GError **error)
{
  PutOff *put_off = data;

  return signet_deadlines_put_off (tables, put_off->subject, put_off->what, put_off->until,
                                   put_off->told_step, error);
}

/** signet_desk_restore_principal: whose things were listed when the desk was closed */
void
signet_desk_restore_principal (SignetDesk *self)
{
  SignetTables *tables = signet_store_get_tables (signet_desk_get_store (self));
  g_autofree char *principal = signet_settings_get (tables, SIGNET_SETTING_PRINCIPAL, NULL);

  if (principal == NULL || !is_known (self, principal))
    return;
  signet_docket_set_principal (signet_desk_get_docket (self), principal);
  g_object_notify (G_OBJECT (self), "principal");
}

/** signet_desk_check_principal: of one that is gone, nothing would be listed */
void
signet_desk_check_principal (SignetDesk *self)
{
  const char *principal = signet_desk_get_principal (self);

  if (principal != NULL && !is_known (self, principal))
    signet_desk_set_principal (self, NULL);
}

/** signet_desk_get_today: Returns: (transfer none) (nullable): a list of #SignetTodayRow; %NULL before
 * opening */
GListModel *
signet_desk_get_today (SignetDesk *self)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return get_list (self, signet_docket_get_today);
}

/** signet_desk_get_complaints: Returns: (transfer none) (nullable): a list of #SignetComplaintRow */
GListModel *
signet_desk_get_complaints (SignetDesk *self)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return get_list (self, signet_docket_get_complaints);
}

/** signet_desk_get_rights: Returns: (transfer none) (nullable): a list of #SignetRightRow */
GListModel *
signet_desk_get_rights (SignetDesk *self)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return get_list (self, signet_docket_get_rights);
}

/** signet_desk_get_parties: Returns: (transfer none) (nullable): a list of #SignetPartyRow */
GListModel *
signet_desk_get_parties (SignetDesk *self)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return get_list (self, signet_docket_get_parties);
}

/** signet_desk_get_authorisations: Returns: (transfer none) (nullable): a list of #SignetAuthorisationRow */
GListModel *
signet_desk_get_authorisations (SignetDesk *self)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return get_list (self, signet_docket_get_authorisations);
}

/** signet_desk_get_principals: Returns: (transfer none) (nullable): a list of #SignetPartyRow, of all
 * principals whatever is chosen */
GListModel *
signet_desk_get_principals (SignetDesk *self)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return get_list (self, signet_docket_get_principals);
}

/**
 * signet_desk_open_parties:
 * @self: an open desk
 * @role: (nullable): principal or agent; %NULL for both
 *
 * Returns: (transfer full): a live list of #SignetPartyRow, of everybody whatever principal is chosen
 */
GListModel *
signet_desk_open_parties (SignetDesk *self, const char *role)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return open_list (self, signet_party_list_new (signet_desk_get_store (self)),
                    &(SignetCertifiedFilter){ .role = role });
}

/**
 * signet_desk_open_rights:
 * @self: an open desk
 * @party: local id of a party
 *
 * Returns: (transfer full): a live list of #SignetRightRow, of those the party holds, alone or with others
 */
GListModel *
signet_desk_open_rights (SignetDesk *self, const char *party)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return open_list (self, signet_right_list_new (signet_desk_get_store (self)),
                    &(SignetCertifiedFilter){ .principal = party });
}

/**
 * signet_desk_search_rights:
 * @self: an open desk
 * @rights: a list of signet_desk_open_rights()
 * @text: (nullable): words that must all be in a right's number, name or owner; %NULL or "" for all
 */
void
signet_desk_search_rights (SignetDesk *self, GListModel *rights, const char *text)
{
  g_return_if_fail (SIGNET_IS_DESK (self));
  g_return_if_fail (SIGNET_IS_RIGHT_LIST (rights));

  signet_certified_list_set_text (SIGNET_CERTIFIED_LIST (rights), text);
}

/**
 * signet_desk_open_authorisations:
 * @self: an open desk
 * @principal: local id of a party
 *
 * Returns: (transfer full): a live list of #SignetAuthorisationRow, of those given in the party's name
 */
GListModel *
signet_desk_open_authorisations (SignetDesk *self, const char *principal)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return open_list (self, signet_authorisation_list_new (signet_desk_get_store (self)),
                    &(SignetCertifiedFilter){ .principal = principal });
}

/** signet_desk_get_principal: Returns: (transfer none) (nullable): local id of the party whose things are
 * listed; %NULL for everybody's */
const char *
signet_desk_get_principal (SignetDesk *self)
{
  SignetDocket *docket;

  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);

  docket = signet_desk_get_docket (self);
  return docket != NULL ? signet_docket_get_principal (docket) : NULL;
}

/**
 * signet_desk_set_principal:
 * @self: an open desk
 * @party: (nullable): local id of a principal; %NULL for all
 *
 * Every list shows what is this principal's from now on, and at the next start. Whose a new draft is isn't
 * known at first: it is listed for each.
 */
void
signet_desk_set_principal (SignetDesk *self, const char *party)
{
  SignetDocket *docket;

  g_return_if_fail (SIGNET_IS_DESK (self));

  docket = signet_desk_get_docket (self);
  if (docket == NULL || g_strcmp0 (party, signet_docket_get_principal (docket)) == 0)
    return;
  signet_docket_set_principal (docket, party);
  signet_desk_keep (self, principal_write, g_strdup (party != NULL ? party : ""), g_free);
  g_object_notify (G_OBJECT (self), "principal");
}

/**
 * signet_desk_filter_complaints:
 * @self: an open desk
 * @filter: which complaints of the current account are listed
 *
 * The list answers when its new rows are known.
 */
void
signet_desk_filter_complaints (SignetDesk *self, const SignetComplaintFilter *filter)
{
  g_return_if_fail (SIGNET_IS_DESK (self));
  signet_docket_filter_complaints (signet_desk_get_docket (self), filter->status, filter->right,
                                   filter->text);
  signet_docket_sort_complaints (signet_desk_get_docket (self), filter->sort);
}

/**
 * signet_desk_filter_rights:
 * @self: an open desk
 * @filter: which rights of the principal are listed
 *
 * The list answers when its new rows are known.
 */
void
signet_desk_filter_rights (SignetDesk *self, const SignetRightFilter *filter)
{
  g_return_if_fail (SIGNET_IS_DESK (self));
  signet_docket_filter_rights (signet_desk_get_docket (self), filter->kind, filter->status, filter->text);
}

/**
 * signet_desk_put_off:
 * @self: an open desk
 * @row: a row of Today of kind %SIGNET_TODAY_EXPIRING
 * @until: (nullable): `YYYY-MM-DD`, the day on which it is shown, and told, again; %NULL shows it at once,
 * which is how putting off is undone
 *
 * Puts a reminder off.
 */
void
signet_desk_put_off (SignetDesk *self, SignetTodayRow *row, const char *until)
{
  PutOff *put_off;

  g_return_if_fail (SIGNET_IS_DESK (self));
  g_return_if_fail (strcmp (signet_today_row_get_kind (row), SIGNET_TODAY_EXPIRING) == 0);

  put_off = g_new0 (PutOff, 1);
  put_off->subject = g_strdup (signet_today_row_get_subject_id (row));
  put_off->what = g_strdup (signet_today_row_get_what (row));
  put_off->until = g_strdup (until);
  put_off->told_step = until == NULL ? g_strdup (signet_today_row_get_step (row)) : NULL;
  signet_desk_keep (self, put_off_write, put_off, put_off_free);
}

/** signet_desk_reload: @list: one of the desk's lists whose state is "error" */
void
signet_desk_reload (SignetDesk *self, GListModel *list)
{
  g_return_if_fail (SIGNET_IS_DESK (self));
  signet_row_list_reload (SIGNET_ROW_LIST (list));
}
