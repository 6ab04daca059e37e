/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-scan.h"

/**
 * SignetScan:
 *
 * What a phone shows of the device whose code was scanned, before the person says yes or no. Filled once,
 * from the platform's answer.
 */

struct _SignetScan
{
  SignetRecord parent_instance;

  char *user_code;
  char *device;
  char *place;
  char *time;
  char *requested_at;
  gboolean clock_differs;
};

G_DEFINE_FINAL_TYPE (SignetScan, signet_scan, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetScan, field)

static const SignetField fields[] = {
  { "user-code", SIGNET_FIELD_TEXT, OFFSET (user_code), "The code to compare" },
  { "device", SIGNET_FIELD_TEXT, OFFSET (device), "What the device calls itself" },
  { "place", SIGNET_FIELD_TEXT, OFFSET (place), "Where it says it is; empty if it doesn't" },
  { "time", SIGNET_FIELD_TEXT, OFFSET (time), "What its clock showed, RFC 3339 with its offset; or empty" },
  { "requested-at", SIGNET_FIELD_TEXT, OFFSET (requested_at), "When the platform was asked, RFC 3339" },
  { "clock-differs", SIGNET_FIELD_BOOLEAN, OFFSET (clock_differs), "Whether these two are too far apart" },
};

static void
signet_scan_class_init (SignetScanClass *klass)
{
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_scan_init (SignetScan *self)
{
}

/**
 * signet_scan_new:
 *
 * Returns: (transfer full): an empty scan
 */
SignetScan *
signet_scan_new (void)
{
  return g_object_new (SIGNET_TYPE_SCAN, NULL);
}

SIGNET_RECORD_TEXT (SignetScan, signet_scan, SIGNET_IS_SCAN, user_code)
SIGNET_RECORD_TEXT (SignetScan, signet_scan, SIGNET_IS_SCAN, device)
SIGNET_RECORD_TEXT (SignetScan, signet_scan, SIGNET_IS_SCAN, place)
SIGNET_RECORD_TEXT (SignetScan, signet_scan, SIGNET_IS_SCAN, time)
SIGNET_RECORD_TEXT (SignetScan, signet_scan, SIGNET_IS_SCAN, requested_at)
SIGNET_RECORD_BOOLEAN (SignetScan, signet_scan, SIGNET_IS_SCAN, clock_differs)
