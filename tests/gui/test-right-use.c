/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can't carry a complaint leaves the wizard with its reason, which fits the kind of right and what
 * ended: on a real desk, on 2026-11-21, with the platform out of reach. */

#include "complaint-fixture.h"

#include "app/signet-right-use.h"

#define RENEW "It has expired. Renew it first."
#define FOR_GOOD "Its term has ended, and it can’t be renewed."
#define EXPIRED "It has expired."
#define LICENCE "Your licence has ended. A new one is needed first."
#define NOT_YET "It isn’t certified on this platform yet."

typedef struct
{
  const char *kind;
  const char *typed;    /* the end on the certificate, or "" */
  const char *computed; /* the end as it follows from other dates, or "" */
  const char *licence;  /* NULL for an owner's own */
  const char *status;   /* NULL where the platform doesn't have it */
  const char *expected; /* NULL: it can carry a complaint */
} Case;

static const Case cases[] = {
  { "trademark", "2026-11-21", "", NULL, "approved", NULL },
  { "trademark", "2026-05-21", "", NULL, "approved", NULL }, /* within the six months of grace */
  { "trademark", "2026-05-20", "", NULL, "approved", RENEW },
  { "trademark", "2033-03-27", "", NULL, "expired", RENEW },
  { "trademark", "2033-03-27", "", "2026-11-20", "approved", LICENCE },
  { "trademark", "2033-03-27", "", "2026-11-21", "approved", NULL },
  { "trademark", "2033-03-27", "", "2026-11-20", "expired", LICENCE },
  { "trademark", "2026-05-20", "", "2026-11-20", "approved", RENEW },
  { "invention", "2026-11-21", "", NULL, "approved", NULL },
  { "invention", "2026-11-20", "", NULL, "approved", FOR_GOOD },
  { "invention", "", "2026-11-20", NULL, "approved", NULL }, /* may have been compensated: a warning */
  { "invention", "", "2026-11-20", NULL, "expired", FOR_GOOD },
  { "utility_model", "2026-11-20", "", NULL, "approved", FOR_GOOD },
  { "utility_model", "", "2026-11-20", NULL, "approved", NULL },
  { "utility_model", "", "", NULL, "expired", FOR_GOOD },
  { "design", "2026-11-20", "", NULL, "approved", FOR_GOOD },
  { "design", "", "2026-11-20", NULL, "submitted", NULL },
  { "design", "", "2033-03-27", "2026-11-20", "approved", LICENCE },
  { "work", "2026-11-20", "", NULL, "approved", FOR_GOOD },
  { "work", "", "2025-12-31", NULL, "approved", NULL },
  { "work", "", "2025-12-31", NULL, "expired", FOR_GOOD },
  { "work", "", "", "2026-11-20", "approved", LICENCE },
  { "software", "2026-11-20", "", NULL, "approved", FOR_GOOD },
  { "software", "", "2025-12-31", NULL, "in_review", NULL },
  { "software", "", "2025-12-31", NULL, "expired", FOR_GOOD },
  { "original_image", "", "2025-12-31", NULL, "approved", NULL },
  { "original_image", "", "2025-12-31", NULL, "expired", FOR_GOOD },
  { "portrait", "2026-11-20", "", NULL, "approved", EXPIRED },
  { "portrait", "", "", NULL, "expired", EXPIRED },
  { "new_kind", "", "", NULL, "expired", EXPIRED },
  { "new_kind", "", "", NULL, "approved", NULL },
  /* What is over is said before how it stands, and nothing is over that has no end. */
  { "invention", "2026-11-20", "", NULL, NULL, FOR_GOOD },
  { "invention", "", "", NULL, NULL, NOT_YET },
  { "work", "", "", NULL, "needs_correction", "The platform asked for a correction. Make it first." },
  { "design", "", "", NULL, "rejected", "The platform didn’t accept this right." },
  { "software", "", "", NULL, "failed", "It couldn’t be sent to the platform. Look at it first." },
};

static gboolean
save_case (SignetTables *tables, guint i, GError **error)
{
  const Case *one = &cases[i];
  g_autofree char *id = g_strdup_printf ("case-%u", i);
  g_autoptr (SignetRight) right = signet_right_new ();
  g_autoptr (GBytes) body = NULL;
  SignetRightRecord record = {
    .id = id,
    .kind = (char *) one->kind,
    .number = id,
    .name = id,
    .party = (char *) "party",
    .valid_until = (char *) (*one->typed != '\0' ? one->typed : one->computed),
    .licence_until = (char *) one->licence,
    .created_at = 1,
    .updated_at = 1,
  };
  SignetCertificationRecord certification = {
    .account = (char *) "account",
    .kind = (char *) SIGNET_KIND_RIGHT,
    .subject = id,
    .remote_id = id,
    .status = (char *) one->status,
  };

  g_object_set (right, "kind", one->kind, "number", id, "name", id, "party-id", "party", "valid-until",
                one->typed, "standing", one->licence != NULL ? "licensee" : "owner", "licence-until",
                one->licence != NULL ? one->licence : "", NULL);
  record.body = body = signet_api_right_to_draft (right);
  return signet_rights_save (tables, &record, error) &&
         (one->status == NULL || signet_certifications_save (tables, &certification, error));
}

static gboolean
save_cases (SignetTables *tables, gpointer data, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (!save_case (tables, i, error))
      return FALSE;
  return TRUE;
}

static void
set_up (ComplaintFixture *self, gconstpointer data)
{
  complaint_fixture_open_desk (self, save_cases);
}

static gboolean
has_cases (gpointer data)
{
  return g_list_model_get_n_items (signet_desk_get_rights (data)) == G_N_ELEMENTS (cases) + 2;
}

/* Rows are filled a few at a time. */
static gboolean
is_filled (gpointer data)
{
  return *signet_right_row_get_id (data) != '\0';
}

static void
test_reasons (ComplaintFixture *self, gconstpointer data)
{
  wait_until (has_cases, self->desk);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = g_strdup_printf ("case-%u", i);
      /* the newest comes first */
      g_autoptr (SignetRightRow)
          row = g_list_model_get_item (signet_desk_get_rights (self->desk), G_N_ELEMENTS (cases) - 1 - i);

      wait_until (is_filled, row);
      g_assert_cmpstr (signet_right_row_get_id (row), ==, id);
      g_test_message ("%s typed %s computed %s licence %s %s", cases[i].kind, cases[i].typed,
                      cases[i].computed, cases[i].licence, cases[i].status);
      g_assert_cmpstr (signet_right_use_explain (row, self->desk), ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);

  g_test_add ("/gui/right-use/reasons", ComplaintFixture, NULL, set_up, test_reasons,
              complaint_fixture_tear_down);

  return g_test_run ();
}
