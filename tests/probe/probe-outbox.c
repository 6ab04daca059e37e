/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * probe-outbox: freezes and pumps complaints through the very desk the application uses, against any practice
 * platform, until all have their receipts. It may be killed at any moment and started again with the same
 * folder. What it files is written to DIR/input.tsv before the first complaint, so that another program can
 * compare the platform's ledger with it.
 *
 *   probe-outbox --url U --control K --data DIR --complaints N --items M [--seed S]
 */

#include "probe-person.h"

#include <glib/gstdio.h>

#include "model/signet-complaint-row.h"
#include "model/signet-evidence.h"
#include "model/signet-nice-class.h"
#include "model/signet-party-row.h"
#include "model/signet-right-row.h"
#include "model/signet-words.h"

static char *url;
static char *control;
static char *data;
static int n_complaints;
static int n_items;
static int seed = 1;

static const GOptionEntry entries[] = {
  { "url", 0, 0, G_OPTION_ARG_STRING, &url, "Address of the practice platform", "U" },
  { "control", 0, 0, G_OPTION_ARG_STRING, &control, "Its control key", "K" },
  { "data", 0, 0, G_OPTION_ARG_FILENAME, &data, "Folder of the desk", "DIR" },
  { "complaints", 0, 0, G_OPTION_ARG_INT, &n_complaints, "How many complaints", "N" },
  { "items", 0, 0, G_OPTION_ARG_INT, &n_items, "How many items each", "M" },
  { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "For other links", "S" },
  { NULL },
};

/* One-page PDF: what is in it doesn't matter, that it is a real one does. */
static const char paper[] = "%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                            "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                            "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
                            "trailer<</Root 1 0 R>>\n%%%%EOF %s\n";

static void
attach (SignetDraft *draft, const char *slot)
{
  g_autofree char *name = g_strdup_printf ("%s.pdf", slot);
  g_autofree char *path = g_build_filename (data, "papers", name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = g_strdup_printf (paper, slot);
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetEvidence) evidence = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_set_contents (path, text, -1, &error))
    probe_die (path, error);
  evidence = probe_attach (draft, path, slot);
}

static void
submit (SignetDraft *draft)
{
  g_autofree char *id = probe_submit (draft);
}

static void
certify (SignetDesk *desk)
{
  probe_wait_for_list (signet_desk_get_parties (desk));
  probe_wait_for_list (signet_desk_get_rights (desk));
  if (g_list_model_get_n_items (signet_desk_get_parties (desk)) == 0)
    {
      g_autoptr (SignetDraft) draft = probe_begin (desk, SIGNET_DRAFT_PARTY, NULL);
      SignetParty *party = signet_draft_get_party (draft);

      signet_party_set_kind (party, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
      signet_party_set_name (party, "杭州探针茶业有限公司");
      signet_party_set_document_number (party, "91110000600037341L");
      signet_party_set_legal_representative (party, "林探");
      signet_party_set_contact_name (party, "林探");
      signet_party_set_contact_email (party, "probe@example.com");
      signet_party_set_contact_phone (party, "13800138000");
      signet_party_set_contact_address (party, "杭州市样本路 1 号");
      attach (draft, SIGNET_SLOT_LICENCE);
      submit (draft);
      probe_wait_for_list (signet_desk_get_parties (desk));
      while (g_list_model_get_n_items (signet_desk_get_parties (desk)) == 0)
        g_main_context_iteration (NULL, TRUE);
    }
  if (g_list_model_get_n_items (signet_desk_get_rights (desk)) == 0)
    {
      g_autoptr (SignetDraft) draft = probe_begin (desk, SIGNET_DRAFT_RIGHT, NULL);
      SignetRight *right = signet_draft_get_right (draft);
      g_autoptr (SignetNiceClass) nice_class = signet_nice_class_new ();

      signet_right_set_kind (right, SIGNET_RIGHT_KIND_TRADEMARK);
      signet_right_set_number (right, "68123457");
      signet_right_set_name (right, "探针 PROBE");
      signet_right_set_owner (right, "杭州探针茶业有限公司");
      signet_nice_class_set_class_number (nice_class, 30);
      signet_nice_class_set_goods (nice_class, "茶；茶饮料");
      g_list_store_append (signet_right_get_classes (right), nice_class);
      signet_right_set_registered_on (right, "2023-03-28");
      signet_right_set_valid_until (right, "2033-03-27");
      attach (draft, SIGNET_SLOT_CERTIFICATE);
      submit (draft);
      while (g_list_model_get_n_items (signet_desk_get_rights (desk)) == 0)
        g_main_context_iteration (NULL, TRUE);
    }
}

/* The input, the same for the same arguments. */

static char *
link_of (int complaint, int item)
{
  return g_strdup_printf ("https://app.kwaixiaodian.com/web/kwaishop-goods-detail-page-app?id=%d%05d%03d",
                          seed, complaint, item);
}

static void
write_input (void)
{
  g_autofree char *path = g_build_filename (data, "input.tsv", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (int c = 0; c < n_complaints; c++)
    for (int i = 0; i < n_items; i++)
      {
        g_autofree char *link = link_of (c, i);

        g_string_append_printf (text, "%d\t%d\t%s\n", c, i, link);
      }
  if (!g_file_set_contents (path, text->str, -1, &error))
    probe_die (path, error);
}

static void
file_complaint (SignetDesk *desk, const char *right, int number)
{
  g_autoptr (SignetDraft) draft = probe_begin (desk, SIGNET_DRAFT_COMPLAINT, right);
  SignetComplaint *complaint = signet_draft_get_complaint (draft);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *statement =
      g_strdup_printf ("探针投诉第 %d 号：所列商品未经许可使用了与注册商标相同的标识。", number);

  for (int i = 0; i < n_items; i++)
    {
      g_autofree char *link = link_of (number, i);

      g_string_append_printf (text, "%s\n", link);
    }
  signet_draft_add_targets (draft, text->str);
  signet_complaint_set_reason (complaint, "same_mark");
  signet_complaint_set_goods_class (complaint, 30);
  signet_complaint_set_language (complaint, SIGNET_LANGUAGE_ZH_CN);
  signet_complaint_set_statement (complaint, statement);
  attach (draft, SIGNET_SLOT_EVIDENCE);
  signet_complaint_set_guarantee_given (complaint, TRUE);
  submit (draft);
}

static int
count_verified (SignetDesk *desk, int *sent, int *receipts)
{
  GListModel *complaints = signet_desk_get_complaints (desk);
  int verified = 0;

  *sent = *receipts = 0;
  for (guint i = 0; i < g_list_model_get_n_items (complaints); i++)
    {
      g_autoptr (SignetComplaintRow) row = g_list_model_get_item (complaints, i);
      g_autoptr (SignetMatter) matter = signet_desk_open_matter (desk, signet_complaint_row_get_id (row));

      *sent += *signet_complaint_row_get_number (row) != '\0';
      *receipts += signet_matter_get_receipt_state (matter) != SIGNET_RECEIPT_NONE;
      verified += signet_matter_get_receipt_state (matter) == SIGNET_RECEIPT_VERIFIED;
    }
  return verified;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDesk) desk = NULL;
  g_autoptr (SignetAccount) account = NULL;
  g_autoptr (SignetRightRow) right = NULL;
  ProbePractice practice;
  int frozen, sent, receipts, verified;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    probe_die ("arguments", error);
  if (url == NULL || control == NULL || data == NULL || n_complaints <= 0 || n_items <= 0)
    probe_die ("--url, --control, --data, --complaints and --items must be given", NULL);
  practice.url = url;
  practice.control = control;
  g_mkdir_with_parents (data, 0700);
  write_input ();

  desk = probe_open_desk (data);
  account = probe_connect (&practice, desk);
  signet_account_use_session_only (account);
  probe_sign_in (&practice, account);
  probe_bind_email (&practice, account);
  certify (desk);

  right = g_list_model_get_item (signet_desk_get_rights (desk), 0);
  probe_wait_for_list (signet_desk_get_complaints (desk));
  for (int i = (int) g_list_model_get_n_items (signet_desk_get_complaints (desk)); i < n_complaints; i++)
    file_complaint (desk, signet_right_row_get_id (right), i);

  while (signet_desk_get_n_waiting (desk) > 0 ||
         g_list_model_get_n_items (signet_desk_get_complaints (desk)) < (guint) n_complaints)
    {
      if (signet_account_get_state (account) == SIGNET_ACCOUNT_SIGNED_OUT)
        probe_sign_in (&practice, account);
      g_main_context_iteration (NULL, TRUE);
    }
  frozen = (int) g_list_model_get_n_items (signet_desk_get_complaints (desk));
  verified = count_verified (desk, &sent, &receipts);
  g_print ("frozen %d sent %d receipts %d verified %d\n", frozen, sent, receipts, verified);

  probe_close_desk (desk);
  return verified == n_complaints && frozen == n_complaints ? 0 : 1;
}
