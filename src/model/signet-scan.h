/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_SCAN (signet_scan_get_type ())
G_DECLARE_FINAL_TYPE (SignetScan, signet_scan, SIGNET, SCAN, SignetRecord)

SignetScan *signet_scan_new (void);

const char *signet_scan_get_user_code (SignetScan *self);
void signet_scan_set_user_code (SignetScan *self, const char *user_code);
const char *signet_scan_get_device (SignetScan *self);
void signet_scan_set_device (SignetScan *self, const char *device);
const char *signet_scan_get_place (SignetScan *self);
void signet_scan_set_place (SignetScan *self, const char *place);
const char *signet_scan_get_time (SignetScan *self);
void signet_scan_set_time (SignetScan *self, const char *time);
const char *signet_scan_get_requested_at (SignetScan *self);
void signet_scan_set_requested_at (SignetScan *self, const char *requested_at);
gboolean signet_scan_get_clock_differs (SignetScan *self);
void signet_scan_set_clock_differs (SignetScan *self, gboolean clock_differs);

G_END_DECLS
