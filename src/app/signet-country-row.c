/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-country-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/signet-words.h"
#include "model/signet-country.h"

/*
 * A country or region to choose by its name in the person's language, with a search. SignetCountryRow:code is
 * its ISO 3166-1 code, "" before one is chosen; a code nobody knows is kept and shown as it is.
 */

struct _SignetCountryRow
{
  AdwActionRow parent_instance;

  GtkDropDown *drop_down;
  GPtrArray *codes; /* in the order of the names */
  GtkStringList *names;
  char *code;
};

G_DEFINE_FINAL_TYPE (SignetCountryRow, signet_country_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_CODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static int
compare_names (gconstpointer a, gconstpointer b, gpointer language)
{
  return g_utf8_collate (signet_country_get_name (*(const char *const *) a, language),
                         signet_country_get_name (*(const char *const *) b, language));
}

static void
fill (SignetCountryRow *self)
{
  const char *language = signet_words_language ();
  const char *const *codes = signet_country_list ();

  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (self->codes, g_strdup (codes[i]));
  g_ptr_array_sort_with_data (self->codes, compare_names, (gpointer) language);
  g_ptr_array_insert (self->codes, 0, g_strdup (""));
  /* Translators: stands where a country is to be chosen */
  gtk_string_list_append (self->names, _ ("Choose…"));
  for (guint i = 1; i < self->codes->len; i++)
    gtk_string_list_append (self->names, signet_country_get_name (self->codes->pdata[i], language));
}

static void
set_code (SignetCountryRow *self, const char *code)
{
  guint position = 0;

  if (g_strcmp0 (code, self->code) == 0)
    return;
  g_free (self->code);
  self->code = g_strdup (code != NULL ? code : "");

  for (guint i = 0; i < self->codes->len; i++)
    if (strcmp (self->codes->pdata[i], self->code) == 0)
      position = i;
  if (position == 0 && *self->code != '\0')
    {
      position = self->codes->len;
      g_ptr_array_add (self->codes, g_strdup (self->code));
      gtk_string_list_append (self->names, self->code);
    }
  gtk_drop_down_set_selected (self->drop_down, position);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODE]);
}

static void
selected_cb (SignetCountryRow *self)
{
  guint position = gtk_drop_down_get_selected (self->drop_down);

  if (position < self->codes->len)
    set_code (self, self->codes->pdata[position]);
}

static gboolean
signet_country_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SIGNET_COUNTRY_ROW (widget)->drop_down));
}

static void
signet_country_row_finalize (GObject *object)
{
  SignetCountryRow *self = SIGNET_COUNTRY_ROW (object);

  g_ptr_array_unref (self->codes);
  g_free (self->code);

  G_OBJECT_CLASS (signet_country_row_parent_class)->finalize (object);
}

static void
signet_country_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CODE:
      g_value_set_string (value, SIGNET_COUNTRY_ROW (object)->code);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_country_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CODE:
      set_code (SIGNET_COUNTRY_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_country_row_class_init (SignetCountryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = signet_country_row_finalize;
  object_class->get_property = signet_country_row_get_property;
  object_class->set_property = signet_country_row_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = signet_country_row_grab_focus;

  properties[PROP_CODE] = g_param_spec_string (
      "code", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_country_row_init (SignetCountryRow *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->names = gtk_string_list_new (NULL);
  self->code = g_strdup ("");
  fill (self);

  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (
      G_LIST_MODEL (self->names), gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string")));
  gtk_drop_down_set_enable_search (self->drop_down, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->drop_down), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
  /* names it by the row's title, too */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Country or region"));
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

/** signet_country_row_new: Returns: (transfer floating): a row without a country */
GtkWidget *
signet_country_row_new (void)
{
  return g_object_new (SIGNET_TYPE_COUNTRY_ROW, NULL);
}

/**
 * signet_country_row_add_first:
 * @self: a row
 * @code: what #SignetCountryRow:code is when it is chosen
 * @name: what it is called
 *
 * Adds a choice before the countries: the places in China have kinds of parties of their own, so that they
 * aren't among them.
 */
void
signet_country_row_add_first (SignetCountryRow *self, const char *code, const char *name)
{
  const char *const names[] = { name, NULL };

  g_return_if_fail (SIGNET_IS_COUNTRY_ROW (self));

  g_ptr_array_insert (self->codes, 1, g_strdup (code));
  gtk_string_list_splice (self->names, 1, 0, names);
}
