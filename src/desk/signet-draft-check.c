/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-draft-check.h"

#include "desk/signet-records.h"
#include "model/signet-complaint-validate.h"
#include "store/signet-complaints.h"
#include "store/signet-items.h"

/*
 * The self-check: the trade's rules are model's; what only the desk knows, how right and party stand with the
 * platform and what has been filed before, is looked up here. Main thread; by key only.
 */

static char *
look_up_filed (const SignetDraftCheck *check, const char *key)
{
  g_autoptr (GPtrArray) items = signet_items_list_target (check->tables, check->account, key, NULL);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      SignetItemRecord *item = g_ptr_array_index (items, i);
      g_autoptr (SignetComplaintRecord)
          complaint = signet_complaints_find (check->tables, item->complaint, NULL);

      if (complaint != NULL && g_str_equal (complaint->right_id, signet_right_get_id (check->right)))
        return g_strdup (complaint->number);
    }
  return NULL;
}

static const char *
find_filed (const char *key, gpointer data)
{
  const SignetDraftCheck *check = data;
  gpointer number = NULL;

  if (check->right == NULL)
    return NULL;
  if (!g_hash_table_lookup_extended (check->filed, key, NULL, &number))
    {
      number = look_up_filed (check, key);
      g_hash_table_insert (check->filed, g_strdup (key), number);
    }
  return number;
}

static SignetCertification *
find_certification (const SignetDraftCheck *check, const char *subject)
{
  return signet_records_find_certification (check->tables, check->account, subject, NULL);
}

/** signet_draft_check_new_filed: Returns: (transfer full): an empty table for SignetDraftCheck.filed */
GHashTable *
signet_draft_check_new_filed (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * signet_draft_check_complaint:
 * @check: what it is checked against
 * @complaint: the complaint; its items are marked with what is seen in them
 *
 * Returns: (transfer full) (element-type SignetFinding): what is found
 */
GPtrArray *
signet_draft_check_complaint (const SignetDraftCheck *check, SignetComplaint *complaint)
{
  g_autoptr (SignetCertification) right = NULL;
  g_autoptr (SignetCertification) party = NULL;
  SignetComplaintContext context = { 0 };

  if (check->right != NULL)
    right = find_certification (check, signet_right_get_id (check->right));
  if (check->party != NULL)
    party = find_certification (check, signet_party_get_id (check->party));
  context.platform = check->platform;
  context.parser = check->parser;
  context.right = check->right;
  context.party = check->party;
  context.right_certification = right;
  context.party_certification = party;
  context.today = check->today;
  context.find_filed = find_filed;
  context.find_filed_data = (gpointer) check;
  context.mark_items = TRUE;
  return signet_complaint_validate (complaint, &context);
}
