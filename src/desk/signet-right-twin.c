/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-right-twin.h"

#include <string.h>

#include "desk/signet-records.h"
#include "model/signet-nice-class.h"
#include "model/signet-words.h"

/*
 * When two rights are one: of one kind and with one number, and if it is a trademark's in one class at least,
 * since a registration's number stands for one right in each of its classes. Without a number nothing tells
 * for certain.
 */

static gboolean
share_a_class (SignetRight *one, SignetRight *other)
{
  GListModel *ones = G_LIST_MODEL (signet_right_get_classes (one));
  GListModel *others = G_LIST_MODEL (signet_right_get_classes (other));

  for (guint i = 0; i < g_list_model_get_n_items (ones); i++)
    for (guint j = 0; j < g_list_model_get_n_items (others); j++)
      {
        g_autoptr (SignetNiceClass) first = g_list_model_get_item (ones, i);
        g_autoptr (SignetNiceClass) second = g_list_model_get_item (others, j);

        if (signet_nice_class_get_class_number (first) == signet_nice_class_get_class_number (second))
          return TRUE;
      }
  return FALSE;
}

/**
 * signet_right_twin_check:
 * @one: a right, normalised
 * @other: another, normalised
 *
 * Returns: whether they are the same right
 */
gboolean
signet_right_twin_check (SignetRight *one, SignetRight *other)
{
  const char *kind = signet_right_get_kind (one);
  const char *number = signet_right_get_number (one);

  return *number != '\0' && strcmp (number, signet_right_get_number (other)) == 0 &&
         strcmp (kind, signet_right_get_kind (other)) == 0 &&
         (strcmp (kind, SIGNET_RIGHT_KIND_TRADEMARK) != 0 || share_a_class (one, other));
}

/**
 * signet_right_twin_find:
 * @tables: the tables, of any connection
 * @right: a right, normalised
 *
 * Returns: (transfer full) (nullable): another record of this desk that is the same right
 */
SignetRightRecord *
signet_right_twin_find (SignetTables *tables, SignetRight *right)
{
  const char *number = signet_right_get_number (right);
  g_autoptr (GPtrArray) records = *number != '\0' ? signet_rights_list_number (tables, number, NULL) : NULL;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      SignetRightRecord *record = g_ptr_array_index (records, i);
      g_autoptr (SignetRight) known = NULL;

      if (strcmp (record->id, signet_right_get_id (right)) == 0)
        continue;
      known = signet_records_find_right (tables, record->id, NULL);
      if (known != NULL && signet_right_twin_check (right, known))
        return signet_rights_find (tables, record->id, NULL);
    }
  return NULL;
}
