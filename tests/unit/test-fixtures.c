/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-fixtures.h"

#include "model/signet-evidence.h"
#include "model/signet-finding.h"
#include "model/signet-nice-class.h"

/* A party and a right that a reviewer has nothing to say about, and findings as text: a line each,
 * "severity pointer code params". */

#define DIGEST "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

void
test_fixtures_set_today (GDate *today)
{
  g_date_clear (today, 1);
  g_date_set_dmy (today, 21, G_DATE_NOVEMBER, 2026);
}

char *
test_fixtures_describe (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      SignetFinding *finding = g_ptr_array_index (findings, i);
      GVariantIter iter;
      const char *name;
      const char *value;

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? "\n" : "",
                              signet_severity_to_text (signet_finding_get_severity (finding)),
                              signet_finding_get_pointer (finding), signet_finding_get_code (finding));
      g_variant_iter_init (&iter, signet_finding_get_params (finding));
      while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
        g_string_append_printf (text, " %s=%s", name, value);
    }

  return g_string_free (text, FALSE);
}

void
test_fixtures_attach (GListStore *files, const char *slot, const char *type, guint64 bytes)
{
  g_autoptr (SignetEvidence) file = signet_evidence_new (slot, "a.pdf", type, DIGEST, bytes, "");

  g_list_store_append (files, file);
}

SignetParty *
test_fixtures_make_party (void)
{
  SignetParty *party = signet_party_new ();

  g_object_set (party, "id", "party-1", "role", "principal", "kind", "mainland_organisation", "name",
                "杭州青云茶叶有限公司", "document-number", "91350100M000100Y43", "legal-representative",
                "林小满", "contact-name", "林小满", "contact-email", "legal@qingyun.example", "contact-phone",
                "13800138000", "contact-address", "浙江省杭州市示例路 1 号", NULL);
  test_fixtures_attach (signet_party_get_evidence (party), "licence", "application/pdf", 100);

  return party;
}

SignetRight *
test_fixtures_make_right (void)
{
  SignetRight *right = signet_right_new ();
  g_autoptr (SignetNiceClass) nice = signet_nice_class_new ();

  g_object_set (right, "id", "right-1", "kind", "trademark", "number", "68123457", "name", "青云 QINGYUN",
                "owner", "杭州青云茶叶有限公司", "registered-on", "2023-03-28", "valid-until", "2033-03-27",
                "territory", "CN", "party-id", "party-1", "standing", "owner", NULL);
  g_object_set (nice, "class-number", 30, "goods", "茶；茶饮料", NULL);
  g_list_store_append (signet_right_get_classes (right), nice);
  test_fixtures_attach (signet_right_get_evidence (right), "certificate", "application/pdf", 100);

  return right;
}
