/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-row-list.h"

G_BEGIN_DECLS

/* Whoever includes this to show a list has nothing to do with the room db. */
typedef struct _SignetStatement SignetStatement;

/* What the lists of parties and of rights have in common: all of the desk's, each with what an account's
 * platform thinks of it. */
#define SIGNET_TYPE_CERTIFIED_LIST (signet_certified_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (SignetCertifiedList, signet_certified_list, SIGNET, CERTIFIED_LIST, SignetRowList)

/**
 * SignetCertifiedListClass:
 * @list_sql: gives the ids of all rows, in order
 * @fill_sql: gives the columns of one; parameters: local id of the account, id of the row
 * @fill: takes the columns over into a row
 */
struct _SignetCertifiedListClass
{
  SignetRowListClass parent_class;

  const char *list_sql;
  const char *fill_sql;
  void (*fill) (GObject *row, SignetStatement *columns);
};

/* The end of every fill_sql: the status and the number of findings from "c", of the row "s" of @table. */
#define SIGNET_CERTIFIED_LIST_FROM(table)                                                     \
  " coalesce(c.status, ''), coalesce(c.n_findings, 0) FROM " table " AS s"                    \
  " LEFT JOIN certifications AS c ON c.row ="                                                 \
  " (SELECT max(row) FROM certifications WHERE subject = s.id AND (?1 = '' OR account = ?1))" \
  " WHERE s.row = ?2"

void signet_certified_list_set_account (SignetCertifiedList *self, const char *account);

G_END_DECLS
