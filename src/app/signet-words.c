/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-words.h"

#include <glib/gi18n.h>

#include "model/signet-words.h"

/*
 * The words of the wire as a person reads them: label, icon and meaning of every status, measure and kind.
 *
 * The platform's enumerations are open: a word that is not in these tables is shown as it came, in neutral
 * colour, and never dropped. Everything here is static and may be used from any thread.
 */

typedef struct
{
  const char *word;
  const char *label; /* marked, not yet translated */
  const char *icon_name;
  SignetMeaning meaning;
} Word;

/* The table "Words" of the trade: parties, rights, complaints and items share it, no word means two things.
 */
static const Word statuses[] = {
  /* Translators: where something the person is certifying or filing stands. Use the platforms' own words. */
  { "draft", N_ ("Draft"), "document-edit-symbolic", SIGNET_MEANING_NEUTRAL },
  { "queued", N_ ("Ready to send"), "document-send-symbolic", SIGNET_MEANING_NEUTRAL },
  { "sending", N_ ("Sending"), "document-send-symbolic", SIGNET_MEANING_NEUTRAL },
  { "paused", N_ ("Paused"), "media-playback-pause-symbolic", SIGNET_MEANING_NEUTRAL },
  { "failed", N_ ("Couldn’t be sent"), "dialog-error-symbolic", SIGNET_MEANING_ERROR },
  { "submitted", N_ ("Submitted, not yet reviewed"), "mail-read-symbolic", SIGNET_MEANING_NEUTRAL },
  { "in_review", N_ ("Under review"), "view-reveal-symbolic", SIGNET_MEANING_ACCENT },
  { SIGNET_STATUS_UNCERTIFIED, N_ ("Not certified"), "content-loading-symbolic", SIGNET_MEANING_NEUTRAL },
  { "needs_correction", N_ ("Needs correction"), "document-edit-symbolic", SIGNET_MEANING_WARNING },
  { "approved", N_ ("Approved"), "object-select-symbolic", SIGNET_MEANING_SUCCESS },
  { "rejected", N_ ("Rejected"), "process-stop-symbolic", SIGNET_MEANING_ERROR },
  { "upheld", N_ ("Upheld"), "object-select-symbolic", SIGNET_MEANING_SUCCESS },
  { "partly_upheld", N_ ("Partly upheld"), "checkbox-mixed-symbolic", SIGNET_MEANING_SUCCESS },
  { "withdrawn", N_ ("Withdrawn"), "window-close-symbolic", SIGNET_MEANING_NEUTRAL },
  { "expired", N_ ("Expired"), "preferences-system-time-symbolic", SIGNET_MEANING_WARNING },
  /* items */
  { "pending", N_ ("Waiting"), "content-loading-symbolic", SIGNET_MEANING_NEUTRAL },
  { "removed", N_ ("Removed"), "object-select-symbolic", SIGNET_MEANING_SUCCESS },
  { "not_found", N_ ("Not found"), "dialog-question-symbolic", SIGNET_MEANING_NEUTRAL },
  { "not_infringing", N_ ("Not infringing"), "process-stop-symbolic", SIGNET_MEANING_ERROR },
  { "authorised", N_ ("Authorised seller"), "system-lock-screen-symbolic", SIGNET_MEANING_WARNING },
  { "duplicate", N_ ("Duplicate"), "edit-copy-symbolic", SIGNET_MEANING_NEUTRAL },
  { "insufficient", N_ ("Evidence insufficient"), "dialog-warning-symbolic", SIGNET_MEANING_WARNING },
  { "objected", N_ ("The other side objects"), "alarm-symbolic", SIGNET_MEANING_WARNING },
  { "kept", N_ ("Measure kept"), "object-select-symbolic", SIGNET_MEANING_SUCCESS },
  { "restored", N_ ("Measure ended"), "edit-undo-symbolic", SIGNET_MEANING_NEUTRAL },
};

static const Word measures[] = {
  /* Translators: what the platform did about one reported link. */
  { "link_removed", N_ ("Link removed") },
  { "delisted", N_ ("Delisted") },
  { "traffic_limited", N_ ("Traffic limited") },
  { "stream_interrupted", N_ ("Stream interrupted") },
  { "account_banned", N_ ("Account banned") },
  { "shop_closed", N_ ("Shop closed") },
  { "handed_on", N_ ("Handed on for offline action") },
};

static const Word target_kinds[] = {
  /* Translators: the kinds of things one can report. */
  { "goods", N_ ("Goods"), "package-x-generic-symbolic" },
  { "shop", N_ ("Shop"), "user-home-symbolic" },
  { "video", N_ ("Video"), "video-x-generic-symbolic" },
  { "live", N_ ("Live stream"), "media-record-symbolic" },
  { "account", N_ ("Account"), "avatar-default-symbolic" },
  { "short", N_ ("Short link"), "dialog-question-symbolic" },
  { "passcode", N_ ("Passcode"), "dialog-password-symbolic" },
  { "unknown", N_ ("Unknown"), "dialog-question-symbolic" },
};

static const Word right_kinds[] = {
  /* Translators: the kinds of rights. */
  { SIGNET_RIGHT_KIND_TRADEMARK, N_ ("Trademark"), "application-certificate-symbolic" },
  { SIGNET_RIGHT_KIND_INVENTION, N_ ("Invention patent"), "applications-engineering-symbolic" },
  { SIGNET_RIGHT_KIND_UTILITY_MODEL, N_ ("Utility model"), "applications-engineering-symbolic" },
  { SIGNET_RIGHT_KIND_DESIGN, N_ ("Design patent"), "applications-graphics-symbolic" },
  { SIGNET_RIGHT_KIND_WORK, N_ ("Copyright in a work"), "accessories-dictionary-symbolic" },
  { SIGNET_RIGHT_KIND_SOFTWARE, N_ ("Copyright in software"), "utilities-terminal-symbolic" },
  { SIGNET_RIGHT_KIND_ORIGINAL_IMAGE, N_ ("Original image"), "image-x-generic-symbolic" },
  { SIGNET_RIGHT_KIND_PORTRAIT, N_ ("Portrait right"), "avatar-default-symbolic" },
};

static const Word party_kinds[] = {
  { SIGNET_PARTY_KIND_MAINLAND_PERSON, N_ ("Person from mainland China") },
  { SIGNET_PARTY_KIND_MAINLAND_ORGANISATION, N_ ("Organisation in mainland China") },
  { SIGNET_PARTY_KIND_HMT_PERSON, N_ ("Person from Hong Kong, Macau or Taiwan") },
  { SIGNET_PARTY_KIND_HONG_KONG_ORGANISATION, N_ ("Organisation in Hong Kong") },
  { SIGNET_PARTY_KIND_MACAU_ORGANISATION, N_ ("Organisation in Macau") },
  { SIGNET_PARTY_KIND_TAIWAN_ORGANISATION, N_ ("Organisation in Taiwan") },
  { SIGNET_PARTY_KIND_FOREIGN_PERSON, N_ ("Person from another country") },
  { SIGNET_PARTY_KIND_FOREIGN_ORGANISATION, N_ ("Organisation in another country") },
};

static const Word roles[] = {
  /* Translators: whether somebody owns the rights or acts for who does. */
  { SIGNET_ROLE_PRINCIPAL, N_ ("Rights holder") },
  { SIGNET_ROLE_AGENT, N_ ("Agent") },
};

static const Word document_kinds[] = {
  /* Translators: what a person or an organisation is identified by. */
  { SIGNET_DOCUMENT_KIND_RESIDENT_ID, N_ ("Resident ID card") },
  { SIGNET_DOCUMENT_KIND_CREDIT_CODE, N_ ("Business licence") },
  { SIGNET_DOCUMENT_KIND_RESIDENCE_PERMIT,
    N_ ("Residence permit for Hong Kong, Macau and Taiwan residents") },
  { SIGNET_DOCUMENT_KIND_TRAVEL_PERMIT_HK_MACAU,
    N_ ("Mainland travel permit for Hong Kong and Macau residents") },
  { SIGNET_DOCUMENT_KIND_TRAVEL_PERMIT_TAIWAN, N_ ("Mainland travel permit for Taiwan residents") },
  { SIGNET_DOCUMENT_KIND_BUSINESS_REGISTRATION, N_ ("Business registration certificate") },
  { SIGNET_DOCUMENT_KIND_REGISTRATION, N_ ("Company registration") },
  { SIGNET_DOCUMENT_KIND_PASSPORT, N_ ("Passport") },
  { SIGNET_DOCUMENT_KIND_PERMANENT_RESIDENT_CARD, N_ ("Foreign permanent resident ID card") },
};

static const Word standings[] = {
  /* Translators: what somebody is towards a right; a sole licensee shares it with the owner alone. */
  { SIGNET_STANDING_OWNER, N_ ("Owner of the right") },
  { SIGNET_STANDING_EXCLUSIVE_LICENSEE, N_ ("Exclusive licensee") },
  { SIGNET_STANDING_SOLE_LICENSEE, N_ ("Sole licensee") },
  { SIGNET_STANDING_LICENSEE, N_ ("Licensee with express authority") },
};

static const Word work_kinds[] = {
  /* Translators: kinds of works, in the order of the Copyright Law, article 3. */
  { SIGNET_WORK_KIND_LITERARY, N_ ("Written work") },
  { SIGNET_WORK_KIND_ORAL, N_ ("Oral work") },
  { SIGNET_WORK_KIND_MUSIC, N_ ("Music") },
  { SIGNET_WORK_KIND_DRAMA, N_ ("Drama, dance or acrobatics") },
  { SIGNET_WORK_KIND_ART, N_ ("Fine art") },
  { SIGNET_WORK_KIND_ARCHITECTURE, N_ ("Architecture") },
  { SIGNET_WORK_KIND_PHOTOGRAPH, N_ ("Photograph") },
  { SIGNET_WORK_KIND_AUDIOVISUAL, N_ ("Audiovisual work") },
  { SIGNET_WORK_KIND_GRAPHIC, N_ ("Drawing, map or model") },
  { SIGNET_WORK_KIND_SOFTWARE_INTERFACE, N_ ("Interface of a program") },
  { SIGNET_WORK_KIND_OTHER, N_ ("Other work") },
};

static const Word author_kinds[] = {
  /* Translators: who made a work. */
  { SIGNET_AUTHOR_KIND_PERSON, N_ ("A person") },
  { SIGNET_AUTHOR_KIND_ORGANISATION, N_ ("An organisation") },
};

static const Word scopes[] = {
  /* Translators: what a power of attorney is for. */
  { SIGNET_SCOPE_ENFORCEMENT, N_ ("Filing complaints") },
  { SIGNET_SCOPE_CERTIFICATION, N_ ("Certifying identity and rights") },
  { SIGNET_SCOPE_SETTLEMENT, N_ ("Settling and withdrawing") },
  { SIGNET_SCOPE_LITIGATION, N_ ("Administrative complaints and suits") },
};

/* For where no platform is at hand; a rule set has its own labels and says what each paper must show. */
static const Word slots[] = {
  /* Translators: what a paper is for. */
  { SIGNET_SLOT_ID_FRONT, N_ ("ID card, front") },
  { SIGNET_SLOT_ID_BACK, N_ ("ID card, back") },
  { SIGNET_SLOT_LICENCE, N_ ("Business licence") },
  { SIGNET_SLOT_PERMIT_FRONT, N_ ("Permit, front") },
  { SIGNET_SLOT_PERMIT_BACK, N_ ("Permit, back") },
  { SIGNET_SLOT_PASSPORT_PAGE, N_ ("Passport page") },
  { SIGNET_SLOT_INCORPORATION, N_ ("Certificate of incorporation") },
  { SIGNET_SLOT_BUSINESS_REGISTRATION, N_ ("Business registration certificate") },
  { SIGNET_SLOT_REGISTRATION_PROOF, N_ ("Proof of registration") },
  { SIGNET_SLOT_EXISTENCE_PROOF, N_ ("Proof of existence") },
  { SIGNET_SLOT_LEGALISATION, N_ ("Apostille or legalisation") },
  { SIGNET_SLOT_TRANSLATION, N_ ("Chinese translation") },
  { SIGNET_SLOT_AUTHORISATION, N_ ("Power of attorney") },
  { SIGNET_SLOT_HANDLER_ID, N_ ("ID of the handler") },
  { SIGNET_SLOT_CERTIFICATE, N_ ("Certificate") },
  { SIGNET_SLOT_ORIGINAL, N_ ("Original file") },
  { SIGNET_SLOT_PHOTOGRAPH, N_ ("Photograph of the person") },
  { SIGNET_SLOT_NAME_PROOF, N_ ("Proof of the name") },
  { SIGNET_SLOT_RENEWAL, N_ ("Proof of renewal") },
  { SIGNET_SLOT_ASSIGNMENT, N_ ("Proof of assignment") },
  { SIGNET_SLOT_CHANGE, N_ ("Proof of a change") },
  { SIGNET_SLOT_EVALUATION_REPORT, N_ ("Patent evaluation report") },
  { SIGNET_SLOT_ANNUITY_RECEIPT, N_ ("Annuity receipt") },
  { SIGNET_SLOT_LICENCE_CONTRACT, N_ ("Licence contract") },
  { SIGNET_SLOT_OWNER_CONSENT, N_ ("Owner’s consent") },
  { SIGNET_SLOT_OWNER_MANDATE, N_ ("Owner’s express authority") },
  { SIGNET_SLOT_EVIDENCE, N_ ("Evidence") },
};

/* Short ones, for a table; the platform's own labels and explanations stand where a reason is chosen. */
static const Word reasons[] = {
  /* Translators: why something is reported, as short as can be. */
  { "counterfeit", N_ ("Counterfeit") },       { "same_mark", N_ ("Same mark") },
  { "similar_mark", N_ ("Similar mark") },     { "shop_identity", N_ ("Shop identity") },
  { "forged_licence", N_ ("Forged licence") }, { "patent_features", N_ ("Patent features") },
  { "design_copied", N_ ("Design copied") },   { "image_theft", N_ ("Image copied") },
  { "work_copied", N_ ("Work copied") },       { "software_piracy", N_ ("Software piracy") },
  { "scene_used", N_ ("Scene used") },         { "portrait", N_ ("Portrait used") },
};

static const Word steps[] = {
  /* Translators: where in a wizard a draft was left. */
  { "phone", N_ ("Phone") },           { "sms-code", N_ ("Code") },     { "email", N_ ("E-Mail") },
  { "email-code", N_ ("Confirm") },    { "kind", N_ ("Kind") },         { "details", N_ ("Details") },
  { "papers", N_ ("Papers") },         { "right", N_ ("Right") },       { "links", N_ ("What Infringes") },
  { "parties", N_ ("Between Whom") },  { "scope", N_ ("What For") },    { "form", N_ ("Form to Sign") },
  { "reason", N_ ("Reason") },         { "evidence", N_ ("Evidence") }, { "statement", N_ ("Statement") },
  { "self-check", N_ ("Self-Check") }, { "review", N_ ("Review") },
};

static const Word *
find (const Word *words, gsize n_words, const char *word)
{
  if (word == NULL)
    return NULL;

  for (gsize i = 0; i < n_words; i++)
    {
      if (g_str_equal (words[i].word, word))
        return &words[i];
    }

  return NULL;
}

static const char *
label_of (const Word *found, const char *word)
{
  if (found != NULL)
    return _ (found->label);

  return word != NULL ? word : "";
}

/**
 * signet_words_status:
 * @status: (nullable): a status as the wire or the outbox has it
 *
 * Returns: (transfer none): the status in the person's language; @status itself if it is not known
 */
const char *
signet_words_status (const char *status)
{
  return label_of (find (statuses, G_N_ELEMENTS (statuses), status), status);
}

/**
 * signet_words_status_icon:
 * @status: (nullable): a status
 *
 * Returns: (transfer none): name of its symbolic icon
 */
const char *
signet_words_status_icon (const char *status)
{
  const Word *found = find (statuses, G_N_ELEMENTS (statuses), status);

  return found != NULL ? found->icon_name : "dialog-question-symbolic";
}

/**
 * signet_words_status_meaning:
 * @status: (nullable): a status
 *
 * Returns: what its colour says; neutral for a word that is not known
 */
SignetMeaning
signet_words_status_meaning (const char *status)
{
  const Word *found = find (statuses, G_N_ELEMENTS (statuses), status);

  return found != NULL ? found->meaning : SIGNET_MEANING_NEUTRAL;
}

/**
 * signet_words_measure:
 * @measure: (nullable): what the platform did about an item
 *
 * Returns: (transfer none): the measure in words
 */
const char *
signet_words_measure (const char *measure)
{
  return label_of (find (measures, G_N_ELEMENTS (measures), measure), measure);
}

/**
 * signet_words_target_kind:
 * @kind: (nullable): kind of a target
 *
 * Returns: (transfer none): the kind in words
 */
const char *
signet_words_target_kind (const char *kind)
{
  return label_of (find (target_kinds, G_N_ELEMENTS (target_kinds), kind), kind);
}

/**
 * signet_words_target_kind_icon:
 * @kind: (nullable): kind of a target
 *
 * Returns: (transfer none): name of its symbolic icon
 */
const char *
signet_words_target_kind_icon (const char *kind)
{
  const Word *found = find (target_kinds, G_N_ELEMENTS (target_kinds), kind);

  return found != NULL ? found->icon_name : "dialog-question-symbolic";
}

/**
 * signet_words_check:
 * @check: (nullable): state of a pasted target before it is filed
 *
 * Returns: (transfer none): the state in words
 */
const char *
signet_words_check (const char *check)
{
  if (g_strcmp0 (check, SIGNET_CHECK_NEW) == 0)
    /* Translators: what Signet found out about one pasted link. */
    return C_ ("pasted link", "New");
  if (g_strcmp0 (check, SIGNET_CHECK_DUPLICATE) == 0)
    return C_ ("pasted link", "Duplicate");
  if (g_strcmp0 (check, SIGNET_CHECK_FILED) == 0)
    return C_ ("pasted link", "Filed before");
  if (g_strcmp0 (check, SIGNET_CHECK_UNKNOWN) == 0)
    return C_ ("pasted link", "Not a link");

  return check != NULL ? check : "";
}

/**
 * signet_words_right_kind:
 * @kind: (nullable): kind of a right
 *
 * Returns: (transfer none): the kind in words
 */
const char *
signet_words_right_kind (const char *kind)
{
  return label_of (find (right_kinds, G_N_ELEMENTS (right_kinds), kind), kind);
}

/**
 * signet_words_right_kind_icon:
 * @kind: (nullable): kind of a right
 *
 * Returns: (transfer none): name of a symbolic icon for it
 */
const char *
signet_words_right_kind_icon (const char *kind)
{
  const Word *word = find (right_kinds, G_N_ELEMENTS (right_kinds), kind);

  return word != NULL ? word->icon_name : "application-certificate-symbolic";
}

/**
 * signet_words_party_kind:
 * @kind: (nullable): kind of a party
 *
 * Returns: (transfer none): the kind in words
 */
const char *
signet_words_party_kind (const char *kind)
{
  return label_of (find (party_kinds, G_N_ELEMENTS (party_kinds), kind), kind);
}

/**
 * signet_words_role:
 * @role: (nullable): whether somebody holds the rights or acts for who does
 *
 * Returns: (transfer none): the role in words
 */
const char *
signet_words_role (const char *role)
{
  return label_of (find (roles, G_N_ELEMENTS (roles), role), role);
}

/**
 * signet_words_document_kind:
 * @kind: (nullable): what a party is identified by
 *
 * Returns: (transfer none): the document in words
 */
const char *
signet_words_document_kind (const char *kind)
{
  return label_of (find (document_kinds, G_N_ELEMENTS (document_kinds), kind), kind);
}

/**
 * signet_words_standing:
 * @standing: (nullable): what a party is towards a right
 *
 * Returns: (transfer none): the standing in words
 */
const char *
signet_words_standing (const char *standing)
{
  return label_of (find (standings, G_N_ELEMENTS (standings), standing), standing);
}

/**
 * signet_words_number:
 * @number: the number of a right, or an empty string where its kind has none
 * @rest: what else identifies it: its owner, a date
 *
 * A number that has words of its own, as those of the copyright registers have (国作登字-2024-F-00123456),
 * stands by itself.
 *
 * Returns: (transfer full): "No. 68123457 · Qingyun Tea"
 */
char *
signet_words_number (const char *number, const char *rest)
{
  g_return_val_if_fail (number != NULL, NULL);
  g_return_val_if_fail (rest != NULL, NULL);

  if (*number == '\0')
    return g_strdup (rest);
  if (!g_str_is_ascii (number))
    return g_strdup_printf ("%s · %s", number, rest);
  /* Translators: number of a right, and its owner or a date */
  return g_strdup_printf (_ ("No. %s · %s"), number, rest);
}

/**
 * signet_words_work_kind:
 * @kind: (nullable): kind of a work
 *
 * Returns: (transfer none): the kind in words
 */
const char *
signet_words_work_kind (const char *kind)
{
  return label_of (find (work_kinds, G_N_ELEMENTS (work_kinds), kind), kind);
}

/**
 * signet_words_author_kind:
 * @kind: (nullable): whether a person or an organisation made a work
 *
 * Returns: (transfer none): the kind in words
 */
const char *
signet_words_author_kind (const char *kind)
{
  return label_of (find (author_kinds, G_N_ELEMENTS (author_kinds), kind), kind);
}

/**
 * signet_words_scope:
 * @scope: (nullable): something an authorisation covers
 *
 * Returns: (transfer none): what it is, in words
 */
const char *
signet_words_scope (const char *scope)
{
  return label_of (find (scopes, G_N_ELEMENTS (scopes), scope), scope);
}

/**
 * signet_words_slot:
 * @slot: (nullable): what a paper is for
 *
 * Returns: (transfer none): the paper in words; a platform’s own label, where there is one, says it better
 */
const char *
signet_words_slot (const char *slot)
{
  return label_of (find (slots, G_N_ELEMENTS (slots), slot), slot);
}

/**
 * signet_words_reason:
 * @code: (nullable): why something is reported
 *
 * Returns: (transfer none): the reason in a word or two
 */
const char *
signet_words_reason (const char *code)
{
  return label_of (find (reasons, G_N_ELEMENTS (reasons), code), code);
}

/**
 * signet_words_step:
 * @page: (nullable): name of a wizard's page, as a draft keeps it
 *
 * Returns: (transfer none): the page's title
 */
const char *
signet_words_step (const char *page)
{
  return label_of (find (steps, G_N_ELEMENTS (steps), page), page);
}

/**
 * signet_words_language:
 *
 * A platform's own texts come in Chinese and English only.
 *
 * Returns: (transfer none): "zh-CN" or "en", whichever fits the interface's language
 */
const char *
signet_words_language (void)
{
  /* Translators: "zh-CN" in a Chinese translation, else "en": which of a platform's two texts is shown. */
  return C_ ("language of a platform’s texts", "en");
}

/**
 * signet_words_label:
 * @label: (nullable): a platform's text
 *
 * Returns: (transfer none): the text in the language that fits the interface; "" for %NULL
 */
const char *
signet_words_label (SignetLabel *label)
{
  return label != NULL ? signet_label_get (label, signet_words_language ()) : "";
}

/**
 * signet_words_meaning_class:
 * @meaning: a meaning
 *
 * Returns: (nullable) (transfer none): the style class that colours a chip, tile or row; %NULL for neutral
 */
const char *
signet_words_meaning_class (SignetMeaning meaning)
{
  switch (meaning)
    {
    case SIGNET_MEANING_ACCENT:
      return "accent";
    case SIGNET_MEANING_SUCCESS:
      return "success";
    case SIGNET_MEANING_WARNING:
      return "warning";
    case SIGNET_MEANING_ERROR:
      return "error";
    case SIGNET_MEANING_NEUTRAL:
    default:
      return NULL;
    }
}
