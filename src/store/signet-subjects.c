/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-subjects.h"

#include "model/signet-words.h"

/* What a submission, an event or a receipt is about: a party, a right, an authorisation or a complaint, named
 * by the wire's word for it. On the connection's thread.
 */

/* Other kinds (a later platform's) have no list that shows them. */
void
signet_subjects_mark (SignetTables *tables, const char *kind, const char *id)
{
  if (g_strcmp0 (kind, SIGNET_KIND_PARTY) == 0)
    signet_tables_mark (tables, SIGNET_SUBJECT_PARTY, id);
  else if (g_strcmp0 (kind, SIGNET_KIND_RIGHT) == 0)
    signet_tables_mark (tables, SIGNET_SUBJECT_RIGHT, id);
  else if (g_strcmp0 (kind, SIGNET_KIND_AUTHORISATION) == 0)
    signet_tables_mark (tables, SIGNET_SUBJECT_AUTHORISATION, id);
  else if (g_strcmp0 (kind, SIGNET_KIND_COMPLAINT) == 0)
    signet_tables_mark (tables, SIGNET_SUBJECT_COMPLAINT, id);
}

/* Until the platform has a name for it, a record's status is where its submission stands. A correction's
 * submission leaves the status the platform gave. */
gboolean
signet_subjects_set_state (SignetTables *tables,
                           const char *account,
                           const char *kind,
                           const char *id,
                           const char *state,
                           const char *error_code,
                           GError **error)
{
  signet_subjects_mark (tables, kind, id);
  if (g_strcmp0 (kind, SIGNET_KIND_COMPLAINT) == 0)
    return signet_tables_run (
        tables, "UPDATE complaints SET status = ?, error_code = ? WHERE id = ? AND remote_id = ''", "ttt",
        error, state, error_code, id);
  return signet_tables_run (tables,
                            "UPDATE certifications SET status = ?, error_code = ?"
                            " WHERE account = ? AND subject = ? AND remote_id = ''",
                            "tttt", error, state, error_code, account, id);
}
