/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-docket.h"

#include "model/signet-today-row.h"
#include "model/signet-words.h"
#include "store/signet-outbox.h"
#include "store/signet-party-list.h"
#include "store/signet-right-list.h"
#include "store/signet-today-list.h"

/*
 * The lists of the account being worked with, and the two numbers a person wants to see without opening any.
 * The desk owns it, from the moment the store is open. Main thread.
 */
struct _SignetDocket
{
  GObject parent_instance;

  SignetStore *store;
  char *account; /* or NULL */

  SignetTodayList *today;
  SignetComplaintList *complaints;
  SignetCertifiedList *rights;
  SignetCertifiedList *parties;
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
  gint64 n = signet_outbox_count_unsent (signet_store_get_tables (self->store), NULL, &error);

  if (error != NULL)
    g_warning ("the outbox cannot be counted: %s", error->message);
  if (n >= 0)
    set_number (self, &self->n_waiting, (guint) n, PROP_N_WAITING);
}

/* What is on its way or has been decided doesn't wait for the person. */
static void
count_today (SignetDocket *self)
{
  const char *const others[] = { SIGNET_TODAY_QUEUED, SIGNET_TODAY_DECIDED, NULL };
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->today)); i++)
    {
      g_autoptr (SignetTodayRow) row = g_list_model_get_item (G_LIST_MODEL (self->today), i);
      n += !g_strv_contains (others, signet_today_row_get_kind (row));
    }
  set_number (self, &self->n_today, n, PROP_N_TODAY);
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
  g_clear_object (&self->store);
  g_free (self->account);
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

  g_free (self->account);
  self->account = g_strdup (account);
  signet_today_list_set_account (self->today, account);
  signet_complaint_list_set_filter (self->complaints, &(SignetComplaintListFilter){ .account = account });
  signet_certified_list_set_account (self->rights, account);
  signet_certified_list_set_account (self->parties, account);
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
  SignetComplaintListFilter filter = { 0 };

  g_return_if_fail (SIGNET_IS_DOCKET (self));

  filter.account = self->account;
  filter.status = status;
  filter.right = right;
  signet_complaint_list_set_filter (self->complaints, &filter);
  signet_complaint_list_set_text (self->complaints, text);
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

/** signet_docket_get_n_today: Returns: how many things wait for the person */
guint
signet_docket_get_n_today (SignetDocket *self)
{
  g_return_val_if_fail (SIGNET_IS_DOCKET (self), 0);
  return self->n_today;
}

/** signet_docket_get_n_waiting: Returns: how many submissions have not reached their platform */
guint
signet_docket_get_n_waiting (SignetDocket *self)
{
  g_return_val_if_fail (SIGNET_IS_DOCKET (self), 0);
  return self->n_waiting;
}
