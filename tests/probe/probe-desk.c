/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * probe-desk: a person who types. Goes through a plan of parties, rights and authorisations to be certified,
 * corrected and certified on a second account, at the very desk the application uses; types every field
 * character by character, with slips of the finger. Says on stdout, a JSON object a line, what a person would
 * have seen happen: after each keystroke when it was (monotonic, µs) and what the field says now. It may be
 * killed at any moment and started again with the same folder: it goes on with the draft that is there.
 *
 *   probe-desk --data DIR --plan FILE --url U --control K --url U2 --control K2
 *
 * The plan is {"steps": [{"do": "new|correct|certify", "kind", "name", "set": [{"property", "pointer",
 * "value"}], "parties": {property: name}, "classes": [{"class", "goods"}], "type": [{"property", "pointer",
 * "text"}], "files": [{"slot", "path"}]}]}. A name says which record is meant; an authorisation's is its
 * handler's. New things and corrections are the first platform's, certifying is for the second.
 */

#include "probe-person.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <stdlib.h>

#include "desk/signet-desk-error.h"
#include "model/signet-authorisation-row.h"
#include "model/signet-evidence.h"
#include "model/signet-nice-class.h"
#include "model/signet-party-row.h"
#include "model/signet-right-row.h"
#include "model/signet-today-row.h"
#include "model/signet-words.h"

#define N_ACCOUNTS 2
/* A fast typist's pause, so that many keystrokes fall between two writes. */
#define LEAST_PAUSE 2
#define LONGEST_PAUSE 32
/* One keystroke of so many is a slip. */
#define SLIPS 15

typedef struct
{
  SignetDesk *desk;
  ProbePractice practices[N_ACCOUNTS];
  SignetAccount *accounts[N_ACCOUNTS];
} Person;

static char *data;
static char *plan;
static char **urls;
static char **controls;

static const GOptionEntry entries[] = {
  { "data", 0, 0, G_OPTION_ARG_FILENAME, &data, "Folder of the desk", "DIR" },
  { "plan", 0, 0, G_OPTION_ARG_FILENAME, &plan, "What is to be done", "FILE" },
  { "url", 0, 0, G_OPTION_ARG_STRING_ARRAY, &urls, "Address of a practice platform", "U" },
  { "control", 0, 0, G_OPTION_ARG_STRING_ARRAY, &controls, "Its control key", "K" },
  { NULL },
};

/* What is said stays in the pipe, whatever becomes of this process. */
static void
say (const char *what, SignetDraft *draft, const char *pointer, JsonNode *value)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *line = NULL;
  JsonObject *object = json_object_new ();

  json_node_take_object (node, object);
  json_object_set_int_member (object, "at", g_get_monotonic_time ());
  json_object_set_string_member (object, "what", what);
  if (draft != NULL)
    json_object_set_string_member (object, "draft", signet_draft_get_id (draft));
  if (pointer != NULL)
    {
      json_object_set_string_member (object, "pointer", pointer);
      json_object_set_member (object, "value", value);
    }
  line = json_to_string (node, FALSE);
  puts (line);
  fflush (stdout);
}

static JsonNode *
make_text (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static gboolean
over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Meanwhile the desk does what it does. */
static void
rest (int milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add ((guint) milliseconds, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
keep_signed_in (Person *person)
{
  for (int i = 0; i < N_ACCOUNTS; i++)
    if (signet_account_get_state (person->accounts[i]) == SIGNET_ACCOUNT_SIGNED_OUT)
      probe_sign_in (&person->practices[i], person->accounts[i]);
}

static void
wait_a_little (Person *person)
{
  keep_signed_in (person);
  rest (30);
}

static const char *
get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, "");
}

static guint
count (JsonObject *step, const char *list)
{
  return json_object_has_member (step, list)
             ? json_array_get_length (json_object_get_array_member (step, list))
             : 0;
}

static JsonObject *
get_one (JsonObject *step, const char *list, guint i)
{
  return json_array_get_object_element (json_object_get_array_member (step, list), i);
}

/* Records */

static SignetDraftKind
get_kind (JsonObject *step)
{
  const char *kind = get_text (step, "kind");

  if (g_str_equal (kind, SIGNET_KIND_PARTY))
    return SIGNET_DRAFT_PARTY;
  return g_str_equal (kind, SIGNET_KIND_RIGHT) ? SIGNET_DRAFT_RIGHT : SIGNET_DRAFT_AUTHORISATION;
}

/* Local id of the record of that name, NULL if there is none. */
static char *
find_record (SignetDesk *desk, SignetDraftKind kind, const char *name)
{
  GListModel *list;
  const char *property = kind == SIGNET_DRAFT_AUTHORISATION ? "handler" : "name";

  if (kind == SIGNET_DRAFT_PARTY)
    list = signet_desk_get_parties (desk);
  else if (kind == SIGNET_DRAFT_RIGHT)
    list = signet_desk_get_rights (desk);
  else
    list = signet_desk_get_authorisations (desk);
  probe_wait_for_list (list);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (list, i);
      g_autofree char *found = NULL;
      char *id = NULL;

      g_object_get (row, property, &found, NULL);
      if (g_strcmp0 (found, name) != 0)
        continue;
      g_object_get (row, "id", &id, NULL);
      return id;
    }
  return NULL;
}

/* @status: (out): how it stands with the first account */
static GObject *
load_record (Person *person, SignetDraftKind kind, const char *id, char **status)
{
  g_autoptr (SignetCertification) certification = NULL;
  g_autoptr (GError) error = NULL;
  GObject *record = NULL;

  if (kind == SIGNET_DRAFT_PARTY)
    record = (GObject *) signet_desk_load_party (person->desk, id, &certification, &error);
  else if (kind == SIGNET_DRAFT_RIGHT)
    record = (GObject *) signet_desk_load_right (person->desk, id, &certification, &error);
  else
    record = (GObject *) signet_desk_load_authorisation (person->desk, id, &certification, &error);
  if (record == NULL)
    probe_die (id, error);
  *status = g_strdup (certification != NULL ? signet_certification_get_status (certification) : "");
  return record;
}

static gboolean
has_file (GObject *record, const char *slot)
{
  g_autoptr (GListModel) files = NULL;

  g_object_get (record, "evidence", &files, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (SignetEvidence) one = g_list_model_get_item (files, i);

      if (g_str_equal (signet_evidence_get_slot (one), slot))
        return TRUE;
    }
  return FALSE;
}

/* Does the record say what the step would have it say? */
static gboolean
is_as_planned (GObject *record, JsonObject *step)
{
  for (guint i = 0; i < count (step, "type"); i++)
    {
      JsonObject *field = get_one (step, "type", i);
      g_autofree char *text = NULL;

      g_object_get (record, get_text (field, "property"), &text, NULL);
      if (!g_str_equal (text, get_text (field, "text")))
        return FALSE;
    }
  for (guint i = 0; i < count (step, "files"); i++)
    if (!has_file (record, get_text (get_one (step, "files", i), "slot")))
      return FALSE;
  return TRUE;
}

/* Typing */

/* What the field says after the next keystroke on the way to @text. */
static char *
type_next (const char *now, const char *text)
{
  if (!g_str_has_prefix (text, now))
    return g_strndup (now, (gsize) (g_utf8_find_prev_char (now, now + strlen (now)) - now));
  if (*now != '\0' && g_random_int_range (0, SLIPS) == 0)
    return g_strconcat (now, "#", NULL);
  return g_strndup (text, (gsize) (g_utf8_next_char (text + strlen (now)) - text));
}

static void
type (SignetDraft *draft, GObject *object, const char *property, const char *pointer, const char *text)
{
  for (guint keystrokes = 0;; keystrokes++)
    {
      g_autofree char *now = NULL;
      g_autofree char *next = NULL;

      g_object_get (object, property, &now, NULL);
      if (g_str_equal (now, text))
        return;
      if (keystrokes > 1000)
        probe_die (pointer, NULL);
      next = type_next (now, text);
      g_object_set (object, property, next, NULL);
      say ("typed", draft, pointer, make_text (next));
      rest (g_random_int_range (LEAST_PAUSE, LONGEST_PAUSE));
    }
}

static void
turn_to (SignetDraft *draft, const char *page)
{
  signet_draft_set_page (draft, page);
  say ("typed", draft, "page", make_text (page));
}

static void
choose (SignetDraft *draft, JsonObject *choice)
{
  GObject *subject = signet_draft_get_subject (draft);
  JsonNode *value = json_object_get_member (choice, "value");
  const char *property = get_text (choice, "property");

  if (JSON_NODE_HOLDS_ARRAY (value))
    {
      JsonArray *array = json_node_get_array (value);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) texts = NULL;

      for (guint i = 0; i < json_array_get_length (array); i++)
        g_strv_builder_add (builder, json_array_get_string_element (array, i));
      texts = g_strv_builder_end (builder);
      g_object_set (subject, property, texts, NULL);
    }
  else if (json_node_get_value_type (value) == G_TYPE_BOOLEAN)
    g_object_set (subject, property, json_node_get_boolean (value), NULL);
  else
    g_object_set (subject, property, json_node_get_string (value), NULL);
  say ("typed", draft, get_text (choice, "pointer"), json_node_copy (value));
}

static void
name_parties (Person *person, SignetDraft *draft, JsonObject *step)
{
  JsonObjectIter iter;
  const char *property;
  JsonNode *name;

  if (!json_object_has_member (step, "parties"))
    return;
  json_object_iter_init (&iter, json_object_get_object_member (step, "parties"));
  while (json_object_iter_next (&iter, &property, &name))
    {
      g_autofree char *id = find_record (person->desk, SIGNET_DRAFT_PARTY, json_node_get_string (name));

      if (id == NULL)
        probe_die (property, NULL);
      g_object_set (signet_draft_get_subject (draft), property, id, NULL);
    }
}

static void
type_classes (SignetDraft *draft, JsonObject *step)
{
  GListStore *classes;

  if (count (step, "classes") == 0)
    return;
  classes = signet_right_get_classes (signet_draft_get_right (draft));
  for (guint i = 0; i < count (step, "classes"); i++)
    {
      JsonObject *wanted = get_one (step, "classes", i);
      g_autoptr (SignetNiceClass) nice_class = g_list_model_get_item (G_LIST_MODEL (classes), i);
      g_autofree char *number_pointer = g_strdup_printf ("/classes/%u/class", i);
      g_autofree char *goods_pointer = g_strdup_printf ("/classes/%u/goods", i);

      if (nice_class == NULL)
        {
          gint64 number = json_object_get_int_member (wanted, "class");

          nice_class = signet_nice_class_new ();
          signet_nice_class_set_class_number (nice_class, (int) number);
          g_list_store_append (classes, nice_class);
          say ("typed", draft, number_pointer, json_node_init_int (json_node_alloc (), number));
        }
      type (draft, G_OBJECT (nice_class), "goods", goods_pointer, get_text (wanted, "goods"));
    }
}

static void
add_files (SignetDraft *draft, JsonObject *step)
{
  for (guint i = 0; i < count (step, "files"); i++)
    {
      JsonObject *file = get_one (step, "files", i);
      const char *slot = get_text (file, "slot");
      g_autofree char *pointer = g_strconcat ("/files/", slot, NULL);
      g_autoptr (SignetEvidence) evidence = NULL;

      if (has_file (signet_draft_get_subject (draft), slot))
        continue;
      evidence = probe_attach (draft, get_text (file, "path"), slot);
      say ("typed", draft, pointer, make_text (signet_evidence_get_sha256 (evidence)));
    }
}

static void
fill_in (Person *person, SignetDraft *draft, JsonObject *step)
{
  say ("opened", draft, NULL, NULL);
  turn_to (draft, "kind");
  for (guint i = 0; i < count (step, "set"); i++)
    choose (draft, get_one (step, "set", i));
  name_parties (person, draft, step);
  turn_to (draft, "data");
  for (guint i = 0; i < count (step, "type"); i++)
    {
      JsonObject *field = get_one (step, "type", i);

      type (draft, signet_draft_get_subject (draft), get_text (field, "property"),
            get_text (field, "pointer"), get_text (field, "text"));
    }
  type_classes (draft, step);
  turn_to (draft, "files");
  add_files (draft, step);
}

static void
finish (SignetDraft *draft)
{
  g_autofree char *id = NULL;

  say ("submitting", draft, NULL, NULL);
  id = probe_submit (draft);
  say ("submitted", draft, NULL, NULL);
}

/* Steps */

/* The person's unfinished work, of which there is never more than one piece. */
static SignetDraft *
take_up (Person *person, SignetDraftKind kind)
{
  GListModel *today = signet_desk_get_today (person->desk);

  probe_wait_for_list (today);
  for (guint i = 0; i < g_list_model_get_n_items (today); i++)
    {
      g_autoptr (SignetTodayRow) row = g_list_model_get_item (today, i);
      g_autoptr (GError) error = NULL;
      SignetDraft *draft = NULL;

      if (!g_str_equal (signet_today_row_get_kind (row), SIGNET_TODAY_DRAFT))
        continue;
      CALL (draft = signet_desk_open_draft_finish (person->desk, called, &error),
            signet_desk_open_draft_async, person->desk, signet_today_row_get_subject_id (row));
      /* The list may still show what has just been submitted. */
      if (g_error_matches (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_NOT_FOUND))
        continue;
      if (draft == NULL)
        probe_die ("a draft of before cannot be opened", error);
      if (signet_draft_get_kind (draft) != kind ||
          signet_draft_get_purpose (draft) != SIGNET_DRAFT_PURPOSE_NEW)
        probe_die ("a draft of before is of another kind", NULL);
      return draft;
    }
  return NULL;
}

static void
do_new (Person *person, JsonObject *step)
{
  SignetDraftKind kind = get_kind (step);
  const char *name = get_text (step, "name");
  g_autofree char *id = find_record (person->desk, kind, name);
  g_autoptr (SignetDraft) draft = NULL;

  if (id != NULL)
    return;
  draft = take_up (person, kind);
  if (draft == NULL)
    draft = probe_begin (person->desk, kind, NULL);
  fill_in (person, draft, step);
  finish (draft);
  while ((id = find_record (person->desk, kind, name)) == NULL)
    wait_a_little (person);
}

static SignetDraft *
revise (Person *person,
        JsonObject *step,
        const char *id,
        SignetDraftPurpose purpose,
        SignetDeskError expected)
{
  SignetAccount *account = person->accounts[purpose == SIGNET_DRAFT_PURPOSE_CERTIFY];
  SignetDraft *draft = NULL;
  g_autoptr (GError) error = NULL;

  CALL (draft = signet_desk_begin_revision_finish (person->desk, called, &error),
        signet_desk_begin_revision_async, person->desk, account, get_kind (step), id, purpose);
  if (draft == NULL && !g_error_matches (error, SIGNET_DESK_ERROR, (int) expected))
    probe_die (get_text (step, "name"), error);
  return draft;
}

/* The reviewer asks for it some time after the record was submitted. */
static void
do_correct (Person *person, JsonObject *step)
{
  SignetDraftKind kind = get_kind (step);
  g_autofree char *id = find_record (person->desk, kind, get_text (step, "name"));

  for (;;)
    {
      g_autofree char *status = NULL;
      g_autoptr (GObject) record = load_record (person, kind, id, &status);
      g_autoptr (SignetDraft) draft = NULL;

      if (is_as_planned (record, step))
        return;
      draft = revise (person, step, id, SIGNET_DRAFT_PURPOSE_CORRECT, SIGNET_DESK_ERROR_NOT_OPEN);
      if (draft == NULL)
        {
          wait_a_little (person);
          continue;
        }
      fill_in (person, draft, step);
      finish (draft);
    }
}

static void
do_certify (Person *person, JsonObject *step)
{
  g_autofree char *id = find_record (person->desk, get_kind (step), get_text (step, "name"));
  g_autoptr (SignetDraft)
      draft = revise (person, step, id, SIGNET_DRAFT_PURPOSE_CERTIFY, SIGNET_DESK_ERROR_CERTIFIED);

  if (draft == NULL)
    return;
  fill_in (person, draft, step);
  finish (draft);
}

/* Until nothing waits any more and what was corrected is approved. */
static void
wait_for_the_platforms (Person *person, JsonArray *steps)
{
  while (signet_desk_get_n_waiting (person->desk) > 0)
    wait_a_little (person);
  for (guint i = 0; i < json_array_get_length (steps);)
    {
      JsonObject *step = json_array_get_object_element (steps, i);
      g_autofree char *id = NULL;
      g_autofree char *status = NULL;
      g_autoptr (GObject) record = NULL;

      if (!g_str_equal (get_text (step, "do"), "correct"))
        {
          i++;
          continue;
        }
      id = find_record (person->desk, get_kind (step), get_text (step, "name"));
      record = load_record (person, get_kind (step), id, &status);
      if (g_str_equal (status, SIGNET_STATUS_APPROVED))
        i++;
      else
        wait_a_little (person);
    }
}

static void
sit_down (Person *person)
{
  g_mkdir_with_parents (data, 0700);
  person->desk = probe_open_desk (data);
  for (int i = 0; i < N_ACCOUNTS; i++)
    {
      person->practices[i] = (ProbePractice){ urls[i], controls[i] };
      person->accounts[i] = probe_connect (&person->practices[i], person->desk);
      signet_account_use_session_only (person->accounts[i]);
      probe_sign_in (&person->practices[i], person->accounts[i]);
      probe_bind_email (&person->practices[i], person->accounts[i]);
    }
  signet_desk_choose_account (person->desk, person->accounts[0]);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  Person person = { 0 };
  JsonArray *steps;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    probe_die ("arguments", error);
  if (data == NULL || plan == NULL || urls == NULL || g_strv_length (urls) != N_ACCOUNTS ||
      controls == NULL || g_strv_length (controls) != N_ACCOUNTS)
    probe_die ("--data, --plan and two of --url and --control must be given", NULL);
  if (!json_parser_load_from_file (parser, plan, &error))
    probe_die (plan, error);
  steps = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "steps");

  sit_down (&person);
  say ("ready", NULL, NULL, NULL);
  for (guint i = 0; i < json_array_get_length (steps); i++)
    {
      JsonObject *step = json_array_get_object_element (steps, i);
      const char *what = get_text (step, "do");

      if (g_str_equal (what, "new"))
        do_new (&person, step);
      else if (g_str_equal (what, "correct"))
        do_correct (&person, step);
      else
        do_certify (&person, step);
    }
  wait_for_the_platforms (&person, steps);
  say ("done", NULL, NULL, NULL);
  for (int i = 0; i < N_ACCOUNTS; i++)
    g_object_unref (person.accounts[i]);
  probe_close_desk (person.desk);
  g_object_unref (person.desk);
  return 0;
}
