/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Nothing typed is ever lost: what is half a second old survives a kill, on the page where it was typed. */

#include <signal.h>
#include <sys/wait.h>

#include "desk/signet-desk.h"
#include "desk/signet-desk-error.h"
#include "desk/signet-draft-private.h"
#include "model/signet-evidence.h"
#include "model/signet-item.h"
#include "model/signet-nice-class.h"
#include "model/signet-words.h"
#include "store-fixture.h"
#include "store/signet-references-private.h"

typedef struct
{
  char *folder;
} Fixture;

static char *program;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("signet-test-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static SignetDesk *
open_desk (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetClock) clock = signet_clock_new_system ();
  g_autoptr (GAsyncResult) result = NULL;
  SignetDeskPaths paths = { folder, "/nonexistent", "/nonexistent" };
  SignetDesk *desk = signet_desk_new (&paths, clock);

  signet_desk_open_async (desk, NULL, ready_cb, &result);
  wait_for (&result);
  signet_desk_open_finish (desk, result, &error);
  g_assert_no_error (error);
  return desk;
}

static void
close_desk (SignetDesk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;

  signet_desk_close_async (desk, ready_cb, &result);
  wait_for (&result);
  g_object_unref (desk);
}

static SignetDraft *
begin (SignetDesk *desk, SignetDraftKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  SignetDraft *draft;

  signet_desk_begin_draft_async (desk, kind, NULL, NULL, ready_cb, &result);
  wait_for (&result);
  draft = signet_desk_begin_draft_finish (desk, result, &error);
  g_assert_no_error (error);
  return draft;
}

/* The one right there is, for this desk alone. */
static SignetDraft *
revise (SignetDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  SignetDraft *draft;

  signet_desk_begin_revision_async (desk, NULL, SIGNET_DRAFT_RIGHT, "right", SIGNET_DRAFT_PURPOSE_EDIT, NULL,
                                    ready_cb, &result);
  wait_for (&result);
  draft = signet_desk_begin_revision_finish (desk, result, &error);
  g_assert_no_error (error);
  return draft;
}

static SignetDraft *
reopen (SignetDesk *desk, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  SignetDraft *draft;

  signet_desk_open_draft_async (desk, id, NULL, ready_cb, &result);
  wait_for (&result);
  draft = signet_desk_open_draft_finish (desk, result, &error);
  g_assert_no_error (error);
  return draft;
}

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
live_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, stop_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
type_registration (SignetDraft *draft)
{
  signet_registration_set_phone (signet_draft_get_registration (draft), "138001");
  signet_registration_set_email (signet_draft_get_registration (draft), "half-typed@");
  signet_draft_set_page (draft, "email");
}

typedef void (*TypeFunc) (SignetDraft *draft);
static void type_party (SignetDraft *draft);
static void type_right (SignetDraft *draft);
static void type_complaint (SignetDraft *draft);
static void choose_right_kind (SignetDraft *draft);
static void choose_party_kind (SignetDraft *draft);

static SignetDraft *begin_registration (SignetDesk *desk);
static SignetDraft *begin_party (SignetDesk *desk);
static SignetDraft *begin_right (SignetDesk *desk);
static SignetDraft *begin_complaint (SignetDesk *desk);
static SignetDraft *revise (SignetDesk *desk);

/* What is done in a process that is killed. */
static const struct
{
  const char *word;
  SignetDraft *(*begin) (SignetDesk *desk);
  TypeFunc type;
} scenes[] = {
  { "registration", begin_registration, type_registration },
  { "party", begin_party, type_party },
  { "revision", revise, type_right },
  { "complaint", begin_complaint, type_complaint },
  { "right-kind", begin_right, choose_right_kind },
  { "party-kind", begin_party, choose_party_kind },
};

/* This program again as a process of its own: it types, lives half a second longer, and is killed. */
static char *
type_and_die (const char *folder, const char *scene)
{
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  char *arguments[] = { program, (char *) "--type", (char *) scene, (char *) folder, NULL };
  int status = 0;

  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  g_assert_cmpuint (strlen (output), >, 0);
  return g_steal_pointer (&output);
}

static int
type_here (const char *folder, const char *scene)
{
  SignetDesk *desk = open_desk (folder);
  SignetDraft *draft = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (scenes); i++)
    if (g_str_equal (scenes[i].word, scene))
      {
        draft = scenes[i].begin (desk);
        scenes[i].type (draft);
      }
  g_print ("%s", signet_draft_get_id (draft));
  fflush (stdout);
  while (signet_draft_get_saving (draft) != SIGNET_DRAFT_SAVED)
    g_main_context_iteration (NULL, TRUE);
  return kill (getpid (), SIGKILL);
}

static void
test_registration (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = type_and_die (fixture->folder, "registration");
  SignetDesk *desk = open_desk (fixture->folder);
  SignetDraft *draft = reopen (desk, id);

  g_assert_cmpstr (signet_registration_get_phone (signet_draft_get_registration (draft)), ==, "138001");
  g_assert_cmpstr (signet_registration_get_email (signet_draft_get_registration (draft)), ==, "half-typed@");
  g_assert_cmpstr (signet_draft_get_page (draft), ==, "email");
  g_object_unref (draft);
  close_desk (desk);
}

static void
type_party (SignetDraft *draft)
{
  SignetParty *party = signet_draft_get_party (draft);

  signet_party_set_kind (party, SIGNET_PARTY_KIND_MAINLAND_PERSON);
  signet_party_set_name (party, "张三");
  signet_party_set_document_number (party, "11010519491231");
  signet_draft_set_page (draft, "details");
}

static void
test_party (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = type_and_die (fixture->folder, "party");
  SignetDesk *desk = open_desk (fixture->folder);
  SignetDraft *draft = reopen (desk, id);
  SignetParty *party = signet_draft_get_party (draft);

  g_assert_cmpstr (signet_party_get_role (party), ==, SIGNET_ROLE_PRINCIPAL);
  g_assert_cmpstr (signet_party_get_kind (party), ==, SIGNET_PARTY_KIND_MAINLAND_PERSON);
  g_assert_cmpstr (signet_party_get_name (party), ==, "张三");
  g_assert_cmpstr (signet_party_get_document_number (party), ==, "11010519491231");
  g_assert_cmpstr (signet_draft_get_page (draft), ==, "details");
  g_object_unref (draft);
  close_desk (desk);
}

static gboolean
right_write (SignetTables *tables, gpointer data, GError **error)
{
  static const char body[] =
      "{\"id\":\"right\",\"kind\":\"trademark\",\"number\":\"1\",\"name\":\"青云\","
      "\"owner\":\"旧名\",\"holders\":[\"party\"],\"standing\":\"owner\",\"files\":[]}";
  g_autoptr (SignetRightRecord) right = signet_right_record_new ();

  right->id = g_strdup ("right");
  right->kind = g_strdup (SIGNET_RIGHT_KIND_TRADEMARK);
  right->party = g_strdup ("party");
  right->body = g_bytes_new_static (body, strlen (body));
  right->created_at = 1;
  return signet_rights_save (tables, right, error);
}

static void
type_right (SignetDraft *draft)
{
  signet_right_set_owner (signet_draft_get_right (draft), "新名");
  signet_draft_set_page (draft, "details");
}

static void
write_store (const char *folder, SignetStoreWrite write)
{
  g_autoptr (SignetStore) store = signet_store_new (folder);
  g_autoptr (GError) error = NULL;

  signet_store_open (store, &error);
  g_assert_no_error (error);
  signet_store_write (store, write, NULL, &error);
  g_assert_no_error (error);
  signet_store_close (store);
}

/* What a draft was for survives as well, and the record is another only once it is submitted. */
static void
test_revision (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (SignetRight) before = NULL;
  g_autoptr (SignetRight) after = NULL;
  SignetDesk *desk;
  SignetDraft *draft;

  write_store (fixture->folder, right_write);
  id = type_and_die (fixture->folder, "revision");
  desk = open_desk (fixture->folder);
  draft = revise (desk);
  g_assert_cmpstr (signet_draft_get_id (draft), ==, id);
  g_assert_cmpint (signet_draft_get_purpose (draft), ==, SIGNET_DRAFT_PURPOSE_EDIT);
  g_assert_cmpstr (signet_right_get_owner (signet_draft_get_right (draft)), ==, "新名");
  g_assert_cmpstr (signet_draft_get_page (draft), ==, "details");
  before = signet_desk_load_right (desk, "right", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (signet_right_get_owner (before), ==, "旧名");

  signet_draft_submit_async (draft, NULL, ready_cb, &result);
  wait_for (&result);
  kept = signet_draft_submit_finish (draft, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, "right");
  after = signet_desk_load_right (desk, "right", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (signet_right_get_owner (after), ==, "新名");
  g_assert_cmpstr (signet_right_get_number (after), ==, "1");
  g_object_unref (draft);
  close_desk (desk);
}

static void
type_complaint (SignetDraft *draft)
{
  SignetComplaint *complaint = signet_draft_get_complaint (draft);
  g_autoptr (SignetItem) item = signet_item_new ();

  signet_complaint_set_pasted (complaint, "3.21 复制打开… https://v.kuai");
  signet_complaint_set_statement (complaint, "未经许可");
  g_list_store_append (signet_complaint_get_items (complaint), item);
  signet_item_set_link (item, "https://www.kuaishou.com/short-video/1");
  signet_item_set_private_note (item, "只给自己看");
  signet_draft_set_page (draft, "links");
}

/* Also what changed inside one of its items. */
static void
test_complaint (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = type_and_die (fixture->folder, "complaint");
  SignetDesk *desk = open_desk (fixture->folder);
  SignetDraft *draft = reopen (desk, id);
  SignetComplaint *complaint = signet_draft_get_complaint (draft);
  g_autoptr (SignetItem)
      item = g_list_model_get_item (G_LIST_MODEL (signet_complaint_get_items (complaint)), 0);

  g_assert_cmpstr (signet_complaint_get_pasted (complaint), ==, "3.21 复制打开… https://v.kuai");
  g_assert_cmpstr (signet_complaint_get_statement (complaint), ==, "未经许可");
  g_assert_nonnull (item);
  g_assert_cmpstr (signet_item_get_link (item), ==, "https://www.kuaishou.com/short-video/1");
  g_assert_cmpstr (signet_item_get_private_note (item), ==, "只给自己看");
  g_object_unref (draft);
  close_desk (desk);
}

/* Kinds */

static SignetDraft *
begin_registration (SignetDesk *desk)
{
  return begin (desk, SIGNET_DRAFT_REGISTRATION);
}

static SignetDraft *
begin_party (SignetDesk *desk)
{
  return begin (desk, SIGNET_DRAFT_PARTY);
}

static SignetDraft *
begin_right (SignetDesk *desk)
{
  return begin (desk, SIGNET_DRAFT_RIGHT);
}

static SignetDraft *
begin_complaint (SignetDesk *desk)
{
  return begin (desk, SIGNET_DRAFT_COMPLAINT);
}

/* An account on a platform with rules, out of reach. */
static gboolean
account_write (SignetTables *tables, gpointer data, GError **error)
{
  g_autofree char *rules = NULL;
  g_autofree char *document = NULL;
  g_autoptr (GBytes) platform = NULL;
  SignetAccountRecord account = {
    .id = (char *) "account",
    .platform_id = (char *) "plt_test",
    .address = (char *) "http://127.0.0.1:1",
    .rules = (char *) "ippro",
    .practice = TRUE,
    .created_at = 1,
  };

  if (!g_file_get_contents (RULES, &rules, NULL, error))
    return FALSE;
  document = g_strconcat ("{\"id\":\"plt_test\",\"issuer\":\"http://127.0.0.1:1\",\"practice\":true,"
                          "\"now\":\"2026-11-21T00:00:00Z\",",
                          strchr (rules, '{') + 1, NULL);
  platform = g_bytes_new (document, strlen (document));
  account.platform = platform;
  return signet_accounts_save (tables, &account, error);
}

/* What nobody rests on may be swept. */
static gboolean
is_rested_on (SignetDraft *draft, const char *sha256)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) digests =
      signet_references_collect (signet_store_get_tables (signet_draft_get_store (draft)), NULL, &error);

  g_assert_no_error (error);
  return g_hash_table_contains (digests, sha256);
}

#define RENEWAL "e5c62df5dab5c87b6a015ef3d43597074d1eec433b15f51aec63b8582d0e4ab4"

static void
add_paper (GListStore *files, const char *slot, const char *sha256)
{
  g_autoptr (SignetEvidence) paper = signet_evidence_new (slot, "a.pdf", "application/pdf", sha256, 9, NULL);

  g_list_store_append (files, paper);
}

static void
choose_right_kind (SignetDraft *draft)
{
  SignetRight *right = signet_draft_get_right (draft);
  g_autoptr (SignetNiceClass) nice = signet_nice_class_new ();

  signet_right_set_kind (right, SIGNET_RIGHT_KIND_TRADEMARK);
  signet_right_set_number (right, "68123457");
  signet_right_set_registered_on (right, "2023-03-28");
  g_object_set (nice, "class-number", 30, "goods", "茶", NULL);
  g_list_store_append (signet_right_get_classes (right), nice);
  add_paper (signet_right_get_evidence (right), SIGNET_SLOT_RENEWAL, RENEWAL);
  signet_right_set_kind (right, SIGNET_RIGHT_KIND_WORK);
  signet_right_set_author (right, "林青云");
}

static void
end_draft (SignetDraft *draft)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  signet_draft_discard_async (draft, NULL, ready_cb, &result);
  wait_for (&result);
  signet_draft_discard_finish (draft, result, &error);
  g_assert_no_error (error);
}

/* What was typed for one kind is there again with it, though another was chosen when the light went out. */
static void
test_right_kind (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  SignetDesk *desk;
  SignetDraft *draft;
  SignetRight *right;
  GListModel *classes;
  g_autoptr (SignetNiceClass) nice = NULL;
  g_autoptr (SignetEvidence) paper = NULL;

  write_store (fixture->folder, account_write);
  id = type_and_die (fixture->folder, "right-kind");
  desk = open_desk (fixture->folder);
  draft = reopen (desk, id);
  right = signet_draft_get_right (draft);
  classes = G_LIST_MODEL (signet_right_get_classes (right));
  g_assert_cmpstr (signet_right_get_kind (right), ==, SIGNET_RIGHT_KIND_WORK);
  g_assert_cmpstr (signet_right_get_author (right), ==, "林青云");
  g_assert_cmpstr (signet_right_get_registered_on (right), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (classes), ==, 0);
  g_assert_true (is_rested_on (draft, RENEWAL));

  signet_right_set_kind (right, SIGNET_RIGHT_KIND_TRADEMARK);
  g_assert_cmpstr (signet_right_get_number (right), ==, "68123457");
  g_assert_cmpstr (signet_right_get_registered_on (right), ==, "2023-03-28");
  g_assert_cmpstr (signet_right_get_author (right), ==, "");
  nice = g_list_model_get_item (classes, 0);
  g_assert_nonnull (nice);
  g_assert_cmpint (signet_nice_class_get_class_number (nice), ==, 30);
  g_assert_cmpstr (signet_nice_class_get_goods (nice), ==, "茶");
  paper = g_list_model_get_item (G_LIST_MODEL (signet_right_get_evidence (right)), 0);
  g_assert_nonnull (paper);
  g_assert_cmpstr (signet_evidence_get_sha256 (paper), ==, RENEWAL);

  /* put aside once more, and thrown away with the draft */
  signet_right_set_kind (right, SIGNET_RIGHT_KIND_WORK);
  end_draft (draft);
  g_assert_false (is_rested_on (draft, RENEWAL));
  g_object_unref (draft);
  close_desk (desk);
}

static void
choose_party_kind (SignetDraft *draft)
{
  SignetParty *party = signet_draft_get_party (draft);

  signet_party_set_kind (party, SIGNET_PARTY_KIND_FOREIGN_ORGANISATION);
  signet_party_set_country (party, "DE");
  signet_party_set_legal_representative (party, "Anna Licht");
  signet_party_set_document_number (party, "HRB 1");
  add_paper (signet_party_get_evidence (party), SIGNET_SLOT_TRANSLATION, RENEWAL);
  signet_party_set_kind (party, SIGNET_PARTY_KIND_MAINLAND_PERSON);
  signet_party_set_document_number (party, "11010519491231002X");
}

static void
test_party_kind (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  SignetDesk *desk;
  SignetDraft *draft;
  SignetParty *party;

  write_store (fixture->folder, account_write);
  id = type_and_die (fixture->folder, "party-kind");
  desk = open_desk (fixture->folder);
  draft = reopen (desk, id);
  party = signet_draft_get_party (draft);
  g_assert_cmpstr (signet_party_get_kind (party), ==, SIGNET_PARTY_KIND_MAINLAND_PERSON);
  g_assert_cmpstr (signet_party_get_document_number (party), ==, "11010519491231002X");
  g_assert_cmpstr (signet_party_get_country (party), ==, "");
  g_assert_true (is_rested_on (draft, RENEWAL));

  signet_party_set_kind (party, SIGNET_PARTY_KIND_FOREIGN_ORGANISATION);
  g_assert_cmpstr (signet_party_get_country (party), ==, "DE");
  g_assert_cmpstr (signet_party_get_legal_representative (party), ==, "Anna Licht");
  g_assert_cmpstr (signet_party_get_document_number (party), ==, "HRB 1");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (signet_party_get_evidence (party))), ==, 1);
  g_object_unref (draft);
  close_desk (desk);
}

/* Closing the wizard at once writes what was typed last, even while a write is under way. */
static void
test_let_go (Fixture *fixture, gconstpointer data)
{
  SignetDesk *desk = open_desk (fixture->folder);
  SignetDraft *draft = begin (desk, SIGNET_DRAFT_PARTY);
  g_autofree char *id = g_strdup (signet_draft_get_id (draft));
  g_autoptr (GAsyncResult) result = NULL;

  signet_party_set_name (signet_draft_get_party (draft), "一");
  signet_draft_flush_async (draft, NULL, ready_cb, &result);
  signet_party_set_name (signet_draft_get_party (draft), "一二");
  g_object_unref (draft);
  wait_for (&result);
  g_clear_object (&result);
  close_desk (desk);

  desk = open_desk (fixture->folder);
  draft = reopen (desk, id);
  g_assert_cmpstr (signet_party_get_name (signet_draft_get_party (draft)), ==, "一二");
  g_object_unref (draft);
  close_desk (desk);
}

/* A draft that was thrown away stays away, whatever was about to be saved. */
static void
test_discard (Fixture *fixture, gconstpointer data)
{
  SignetDesk *desk = open_desk (fixture->folder);
  SignetDraft *draft = begin (desk, SIGNET_DRAFT_PARTY);
  g_autofree char *id = g_strdup (signet_draft_get_id (draft));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;

  signet_party_set_name (signet_draft_get_party (draft), "不要");
  signet_draft_discard_async (draft, NULL, ready_cb, &result);
  wait_for (&result);
  g_assert_true (signet_draft_discard_finish (draft, result, &error));
  signet_party_set_name (signet_draft_get_party (draft), "还是不要");
  live_for (600);
  g_clear_object (&result);
  g_assert_finalize_object (draft);

  signet_desk_open_draft_async (desk, id, NULL, ready_cb, &opened);
  wait_for (&opened);
  g_assert_null (signet_desk_open_draft_finish (desk, opened, &error));
  g_assert_error (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_NOT_FOUND);
  close_desk (desk);
}

/* A copy of what was chosen goes into the vault; what no platform takes is refused before it does. */
static void
test_attach (Fixture *fixture, gconstpointer data)
{
  SignetDesk *desk = open_desk (fixture->folder);
  SignetDraft *draft = begin (desk, SIGNET_DRAFT_PARTY);
  g_autofree char *path = g_build_filename (fixture->folder, "chosen.pdf", NULL);
  g_autofree char *empty = g_build_filename (fixture->folder, "empty.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) empty_file = g_file_new_for_path (empty);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) refused = NULL;
  g_autoptr (GAsyncResult) missing = NULL;
  g_autoptr (SignetEvidence) evidence = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "%PDF-1.4\n", -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  signet_draft_attach_async (draft, file, SIGNET_SLOT_LICENCE, NULL, NULL, NULL, ready_cb, &result);
  wait_for (&result);
  evidence = signet_draft_attach_finish (draft, result, &error);
  g_assert_no_error (error);
  /* printf '%%PDF-1.4\n' | sha256sum */
  g_assert_cmpstr (signet_evidence_get_sha256 (evidence), ==,
                   "e5c62df5dab5c87b6a015ef3d43597074d1eec433b15f51aec63b8582d0e4ab4");
  g_assert_cmpuint (signet_evidence_get_bytes (evidence), ==, 9);
  g_assert_cmpstr (signet_evidence_get_name (evidence), ==, "chosen.pdf");

  signet_draft_attach_async (draft, empty_file, SIGNET_SLOT_LICENCE, NULL, NULL, NULL, ready_cb, &refused);
  wait_for (&refused);
  g_assert_null (signet_draft_attach_finish (draft, refused, &error));
  g_assert_error (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FILE_EMPTY);
  g_clear_error (&error);

  g_unlink (path);
  signet_draft_attach_async (draft, file, SIGNET_SLOT_LICENCE, NULL, NULL, NULL, ready_cb, &missing);
  wait_for (&missing);
  g_assert_null (signet_draft_attach_finish (draft, missing, &error));
  g_assert_error (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FILE_UNREADABLE);

  /* What was refused took nothing away. */
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (signet_party_get_evidence (signet_draft_get_party (draft)))),
      ==, 1);
  /* Results hold the draft, and the draft must be gone before the desk is. */
  g_clear_object (&result);
  g_clear_object (&refused);
  g_clear_object (&missing);
  g_assert_finalize_object (draft);
  close_desk (desk);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  program = argv[0];
  if (argc == 4 && g_str_equal (argv[1], "--type"))
    return type_here (argv[3], argv[2]);
  g_test_init (&argc, &argv, NULL);
  ADD ("/draft/killed/registration", test_registration);
  ADD ("/draft/killed/party", test_party);
  ADD ("/draft/killed/revision", test_revision);
  ADD ("/draft/killed/complaint", test_complaint);
  ADD ("/draft/killed/right-kind", test_right_kind);
  ADD ("/draft/killed/party-kind", test_party_kind);
  ADD ("/draft/let-go", test_let_go);
  ADD ("/draft/discard", test_discard);
  ADD ("/draft/attach", test_attach);
  return g_test_run ();
}
