/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-number.h"

#include <string.h>

/* The checks of numbers against numbers that exist, numbers with one mistake, and any bytes. */

typedef struct
{
  const char *text;
  const char *normalised;
  const char *errors;
  const char *warnings;
} Row;

static const Row resident_ids[] = {
  { "11010519491231002X", "11010519491231002X", "", "" },
  { "440308199901101512", "440308199901101512", "", "" },
  { "810000199408230021", "810000199408230021", "", "" },
  { "932682198501010017", "932682198501010017", "", "" },
  { " 1101 0519 4912 3100 2x\t", "11010519491231002X", "", "" },
  { "１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X", "", "" },
  { "\xe2\x80\xaa"
    "11010519491231002X"
    "\xe2\x80\xac",
    "11010519491231002X", "", "" },
  { "440308199901101513", NULL, "", "check-digit" },
  { "360426199113010079", NULL, "date", "" },
  { "110105194912310020", NULL, "", "check-digit" },
  { "110105000000000000", NULL, "date", "check-digit" },
  { "110105210012310021", NULL, "", "date-future" },
  { "160105194912310026", NULL, "", "check-digit,region" },
  { "110105491231002", "11010519491231002X", "", "old-15" },
  { "110105491331002", NULL, "date", "old-15" },
  { "1101054912310O2", NULL, "alphabet", "" },
  { "11010519491231002", NULL, "length", "" },
  { "", "", "length", "" },
  { "X1010519491231002X", NULL, "alphabet", "" },
  { "11010519491231002Y", NULL, "alphabet", "" },
  { "一一〇一〇五一九四九一二三一〇〇二", NULL, "length", "" },
};

static const Row credit_codes[] = {
  { "91350100M000100Y43", "91350100M000100Y43", "", "" },
  { "91110000600037341L", "91110000600037341L", "", "" },
  { "92340602MA2PBQAH7E", "92340602MA2PBQAH7E", "", "" },
  { "9111 0000 6000 3734 1l", "91110000600037341L", "", "" },
  { "91350100M0001TGQXM", NULL, "", "check-digit" },
  { "9111000060003IOZSV", NULL, "alphabet", "" },
  { "91110000600037341", NULL, "length", "" },
  { "9111000060003734ＬＬ", NULL, "", "check-digit,org-check-digit" },
  { "B1110000600037341L", NULL, "", "check-digit,department" },
  { "91990000600037341L", NULL, "", "check-digit,region" },
  { "91AB0000600037341L", NULL, "", "check-digit,region" },
};

static const Row patents[] = {
  { "95115608.X", "95115608.X", "", "" },
  { "200820009767.0", "200820009767.0", "", "" },
  { "201730033448.8", "201730033448.8", "", "" },
  { "ZL 2008 2 0009767.0", "200820009767.0", "", "" },
  { "zl95115608.x", "95115608.X", "", "" },
  { "ＣＮ２００８２０００９７６７．０", "200820009767.0", "", "" },
  { "2008200097670", "200820009767.0", "", "" },
  { "95115608X", "95115608.X", "", "" },
  { "201710601862.4", NULL, "", "check-digit" },
  { "85100001", "85100001", "", "no-check-digit" },
  { "200820009767", NULL, "", "no-check-digit" },
  { "CN106844774A", NULL, "publication-number", "" },
  { "CN 1234567 C", NULL, "publication-number", "" },
  { "CN106844774", NULL, "publication-number", "" },
  { "CN208765432U", NULL, "publication-number", "" },
  { "201790033448.8", NULL, "", "check-digit" },
  { "201770033448.1", NULL, "", "check-digit,kind" },
  { "209910601862.0", NULL, "", "check-digit,date-future" },
  { "9511560", NULL, "length", "" },
  { "", "", "length", "" },
  { "hello", NULL, "alphabet", "" },
};

static const Row trademarks[] = {
  { "1", "1", "", "" },
  { "12345678", "12345678", "", "" },
  { "第12345678号", "12345678", "", "" },
  { "12345678a", "12345678A", "", "" },
  { "G1234567", "G1234567", "", "" },
  { "ｇ 1234567 ｂ", "G1234567B", "", "" },
  { "1234567890", NULL, "", "length" },
  { "G", NULL, "", "alphabet" },
  { "12345678AB", NULL, "", "alphabet" },
  { "TM-123", NULL, "", "alphabet" },
  { "  ", "", "length", "" },
};

static const Row nice_classes[] = {
  { "1", "1", "", "" },
  { "45", "45", "", "" },
  { "030", "30", "", "" },
  { "第30类", "30", "", "" },
  { " ３０ ", "30", "", "" },
  { "46", NULL, "class-range", "" },
  { "0", NULL, "class-range", "" },
  { "-1", NULL, "alphabet", "" },
  { "thirty", NULL, "alphabet", "" },
  { "99999999999999999999", NULL, "class-range", "" },
  { "", "", "length", "" },
};

static const Row phones[] = {
  { "13800138000", "13800138000", "", "" },
  { "+86 138-0013-8000", "13800138000", "", "" },
  { "008613800138000", "13800138000", "", "" },
  { "8613800138000", "13800138000", "", "" },
  { "１３８００１３８０００", "13800138000", "", "" },
  { "12800138000", NULL, "", "series" },
  { "02088888888", NULL, "", "series" },
  { "1380013800", NULL, "length", "" },
  { "1380013800x", NULL, "alphabet", "" },
  { "", "", "length", "" },
};

static const Row permits[] = {
  { "H12345678", "H12345678", "", "" },
  { "m1234567801", "M1234567801", "", "" },
  { "H-1234 5678/01", "H1234567801", "", "" },
  { "C12345678", NULL, "", "series" },
  { "H1234567", "H1234567", "", "series" },
  { "H1234567X", NULL, "", "series" },
  { "H123", NULL, "length", "" },
  { "H123456789012345678", NULL, "length", "" },
  { "H1234567号", NULL, "alphabet", "" },
};

static const Row taiwan_permits[] = {
  { "01234567", "01234567", "", "" },
  { "0123-4567", "01234567", "", "" },
  { "12345678（b）", "12345678B", "", "series" },
  { "0012345678", "0012345678", "", "series" },
  { "0012345678(B)", "0012345678B", "", "series" },
  { "1234567", NULL, "", "series" },
  { "1234567A", NULL, "", "series" },
  { "1234", NULL, "length", "" },
  { "", "", "length", "" },
};

static const Row passports[] = {
  { "e12345678", "E12345678", "", "" },  { "AB-12345", "AB12345", "", "" },
  { "ab 12/345.6", "AB123456", "", "" }, { "A-1-2-3-4", "A1234", "", "" },
  { "1-2-3-4", NULL, "length", "" },     { "123456789012345678", NULL, "length", "" },
  { "E1234#678", NULL, "alphabet", "" },
};

static const Row works[] = {
  { "国作登字-2024-F-00012345", "国作登字-2024-F-00012345", "", "" },
  { "粤作登字－２０２４－f－00012345", "粤作登字-2024-F-00012345", "", "" },
  { "国作登字-2099-F-00012345", NULL, "", "date-future" },
  { "国作登字-2024-F-0001234", NULL, "", "length" },
  { "国作登字-2024F00012345", NULL, "", "alphabet" },
  { "2024-F-00012345", NULL, "", "series" },
  { "", NULL, "length", "" },
};

static const Row softwares[] = {
  { "软著登字第1234567号", "软著登字第1234567号", "", "" },
  { "2020sr123456", "2020SR123456", "", "" },
  { "2020SR12345678", NULL, "", "length" },
  { "2099SR1234567", NULL, "", "date-future" },
  { "软著登字第号", NULL, "", "length" },
  { "1234567", NULL, "", "series" },
};

static const struct
{
  SignetNumberKind kind;
  const char *name;
  const Row *rows;
  gsize n_rows;
} tables[] = {
  { SIGNET_NUMBER_RESIDENT_ID, "resident-id", resident_ids, G_N_ELEMENTS (resident_ids) },
  { SIGNET_NUMBER_CREDIT_CODE, "credit-code", credit_codes, G_N_ELEMENTS (credit_codes) },
  { SIGNET_NUMBER_PATENT, "patent-number", patents, G_N_ELEMENTS (patents) },
  { SIGNET_NUMBER_TRADEMARK, "trademark-number", trademarks, G_N_ELEMENTS (trademarks) },
  { SIGNET_NUMBER_NICE_CLASS, "nice-class", nice_classes, G_N_ELEMENTS (nice_classes) },
  { SIGNET_NUMBER_PHONE, "phone", phones, G_N_ELEMENTS (phones) },
  { SIGNET_NUMBER_HONG_KONG_MACAU_PERMIT, "hong-kong-macau-permit", permits, G_N_ELEMENTS (permits) },
  { SIGNET_NUMBER_TAIWAN_PERMIT, "taiwan-permit", taiwan_permits, G_N_ELEMENTS (taiwan_permits) },
  { SIGNET_NUMBER_PASSPORT, "passport", passports, G_N_ELEMENTS (passports) },
  { SIGNET_NUMBER_WORK, "work-number", works, G_N_ELEMENTS (works) },
  { SIGNET_NUMBER_SOFTWARE, "software-number", softwares, G_N_ELEMENTS (softwares) },
};

static void
set_today (GDate *today)
{
  g_date_clear (today, 1);
  g_date_set_dmy (today, 21, G_DATE_NOVEMBER, 2026);
}

static void
test_tables (void)
{
  GDate today;

  set_today (&today);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (gsize j = 0; j < tables[i].n_rows; j++)
      {
        const Row *row = &tables[i].rows[j];
        g_autoptr (SignetNumberCheck) check = signet_number_check_new (tables[i].kind, row->text, &today);
        g_autofree char *errors = signet_number_codes_to_string (check->errors);
        g_autofree char *warnings = signet_number_codes_to_string (check->warnings);

        g_test_message ("%s '%s'", tables[i].name, row->text);
        g_assert_cmpstr (errors, ==, row->errors);
        g_assert_cmpstr (warnings, ==, row->warnings);
        if (row->normalised != NULL)
          g_assert_cmpstr (check->normalised, ==, row->normalised);
      }
}

/* Sixteen years are over on the birthday, not the day before; 29 February comes again after sixteen years. */
static void
test_age (void)
{
  static const struct
  {
    const char *text;
    int day, month, year;
    SignetNumberCode age;
  } rows[] = {
    { "110105201011210017", 21, 11, 2026, 0 },
    { "110105201011220017", 21, 11, 2026, SIGNET_NUMBER_UNDER_16 },
    { "110105201202290017", 27, 2, 2028, SIGNET_NUMBER_UNDER_16 },
    { "110105201202290017", 29, 2, 2028, 0 },
    { "110105202611220017", 21, 11, 2026, SIGNET_NUMBER_DATE_FUTURE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetNumberCheck) check = NULL;
      GDate today;

      g_date_clear (&today, 1);
      g_date_set_dmy (&today, (GDateDay) rows[i].day, (GDateMonth) rows[i].month, (GDateYear) rows[i].year);
      check = signet_number_check_new (SIGNET_NUMBER_RESIDENT_ID, rows[i].text, &today);
      g_assert_cmpuint (check->errors, ==, 0);
      g_assert_cmpuint (check->warnings & (SIGNET_NUMBER_UNDER_16 | SIGNET_NUMBER_DATE_FUTURE), ==,
                        rows[i].age);
    }
}

/* Every change of one digit, and every swap of two neighbours that differ, is noticed (ISO 7064). */
static void
test_every_slip_is_noticed (void)
{
  static const char number[] = "440308199901101512";
  GDate today;

  set_today (&today);
  for (gsize i = 0; i < 18; i++)
    for (char digit = '0'; digit <= '9'; digit++)
      {
        g_autofree char *wrong = g_strdup (number);
        g_autoptr (SignetNumberCheck) check = NULL;

        if (wrong[i] == digit)
          continue;
        wrong[i] = digit;
        check = signet_number_check_new (SIGNET_NUMBER_RESIDENT_ID, wrong, &today);
        g_assert_true ((check->warnings & SIGNET_NUMBER_CHECK_DIGIT) != 0);
      }
  for (gsize i = 0; i < 17; i++)
    {
      g_autofree char *wrong = g_strdup (number);
      g_autoptr (SignetNumberCheck) check = NULL;

      if (wrong[i] == wrong[i + 1])
        continue;
      wrong[i] = number[i + 1];
      wrong[i + 1] = number[i];
      check = signet_number_check_new (SIGNET_NUMBER_RESIDENT_ID, wrong, &today);
      g_assert_true ((check->warnings & SIGNET_NUMBER_CHECK_DIGIT) != 0);
    }
}

static void
test_any_bytes (void)
{
  static const char *alphabet = "0123456789XABCUSG.-ZLCN SR\xe7\xac\xac\xe5\x8f\xb7\xff\xef\xbc\x91";
  GDate today;

  set_today (&today);
  for (int n = 0; n < 20000; n++)
    {
      gsize length = (gsize) g_test_rand_int_range (0, 40);
      g_autofree char *text = g_malloc0 (length + 1);

      for (gsize i = 0; i < length; i++)
        text[i] = n % 2 == 0 ? alphabet[g_test_rand_int_range (0, (gint32) strlen (alphabet))]
                             : (char) g_test_rand_int_range (1, 256);
      for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
        {
          g_autoptr (SignetNumberCheck) check = signet_number_check_new (tables[i].kind, text, &today);
          g_autoptr (SignetNumberCheck) copy = signet_number_check_copy (check);

          g_assert_true (g_utf8_validate (copy->normalised, -1, NULL));
        }
    }
}

static void
test_very_long (void)
{
  g_autofree char *text = g_strnfill (4 * 1024 * 1024, '7');

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (SignetNumberCheck) check = signet_number_check_new (tables[i].kind, text, NULL);

      g_assert_true (check->errors != 0 || check->warnings != 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/number/tables", test_tables);
  g_test_add_func ("/model/number/age", test_age);
  g_test_add_func ("/model/number/every-slip-is-noticed", test_every_slip_is_noticed);
  g_test_add_func ("/model/number/any-bytes", test_any_bytes);
  g_test_add_func ("/model/number/very-long", test_very_long);

  return g_test_run ();
}
