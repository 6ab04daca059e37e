/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-row-list.h"

G_BEGIN_DECLS

/* Whoever includes this to show a list has nothing to do with the room db. */
typedef struct _SignetStatement SignetStatement;

/**
 * SignetCertifiedFilter:
 * @principal: (nullable): local id of whose they are
 * @role: (nullable): principal or agent; of parties only
 * @kind: (nullable): a kind of party or right
 * @status: (nullable): a status, %SIGNET_STATUS_UNCERTIFIED for none
 *
 * Which of them are listed; %NULL or "" asks for nothing.
 */
typedef struct
{
  const char *principal;
  const char *role;
  const char *kind;
  const char *status;
} SignetCertifiedFilter;

/* What the lists of parties, rights and authorisations have in common: the desk's, each with what an
 * account's platform thinks of it. */
#define SIGNET_TYPE_CERTIFIED_LIST (signet_certified_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (SignetCertifiedList, signet_certified_list, SIGNET, CERTIFIED_LIST, SignetRowList)

/**
 * SignetCertifiedListClass:
 * @list_sql: gives the ids of the rows, in order; parameters, "" for all: the account whose status counts,
 * the principal, kind, role, status
 * @fill_sql: gives the columns of one; parameters: local id of the account, id of the row
 * @fill: takes the columns over into a row
 * @get_section: (nullable): what a row is to those who put the rows into sections, "" before it is filled:
 * when that becomes another, the list says that the row has changed, since nobody filters again for a
 * property
 */
struct _SignetCertifiedListClass
{
  SignetRowListClass parent_class;

  const char *list_sql;
  const char *fill_sql;
  void (*fill) (GObject *row, SignetStatement *columns);
  const char *(*get_section) (GObject *row);
};

/* The certification "c" of the row "s" of @table, in the middle of list_sql and of fill_sql. */
#define SIGNET_CERTIFIED_LIST_FROM(table)                         \
  " FROM " table " AS s LEFT JOIN certifications AS c ON c.row =" \
  " (SELECT max(row) FROM certifications WHERE subject = s.id AND (?1 = '' OR account = ?1))"

/* The end of every fill_sql: the status and the number of findings. */
#define SIGNET_CERTIFIED_LIST_FILL(table) \
  " coalesce(c.status, ''), coalesce(c.n_findings, 0)" SIGNET_CERTIFIED_LIST_FROM (table) " WHERE s.row = ?2"

/* In every list_sql. */
#define SIGNET_CERTIFIED_LIST_WITH_STATUS \
  "(?5 = '' OR coalesce(c.status, '" SIGNET_STATUS_UNCERTIFIED "') = ?5)"

void signet_certified_list_set_account (SignetCertifiedList *self, const char *account);
void signet_certified_list_set_filter (SignetCertifiedList *self, const SignetCertifiedFilter *filter);
void signet_certified_list_set_text (SignetCertifiedList *self, const char *text);

/* For the classes. */
GArray *signet_certified_list_find_text (SignetTables *tables,
                                         const char *sql,
                                         const char *text,
                                         GCancellable *cancellable,
                                         GError **error);

G_END_DECLS
