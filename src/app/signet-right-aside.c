/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-right-aside.h"

#include "app/signet-right-fields.h"
#include "model/signet-evidence.h"

/*
 * What was typed for one kind of right and doesn't belong to another: when the person chooses the other kind
 * it is taken out of the right, so that it is neither shown nor sent, and kept here; when a kind is chosen to
 * which it belongs it is put back. Gone with the page that owns it.
 */

struct _SignetRightAside
{
  GObject parent_instance;

  SignetRight *right;
  SignetPlatform *platform;
  char *kind;         /* the one that was chosen last */
  GHashTable *values; /* property name, static, to GValue */
  GPtrArray *classes; /* of SignetNiceClass */
  GPtrArray *files;   /* of SignetEvidence */
};

G_DEFINE_FINAL_TYPE (SignetRightAside, signet_right_aside, G_TYPE_OBJECT)

static void
value_free (gpointer value)
{
  g_value_unset (value);
  g_free (value);
}

static GValue *
value_new (SignetRight *right, const char *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (right), property);
  GValue *value = g_new0 (GValue, 1);

  return g_value_init (value, pspec->value_type);
}

static void
move_classes (SignetRightAside *self, gboolean back)
{
  GListStore *classes = signet_right_get_classes (self->right);

  if (back)
    {
      g_list_store_splice (classes, 0, 0, self->classes->pdata, self->classes->len);
      g_ptr_array_set_size (self->classes, 0);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (classes)); i++)
    g_ptr_array_add (self->classes, g_list_model_get_item (G_LIST_MODEL (classes), i));
  g_list_store_remove_all (classes);
}

static void
move_value (SignetRightAside *self, const SignetRightField *field, gboolean back)
{
  GValue *value;

  if (back)
    {
      value = g_hash_table_lookup (self->values, field->property);
      if (value != NULL)
        g_object_set_property (G_OBJECT (self->right), field->property, value);
      g_hash_table_remove (self->values, field->property);
      return;
    }

  value = value_new (self->right, field->property);
  g_object_get_property (G_OBJECT (self->right), field->property, value);
  g_hash_table_replace (self->values, (gpointer) field->property, value);
  value = value_new (self->right, field->property); /* nothing */
  g_object_set_property (G_OBJECT (self->right), field->property, value);
  value_free (value);
}

static void
move_field (SignetRightAside *self, const SignetRightField *field, gboolean back)
{
  g_autofree char *typed = signet_right_fields_describe (field, self->right);

  if (back == (*typed != '\0')) /* nothing to take, or something else is there by now */
    return;
  if (field->editor == SIGNET_RIGHT_EDITOR_CLASSES)
    move_classes (self, back);
  else
    move_value (self, field, back);
}

static gboolean
takes_paper (SignetRightKind *kind, SignetEvidence *file)
{
  GListModel *slots = signet_right_kind_get_papers (kind);

  for (guint i = 0; i < g_list_model_get_n_items (slots); i++)
    {
      g_autoptr (SignetPaperSlot) slot = g_list_model_get_item (slots, i);

      if (g_str_equal (signet_paper_slot_get_slot (slot), signet_evidence_get_slot (file)))
        return TRUE;
    }

  return FALSE;
}

static void
take_papers (SignetRightAside *self, SignetRightKind *before, SignetRightKind *now)
{
  GListStore *files = signet_right_get_evidence (self->right);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (files)); i > 0; i--)
    {
      g_autoptr (SignetEvidence) file = g_list_model_get_item (G_LIST_MODEL (files), i - 1);

      if (!takes_paper (before, file) || takes_paper (now, file))
        continue;
      g_ptr_array_add (self->files, g_object_ref (file));
      g_list_store_remove (files, i - 1);
    }
}

static void
return_papers (SignetRightAside *self, SignetRightKind *now)
{
  for (guint i = self->files->len; i > 0; i--)
    {
      SignetEvidence *file = g_ptr_array_index (self->files, i - 1);

      if (!takes_paper (now, file))
        continue;
      g_list_store_append (signet_right_get_evidence (self->right), file);
      g_ptr_array_remove_index (self->files, i - 1);
    }
}

static void
kind_changed_cb (SignetRightAside *self)
{
  SignetRightKind *before = signet_platform_find_right_kind (self->platform, self->kind);
  SignetRightKind *now = signet_platform_find_right_kind (self->platform,
                                                          signet_right_get_kind (self->right));
  guint n_fields;
  const SignetRightField *fields = signet_right_fields_get_all (&n_fields);

  g_free (self->kind);
  self->kind = g_strdup (signet_right_get_kind (self->right));
  if (now == NULL) /* anything may belong to it */
    return;

  for (guint i = 0; i < n_fields; i++)
    {
      if (signet_right_fields_belongs (&fields[i], now))
        move_field (self, &fields[i], TRUE);
      else if (before != NULL && signet_right_fields_belongs (&fields[i], before))
        move_field (self, &fields[i], FALSE);
    }
  return_papers (self, now);
  if (before != NULL)
    take_papers (self, before, now);
}

static void
signet_right_aside_finalize (GObject *object)
{
  SignetRightAside *self = SIGNET_RIGHT_ASIDE (object);

  g_clear_object (&self->right);
  g_clear_object (&self->platform);
  g_hash_table_unref (self->values);
  g_ptr_array_unref (self->classes);
  g_ptr_array_unref (self->files);
  g_free (self->kind);

  G_OBJECT_CLASS (signet_right_aside_parent_class)->finalize (object);
}

static void
signet_right_aside_class_init (SignetRightAsideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_right_aside_finalize;
}

static void
signet_right_aside_init (SignetRightAside *self)
{
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, value_free);
  self->classes = g_ptr_array_new_with_free_func (g_object_unref);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * signet_right_aside_new:
 * @right: a right whose kind is being chosen
 * @platform: whose rule set says what belongs to which kind
 *
 * Returns: (transfer full): what follows the choice
 */
SignetRightAside *
signet_right_aside_new (SignetRight *right, SignetPlatform *platform)
{
  SignetRightAside *self;

  g_return_val_if_fail (SIGNET_IS_RIGHT (right), NULL);
  g_return_val_if_fail (SIGNET_IS_PLATFORM (platform), NULL);

  self = g_object_new (SIGNET_TYPE_RIGHT_ASIDE, NULL);
  self->right = g_object_ref (right);
  self->platform = g_object_ref (platform);
  self->kind = g_strdup (signet_right_get_kind (right));
  g_signal_connect_object (right, "notify::kind", G_CALLBACK (kind_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}
