/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-label.h"

/**
 * SignetLabel:
 *
 * A word or text of a rule set in both languages. Immutable; may be read from any thread.
 */

struct _SignetLabel
{
  SignetRecord parent_instance;

  char *zh;
  char *en;
};

G_DEFINE_FINAL_TYPE (SignetLabel, signet_label, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetLabel, field)

static const SignetField fields[] = {
  { "zh", SIGNET_FIELD_TEXT, OFFSET (zh), "Chinese" },
  { "en", SIGNET_FIELD_TEXT, OFFSET (en), "English" },
};

static void
signet_label_class_init (SignetLabelClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_label_init (SignetLabel *self)
{
}

SIGNET_RECORD_TEXT_GETTER (SignetLabel, signet_label, SIGNET_IS_LABEL, zh)
SIGNET_RECORD_TEXT_GETTER (SignetLabel, signet_label, SIGNET_IS_LABEL, en)

/**
 * signet_label_new:
 * @zh: (nullable): Chinese text
 * @en: (nullable): English text
 *
 * Returns: (transfer full): a label
 */
SignetLabel *
signet_label_new (const char *zh, const char *en)
{
  return g_object_new (SIGNET_TYPE_LABEL, "zh", zh, "en", en, NULL);
}

/**
 * signet_label_get:
 * @self: (nullable): a label
 * @language: (nullable): a locale or language tag; Chinese if it begins with "zh", English otherwise
 *
 * A label that exists in one language only gives that one: the words of a rule set are better read in the
 * other language than not at all.
 *
 * Returns: the text, "" if @self is NULL or empty
 */
const char *
signet_label_get (SignetLabel *self, const char *language)
{
  const char *wanted;
  const char *other;

  g_return_val_if_fail (self == NULL || SIGNET_IS_LABEL (self), "");

  if (self == NULL)
    return "";

  gboolean chinese = language != NULL && g_str_has_prefix (language, "zh");
  wanted = chinese ? self->zh : self->en;
  other = chinese ? self->en : self->zh;
  if (wanted != NULL)
    return wanted;
  return other != NULL ? other : "";
}
