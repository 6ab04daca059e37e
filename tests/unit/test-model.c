/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The records of the trade: properties, "changed" through lists and entries, lookups of a platform, clock. */

#include "model/signet-authorisation-row.h"
#include "model/signet-authorisation.h"
#include "model/signet-certification-row.h"
#include "model/signet-certification.h"
#include "model/signet-clock.h"
#include "model/signet-difference.h"
#include "model/signet-import-row.h"
#include "model/signet-complaint-row.h"
#include "model/signet-complaint.h"
#include "model/signet-evidence.h"
#include "model/signet-finding.h"
#include "model/signet-item.h"
#include "model/signet-measure.h"
#include "model/signet-milestone.h"
#include "model/signet-party-row.h"
#include "model/signet-party.h"
#include "model/signet-paper-slot.h"
#include "model/signet-party-kind.h"
#include "model/signet-platform.h"
#include "model/signet-reason.h"
#include "model/signet-regime.h"
#include "model/signet-nice-class.h"
#include "model/signet-right-kind.h"
#include "model/signet-right-row.h"
#include "model/signet-right.h"
#include "model/signet-target-kind.h"
#include "model/signet-today-row.h"
#include "model/signet-words.h"

#include "hand-clock.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Writes every writable property of a new record twice and expects exactly one notification and one
 * "changed". */
static void
check_properties (GType type)
{
  const char *pairs[] = { "removed", "2", "not_found", "1", NULL };
  g_autoptr (GObject) record = g_object_new (type, NULL);
  guint n_pspecs;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (record), &n_pspecs);

  g_assert_cmpuint (n_pspecs, >, 0);
  for (guint i = 0; i < n_pspecs; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_auto (GValue) read = G_VALUE_INIT;
      g_autofree char *signal = g_strconcat ("notify::", pspecs[i]->name, NULL);
      guint notified = 0, changed = 0;

      if (!(pspecs[i]->flags & G_PARAM_WRITABLE))
        {
          g_autoptr (GListModel) list = NULL;

          g_object_get (record, pspecs[i]->name, &list, NULL);
          g_assert_true (G_IS_LIST_MODEL (list));
          g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
          continue;
        }

      g_value_init (&value, pspecs[i]->value_type);
      if (G_VALUE_HOLDS_STRING (&value))
        g_value_take_string (&value, g_strconcat ("张三 ", pspecs[i]->name, NULL));
      else if (G_VALUE_HOLDS_INT (&value))
        g_value_set_int (&value, (int) i + 1);
      else if (G_VALUE_HOLDS (&value, G_TYPE_STRV))
        g_value_set_boxed (&value, pairs);
      else
        {
          g_object_get_property (record, pspecs[i]->name, &value);
          g_value_set_boolean (&value, !g_value_get_boolean (&value));
        }

      gulong notify_id = g_signal_connect_swapped (record, signal, G_CALLBACK (count_cb), &notified);
      gulong changed_id = g_signal_connect_swapped (record, "changed", G_CALLBACK (count_cb), &changed);
      g_object_set_property (record, pspecs[i]->name, &value);
      g_object_set_property (record, pspecs[i]->name, &value);
      g_assert_cmpuint (notified, ==, 1);
      g_assert_cmpuint (changed, ==, 1);
      g_signal_handler_disconnect (record, notify_id);
      g_signal_handler_disconnect (record, changed_id);

      g_value_init (&read, pspecs[i]->value_type);
      g_object_get_property (record, pspecs[i]->name, &read);
      if (G_VALUE_HOLDS (&value, G_TYPE_STRV))
        g_assert_true (g_strv_equal (pairs, g_value_get_boxed (&read)));
      else
        g_assert_cmpint (g_param_values_cmp (pspecs[i], &value, &read), ==, 0);
    }

  g_assert_finalize_object (g_steal_pointer (&record));
}

static void
test_properties (void)
{
  check_properties (SIGNET_TYPE_AUTHORISATION);
  check_properties (SIGNET_TYPE_AUTHORISATION_ROW);
  check_properties (SIGNET_TYPE_CERTIFICATION_ROW);
  check_properties (SIGNET_TYPE_PARTY);
  check_properties (SIGNET_TYPE_RIGHT);
  check_properties (SIGNET_TYPE_NICE_CLASS);
  check_properties (SIGNET_TYPE_ITEM);
  check_properties (SIGNET_TYPE_COMPLAINT);
  check_properties (SIGNET_TYPE_CERTIFICATION);
  check_properties (SIGNET_TYPE_COMPLAINT_ROW);
  check_properties (SIGNET_TYPE_RIGHT_ROW);
  check_properties (SIGNET_TYPE_PARTY_ROW);
  check_properties (SIGNET_TYPE_TODAY_ROW);
}

static void
test_text (void)
{
  g_autoptr (SignetParty) party = signet_party_new ();
  guint changed = 0;

  g_signal_connect_swapped (party, "changed", G_CALLBACK (count_cb), &changed);

  g_assert_cmpstr (signet_party_get_name (party), ==, "");
  signet_party_set_name (party, NULL);
  signet_party_set_name (party, "");
  g_assert_cmpuint (changed, ==, 0);

  signet_party_set_name (party, " 北京");
  g_assert_cmpstr (signet_party_get_name (party), ==, " 北京");
  signet_party_set_name (party, signet_party_get_name (party) + 1);
  g_assert_cmpstr (signet_party_get_name (party), ==, "北京");
  signet_party_set_name (party, NULL);
  g_assert_cmpstr (signet_party_get_name (party), ==, "");
  g_assert_cmpuint (changed, ==, 3);

  g_assert_cmpstr (signet_party_get_document_kind (party), ==, "");
  signet_party_set_kind (party, SIGNET_PARTY_KIND_MAINLAND_PERSON);
  g_assert_cmpstr (signet_party_get_document_kind (party), ==, "resident_id");
  signet_party_set_kind (party, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
  g_assert_cmpstr (signet_party_get_document_kind (party), ==, "credit_code");
  signet_party_set_kind (party, "martian_person");
  g_assert_cmpstr (signet_party_get_document_kind (party), ==, "");
}

/* The document follows the kind, but a document that fits, or that was named afterwards, stays. */
static void
test_document_kind (void)
{
  g_autoptr (SignetParty) party = signet_party_new ();
  g_autoptr (SignetParty)
      unknown = g_object_new (SIGNET_TYPE_PARTY, "kind", "hmt_person", "document-kind", "library_card", NULL);
  guint changed = 0;

  g_signal_connect_swapped (party, "notify::document-kind", G_CALLBACK (count_cb), &changed);
  g_assert_true (signet_party_get_own (party));
  signet_party_set_kind (party, "hmt_person");
  g_assert_cmpstr (signet_party_get_document_kind (party), ==, "residence_permit");
  signet_party_set_document_kind (party, "travel_permit_taiwan");
  signet_party_set_kind (party, "hmt_person");
  g_assert_cmpstr (signet_party_get_document_kind (party), ==, "travel_permit_taiwan");
  signet_party_set_kind (party, "foreign_person");
  g_assert_cmpstr (signet_party_get_document_kind (party), ==, "passport");
  g_assert_cmpuint (changed, ==, 3);
  signet_party_set_document_kind (party, "registration");
  g_object_set (party, "kind", "foreign_organisation", NULL);
  g_assert_cmpstr (signet_party_get_document_kind (party), ==, "registration");

  g_assert_cmpstr (signet_party_get_document_kind (unknown), ==, "library_card");
}

static SignetPaperSlot *
make_slot (const char *slot, const char *condition, const char *word)
{
  const char *words[] = { word, NULL };

  return condition != NULL ? g_object_new (SIGNET_TYPE_PAPER_SLOT, "slot", slot, condition, words, NULL)
                           : g_object_new (SIGNET_TYPE_PAPER_SLOT, "slot", slot, NULL);
}

static void
check_slots (GListModel *papers, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (SignetPaperSlot) slot = g_list_model_get_item (papers, i);

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", signet_paper_slot_get_slot (slot));
    }
  g_assert_cmpstr (found->str, ==, expected);
  g_object_unref (papers);
}

/* Which papers are asked for follows from the document and from the standing. */
static void
test_papers (void)
{
  g_autoptr (GListStore) papers = g_list_store_new (SIGNET_TYPE_PAPER_SLOT);
  g_autoptr (SignetPaperSlot) always = make_slot ("always", NULL, NULL);
  g_autoptr (SignetPaperSlot) passport = make_slot ("passport_page", "when-documents", "passport");
  g_autoptr (SignetPaperSlot) contract = make_slot ("licence_contract", "when-standings", "licensee");
  g_autoptr (GListStore) parties = g_list_store_new (SIGNET_TYPE_PARTY_KIND);
  g_autoptr (GListStore) rights = g_list_store_new (SIGNET_TYPE_RIGHT_KIND);
  g_autoptr (SignetPartyKind) party_kind = NULL;
  g_autoptr (SignetRightKind) right_kind = NULL;
  g_autoptr (SignetPlatform) platform = NULL;
  g_autoptr (SignetParty) party = signet_party_new ();
  g_autoptr (SignetRight) right = signet_right_new ();

  g_list_store_append (papers, always);
  g_list_store_append (papers, passport);
  g_list_store_append (papers, contract);
  party_kind = g_object_new (SIGNET_TYPE_PARTY_KIND, "kind", "foreign_person", "papers", papers, NULL);
  right_kind = g_object_new (SIGNET_TYPE_RIGHT_KIND, "kind", "work", "papers", papers, NULL);
  g_list_store_append (parties, party_kind);
  g_list_store_append (rights, right_kind);
  platform = g_object_new (SIGNET_TYPE_PLATFORM, "party-kinds", parties, "right-kinds", rights, NULL);

  g_assert_null (signet_platform_list_party_papers (platform, party));
  g_assert_null (signet_platform_list_right_papers (platform, right));
  signet_party_set_kind (party, "foreign_person");
  check_slots (signet_platform_list_party_papers (platform, party), "always passport_page");
  signet_party_set_document_kind (party, "permanent_resident_card");
  check_slots (signet_platform_list_party_papers (platform, party), "always");
  signet_right_set_kind (right, "work");
  check_slots (signet_platform_list_right_papers (platform, right), "always");
  signet_right_set_standing (right, "licensee");
  check_slots (signet_platform_list_right_papers (platform, right), "always licence_contract");
}

/* A line of an imported table, and a member that differs. */
static void
test_rows (void)
{
  g_autoptr (SignetRight) right = signet_right_new ();
  g_autoptr (SignetImportRow) row = signet_import_row_new ();
  g_autoptr (SignetDifference) difference = signet_difference_new ("/name", "青云", NULL);
  guint changed = 0;

  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_cb), &changed);
  signet_import_row_set_right (row, right);
  signet_import_row_set_right (row, right);
  g_assert_true (signet_import_row_get_right (row) == right);
  signet_import_row_set_state (row, SIGNET_IMPORT_DUPLICATE);
  g_assert_cmpuint (changed, ==, 2);

  g_assert_cmpstr (signet_difference_get_pointer (difference), ==, "/name");
  g_assert_cmpstr (signet_difference_get_mine (difference), ==, "青云");
  g_assert_cmpstr (signet_difference_get_theirs (difference), ==, "");
}

static void
test_changed_through_lists (void)
{
  g_autoptr (SignetComplaint) complaint = signet_complaint_new ();
  GListStore *items = signet_complaint_get_items (complaint);
  g_autoptr (SignetItem) first = signet_item_new ();
  g_autoptr (SignetItem) second = signet_item_new ();
  g_autoptr (SignetMeasure)
      measure = g_object_new (SIGNET_TYPE_MEASURE, "measure", SIGNET_MEASURE_DELISTED, NULL);
  guint changed = 0;

  g_signal_connect_swapped (complaint, "changed", G_CALLBACK (count_cb), &changed);

  g_list_store_append (items, first);
  g_assert_cmpuint (changed, ==, 1);
  signet_item_set_note (first, "看这里");
  g_assert_cmpuint (changed, ==, 2);
  g_list_store_append (signet_item_get_measures (first), measure);
  g_assert_cmpuint (changed, ==, 3);

  g_list_store_insert (items, 0, second);
  g_assert_cmpuint (changed, ==, 4);
  signet_item_set_note (second, "b");
  g_assert_cmpuint (changed, ==, 5);

  /* what was taken out is nobody's business any more, what stays still is */
  g_list_store_remove (items, 0);
  g_assert_cmpuint (changed, ==, 6);
  signet_item_set_note (second, "c");
  g_assert_cmpuint (changed, ==, 6);
  signet_item_set_note (first, "c");
  g_assert_cmpuint (changed, ==, 7);

  /* the same entry twice, one of them taken out */
  g_list_store_append (items, first);
  g_list_store_remove (items, 0);
  g_assert_cmpuint (changed, ==, 9);
  signet_item_set_note (first, "d");
  g_assert_cmpuint (changed, ==, 10);
  g_list_store_remove_all (items);
  signet_item_set_note (first, "e");
  g_assert_cmpuint (changed, ==, 11);

  g_list_store_append (items, first);
  g_assert_finalize_object (g_steal_pointer (&complaint));
  signet_item_set_note (first, "after the complaint is gone");
}

static void
test_freeze (void)
{
  g_autoptr (SignetRightRow) row = signet_right_row_new ();
  guint changed = 0;

  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_cb), &changed);
  g_object_set (row, "number", "12345678", "name", "山泉", "findings", 2, NULL);
  g_assert_cmpuint (changed, ==, 1);
  g_assert_cmpint (signet_right_row_get_findings (row), ==, 2);
}

static void
test_evidence (void)
{
  g_autoptr (SignetEvidence)
      paper = signet_evidence_new (SIGNET_SLOT_EVIDENCE, "图.png", "image/png", "00ff", G_MAXUINT64, NULL);
  g_autoptr (SignetEvidence) moved = signet_evidence_with_slot (paper, SIGNET_SLOT_CERTIFICATE);

  g_assert_cmpstr (signet_evidence_get_slot (paper), ==, "evidence");
  g_assert_cmpstr (signet_evidence_get_slot (moved), ==, "certificate");
  g_assert_cmpstr (signet_evidence_get_name (moved), ==, "图.png");
  g_assert_cmpstr (signet_evidence_get_media_type (moved), ==, "image/png");
  g_assert_cmpstr (signet_evidence_get_sha256 (moved), ==, "00ff");
  g_assert_cmpuint (signet_evidence_get_bytes (moved), ==, G_MAXUINT64);
  g_assert_cmpstr (signet_evidence_get_id (moved), ==, "");
}

static void
test_finding (void)
{
  g_autoptr (SignetFinding) finding = signet_finding_new ("/owner", SIGNET_SEVERITY_WARNING, "owner-differs",
                                                          "right", "甲", "party", NULL, NULL);
  g_autoptr (SignetFinding) bare = signet_finding_new ("", SIGNET_SEVERITY_HINT, "short", NULL);
  SignetSeverity severity = SIGNET_SEVERITY_HINT;

  g_assert_cmpstr (signet_finding_get_pointer (finding), ==, "/owner");
  g_assert_cmpint (signet_finding_get_severity (finding), ==, SIGNET_SEVERITY_WARNING);
  g_assert_cmpstr (signet_finding_get_code (finding), ==, "owner-differs");
  g_assert_cmpstr (signet_finding_get_param (finding, "right"), ==, "甲");
  g_assert_cmpstr (signet_finding_get_param (finding, "party"), ==, "");
  g_assert_cmpstr (signet_finding_get_param (finding, "none"), ==, "");
  g_assert_cmpuint (g_variant_n_children (signet_finding_get_params (bare)), ==, 0);

  g_assert_cmpstr (signet_severity_to_text (SIGNET_SEVERITY_WARNING), ==, "warning");
  g_assert_true (signet_severity_from_text ("error", &severity));
  g_assert_cmpint (severity, ==, SIGNET_SEVERITY_ERROR);
  g_assert_false (signet_severity_from_text ("fatal", &severity));
  g_assert_false (signet_severity_from_text (NULL, &severity));
}

static void
test_label (void)
{
  g_autoptr (SignetLabel) both = signet_label_new ("商标", "Trademark");
  g_autoptr (SignetLabel) chinese = signet_label_new ("商标", NULL);
  g_autoptr (SignetLabel) none = signet_label_new (NULL, "");

  g_assert_cmpstr (signet_label_get (both, "zh_CN.UTF-8"), ==, "商标");
  g_assert_cmpstr (signet_label_get (both, "zh-CN"), ==, "商标");
  g_assert_cmpstr (signet_label_get (both, "en"), ==, "Trademark");
  g_assert_cmpstr (signet_label_get (both, "fr"), ==, "Trademark");
  g_assert_cmpstr (signet_label_get (both, NULL), ==, "Trademark");
  g_assert_cmpstr (signet_label_get (chinese, "en"), ==, "商标");
  g_assert_cmpstr (signet_label_get (none, "en"), ==, "");
  g_assert_cmpstr (signet_label_get (NULL, "en"), ==, "");
}

static SignetReason *
make_reason (const char *code, const char *right_kinds, const char *target_kinds)
{
  g_auto (GStrv) rights = g_strsplit (right_kinds, " ", -1);
  g_auto (GStrv) targets = g_strsplit (target_kinds, " ", -1);

  return g_object_new (SIGNET_TYPE_REASON, "code", code, "right-kinds", rights, "target-kinds", targets,
                       NULL);
}

static void
check_reasons (SignetPlatform *platform,
               const char *right_kind,
               const char *target_kinds,
               const char *expected)
{
  g_auto (GStrv) targets = g_strsplit (target_kinds, " ", -1);
  g_autoptr (GPtrArray)
      reasons = signet_platform_list_reasons_covering (platform, right_kind, (const char *const *) targets);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < reasons->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", signet_reason_get_code (reasons->pdata[i]));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_platform (void)
{
  const char *mobile_hosts[] = { "m.example.cn", "www.example.cn", NULL };
  const char *tracking[] = { "utm_*", "from", NULL };
  const char *years[] = { "2025", "2026", NULL };
  const char *trademark[] = { "trademark", NULL };
  const char *goods[] = { "goods", NULL };
  g_autoptr (GListStore) reasons = g_list_store_new (SIGNET_TYPE_REASON);
  g_autoptr (GListStore) papers = g_list_store_new (SIGNET_TYPE_PAPER_SLOT);
  g_autoptr (GListStore) kinds = g_list_store_new (SIGNET_TYPE_RIGHT_KIND);
  g_autoptr (GListStore) regimes = g_list_store_new (SIGNET_TYPE_REGIME);
  g_autoptr (SignetReason) counterfeit = make_reason ("counterfeit", "trademark", "goods live");
  g_autoptr (SignetReason) same_mark = make_reason ("same_mark", "trademark", "goods shop video live");
  g_autoptr (SignetReason) portrait = make_reason ("portrait", "portrait", "goods shop");
  g_autoptr (SignetPaperSlot) slot = g_object_new (SIGNET_TYPE_PAPER_SLOT, "slot", "certificate", NULL);
  g_autoptr (SignetRightKind) kind = NULL;
  g_autoptr (SignetRegime) regime = g_object_new (SIGNET_TYPE_REGIME, "regime", "ecl43", "days", 15,
                                                  "right-kinds", trademark, "target-kinds", goods, NULL);
  g_autoptr (SignetPlatform) platform = NULL;
  g_autoptr (SignetPlatform) empty = g_object_new (SIGNET_TYPE_PLATFORM, NULL);

  g_list_store_append (reasons, counterfeit);
  g_list_store_append (reasons, same_mark);
  g_list_store_append (reasons, portrait);
  g_list_store_append (papers, slot);
  g_list_store_append (regimes, regime);
  kind = g_object_new (SIGNET_TYPE_RIGHT_KIND, "kind", "trademark", "papers", papers, NULL);
  g_list_store_append (kinds, kind);
  platform = g_object_new (SIGNET_TYPE_PLATFORM, "id", "plt", "practice", TRUE, "right-kinds", kinds,
                           "reasons", reasons, "regimes", regimes, "mobile-hosts", mobile_hosts,
                           "tracking-parameters", tracking, "calendar-years", years, NULL);

  g_assert_true (signet_platform_get_practice (platform));
  check_reasons (platform, "trademark", "", "counterfeit same_mark");
  check_reasons (platform, "trademark", "goods live", "counterfeit same_mark");
  check_reasons (platform, "trademark", "goods video", "same_mark");
  check_reasons (platform, "trademark", "account", "");
  check_reasons (platform, "portrait", "shop", "portrait");
  check_reasons (empty, "trademark", "goods", "");

  g_assert_true (signet_platform_find_reason (platform, "same_mark") == same_mark);
  g_assert_null (signet_platform_find_reason (platform, "none"));
  g_assert_null (signet_platform_find_reason (platform, NULL));
  g_assert_null (signet_platform_find_reason (empty, "same_mark"));
  g_assert_true (signet_platform_find_regime (platform, "trademark", "goods") == regime);
  g_assert_null (signet_platform_find_regime (platform, "trademark", "video"));

  g_assert_cmpstr (signet_platform_get_desktop_host (platform, "m.example.cn"), ==, "www.example.cn");
  g_assert_cmpstr (signet_platform_get_desktop_host (platform, "www.example.cn"), ==, "www.example.cn");
  g_assert_true (signet_platform_is_tracking_parameter (platform, "utm_source"));
  g_assert_true (signet_platform_is_tracking_parameter (platform, "from"));
  g_assert_false (signet_platform_is_tracking_parameter (platform, "fromage"));
  g_assert_false (signet_platform_is_tracking_parameter (platform, "utm"));
  g_assert_true (signet_platform_knows_calendar_year (platform, 2026));
  g_assert_false (signet_platform_knows_calendar_year (platform, 2027));
  g_assert_false (signet_platform_knows_calendar_year (empty, 2026));
}

static void
check_clock (gint64 seconds, const char *expected_text, const char *expected_day)
{
  g_autoptr (HandClock) clock = g_object_new (HAND_TYPE_CLOCK, NULL);
  g_autofree char *text = NULL;
  GDate today;
  char day[16];

  clock->now = seconds * G_USEC_PER_SEC + 999999;
  text = signet_clock_now_text (SIGNET_CLOCK (clock));
  g_assert_cmpstr (text, ==, expected_text);
  signet_clock_today (SIGNET_CLOCK (clock), &today);
  g_assert_cmpuint (g_date_strftime (day, sizeof day, "%Y-%m-%d", &today), ==, 10);
  g_assert_cmpstr (day, ==, expected_day);
}

static void
test_clock (void)
{
  g_autoptr (SignetClock) clock = signet_clock_new_system ();
  gint64 before = g_get_real_time ();

  /* `date -u -d @1798646399`: the last second before midnight in Shanghai, and the first after */
  check_clock (1798646399, "2026-12-30T15:59:59Z", "2026-12-30");
  check_clock (1798646400, "2026-12-30T16:00:00Z", "2026-12-31");
  check_clock (0, "1970-01-01T00:00:00Z", "1970-01-01");

  g_assert_cmpint (signet_clock_now (clock), >=, before);
  g_assert_cmpint (signet_clock_monotonic (clock), >, 0);
}

/* The kernel's own word for how long it has run, suspended or not; in hundredths of a second. */
static void
test_boot_time (void)
{
  g_autofree char *text = NULL;
  gint64 before = signet_clock_boot_time ();
  gint64 told;

  g_assert_true (g_file_get_contents ("/proc/uptime", &text, NULL, NULL));
  told = (gint64) (g_ascii_strtod (text, NULL) * G_TIME_SPAN_SECOND);
  g_assert_cmpint (before - G_TIME_SPAN_SECOND / 50, <=, told);
  g_assert_cmpint (told, <=, signet_clock_boot_time ());
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/boot-time", test_boot_time);
  g_test_add_func ("/model/properties", test_properties);
  g_test_add_func ("/model/text", test_text);
  g_test_add_func ("/model/document-kind", test_document_kind);
  g_test_add_func ("/model/papers", test_papers);
  g_test_add_func ("/model/rows", test_rows);
  g_test_add_func ("/model/changed-through-lists", test_changed_through_lists);
  g_test_add_func ("/model/freeze", test_freeze);
  g_test_add_func ("/model/evidence", test_evidence);
  g_test_add_func ("/model/finding", test_finding);
  g_test_add_func ("/model/label", test_label);
  g_test_add_func ("/model/platform", test_platform);
  g_test_add_func ("/model/clock", test_clock);

  return g_test_run ();
}
