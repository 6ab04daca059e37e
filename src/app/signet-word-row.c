/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-word-row.h"

#include <glib/gi18n.h>

/*
 * A few of the trade's words to choose from. SignetWordRow:text is the word of the wire, "" before one is
 * chosen; a word nobody knows is kept and offered as it is.
 */

struct _SignetWordRow
{
  AdwComboRow parent_instance;

  GPtrArray *words; /* in the order of the names; the first is "" */
  GtkStringList *names;
  char *text;
};

G_DEFINE_FINAL_TYPE (SignetWordRow, signet_word_row, ADW_TYPE_COMBO_ROW)

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
add_word (SignetWordRow *self, const char *word, const char *name)
{
  g_ptr_array_add (self->words, g_strdup (word));
  gtk_string_list_append (self->names, name);
}

static void
set_text (SignetWordRow *self, const char *text)
{
  const char *word = text != NULL ? text : "";
  guint position;

  if (g_str_equal (word, self->text))
    return;
  g_free (self->text);
  self->text = g_strdup (word);

  if (!g_ptr_array_find_with_equal_func (self->words, self->text, g_str_equal, &position))
    {
      position = self->words->len;
      add_word (self, self->text, self->text);
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), position);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
selected_cb (SignetWordRow *self)
{
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (position < self->words->len)
    set_text (self, self->words->pdata[position]);
}

static void
signet_word_row_finalize (GObject *object)
{
  SignetWordRow *self = SIGNET_WORD_ROW (object);

  g_ptr_array_unref (self->words);
  g_clear_object (&self->names);
  g_free (self->text);

  G_OBJECT_CLASS (signet_word_row_parent_class)->finalize (object);
}

static void
signet_word_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, SIGNET_WORD_ROW (object)->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_word_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TEXT:
      set_text (SIGNET_WORD_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_word_row_class_init (SignetWordRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = signet_word_row_finalize;
  object_class->get_property = signet_word_row_get_property;
  object_class->set_property = signet_word_row_set_property;

  properties[PROP_TEXT] = g_param_spec_string (
      "text", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_word_row_init (SignetWordRow *self)
{
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->names = gtk_string_list_new (NULL);
  self->text = g_strdup ("");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * signet_word_row_new:
 * @words: (array zero-terminated=1): what can be chosen
 * @describe: names one of them
 *
 * Returns: (transfer floating): a row in which nothing is chosen
 */
GtkWidget *
signet_word_row_new (const char *const *words, const char *(*describe) (const char *word))
{
  SignetWordRow *self = g_object_new (SIGNET_TYPE_WORD_ROW, NULL);

  /* Translators: nothing is chosen in a list of words */
  add_word (self, "", C_ ("choice", "Not stated"));
  for (; *words != NULL; words++)
    add_word (self, *words, describe (*words));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->names));
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);

  return GTK_WIDGET (self);
}
