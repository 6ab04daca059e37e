/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>
#include <string.h>

#include "api/signet-api-party.h"
#include "api/signet-api-right.h"
#include "desk/signet-desk.h"
#include "model/signet-nice-class.h"
#include "model/signet-words.h"
#include "store/signet-accounts.h"
#include "store/signet-certifications.h"
#include "store/signet-parties.h"
#include "store/signet-rights.h"
#include "store/signet-store.h"

#include "hand-clock.h"
#include "remove-folder.h"

/* Most tests open no document. */
#ifndef SIGNET_VIEWER
#define SIGNET_VIEWER "/nonexistent/signet-viewer"
#endif

/* A desk as it stands before a first complaint, with the platform out of reach: an account on a platform with
 * Kuaishou's rules, a certified party and its trademark, and a trademark that was refused. */

typedef struct
{
  char *folder;
  HandClock *clock; /* always the same day */
  SignetDesk *desk;
  SignetDraft *draft;
} ComplaintFixture;

static void
wait_until (gboolean (*condition) (gpointer data), gpointer data)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

/* Until nothing has been due for a while. */
static void
settle (void)
{
  gint64 quiet_since = g_get_monotonic_time ();

  while (g_get_monotonic_time () - quiet_since < 60 * 1000)
    if (g_main_context_iteration (NULL, FALSE))
      quiet_since = g_get_monotonic_time ();
    else
      g_usleep (1000);
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static GBytes *
read_platform (void)
{
  g_autofree char *rules = NULL;
  g_autoptr (GError) error = NULL;
  char *document;

  g_file_get_contents (RULES, &rules, NULL, &error);
  g_assert_no_error (error);
  document = g_strconcat ("{\"id\":\"plt_test\",\"issuer\":\"http://127.0.0.1:1\",\"practice\":true,"
                          "\"now\":\"2026-11-21T00:00:00Z\",",
                          strchr (rules, '{') + 1, NULL);

  return g_bytes_new_take (document, strlen (document));
}

/* What the platform answered, as it is kept with the certification. */
static GBytes *
encode_answer (JsonNode *answer)
{
  g_autofree char *text = json_to_string (answer, FALSE);

  json_node_unref (answer);

  return g_bytes_new (text, strlen (text));
}

static SignetCertification *
make_certification (const char *remote_id, const char *status)
{
  return g_object_new (SIGNET_TYPE_CERTIFICATION, "remote-id", remote_id, "status", status, NULL);
}

static GBytes *
make_party (GBytes **answer)
{
  g_autoptr (SignetCertification)
      certification = make_certification ("pty_aaaaaaaaaaaaaaaaaaaaaaaaaa", SIGNET_STATUS_SUBMITTED);
  g_autoptr (SignetParty) party = signet_party_new ();

  g_object_set (party, "role", "principal", "kind", "mainland_organisation", "name", "杭州青云茶叶有限公司",
                "document-number", "91350100M000100Y43", "legal-representative", "林青", "contact-name",
                "林青", "contact-email", "lin@example.com", "contact-phone", "13800138000", "contact-address",
                "杭州市样本路 1 号", NULL);

  *answer = encode_answer (signet_api_party_to_answer (party, certification));

  return signet_api_party_to_draft (party);
}

static GBytes *
make_right (const char *number, const char *name, const char *status, GBytes **answer)
{
  g_autoptr (SignetCertification)
      certification = make_certification ("rgt_aaaaaaaaaaaaaaaaaaaaaaaaaa", status);
  g_autoptr (SignetRight) right = signet_right_new ();
  g_autoptr (SignetNiceClass) nice = signet_nice_class_new ();

  g_object_set (nice, "class-number", 30, "goods", "茶；茶饮料；蜂蜜；糕点", NULL);
  g_list_store_append (signet_right_get_classes (right), nice);
  g_object_set (right, "kind", "trademark", "number", number, "name", name, "owner", "杭州青云茶叶有限公司",
                "registered-on", "2023-03-28", "valid-until", "2033-03-27", "territory", "CN", "standing",
                "owner", NULL);

  *answer = encode_answer (signet_api_right_to_answer (right, certification));

  return signet_api_right_to_draft (right);
}

static gboolean
save_right (SignetTables *tables,
            const char *id,
            const char *number,
            const char *name,
            const char *status,
            GError **error)
{
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GBytes) body = make_right (number, name, status, &answer);
  SignetRightRecord right = {
    .id = (char *) id,
    .kind = (char *) "trademark",
    .number = (char *) number,
    .name = (char *) name,
    .owner = (char *) "杭州青云茶叶有限公司",
    .valid_until = (char *) "2033-03-27",
    .party = (char *) "party",
    .body = body,
    .created_at = 1,
    .updated_at = 1,
  };
  SignetCertificationRecord certification = {
    .account = (char *) "account",
    .kind = (char *) SIGNET_KIND_RIGHT,
    .subject = (char *) id,
    .remote_id = (char *) "rgt_aaaaaaaaaaaaaaaaaaaaaaaaaa",
    .status = (char *) status,
    .body = answer,
  };

  return signet_rights_save (tables, &right, error) &&
         signet_certifications_save (tables, &certification, error);
}

static gboolean
save_world (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) platform = read_platform ();
  g_autoptr (GBytes) party_answer = NULL;
  g_autoptr (GBytes) party_body = make_party (&party_answer);
  SignetAccountRecord account = {
    .id = (char *) "account",
    .platform_id = (char *) "plt_test",
    .address = (char *) "http://127.0.0.1:1",
    .rules = (char *) "kuaishou",
    .practice = TRUE,
    .platform = platform,
    .created_at = 1,
  };
  SignetPartyRecord party = {
    .id = (char *) "party",
    .role = (char *) "principal",
    .own = TRUE,
    .kind = (char *) "mainland_organisation",
    .name = (char *) "杭州青云茶叶有限公司",
    .document_number = (char *) "91350100M000100Y43",
    .body = party_body,
    .created_at = 1,
    .updated_at = 1,
  };
  SignetCertificationRecord certification = {
    .account = (char *) "account",
    .kind = (char *) SIGNET_KIND_PARTY,
    .subject = (char *) "party",
    .own = TRUE,
    .remote_id = (char *) "pty_aaaaaaaaaaaaaaaaaaaaaaaaaa",
    .status = (char *) SIGNET_STATUS_SUBMITTED,
    .body = party_answer,
  };

  return signet_accounts_save (tables, &account, error) && signet_parties_save (tables, &party, error) &&
         signet_certifications_save (tables, &certification, error) &&
         save_right (tables, "right", "68123457", "青云 QINGYUN", SIGNET_STATUS_APPROVED, error) &&
         save_right (tables, "refused", "68123458", "青山", SIGNET_STATUS_REJECTED, error);
}

static gboolean
has_rights (gpointer data)
{
  return g_list_model_get_n_items (signet_desk_get_rights (data)) >= 2;
}

/* A desk with the world, and with what @more writes if it isn't %NULL, to be opened. */
static void
complaint_fixture_make_desk (ComplaintFixture *self, SignetStoreWrite more)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data_dir = NULL;
  g_autoptr (SignetStore) store = NULL;
  SignetDeskPaths paths = { 0 };

  /* a blinking cursor is never quiet */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  self->folder = g_dir_make_tmp ("signet-test-XXXXXX", &error);
  g_assert_no_error (error);
  data_dir = g_build_filename (self->folder, "data", NULL);
  store = signet_store_new (data_dir);
  signet_store_open (store, &error);
  g_assert_no_error (error);
  signet_store_write (store, save_world, NULL, &error);
  g_assert_no_error (error);
  if (more != NULL)
    signet_store_write (store, more, NULL, &error);
  g_assert_no_error (error);
  signet_store_close (store);

  paths.data_dir = data_dir;
  paths.viewer_program = SIGNET_VIEWER;
  paths.practice_program = "/nonexistent/signet-practice";
  self->clock = g_object_new (HAND_TYPE_CLOCK, NULL);
  hand_clock_set (self->clock, 2026, 11, 21, 8, 0);
  self->desk = signet_desk_new (&paths, SIGNET_CLOCK (self->clock));
}

/* As complaint_fixture_make_desk(), and open. */
G_GNUC_UNUSED static void
complaint_fixture_open_desk (ComplaintFixture *self, SignetStoreWrite more)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  complaint_fixture_make_desk (self, more);
  signet_desk_open_async (self->desk, NULL, result_cb, &result);
  wait_until (is_set, &result);
  signet_desk_open_finish (self->desk, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  wait_until (has_rights, self->desk);
}

/* @subject: what it is begun with, %NULL for nothing */
G_GNUC_UNUSED static SignetDraft *
complaint_fixture_begin (ComplaintFixture *self, SignetDraftKind kind, const char *subject)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  SignetDraft *draft;

  signet_desk_begin_draft_async (self->desk, kind, subject, NULL, result_cb, &result);
  wait_until (is_set, &result);
  draft = signet_desk_begin_draft_finish (self->desk, result, &error);
  g_assert_no_error (error);
  return draft;
}

G_GNUC_UNUSED static void
attach_file (SignetDraft *draft, const char *slot, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SignetEvidence) evidence = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  signet_draft_attach_async (draft, file, slot, NULL, NULL, NULL, result_cb, &result);
  wait_until (is_set, &result);
  evidence = signet_draft_attach_finish (draft, result, &error);
  g_assert_no_error (error);
}

/* @right: what the complaint is begun with; %NULL to choose it in the wizard */
G_GNUC_UNUSED static void
complaint_fixture_set_up (ComplaintFixture *self, gconstpointer right)
{
  complaint_fixture_open_desk (self, NULL);
  self->draft = complaint_fixture_begin (self, SIGNET_DRAFT_COMPLAINT, right);
}

G_GNUC_UNUSED static void
complaint_fixture_tear_down (ComplaintFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  settle ();
  g_clear_object (&self->draft);
  signet_desk_close_async (self->desk, result_cb, &result);
  wait_until (is_set, &result);
  signet_desk_close_finish (self->desk, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  settle ();
  g_assert_finalize_object (self->desk);
  g_clear_object (&self->clock);
  remove_folder (self->folder);
  g_free (self->folder);
}
