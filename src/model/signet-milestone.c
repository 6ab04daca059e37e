/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-milestone.h"

/**
 * SignetMilestone:
 *
 * A status a complaint reached, with its time. Immutable.
 */

struct _SignetMilestone
{
  SignetRecord parent_instance;

  char *status;
  char *at;
};

G_DEFINE_FINAL_TYPE (SignetMilestone, signet_milestone, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetMilestone, field)

static const SignetField fields[] = {
  { "status", SIGNET_FIELD_TEXT, OFFSET (status), "submitted, in_review …" },
  { "at", SIGNET_FIELD_TEXT, OFFSET (at), "When, RFC 3339" },
};

static void
signet_milestone_class_init (SignetMilestoneClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_milestone_init (SignetMilestone *self)
{
}

SIGNET_RECORD_TEXT_GETTER (SignetMilestone, signet_milestone, SIGNET_IS_MILESTONE, status)
SIGNET_RECORD_TEXT_GETTER (SignetMilestone, signet_milestone, SIGNET_IS_MILESTONE, at)
