/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/signet-reminder.h"
#include "store/signet-tables.h"

G_BEGIN_DECLS

/**
 * SignetDeadlineRecord:
 * @subject: local id of the right, authorisation or party
 * @what: what of it runs out
 * @party: local id of whose it is
 * @date: the last day
 * @grace: whether it may still be renewed afterwards
 * @put_off_until: date before which nobody wants to be reminded, "" if none
 * @told_step: the last step a person was told of, "" if none
 *
 * When something runs out.
 */
typedef struct
{
  char *subject;
  char *what;
  char *party;
  char *date;
  gboolean grace;
  char *put_off_until;
  char *told_step;
} SignetDeadlineRecord;

SignetDeadlineRecord *signet_deadline_record_new (void);
void signet_deadline_record_free (SignetDeadlineRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetDeadlineRecord, signet_deadline_record_free)

gboolean signet_deadlines_keep (SignetTables *tables,
                                const char *subject,
                                const char *what,
                                const char *party,
                                const char *date,
                                gboolean grace,
                                GError **error);
SignetDeadlineRecord *
signet_deadlines_find (SignetTables *tables, const char *subject, const char *what, GError **error);
GPtrArray *signet_deadlines_list_untold (SignetTables *tables, const GDate *today, GError **error);
const char *
signet_deadlines_compute_step (const char *what, const char *date, gboolean grace, const GDate *today);
gboolean signet_deadlines_collect (SignetTables *tables,
                                   const char *party,
                                   const GDate *today,
                                   gint64 near,
                                   gint64 far,
                                   GArray *rows,
                                   GCancellable *cancellable,
                                   GError **error);
gboolean signet_deadlines_put_off (SignetTables *tables,
                                   const char *subject,
                                   const char *what,
                                   const char *until,
                                   const char *told_step,
                                   GError **error);
gboolean signet_deadlines_set_told (SignetTables *tables,
                                    const char *subject,
                                    const char *what,
                                    const char *step,
                                    GError **error);

G_END_DECLS
