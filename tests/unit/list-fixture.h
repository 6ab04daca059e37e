/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store-fixture.h"

#include "store/signet-row-list.h"
#include "store/signet-store-private.h"

/* A small store to list, and waiting for its lists. */

static inline gpointer
nothing (SignetTables *tables, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static inline void
through_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  signet_store_query_finish (SIGNET_STORE (source), result, NULL);
  *(gboolean *) data = TRUE;
}

/* Turns the main loop until the store has told its changes, the lists have asked and been answered. */
static inline void
settle (StoreFixture *fixture)
{
  for (guint i = 0; i < 3; i++)
    {
      gboolean through = FALSE;

      signet_store_query_async (fixture->store, nothing, NULL, NULL, NULL, NULL, through_cb, &through);
      while (!through)
        g_main_context_iteration (NULL, TRUE);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static inline void
wait_loaded (gpointer list)
{
  while (signet_row_list_get_state (list) == SIGNET_LIST_LOADING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (signet_row_list_get_error (list));
}

typedef struct
{
  const char *id;
  const char *status;
  const char *right;
  const char *statement;
  const char *link;
  const char *seller;
  gint64 created_at;
} Sample;

static inline gboolean
save_sample (SignetTables *tables, gpointer data, GError **error)
{
  const Sample *sample = data;
  SignetComplaintRecord complaint = {
    .id = (char *) sample->id,
    .account = (char *) "acc",
    .right_id = (char *) sample->right,
    .party_id = (char *) "p",
    .status = (char *) sample->status,
    .statement = (char *) sample->statement,
    .number = (char *) "2026-0187",
    .created_at = sample->created_at,
  };
  SignetItemRecord item = {
    .complaint = (char *) sample->id,
    .link = (char *) sample->link,
    .seller = (char *) sample->seller,
    .target_key = (char *) sample->link,
    .status = (char *) "removed",
  };
  SignetItemRecord pending = { .complaint = (char *) sample->id,
                               .position = 1,
                               .status = (char *) "pending" };

  return signet_complaints_save (tables, &complaint, error) && signet_items_save (tables, &item, error) &&
         signet_items_save (tables, &pending, error) &&
         signet_complaints_count_items (tables, sample->id, error);
}

static const Sample samples[] = {
  { "a", "in_review", "r1", "假冒山茶商标", "https://app.kwaixiaodian.com/goods?id=111222", "山茶花旗舰店",
    10 },
  { "b", "upheld", "r1", "", "https://app.kwaixiaodian.com/goods?id=333444", "北京电子", 20 },
  { "c", "in_review", "r2", "Camellia copies", "https://www.kuaishou.com/short-video/3xabc", "茶山小店", 30 },
  { "d", "queued", "r2", "", "https://app.kwaixiaodian.com/goods?id=111999", "ＡＢＣ商行", 40 },
};

static inline gboolean
save_samples (SignetTables *tables, gpointer data, GError **error)
{
  SignetPartyRecord party = { .id = (char *) "p", .name = (char *) "山茶公司", .created_at = 1 };
  SignetRightRecord r1 = { .id = (char *) "r1", .name = (char *) "山茶", .number = (char *) "7654321" };
  SignetRightRecord r2 = { .id = (char *) "r2", .name = (char *) "CAMELLIA", .number = (char *) "1234567" };

  if (!store_fixture_add_account (tables, NULL, error) || !signet_parties_save (tables, &party, error) ||
      !signet_rights_save (tables, &r1, error) || !signet_rights_save (tables, &r2, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    if (!save_sample (tables, (gpointer) &samples[i], error))
      return FALSE;
  return TRUE;
}
