/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-rules.h"

#include "model/signet-limits.h"
#include "model/signet-link-shape.h"
#include "model/signet-paper-slot.h"
#include "model/signet-party-kind.h"
#include "model/signet-reason.h"
#include "model/signet-right-kind.h"
#include "model/signet-target-kind.h"

#include <string.h>

/* Two small platforms for the tests of the rules, made by hand: what a platform's file says is tried by the
 * tests of the files. */

typedef struct
{
  const char *kind;
  const char *host;
  const char *path;
  const char *parameter; /* NULL: the segment after path */
} ShapeRow;

static const ShapeRow kuaishou_shapes[] = {
  { "goods", "app.kwaixiaodian.com", "/", "id" },         { "shop", NULL, NULL, NULL },
  { "video", "www.kuaishou.com", "/short-video/", NULL }, { "live", "live.kuaishou.com", "/u/", NULL },
  { "account", "www.kuaishou.com", "/profile/", NULL },   { "short", "v.kuaishou.com", "/", NULL },
};

static const ShapeRow ippro_shapes[] = {
  { "goods", "haohuo.jinritemai.com", "/", "id" }, { "shop", NULL, NULL, NULL },
  { "video", "www.douyin.com", "/video/", NULL },  { "live", "live.douyin.com", "/", NULL },
  { "account", "www.douyin.com", "/user/", NULL }, { "short", "v.douyin.com", "/", NULL },
};

static const struct
{
  const char *code;
  const char *target_kinds;
} reasons[] = {
  { "counterfeit", "goods live" },
  { "same_mark", "goods shop video live" },
  { "shop_identity", "shop account" },
};

static GListModel *
make_target_kinds (const ShapeRow *rows, gsize n_rows)
{
  GListStore *kinds = g_list_store_new (SIGNET_TYPE_TARGET_KIND);

  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (GListStore) links = g_list_store_new (SIGNET_TYPE_LINK_SHAPE);
      g_autoptr (GObject) kind = NULL;

      if (rows[i].host != NULL)
        {
          g_autoptr (GObject)
              shape = g_object_new (SIGNET_TYPE_LINK_SHAPE, "host", rows[i].host, "path", rows[i].path,
                                    "prefix", rows[i].parameter != NULL, "id-query", rows[i].parameter,
                                    "id-segment", rows[i].parameter == NULL, NULL);

          g_list_store_append (links, shape);
        }
      kind = g_object_new (SIGNET_TYPE_TARGET_KIND, "kind", rows[i].kind, "links", links, NULL);
      g_list_store_append (kinds, kind);
    }

  return G_LIST_MODEL (kinds);
}

static GListModel *
make_papers (const char *const *required, const char *const *optional)
{
  GListStore *papers = g_list_store_new (SIGNET_TYPE_PAPER_SLOT);

  for (int is_required = 1; is_required >= 0; is_required--)
    for (const char *const *slot = is_required ? required : optional; *slot != NULL; slot++)
      {
        g_autoptr (GObject)
            paper = g_object_new (SIGNET_TYPE_PAPER_SLOT, "slot", *slot, "required", is_required, NULL);

        g_list_store_append (papers, paper);
      }

  return G_LIST_MODEL (papers);
}

static GListModel *
make_party_kinds (void)
{
  GListStore *kinds = g_list_store_new (SIGNET_TYPE_PARTY_KIND);
  g_autoptr (GListModel)
      person_papers = make_papers ((const char *[]){ "id_front", "id_back", NULL }, (const char *[]){ NULL });
  g_autoptr (GListModel)
      organisation_papers = make_papers ((const char *[]){ "licence", NULL }, (const char *[]){ NULL });
  g_autoptr (GObject) person = g_object_new (SIGNET_TYPE_PARTY_KIND, "kind", "mainland_person", "papers",
                                             person_papers, NULL);
  g_autoptr (GObject) organisation = g_object_new (SIGNET_TYPE_PARTY_KIND, "kind", "mainland_organisation",
                                                   "papers", organisation_papers, NULL);

  g_list_store_append (kinds, person);
  g_list_store_append (kinds, organisation);

  return G_LIST_MODEL (kinds);
}

static GListModel *
make_right_kinds (void)
{
  GListStore *kinds = g_list_store_new (SIGNET_TYPE_RIGHT_KIND);
  g_autoptr (GListModel) papers = make_papers ((const char *[]){ "certificate", NULL },
                                               (const char *[]){ "name_proof", "renewal", NULL });
  g_autoptr (GObject)
      trademark = g_object_new (SIGNET_TYPE_RIGHT_KIND, "kind", "trademark", "papers", papers, NULL);

  g_list_store_append (kinds, trademark);

  return G_LIST_MODEL (kinds);
}

static GListModel *
make_reasons (void)
{
  GListStore *list = g_list_store_new (SIGNET_TYPE_REASON);

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_auto (GStrv) kinds = g_strsplit (reasons[i].target_kinds, " ", -1);
      g_autoptr (GObject) reason =
          g_object_new (SIGNET_TYPE_REASON, "code", reasons[i].code, "evidence-required", TRUE, "right-kinds",
                        (const char *[]){ "trademark", NULL }, "target-kinds", kinds, NULL);

      g_list_store_append (list, reason);
    }

  return G_LIST_MODEL (list);
}

static SignetPlatform *
make_platform (const char *rules,
               const ShapeRow *shapes,
               gsize n_shapes,
               const char *const *domains,
               const char *const *mobile_hosts,
               const char *passcode)
{
  g_autoptr (GListModel) target_kinds = make_target_kinds (shapes, n_shapes);
  g_autoptr (GListModel) party_kinds = make_party_kinds ();
  g_autoptr (GListModel) right_kinds = make_right_kinds ();
  g_autoptr (GListModel) list = make_reasons ();
  g_autoptr (GObject)
      limits = g_object_new (SIGNET_TYPE_LIMITS, "items-per-complaint", 5, "bytes-per-file", (guint64) 1000,
                             "files-per-submission", 3, "statement-characters", 20, "media-types",
                             (const char *[]){ "application/pdf", "image/png", NULL }, NULL);

  return g_object_new (SIGNET_TYPE_PLATFORM, "rules", rules, "target-kinds", target_kinds, "party-kinds",
                       party_kinds, "right-kinds", right_kinds, "reasons", list, "limits", limits, "domains",
                       domains, "mobile-hosts", mobile_hosts, "tracking-parameters",
                       (const char *[]){ "utm_*", "from", "shareToken", NULL }, "passcode-pattern", passcode,
                       "passcode-kind", passcode != NULL ? "shop" : NULL, "guarantee-version", "2026-1",
                       NULL);
}

SignetPlatform *
test_rules_new_kuaishou (void)
{
  return make_platform ("kuaishou", kuaishou_shapes, G_N_ELEMENTS (kuaishou_shapes),
                        (const char *[]){ "kuaishou.com", "kwaixiaodian.com", NULL },
                        (const char *[]){ "m.kuaishou.com", "www.kuaishou.com", NULL }, NULL);
}

SignetPlatform *
test_rules_new_ippro (void)
{
  return make_platform ("ippro", ippro_shapes, G_N_ELEMENTS (ippro_shapes),
                        (const char *[]){ "douyin.com", "jinritemai.com", NULL },
                        (const char *[]){ "m.douyin.com", "www.douyin.com", NULL },
                        "(?:##|[￥¥$€])([0-9A-Za-z]{8,32})(?:##|[￥¥$€])");
}
