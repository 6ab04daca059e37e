/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-docket.h"

#include "model/signet-words.h"
#include "store/signet-authorisation-list.h"
#include "store/signet-outbox.h"
#include "store/signet-party-list.h"
#include "store/signet-right-list.h"
#include "store/signet-today-list.h"

/*
 * The lists of the account being worked with, of one principal or all, and the two numbers a person wants to
 * see without opening any. The desk owns it, from the moment the store is open. Main thread.
 */
struct _SignetDocket
{
  GObject parent_instance;

  SignetStore *store;
  char *account; /* or NULL, as all below */
  char *principal;
  char *complaint_status;
  char *complaint_right;
  char *right_kind;
  char *right_status;

  SignetTodayList *today;
  SignetComplaintList *complaints;
  SignetCertifiedList *rights;
  SignetCertifiedList *parties;
  SignetCertifiedList *principals;
  SignetCertifiedList *authorisations;
  guint n_today;
  guint n_waiting;
};

G_DEFINE_FINAL_TYPE (SignetDocket, signet_docket, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_N_TODAY,
  PROP_N_WAITING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_number (SignetDocket *self, guint *number, guint value, int property)
{
  if (*number == value)
    return;
  *number = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
count_waiting (SignetDocket *self)
{
  g_autoptr (GError) error = NULL;
  gint64 n = signet_outbox_count_waiting (signet_store_get_tables (self->store), &error);

  if (error != NULL)
    g_warning ("the outbox cannot be counted: %s", error->message);
  if (n >= 0)
    set_number (self, &self->n_waiting, (guint) n, PROP_N_WAITING);
}

static void
count_today (SignetDocket *self)
{
  set_number (self, &self->n_today, signet_today_list_count_waiting (self->today), PROP_N_TODAY);
}

static void
filter_complaints (SignetDocket *self)
{
  SignetComplaintListFilter filter = { 0 };

  filter.account = self->account;
  filter.status = self->complaint_status;
  filter.right = self->complaint_right;
  filter.party = self->principal;
  signet_complaint_list_set_filter (self->complaints, &filter);
}

static void
filter_rights (SignetDocket *self)
{
  SignetCertifiedFilter filter = { 0 };

  filter.principal = self->principal;
  filter.kind = self->right_kind;
  filter.status = self->right_status;
  signet_certified_list_set_filter (self->rights, &filter);
}

static void
set_text (char **field, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*field);
  *field = copy;
}

static void
store_changed_cb (SignetDocket *self, SignetChanges *changes)
{
  if (signet_changes_has (changes, SIGNET_SUBJECT_OUTBOX, NULL))
    count_waiting (self);
}

static void
today_changed_cb (SignetDocket *self)
{
  count_today (self);
}

static void
signet_docket_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SignetDocket *self = SIGNET_DOCKET (object);

  switch (id)
    {
    case PROP_N_TODAY:
      g_value_set_uint (value, self->n_today);
      break;
    case PROP_N_WAITING:
      g_value_set_uint (value, self->n_waiting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_docket_finalize (GObject *object)
{
  SignetDocket *self = SIGNET_DOCKET (object);

  g_clear_object (&self->today);
  g_clear_object (&self->complaints);
  g_clear_object (&self->rights);
  g_clear_object (&self->parties);
  g_clear_object (&self->principals);
  g_clear_object (&self->authorisations);
  g_clear_object (&self->store);
  g_free (self->account);
  g_free (self->principal);
  g_free (self->complaint_status);
  g_free (self->complaint_right);
  g_free (self->right_kind);
  g_free (self->right_status);
  G_OBJECT_CLASS (signet_docket_parent_class)->finalize (object);
}

static void
signet_docket_class_init (SignetDocketClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = signet_docket_get_property;
  object_class->finalize = signet_docket_finalize;

  properties[PROP_N_TODAY] = g_param_spec_uint ("n-today", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_WAITING] = g_param_spec_uint ("n-waiting", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_docket_init (SignetDocket *self)
{
}

/**
 * signet_docket_new:
 * @store: an open store
 * @clock: the time
 *
 * Returns: (transfer full): lists of nobody's things yet
 */
SignetDocket *
signet_docket_new (SignetStore *store, SignetClock *clock)
{
  SignetDocket *self = g_object_new (SIGNET_TYPE_DOCKET, NULL);

  self->store = g_object_ref (store);
  self->today = signet_today_list_new (store, clock);
  self->complaints = signet_complaint_list_new (store);
  self->rights = signet_right_list_new (store);
  self->parties = signet_party_list_new (store);
  self->principals = signet_party_list_new (store);
  signet_certified_list_set_filter (self->principals,
                                    &(SignetCertifiedFilter){ .role = SIGNET_ROLE_PRINCIPAL });
  self->authorisations = signet_authorisation_list_new (store);
  g_signal_connect_object (self->today, "items-changed", G_CALLBACK (today_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  count_today (self);
  count_waiting (self);
  return self;
}

/** signet_docket_set_account: @account: local id of the account whose things are listed, all of them */
void
signet_docket_set_account (SignetDocket *self, const char *account)
{
  g_return_if_fail (SIGNET_IS_DOCKET (self));

  set_text (&self->account, account);
  set_text (&self->complaint_status, NULL);
  set_text (&self->complaint_right, NULL);
  signet_today_list_set_account (self->today, account);
  filter_complaints (self);
  signet_certified_list_set_account (self->rights, account);
  signet_certified_list_set_account (self->parties, account);
  signet_certified_list_set_account (self->principals, account);
  signet_certified_list_set_account (self->authorisations, account);
}

/** signet_docket_set_principal: @principal: (nullable): local id of the party whose things are listed, %NULL
 * for everybody's. Every list follows but that of the principals. */
void
signet_docket_set_principal (SignetDocket *self, const char *principal)
{
  SignetCertifiedFilter filter = { 0 };

  g_return_if_fail (SIGNET_IS_DOCKET (self));

  set_text (&self->principal, principal);
  filter.principal = principal;
  signet_today_list_set_principal (self->today, principal);
  filter_complaints (self);
  filter_rights (self);
  signet_certified_list_set_filter (self->parties, &filter);
  signet_certified_list_set_filter (self->authorisations, &filter);
}

/** signet_docket_get_principal: Returns: (transfer none) (nullable): local id of whose things are listed,
 * %NULL for everybody's */
const char *
signet_docket_get_principal (SignetDocket *self)
{
  g_return_val_if_fail (SIGNET_IS_DOCKET (self), NULL);
  return self->principal;
}

/**
 * signet_docket_filter_complaints:
 * @self: a docket
 * @status: (nullable): a word of the wire, %NULL for all
 * @right: (nullable): local id, %NULL for all
 * @text: (nullable): searched in links, sellers, numbers and texts
 *
 * Says which complaints of the account are listed.
 */
void
signet_docket_filter_complaints (SignetDocket *self, const char *status, const char *right, const char *text)
{
  g_return_if_fail (SIGNET_IS_DOCKET (self));

  set_text (&self->complaint_status, status);
  set_text (&self->complaint_right, right);
  filter_complaints (self);
  signet_complaint_list_set_text (self->complaints, text);
}

/**
 * signet_docket_filter_rights:
 * @self: a docket
 * @kind: (nullable): a kind of right, %NULL for all
 * @status: (nullable): a word of the wire, or %SIGNET_STATUS_UNCERTIFIED; %NULL for all
 * @text: (nullable): searched in numbers, names and owners
 *
 * Says which rights of the principal are listed.
 */
void
signet_docket_filter_rights (SignetDocket *self, const char *kind, const char *status, const char *text)
{
  g_return_if_fail (SIGNET_IS_DOCKET (self));

  set_text (&self->right_kind, kind);
  set_text (&self->right_status, status);
  filter_rights (self);
  signet_certified_list_set_text (self->rights, text);
}

/**
 * signet_docket_sort_complaints:
 * @self: a docket
 * @sort: (nullable): newest, oldest, number, status or links; anything else is newest
 *
 * Says in which order they are listed; the database sorts them.
 */
void
signet_docket_sort_complaints (SignetDocket *self, const char *sort)
{
  static const struct
  {
    const char *word;
    SignetComplaintSort sort;
    gboolean descending;
  } orders[] = {
    { "newest", SIGNET_COMPLAINT_SORT_FILED, TRUE },   { "oldest", SIGNET_COMPLAINT_SORT_FILED, FALSE },
    { "number", SIGNET_COMPLAINT_SORT_NUMBER, FALSE }, { "status", SIGNET_COMPLAINT_SORT_STATUS, FALSE },
    { "links", SIGNET_COMPLAINT_SORT_LINKS, TRUE },
  };
  gsize chosen = 0;

  g_return_if_fail (SIGNET_IS_DOCKET (self));

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_strcmp0 (sort, orders[i].word) == 0)
      chosen = i;
  signet_complaint_list_set_sort (self->complaints, orders[chosen].sort, orders[chosen].descending);
}

/** signet_docket_get_today: Returns: (transfer none): a list of #SignetTodayRow */
GListModel *
signet_docket_get_today (SignetDocket *self)
{
  g_return_val_if_fail (SIGNET_IS_DOCKET (self), NULL);
  return G_LIST_MODEL (self->today);
}

/** signet_docket_get_complaints: Returns: (transfer none): a list of #SignetComplaintRow */
GListModel *
signet_docket_get_complaints (SignetDocket *self)
{
  g_return_val_if_fail (SIGNET_IS_DOCKET (self), NULL);
  return G_LIST_MODEL (self->complaints);
}

/** signet_docket_get_rights: Returns: (transfer none): a list of #SignetRightRow */
GListModel *
signet_docket_get_rights (SignetDocket *self)
{
  g_return_val_if_fail (SIGNET_IS_DOCKET (self), NULL);
  return G_LIST_MODEL (self->rights);
}

/** signet_docket_get_parties: Returns: (transfer none): a list of #SignetPartyRow */
GListModel *
signet_docket_get_parties (SignetDocket *self)
{
  g_return_val_if_fail (SIGNET_IS_DOCKET (self), NULL);
  return G_LIST_MODEL (self->parties);
}

/** signet_docket_get_principals: Returns: (transfer none): a list of #SignetPartyRow, of every principal */
GListModel *
signet_docket_get_principals (SignetDocket *self)
{
  g_return_val_if_fail (SIGNET_IS_DOCKET (self), NULL);
  return G_LIST_MODEL (self->principals);
}

/** signet_docket_get_authorisations: Returns: (transfer none): a list of #SignetAuthorisationRow */
GListModel *
signet_docket_get_authorisations (SignetDocket *self)
{
  g_return_val_if_fail (SIGNET_IS_DOCKET (self), NULL);
  return G_LIST_MODEL (self->authorisations);
}

/** signet_docket_get_n_today: Returns: how many things wait for the person */
guint
signet_docket_get_n_today (SignetDocket *self)
{
  g_return_val_if_fail (SIGNET_IS_DOCKET (self), 0);
  return self->n_today;
}

/** signet_docket_get_n_waiting: Returns: how many submissions wait to be sent; what was refused doesn't */
guint
signet_docket_get_n_waiting (SignetDocket *self)
{
  g_return_val_if_fail (SIGNET_IS_DOCKET (self), 0);
  return self->n_waiting;
}
