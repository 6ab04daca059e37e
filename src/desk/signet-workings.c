/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-workings.h"

#include <string.h>

#include "proof/signet-random.h"
#include "remote/signet-http.h"

/*
 * Every account at work: those the last run knew, and those a person adds. Knows which platform is a practice
 * platform of this desk's own and where it lies. The desk owns it. Main thread.
 */
struct _SignetWorkings
{
  GObject parent_instance;

  char *practice_folder;
  char *practice_program;
  SignetStore *store;
  SignetCredentials *credentials;
  SignetClock *clock;

  GPtrArray *workings;  /* SignetWorking */
  GListStore *accounts; /* their accounts, in the same order */
};

G_DEFINE_FINAL_TYPE (SignetWorkings, signet_workings, G_TYPE_OBJECT)

enum
{
  SYNCED,
  DECIDED,
  NOT_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SignetPracticeHost *
create_host (SignetWorkings *self, const char *rules)
{
  g_autofree char *folder = g_build_filename (self->practice_folder, rules, NULL);

  return signet_practice_host_new (self->practice_program, folder, rules);
}

/* Only what this desk began itself is its own to start, whatever a platform says it is. */
static SignetPracticeHost *
find_host (SignetWorkings *self, const SignetAccountRecord *record)
{
  g_autoptr (SignetPracticeHost) host = *record->hosted != '\0' ? create_host (self, record->hosted) : NULL;

  if (host == NULL || !g_file_test (signet_practice_host_get_folder (host), G_FILE_TEST_IS_DIR))
    return NULL;
  return g_steal_pointer (&host);
}

static SignetAccountRecord *
create_record (SignetWorkings *self, const char *address, const char *hosted, GError **error)
{
  g_autoptr (SignetAccountRecord) record = signet_account_record_new ();

  record->id = signet_random_uuid (error);
  if (record->id == NULL)
    return NULL;
  record->platform_id = g_strdup ("");
  record->address = g_strdup (address);
  record->rules = g_strdup (hosted);
  record->phone = g_strdup ("");
  record->email = g_strdup ("");
  record->cursor = g_strdup ("");
  record->practice = *hosted != '\0';
  record->hosted = g_strdup (hosted);
  record->created_at = signet_clock_now (self->clock);
  return g_steal_pointer (&record);
}

static void
last_sync_cb (SignetWorkings *self)
{
  g_signal_emit (self, signals[SYNCED], 0);
}

static void
decided_cb (SignetWorkings *self, const char *complaint)
{
  g_signal_emit (self, signals[DECIDED], 0, complaint);
}

static void
not_kept_cb (SignetWorkings *self, const GError *why)
{
  g_signal_emit (self, signals[NOT_KEPT], 0, why);
}

/* The pump has got through: whatever the platform had to say meanwhile should be heard at once. */
static void
online_cb (SignetWorkings *self, GParamSpec *pspec, SignetAccount *account)
{
  SignetWorking *working = signet_workings_find (self, signet_account_get_id (account));

  if (working != NULL && signet_account_get_online (account))
    signet_sync_poke (working->sync);
}

/* What an earlier Signet stored may be spelt otherwise. */
static gboolean
is_at (SignetAccount *account, const char *address)
{
  g_autofree char *own = signet_http_normalise (signet_account_get_address (account), NULL);

  return g_strcmp0 (own, address) == 0;
}

/* Takes @record. */
static SignetWorking *
add (SignetWorkings *self, SignetAccountRecord *record, SignetPracticeHost *host)
{
  SignetWorking *working = signet_working_new (record, self->store, self->credentials, self->clock, host);

  g_signal_connect_object (working->sync, "notify::last", G_CALLBACK (last_sync_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (working->sync, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (working->pump, "not-kept", G_CALLBACK (not_kept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (working->account, "notify::online", G_CALLBACK (online_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->workings, working);
  g_list_store_append (self->accounts, working->account);
  return working;
}

static void
signet_workings_dispose (GObject *object)
{
  SignetWorkings *self = SIGNET_WORKINGS (object);

  signet_workings_close (self);
  g_list_store_remove_all (self->accounts);
  G_OBJECT_CLASS (signet_workings_parent_class)->dispose (object);
}

static void
signet_workings_finalize (GObject *object)
{
  SignetWorkings *self = SIGNET_WORKINGS (object);

  g_ptr_array_unref (self->workings);
  g_object_unref (self->accounts);
  g_clear_object (&self->store);
  g_clear_object (&self->credentials);
  g_clear_object (&self->clock);
  g_free (self->practice_folder);
  g_free (self->practice_program);
  G_OBJECT_CLASS (signet_workings_parent_class)->finalize (object);
}

static void
signet_workings_class_init (SignetWorkingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = signet_workings_dispose;
  object_class->finalize = signet_workings_finalize;

  signals[SYNCED] = g_signal_new ("synced", SIGNET_TYPE_WORKINGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[NOT_KEPT] = g_signal_new ("not-kept", SIGNET_TYPE_WORKINGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[DECIDED] = g_signal_new ("decided", SIGNET_TYPE_WORKINGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
signet_workings_init (SignetWorkings *self)
{
  self->workings = g_ptr_array_new_with_free_func ((GDestroyNotify) signet_working_free);
  self->accounts = g_list_store_new (SIGNET_TYPE_ACCOUNT);
}

/**
 * signet_workings_new:
 * @data_dir: (type filename): the desk's folder, in which practice platforms have theirs
 * @practice_program: (type filename): path of `signet-practice`
 * @store: where everything is
 * @credentials: the keyring
 * @clock: the time
 *
 * Returns: (transfer full): nobody at work yet
 */
SignetWorkings *
signet_workings_new (const char *data_dir,
                     const char *practice_program,
                     SignetStore *store,
                     SignetCredentials *credentials,
                     SignetClock *clock)
{
  SignetWorkings *self = g_object_new (SIGNET_TYPE_WORKINGS, NULL);

  self->practice_folder = g_build_filename (data_dir, "practice", NULL);
  self->practice_program = g_strdup (practice_program);
  self->store = g_object_ref (store);
  self->credentials = g_object_ref (credentials);
  self->clock = g_object_ref (clock);
  return self;
}

/**
 * signet_workings_take_up:
 * @self: the accounts
 * @record: (transfer full): one of the last run
 *
 * Goes on where the last run ended, and connects in the background.
 *
 * Returns: (transfer none): the account at work
 */
SignetWorking *
signet_workings_take_up (SignetWorkings *self, SignetAccountRecord *record)
{
  g_autoptr (SignetPracticeHost) host = NULL;
  SignetWorking *working;

  g_return_val_if_fail (SIGNET_IS_WORKINGS (self), NULL);

  host = find_host (self, record);
  working = add (self, record, host);
  signet_working_connect (working);
  return working;
}

/**
 * signet_workings_ensure_practice:
 * @self: the accounts
 * @rules: "kuaishou" or "ippro"
 * @error: no randomness
 *
 * Returns: (transfer none) (nullable): the account on this desk's practice platform, maybe a new one
 */
SignetWorking *
signet_workings_ensure_practice (SignetWorkings *self, const char *rules, GError **error)
{
  g_autoptr (SignetPracticeHost) host = NULL;
  SignetAccountRecord *record;

  g_return_val_if_fail (SIGNET_IS_WORKINGS (self), NULL);

  for (guint i = 0; i < self->workings->len; i++)
    {
      SignetWorking *working = g_ptr_array_index (self->workings, i);

      if (working->host != NULL && g_str_equal (signet_practice_host_get_rules (working->host), rules))
        return working;
    }
  record = create_record (self, "", rules, error);
  if (record == NULL)
    return NULL;
  host = create_host (self, rules);
  return add (self, record, host);
}

/**
 * signet_workings_ensure_address:
 * @self: the accounts
 * @typed: where a platform is, as a person types it; https if no scheme stands there
 * @error: %SIGNET_REMOTE_ERROR_ADDRESS, or no randomness
 *
 * Returns: (transfer none) (nullable): the account on that platform, maybe a new one
 */
SignetWorking *
signet_workings_ensure_address (SignetWorkings *self, const char *typed, GError **error)
{
  g_autofree char *absolute = strstr (typed, "://") != NULL ? g_strdup (typed)
                                                            : g_strconcat ("https://", typed, NULL);
  g_autofree char *address = NULL;
  SignetAccountRecord *record;

  g_return_val_if_fail (SIGNET_IS_WORKINGS (self), NULL);

  address = signet_http_normalise (g_strstrip (absolute), error);
  if (address == NULL)
    return NULL;
  for (guint i = 0; i < self->workings->len; i++)
    {
      SignetWorking *working = g_ptr_array_index (self->workings, i);

      if (is_at (working->account, address))
        return working;
    }
  record = create_record (self, address, "", error);
  return record != NULL ? add (self, record, NULL) : NULL;
}

/** signet_workings_find: Returns: (transfer none) (nullable): the account with this local id, at work */
SignetWorking *
signet_workings_find (SignetWorkings *self, const char *account)
{
  g_return_val_if_fail (SIGNET_IS_WORKINGS (self), NULL);

  for (guint i = 0; i < self->workings->len; i++)
    {
      SignetWorking *working = g_ptr_array_index (self->workings, i);

      if (g_strcmp0 (signet_account_get_id (working->account), account) == 0)
        return working;
    }
  return NULL;
}

/**
 * signet_workings_drop:
 * @self: the accounts
 * @account: local id of one of them
 *
 * Ends what is under way for it; it isn't among the accounts any more.
 */
void
signet_workings_drop (SignetWorkings *self, const char *account)
{
  g_return_if_fail (SIGNET_IS_WORKINGS (self));

  for (guint i = 0; i < self->workings->len; i++)
    {
      SignetWorking *working = g_ptr_array_index (self->workings, i);

      if (g_strcmp0 (signet_account_get_id (working->account), account) != 0)
        continue;
      g_ptr_array_remove_index (self->workings, i);
      g_list_store_remove (self->accounts, i);
      return;
    }
}

/** signet_workings_get_practice_folder: Returns: (type filename): where practice platforms have their folders
 */
const char *
signet_workings_get_practice_folder (SignetWorkings *self)
{
  g_return_val_if_fail (SIGNET_IS_WORKINGS (self), NULL);
  return self->practice_folder;
}

/** signet_workings_get_accounts: Returns: (transfer none): a list of #SignetAccount */
GListModel *
signet_workings_get_accounts (SignetWorkings *self)
{
  g_return_val_if_fail (SIGNET_IS_WORKINGS (self), NULL);
  return G_LIST_MODEL (self->accounts);
}

/** signet_workings_poke: Something in the outbox may be ready to go. */
void
signet_workings_poke (SignetWorkings *self)
{
  g_return_if_fail (SIGNET_IS_WORKINGS (self));

  for (guint i = 0; i < self->workings->len; i++)
    signet_pump_poke (((SignetWorking *) g_ptr_array_index (self->workings, i))->pump, FALSE);
}

/** signet_workings_sync: A practice platform that isn't running is started, what waits is tried, what changed
 * is fetched. */
void
signet_workings_sync (SignetWorkings *self)
{
  g_return_if_fail (SIGNET_IS_WORKINGS (self));

  for (guint i = 0; i < self->workings->len; i++)
    {
      SignetWorking *working = g_ptr_array_index (self->workings, i);

      if (working->host != NULL && !signet_practice_host_get_running (working->host))
        signet_working_connect (working);
      signet_pump_poke (working->pump, TRUE);
      signet_sync_poke (working->sync);
    }
}

/** signet_workings_close: Ends what is under way; the accounts can still be looked at. */
void
signet_workings_close (SignetWorkings *self)
{
  g_return_if_fail (SIGNET_IS_WORKINGS (self));
  g_ptr_array_set_size (self->workings, 0);
}
