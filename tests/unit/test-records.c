/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include "store/signet-account-removal.h"

/* What schema 4 brought: authorisations and their chains, what falls due, the history of a certification, and
 * that an account takes along what is its own of them. */

#define TABLES signet_store_get_tables (fixture->store)

static gboolean
save_authorisation (SignetTables *tables,
                    const char *id,
                    const char *follows,
                    const char *agent,
                    GError **error)
{
  SignetAuthorisationRecord record = {
    .id = (char *) id,
    .principal = (char *) "p",
    .agent = (char *) agent,
    .follows = (char *) follows,
    .handler = (char *) "李经理",
    .valid_from = (char *) "2026-01-01",
    .valid_until = (char *) "2027-12-31",
    .rights = (char *) "r1 r2",
    .n_rights = 2,
    .sub_delegation = TRUE,
  };

  return signet_authorisations_save (tables, &record, error);
}

static gboolean
write_chain (SignetTables *tables, gpointer data, GError **error)
{
  return save_authorisation (tables, "first", "", "a", error) &&
         save_authorisation (tables, "second", "first", "b", error) &&
         save_authorisation (tables, "third", "second", "c", error) &&
         save_authorisation (tables, "broken", "gone", "c", error) &&
         save_authorisation (tables, "round", "about", "c", error) &&
         save_authorisation (tables, "about", "round", "c", error);
}

static void
assert_chain (SignetTables *tables, const char *id, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) links = signet_authorisations_list_chain (tables, id, &error);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < links->len; i++)
    g_string_append_printf (ids, "%s ", ((SignetAuthorisationRecord *) g_ptr_array_index (links, i))->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_chain (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetAuthorisationRecord) first = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) none = NULL;

  store_fixture_write (fixture, write_chain, NULL);
  assert_chain (TABLES, "third", "third second first ");
  assert_chain (TABLES, "first", "first ");
  assert_chain (TABLES, "broken", "broken ");
  assert_chain (TABLES, "round", "round about ");
  g_assert_null (signet_authorisations_list_chain (TABLES, "gone", &error));
  g_assert_error (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  first = signet_authorisations_find (TABLES, "first", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first->rights, ==, "r1 r2");
  g_assert_true (first->sub_delegation);
  g_assert_false (first->all_rights);
  all = signet_authorisations_list (TABLES, NULL, &error);
  g_assert_cmpuint (all->len, ==, 6);
  none = signet_authorisations_list (TABLES, "q", &error);
  g_assert_cmpuint (none->len, ==, 0);
}

typedef struct
{
  const char *valid_until;
  const char *licence_until;
  const char *kind;
} Term;

static gboolean
save_right (SignetTables *tables, gpointer data, GError **error)
{
  const Term *term = data;
  SignetRightRecord right = { .id = (char *) "r",
                              .kind = (char *) term->kind,
                              .party = (char *) "p",
                              .valid_until = (char *) term->valid_until,
                              .licence_until = (char *) term->licence_until };

  return signet_rights_save (tables, &right, error);
}

static gboolean
put_off (SignetTables *tables, gpointer data, GError **error)
{
  return signet_deadlines_put_off (tables, "r", SIGNET_REMINDER_RIGHT, data, NULL, error);
}

static gboolean
tell (SignetTables *tables, gpointer data, GError **error)
{
  return signet_deadlines_set_told (tables, "r", SIGNET_REMINDER_RIGHT, data, error);
}

/* What nobody was told of on a day, as "what:step ". */
static char *
list_untold (StoreFixture *fixture, int year, int month, int day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) untold = NULL;
  GString *text = g_string_new (NULL);
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  untold = signet_deadlines_list_untold (TABLES, &today, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < untold->len; i++)
    {
      const SignetDeadlineRecord *record = g_ptr_array_index (untold, i);

      g_string_append_printf (text, "%s:%s ", record->what, record->told_step);
    }
  return g_string_free (text, FALSE);
}

#define ASSERT_UNTOLD(year, month, day, expected)                    \
  G_STMT_START                                                       \
  {                                                                  \
    g_autofree char *text = list_untold (fixture, year, month, day); \
    g_assert_cmpstr (text, ==, expected);                            \
  }                                                                  \
  G_STMT_END

static void
test_deadlines (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDeadlineRecord) deadline = NULL;
  Term term = { "2027-11-21", "2027-02-28", "trademark" };

  store_fixture_write (fixture, save_right, &term);
  ASSERT_UNTOLD (2026, 2, 27, "");
  ASSERT_UNTOLD (2026, 2, 28, "licence:12m ");
  ASSERT_UNTOLD (2026, 11, 21, "licence:6m right:12m ");

  store_fixture_write (fixture, tell, (gpointer) "12m");
  ASSERT_UNTOLD (2026, 11, 21, "licence:6m ");
  ASSERT_UNTOLD (2027, 5, 21, "licence:day right:6m ");

  /* Put off, it is silent until then, and told again then. */
  store_fixture_write (fixture, put_off, (gpointer) "2027-07-01");
  ASSERT_UNTOLD (2027, 6, 30, "licence:day ");
  ASSERT_UNTOLD (2027, 7, 1, "licence:day right:6m ");

  /* Saved again with the same date, it stays put off; with another it is another deadline. */
  store_fixture_write (fixture, save_right, &term);
  ASSERT_UNTOLD (2027, 6, 30, "licence:day ");
  term.valid_until = "2027-10-01";
  store_fixture_write (fixture, save_right, &term);
  ASSERT_UNTOLD (2027, 6, 30, "licence:day right:6m ");

  /* Grace is a trademark's; half a date is none, and a licence may go. */
  ASSERT_UNTOLD (2027, 10, 2, "right:grace ");
  term.kind = "design";
  term.licence_until = "2027-02-3";
  store_fixture_write (fixture, save_right, &term);
  ASSERT_UNTOLD (2027, 10, 2, "right:day ");
  ASSERT_UNTOLD (2027, 2, 28, "right:12m ");
  g_assert_null (signet_deadlines_find (TABLES, "r", SIGNET_REMINDER_LICENCE, &error));
  g_assert_error (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_NOT_FOUND);
}

static gboolean
save_patent (SignetTables *tables, gpointer data, GError **error)
{
  SignetRightRecord right = { .id = (char *) "p",
                              .kind = (char *) "invention",
                              .party = (char *) "tea",
                              .annuity_paid_until = data };

  return signet_rights_save (tables, &right, error);
}

/* Due each year, so there is no word of it before three months; with a surcharge for six months more. */
static void
test_annuity (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_write (fixture, save_patent, (gpointer) "2027-06-30");
  ASSERT_UNTOLD (2026, 6, 30, "");
  ASSERT_UNTOLD (2027, 3, 29, "");
  ASSERT_UNTOLD (2027, 3, 30, "annuity:3m ");
  ASSERT_UNTOLD (2027, 5, 30, "annuity:1m ");
  ASSERT_UNTOLD (2027, 6, 30, "annuity:day ");
  ASSERT_UNTOLD (2027, 7, 1, "annuity:grace ");
  ASSERT_UNTOLD (2027, 12, 30, "annuity:grace ");
  ASSERT_UNTOLD (2027, 12, 31, "");

  store_fixture_write (fixture, save_patent, (gpointer) "2028-06-30");
  ASSERT_UNTOLD (2027, 7, 1, "");
}

typedef struct
{
  const char *account;
  const char *kind;
  const char *subject;
  const char *remote_id;
  const char *status;
  const char *at;
  gint64 n_findings;
} State;

static gboolean
save_state (SignetTables *tables, gpointer data, GError **error)
{
  const State *state = data;
  g_autoptr (GBytes) findings = g_bytes_new (state->status, (gsize) state->n_findings);
  SignetCertificationRecord record = { .account = (char *) state->account,
                                       .kind = (char *) state->kind,
                                       .subject = (char *) state->subject,
                                       .remote_id = (char *) state->remote_id,
                                       .status = (char *) state->status,
                                       .updated_at = (char *) state->at,
                                       .n_findings = state->n_findings,
                                       .findings = findings };

  return signet_certifications_save (tables, &record, error);
}

static void
test_history (StoreFixture *fixture, gconstpointer data)
{
  static const State states[] = {
    { "acc", "right", "r", "", "queued", "", 0 },
    { "acc", "right", "r", "rgt_1", "submitted", "2026-11-21T08:00:00Z", 0 },
    { "acc", "right", "r", "rgt_1", "submitted", "2026-11-21T08:00:00Z", 0 },
    { "acc", "right", "r", "rgt_1", "needs_correction", "2026-11-21T09:00:00Z", 2 },
    { "acc", "right", "r", "rgt_1", "needs_correction", "2026-11-21T09:30:00Z", 3 },
    { "acc", "right", "r", "rgt_1", "in_review", "2026-11-21T10:00:00Z", 0 },
    { "acc", "right", "r", "rgt_1", "in_review", "2026-11-21T11:00:00Z", 0 },
    { "acc", "right", "r", "rgt_1", "submitted", "2026-11-21T12:00:00Z", 0 },
  };
  static const char *const expected[] = { "2026-11-21T12:00:00Z", "2026-11-21T10:00:00Z",
                                          "2026-11-21T09:30:00Z", "2026-11-21T09:00:00Z",
                                          "2026-11-21T08:00:00Z" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) certifications = NULL;

  store_fixture_write (fixture, store_fixture_add_account, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    store_fixture_write (fixture, save_state, (gpointer) &states[i]);

  events = signet_certification_events_list (TABLES, "acc", "r", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < events->len; i++)
    g_assert_cmpstr (((SignetCertificationEventRecord *) events->pdata[i])->at, ==, expected[i]);
  g_assert_cmpint (((SignetCertificationEventRecord *) events->pdata[2])->n_findings, ==, 3);
  g_assert_cmpmem (g_bytes_get_data (((SignetCertificationEventRecord *) events->pdata[2])->findings, NULL),
                   3, "nee", 3);
  certifications = signet_certifications_list (TABLES, "r", &error);
  g_assert_cmpuint (certifications->len, ==, 1);
}

static gboolean
save_party (SignetTables *tables, const char *id, GError **error)
{
  SignetPartyRecord party = { .id = (char *) id,
                              .role = (char *) "principal",
                              .document_key = (char *) "N",
                              .document_valid_until = (char *) "2027-01-01" };

  return signet_parties_save (tables, &party, error);
}

static gboolean
save_right_of (SignetTables *tables,
               const char *id,
               const char *party,
               const char *co_holders,
               GError **error)
{
  SignetRightRecord right = { .id = (char *) id,
                              .kind = (char *) "trademark",
                              .number = (char *) "1",
                              .party = (char *) party,
                              .co_holders = (char *) co_holders,
                              .valid_until = (char *) "2027-01-01" };

  return signet_rights_save (tables, &right, error);
}

static gboolean
certify (SignetTables *tables, const char *account, const char *kind, const char *subject, GError **error)
{
  State state = { account, kind, subject, subject, "approved", "2026-11-21T08:00:00Z", 0 };

  return save_state (tables, &state, error);
}

static gboolean
save_link (SignetTables *tables, const char *id, const char *follows, const char *right, GError **error)
{
  SignetAuthorisationRecord record = { .id = (char *) id,
                                       .principal = (char *) "p1",
                                       .agent = (char *) "agent",
                                       .follows = (char *) follows,
                                       .valid_until = (char *) "2027-01-01",
                                       .rights = (char *) right,
                                       .n_rights = 1 };

  return signet_authorisations_save (tables, &record, error);
}

/* p1 with its agent, authorisations and rights is known to "acc" alone; with @data the other account knows
 * the last link of the chain. p2 holds a right that no platform knows together with p1's co-holder p4. */
static gboolean
write_two_accounts (SignetTables *tables, gpointer data, GError **error)
{
  SignetAccountRecord other = { .id = (char *) "other", .platform_id = (char *) "practice-2" };
  const char *last = data;

  return store_fixture_add_account (tables, NULL, error) && signet_accounts_save (tables, &other, error) &&
         save_party (tables, "p1", error) && save_party (tables, "p2", error) &&
         save_party (tables, "p3", error) && save_party (tables, "p4", error) &&
         save_party (tables, "agent", error) && save_right_of (tables, "r1", "p1", "", error) &&
         save_right_of (tables, "r2", "p1", "", error) &&
         save_right_of (tables, "imported", "p2", "p4 p9", error) &&
         save_link (tables, "a1", "", "r1", error) && save_link (tables, "a2", "a1", "r1", error) &&
         save_link (tables, "a3", "a2", "r2", error) && certify (tables, "acc", "party", "p1", error) &&
         certify (tables, "acc", "party", "p2", error) && certify (tables, "other", "party", "p3", error) &&
         certify (tables, "acc", "party", "p4", error) && certify (tables, "acc", "party", "agent", error) &&
         certify (tables, "acc", "right", "r1", error) && certify (tables, "acc", "right", "r2", error) &&
         certify (tables, "acc", "authorisation", "a1", error) &&
         certify (tables, "acc", "authorisation", "a2", error) &&
         certify (tables, last, "authorisation", "a3", error) &&
         signet_settings_set (tables, SIGNET_SETTING_PRINCIPAL, "p1", error);
}

typedef struct
{
  SignetVault *vault;
  SignetAccountContents contents;
} Removal;

static gboolean
remove_account (SignetTables *tables, gpointer data, GError **error)
{
  Removal *removal = data;

  return signet_account_removal_run (tables, "acc", removal->vault, &removal->contents, error);
}

static void
assert_parties (SignetTables *tables, const char *expected)
{
  g_autoptr (GPtrArray) parties = signet_parties_list (tables, NULL);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < parties->len; i++)
    g_string_append_printf (ids, "%s ", ((SignetPartyRecord *) g_ptr_array_index (parties, i))->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_removal (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rights = NULL;
  g_autoptr (GPtrArray) authorisations = NULL;
  g_autofree char *principal = NULL;
  Removal removal = { 0 };

  store_fixture_write (fixture, write_two_accounts, (gpointer) "acc");
  removal.vault = signet_store_get_vault (fixture->store);
  store_fixture_write (fixture, remove_account, &removal);
  g_assert_cmpint (removal.contents.parties, ==, 2);
  g_assert_cmpint (removal.contents.rights, ==, 2);
  g_assert_cmpint (removal.contents.authorisations, ==, 3);

  /* An imported right keeps both its holders. */
  assert_parties (TABLES, "p2 p3 p4 ");
  rights = signet_rights_list (TABLES, NULL);
  g_assert_cmpuint (rights->len, ==, 1);
  authorisations = signet_authorisations_list (TABLES, NULL, NULL);
  g_assert_cmpuint (authorisations->len, ==, 0);
  g_assert_null (signet_deadlines_find (TABLES, "p1", SIGNET_REMINDER_DOCUMENT, NULL));
  g_assert_null (signet_deadlines_find (TABLES, "r1", SIGNET_REMINDER_RIGHT, NULL));
  g_assert_null (signet_deadlines_find (TABLES, "a3", SIGNET_REMINDER_AUTHORISATION, NULL));
  g_clear_pointer (&authorisations, g_ptr_array_unref);
  authorisations = signet_certification_events_list (TABLES, "acc", "r1", NULL);
  g_assert_cmpuint (authorisations->len, ==, 0);
  principal = signet_settings_get (TABLES, SIGNET_SETTING_PRINCIPAL, NULL);
  g_assert_null (principal);
}

/* The chain that ends with the other account's link stays as a whole, and with it whom it is from and to and
 * what it names. */
static void
test_removal_of_chain (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rights = NULL;
  g_autofree char *principal = NULL;
  Removal removal = { 0 };

  store_fixture_write (fixture, write_two_accounts, (gpointer) "other");
  removal.vault = signet_store_get_vault (fixture->store);
  store_fixture_write (fixture, remove_account, &removal);
  g_assert_cmpint (removal.contents.authorisations, ==, 0);
  assert_chain (TABLES, "a3", "a3 a2 a1 ");
  assert_parties (TABLES, "p1 p2 p3 p4 agent ");
  rights = signet_rights_list (TABLES, NULL);
  g_assert_cmpuint (rights->len, ==, 3);
  principal = signet_settings_get (TABLES, SIGNET_SETTING_PRINCIPAL, NULL);
  g_assert_cmpstr (principal, ==, "p1");
}

static void
test_same_number (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rights = NULL;
  g_autoptr (GPtrArray) parties = NULL;
  g_autoptr (GPtrArray) none = NULL;

  store_fixture_write (fixture, write_two_accounts, (gpointer) "acc");
  rights = signet_rights_list_number (TABLES, "1", NULL);
  g_assert_cmpuint (rights->len, ==, 3);
  parties = signet_parties_list_document (TABLES, "N", NULL);
  g_assert_cmpuint (parties->len, ==, 5);
  none = signet_parties_list_document (TABLES, "", NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/records/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("chain", test_chain);
  ADD ("deadlines", test_deadlines);
  ADD ("annuity", test_annuity);
  ADD ("history", test_history);
  ADD ("removal", test_removal);
  ADD ("removal-of-chain", test_removal_of_chain);
  ADD ("same-number", test_same_number);
#undef ADD

  return g_test_run ();
}
