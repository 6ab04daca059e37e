/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SignetSeverity:
 * @SIGNET_SEVERITY_ERROR: must be mended before anything can be submitted
 * @SIGNET_SEVERITY_WARNING: probably wrong; never blocks
 * @SIGNET_SEVERITY_HINT: could be better
 *
 * How bad a finding is; a smaller value is worse.
 */
typedef enum
{
  SIGNET_SEVERITY_ERROR,
  SIGNET_SEVERITY_WARNING,
  SIGNET_SEVERITY_HINT,
} SignetSeverity;

#define SIGNET_TYPE_SEVERITY (signet_severity_get_type ())
GType signet_severity_get_type (void);
const char *signet_severity_to_text (SignetSeverity severity);
gboolean signet_severity_from_text (const char *text, SignetSeverity *severity);

#define SIGNET_TYPE_FINDING (signet_finding_get_type ())
G_DECLARE_FINAL_TYPE (SignetFinding, signet_finding, SIGNET, FINDING, GObject)

SignetFinding *signet_finding_new (const char *pointer, SignetSeverity severity, const char *code, ...)
    G_GNUC_NULL_TERMINATED;
SignetFinding *signet_finding_new_with_params (const char *pointer,
                                               SignetSeverity severity,
                                               const char *code,
                                               GVariant *params);

const char *signet_finding_get_pointer (SignetFinding *self);
SignetSeverity signet_finding_get_severity (SignetFinding *self);
const char *signet_finding_get_code (SignetFinding *self);
GVariant *signet_finding_get_params (SignetFinding *self);
const char *signet_finding_get_param (SignetFinding *self, const char *name);

G_END_DECLS
