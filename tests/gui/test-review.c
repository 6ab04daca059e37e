/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The last page of the identity and right wizards, with a platform that reviews at once. */

#include "wizard-hand.h"

#include "model/signet-evidence.h"

static void
fill_party (SignetParty *party)
{
  g_autofree char *sha256 = g_strnfill (64, '0');
  g_autoptr (SignetEvidence)
      licence = signet_evidence_new ("licence", "scan0001.pdf", "application/pdf", sha256, 1, NULL);

  g_object_set (party, "role", "principal", "own", FALSE, "kind", "mainland_organisation", "name",
                "成都蜀香源食品有限公司", "document-number", "91510100MA6CX8B276", "legal-representative",
                "王小蜀", "contact-name", "王小蜀", "contact-email", "brand@example.cn", "contact-phone",
                "13800138000", "contact-address", "四川省成都市锦江区东大街100号", NULL);
  g_list_store_append (signet_party_get_evidence (party), licence);
}

/* In what capacity, which file is which paper, and when it is reviewed. */
static void
test_party (Fixture *self, gconstpointer data)
{
  fill_party (signet_draft_get_party (self->draft));
  settle ();
  for (guint i = 0; i < 3; i++)
    press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "review");
  g_assert_true (says (self, "Certified as"));
  g_assert_true (says (self, "An owner you act for"));
  g_assert_true (says (self, "scan0001.pdf"));
  g_assert_true (says (self, "Business licence · 1 byte"));
  g_assert_true (
      says (self, "The platform reviews it at once: 1–3 working days. Until then it can’t be changed."));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  /* no keyring and no platform are part of the scene */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);

  g_test_add ("/gui/review/party", Fixture, GINT_TO_POINTER (SIGNET_DRAFT_PARTY), set_up, test_party,
              tear_down);

  return g_test_run ();
}
