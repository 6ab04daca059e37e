/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "desk/signet-account.h"
#include "desk/signet-document.h"
#include "desk/signet-draft.h"
#include "desk/signet-matter.h"
#include "desk/signet-right-import.h"
#include "model/signet-certification.h"
#include "model/signet-clock.h"
#include "model/signet-today-row.h"

G_BEGIN_DECLS

typedef struct
{
  const char *data_dir;         /* 0700, made if missing: desk.sqlite, vault/, practice/ */
  const char *viewer_program;   /* signet-viewer */
  const char *practice_program; /* signet-practice */
} SignetDeskPaths;

typedef struct
{
  const char *text;   /* searched in links, sellers, numbers and texts; NULL or "" for all */
  const char *status; /* a word of the wire; NULL for all */
  const char *right;  /* local id; NULL for all */
  const char *sort;   /* newest, oldest, number, status or links; NULL for newest */
} SignetComplaintFilter;

typedef struct
{
  const char *text;   /* searched in numbers, names and owners; NULL or "" for all */
  const char *kind;   /* a kind of right; NULL for all */
  const char *status; /* a word of the wire, or SIGNET_STATUS_UNCERTIFIED; NULL for all */
} SignetRightFilter;

/* What there is of an account on this computer. */
typedef struct
{
  guint drafts;
  guint unsent; /* submissions the platform has not got */
  guint complaints;
  guint parties; /* only this account's, as are rights and files */
  guint rights;
  guint authorisations;
  guint receipts; /* proofs of what was filed; there is no other copy of them */
  guint files;
  guint64 file_bytes;
} SignetAccountWeight;

/*
 * Everything a person does at Signet, built once in main and handed down. Lists are live: they follow the
 * store.
 *
 * Properties: account (the one being worked with, NULL before the first), last-sync (µs UTC, 0 never),
 * syncing, n-waiting (submissions to be sent), n-today. Signal: decided (SignetDesk *, const
 * char *complaint_id): a decision has come for a complaint. Signal: due (SignetDesk *, guint n): so
 * many things that run out have come to their next step, each told once a step; connect before opening ends,
 * so that what fell due meanwhile is heard of. Signal: not-kept (SignetDesk *, GError *why): what the person
 * asked for last (to try again, to be reminded later …), or what became of a submission, could not be stored.
 * Property principal (local id of the party whose things are listed, NULL for all).
 */
#define SIGNET_TYPE_DESK (signet_desk_get_type ())
G_DECLARE_FINAL_TYPE (SignetDesk, signet_desk, SIGNET, DESK, GObject)

SignetDesk *signet_desk_new (const SignetDeskPaths *paths, SignetClock *clock);
SignetClock *signet_desk_get_clock (SignetDesk *self);

/* Opens the data folder, brings its schema up to date and takes up where the last run ended. */
void signet_desk_open_async (SignetDesk *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean signet_desk_open_finish (SignetDesk *self, GAsyncResult *result, GError **error);

/* Ends sync and pump, waits for the last write. Call before the last unref. */
void signet_desk_check_async (SignetDesk *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean signet_desk_check_finish (SignetDesk *self, GAsyncResult *result, GError **error);
void signet_desk_close_async (SignetDesk *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean signet_desk_close_finish (SignetDesk *self, GAsyncResult *result, GError **error);

GListModel *signet_desk_get_accounts (SignetDesk *self);
SignetAccount *signet_desk_find_account (SignetDesk *self, const char *id);
SignetAccount *signet_desk_get_account (SignetDesk *self);

/* Works with @account from now on, and at the next start; the lists follow. */
void signet_desk_choose_account (SignetDesk *self, SignetAccount *account);

/* Starts the practice platform with @rules ("kuaishou" or "ippro") and gives the account on it, new or known.
 */
void signet_desk_start_practice_async (SignetDesk *self,
                                       const char *rules,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
SignetAccount *signet_desk_start_practice_finish (SignetDesk *self, GAsyncResult *result, GError **error);

/* The platform at an address, and the account on it, new or known. */
void signet_desk_connect_async (SignetDesk *self,
                                const char *address,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
SignetAccount *signet_desk_connect_finish (SignetDesk *self, GAsyncResult *result, GError **error);

/* What removing @account takes away for good; ask the person with these numbers before. */
void signet_desk_weigh_account_async (SignetDesk *self,
                                      SignetAccount *account,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean signet_desk_weigh_account_finish (SignetDesk *self,
                                           GAsyncResult *result,
                                           SignetAccountWeight *weight,
                                           GError **error);
/* Signs out and removes everything of @account from this computer: rows, papers nobody else uses, the
 * practice platform's folder. */
void signet_desk_remove_account_async (SignetDesk *self,
                                       SignetAccount *account,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean
signet_desk_remove_account_finish (SignetDesk *self, GAsyncResult *result, gboolean *revoked, GError **error);

gint64 signet_desk_get_last_sync (SignetDesk *self);
guint signet_desk_get_n_waiting (SignetDesk *self);
void signet_desk_sync (SignetDesk *self);

/* Lists (transfer none, live as long as the desk). Each also has a property "state" of type SignetListState.
 */
GListModel *signet_desk_get_today (SignetDesk *self);          /* SignetTodayRow */
GListModel *signet_desk_get_complaints (SignetDesk *self);     /* SignetComplaintRow */
GListModel *signet_desk_get_rights (SignetDesk *self);         /* SignetRightRow */
GListModel *signet_desk_get_parties (SignetDesk *self);        /* SignetPartyRow */
GListModel *signet_desk_get_authorisations (SignetDesk *self); /* SignetAuthorisationRow */
GListModel *signet_desk_get_principals (SignetDesk *self);     /* SignetPartyRow, all principals */
/* Lists of one's own (transfer full), whatever principal is chosen: parties of a role (NULL for both), and
 * the rights and authorisations of one party, with their status on the current account. */
GListModel *signet_desk_open_parties (SignetDesk *self, const char *role);
GListModel *signet_desk_open_rights (SignetDesk *self, const char *party);
GListModel *signet_desk_open_authorisations (SignetDesk *self, const char *principal);
/* Searches a list of signet_desk_open_rights() in numbers, names and owners; NULL or "" for all. */
void signet_desk_search_rights (SignetDesk *self, GListModel *rights, const char *text);
void signet_desk_filter_complaints (SignetDesk *self, const SignetComplaintFilter *filter);
void signet_desk_filter_rights (SignetDesk *self, const SignetRightFilter *filter);

/* Whose things every list but that of the principals shows, now and at the next start. */
const char *signet_desk_get_principal (SignetDesk *self);
void signet_desk_set_principal (SignetDesk *self, const char *party);

/* A reminder is shown and told again on the day @until (YYYY-MM-DD); NULL undoes it. */
void signet_desk_put_off (SignetDesk *self, SignetTodayRow *row, const char *until);
void signet_desk_reload (SignetDesk *self, GListModel *list); /* after its state was "error" */

/* Drafts. A new one is on disk before it is handed out. @subject: for a complaint the right's local id, for
 * an authorisation the principal's, or NULL. */
void signet_desk_begin_draft_async (SignetDesk *self,
                                    SignetDraftKind kind,
                                    const char *subject,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
SignetDraft *signet_desk_begin_draft_finish (SignetDesk *self, GAsyncResult *result, GError **error);
/* Begins the revision of a record, or opens the one begun before: CERTIFY and CORRECT on @account, EDIT (with
 * @account NULL or whose rules are to count) on this desk. */
void signet_desk_begin_revision_async (SignetDesk *self,
                                       SignetAccount *account,
                                       SignetDraftKind kind,
                                       const char *subject,
                                       SignetDraftPurpose purpose,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
SignetDraft *signet_desk_begin_revision_finish (SignetDesk *self, GAsyncResult *result, GError **error);
/* Something new that is like a record: its number, its dates and its papers are left empty. */
void signet_desk_begin_copy_async (SignetDesk *self,
                                   SignetDraftKind kind,
                                   const char *subject,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
SignetDraft *signet_desk_begin_copy_finish (SignetDesk *self, GAsyncResult *result, GError **error);
/* The draft in which the current account's own identity is being written; NULL if there is none. */
char *signet_desk_find_own_draft (SignetDesk *self);
void signet_desk_open_draft_async (SignetDesk *self,
                                   const char *id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
SignetDraft *signet_desk_open_draft_finish (SignetDesk *self, GAsyncResult *result, GError **error);

/* Records, as they are on this desk: by key, so they are there at once. */
SignetParty *signet_desk_load_party (SignetDesk *self,
                                     const char *id,
                                     SignetCertification **certification,
                                     GError **error);
SignetRight *signet_desk_load_right (SignetDesk *self,
                                     const char *id,
                                     SignetCertification **certification,
                                     GError **error);
SignetAuthorisation *signet_desk_load_authorisation (SignetDesk *self,
                                                     const char *id,
                                                     SignetCertification **certification,
                                                     GError **error);
SignetMatter *signet_desk_open_matter (SignetDesk *self, const char *complaint_id); /* transfer full */

/* A portfolio of rights out of a CSV file. Those whose row names nobody are the chosen principal's. */
SignetRightImport *signet_desk_import_rights (SignetDesk *self, GFile *file); /* transfer full */

/* A party, right or authorisation on all accounts: SignetCertificationRow, live (transfer full); what differs
 * between this desk and what one platform holds: SignetDifference; how it came to stand there as it does:
 * SignetMilestone, newest first (transfer full). */
GListModel *signet_desk_open_certifications (SignetDesk *self, const char *subject);
void signet_desk_compare_async (SignetDesk *self,
                                SignetAccount *account,
                                const char *subject,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GListModel *signet_desk_compare_finish (SignetDesk *self, GAsyncResult *result, GError **error);
GListModel *signet_desk_open_history (SignetDesk *self, SignetAccount *account, const char *subject);

/* The paper to be signed, as PDF, from a draft whose principal and agent are chosen. */
void signet_desk_write_authorisation_async (SignetDesk *self,
                                            SignetDraft *draft,
                                            const char *language,
                                            GFile *out,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
gboolean signet_desk_write_authorisation_finish (SignetDesk *self, GAsyncResult *result, GError **error);

/* Evidence from the vault, through the sealed viewer. @password NULL at first. */
void signet_desk_open_document_async (SignetDesk *self,
                                      const char *sha256,
                                      const char *password,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
SignetDocument *signet_desk_open_document_finish (SignetDesk *self, GAsyncResult *result, GError **error);

/* Tries again what failed for good after the person has looked at it. */
void signet_desk_retry_submission (SignetDesk *self, const char *subject_id);

G_END_DECLS
