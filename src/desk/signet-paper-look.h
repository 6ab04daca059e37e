/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "render/signet-renderer.h"
#include "store/signet-vault.h"

G_BEGIN_DECLS

/*
 * For the desk's own files: whether the papers of a draft can be opened at all.
 *
 * Signal "looked" (): something is known about another file.
 */
#define SIGNET_TYPE_PAPER_LOOK (signet_paper_look_get_type ())
G_DECLARE_FINAL_TYPE (SignetPaperLook, signet_paper_look, SIGNET, PAPER_LOOK, GObject)

SignetPaperLook *signet_paper_look_new (SignetRenderer *renderer, SignetVault *vault);
void signet_paper_look_stop (SignetPaperLook *self);
void signet_paper_look_judge (SignetPaperLook *self, GListModel *files, GPtrArray *findings);

G_END_DECLS
