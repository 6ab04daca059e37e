/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "db/signet-db.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PRACTICE_STORE (signet_practice_store_get_type ())
G_DECLARE_FINAL_TYPE (SignetPracticeStore, signet_practice_store, SIGNET, PRACTICE_STORE, GObject)

SignetPracticeStore *signet_practice_store_open (const char *folder, GError **error);

SignetDb *signet_practice_store_get_db (SignetPracticeStore *self);
SignetStatement *signet_practice_store_query (SignetPracticeStore *self,
                                              GError **error,
                                              const char *sql,
                                              const char *types,
                                              ...);
gboolean signet_practice_store_find (SignetPracticeStore *self,
                                     SignetStatement **statement,
                                     GError **error,
                                     const char *sql,
                                     const char *types,
                                     ...);
GArray *signet_practice_store_collect (SignetPracticeStore *self,
                                       GError **error,
                                       const char *sql,
                                       const char *types,
                                       ...);
gboolean signet_practice_store_next (SignetStatement *statement, gboolean *found, GError **error);
gboolean signet_practice_store_run (SignetPracticeStore *self,
                                    GError **error,
                                    const char *sql,
                                    const char *types,
                                    ...);

gboolean signet_practice_store_load_setting (SignetPracticeStore *self,
                                             const char *name,
                                             char **value,
                                             GError **error);
gboolean signet_practice_store_save_setting (SignetPracticeStore *self,
                                             const char *name,
                                             const char *value,
                                             GError **error);

gboolean signet_practice_store_add_change (SignetPracticeStore *self,
                                           gint64 account,
                                           gint64 at,
                                           const char *kind,
                                           gint64 resource,
                                           GError **error);
void signet_practice_store_touch (SignetPracticeStore *self, gint64 account);
gboolean
signet_practice_store_commit (SignetPracticeStore *self, SignetTransaction *transaction, GError **error);
void signet_practice_store_roll_back (SignetPracticeStore *self, SignetTransaction *transaction);

char *signet_practice_store_make_id (const char *prefix, GError **error);

G_END_DECLS
