/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-code-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/signet-format.h"

/*
 * Where six digits are typed that were sent somewhere. What is pasted may be the whole message. Below stand
 * how many tries are left and a button for a new code, which counts down until the platform allows one.
 *
 * Signals: "changed": the digits are others; "resend": the person wants a new code.
 */

#define CODE_LENGTH 6

struct _SignetCodeEntry
{
  AdwBin parent_instance;

  GtkEditable *entry;
  GtkLabel *tries_label;
  GtkWidget *resend_button;
  GtkLabel *resend_label;

  SignetClock *clock;
  gint64 resend_at; /* on that clock, monotonic */
  guint tick;
  gboolean cleaning;
};

G_DEFINE_FINAL_TYPE (SignetCodeEntry, signet_code_entry, ADW_TYPE_BIN)

enum
{
  CHANGED,
  RESEND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The digits of what was typed; of a pasted message its first group of six. */
static char *
extract_code (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *start = NULL;

  for (const char *at = text;; at++)
    {
      if (g_ascii_isdigit (*at))
        {
          start = start != NULL ? start : at;
          g_string_append_c (digits, *at);
          continue;
        }
      if (start != NULL && at - start == CODE_LENGTH)
        return g_strndup (start, CODE_LENGTH);
      start = NULL;
      if (*at == '\0')
        break;
    }
  g_string_truncate (digits, MIN (digits->len, CODE_LENGTH));

  return g_string_free (g_steal_pointer (&digits), FALSE);
}

static void
show_resend (SignetCodeEntry *self)
{
  gint64 left = self->clock != NULL ? self->resend_at - signet_clock_monotonic (self->clock) : 0;

  gtk_widget_set_sensitive (self->resend_button, left <= 0);
  if (left > 0)
    {
      g_autofree char *time =
          signet_format_countdown ((guint) ((left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC));
      /* Translators: %s is minutes and seconds, "0:42" */
      g_autofree char *text = g_strdup_printf (_ ("New code in %s"), time);

      gtk_label_set_label (self->resend_label, text);
    }
  else
    gtk_label_set_label (self->resend_label, _ ("Send a New Code"));
}

static gboolean
tick_cb (gpointer user_data)
{
  show_resend (user_data);

  return G_SOURCE_CONTINUE;
}

static void
entry_changed_cb (SignetCodeEntry *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autofree char *code = extract_code (text);

  if (self->cleaning)
    return;

  if (!g_str_equal (code, text))
    {
      self->cleaning = TRUE;
      gtk_editable_set_text (self->entry, code);
      gtk_editable_set_position (self->entry, -1);
      self->cleaning = FALSE;
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
resend_clicked_cb (SignetCodeEntry *self)
{
  g_signal_emit (self, signals[RESEND], 0);
}

static gboolean
signet_code_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SIGNET_CODE_ENTRY (widget)->entry));
}

static void
signet_code_entry_map (GtkWidget *widget)
{
  SignetCodeEntry *self = SIGNET_CODE_ENTRY (widget);

  GTK_WIDGET_CLASS (signet_code_entry_parent_class)->map (widget);

  show_resend (self);
  self->tick = g_timeout_add_seconds (1, tick_cb, self);
}

static void
signet_code_entry_unmap (GtkWidget *widget)
{
  SignetCodeEntry *self = SIGNET_CODE_ENTRY (widget);

  g_clear_handle_id (&self->tick, g_source_remove);

  GTK_WIDGET_CLASS (signet_code_entry_parent_class)->unmap (widget);
}

static void
signet_code_entry_dispose (GObject *object)
{
  g_clear_object (&SIGNET_CODE_ENTRY (object)->clock);

  G_OBJECT_CLASS (signet_code_entry_parent_class)->dispose (object);
}

static void
signet_code_entry_class_init (SignetCodeEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_code_entry_dispose;
  widget_class->grab_focus = signet_code_entry_grab_focus;
  widget_class->map = signet_code_entry_map;
  widget_class->unmap = signet_code_entry_unmap;

  signals[CHANGED] = g_signal_new ("changed", SIGNET_TYPE_CODE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[RESEND] = g_signal_new ("resend", SIGNET_TYPE_CODE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-code-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetCodeEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, SignetCodeEntry, tries_label);
  gtk_widget_class_bind_template_child (widget_class, SignetCodeEntry, resend_button);
  gtk_widget_class_bind_template_child (widget_class, SignetCodeEntry, resend_label);
}

static void
signet_code_entry_init (SignetCodeEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect_swapped (self->resend_button, "clicked", G_CALLBACK (resend_clicked_cb), self);
  show_resend (self);
}

/**
 * signet_code_entry_get_code:
 * @self: a code entry
 *
 * Returns: (transfer none): the digits so far; never kept anywhere else
 */
const char *
signet_code_entry_get_code (SignetCodeEntry *self)
{
  g_return_val_if_fail (SIGNET_IS_CODE_ENTRY (self), NULL);

  return gtk_editable_get_text (self->entry);
}

/**
 * signet_code_entry_set_code:
 * @self: a code entry
 * @code: what to put in, as if it were pasted; "" empties it
 */
void
signet_code_entry_set_code (SignetCodeEntry *self, const char *code)
{
  g_return_if_fail (SIGNET_IS_CODE_ENTRY (self));
  g_return_if_fail (code != NULL);

  gtk_editable_set_text (self->entry, code);
}

/**
 * signet_code_entry_is_full:
 * @self: a code entry
 *
 * Returns: whether all digits are there
 */
gboolean
signet_code_entry_is_full (SignetCodeEntry *self)
{
  g_return_val_if_fail (SIGNET_IS_CODE_ENTRY (self), FALSE);

  return strlen (gtk_editable_get_text (self->entry)) == CODE_LENGTH;
}

/**
 * signet_code_entry_set_tries_left:
 * @self: a code entry
 * @tries_left: how often a code may still be tried; -1 if that isn't known
 */
void
signet_code_entry_set_tries_left (SignetCodeEntry *self, int tries_left)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SIGNET_IS_CODE_ENTRY (self));

  gtk_widget_set_visible (GTK_WIDGET (self->tries_label), tries_left >= 0);
  if (tries_left < 0)
    return;

  if (tries_left == 0)
    text = g_strdup (_ ("No try is left"));
  else
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d try is left", "%d tries are left", (gulong) tries_left),
        tries_left);
  gtk_label_set_label (self->tries_label, text);
}

/**
 * signet_code_entry_set_resend_at:
 * @self: a code entry
 * @clock: the clock that is meant
 * @resend_at: monotonic µs after which a new code may be asked for
 */
void
signet_code_entry_set_resend_at (SignetCodeEntry *self, SignetClock *clock, gint64 resend_at)
{
  g_return_if_fail (SIGNET_IS_CODE_ENTRY (self));
  g_return_if_fail (SIGNET_IS_CLOCK (clock));

  g_set_object (&self->clock, clock);
  self->resend_at = resend_at;
  show_resend (self);
}
