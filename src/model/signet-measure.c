/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-measure.h"

/**
 * SignetMeasure:
 *
 * What a platform did about an item, with its time. Immutable.
 */

struct _SignetMeasure
{
  SignetRecord parent_instance;

  char *measure;
  char *at;
};

G_DEFINE_FINAL_TYPE (SignetMeasure, signet_measure, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetMeasure, field)

static const SignetField fields[] = {
  { "measure", SIGNET_FIELD_TEXT, OFFSET (measure), "link_removed, delisted, traffic_limited …" },
  { "at", SIGNET_FIELD_TEXT, OFFSET (at), "When, RFC 3339" },
};

static void
signet_measure_class_init (SignetMeasureClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_measure_init (SignetMeasure *self)
{
}

SIGNET_RECORD_TEXT_GETTER (SignetMeasure, signet_measure, SIGNET_IS_MEASURE, measure)
SIGNET_RECORD_TEXT_GETTER (SignetMeasure, signet_measure, SIGNET_IS_MEASURE, at)
