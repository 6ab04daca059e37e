/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-desk.h"
#include "desk/signet-docket.h"
#include "render/signet-renderer.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/* For the desk's own files. */
SignetStore *signet_desk_get_store (SignetDesk *self);
SignetRenderer *signet_desk_get_renderer (SignetDesk *self);
SignetDocket *signet_desk_get_docket (SignetDesk *self); /* NULL before opening */
void signet_desk_keep (SignetDesk *self, SignetStoreWrite write, gpointer data, GDestroyNotify data_free);
void signet_desk_restore_principal (SignetDesk *self);
void signet_desk_check_principal (SignetDesk *self);
const char *signet_desk_get_practice_folder (SignetDesk *self);

void signet_desk_store_draft (SignetDesk *self,
                              SignetAccount *account,
                              SignetDraftKind kind,
                              SignetDraftPurpose purpose,
                              const char *subject,
                              SignetRecord *begun,
                              GBytes *base,
                              GTask *task);
void signet_desk_reopen_draft (SignetDesk *self, const char *id, GTask *task);

/* Removing an account: what is under way for it ends; then it isn't among the accounts any more. */
void signet_desk_stop_account (SignetDesk *self, SignetAccount *account);
void signet_desk_drop_account (SignetDesk *self, SignetAccount *account);
void signet_desk_finish_removals (SignetDesk *self);

G_END_DECLS
