/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "dossier/signet-dossier-error.h"

/* This room's error domain. Any thread. */

G_DEFINE_QUARK (signet - dossier - error - quark, signet_dossier_error)
