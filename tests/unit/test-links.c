/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-link-parser.h"
#include "model/signet-link.h"
#include "test-rules.h"

#include <string.h>

/* What pasted text holds, against lists written by hand, and any bytes. */

static void
test_normal_form (void)
{
  static const struct
  {
    const char *address;
    const char *normal; /* NULL: no address */
  } rows[] = {
    { "HTTPS://WWW.Example.COM:443/A/b#top", "https://www.example.com/A/b" },
    { "http://example.com:80", "http://example.com/" },
    { "http://example.com:443/", "http://example.com:443/" },
    { "http://example.com./a", "http://example.com/a" },
    { "https://example.com/%7ea%2fb%3A?x=%41%zz%", "https://example.com/~a%2Fb%3A?x=A%zz%" },
    { "https://example.com/a/./b/../c/..", "https://example.com/a/" },
    { "https://example.com/%2e%2e/%2E./a", "https://example.com/a" },
    { "https://example.com/../../../..", "https://example.com/" },
    { "https://example.com/a//b/", "https://example.com/a//b/" },
    { "https://example.com/?", "https://example.com/" },
    { "https://user:pw@example.com/", "https://user:pw@example.com/" },
    { "https://[2001:DB8::1]:8080/", "https://[2001:db8::1]:8080/" },
    { "https://例子.测试/a", "https://xn--fsqu00a.xn--0zwm56d/a" },
    { "https://ＷＷＷ.example.com/", "https://www.example.com/" },
    { "ftp://example.com/", NULL },
    { "javascript:alert(1)", NULL },
    { "https:///a", NULL },
    { "https://example..com/", NULL },
    { "https://example.com../", NULL },
    { "https://exa)mple.com/", NULL },
    { "https://example.com:99999/", NULL },
    { "https://[::1/", NULL },
    { "example.com/a", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetLink) link = signet_link_new (rows[i].address);
      g_autofree char *normal = link != NULL ? signet_link_to_string (link) : NULL;

      g_test_message ("%s", rows[i].address);
      g_assert_cmpstr (normal, ==, rows[i].normal);
      if (normal != NULL)
        {
          g_autoptr (SignetLink) again = signet_link_new (normal);
          g_autofree char *same = signet_link_to_string (again);

          g_assert_cmpstr (same, ==, normal);
        }
    }
}

static void
assert_targets (SignetLinkParser *parser, const char *text, const char *expected)
{
  g_autoptr (GPtrArray) targets = signet_link_parser_parse_text (parser, text, -1);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < targets->len; i++)
    {
      SignetTarget *target = g_ptr_array_index (targets, i);

      g_string_append_printf (found, "%s%d %s %s %s", i > 0 ? "\n" : "", signet_target_get_line (target),
                              signet_target_get_kind (target), signet_target_get_normalised (target),
                              signet_target_get_id (target));
    }
  g_test_message ("%s", text);
  g_assert_cmpstr (found->str, ==, expected);
  g_string_free (found, TRUE);
}

static void
test_kuaishou (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } rows[] = {
    { "https://www.kuaishou.com/short-video/3xabc_D-9",
      "1 video https://www.kuaishou.com/short-video/3xabc_D-9 3xabc_D-9" },
    { "https://live.kuaishou.com/u/shop123/", "1 live https://live.kuaishou.com/u/shop123/ shop123" },
    { "https://www.kuaishou.com/profile/3xq", "1 account https://www.kuaishou.com/profile/3xq 3xq" },
    { "https://v.kuaishou.com/AbC12", "1 short https://v.kuaishou.com/AbC12 AbC12" },
    { "https://app.kwaixiaodian.com/merchant/shop/detail?hyId=kwaishop&id=12345&from=share&utm_source=x",
      "1 goods https://app.kwaixiaodian.com/merchant/shop/detail?hyId=kwaishop&id=12345 12345" },
    { "HTTP://M.KuaiShou.com:80/short-video/3xabc?shareToken=X#a",
      "1 video http://www.kuaishou.com/short-video/3xabc 3xabc" },
    { "www.kuaishou.com/short-video/3xabc 和 V.kuaishou.com/Q1",
      "1 video https://www.kuaishou.com/short-video/3xabc 3xabc\n1 short https://v.kuaishou.com/Q1 Q1" },
    /* share text, full width, brackets, sentences */
    { "3.21 复制打开快手 https://v.kuaishou.com/AbC12 来看看", "1 short https://v.kuaishou.com/AbC12 AbC12" },
    { "看https://v.kuaishou.com/AbC12来看看，还有【https://v.kuaishou.com/Z9】。",
      "1 short https://v.kuaishou.com/AbC12 AbC12\n1 short https://v.kuaishou.com/Z9 Z9" },
    { "看看：https://v.kuaishou.com来看看", "1 unknown https://v.kuaishou.com/ " },
    { "ｈｔｔｐｓ：／／ｖ．ｋｕａｉｓｈｏｕ．ｃｏｍ／ＡｂＣ１２，好",
      "1 short https://v.kuaishou.com/AbC12 AbC12" },
    { "(https://v.kuaishou.com/a1), [x](https://v.kuaishou.com/b2)! <https://v.kuaishou.com/c3>.",
      "1 short https://v.kuaishou.com/a1 a1\n1 short https://v.kuaishou.com/b2 b2\n"
      "1 short https://v.kuaishou.com/c3 c3" },
    { "https://v.kuaishou.com/a\xe2\x80\x8b"
      "1",
      "1 short https://v.kuaishou.com/a1 a1" },
    /* several, glued, nested */
    { "http://a/http://b", "1 unknown http://a/ \n1 unknown http://b/ " },
    { "https://v.kuaishou.com/a1https://v.kuaishou.com/b2,HTTP://v.kuaishou.com/c3",
      "1 short https://v.kuaishou.com/a1 a1\n1 short https://v.kuaishou.com/b2 b2\n"
      "1 short http://v.kuaishou.com/c3 c3" },
    { "https://app.kwaixiaodian.com/p?id=1https://app.kwaixiaodian.com/p?id=2",
      "1 goods https://app.kwaixiaodian.com/p?id=1 1\n1 goods https://app.kwaixiaodian.com/p?id=2 2" },
    { "https://evil.example/?to=https://v.kuaishou.com/a1",
      "1 unknown https://evil.example/?to=https://v.kuaishou.com/a1 " },
    { "http://http://v.kuaishou.com/a1", "1 short http://v.kuaishou.com/a1 a1" },
    { "https://v.kuaishou.com/a1\r\n\r\n  https://v.kuaishou.com/a1  \n",
      "1 short https://v.kuaishou.com/a1 a1\n3 short https://v.kuaishou.com/a1 a1" },
    /* nothing, or not what it seems */
    { "高山绿茶  礼盒 同款\t复制打开看看", "1 unknown 高山绿茶 礼盒 同款 复制打开看看 " },
    { "----\n***\n。。。\n\n", "" },
    { "", "" },
    { "https://www.kuaishou.com/", "1 unknown https://www.kuaishou.com/ " },
    { "https://www.kuaishou.com/short-video/", "1 unknown https://www.kuaishou.com/short-video/ " },
    { "https://www.kuaishou.com/short-video/a/b", "1 unknown https://www.kuaishou.com/short-video/a/b " },
    { "https://www.kuaishou.com/short-video/../profile/x", "1 account https://www.kuaishou.com/profile/x x" },
    { "https://www.kuaishou.com/short-video/%33x", "1 video https://www.kuaishou.com/short-video/3x 3x" },
    { "https://www.kuaishou.com/short-video/%00", "1 unknown https://www.kuaishou.com/short-video/%00 " },
    { "https://app.kwaixiaodian.com/p?id=", "1 unknown https://app.kwaixiaodian.com/p?id= " },
    { "https://app.kwaixiaodian.com/p?xid=1", "1 unknown https://app.kwaixiaodian.com/p?xid=1 " },
    { "https://www.kuaishou.com@evil.example/short-video/1",
      "1 unknown https://www.kuaishou.com@evil.example/short-video/1 " },
    { "https://evil@www.kuaishou.com/short-video/1",
      "1 unknown https://evil@www.kuaishou.com/short-video/1 " },
    { "https://www.kuaishou.com:8443/short-video/1",
      "1 unknown https://www.kuaishou.com:8443/short-video/1 " },
    { "https://www.kuaishou.com.evil.example/short-video/1",
      "1 unknown https://www.kuaishou.com.evil.example/short-video/1 " },
    { "https://www.kuaіshou.com/short-video/1", "1 unknown https://www.xn--kuashou-tog.com/short-video/1 " },
    { "https://www.kuaishou.com\\@evil.example/short-video/1", "1 unknown https://www.kuaishou.com/ " },
    { "javascript:alert(1)//www.kuaishou.com/short-video/1",
      "1 unknown javascript:alert(1)//www.kuaishou.com/short-video/1 " },
    { "http://[bad", "1 unknown http://[bad " },
    { "##kwu3VCixHl8##[抖音口令]", "1 unknown ##kwu3VCixHl8##[抖音口令] " },
  };
  g_autoptr (SignetPlatform) platform = test_rules_new_kuaishou ();
  g_autoptr (SignetLinkParser) parser = signet_link_parser_new (platform);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_targets (parser, rows[i].text, rows[i].expected);
}

static void
test_ippro (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } rows[] = {
    { "7.99 复制打开抖音，看看【小店的作品】 https://v.douyin.com/iRNBho5m/ abC:/ 01/20",
      "1 short https://v.douyin.com/iRNBho5m/ iRNBho5m" },
    { "https://www.douyin.com/video/7300000000000000000?previous_page=x",
      "1 video https://www.douyin.com/video/7300000000000000000?previous_page=x 7300000000000000000" },
    { "https://live.douyin.com/80017709309", "1 live https://live.douyin.com/80017709309 80017709309" },
    { "https://live.douyin.com/category/1", "1 unknown https://live.douyin.com/category/1 " },
    { "https://haohuo.jinritemai.com/ecommerce/trade/detail/index.html?id=355&origin_type=1",
      "1 goods https://haohuo.jinritemai.com/ecommerce/trade/detail/index.html?id=355&origin_type=1 355" },
    { "长按复制此条消息，打开抖音搜索，查看店铺##kwu3VCixHl8##[抖音口令]",
      "1 passcode ##kwu3VCixHl8## kwu3VCixHl8" },
    { "￥aBcD1234￥ 和 ##kwu3VCixHl8##",
      "1 passcode ￥aBcD1234￥ aBcD1234\n1 passcode ##kwu3VCixHl8## kwu3VCixHl8" },
    /* with a link beside it the link is what counts */
    { "##kwu3VCixHl8## https://v.douyin.com/a1/", "1 short https://v.douyin.com/a1/ a1" },
    { "https://v.kuaishou.com/a1", "1 unknown https://v.kuaishou.com/a1 " },
  };
  g_autoptr (SignetPlatform) platform = test_rules_new_ippro ();
  g_autoptr (SignetLinkParser) parser = signet_link_parser_new (platform);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_targets (parser, rows[i].text, rows[i].expected);
}

/* Two ways of writing one target have one key; two targets never have. */
static void
test_keys (void)
{
  static const struct
  {
    const char *one;
    const char *other;
    gboolean same;
  } rows[] = {
    { "https://www.kuaishou.com/short-video/3x", "http://m.kuaishou.com/short-video/3x/?from=a", TRUE },
    { "https://app.kwaixiaodian.com/a?id=1", "https://app.kwaixiaodian.com/b?x=2&id=1", TRUE },
    { "https://app.kwaixiaodian.com/a?id=1", "https://app.kwaixiaodian.com/a?id=2", FALSE },
    { "https://www.kuaishou.com/short-video/3x", "https://www.kuaishou.com/profile/3x", FALSE },
    { "https://www.kuaishou.com/short-video/3x", "https://www.kuaishou.com/short-video/3X", FALSE },
    { "https://v.kuaishou.com/a1", "http://v.kuaishou.com/a1/", TRUE },
    { "https://v.kuaishou.com/a1", "https://v.kuaishou.com/a2", FALSE },
    { "http://example.com/a", "https://example.com/a", TRUE },
    { "https://example.com/a", "https://example.com/b", FALSE },
    { "https://example.com/a", "example.com/a", FALSE },
  };
  g_autoptr (SignetPlatform) platform = test_rules_new_kuaishou ();
  g_autoptr (SignetLinkParser) parser = signet_link_parser_new (platform);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetTarget) one = signet_link_parser_parse_link (parser, rows[i].one);
      g_autoptr (SignetTarget) other = signet_link_parser_parse_link (parser, rows[i].other);

      g_test_message ("%s %s", signet_target_get_key (one), signet_target_get_key (other));
      g_assert_true ((strcmp (signet_target_get_key (one), signet_target_get_key (other)) == 0) ==
                     rows[i].same);
    }
}

static void
test_items (void)
{
  static const struct
  {
    const char *text;
    const char *kind;
    const char *link;
    const char *passcode;
    const char *source;
    gboolean own;
  } rows[] = {
    { " 看 https://v.douyin.com/a1/ 吧", "goods", "https://v.douyin.com/a1/", "",
      "看 https://v.douyin.com/a1/ 吧", TRUE },
    { "##kwu3VCixHl8##[抖音口令]", "shop", "", "##kwu3VCixHl8##", "##kwu3VCixHl8##[抖音口令]", FALSE },
    { "http://www.douyin.com/user/MS4", "account", "http://www.douyin.com/user/MS4", "",
      "http://www.douyin.com/user/MS4", TRUE },
    { "https://www.douyin.com/jingxuan", "unknown", "https://www.douyin.com/jingxuan", "",
      "https://www.douyin.com/jingxuan", TRUE },
    { "https://example.com/", "unknown", "https://example.com/", "", "https://example.com/", FALSE },
    { "没有链接", "unknown", "", "", "没有链接", FALSE },
  };
  g_autoptr (SignetPlatform) platform = test_rules_new_ippro ();
  g_autoptr (SignetLinkParser) parser = signet_link_parser_new (platform);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) targets = signet_link_parser_parse_text (parser, rows[i].text, -1);
      SignetTarget *target = g_ptr_array_index (targets, 0);
      g_autoptr (SignetItem) item = signet_link_parser_create_item (parser, target);
      g_autoptr (SignetTarget) again = signet_link_parser_parse_item (parser, item);

      g_assert_cmpuint (targets->len, ==, 1);
      g_assert_cmpstr (signet_item_get_kind (item), ==, rows[i].kind);
      g_assert_cmpstr (signet_item_get_link (item), ==, rows[i].link);
      g_assert_cmpstr (signet_item_get_passcode (item), ==, rows[i].passcode);
      g_assert_cmpstr (signet_item_get_source (item), ==, rows[i].source);
      g_assert_cmpstr (signet_item_get_target_id (item), ==, signet_target_get_id (target));
      g_assert_true (signet_target_is_on_own_host (target) == rows[i].own);
      g_assert_true (signet_target_is_link (target) == (*rows[i].link != '\0'));
      g_assert_cmpstr (signet_target_get_key (again), ==, signet_target_get_key (target));
    }
}

/* The pieces of a line that holds several are parts of it, in order, and don't overlap. */
static void
test_sources (void)
{
  g_autoptr (SignetPlatform) platform = test_rules_new_kuaishou ();
  g_autoptr (SignetLinkParser) parser = signet_link_parser_new (platform);
  g_autoptr (GPtrArray) targets = signet_link_parser_parse_text (
      parser, "一 https://v.kuaishou.com/a１ 二https://v.kuaishou.com/b2三", -1);

  g_assert_cmpuint (targets->len, ==, 2);
  g_assert_cmpstr (signet_target_get_source (targets->pdata[0]), ==, "一 https://v.kuaishou.com/a１");
  g_assert_cmpstr (signet_target_get_id (targets->pdata[0]), ==, "a1");
  g_assert_cmpstr (signet_target_get_source (targets->pdata[1]), ==, "二https://v.kuaishou.com/b2三");
}

/* A pattern of the platform's that can't be used, or that would never end, finds nothing and harms nobody. */
static void
test_hostile_patterns (void)
{
  static const char *patterns[] = { "(", "(a+)+$", "", "((((((((((a*)*)*)*)*)*)*)*)*)*)*b" };
  g_autofree char *text = g_strnfill (1500, 'a');

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (SignetPlatform)
          platform = g_object_new (SIGNET_TYPE_PLATFORM, "passcode-pattern", patterns[i], NULL);
      g_autoptr (SignetLinkParser) parser = signet_link_parser_new (platform);
      g_autoptr (GPtrArray) targets = signet_link_parser_parse_text (parser, text, -1);

      g_assert_cmpuint (targets->len, ==, 1);
    }
}

static void
test_any_bytes (void)
{
  static const char *pieces[] = { "http://",
                                  "https://",
                                  "v.douyin.com/",
                                  "www.douyin.com",
                                  "/video/",
                                  "?id=",
                                  "&",
                                  "=",
                                  "%",
                                  "##",
                                  "###",
                                  "口令",
                                  "：／",
                                  "\n",
                                  " ",
                                  "[",
                                  "]",
                                  "(",
                                  ")",
                                  "@",
                                  ":",
                                  "\xff",
                                  "a1",
                                  "\xe2\x80\x8b",
                                  "。",
                                  "#",
                                  "\\",
                                  "..",
                                  "/",
                                  "例子",
                                  "haohuo.jinritemai.com" };
  g_autoptr (SignetPlatform) platform = test_rules_new_ippro ();
  g_autoptr (SignetLinkParser) parser = signet_link_parser_new (platform);

  for (int n = 0; n < 20000; n++)
    {
      GString *text = g_string_new (NULL);
      g_autoptr (GPtrArray) targets = NULL;
      int length = g_test_rand_int_range (0, 20);

      for (int i = 0; i < length; i++)
        if (n % 4 == 0)
          g_string_append_c (text, (char) g_test_rand_int_range (0, 256));
        else
          g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      targets = signet_link_parser_parse_text (parser, text->str, (gssize) text->len);
      for (guint i = 0; i < targets->len; i++)
        {
          SignetTarget *target = targets->pdata[i];

          g_assert_true (g_utf8_validate (signet_target_get_normalised (target), -1, NULL));
          g_assert_true (g_utf8_validate (signet_target_get_source (target), -1, NULL));
          g_assert_null (strpbrk (signet_target_get_normalised (target), "\n\t\r"));
          /* what was normalised once stays as it is */
          if (signet_target_is_link (target))
            {
              g_autoptr (SignetTarget)
                  again = signet_link_parser_parse_link (parser, signet_target_get_normalised (target));

              g_assert_cmpstr (signet_target_get_key (again), ==, signet_target_get_key (target));
              g_assert_cmpstr (signet_target_get_normalised (again), ==,
                               signet_target_get_normalised (target));
            }
        }
      g_string_free (text, TRUE);
    }
}

/* Work grows with the text, not with its square: these would take minutes otherwise. */
static void
test_huge_lines (void)
{
  g_autoptr (SignetPlatform) platform = test_rules_new_kuaishou ();
  g_autoptr (SignetLinkParser) parser = signet_link_parser_new (platform);
  static const char *units[] = { "https://v.kuaishou.com/a1",
                                 "http://",
                                 "a",
                                 "看https://",
                                 "www.kuaishou.com",
                                 "(",
                                 "http://(",
                                 "h",
                                 "?http://a=",
                                 "例" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      GString *text = g_string_new (NULL);
      g_autoptr (GPtrArray) targets = NULL;

      while (text->len < 2 * 1024 * 1024)
        g_string_append (text, units[i]);
      targets = signet_link_parser_parse_text (parser, text->str, (gssize) text->len);
      if (i == 0)
        g_assert_cmpuint (targets->len, ==, text->len / strlen (units[0]));
      g_string_free (text, TRUE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/links/normal-form", test_normal_form);
  g_test_add_func ("/model/links/kuaishou", test_kuaishou);
  g_test_add_func ("/model/links/ippro", test_ippro);
  g_test_add_func ("/model/links/keys", test_keys);
  g_test_add_func ("/model/links/items", test_items);
  g_test_add_func ("/model/links/sources", test_sources);
  g_test_add_func ("/model/links/hostile-patterns", test_hostile_patterns);
  g_test_add_func ("/model/links/any-bytes", test_any_bytes);
  g_test_add_func ("/model/links/huge-lines", test_huge_lines);

  return g_test_run ();
}
