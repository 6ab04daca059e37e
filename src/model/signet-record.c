/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-record.h"

/**
 * SignetRecord:
 *
 * What the records of the trade have in common: properties that are declared once, in a table of the class,
 * and the signal #SignetRecord::changed.
 *
 * A class lists its fields in a static table and installs it in class_init; reading, writing, notifying and
 * freeing are done here. Records that a person edits belong to the main thread; immutable records may be
 * read from any thread.
 */

typedef struct
{
  GPtrArray *watches;
} SignetRecordPrivate;

/* One list of a record, with the entries whose own changes are passed on. */
typedef struct
{
  SignetRecord *record;
  GListStore *list;
  GPtrArray *entries;
} ListWatch;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SignetRecord, signet_record, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const no_texts[] = { NULL };

static gpointer
field_location (SignetRecord *self, const SignetField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

static void
notify_offset (SignetRecord *self, gsize offset)
{
  SignetRecordClass *klass = SIGNET_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].offset == offset)
      {
        g_object_notify_by_pspec (G_OBJECT (self), klass->pspecs[i]);
        return;
      }
  g_return_if_reached ();
}

static void
entry_changed_cb (SignetRecord *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
release_entry (gpointer entry, SignetRecord *self)
{
  /* one handler only: the same entry may stand in the list a second time */
  if (SIGNET_IS_RECORD (entry))
    g_signal_handler_disconnect (entry,
                                 g_signal_handler_find (entry, G_SIGNAL_MATCH_FUNC | G_SIGNAL_MATCH_DATA, 0,
                                                        0, NULL, entry_changed_cb, self));
}

static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, ListWatch *watch)
{
  for (guint i = 0; i < removed; i++)
    release_entry (g_ptr_array_index (watch->entries, position + i), watch->record);
  if (removed > 0)
    g_ptr_array_remove_range (watch->entries, position, removed);

  for (guint i = 0; i < added; i++)
    {
      GObject *entry = g_list_model_get_item (list, position + i);

      if (SIGNET_IS_RECORD (entry))
        g_signal_connect_swapped (entry, "changed", G_CALLBACK (entry_changed_cb), watch->record);
      g_ptr_array_insert (watch->entries, (int) (position + i), entry);
    }

  g_signal_emit (watch->record, signals[CHANGED], 0);
}

static void
list_watch_free (ListWatch *watch)
{
  g_signal_handlers_disconnect_by_data (watch->list, watch);
  for (guint i = 0; i < watch->entries->len; i++)
    release_entry (g_ptr_array_index (watch->entries, i), watch->record);
  g_ptr_array_unref (watch->entries);
  g_object_unref (watch->list);
  g_free (watch);
}

static void
make_list (SignetRecord *self, const SignetField *field)
{
  SignetRecordPrivate *priv = signet_record_get_instance_private (self);
  GListStore **location = field_location (self, field);
  ListWatch *watch = g_new0 (ListWatch, 1);

  *location = g_list_store_new (field->object_type ());
  watch->record = self;
  watch->list = g_object_ref (*location);
  watch->entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (watch->list, "items-changed", G_CALLBACK (items_changed_cb), watch);
  g_ptr_array_add (priv->watches, watch);
}

static GParamSpec *
make_pspec (const SignetField *field, GParamFlags flags)
{
  GParamFlags list_flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  switch (field->type)
    {
    case SIGNET_FIELD_TEXT:
      return g_param_spec_string (field->name, NULL, field->blurb, "", flags);
    case SIGNET_FIELD_INT:
      return g_param_spec_int (field->name, NULL, field->blurb, 0, G_MAXINT, 0, flags);
    case SIGNET_FIELD_UINT64:
      return g_param_spec_uint64 (field->name, NULL, field->blurb, 0, G_MAXUINT64, 0, flags);
    case SIGNET_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, field->blurb, FALSE, flags);
    case SIGNET_FIELD_TEXTS:
      return g_param_spec_boxed (field->name, NULL, field->blurb, G_TYPE_STRV, flags);
    case SIGNET_FIELD_OBJECT:
      return g_param_spec_object (field->name, NULL, field->blurb, field->object_type (), flags);
    case SIGNET_FIELD_LIST:
      return g_param_spec_object (field->name, NULL, field->blurb, G_TYPE_LIST_MODEL, list_flags);
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
signet_record_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SignetRecord *self = SIGNET_RECORD (object);
  const SignetField *field = &SIGNET_RECORD_GET_CLASS (self)->fields[property_id - 1];
  gpointer location = field_location (self, field);

  switch (field->type)
    {
    case SIGNET_FIELD_TEXT:
      g_value_set_string (value, *(char **) location != NULL ? *(char **) location : "");
      break;
    case SIGNET_FIELD_INT:
      g_value_set_int (value, *(int *) location);
      break;
    case SIGNET_FIELD_UINT64:
      g_value_set_uint64 (value, *(guint64 *) location);
      break;
    case SIGNET_FIELD_BOOLEAN:
      g_value_set_boolean (value, *(gboolean *) location);
      break;
    case SIGNET_FIELD_TEXTS:
      g_value_set_boxed (value, *(char ***) location);
      break;
    case SIGNET_FIELD_OBJECT:
    case SIGNET_FIELD_LIST:
      g_value_set_object (value, *(GObject **) location);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* No texts and an empty array of them are the same. */
static gboolean
same_texts (const char *const *a, const char *const *b)
{
  return g_strv_equal (a != NULL ? a : no_texts, b != NULL ? b : no_texts);
}

static void
signet_record_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SignetRecord *self = SIGNET_RECORD (object);
  const SignetField *field = &SIGNET_RECORD_GET_CLASS (self)->fields[property_id - 1];
  gpointer location = field_location (self, field);

  switch (field->type)
    {
    case SIGNET_FIELD_TEXT:
      signet_record_set_text (self, field->offset, g_value_get_string (value));
      break;
    case SIGNET_FIELD_INT:
      signet_record_set_int (self, field->offset, g_value_get_int (value));
      break;
    case SIGNET_FIELD_BOOLEAN:
      signet_record_set_boolean (self, field->offset, g_value_get_boolean (value));
      break;
    case SIGNET_FIELD_UINT64:
      if (*(guint64 *) location != g_value_get_uint64 (value))
        {
          *(guint64 *) location = g_value_get_uint64 (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case SIGNET_FIELD_TEXTS:
      signet_record_set_texts (self, field->offset, g_value_get_boxed (value));
      break;
    case SIGNET_FIELD_OBJECT:
      if (g_set_object ((GObject **) location, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case SIGNET_FIELD_LIST:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
install_fields (SignetRecordClass *klass, const SignetField *fields, guint n_fields, GParamFlags flags)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  /* GObject hands these two down to no derived class */
  object_class->get_property = signet_record_get_property;
  object_class->set_property = signet_record_set_property;

  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->pspecs = g_new0 (GParamSpec *, n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      klass->pspecs[i] = make_pspec (&fields[i], flags | G_PARAM_STATIC_STRINGS);
      g_object_class_install_property (object_class, i + 1, klass->pspecs[i]);
    }
}

static void
signet_record_dispatch_properties_changed (GObject *object, guint n_pspecs, GParamSpec **pspecs)
{
  G_OBJECT_CLASS (signet_record_parent_class)->dispatch_properties_changed (object, n_pspecs, pspecs);
  g_signal_emit (object, signals[CHANGED], 0);
}

static void
signet_record_constructed (GObject *object)
{
  SignetRecord *self = SIGNET_RECORD (object);
  SignetRecordClass *klass = SIGNET_RECORD_GET_CLASS (self);

  G_OBJECT_CLASS (signet_record_parent_class)->constructed (object);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == SIGNET_FIELD_LIST)
      make_list (self, &klass->fields[i]);
}

static void
signet_record_finalize (GObject *object)
{
  SignetRecord *self = SIGNET_RECORD (object);
  SignetRecordPrivate *priv = signet_record_get_instance_private (self);
  SignetRecordClass *klass = SIGNET_RECORD_GET_CLASS (self);

  g_ptr_array_unref (priv->watches);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      gpointer location = field_location (self, &klass->fields[i]);

      switch (klass->fields[i].type)
        {
        case SIGNET_FIELD_TEXT:
          g_free (*(char **) location);
          break;
        case SIGNET_FIELD_TEXTS:
          g_strfreev (*(char ***) location);
          break;
        case SIGNET_FIELD_OBJECT:
        case SIGNET_FIELD_LIST:
          g_clear_object ((GObject **) location);
          break;
        case SIGNET_FIELD_INT:
        case SIGNET_FIELD_UINT64:
        case SIGNET_FIELD_BOOLEAN:
        default:
          break;
        }
    }

  G_OBJECT_CLASS (signet_record_parent_class)->finalize (object);
}

static void
signet_record_class_init (SignetRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispatch_properties_changed = signet_record_dispatch_properties_changed;
  object_class->constructed = signet_record_constructed;
  object_class->finalize = signet_record_finalize;

  /**
   * SignetRecord::changed:
   *
   * Anything in the record changed: a property, the entries of one of its lists, or something in one of
   * those entries. Emitted after the notifications of the same change. Autosave listens to this.
   */
  signals[CHANGED] = g_signal_new ("changed", SIGNET_TYPE_RECORD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
signet_record_init (SignetRecord *self)
{
  SignetRecordPrivate *priv = signet_record_get_instance_private (self);

  priv->watches = g_ptr_array_new_with_free_func ((GDestroyNotify) list_watch_free);
}

/**
 * signet_record_class_install:
 * @klass: the class being initialised
 * @fields: (array length=n_fields): its fields, with static storage
 * @n_fields: how many
 *
 * Gives the class a readable and writable property for each field. To be called from class_init.
 */
void
signet_record_class_install (SignetRecordClass *klass, const SignetField *fields, guint n_fields)
{
  install_fields (klass, fields, n_fields, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY);
}

/**
 * signet_record_class_install_immutable:
 * @klass: the class being initialised
 * @fields: (array length=n_fields): its fields, with static storage
 * @n_fields: how many
 *
 * As signet_record_class_install(), but every property can only be set while the object is made.
 */
void
signet_record_class_install_immutable (SignetRecordClass *klass, const SignetField *fields, guint n_fields)
{
  install_fields (klass, fields, n_fields, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY);
}

/**
 * signet_record_set_text:
 * @self: a record
 * @offset: of the field in the instance struct
 * @value: (nullable): the new text, copied; NULL means empty
 *
 * For the setters of the classes: writes the field and notifies if it changed. A record holds UTF-8 whatever
 * reaches it, since all who read it walk by characters. A class whose other fields follow from this one has a
 * text_set.
 */
void
signet_record_set_text (SignetRecord *self, gsize offset, const char *value)
{
  char **location = G_STRUCT_MEMBER_P (self, offset);
  g_autofree char *valid = NULL;

  if (value != NULL && *value == '\0')
    value = NULL;
  if (value != NULL && !g_utf8_validate (value, -1, NULL))
    value = valid = g_utf8_make_valid (value, -1);
  if (g_strcmp0 (*location, value) == 0)
    return;

  /* value may point into the text that is being replaced */
  char *copy = g_strdup (value);
  g_free (*location);
  *location = copy;
  /* before anyone is told, so that nobody sees the one without the other */
  if (SIGNET_RECORD_GET_CLASS (self)->text_set != NULL)
    SIGNET_RECORD_GET_CLASS (self)->text_set (self, offset);
  notify_offset (self, offset);
}

/**
 * signet_record_set_int:
 * @self: a record
 * @offset: of the field in the instance struct
 * @value: the new number
 *
 * For the setters of the classes: writes the field and notifies if it changed.
 */
void
signet_record_set_int (SignetRecord *self, gsize offset, int value)
{
  int *location = G_STRUCT_MEMBER_P (self, offset);

  if (*location == value)
    return;
  *location = value;
  notify_offset (self, offset);
}

/**
 * signet_record_set_boolean:
 * @self: a record
 * @offset: of the field in the instance struct
 * @value: the new value
 *
 * For the setters of the classes: writes the field and notifies if it changed.
 */
void
signet_record_set_boolean (SignetRecord *self, gsize offset, gboolean value)
{
  gboolean *location = G_STRUCT_MEMBER_P (self, offset);

  if (!*location == !value)
    return;
  *location = value != FALSE;
  notify_offset (self, offset);
}

/**
 * signet_record_set_texts:
 * @self: a record
 * @offset: of the field in the instance struct
 * @value: (nullable) (array zero-terminated=1): the new texts, copied
 *
 * For the setters of the classes: writes the field and notifies if it changed.
 */
void
signet_record_set_texts (SignetRecord *self, gsize offset, const char *const *value)
{
  char ***location = G_STRUCT_MEMBER_P (self, offset);
  char **copy;

  if (same_texts ((const char *const *) *location, value))
    return;

  /* value may be the very texts that are being replaced, or some of them */
  copy = g_strdupv ((char **) value);
  g_strfreev (*location);
  *location = copy;
  notify_offset (self, offset);
}

/**
 * signet_record_no_texts:
 *
 * Returns: (transfer none): an empty array of texts, for getters that have nothing to give
 */
const char *const *
signet_record_no_texts (void)
{
  return no_texts;
}
