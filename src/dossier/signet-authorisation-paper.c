/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "dossier/signet-authorisation-paper.h"

#include "dossier/signet-dossier-text.h"
#include "model/signet-country.h"
#include "model/signet-date.h"
#include "model/signet-identity.h"
#include "model/signet-nice-class.h"
#include "model/signet-right.h"
#include "model/signet-words.h"

/* The authorisation to be signed (授权委托书): what an agent and its principal settled, put into words. Holds
 * what the record holds and no more: phone numbers and e-mail addresses don't belong on it (Personal
 * Information Protection Law, article 6: no more than the purpose needs). What isn't filled in yet becomes a
 * line to write on. On the thread of the model objects.
 */

typedef struct
{
  const SignetAuthorisationPaper *paper;
  const char *language;
  SignetDossierText *text;
  SignetDossierDocument *document;
} Writer;

static const char *
get (const Writer *writer, const char *key)
{
  return signet_dossier_text_get (writer->text, key);
}

static gboolean
is_organisation (SignetParty *party)
{
  return signet_identity_is_organisation (signet_party_get_kind (party));
}

/* Who authorises: in a chain the agent before. */
static SignetParty *
giver_of (const SignetAuthorisationPaper *paper)
{
  return paper->follows != NULL ? paper->follows_agent : paper->principal;
}

static const char *
or_blank (const Writer *writer, const char *value)
{
  return *value != '\0' ? value : get (writer, "blank");
}

/* A day in words; as it was typed where it is none. */
static char *
write_date (const Writer *writer, const char *iso)
{
  GDate date;

  return signet_date_read (iso, &date) ? signet_dossier_text_format_date (writer->text, &date)
                                       : g_strdup (or_blank (writer, iso));
}

/* Names one after the other, in the language's manner. */
static char *
join (const Writer *writer, const char *const *names)
{
  return g_strjoinv (get (writer, "between"), (char **) names);
}

static void
add_optional_field (const Writer *writer, const char *key, const char *value)
{
  if (*value != '\0')
    signet_dossier_document_add_field (writer->document, get (writer, key), value);
}

static void
add_party (const Writer *writer, const char *role, SignetParty *party)
{
  const char *document = signet_dossier_text_find (writer->text, "document",
                                                   signet_party_get_document_kind (party));

  signet_dossier_document_add_heading (writer->document, get (writer, role));
  signet_dossier_document_add_field (writer->document,
                                     get (writer, is_organisation (party) ? "name" : "name-person"),
                                     or_blank (writer, signet_party_get_name (party)));
  add_optional_field (writer, "other-name", signet_party_get_other_name (party));
  add_optional_field (writer, "country",
                      signet_country_get_name (signet_party_get_country (party), writer->language));
  signet_dossier_document_add_field (writer->document, document != NULL ? document : get (writer, "document"),
                                     or_blank (writer, signet_party_get_document_number (party)));
  if (is_organisation (party))
    signet_dossier_document_add_field (writer->document, get (writer, "legal-representative"),
                                       or_blank (writer, signet_party_get_legal_representative (party)));
  signet_dossier_document_add_field (writer->document, get (writer, "address"),
                                     or_blank (writer, signet_party_get_contact_address (party)));
}

static void
add_handler (const Writer *writer)
{
  SignetAuthorisation *authorisation = writer->paper->authorisation;

  signet_dossier_document_add_field (
      writer->document, get (writer, "handler-name"),
      or_blank (writer, signet_authorisation_get_handler_name (authorisation)));
  signet_dossier_document_add_field (
      writer->document, get (writer, "handler-document"),
      or_blank (writer, signet_authorisation_get_handler_document_number (authorisation)));
}

static void
add_intro (const Writer *writer)
{
  SignetAuthorisation *follows = writer->paper->follows;
  g_autofree char *signed_on = NULL;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autofree char *text = NULL;

  if (follows == NULL)
    {
      signet_dossier_document_add_paragraph (writer->document, get (writer, "intro"));
      return;
    }
  signed_on = write_date (writer, signet_authorisation_get_signed_on (follows));
  from = write_date (writer, signet_authorisation_get_valid_from (follows));
  until = write_date (writer, signet_authorisation_get_valid_until (follows));
  text = signet_dossier_text_format (writer->text, "follows", "delegate",
                                     or_blank (writer, signet_party_get_name (writer->paper->follows_agent)),
                                     "signed", signed_on, "from", from, "until", until, NULL);
  signet_dossier_document_add_paragraph (writer->document, get (writer, "intro-follows"));
  signet_dossier_document_add_paragraph (writer->document, text);
}

static void
add_scope (const Writer *writer)
{
  const char *const *scope = signet_authorisation_get_scope (writer->paper->authorisation);

  signet_dossier_document_add_heading (writer->document, get (writer, "heading-scope"));
  if (scope[0] == NULL)
    signet_dossier_document_add_paragraph (writer->document, get (writer, "blank"));
  for (guint i = 0; scope[i] != NULL; i++)
    {
      const char *text = signet_dossier_text_find (writer->text, "scope", scope[i]);

      signet_dossier_document_add_paragraph (writer->document, text != NULL ? text : scope[i]);
    }
}

/* The number, with the second one of software and the classes of a trademark, which are part of what it
 * names. */
static char *
write_number (const Writer *writer, SignetRight *right)
{
  GListModel *classes = G_LIST_MODEL (signet_right_get_classes (right));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) numbers = NULL;
  g_autofree char *number = NULL;
  g_autofree char *joined = NULL;

  number = g_strjoin (*signet_right_get_second_number (right) != '\0' ? "\n" : NULL,
                      or_blank (writer, signet_right_get_number (right)),
                      signet_right_get_second_number (right), NULL);
  if (g_list_model_get_n_items (classes) == 0)
    return g_steal_pointer (&number);

  for (guint i = 0; i < g_list_model_get_n_items (classes); i++)
    {
      g_autoptr (SignetNiceClass) item = g_list_model_get_item (classes, i);
      g_autofree char *class_number = g_strdup_printf ("%d", signet_nice_class_get_class_number (item));

      g_strv_builder_add (builder, class_number);
    }
  numbers = g_strv_builder_end (builder);
  joined = join (writer, (const char *const *) numbers);
  return signet_dossier_text_format (writer->text, "number-classes", "number", number, "classes", joined,
                                     NULL);
}

static void
add_rights_table (const Writer *writer, GListModel *rights)
{
  const double widths[] = { 0.09, 0.17, 0.34, 0.40 };

  signet_dossier_document_begin_table (
      writer->document, widths,
      (const char *const[]){ get (writer, "column-place"), get (writer, "column-kind"),
                             get (writer, "column-number"), get (writer, "column-name"), NULL });
  for (guint i = 0; i < g_list_model_get_n_items (rights); i++)
    {
      g_autoptr (SignetRight) right = g_list_model_get_item (rights, i);
      const char *kind = signet_dossier_text_find (writer->text, "right", signet_right_get_kind (right));
      g_autofree char *place = g_strdup_printf ("%u", i + 1);
      g_autofree char *number = write_number (writer, right);

      signet_dossier_document_add_row (
          writer->document,
          (const char *const[]){ place, kind != NULL ? kind : signet_right_get_kind (right), number,
                                 or_blank (writer, signet_right_get_name (right)), NULL });
    }
}

static void
add_rights (const Writer *writer)
{
  GListModel *rights = writer->paper->rights;
  guint n = rights != NULL ? g_list_model_get_n_items (rights) : 0;
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *named = signet_dossier_text_format (writer->text, "rights-named", "count", count, NULL);

  signet_dossier_document_add_heading (writer->document, get (writer, "heading-rights"));
  if (signet_authorisation_get_all_rights (writer->paper->authorisation))
    {
      signet_dossier_document_add_paragraph (writer->document, get (writer, "rights-all"));
      return;
    }
  signet_dossier_document_add_paragraph (writer->document, n > 0 ? named : get (writer, "blank"));
  if (n > 0)
    add_rights_table (writer, rights);
}

static void
add_platforms (const Writer *writer)
{
  const char *const *platforms = writer->paper->platforms;
  gboolean any = platforms != NULL && platforms[0] != NULL;
  g_autofree char *joined = any ? join (writer, platforms) : g_strdup (get (writer, "blank"));
  g_autofree char *named = signet_dossier_text_format (writer->text, "platforms-named", "platforms", joined,
                                                       NULL);

  signet_dossier_document_add_heading (writer->document, get (writer, "heading-platforms"));
  signet_dossier_document_add_paragraph (writer->document,
                                         signet_authorisation_get_all_platforms (writer->paper->authorisation)
                                             ? get (writer, "platforms-all")
                                             : named);
}

static void
add_term (const Writer *writer)
{
  SignetAuthorisation *authorisation = writer->paper->authorisation;
  g_autofree char *from = write_date (writer, signet_authorisation_get_valid_from (authorisation));
  g_autofree char *until = write_date (writer, signet_authorisation_get_valid_until (authorisation));
  g_autofree char *term = signet_dossier_text_format (writer->text, "term", "from", from, "until", until,
                                                      NULL);

  signet_dossier_document_add_heading (writer->document, get (writer, "heading-term"));
  signet_dossier_document_add_paragraph (writer->document, term);
  signet_dossier_document_add_heading (writer->document, get (writer, "heading-sub-delegation"));
  signet_dossier_document_add_paragraph (writer->document,
                                         get (writer, signet_authorisation_get_sub_delegation (authorisation)
                                                          ? "sub-delegation-yes"
                                                          : "sub-delegation-no"));
}

static void
add_signature (const Writer *writer, const char *role, SignetParty *party)
{
  const char *date = get (writer, "sign-date");
  const char *const person[] = { date, NULL };
  const char *const organisation[] = { get (writer, "sign-representative"), date, NULL };

  signet_dossier_document_add_signature (writer->document, get (writer, role),
                                         or_blank (writer, signet_party_get_name (party)),
                                         is_organisation (party) ? organisation : person);
}

/* What makes a paper from abroad good here, by the country of who signs it. */
static void
add_legalisation (const Writer *writer)
{
  SignetParty *giver = giver_of (writer->paper);
  const char *country = signet_party_get_country (giver);
  g_autofree char *key = NULL;
  g_autofree char *day = NULL;
  g_autofree char *note = NULL;

  if (!signet_identity_is_foreign (signet_party_get_kind (giver)))
    return;
  if (!signet_country_is_known (country))
    {
      signet_dossier_document_add_note (writer->document, get (writer, "note-foreign"));
      return;
    }
  key = g_strdup_printf ("note-%s", signet_country_get_legalisation (country));
  day = write_date (writer, SIGNET_COUNTRY_APOSTILLE_AS_OF);
  note = signet_dossier_text_format (writer->text, key, "country",
                                     signet_country_get_name (country, writer->language), "day", day, NULL);
  signet_dossier_document_add_note (writer->document, note);
}

/**
 * signet_authorisation_paper_new:
 * @paper: what to write it from
 * @language: "zh-CN" or "en": the paper's, not the application's
 * @today: the day it is written
 * @error: return location
 *
 * Writes an authorisation as the paper its giver signs or seals. In a chain the giver is the agent of the
 * authorisation before.
 *
 * Returns: (transfer full) (nullable): the paper, to be written as PDF on a worker;
 * %SIGNET_DOSSIER_ERROR_LANGUAGE for a language there are no texts in
 */
SignetDossierDocument *
signet_authorisation_paper_new (const SignetAuthorisationPaper *paper,
                                const char *language,
                                const GDate *today,
                                GError **error)
{
  g_autoptr (SignetDossierText) text = NULL;
  g_autoptr (SignetDossierDocument) document = NULL;
  gboolean chained = paper->follows != NULL;
  Writer writer;

  g_return_val_if_fail (!chained || paper->follows_agent != NULL, NULL);

  text = signet_dossier_text_new ("authorisation", language, error);
  if (text == NULL)
    return NULL;
  document = signet_dossier_document_new (signet_dossier_text_get (text, chained ? "title-follows" : "title"),
                                          signet_dossier_text_get (text, "footer"), language, today);
  writer = (Writer){ paper, language, text, document };

  add_party (&writer, "principal", paper->principal);
  if (chained)
    add_party (&writer, "delegate", paper->follows_agent);
  add_party (&writer, "agent", paper->agent);
  add_handler (&writer);
  add_intro (&writer);
  add_scope (&writer);
  add_rights (&writer);
  add_platforms (&writer);
  add_term (&writer);
  add_signature (&writer, chained ? "sign-delegate" : "sign-principal", giver_of (paper));
  add_signature (&writer, "sign-agent", paper->agent);
  add_legalisation (&writer);
  signet_dossier_document_add_note (document, get (&writer, "note"));
  return g_steal_pointer (&document);
}
