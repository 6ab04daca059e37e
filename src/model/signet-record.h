/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SignetFieldType:
 * @SIGNET_FIELD_TEXT: `char *`; NULL in the struct means "", getters never give NULL
 * @SIGNET_FIELD_INT: `int`, 0 or more
 * @SIGNET_FIELD_UINT64: `guint64`
 * @SIGNET_FIELD_BOOLEAN: `gboolean`
 * @SIGNET_FIELD_TEXTS: `char **`; NULL in the struct means no entries
 * @SIGNET_FIELD_OBJECT: any `GObject *` of the field's type, or NULL
 * @SIGNET_FIELD_LIST: `GListStore *` that the record makes for itself and keeps all its life
 */
typedef enum
{
  SIGNET_FIELD_TEXT,
  SIGNET_FIELD_INT,
  SIGNET_FIELD_UINT64,
  SIGNET_FIELD_BOOLEAN,
  SIGNET_FIELD_TEXTS,
  SIGNET_FIELD_OBJECT,
  SIGNET_FIELD_LIST,
} SignetFieldType;

/**
 * SignetField:
 * @name: property name, in dashes
 * @type: what lies at @offset
 * @offset: where it lies in the instance struct
 * @blurb: what the property means
 * @object_type: type of the object, or of the list's entries; NULL for the other types
 *
 * One property of a #SignetRecord class.
 */
typedef struct
{
  const char *name;
  SignetFieldType type;
  gsize offset;
  const char *blurb;
  GType (*object_type) (void);
} SignetField;

#define SIGNET_TYPE_RECORD (signet_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (SignetRecord, signet_record, SIGNET, RECORD, GObject)

struct _SignetRecordClass
{
  GObjectClass parent_class;

  /*< private >*/
  const SignetField *fields;
  guint n_fields;
  GParamSpec **pspecs;
  void (*text_set) (SignetRecord *self, gsize offset);
};

void signet_record_class_install (SignetRecordClass *klass, const SignetField *fields, guint n_fields);
void
signet_record_class_install_immutable (SignetRecordClass *klass, const SignetField *fields, guint n_fields);

void signet_record_set_text (SignetRecord *self, gsize offset, const char *value);
void signet_record_set_int (SignetRecord *self, gsize offset, int value);
void signet_record_set_boolean (SignetRecord *self, gsize offset, gboolean value);
void signet_record_set_texts (SignetRecord *self, gsize offset, const char *const *value);

const char *const *signet_record_no_texts (void);

/* Accessors of one field. The property's blurb in the class's table says what the field means; texts are
 * owned by the record and stay valid until the field changes. */

#define SIGNET_RECORD_TEXT_GETTER(Type, prefix, IS_TYPE, field) \
  const char *prefix##_get_##field (Type *self)                 \
  {                                                             \
    g_return_val_if_fail (IS_TYPE (self), "");                  \
    return self->field != NULL ? self->field : "";              \
  }

#define SIGNET_RECORD_TEXT(Type, prefix, IS_TYPE, field)                                 \
  SIGNET_RECORD_TEXT_GETTER (Type, prefix, IS_TYPE, field)                               \
  void prefix##_set_##field (Type *self, const char *field)                              \
  {                                                                                      \
    g_return_if_fail (IS_TYPE (self));                                                   \
    signet_record_set_text (SIGNET_RECORD (self), G_STRUCT_OFFSET (Type, field), field); \
  }

#define SIGNET_RECORD_INT_GETTER(Type, prefix, IS_TYPE, field) \
  int prefix##_get_##field (Type *self)                        \
  {                                                            \
    g_return_val_if_fail (IS_TYPE (self), 0);                  \
    return self->field;                                        \
  }

#define SIGNET_RECORD_INT(Type, prefix, IS_TYPE, field)                                 \
  SIGNET_RECORD_INT_GETTER (Type, prefix, IS_TYPE, field)                               \
  void prefix##_set_##field (Type *self, int field)                                     \
  {                                                                                     \
    g_return_if_fail (IS_TYPE (self));                                                  \
    signet_record_set_int (SIGNET_RECORD (self), G_STRUCT_OFFSET (Type, field), field); \
  }

#define SIGNET_RECORD_UINT64_GETTER(Type, prefix, IS_TYPE, field) \
  guint64 prefix##_get_##field (Type *self)                       \
  {                                                               \
    g_return_val_if_fail (IS_TYPE (self), 0);                     \
    return self->field;                                           \
  }

#define SIGNET_RECORD_BOOLEAN_GETTER(Type, prefix, IS_TYPE, field) \
  gboolean prefix##_get_##field (Type *self)                       \
  {                                                                \
    g_return_val_if_fail (IS_TYPE (self), FALSE);                  \
    return self->field;                                            \
  }

#define SIGNET_RECORD_BOOLEAN(Type, prefix, IS_TYPE, field)                                 \
  SIGNET_RECORD_BOOLEAN_GETTER (Type, prefix, IS_TYPE, field)                               \
  void prefix##_set_##field (Type *self, gboolean field)                                    \
  {                                                                                         \
    g_return_if_fail (IS_TYPE (self));                                                      \
    signet_record_set_boolean (SIGNET_RECORD (self), G_STRUCT_OFFSET (Type, field), field); \
  }

#define SIGNET_RECORD_TEXTS_GETTER(Type, prefix, IS_TYPE, field)                                \
  const char *const *prefix##_get_##field (Type *self)                                          \
  {                                                                                             \
    g_return_val_if_fail (IS_TYPE (self), signet_record_no_texts ());                           \
    return self->field != NULL ? (const char *const *) self->field : signet_record_no_texts (); \
  }

#define SIGNET_RECORD_TEXTS(Type, prefix, IS_TYPE, field)                                 \
  SIGNET_RECORD_TEXTS_GETTER (Type, prefix, IS_TYPE, field)                               \
  void prefix##_set_##field (Type *self, const char *const *field)                        \
  {                                                                                       \
    g_return_if_fail (IS_TYPE (self));                                                    \
    signet_record_set_texts (SIGNET_RECORD (self), G_STRUCT_OFFSET (Type, field), field); \
  }

#define SIGNET_RECORD_OBJECT_GETTER(Type, prefix, IS_TYPE, Object, field) \
  Object *prefix##_get_##field (Type *self)                               \
  {                                                                       \
    g_return_val_if_fail (IS_TYPE (self), NULL);                          \
    return self->field;                                                   \
  }

#define SIGNET_RECORD_LIST_GETTER(Type, prefix, IS_TYPE, field) \
  SIGNET_RECORD_OBJECT_GETTER (Type, prefix, IS_TYPE, GListStore, field)

G_END_DECLS
