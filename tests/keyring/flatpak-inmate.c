/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-credentials.h"
#include "remote/signet-remote-error.h"

/*
 * What test-flatpak runs inside of a sandbox: does to the credentials what its arguments say, one after the
 * other (`lookup ACCOUNT`, `store ACCOUNT SECRET`, `clear ACCOUNT`, `unlock`), and prints a line for each:
 * what came of it, the state the keyring was found in, and how many milliseconds it took. `wait MILLISECONDS`
 * lives on for a while and prints nothing.
 */

typedef struct
{
  SignetCredentials *credentials;
  GAsyncResult *result;
} Inmate;

static void
take_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (Inmate *inmate)
{
  while (inmate->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return inmate->result;
}

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
live_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, stop_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static const char *
name_of (GType type, int value)
{
  GEnumClass *klass = g_type_class_ref (type);

  return g_enum_get_value (klass, value)->value_nick;
}

static const char *
name_of_error (const GError *error)
{
  g_assert_cmpuint (error->domain, ==, SIGNET_REMOTE_ERROR);
  switch (error->code)
    {
    case SIGNET_REMOTE_ERROR_KEYRING_LOCKED:
      return "LOCKED";
    case SIGNET_REMOTE_ERROR_KEYRING_ABSENT:
      return "ABSENT";
    case SIGNET_REMOTE_ERROR_KEYRING_REFUSED:
      return "REFUSED";
    case SIGNET_REMOTE_ERROR_KEYRING_UNREACHABLE:
      return "UNREACHABLE";
    default:
      g_assert_not_reached ();
    }
}

int
main (int argc, char *argv[])
{
  Inmate inmate = { signet_credentials_new (), NULL };

  for (int i = 1; i < argc;)
    {
      const char *verb = argv[i++];
      const char *account = g_str_equal (verb, "unlock") ? NULL : argv[i++];
      gint64 begun = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autofree char *secret = NULL;

      if (g_str_equal (verb, "wait"))
        {
          live_for ((guint) atoi (account));
          continue;
        }
      if (g_str_equal (verb, "lookup"))
        {
          signet_credentials_lookup_async (inmate.credentials, account, NULL, take_cb, &inmate.result);
          secret = signet_credentials_lookup_finish (inmate.credentials, wait_for (&inmate), &error);
        }
      else if (g_str_equal (verb, "store"))
        {
          signet_credentials_store_async (inmate.credentials, account, argv[i++], NULL, take_cb,
                                          &inmate.result);
          signet_credentials_store_finish (inmate.credentials, wait_for (&inmate), &error);
        }
      else if (g_str_equal (verb, "clear"))
        {
          signet_credentials_clear_async (inmate.credentials, account, NULL, take_cb, &inmate.result);
          signet_credentials_clear_finish (inmate.credentials, wait_for (&inmate), &error);
        }
      else
        {
          signet_credentials_unlock_async (inmate.credentials, NULL, take_cb, &inmate.result);
          signet_credentials_unlock_finish (inmate.credentials, wait_for (&inmate), &error);
        }
      g_clear_object (&inmate.result);
      g_print (
          "%s %s %s %" G_GINT64_FORMAT "\n", verb,
          error != NULL    ? name_of_error (error)
          : secret != NULL ? secret
                           : "-",
          name_of (SIGNET_TYPE_CREDENTIALS_STATE, (int) signet_credentials_get_state (inmate.credentials)),
          (g_get_monotonic_time () - begun) / G_TIME_SPAN_MILLISECOND);
      if (error != NULL)
        g_printerr ("%s: %s\n", verb, error->message);
    }
  g_object_unref (inmate.credentials);
  return 0;
}
