/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include "hand-clock.h"

#include <time.h>

#include "desk/signet-docket.h"
#include "desk/signet-reminders.h"
#include "model/signet-authorisation-row.h"
#include "model/signet-complaint-row.h"
#include "model/signet-party-row.h"
#include "model/signet-right-row.h"
#include "model/signet-words.h"
#include "store/signet-store-private.h"

/* The desk's lists as one principal's and everybody's, filtered and searched; what falls due in them, and
 * when a person is told. */

#define PRINCIPALS 200
#define RIGHTS 2000

typedef struct
{
  StoreFixture store;
  HandClock *clock;
  SignetDocket *docket;
} Fixture;

static gboolean
write_nothing (SignetTables *tables, gpointer data, GError **error)
{
  return TRUE;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static gpointer
read_nothing (SignetTables *tables, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  signet_store_query_finish (SIGNET_STORE (source), result, NULL);
  *(gboolean *) data = TRUE;
}

static gint64
processor_time (void)
{
  struct timespec time = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* No turn of the main loop may cost a frame of this thread's time, whatever the machine does beside. */
static void
turn_until (gboolean *done)
{
  while (!*done || g_main_context_pending (NULL))
    {
      gint64 start = processor_time ();

      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (processor_time () - start, <, 33 * G_TIME_SPAN_MILLISECOND);
    }
}

/* Until what was to be written is, the store has told its changes, and the lists have asked and been
 * answered. */
static void
settle (Fixture *fixture)
{
  for (guint i = 0; i < 3; i++)
    {
      gboolean written = FALSE;
      gboolean read = FALSE;

      signet_store_write_async (fixture->store.store, write_nothing, NULL, NULL, NULL, written_cb, &written);
      turn_until (&written);
      signet_store_query_async (fixture->store.store, read_nothing, NULL, NULL, NULL, NULL, read_cb, &read);
      turn_until (&read);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  store_fixture_set_up (&fixture->store, NULL);
  fixture->clock = g_object_new (HAND_TYPE_CLOCK, NULL);
  hand_clock_set (fixture->clock, 2026, 11, 21, 16, 0);
  fixture->docket = signet_docket_new (fixture->store.store, SIGNET_CLOCK (fixture->clock));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  settle (fixture);
  g_assert_finalize_object (fixture->docket);
  store_fixture_tear_down (&fixture->store, NULL);
  g_object_unref (fixture->clock);
}

static gboolean
save_party (SignetTables *tables, const char *id, const char *role, const char *valid_until, GError **error)
{
  SignetPartyRecord party = { .id = (char *) id,
                              .role = (char *) role,
                              .kind = (char *) "mainland_organisation",
                              .name = (char *) id,
                              .document_valid_until = (char *) valid_until };

  return signet_parties_save (tables, &party, error);
}

static gboolean
save_right (SignetTables *tables,
            const char *id,
            const char *kind,
            const char *party,
            const char *co_holders,
            const char *valid_until,
            const char *licence_until,
            GError **error)
{
  SignetRightRecord right = { .id = (char *) id,
                              .kind = (char *) kind,
                              .number = (char *) "７654321",
                              .name = (char *) id,
                              .owner = (char *) "Camellia, Inc.",
                              .party = (char *) party,
                              .co_holders = (char *) co_holders,
                              .valid_until = (char *) valid_until,
                              .licence_until = (char *) licence_until };

  return signet_rights_save (tables, &right, error);
}

static gboolean
save_authorisation (SignetTables *tables,
                    const char *id,
                    const char *principal,
                    const char *agent,
                    GError **error)
{
  SignetAuthorisationRecord record = { .id = (char *) id,
                                       .principal = (char *) principal,
                                       .agent = (char *) agent,
                                       .handler = (char *) "李经理",
                                       .valid_from = (char *) "2026-01-01",
                                       .valid_until = (char *) "2027-02-20",
                                       .rights = (char *) "r1 r2",
                                       .n_rights = 2,
                                       .sub_delegation = TRUE };

  return signet_authorisations_save (tables, &record, error);
}

static gboolean
save_complaint (SignetTables *tables, const char *id, const char *right, const char *party, GError **error)
{
  SignetComplaintRecord complaint = { .id = (char *) id,
                                      .account = (char *) "acc",
                                      .right_id = (char *) right,
                                      .party_id = (char *) party,
                                      .status = (char *) "needs_correction",
                                      .decided_at = (char *) "2026-11-20T01:02:03Z" };

  return signet_complaints_save (tables, &complaint, error);
}

static gboolean
save_draft (SignetTables *tables, const char *id, const char *principal, GError **error)
{
  SignetDraftRecord draft = { .id = (char *) id,
                              .kind = (char *) "complaint",
                              .principal = (char *) principal };

  return signet_drafts_save (tables, &draft, error);
}

static gboolean
submit (SignetTables *tables,
        const char *id,
        const char *kind,
        const char *subject,
        gboolean fail,
        GError **error)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("x", 1);
  SignetOutboxRecord record = { .id = (char *) id,
                                .account = (char *) "acc",
                                .kind = (char *) kind,
                                .subject = (char *) subject,
                                .title = (char *) subject,
                                .idempotency_key = (char *) id,
                                .body = body };

  return signet_outbox_add (tables, &record, NULL, error) &&
         (!fail || signet_outbox_fail (tables, id, "invalid", NULL, error));
}

static gboolean
certify (SignetTables *tables, const char *kind, const char *subject, const char *status, GError **error)
{
  SignetCertificationRecord record = { .account = (char *) "acc",
                                       .kind = (char *) kind,
                                       .subject = (char *) subject,
                                       .remote_id = (char *) subject,
                                       .status = (char *) status };

  return signet_certifications_save (tables, &record, error);
}

/* One of everything for the principals tea and rice; the agent acts for tea. */
static gboolean
save_two_principals (SignetTables *tables, gpointer data, GError **error)
{
  return store_fixture_add_account (tables, NULL, error) &&
         save_party (tables, "tea", "principal", "", error) &&
         save_party (tables, "rice", "principal", "2027-01-31", error) &&
         save_party (tables, "agent", "agent", "", error) &&
         save_right (tables, "r1", "trademark", "tea", "", "2026-10-31", "", error) &&
         save_right (tables, "r2", "design", "tea", "", "2030-01-01", "2026-11-21", error) &&
         save_right (tables, "r3", "trademark", "rice", "", "2030-01-01", "", error) &&
         save_right (tables, "both", "work", "rice", "tea", "2027-11-21", "", error) &&
         save_authorisation (tables, "a1", "tea", "agent", error) &&
         save_authorisation (tables, "a2", "rice", "gone", error) &&
         save_complaint (tables, "c1", "r1", "tea", error) &&
         save_complaint (tables, "c2", "r3", "rice", error) && save_draft (tables, "d1", "tea", error) &&
         save_draft (tables, "d2", "rice", error) && save_draft (tables, "d3", "", error) &&
         submit (tables, "o1", "right", "r2", TRUE, error) &&
         submit (tables, "o2", "right", "r3", TRUE, error) &&
         submit (tables, "o3", "authorisation", "a1", FALSE, error) &&
         submit (tables, "o4", "authorisation", "a2", FALSE, error) &&
         submit (tables, "o5", "party", "rice", FALSE, error) &&
         certify (tables, "right", "r1", "needs_correction", error) &&
         certify (tables, "party", "agent", "needs_correction", error) &&
         certify (tables, "right", "r3", "approved", error);
}

/* A row by its name or id, and what distinguishes it. */
static char *
describe_row (GObject *row)
{
  if (SIGNET_IS_TODAY_ROW (row))
    {
      SignetTodayRow *self = SIGNET_TODAY_ROW (row);
      const char *step = signet_today_row_get_step (self);

      if (*step != '\0')
        return g_strdup_printf ("%s:%s:%s:%s", signet_today_row_get_what (self),
                                signet_today_row_get_step (self), signet_today_row_get_subject_kind (self),
                                signet_today_row_get_name (self));
      return g_strdup_printf ("%s:%s:%d", signet_today_row_get_kind (self),
                              signet_today_row_get_subject_id (self), signet_today_row_get_count (self));
    }
  if (SIGNET_IS_AUTHORISATION_ROW (row))
    {
      SignetAuthorisationRow *self = SIGNET_AUTHORISATION_ROW (row);

      return g_strdup_printf ("%s:%s>%s", signet_authorisation_row_get_id (self),
                              signet_authorisation_row_get_principal_name (self),
                              signet_authorisation_row_get_agent_name (self));
    }
  if (SIGNET_IS_COMPLAINT_ROW (row))
    return g_strdup (signet_complaint_row_get_id (SIGNET_COMPLAINT_ROW (row)));
  if (SIGNET_IS_PARTY_ROW (row))
    return g_strdup (signet_party_row_get_id (SIGNET_PARTY_ROW (row)));
  return g_strdup (signet_right_row_get_id (SIGNET_RIGHT_ROW (row)));
}

static char *
describe (GListModel *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (list, i);
      g_autofree char *word = describe_row (row);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", word);
    }
  return g_string_free (text, FALSE);
}

#define ASSERT_LIST(list, expected)               \
  G_STMT_START                                    \
  {                                               \
    g_autofree char *described = describe (list); \
    g_assert_cmpstr (described, ==, expected);    \
  }                                               \
  G_STMT_END

static void
test_principal (Fixture *fixture, gconstpointer data)
{
  SignetDocket *docket = fixture->docket;
  guint everybodys;

  store_fixture_write (&fixture->store, save_two_principals, NULL);
  signet_docket_set_account (docket, "acc");
  settle (fixture);
  ASSERT_LIST (signet_docket_get_rights (docket), "both r3 r2 r1");
  ASSERT_LIST (signet_docket_get_parties (docket), "tea rice agent");
  ASSERT_LIST (signet_docket_get_principals (docket), "tea rice");
  ASSERT_LIST (signet_docket_get_authorisations (docket), "a2:rice> a1:tea>agent");
  ASSERT_LIST (signet_docket_get_complaints (docket), "c2 c1");
  everybodys = signet_docket_get_n_today (docket);

  signet_docket_set_principal (docket, "tea");
  settle (fixture);
  ASSERT_LIST (signet_docket_get_rights (docket), "both r2 r1");
  ASSERT_LIST (signet_docket_get_parties (docket), "tea agent");
  ASSERT_LIST (signet_docket_get_principals (docket), "tea rice");
  ASSERT_LIST (signet_docket_get_authorisations (docket), "a1:tea>agent");
  ASSERT_LIST (signet_docket_get_complaints (docket), "c1");
  ASSERT_LIST (signet_docket_get_today (docket),
               "draft:d3:0 draft:d1:0 failed:r2:1 queued:a1:1 correction:r1:0 correction:c1:0"
               " right:grace:right:r1 licence:day:right:r2 authorisation:3m:authorisation:tea"
               " right:12m:right:both decided:c1:0");
  /* neither what is on its way or decided, nor what runs out in a year */
  g_assert_cmpuint (signet_docket_get_n_today (docket), ==, 8);
  g_assert_cmpuint (signet_docket_get_n_today (docket), <, everybodys);

  signet_docket_set_principal (docket, "rice");
  settle (fixture);
  ASSERT_LIST (signet_docket_get_rights (docket), "both r3");
  ASSERT_LIST (signet_docket_get_parties (docket), "rice");
  ASSERT_LIST (signet_docket_get_today (docket),
               "draft:d3:0 draft:d2:0 failed:r3:1 queued:rice:1 queued:a2:1 correction:c2:0"
               " document:3m:party:rice authorisation:3m:authorisation:rice"
               " right:12m:right:both decided:c2:0");

  /* Other filters stay while the principal changes, and the other way round. */
  signet_docket_set_principal (docket, "tea");
  signet_docket_filter_complaints (docket, "upheld", NULL, NULL);
  settle (fixture);
  ASSERT_LIST (signet_docket_get_complaints (docket), "");
  signet_docket_set_principal (docket, NULL);
  settle (fixture);
  ASSERT_LIST (signet_docket_get_complaints (docket), "");
  ASSERT_LIST (signet_docket_get_rights (docket), "both r3 r2 r1");
}

static void
test_filter_rights (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    const char *status;
    const char *text;
    const char *expected;
  } vectors[] = {
    { "trademark", NULL, NULL, "r3 r1" },
    { NULL, "approved", NULL, "r3" },
    { NULL, SIGNET_STATUS_UNCERTIFIED, NULL, "both r2" },
    { "trademark", "needs_correction", NULL, "r1" },
    { "design", "approved", NULL, "" },
    { NULL, NULL, "R3", "r3" },
    { NULL, NULL, "inc camellia", "both r3 r2 r1" },
    { NULL, NULL, "  7654  ｒ1 ", "r1" },
    { NULL, NULL, "654321", "both r3 r2 r1" },
    { NULL, NULL, "camellia nothing", "" },
    { "trademark", NULL, "r3", "r3" },
    { NULL, NULL, "   ", "both r3 r2 r1" },
    { NULL, NULL, NULL, "both r3 r2 r1" },
  };

  store_fixture_write (&fixture->store, save_two_principals, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      signet_docket_filter_rights (fixture->docket, vectors[i].kind, vectors[i].status, vectors[i].text);
      settle (fixture);
      ASSERT_LIST (signet_docket_get_rights (fixture->docket), vectors[i].expected);
    }

  /* With one principal's. */
  signet_docket_filter_rights (fixture->docket, NULL, NULL, "7654321");
  signet_docket_set_principal (fixture->docket, "tea");
  settle (fixture);
  ASSERT_LIST (signet_docket_get_rights (fixture->docket), "both r2 r1");
}

static void
due_cb (SignetReminders *reminders, GPtrArray *deadlines, GString *told)
{
  for (guint i = 0; i < deadlines->len; i++)
    {
      const SignetDeadlineRecord *deadline = g_ptr_array_index (deadlines, i);

      g_string_append_printf (told, "%s%s:%s:%s", i > 0 ? " " : "[", deadline->what, deadline->told_step,
                              deadline->subject);
    }
  g_string_append_c (told, ']');
}

static void
assert_told (Fixture *fixture, GString *told, const char *expected)
{
  settle (fixture);
  g_assert_cmpstr (told->str, ==, expected);
  g_string_truncate (told, 0);
}

static SignetReminders *
start_reminders (Fixture *fixture, GString *told)
{
  SignetReminders *self =
      signet_reminders_new (fixture->store.store, SIGNET_CLOCK (fixture->clock),
                            SIGNET_TODAY_LIST (signet_docket_get_today (fixture->docket)));

  g_signal_connect (self, "due", G_CALLBACK (due_cb), told);
  return self;
}

static gboolean
put_off_licence (SignetTables *tables, gpointer data, GError **error)
{
  return signet_deadlines_put_off (tables, "r2", SIGNET_REMINDER_LICENCE, data, NULL, error);
}

static gboolean
take_back (SignetTables *tables, gpointer data, GError **error)
{
  return signet_deadlines_put_off (tables, "r2", SIGNET_REMINDER_LICENCE, NULL, data, error);
}

static gboolean
renew (SignetTables *tables, gpointer data, GError **error)
{
  return save_right (tables, "r1", "trademark", "tea", "", "2027-06-01", "", error);
}

static void
test_reminders (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (SignetReminders) reminders = NULL;
  GListModel *today = signet_docket_get_today (fixture->docket);

  /* What fell due while Signet was closed. */
  store_fixture_write (&fixture->store, save_two_principals, NULL);
  signet_docket_set_principal (fixture->docket, "tea");
  reminders = start_reminders (fixture, told);
  assert_told (fixture, told,
               "[right:grace:r1 licence:day:r2 document:3m:rice authorisation:3m:a1 authorisation:3m:a2"
               " right:12m:both]");

  /* Once: not on the same day, not on the next, not at the next start. */
  signet_reminders_look (reminders);
  hand_clock_set (fixture->clock, 2026, 11, 22, 0, 0);
  signet_reminders_look (reminders);
  assert_told (fixture, told, "");
  g_clear_object (&reminders);
  reminders = start_reminders (fixture, told);
  assert_told (fixture, told, "");

  /* A minute before midnight in Shanghai, and then. */
  hand_clock_set (fixture->clock, 2026, 12, 30, 23, 59);
  signet_reminders_look (reminders);
  assert_told (fixture, told, "");
  hand_clock_set (fixture->clock, 2026, 12, 31, 0, 0);
  signet_reminders_look (reminders);
  assert_told (fixture, told, "[document:1m:rice]");

  /* A new date begins anew. */
  store_fixture_write (&fixture->store, renew, NULL);
  assert_told (fixture, told, "[right:6m:r1]");

  /* Put off, it isn't shown; when it is again, it is told again. */
  store_fixture_write (&fixture->store, put_off_licence, (gpointer) "2027-01-10");
  assert_told (fixture, told, "");
  signet_docket_filter_complaints (fixture->docket, NULL, NULL, NULL);
  ASSERT_LIST (today, "draft:d3:0 draft:d1:0 failed:r2:1 queued:a1:1 correction:r1:0 correction:c1:0"
                      " authorisation:3m:authorisation:tea right:6m:right:r1"
                      " right:12m:right:both");
  hand_clock_set (fixture->clock, 2027, 1, 10, 9, 0);
  signet_reminders_look (reminders);
  assert_told (fixture, told, "[licence:day:r2]");
  ASSERT_LIST (today, "draft:d3:0 draft:d1:0 failed:r2:1 queued:a1:1 correction:r1:0 correction:c1:0"
                      " licence:day:right:r2 authorisation:3m:authorisation:tea right:6m:right:r1"
                      " right:12m:right:both");

  /* Undone, it is shown at once and isn't told. */
  store_fixture_write (&fixture->store, put_off_licence, (gpointer) "2027-03-01");
  assert_told (fixture, told, "");
  store_fixture_write (&fixture->store, take_back, (gpointer) "day");
  assert_told (fixture, told, "");
  ASSERT_LIST (today, "draft:d3:0 draft:d1:0 failed:r2:1 queued:a1:1 correction:r1:0 correction:c1:0"
                      " licence:day:right:r2 authorisation:3m:authorisation:tea right:6m:right:r1"
                      " right:12m:right:both");
}

static gboolean
save_many (SignetTables *tables, gpointer data, GError **error)
{
  for (guint i = 0; i < PRINCIPALS; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%03u", i);

      if (!save_party (tables, id, "principal", "", error))
        return FALSE;
    }
  for (guint i = 0; i < RIGHTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%04u", i);
      g_autofree char *party = g_strdup_printf ("p%03u", i % PRINCIPALS);
      g_autofree char *date = g_strdup_printf ("2027-%02u-%02u", i % 12 + 1, i % 28 + 1);

      if (!save_right (tables, id, i % 2 == 0 ? "trademark" : "design", party, "", date, "", error))
        return FALSE;
    }
  return TRUE;
}

/* What a list view does: it looks at what is on the screen. */
static void
look_at_rows (GListModel *list, guint position, guint removed, guint added, gpointer data)
{
  for (guint i = 0; i < MIN (200, g_list_model_get_n_items (list)); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (list, i);

      g_assert_nonnull (row);
    }
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  GListModel *rights = signet_docket_get_rights (fixture->docket);

  store_fixture_write (&fixture->store, save_many, NULL);
  g_signal_connect (rights, "items-changed", G_CALLBACK (look_at_rows), NULL);
  g_signal_connect (signet_docket_get_today (fixture->docket), "items-changed", G_CALLBACK (look_at_rows),
                    NULL);
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (rights), ==, RIGHTS);

  for (guint i = 0; i < PRINCIPALS; i += 10)
    {
      g_autofree char *party = g_strdup_printf ("p%03u", i);

      signet_docket_set_principal (fixture->docket, party);
      settle (fixture);
      g_assert_cmpuint (g_list_model_get_n_items (rights), ==, RIGHTS / PRINCIPALS);
    }
  signet_docket_set_principal (fixture->docket, NULL);
  settle (fixture);
  for (guint i = 0; i < 100; i += 10)
    {
      g_autofree char *text = g_strdup_printf ("r0%02u", i);

      signet_docket_filter_rights (fixture->docket, "trademark", NULL, text);
      settle (fixture);
      g_assert_cmpuint (g_list_model_get_n_items (rights), ==, 5);
    }
  signet_docket_filter_rights (fixture->docket, NULL, SIGNET_STATUS_UNCERTIFIED, NULL);
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (rights), ==, RIGHTS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/docket/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("principal", test_principal);
  ADD ("filter-rights", test_filter_rights);
  ADD ("reminders", test_reminders);
  ADD ("many", test_many);
#undef ADD

  return g_test_run ();
}
