/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-platform.h"

#include "proof/signet-random.h"

/* The platform itself: what its handlers share. Built once in main and handed to each of them; it outlives
 * them. One thread.
 */

struct _SignetPracticePlatform
{
  GObject parent_instance;

  SignetPracticeStore *store;
  SignetPracticeRules *rules;
  SignetClock *clock;
  SignetPracticeReceipts *receipts;
  SignetPracticeFaults *faults;
  char *id;
  char *control_key;
  char *issuer;
  guint16 port;
};

G_DEFINE_FINAL_TYPE (SignetPracticePlatform, signet_practice_platform, G_TYPE_OBJECT)

static char *
make_platform_id (SignetPracticePlatform *self, GError **error)
{
  g_autofree char *prefix = g_strconcat ("practice-", signet_practice_rules_get_name (self->rules), NULL);

  return signet_practice_store_make_id (prefix, error);
}

/* What must be the same after a restart: whoever knows the platform knows it again. */
static gboolean
load_identity (SignetPracticePlatform *self, GError **error)
{
  g_autofree char *port = NULL;
  g_autofree char *ahead = NULL;
  g_autofree char *rules = NULL;
  guint64 number = 0;
  gint64 offset = 0;

  if (!signet_practice_store_load_setting (self->store, "id", &self->id, error) ||
      !signet_practice_store_load_setting (self->store, "control_key", &self->control_key, error) ||
      !signet_practice_store_load_setting (self->store, "port", &port, error) ||
      !signet_practice_store_load_setting (self->store, "clock", &ahead, error) ||
      !signet_practice_store_load_setting (self->store, "rules", &rules, error))
    return FALSE;

  if (self->id == NULL)
    {
      self->id = make_platform_id (self, error);
      self->control_key = signet_random_token (32, error);
      if (self->id == NULL || self->control_key == NULL ||
          !signet_practice_store_save_setting (self->store, "id", self->id, error) ||
          !signet_practice_store_save_setting (self->store, "control_key", self->control_key, error) ||
          !signet_practice_store_save_setting (self->store, "rules",
                                               signet_practice_rules_get_name (self->rules), error))
        return FALSE;
    }
  else if (g_strcmp0 (rules, signet_practice_rules_get_name (self->rules)) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   "This folder is a platform with the rules “%s”", rules);
      return FALSE;
    }

  if (port != NULL && g_ascii_string_to_unsigned (port, 10, 1, G_MAXUINT16, &number, NULL))
    self->port = (guint16) number;
  if (ahead != NULL && !g_ascii_string_to_signed (ahead, 10, 0, G_MAXINT64, &offset, error))
    return FALSE;
  self->clock = signet_practice_clock_new (offset);
  return TRUE;
}

static void
signet_practice_platform_finalize (GObject *object)
{
  SignetPracticePlatform *self = SIGNET_PRACTICE_PLATFORM (object);

  g_clear_object (&self->store);
  g_clear_object (&self->rules);
  g_clear_object (&self->clock);
  g_clear_object (&self->receipts);
  g_clear_object (&self->faults);
  g_free (self->id);
  g_free (self->control_key);
  g_free (self->issuer);

  G_OBJECT_CLASS (signet_practice_platform_parent_class)->finalize (object);
}

static void
signet_practice_platform_class_init (SignetPracticePlatformClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_practice_platform_finalize;
}

static void
signet_practice_platform_init (SignetPracticePlatform *self)
{
  self->faults = signet_practice_faults_new ();
}

/**
 * signet_practice_platform_open:
 * @folder: (nullable) (type filename): where it remembers things; %NULL for memory alone
 * @rules: the rule set
 * @error: return location
 *
 * Opens the platform, the same one as before if the folder holds one.
 *
 * Returns: (transfer full) (nullable): the platform
 */
SignetPracticePlatform *
signet_practice_platform_open (const char *folder, SignetPracticeRules *rules, GError **error)
{
  g_autoptr (SignetPracticePlatform) self = g_object_new (SIGNET_TYPE_PRACTICE_PLATFORM, NULL);

  self->rules = g_object_ref (rules);
  self->store = signet_practice_store_open (folder, error);
  if (self->store == NULL || !load_identity (self, error))
    return NULL;
  self->receipts = signet_practice_receipts_new (self->store, error);
  return self->receipts != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * signet_practice_platform_get_store:
 * @self: the platform
 *
 * Returns: (transfer none): its memory
 */
SignetPracticeStore *
signet_practice_platform_get_store (SignetPracticePlatform *self)
{
  return self->store;
}

/**
 * signet_practice_platform_get_rules:
 * @self: the platform
 *
 * Returns: (transfer none): its rule set
 */
SignetPracticeRules *
signet_practice_platform_get_rules (SignetPracticePlatform *self)
{
  return self->rules;
}

/**
 * signet_practice_platform_get_clock:
 * @self: the platform
 *
 * Returns: (transfer none): its clock
 */
SignetPracticeClock *
signet_practice_platform_get_clock (SignetPracticePlatform *self)
{
  return SIGNET_PRACTICE_CLOCK (self->clock);
}

/**
 * signet_practice_platform_get_receipts:
 * @self: the platform
 *
 * Returns: (transfer none): what signs its receipts
 */
SignetPracticeReceipts *
signet_practice_platform_get_receipts (SignetPracticePlatform *self)
{
  return self->receipts;
}

/**
 * signet_practice_platform_get_faults:
 * @self: the platform
 *
 * Returns: (transfer none): what goes wrong on purpose
 */
SignetPracticeFaults *
signet_practice_platform_get_faults (SignetPracticePlatform *self)
{
  return self->faults;
}

/**
 * signet_practice_platform_get_id:
 * @self: the platform
 *
 * Returns: (transfer none): by what it is known, whatever its address
 */
const char *
signet_practice_platform_get_id (SignetPracticePlatform *self)
{
  return self->id;
}

/**
 * signet_practice_platform_get_control_key:
 * @self: the platform
 *
 * Returns: (transfer none): the key for `/practice/`
 */
const char *
signet_practice_platform_get_control_key (SignetPracticePlatform *self)
{
  return self->control_key;
}

/**
 * signet_practice_platform_get_issuer:
 * @self: a platform that listens
 *
 * Returns: (transfer none): its address
 */
const char *
signet_practice_platform_get_issuer (SignetPracticePlatform *self)
{
  return self->issuer;
}

/**
 * signet_practice_platform_get_port:
 * @self: the platform
 *
 * Returns: the port it listens on or listened on before, 0 if it never did
 */
guint16
signet_practice_platform_get_port (SignetPracticePlatform *self)
{
  return self->port;
}

/**
 * signet_practice_platform_set_port:
 * @self: the platform
 * @port: the port it listens on
 * @error: return location
 *
 * Remembers the port, so that it is the same one next time.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_practice_platform_set_port (SignetPracticePlatform *self, guint16 port, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%u", port);

  self->port = port;
  g_free (self->issuer);
  self->issuer = g_strdup_printf ("http://127.0.0.1:%u", port);
  return signet_practice_store_save_setting (self->store, "port", text, error);
}

/**
 * signet_practice_platform_set_front:
 * @self: a platform that listens
 * @port: where its clients come to
 *
 * Something stands in front of the platform on 127.0.0.1 and passes on what comes to @port: that is the
 * address clients are told. Not remembered.
 */
void
signet_practice_platform_set_front (SignetPracticePlatform *self, guint16 port)
{
  g_free (self->issuer);
  self->issuer = g_strdup_printf ("http://127.0.0.1:%u", port);
}

/**
 * signet_practice_platform_now:
 * @self: the platform
 *
 * Returns: microseconds since 1970 by the practice clock
 */
gint64
signet_practice_platform_now (SignetPracticePlatform *self)
{
  return signet_clock_now (self->clock);
}

/**
 * signet_practice_platform_advance_clock:
 * @self: the platform
 * @seconds: how far, not negative
 * @error: return location
 *
 * Moves the clock forward, for good.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_practice_platform_advance_clock (SignetPracticePlatform *self, gint64 seconds, GError **error)
{
  SignetPracticeClock *clock = SIGNET_PRACTICE_CLOCK (self->clock);
  g_autofree char *text = NULL;

  signet_practice_clock_advance (clock, seconds * G_USEC_PER_SEC);
  text = g_strdup_printf ("%" G_GINT64_FORMAT, signet_practice_clock_get_ahead (clock));
  return signet_practice_store_save_setting (self->store, "clock", text, error);
}
