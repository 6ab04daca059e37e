/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-nice-class.h"

/**
 * SignetNiceClass:
 *
 * One Nice class of a trademark, with the goods and services in it.
 */

struct _SignetNiceClass
{
  SignetRecord parent_instance;

  int class_number;
  char *goods;
};

G_DEFINE_FINAL_TYPE (SignetNiceClass, signet_nice_class, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetNiceClass, field)

static const SignetField fields[] = {
  { "class-number", SIGNET_FIELD_INT, OFFSET (class_number), "1–45; 0 while nothing was chosen" },
  { "goods", SIGNET_FIELD_TEXT, OFFSET (goods), "Goods and services as on the certificate" },
};

static void
signet_nice_class_class_init (SignetNiceClassClass *klass)
{
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_nice_class_init (SignetNiceClass *self)
{
}

/**
 * signet_nice_class_new:
 *
 * Returns: (transfer full): a class without a number
 */
SignetNiceClass *
signet_nice_class_new (void)
{
  return g_object_new (SIGNET_TYPE_NICE_CLASS, NULL);
}

SIGNET_RECORD_INT (SignetNiceClass, signet_nice_class, SIGNET_IS_NICE_CLASS, class_number)
SIGNET_RECORD_TEXT (SignetNiceClass, signet_nice_class, SIGNET_IS_NICE_CLASS, goods)
