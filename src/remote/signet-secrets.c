/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-secrets.h"

/* For secret_item_new_for_dbus_path_sync(), which is as it was in 2012. */
#define SECRET_API_SUBJECT_TO_CHANGE
#define SECRET_WITH_UNSTABLE
#include <libsecret/secret.h>

#include "remote/signet-remote-error.h"
#include "remote/signet-secret-file.h"

/*
 * The keyring through libsecret, synchronously. Nothing but signet_secrets_unlock() ever has the person
 * asked: libsecret 0.20.5 prompts by itself whenever something is locked, so everything looks first. Each
 * call opens the service anew, since a keyring daemon started again knows nothing of sessions with the one
 * before. Workers only; no state is kept.
 */

#define APPLICATION "io.github.signetdesk.Signet"
#define LABEL "Signet"

static const SecretSchema schema = {
  APPLICATION,
  SECRET_SCHEMA_NONE,
  { { "application", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "account", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 } },
};

/* What one call needs of the service. */
typedef struct
{
  GMainContext *context;
  GDBusConnection *bus;
  SecretService *service;
  SecretCollection *collection; /* the default keyring, NULL if there is none */
} Keyring;

static gboolean
fail_locked (GError **error)
{
  g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_KEYRING_LOCKED,
                       "the keyring is locked");
  return FALSE;
}

static gboolean
fail_absent (const char *why, GError **error)
{
  g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_KEYRING_ABSENT, why);
  return FALSE;
}

static gboolean
fail_left (GError **error)
{
  return fail_absent ("there is an encrypted file, but no portal to give its key", error);
}

static void
keyring_close (Keyring *keyring)
{
  g_clear_object (&keyring->collection);
  g_clear_object (&keyring->service);
  g_clear_object (&keyring->bus);
  /* What the proxies leave behind is freed from the context. */
  while (g_main_context_iteration (keyring->context, FALSE))
    ;
  g_main_context_pop_thread_default (keyring->context);
  g_main_context_unref (keyring->context);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keyring, keyring_close)

/* To be closed also if it fails. */
static gboolean
keyring_open (Keyring *keyring, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GError) no_bus = NULL;

  /* Everybody shares this connection, and whoever cancels while it is made fails it for the others too. */
  keyring->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &no_bus);
  /* The proxies tell of changes in the context they are made in. Not in the main one: it would work on
   * objects that belong to this thread. */
  keyring->context = g_main_context_new ();
  g_main_context_push_thread_default (keyring->context);
  if (keyring->bus == NULL)
    return fail_absent (no_bus->message, error);
  keyring->service = secret_service_open_sync (SECRET_TYPE_SERVICE, NULL, SECRET_SERVICE_OPEN_SESSION,
                                               cancellable, &failure);
  if (keyring->service != NULL)
    keyring->collection = secret_collection_for_alias_sync (keyring->service, SECRET_COLLECTION_DEFAULT,
                                                            SECRET_COLLECTION_NONE, cancellable, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
is_locked (Keyring *keyring)
{
  return keyring->collection != NULL && secret_collection_get_locked (keyring->collection);
}

/* KeePassXC knows nothing of a database that is locked, not even that there is something in it. */
static gboolean
is_sealed (Keyring *keyring)
{
  g_autoptr (GVariant) items = NULL;

  if (!is_locked (keyring))
    return FALSE;
  items = g_dbus_proxy_get_cached_property (G_DBUS_PROXY (keyring->collection), "Items");
  return items == NULL || g_variant_n_children (items) == 0;
}

/* Without the schema: gnome-keyring knows no item's in a keyring that has been locked from its start, only
 * the attributes' hashes; who searches by schema finds nothing there, and takes a locked secret for none. */
static GVariant *
build_query (const char *account)
{
  GVariantBuilder attributes;

  g_variant_builder_init (&attributes, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&attributes, "{ss}", "application", APPLICATION);
  if (account != NULL)
    g_variant_builder_add (&attributes, "{ss}", "account", account);
  return g_variant_new ("(a{ss})", &attributes);
}

/* What secret_collection_search_sync() does, which in 0.20.5 leaks each answer. */
static gboolean
collection_search (Keyring *keyring,
                   const char *path,
                   const char *account,
                   GList **items,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      keyring->bus, g_dbus_proxy_get_name (G_DBUS_PROXY (keyring->service)), path,
      "org.freedesktop.Secret.Collection", "SearchItems", build_query (account), G_VARIANT_TYPE ("(ao)"),
      G_DBUS_CALL_FLAGS_NONE, -1, cancellable, error);
  g_autofree const char **found = NULL;

  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "(^a&o)", &found);
  for (gsize i = 0; found[i] != NULL; i++)
    {
      SecretItem *item = secret_item_new_for_dbus_path_sync (keyring->service, found[i], SECRET_ITEM_NONE,
                                                             cancellable, error);

      if (item == NULL)
        return FALSE;
      *items = g_list_append (*items, item);
    }
  return TRUE;
}

/* Secrets of @account, or all of ours, in every keyring: what was the default one once may be another one
 * now. Each is asked by itself, since KeePassXC, when it is asked for all at once, has the person unlock
 * them. secret_service_load_collections() would fetch everything that is in them, one by one, and fail if any
 * of it can't be: gnome-keyring 42 lists keys it keeps for the secret portal that aren't there. */
static gboolean
keyring_search (Keyring *keyring,
                const char *account,
                GList **items,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GVariant)
      collections = g_dbus_proxy_get_cached_property (G_DBUS_PROXY (keyring->service), "Collections");
  g_autofree const char **paths = NULL;

  *items = NULL;
  if (collections == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "it isn't told which keyrings there are");
      return FALSE;
    }
  paths = g_variant_get_objv (collections, NULL);
  for (gsize i = 0; paths[i] != NULL; i++)
    {
      if (!collection_search (keyring, paths[i], account, items, cancellable, error))
        {
          g_clear_list (items, g_object_unref);
          return FALSE;
        }
    }
  return TRUE;
}

static void
free_items (GList *items)
{
  g_list_free_full (items, g_object_unref);
}

/* Whether it says that nobody is there who keeps secrets; and not merely that somebody fails to. */
static gboolean
is_absence (const GError *theirs)
{
  static const GDBusError nobody[] = {
    G_DBUS_ERROR_SERVICE_UNKNOWN,
    G_DBUS_ERROR_NAME_HAS_NO_OWNER,
    G_DBUS_ERROR_UNKNOWN_METHOD,
    G_DBUS_ERROR_UNKNOWN_OBJECT,
    G_DBUS_ERROR_UNKNOWN_INTERFACE,
    G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND,
    G_DBUS_ERROR_SPAWN_FAILED,
    G_DBUS_ERROR_SPAWN_EXEC_FAILED,
    G_DBUS_ERROR_SPAWN_CHILD_EXITED,
    G_DBUS_ERROR_SPAWN_CHILD_SIGNALED,
    G_DBUS_ERROR_SPAWN_PERMISSIONS_INVALID,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (nobody); i++)
    if (g_error_matches (theirs, G_DBUS_ERROR, (int) nobody[i]))
      return TRUE;
  /* Of libsecret's file, where no portal could give the key to it. */
  return g_error_matches (theirs, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static SignetRemoteError
classify (const GError *theirs)
{
  g_autofree char *remote = g_dbus_error_get_remote_error (theirs);

  if (theirs->domain == SIGNET_REMOTE_ERROR)
    return (SignetRemoteError) theirs->code;
  if (g_error_matches (theirs, SECRET_ERROR, SECRET_ERROR_IS_LOCKED) ||
      g_strcmp0 (remote, "org.freedesktop.Secret.Error.IsLocked") == 0)
    return SIGNET_REMOTE_ERROR_KEYRING_LOCKED;
  /* A portal's question that the person dismisses comes as cancellation (it wasn't ours). */
  if (g_error_matches (theirs, G_DBUS_ERROR, G_DBUS_ERROR_ACCESS_DENIED) ||
      g_error_matches (theirs, G_DBUS_ERROR, G_DBUS_ERROR_AUTH_FAILED) ||
      g_error_matches (theirs, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
      g_error_matches (theirs, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return SIGNET_REMOTE_ERROR_KEYRING_REFUSED;
  return is_absence (theirs) ? SIGNET_REMOTE_ERROR_KEYRING_ABSENT : SIGNET_REMOTE_ERROR_KEYRING_UNREACHABLE;
}

static SignetCredentialsState
get_state (SignetRemoteError code)
{
  switch (code)
    {
    case SIGNET_REMOTE_ERROR_KEYRING_LOCKED:
      return SIGNET_CREDENTIALS_LOCKED;
    case SIGNET_REMOTE_ERROR_KEYRING_REFUSED:
      return SIGNET_CREDENTIALS_REFUSED;
    case SIGNET_REMOTE_ERROR_KEYRING_ABSENT:
      return SIGNET_CREDENTIALS_ABSENT;
    default:
      return SIGNET_CREDENTIALS_UNREACHABLE;
    }
}

/* GLib's, D-Bus's and libsecret's errors in ours, and the state they tell of. */
static void
translate (GError **error, SignetCredentialsState *state, GCancellable *cancellable)
{
  GError *theirs = *error;
  SignetRemoteError code;

  if (g_error_matches (theirs, G_IO_ERROR, G_IO_ERROR_CANCELLED) && g_cancellable_is_cancelled (cancellable))
    return;
  code = classify (theirs);
  *state = get_state (code);
  *error = g_error_new_literal (SIGNET_REMOTE_ERROR, code, theirs->message);
  g_error_free (theirs);
}

static GHashTable *
build_attributes (const char *account)
{
  return secret_attributes_build (&schema, "application", APPLICATION, "account", account, NULL);
}

/* With a secret portal there is a file instead of a service; who could open it has it open. */

static gboolean
look_up_in_file (const char *account, char **secret, SignetCredentialsState *state, GError **error)
{
  g_autoptr (GHashTable) attributes = build_attributes (account);

  *state = SIGNET_CREDENTIALS_UNLOCKED;
  return signet_secret_file_lookup (&schema, attributes, secret, error);
}

static gboolean
store_in_file (const char *account, const char *secret, SignetCredentialsState *state, GError **error)
{
  g_autoptr (GHashTable) attributes = build_attributes (account);

  *state = SIGNET_CREDENTIALS_UNLOCKED;
  return signet_secret_file_store (&schema, attributes, LABEL, secret, error);
}

static gboolean
clear_in_file (const char *account, GError **error)
{
  g_autoptr (GHashTable) attributes = build_attributes (account);

  return signet_secret_file_clear (&schema, attributes, error);
}

/* Reading anything has the portal ask whatever it must. */
static gboolean
unlock_file (SignetCredentialsState *state, GError **error)
{
  char *nothing = NULL;
  gboolean opened = look_up_in_file ("", &nothing, state, error);

  g_free (nothing);
  return opened;
}

static gboolean
load (SecretItem *item, char **secret, GCancellable *cancellable, GError **error)
{
  g_autoptr (SecretValue) value = NULL;

  if (!secret_item_load_secret_sync (item, cancellable, error))
    return FALSE;
  value = secret_item_get_secret (item);
  if (value != NULL)
    *secret = g_strdup (secret_value_get_text (value));
  return TRUE;
}

static gboolean
look_up (const char *account,
         char **secret,
         SignetCredentialsState *state,
         GCancellable *cancellable,
         GError **error)
{
  g_auto (Keyring) keyring = { 0 };
  GList *items = NULL;
  gboolean locked = FALSE;
  gboolean loaded = TRUE;

  if (!keyring_open (&keyring, cancellable, error) ||
      !keyring_search (&keyring, account, &items, cancellable, error))
    return FALSE;
  for (GList *l = items; l != NULL && *secret == NULL && loaded; l = l->next)
    {
      if (secret_item_get_locked (l->data))
        locked = TRUE;
      else
        loaded = load (l->data, secret, cancellable, error);
    }
  free_items (items);
  if (!loaded)
    return FALSE;
  if (*secret == NULL && (locked || is_sealed (&keyring)))
    return fail_locked (error);
  if (*secret == NULL && signet_secret_file_is_left ())
    return fail_left (error);
  *state = *secret != NULL              ? SIGNET_CREDENTIALS_UNLOCKED
           : keyring.collection == NULL ? SIGNET_CREDENTIALS_ABSENT
           : is_locked (&keyring)       ? SIGNET_CREDENTIALS_LOCKED
                                        : SIGNET_CREDENTIALS_UNLOCKED;
  return TRUE;
}

/* What is there gets the new value. To create it anew, as replacing it is called on the bus, would have
 * KeePassXC ask the person about the one that is there, even if they told it not to ask. */
static gboolean
replace (GList *items, SecretValue *value, gboolean *replaced, GCancellable *cancellable, GError **error)
{
  gboolean locked = FALSE;

  *replaced = FALSE;
  for (GList *l = items; l != NULL; l = l->next)
    {
      if (secret_item_get_locked (l->data))
        locked = TRUE;
      else if (!*replaced && !(*replaced = secret_item_set_secret_sync (l->data, value, cancellable, error)))
        return FALSE;
    }
  return *replaced || !locked || fail_locked (error);
}

static gboolean
create (Keyring *keyring, const char *account, SecretValue *value, GCancellable *cancellable, GError **error)
{
  g_autoptr (SecretItem) item = NULL;
  g_autoptr (GHashTable) attributes = build_attributes (account);

  if (keyring->collection == NULL)
    return fail_absent ("there is no default keyring", error);
  if (is_locked (keyring))
    return fail_locked (error);
  item = secret_item_create_sync (keyring->collection, &schema, attributes, LABEL, value,
                                  SECRET_ITEM_CREATE_REPLACE, cancellable, error);
  return item != NULL;
}

static gboolean
store (const char *account,
       const char *secret,
       SignetCredentialsState *state,
       GCancellable *cancellable,
       GError **error)
{
  g_auto (Keyring) keyring = { 0 };
  g_autoptr (SecretValue) value = NULL;
  GList *items = NULL;
  gboolean replaced;
  gboolean stored;

  if (!keyring_open (&keyring, cancellable, error) ||
      !keyring_search (&keyring, account, &items, cancellable, error))
    return FALSE;
  value = secret_value_new (secret, -1, "text/plain");
  stored = replace (items, value, &replaced, cancellable, error) &&
           (replaced || create (&keyring, account, value, cancellable, error));
  free_items (items);
  if (stored)
    *state = SIGNET_CREDENTIALS_UNLOCKED;
  return stored;
}

static gboolean
clear (const char *account, SignetCredentialsState *state, GCancellable *cancellable, GError **error)
{
  g_auto (Keyring) keyring = { 0 };
  GList *items = NULL;
  gboolean locked = FALSE;
  gboolean cleared = TRUE;

  if (!keyring_open (&keyring, cancellable, error) ||
      !keyring_search (&keyring, account, &items, cancellable, error))
    return FALSE;
  for (GList *l = items; l != NULL && cleared; l = l->next)
    {
      if (secret_item_get_locked (l->data))
        locked = TRUE;
      else
        cleared = secret_item_delete_sync (l->data, cancellable, error);
    }
  free_items (items);
  if (cleared && (locked || is_sealed (&keyring)))
    return fail_locked (error);
  if (cleared && signet_secret_file_is_left ())
    return fail_left (error);
  return cleared;
}

static gboolean
unlock (SignetCredentialsState *state, GCancellable *cancellable, GError **error)
{
  g_auto (Keyring) keyring = { 0 };
  g_autoptr (GList) locked = NULL;
  g_autoptr (GError) failure = NULL;
  GList *items = NULL;
  GList *unlocked = NULL;
  gboolean done;

  /* Our secrets as well, wherever they are. */
  if (!keyring_open (&keyring, cancellable, error) ||
      !keyring_search (&keyring, NULL, &items, cancellable, error))
    return FALSE;
  if (is_locked (&keyring))
    locked = g_list_prepend (locked, keyring.collection);
  for (GList *l = items; l != NULL; l = l->next)
    if (secret_item_get_locked (l->data))
      locked = g_list_prepend (locked, l->data);

  if (locked != NULL)
    secret_service_unlock_sync (keyring.service, locked, cancellable, &unlocked, &failure);
  done = locked != NULL ? unlocked != NULL : keyring.collection != NULL;
  free_items (unlocked);
  free_items (items);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!done && locked == NULL)
    return fail_absent ("there is no default keyring", error);
  if (!done)
    {
      g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_KEYRING_REFUSED,
                           "the keyring was not unlocked");
      return FALSE;
    }
  *state = SIGNET_CREDENTIALS_UNLOCKED;
  return TRUE;
}

/**
 * signet_secrets_lookup:
 * @account: whose secret
 * @secret: (out) (transfer full) (nullable): the secret, %NULL if there is none
 * @state: (out): how the keyring was found
 * @cancellable: (nullable): stops waiting for the service
 * @error: return location: a keyring error, %SIGNET_REMOTE_ERROR_KEYRING_LOCKED if the secret is there but
 * locked
 *
 * Returns: whether the keyring could be read
 */
gboolean
signet_secrets_lookup (const char *account,
                       char **secret,
                       SignetCredentialsState *state,
                       GCancellable *cancellable,
                       GError **error)
{
  GError *failure = NULL;

  *secret = NULL;
  if (signet_secret_file_is_used (cancellable) ? look_up_in_file (account, secret, state, &failure)
                                               : look_up (account, secret, state, cancellable, &failure))
    return TRUE;
  translate (&failure, state, cancellable);
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * signet_secrets_store:
 * @account: whose secret
 * @secret: what to keep, in place of an earlier one
 * @state: (out): how the keyring was found
 * @cancellable: (nullable): stops waiting for the service
 * @error: return location: a keyring error
 *
 * Returns: whether it is kept
 */
gboolean
signet_secrets_store (const char *account,
                      const char *secret,
                      SignetCredentialsState *state,
                      GCancellable *cancellable,
                      GError **error)
{
  GError *failure = NULL;

  if (signet_secret_file_is_used (cancellable) ? store_in_file (account, secret, state, &failure)
                                               : store (account, secret, state, cancellable, &failure))
    return TRUE;
  translate (&failure, state, cancellable);
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * signet_secrets_clear:
 * @account: whose secret
 * @state: (out): how the keyring was found; unchanged if nothing was learnt about that
 * @cancellable: (nullable): stops waiting for the service
 * @error: return location: a keyring error
 *
 * Returns: whether there is no such secret any more
 */
gboolean
signet_secrets_clear (const char *account,
                      SignetCredentialsState *state,
                      GCancellable *cancellable,
                      GError **error)
{
  GError *failure = NULL;

  if (signet_secret_file_is_used (cancellable) ? clear_in_file (account, &failure)
                                               : clear (account, state, cancellable, &failure))
    return TRUE;
  translate (&failure, state, cancellable);
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * signet_secrets_unlock:
 * @state: (out): how the keyring was left
 * @cancellable: (nullable): stops waiting for the service
 * @error: return location: %SIGNET_REMOTE_ERROR_KEYRING_REFUSED if the person declined or nobody could ask
 *
 * Has the keyring ask the person.
 *
 * Returns: whether it is unlocked
 */
gboolean
signet_secrets_unlock (SignetCredentialsState *state, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;

  if (signet_secret_file_is_used (cancellable) ? unlock_file (state, &failure)
                                               : unlock (state, cancellable, &failure))
    return TRUE;
  translate (&failure, state, cancellable);
  g_propagate_error (error, failure);
  return FALSE;
}
