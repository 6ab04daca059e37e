/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "dossier/signet-authorisation-paper.h"
#include "dossier/signet-dossier-error.h"
#include "dossier/signet-dossier-text.h"
#include "model/signet-nice-class.h"
#include "model/signet-right.h"
#include "model/signet-words.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* The authorisation to be signed, read back by poppler's own tools. */

typedef struct
{
  SignetAuthorisation *authorisation;
  SignetParty *principal;
  SignetParty *agent;
  GListStore *rights;
  GDate today;
  char *folder;
} Fixture;

static const char *const platforms[] = { "快手", "抖音电商 IPPRO", NULL };
static const char *const languages[] = { SIGNET_LANGUAGE_ZH_CN, SIGNET_LANGUAGE_EN };

static SignetParty *
make_party (const char *kind, const char *document_kind, const char *number, const char *name)
{
  SignetParty *party = signet_party_new ();

  signet_party_set_kind (party, kind);
  signet_party_set_document_kind (party, document_kind);
  signet_party_set_document_number (party, number);
  signet_party_set_name (party, name);
  signet_party_set_legal_representative (party, "𠮷田靐龘");
  signet_party_set_contact_address (party, "杭州市文三路90号");
  signet_party_set_contact_phone (party, "13800138000");
  signet_party_set_private_contact_email (party, "private@example.com");
  return party;
}

static void
add_right (Fixture *fixture, const char *kind, const char *number, const char *name)
{
  g_autoptr (SignetRight) right = signet_right_new ();

  signet_right_set_kind (right, kind);
  signet_right_set_number (right, number);
  signet_right_set_name (right, name);
  g_list_store_append (fixture->rights, right);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetRight) software = NULL;
  g_autoptr (SignetNiceClass) thirty = signet_nice_class_new ();
  g_autoptr (SignetRight) mark = NULL;

  g_date_set_dmy (&fixture->today, 21, G_DATE_NOVEMBER, 2026);
  fixture->folder = g_dir_make_tmp ("signet-dossier-XXXXXX", NULL);
  fixture->principal = make_party ("mainland_organisation", "credit_code", "91350100M000100Y43",
                                   "杭州青云茶业有限公司");
  fixture->agent = make_party ("mainland_person", "resident_id", "11010519491231002X",
                               "王<b>小</b>明 & Co \"龍\"");
  fixture->authorisation = signet_authorisation_new ();
  signet_authorisation_set_handler_name (fixture->authorisation, "李明");
  signet_authorisation_set_handler_document_number (fixture->authorisation, "440308199901101512");
  signet_authorisation_set_scope (
      fixture->authorisation, (const char *const[]){ "enforcement", "litigation", "customs_watch", NULL });
  signet_authorisation_set_valid_from (fixture->authorisation, "2026-12-01");
  signet_authorisation_set_valid_until (fixture->authorisation, "2028-02-29");

  fixture->rights = g_list_store_new (SIGNET_TYPE_RIGHT);
  add_right (fixture, "trademark", "68123457", "青云 QINGYUN");
  add_right (fixture, "software", "软著登字第1234567号", "茶园管家");
  add_right (fixture, "hologram", "H-1", "Unknown kind");
  mark = g_list_model_get_item (G_LIST_MODEL (fixture->rights), 0);
  signet_nice_class_set_class_number (thirty, 30);
  g_list_store_append (signet_right_get_classes (mark), thirty);
  software = g_list_model_get_item (G_LIST_MODEL (fixture->rights), 1);
  signet_right_set_second_number (software, "2021SR0123456");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_object_unref (fixture->rights);
  g_assert_finalize_object (fixture->authorisation);
  g_assert_finalize_object (fixture->principal);
  g_assert_finalize_object (fixture->agent);
}

static SignetAuthorisationPaper
paper_of (Fixture *fixture)
{
  return (SignetAuthorisationPaper){
    fixture->authorisation,         fixture->principal, fixture->agent, NULL, NULL,
    G_LIST_MODEL (fixture->rights), platforms
  };
}

static GBytes *
write_paper (Fixture *fixture, const SignetAuthorisationPaper *paper, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDossierDocument)
      document = signet_authorisation_paper_new (paper, language, &fixture->today, &error);
  GBytes *pdf;

  g_assert_no_error (error);
  pdf = signet_dossier_document_write (document, NULL, &error);
  g_assert_no_error (error);
  return pdf;
}

/* What one of poppler's tools says of a PDF. */
static char *
ask (GBytes *pdf, const char *tool, const char *option, const char *output)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileIOStream) io = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) out = NULL;
  gsize size;
  const char *text;

  file = g_file_new_tmp ("signet-dossier-XXXXXX.pdf", &io, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (io)), g_bytes_get_data (pdf, NULL),
                             g_bytes_get_size (pdf), NULL, NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_add (arguments, (char *) tool);
  if (option != NULL)
    g_ptr_array_add (arguments, (char *) option);
  g_ptr_array_add (arguments, (char *) g_file_peek_path (file));
  if (output != NULL)
    g_ptr_array_add (arguments, (char *) output);
  g_ptr_array_add (arguments, NULL);
  process = g_subprocess_newv ((const char *const *) arguments->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                               &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, NULL, NULL, &out, NULL, &error));
  g_assert_true (g_subprocess_get_successful (process));
  g_file_delete (file, NULL, NULL);
  text = g_bytes_get_data (out, &size);
  return g_strndup (text, size);
}

/* Without white space: a long text is broken into lines wherever it must be. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (squeezed, g_utf8_get_char (c));
  return g_string_free (squeezed, FALSE);
}

static char *
text_of (GBytes *pdf)
{
  g_autofree char *text = ask (pdf, "pdftotext", "-raw", "-");

  return squeeze (text);
}

static void
assert_says (const char *text, const char *value)
{
  g_autofree char *squeezed = squeeze (value);

  if (strstr (text, squeezed) == NULL)
    g_error ("'%s' isn't in the paper: %s", value, text);
}

static void
assert_silent (const char *text, const char *value)
{
  g_autofree char *squeezed = squeeze (value);

  g_assert_null (strstr (text, squeezed));
}

static guint
count_pages (GBytes *pdf)
{
  g_autofree char *info = ask (pdf, "pdfinfo", NULL, NULL);
  const char *pages = strstr (info, "Pages:");

  g_assert_nonnull (pages);
  return (guint) g_ascii_strtoull (pages + strlen ("Pages:"), NULL, 10);
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  static const char *const values[] = {
    "杭州青云茶业有限公司",
    "91350100M000100Y43",
    "𠮷田靐龘",
    "杭州市文三路90号",
    "王<b>小</b>明 & Co \"龍\"",
    "11010519491231002X",
    "李明",
    "440308199901101512",
    "customs_watch",
    "68123457",
    "青云 QINGYUN",
    "软著登字第1234567号",
    "2021SR0123456",
    "茶园管家",
    "hologram",
    "Unknown kind",
    "快手",
    "抖音电商 IPPRO",
  };
  static const char *const words[][9] = {
    { "授权委托书", "统一社会信用代码", "自2026年12月1日起至2028年2月29日止", "68123457（第30类）",
      "第四十二条", "受托人不得将上述事项转委托", "第1页，共2页", "签署日期", "须由委托的一方签名或者盖章" },
    { "Power of Attorney", "Unified social credit code", "From 1 December 2026 until 29 February 2028",
      "68123457 (class 30)", "Articles 42 and 43", "The agent may not delegate", "page 1 of 2",
      "Date of signing", "form to be signed or sealed" },
  };
  SignetAuthorisationPaper paper = paper_of (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GBytes) pdf = write_paper (fixture, &paper, languages[i]);
      g_autofree char *text = text_of (pdf);

      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        assert_says (text, values[j]);
      for (guint j = 0; j < G_N_ELEMENTS (words[i]); j++)
        assert_says (text, words[i][j]);
      /* No more than the purpose needs. */
      assert_silent (text, "13800138000");
      assert_silent (text, "private@example.com");
      assert_silent (text, i == 0 ? "公证" : "notarised");
      g_assert_null (strchr (text, '{'));
    }
}

static void
test_fonts (Fixture *fixture, gconstpointer data)
{
  SignetAuthorisationPaper paper = paper_of (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GBytes) pdf = write_paper (fixture, &paper, languages[i]);
      g_autofree char *fonts = ask (pdf, "pdffonts", NULL, NULL);
      g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);
      guint n = 0;

      for (char **line = lines + 2; **line != '\0'; line++, n++)
        if (strstr (*line, " yes yes yes ") == NULL) /* embedded, subset, with its characters */
          g_error ("not embedded, subset and readable: %s", *line);
      g_assert_cmpuint (n, >, 1);
    }
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  SignetAuthorisationPaper paper = paper_of (fixture);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  signet_authorisation_set_all_rights (fixture->authorisation, TRUE);
  signet_authorisation_set_all_platforms (fixture->authorisation, TRUE);
  signet_authorisation_set_sub_delegation (fixture->authorisation, TRUE);
  signet_authorisation_set_valid_until (fixture->authorisation, "2026-02-30");
  signet_party_set_kind (fixture->principal, "foreign_organisation");
  signet_party_set_country (fixture->principal, "DE");
  signet_party_set_other_name (fixture->principal, "Qingyun GmbH");
  pdf = write_paper (fixture, &paper, SIGNET_LANGUAGE_EN);
  text = text_of (pdf);
  assert_says (text, "All intellectual property of the principal");
  assert_says (text, "All e-commerce and content platforms");
  assert_says (text, "The agent may delegate these matters");
  assert_says (text, "until 2026-02-30"); /* no such day: as it was typed, not another one */
  assert_says (text, "Qingyun GmbH");
  assert_says (text, "must first be notarised");
  assert_says (text, "Country or region Germany");
  assert_says (text, "from Germany");
  assert_says (text, "then it needs an apostille; and");
  assert_says (text, "the list of 30 April 2025");
  assert_silent (text, "68123457");
  assert_silent (text, "快手");
}

/* By the country of who signs, and both ways where none is known. */
static void
test_legalisation (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][3] = {
    { "JP", "来自日本", "再办理附加证明书，并附" },
    { "VN", "来自越南", "再办理领事认证，并附" },
    { "", "来自境外", "不适用的，再办理领事认证；并附" },
    { "ZZ", "来自境外", "不适用的，再办理领事认证；并附" },
  };
  SignetAuthorisationPaper paper = paper_of (fixture);

  signet_party_set_kind (fixture->principal, "foreign_person");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *text = NULL;

      signet_party_set_country (fixture->principal, cases[i][0]);
      pdf = write_paper (fixture, &paper, SIGNET_LANGUAGE_ZH_CN);
      text = text_of (pdf);
      assert_says (text, cases[i][1]);
      assert_says (text, cases[i][2]);
    }
}

/* What isn't known yet is a line to write on. */
static void
test_blanks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetAuthorisation) authorisation = signet_authorisation_new ();
  g_autoptr (SignetParty) party = signet_party_new ();
  SignetAuthorisationPaper paper = { authorisation, party, party, NULL, NULL, NULL, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GBytes) pdf = write_paper (fixture, &paper, languages[i]);
      g_autofree char *text = text_of (pdf);

      assert_says (text, i == 0 ? "＿＿＿" : "____");
      assert_says (text, i == 0 ? "证件号码＿＿＿" : "Document number____");
    }
}

static void
test_chain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SignetAuthorisation) first = signet_authorisation_new ();
  g_autoptr (SignetParty)
      between = make_party ("foreign_organisation", "registration", "HRB 1", "Zwischen GmbH");
  SignetAuthorisationPaper paper = paper_of (fixture);

  signet_authorisation_set_signed_on (first, "2025-05-06");
  signet_authorisation_set_valid_from (first, "2025-06-01");
  signet_authorisation_set_valid_until (first, "2029-06-01");
  paper.follows = first;
  paper.follows_agent = between;
  {
    g_autoptr (GBytes) pdf = write_paper (fixture, &paper, SIGNET_LANGUAGE_EN);
    g_autofree char *text = text_of (pdf);

    assert_says (text, "Power of Attorney (Sub-delegation)");
    assert_says (text, "the one that the principal gave to Zwischen GmbH, signed on 6 May 2025");
    assert_says (text, "valid from 1 June 2025 until 1 June 2029");
    assert_says (text, "Delegating agent (signature or seal) Zwischen GmbH");
    assert_silent (text, "Principal (signature or seal)");
    /* Who signs is foreign, though the principal isn't. */
    assert_says (text, "must first be notarised");
  }
}

static void
test_long (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) name = g_string_new (NULL);
  SignetAuthorisationPaper paper = paper_of (fixture);

  for (guint i = 0; i < 300; i++)
    g_string_append_unichar (name, 0x4e00 + i * 37);
  signet_party_set_name (fixture->principal, name->str);
  g_list_store_remove_all (fixture->rights);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *number = g_strdup_printf ("8%07u", i);
      g_autofree char *title = g_strdup_printf ("%s%u", i % 20 == 0 ? name->str : "名称", i);

      add_right (fixture, "design", number, title);
    }
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GBytes) pdf = write_paper (fixture, &paper, languages[i]);
      g_autofree char *text = text_of (pdf);

      g_assert_cmpuint (count_pages (pdf), >, 3);
      assert_says (text, name->str);
      for (guint j = 0; j < 60; j++)
        {
          g_autofree char *number = g_strdup_printf ("8%07u", j);

          assert_says (text, number);
        }
    }
}

/* A place to sign is never divided, wherever on a page it comes to lie. */
static void
test_signature_whole (Fixture *fixture, gconstpointer data)
{
  SignetAuthorisationPaper paper = paper_of (fixture);

  for (guint n = 0; n < 12; n++)
    {
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) pages = NULL;
      guint n_signed = 0;

      add_right (fixture, "design", "830000001", "名称");
      pdf = write_paper (fixture, &paper, SIGNET_LANGUAGE_EN);
      text = ask (pdf, "pdftotext", "-raw", "-");
      pages = g_strsplit (text, "\f", -1);
      for (guint i = 0; pages[i] != NULL; i++)
        {
          gboolean who = strstr (pages[i], "Principal (signature or seal)") != NULL;

          g_assert_cmpint (strstr (pages[i], "Signature of the legal representative") != NULL, ==, who);
          g_assert_true (!who || strstr (pages[i], "Date of signing") != NULL);
          n_signed += who;
        }
      g_assert_cmpuint (n_signed, ==, 1);
    }
}

static void
test_deterministic (Fixture *fixture, gconstpointer data)
{
  SignetAuthorisationPaper paper = paper_of (fixture);
  g_autoptr (GBytes) first = write_paper (fixture, &paper, SIGNET_LANGUAGE_ZH_CN);
  g_autoptr (GBytes) second = write_paper (fixture, &paper, SIGNET_LANGUAGE_ZH_CN);
  g_autoptr (GBytes) later = NULL;
  g_autofree char *info = ask (first, "pdfinfo", "-rawdates", NULL);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_nonnull (strstr (info, "20261121000000+08"));
  g_date_add_days (&fixture->today, 1);
  later = write_paper (fixture, &paper, SIGNET_LANGUAGE_ZH_CN);
  g_assert_false (g_bytes_equal (first, later));
}

static gpointer
write_cb (gpointer data)
{
  return signet_dossier_document_write (data, NULL, NULL);
}

/* On workers side by side, as the desk has it: nothing is shared, and the bytes are the same. */
static void
test_threads (Fixture *fixture, gconstpointer data)
{
  SignetAuthorisationPaper paper = paper_of (fixture);
  g_autoptr (GBytes) expected = write_paper (fixture, &paper, SIGNET_LANGUAGE_ZH_CN);
  SignetDossierDocument *documents[4];
  GThread *threads[G_N_ELEMENTS (documents)];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      documents[i] = signet_authorisation_paper_new (&paper, SIGNET_LANGUAGE_ZH_CN, &fixture->today, NULL);
      threads[i] = g_thread_new ("writer", write_cb, documents[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) pdf = g_thread_join (threads[i]);

      g_assert_nonnull (pdf);
      g_assert_true (g_bytes_equal (pdf, expected));
      signet_dossier_document_free (documents[i]);
    }
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  SignetAuthorisationPaper paper = paper_of (fixture);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (SignetDossierDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (signet_authorisation_paper_new (&paper, "de", &fixture->today, &error));
  g_assert_error (error, SIGNET_DOSSIER_ERROR, SIGNET_DOSSIER_ERROR_LANGUAGE);
  g_clear_error (&error);

  /* A box instead of a character of somebody's name isn't their name. */
  signet_party_set_name (fixture->agent, "王\xf3\xb0\x80\x80");
  document = signet_authorisation_paper_new (&paper, SIGNET_LANGUAGE_EN, &fixture->today, &error);
  g_assert_no_error (error);
  g_assert_null (signet_dossier_document_write (document, NULL, &error));
  g_assert_error (error, SIGNET_DOSSIER_ERROR, SIGNET_DOSSIER_ERROR_FONT);
  g_assert_nonnull (strstr (error->message, "U+F0000"));
  g_clear_error (&error);

  g_cancellable_cancel (cancelled);
  g_assert_null (signet_dossier_document_write (document, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  SignetAuthorisationPaper paper = paper_of (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "a.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) expected = write_paper (fixture, &paper, SIGNET_LANGUAGE_EN);
  g_autoptr (SignetDossierDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit none = { 4096, RLIM_INFINITY }, all = { RLIM_INFINITY, RLIM_INFINITY };
  GStatBuf info;

  document = signet_authorisation_paper_new (&paper, SIGNET_LANGUAGE_EN, &fixture->today, &error);
  g_assert_no_error (error);

  /* The disk takes no more after the first block. */
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  g_assert_false (signet_dossier_document_save (document, file, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &all), ==, 0);
  g_assert_true (error != NULL && error->domain == G_IO_ERROR);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *content = NULL;
      gsize size;

      g_assert_true (signet_dossier_document_save (document, file, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
      g_file_get_contents (path, &content, &size, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (content, size, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
      /* A file others may read is replaced by one they may not. */
      g_assert_cmpint (g_chmod (path, 0644), ==, 0);
    }

  /* What was there stays, if what shall be there doesn't fit. */
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  g_assert_false (signet_dossier_document_save (document, file, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &all), ==, 0);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_size, ==, (goffset) g_bytes_get_size (expected));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_texts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDossierText)
      text = signet_dossier_text_new ("authorisation", SIGNET_LANGUAGE_ZH_CN, &error);
  g_autofree char *filled = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (signet_dossier_text_get (text, "title"), ==, "授权委托书");
  g_assert_cmpstr (signet_dossier_text_find (text, "right", "design"), ==, "外观设计");
  g_assert_null (signet_dossier_text_find (text, "right", "hologram"));
  /* A value that looks like a place stays a value. */
  filled = signet_dossier_text_format (text, "term", "from", "{until}", "until", "{from}", NULL);
  g_assert_cmpstr (filled, ==, "自{until}起至{from}止。");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/dossier/" name, Fixture, NULL, set_up, function, tear_down)
  g_test_add_func ("/dossier/texts", test_texts);
  ADD ("values", test_values);
  ADD ("fonts", test_fonts);
  ADD ("choices", test_choices);
  ADD ("legalisation", test_legalisation);
  ADD ("blanks", test_blanks);
  ADD ("chain", test_chain);
  ADD ("long", test_long);
  ADD ("signature-whole", test_signature_whole);
  ADD ("deterministic", test_deterministic);
  ADD ("threads", test_threads);
  ADD ("refused", test_refused);
  ADD ("save", test_save);
#undef ADD
  return g_test_run ();
}
