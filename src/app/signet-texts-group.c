/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-texts-group.h"

#include <glib/gi18n.h>

/*
 * Any number of texts of one kind, an entry for each and always an empty one for the next. It edits a
 * property of the draft's subject that holds texts; empty ones aren't kept.
 */

struct _SignetTextsGroup
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray *rows; /* of AdwEntryRow */
  char *entry_title;
  GObject *subject;
  char *property;
  gboolean saving; /* what changes is what is typed here */
};

G_DEFINE_FINAL_TYPE (SignetTextsGroup, signet_texts_group, ADW_TYPE_BIN)

static void typed_cb (SignetTextsGroup *self);

static void
add_row (SignetTextsGroup *self, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), self->entry_title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_connect_object (row, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
typed_cb (SignetTextsGroup *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  gboolean full = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *text = gtk_editable_get_text (self->rows->pdata[i]);

      if (*text != '\0')
        g_strv_builder_add (builder, text);
      else
        full = FALSE;
    }
  texts = g_strv_builder_end (builder);
  self->saving = TRUE;
  g_object_set (self->subject, self->property, texts, NULL);
  self->saving = FALSE;
  if (full)
    add_row (self, "");
}

static void
fill (SignetTextsGroup *self)
{
  g_auto (GStrv) texts = NULL;

  if (self->saving)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  g_object_get (self->subject, self->property, &texts, NULL);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    add_row (self, texts[i]);
  add_row (self, "");
}

static void
signet_texts_group_dispose (GObject *object)
{
  g_clear_object (&SIGNET_TEXTS_GROUP (object)->subject);

  G_OBJECT_CLASS (signet_texts_group_parent_class)->dispose (object);
}

static void
signet_texts_group_finalize (GObject *object)
{
  SignetTextsGroup *self = SIGNET_TEXTS_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_free (self->entry_title);
  g_free (self->property);

  G_OBJECT_CLASS (signet_texts_group_parent_class)->finalize (object);
}

static void
signet_texts_group_class_init (SignetTextsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = signet_texts_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = signet_texts_group_finalize;
}

static void
signet_texts_group_init (SignetTextsGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * signet_texts_group_new:
 * @title: the group's
 * @description: the group's
 * @entry_title: of each entry
 * @subject: the draft's subject
 * @property: what it edits
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
signet_texts_group_new (const char *title,
                        const char *description,
                        const char *entry_title,
                        GObject *subject,
                        const char *property)
{
  SignetTextsGroup *self = g_object_new (SIGNET_TYPE_TEXTS_GROUP, NULL);
  g_autofree char *changed = g_strconcat ("notify::", property, NULL);

  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_description (self->group, description);
  self->entry_title = g_strdup (entry_title);
  self->subject = g_object_ref (subject);
  self->property = g_strdup (property);
  g_signal_connect_object (subject, changed, G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}
