/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-finding-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/signet-format.h"
#include "app/signet-words.h"
#include "model/signet-finding-codes.h"
#include "model/signet-words.h"

/*
 * What Signet or a platform found, as sentences: what is the matter, and what the person can do about it.
 * Codes are open: one that isn't in the table is still shown, with its code, so that nothing found is lost.
 */

typedef struct
{
  const char *code;
  const char *title;
  const char *advice;
} Text;

static const Text texts[] = {
  /* Translators: what was found wrong with a field, as a short sentence without a full stop, followed by
     what to do about it. Words in braces are replaced, keep them as they are. */
  { SIGNET_FINDING_REQUIRED, N_ ("This is needed"), NULL },
  { SIGNET_FINDING_CHANGED, N_ ("Changed; the reviewer looks at it again after you submit"), NULL },
  { SIGNET_FINDING_PAPER_MISSING, N_ ("This paper is needed"), N_ ("Choose a PDF, a JPEG or a PNG file.") },
  { "length", N_ ("The number of characters isn’t right"), N_ ("Check it character by character.") },
  { "alphabet", N_ ("There is a character that can’t be part of it"),
    N_ ("The letters I and O are often typed for the digits 1 and 0.") },
  { "check-digit", N_ ("The check digit doesn’t fit"),
    N_ ("Usually two digits are swapped or one is mistyped. If it is as printed, leave it: some valid numbers don’t pass this check.") },
  { "org-check-digit", N_ ("The organisation’s part of the code doesn’t fit"),
    N_ ("Compare characters 9 to 17. If they are as printed, leave them: some valid codes don’t pass this check.") },
  { "region", N_ ("The region isn’t a known one"),
    N_ ("Compare the first digits. Withdrawn region codes are still valid.") },
  { SIGNET_FINDING_DATE, N_ ("This isn’t a date that exists"),
    N_ ("Dates are written year-month-day, such as 2023-03-28.") },
  { SIGNET_FINDING_DATE_FUTURE, N_ ("This date is still to come"),
    N_ ("Compare the year with the document.") },
  { "under-16", N_ ("The person would be under 16"), N_ ("Compare the year of birth with the document.") },
  { "old-15", N_ ("This is an old number with 15 digits"),
    N_ ("Such cards are no longer valid. Type the number of the new card, which has 18 characters.") },
  { "department", N_ ("The first character isn’t a known one"), N_ ("Compare it with the licence.") },
  { "kind", N_ ("The number is of another kind of right"),
    N_ ("Compare the number with the certificate, or choose the other kind.") },
  { "no-check-digit", N_ ("There is no check digit"),
    N_ ("Numbers from before 1989 have none; otherwise it stands after the dot.") },
  { "publication-number", N_ ("This is the number of a publication"),
    N_ ("The patent number starts with ZL or has a dot before its last character.") },
  { "class-range", N_ ("There is no such class"), N_ ("Classes of goods and services go from 1 to 45.") },
  { "series", N_ ("Registration numbers usually look different"),
    N_ ("Compare it with the certificate. If it is as printed, leave it.") },
  { SIGNET_FINDING_UNKNOWN_KIND, N_ ("The platform doesn’t take this kind"),
    N_ ("Choose one of the kinds offered.") },
  { SIGNET_FINDING_TOO_LONG, N_ ("The text is too long"),
    N_ ("It has {count} characters; the platform takes {limit}.") },
  { SIGNET_FINDING_TOO_MANY_FILES, N_ ("There are too many files"),
    N_ ("There are {count}; the platform takes {limit}. Put several pages into one PDF.") },
  { SIGNET_FINDING_ZERO_BYTES, N_ ("The file is empty"),
    N_ ("“{name}” has nothing in it. Often a download or a scan was stopped too early.") },
  { SIGNET_FINDING_TOO_LARGE, N_ ("The file is too large"),
    N_ ("“{name}” is larger than the platform takes. Save it with a lower resolution, or split it.") },
  { SIGNET_FINDING_TYPE_NOT_ACCEPTED, N_ ("The platform doesn’t take this type of file"),
    N_ ("“{name}” is neither a PDF nor a JPEG or PNG picture.") },
  { SIGNET_FINDING_DOCUMENT_DAMAGED, N_ ("This document is damaged"),
    N_ ("“{name}” can’t be opened, and the platform may refuse it. Often a download or a scan was stopped too early.") },
  { SIGNET_FINDING_ENCRYPTED_PDF, N_ ("This document wants a password"),
    N_ ("A reviewer couldn’t open “{name}”, so the platform takes none like it. Save a copy without a password and choose that.") },
  { SIGNET_FINDING_DOCUMENT_TOO_SLOW, N_ ("This document takes too long to open"),
    N_ ("A reviewer may not be able to open “{name}” either. Save it anew from the program that made it.") },
  { SIGNET_FINDING_DOCUMENT_TOO_BIG, N_ ("This document is too big to show"),
    N_ ("A reviewer may not be able to open “{name}” either. Save it with a lower resolution.") },
  { SIGNET_FINDING_DOCUMENT_CRASHED, N_ ("This document broke its viewer"),
    N_ ("Don’t send “{name}” on: save it anew from the program that made it.") },
  { SIGNET_FINDING_EMAIL, N_ ("This isn’t an e-mail address"),
    N_ ("An address looks like name@example.com.") },
  { SIGNET_FINDING_DOCUMENT_EXPIRED, N_ ("The document has expired"), N_ ("Use the one that is valid now.") },
  { SIGNET_FINDING_DOCUMENT_KIND, N_ ("This kind of identity has another document"),
    N_ ("Choose one of the documents offered.") },
  { SIGNET_FINDING_COUNTRY_KIND, N_ ("There is a kind of identity of its own for this place"),
    N_ ("For mainland China, Hong Kong, Macau and Taiwan, choose the kind that names it.") },
  { SIGNET_FINDING_CODE, N_ ("This country isn’t a known one"), N_ ("Choose it from the list.") },
  { SIGNET_FINDING_CERTIFIED_TWICE, N_ ("This document stands here already"),
    N_ ("It is the one of “{party}”. The same papers are never certified twice; use that identity.") },
  { SIGNET_FINDING_PARTY_ELSEWHERE, N_ ("Another account of yours has this identity"),
    N_ ("On “{account}” it is certified as the account’s own, and a platform takes it as that only once.") },
  { SIGNET_FINDING_OWN_EXISTS, N_ ("This account has its own identity already"),
    N_ ("It is “{party}”. Whom you act for is certified as a rights holder with an authorisation.") },
  { SIGNET_FINDING_LEGALISATION_MISSING, N_ ("An apostille or a legalisation is missing"),
    N_ ("Papers from outside mainland China are usually taken only with it.") },
  { SIGNET_FINDING_TRANSLATION_MISSING, N_ ("A Chinese translation is missing"),
    N_ ("Add one with the translator’s seal or signature.") },
  { "document-twice", N_ ("The same document is certified for somebody else"),
    N_ ("Compare the number with the paper. If it is right, use the identity that is certified.") },
  { SIGNET_FINDING_PAPER_STALE, N_ ("The paper is out of date"), N_ ("Choose one that is valid now.") },
  { SIGNET_FINDING_OWNER_DIFFERS, N_ ("Differs from your certified identity"),
    N_ ("If the certificate is right, leave it and add a proof of the name in the next step.") },
  { SIGNET_FINDING_CLASS_TWICE, N_ ("This class stands here twice"),
    N_ ("Put all its goods into one line.") },
  { SIGNET_FINDING_GOODS_MISSING, N_ ("The goods of class {class} are missing"),
    N_ ("A reviewer compares them with what you complain about.") },
  { SIGNET_FINDING_DATE_ORDER, N_ ("It ends before it begins"),
    N_ ("Compare both dates with the document.") },
  { SIGNET_FINDING_TERM_LENGTH, N_ ("This isn’t the term the law gives"),
    N_ ("By the dates you typed it would end on {expected}. If the certificate says otherwise, leave it.") },
  { "term-unproven", N_ ("No term ends on this day"),
    N_ ("By its other dates it ends on {expected} at the latest. Compare all of them with the certificate.") },
  { SIGNET_FINDING_PORTRAIT_HOLDER, N_ ("A portrait belongs to a person"),
    N_ ("Choose the person shown as its holder, or say that you have a licence.") },
  { SIGNET_FINDING_RENEWAL_DUE, N_ ("It can be renewed now"),
    N_ ("It ends on {date}. Renew it at the trademark office in time.") },
  { SIGNET_FINDING_IN_GRACE, N_ ("It has expired, but can still be renewed"),
    N_ ("It ended on {date} and can be renewed until {until}. A platform may refuse complaints meanwhile.") },
  { SIGNET_FINDING_EXPIRED, N_ ("It is no longer valid"),
    N_ ("If it was renewed or given anew, type the new date and add the paper that shows it.") },
  { SIGNET_FINDING_RENEWAL_PAPER, N_ ("A proof of renewal is missing"),
    N_ ("The dates say that it was renewed; add the paper that shows it.") },
  { SIGNET_FINDING_TERRITORY, N_ ("It isn’t registered for mainland China"),
    N_ ("A platform in mainland China protects what is registered there.") },
  { SIGNET_FINDING_EVALUATION_REPORT, N_ ("The patent evaluation report is missing"),
    N_ ("It was granted without a full examination, so platforms usually ask for the report. Apply for it at the patent office in time.") },
  { SIGNET_FINDING_NUMBER_KIND, N_ ("The number is of another kind of patent"),
    N_ ("The digit after the year says which. Compare the number with the certificate, or choose the other kind.") },
  { SIGNET_FINDING_ANNUITY_DUE, N_ ("The annuity is due"),
    N_ ("It was paid until {date}; unpaid, the patent lapses. When it is paid, type the new date.") },
  { SIGNET_FINDING_AUTHOR_DEATH_MISSING, N_ ("The end of the term is open"),
    N_ ("It is protected for the author’s life and 50 years. If the author has died, type the date.") },
  { SIGNET_FINDING_UNPUBLISHED, N_ ("It hasn’t been published"),
    N_ ("Unpublished, it is protected until {date}. If it has been published, type the date.") },
  { SIGNET_FINDING_LICENCE_EXPIRED, N_ ("The licence has ended"),
    N_ ("It ran until {date}. If it was prolonged, type the new date and add the contract.") },
  { SIGNET_FINDING_RIGHT_TWICE, N_ ("You have this right already"),
    N_ ("It stands among your rights as “{right}”.") },
  { SIGNET_FINDING_ROW_UNREADABLE, N_ ("This line of the table can’t be read"),
    N_ ("Usually a quotation mark isn’t closed. Look at it in the program the table comes from, and save it anew.") },
  { SIGNET_FINDING_PARTY_UNKNOWN, N_ ("Nobody here is called “{party}”"),
    N_ ("Compare the name, or add the rights holder first.") },
  { SIGNET_FINDING_PARTY_AMBIGUOUS, N_ ("Several are called “{party}”"),
    N_ ("Write the number of the document instead of the name.") },
  { "standing-paper", N_ ("A paper about the licence is missing"),
    N_ ("A licensee shows what lets them enforce the right: add the paper asked for.") },
  { SIGNET_FINDING_SCOPE_ENFORCEMENT, N_ ("Filing complaints isn’t in the scope"),
    N_ ("Without it nothing can be filed for the rights holder.") },
  { SIGNET_FINDING_NOT_BEGUN, N_ ("It hasn’t begun yet"),
    N_ ("It begins on {date}; nothing can be filed before.") },
  { SIGNET_FINDING_NO_SUB_DELEGATION, N_ ("The one before it can’t be passed on"),
    N_ ("It doesn’t let its agent authorise others. Have one signed that does.") },
  { SIGNET_FINDING_CHAIN_PRINCIPAL, N_ ("The one before it is somebody else’s"),
    N_ ("All authorisations of a chain come from the same rights holder.") },
  { SIGNET_FINDING_CHAIN_LOOP, N_ ("It follows itself"), N_ ("Choose the authorisation it rests on.") },
  { SIGNET_FINDING_SAME_PARTY, N_ ("Rights holder and agent are the same"),
    N_ ("Nobody needs an authorisation for their own rights. Choose another agent.") },
  { SIGNET_FINDING_AUTHORISATION_MISSING, N_ ("An authorisation is missing"),
    N_ ("You act for somebody else: choose or add the authorisation that lets you.") },
  /* Translators: {link} is a number; the first authorisation of a chain is the one the rights holder gave. */
  { SIGNET_FINDING_AUTHORISATION_SCOPE, N_ ("The authorisation isn’t for filing complaints"),
    N_ ("Number {link}, counted from the rights holder, doesn’t have it in its scope. Have one signed that does.") },
  { SIGNET_FINDING_AUTHORISATION_RIGHT, N_ ("The authorisation doesn’t cover this right"),
    N_ ("Number {link}, counted from the rights holder, is for other rights. Choose another right, or have one signed that names it.") },
  { SIGNET_FINDING_AUTHORISATION_PLATFORM, N_ ("The authorisation isn’t for this platform"),
    N_ ("Number {link}, counted from the rights holder, names other platforms. Have one signed that names this one.") },
  { SIGNET_FINDING_AUTHORISATION_NOT_BEGUN, N_ ("The authorisation hasn’t begun yet"),
    N_ ("Number {link}, counted from the rights holder, begins on {date}.") },
  { SIGNET_FINDING_AUTHORISATION_EXPIRED, N_ ("The authorisation has ended"),
    N_ ("Number {link}, counted from the rights holder, ended on {date}. Have a new one signed.") },
  { SIGNET_FINDING_AUTHORISATION_BROKEN, N_ ("The chain of authorisations is broken"),
    N_ ("Number {link}, counted from the rights holder, doesn’t join the one before it or doesn’t end with you.") },
  { SIGNET_FINDING_AUTHORISATION_NO_SUB_DELEGATION, N_ ("The authorisation can’t be passed on"),
    N_ ("Number {link}, counted from the rights holder, doesn’t let its agent authorise others.") },
  { SIGNET_FINDING_NOT_CERTIFIED, N_ ("It isn’t certified on this platform yet"),
    N_ ("Have it certified there first.") },
  { SIGNET_FINDING_NOT_EXPIRED, N_ ("The platform doesn’t count it as expired"),
    N_ ("It can be renewed once it has expired there, and only once.") },
  { SIGNET_FINDING_OTHER_HOLDER, N_ ("The right belongs to someone else"),
    N_ ("Choose a right of the one who complains.") },
  { SIGNET_FINDING_REASON_RIGHT, N_ ("This reason isn’t for this kind of right"),
    N_ ("Choose another reason.") },
  { SIGNET_FINDING_REASON_TARGETS, N_ ("This reason isn’t for everything you listed"),
    N_ ("Choose another reason, or complain about the others separately.") },
  { SIGNET_FINDING_EVIDENCE_MISSING, N_ ("This reason needs evidence"),
    N_ ("Add at least one file that shows it.") },
  { SIGNET_FINDING_PRICE_NO_REASON, N_ ("A low price alone is no infringement"),
    N_ ("Neither is a broken agreement with a dealer. Say what is copied.") },
  { SIGNET_FINDING_GUARANTEE_MISSING, N_ ("Your guarantee is missing"),
    N_ ("A notice needs your word that it is true.") },
  { SIGNET_FINDING_GUARANTEE_CHANGED, N_ ("The guarantee has changed"),
    N_ ("The platform has a new text. Read it and give it again.") },
  { SIGNET_FINDING_ITEMS_NONE, N_ ("There is nothing to complain about yet"),
    N_ ("Paste at least one link.") },
  { SIGNET_FINDING_TOO_MANY_ITEMS, N_ ("There are too many links"),
    N_ ("There are {count}; a complaint takes {limit}.") },
  { SIGNET_FINDING_TARGET_UNKNOWN, N_ ("There is no link to this platform in the text"),
    N_ ("It is left out. If it leads to the platform, say in the table what it is.") },
  { SIGNET_FINDING_DUPLICATE, N_ ("The same as line {line}"),
    N_ ("It is left out: a link is reported once.") },
  { SIGNET_FINDING_FILED_BEFORE, N_ ("You have complained about this before"),
    N_ ("It is left out: repeated notices count as malice.") },
  { SIGNET_FINDING_LINK_SHAPE, N_ ("The platform’s links usually look different"),
    N_ ("Open it once to see whether it is complete.") },
  { SIGNET_FINDING_LINK_KIND, N_ ("The link looks like another kind"),
    N_ ("Look at the kind you chose for this line.") },
  { SIGNET_FINDING_CLASS_MISSING, N_ ("The class of the accused goods is unknown"),
    N_ ("A mark protects certain classes. Choose the one the goods belong to.") },
  { SIGNET_FINDING_CLASS_NOT_COVERED, N_ ("Your mark isn’t registered for class {class}"),
    N_ ("It is registered for {classes}. For other goods, similar ones must be shown.") },
  { SIGNET_FINDING_SELLER_IS_PRINCIPAL, N_ ("The seller is one of your own"),
    N_ ("Look closely before you complain about “{seller}”.") },
  { "type", N_ ("The platform can’t read this"), N_ ("Type or choose it again.") },
  { "range", N_ ("This number is too small or too large"), N_ ("Compare it with the document.") },
  { "unsupported", N_ ("The platform doesn’t offer this any more"), N_ ("Choose one of those offered now.") },
  { "unknown", N_ ("The platform doesn’t know this"),
    N_ ("It may have been removed there, or belong to another account. Choose another one.") },
  { "differs", N_ ("The platform has another version of it"), N_ ("Remove the file and choose it again.") },
  { "digest", N_ ("The file’s digest can’t be read"), N_ ("Remove the file and choose it again.") },
  { "file-missing", N_ ("The platform hasn’t got this file"),
    N_ ("Remove it and choose it again; it is sent once more.") },
  { "digest-mismatch", N_ ("The file arrived changed"),
    N_ ("Send it again; if that doesn’t help, choose it anew.") },
  { "type-mismatch", N_ ("The file isn’t what its name says"),
    N_ ("Open “{name}” and save it as a PDF, a JPEG or a PNG file.") },
  { "locked", N_ ("This can’t be changed now"),
    N_ ("Only what the reviewer asked for can be, until it has been reviewed.") },
  { "party-already-certified", N_ ("This identity has been certified already"),
    N_ ("The same papers are never certified twice; use the certified one.") },
  { "name-proof", N_ ("A proof of the name can mend it"),
    N_ ("If the owner has changed its name, add the paper that shows it.") },
  { "correction-overdue", N_ ("The correction came too late"),
    N_ ("The time for it has passed. File a new complaint with what was missing.") },
  { "link-foreign", N_ ("The link leads to another platform"), N_ ("Complain about it there.") },
  { "seller-authorised", N_ ("The seller has an authorisation"),
    N_ ("If it was never given, choose the reason for forged authorisations.") },
  { "password-short", N_ ("The password is too short"), N_ ("Take several words in a row.") },
  { "password-guessable", N_ ("The password is easy to guess"), N_ ("Take several words in a row.") },
  { "phone", N_ ("This isn’t a mobile number"), N_ ("It has 11 digits and begins with 1.") },
  { "link", N_ ("This isn’t a link"), N_ ("Copy it once more from the platform’s page or app.") },
  { "link-gone", N_ ("The link leads nowhere any more"),
    N_ ("The platform found nothing there. If it is back, complain about the new link.") },
  { "practice-gone", N_ ("The link leads nowhere any more"),
    N_ ("The platform found nothing there. If it is back, complain about the new link.") },
  { "owner-mismatch", N_ ("The owner isn’t the one who was certified"),
    N_ ("Compare the name with the certificate, character by character.") },
  { "unreadable", N_ ("The reviewer couldn’t read it"), N_ ("Choose a scan with every character readable.") },
  { "evidence-shows-copy", N_ ("The evidence shows a copy"), NULL },
};

/* Where the general sentence would say too little: by a parameter's value, or by its being there. */
static const struct
{
  const char *pointer; /* NULL: any */
  const char *name;
  const char *value; /* NULL: any */
  Text text;
  const char *status; /* of the finding too; NULL: any */
} value_texts[] = {
  { NULL,
    "form",
    "apostille",
    { SIGNET_FINDING_LEGALISATION_MISSING, N_ ("An apostille is missing"),
      N_ ("An authority of the country the paper comes from adds it; China has taken part since November 2023.") } },
  { NULL,
    "form",
    "consular",
    { SIGNET_FINDING_LEGALISATION_MISSING, N_ ("A consular legalisation is missing"),
      N_ ("Papers from this country are legalised by the Chinese embassy or consulate there.") } },
  { NULL,
    "kind",
    SIGNET_RIGHT_KIND_PORTRAIT,
    { SIGNET_FINDING_OWNER_DIFFERS, N_ ("The person shown isn’t the holder"),
      N_ ("A portrait is the person’s own. Choose that person as its holder, or say by what licence you complain.") } },
  { NULL,
    "line",
    NULL,
    { SIGNET_FINDING_RIGHT_TWICE, N_ ("This right stands in the table twice"),
      N_ ("It is the same as in line {line} and is left out.") } },
  { "/right",
    "date",
    NULL,
    { SIGNET_FINDING_EXPIRED, N_ ("The right’s term seems to be over"),
      N_ ("By its dates it ended on {date}. If it lasts longer, add that under Rights; otherwise choose another one.") } },
  { "/right",
    "status",
    SIGNET_STATUS_EXPIRED,
    { SIGNET_FINDING_NOT_CERTIFIED, N_ ("The right has expired on the platform"),
      N_ ("If it was renewed, add that under Rights: what waits for it goes on by itself then.") } },
  { "/principal",
    "status",
    SIGNET_STATUS_EXPIRED,
    { SIGNET_FINDING_NOT_CERTIFIED, N_ ("The identity has expired on the platform"),
      N_ ("Renew it under Identity. What waits for it goes on by itself then.") } },
  { "/authorisation",
    "own",
    NULL,
    { SIGNET_FINDING_NOT_CERTIFIED, N_ ("Your own identity “{own}” has expired on the platform"),
      N_ ("Renew it under Identity. What waits for it goes on by itself then.") },
    SIGNET_STATUS_EXPIRED },
  { "/authorisation",
    "party",
    NULL,
    { SIGNET_FINDING_NOT_CERTIFIED, N_ ("The identity “{party}” has expired on the platform"),
      N_ ("This agent stands in the chain of authorisations. Renew it under Identity.") },
    SIGNET_STATUS_EXPIRED },
  { "/authorisation",
    "link",
    NULL,
    { SIGNET_FINDING_NOT_CERTIFIED, N_ ("The authorisation of “{agent}” has expired on the platform"),
      N_ ("It is number {link}, counted from the rights holder. Renew it under Identity.") },
    SIGNET_STATUS_EXPIRED },
  { "/authorisation",
    "own",
    NULL,
    { SIGNET_FINDING_NOT_CERTIFIED, N_ ("Your own identity “{own}” isn’t certified on the platform"),
      N_ ("See under Identity what it needs. What waits for it goes on by itself then.") } },
  { "/authorisation",
    "party",
    NULL,
    { SIGNET_FINDING_NOT_CERTIFIED, N_ ("The identity “{party}” isn’t certified on the platform"),
      N_ ("This agent stands in the chain of authorisations. See under Identity what it needs.") } },
  { "/authorisation",
    "link",
    NULL,
    { SIGNET_FINDING_NOT_CERTIFIED, N_ ("The authorisation of “{agent}” isn’t certified on the platform"),
      N_ ("It is number {link}, counted from the rights holder. See under Identity what it needs.") } },
  { "/authorisation",
    "status",
    SIGNET_STATUS_EXPIRED,
    { SIGNET_FINDING_NOT_CERTIFIED, N_ ("The authorisation has expired on the platform"),
      N_ ("Renew it under Identity. What waits for it goes on by itself then.") } },
};

/* The same by the field. */
static const struct
{
  const char *pointer;
  Text text;
} field_texts[] = {
  { "/contact/phone",
    { "length", N_ ("Phone numbers usually look different"),
      N_ ("With its area code, or + and the code of the country, everybody can call it. If it is right, leave it.") } },
  { "/private_contact/phone",
    { "length", N_ ("Phone numbers usually look different"),
      N_ ("With its area code, or + and the code of the country, everybody can call it. If it is right, leave it.") } },
  { "/contact/phone",
    { "series", N_ ("Phone numbers usually look different"), N_ ("If it is right, leave it.") } },
  { "/private_contact/phone",
    { "series", N_ ("Phone numbers usually look different"), N_ ("If it is right, leave it.") } },
  { "/renews",
    { "differs", N_ ("It isn’t what has expired"),
      N_ ("Its kind and its number, or who it is about, stay as they were. For anything else begin anew.") } },
  { "/document/number",
    { "series", N_ ("Numbers of such documents usually look different"),
      N_ ("Compare it with the document. If it is as printed, leave it.") } },
  { "/document/number",
    { "date", N_ ("Nobody was born on this day"),
      N_ ("Compare characters 7 to 14, the date of birth, with the card.") } },
  { "/handler/document_number",
    { "date", N_ ("Nobody was born on this day"),
      N_ ("Compare characters 7 to 14, the date of birth, with the card.") } },
  { "/reason",
    { SIGNET_FINDING_REQUIRED, N_ ("A reason is needed"),
      N_ ("Choose what is wrong with the links you listed.") } },
  { "/reason",
    { "unsupported", N_ ("The platform doesn’t take this reason any more"),
      N_ ("Choose one of those offered now.") } },
  { "/right",
    { SIGNET_FINDING_REQUIRED, N_ ("A right is needed"), N_ ("Choose the right that is infringed.") } },
  { "/right",
    { "unknown", N_ ("The platform doesn’t know this right"),
      N_ ("Have it certified there first, or choose another one.") } },
  { "/right",
    { SIGNET_FINDING_EXPIRED, N_ ("The right is no longer valid on the platform"),
      N_ ("If it was renewed, add that under Rights; otherwise choose another one.") } },
  { "/right",
    { SIGNET_FINDING_NOT_CERTIFIED, N_ ("The right isn’t approved on the platform"),
      N_ ("See under Rights what it needs. What waits for it goes on by itself then.") } },
  { "/principal",
    { SIGNET_FINDING_NOT_CERTIFIED, N_ ("The identity isn’t approved on the platform"),
      N_ ("See under Identity what it needs. What waits for it goes on by itself then.") } },
  { "/authorisation",
    { SIGNET_FINDING_NOT_CERTIFIED, N_ ("The authorisation isn’t approved on the platform"),
      N_ ("See under Identity what it needs. What waits for it goes on by itself then.") } },
  { "/principal",
    { "unknown", N_ ("The platform doesn’t know this identity"), N_ ("Have it certified there first.") } },
  { "/authorisation",
    { "unknown", N_ ("The platform doesn’t know this authorisation"),
      N_ ("Have it certified there first.") } },
};

static const Text *
find (SignetFinding *finding)
{
  const char *code = signet_finding_get_code (finding);
  const char *status = signet_finding_get_param (finding, "status");

  for (gsize i = 0; i < G_N_ELEMENTS (value_texts); i++)
    {
      const char *value = signet_finding_get_param (finding, value_texts[i].name);

      if (g_str_equal (value_texts[i].text.code, code) && *value != '\0' &&
          (value_texts[i].pointer == NULL ||
           g_str_equal (value_texts[i].pointer, signet_finding_get_pointer (finding))) &&
          (value_texts[i].value == NULL || g_str_equal (value, value_texts[i].value)) &&
          (value_texts[i].status == NULL || g_str_equal (status, value_texts[i].status)))
        return &value_texts[i].text;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (field_texts); i++)
    {
      if (g_str_equal (field_texts[i].text.code, code) &&
          g_str_equal (field_texts[i].pointer, signet_finding_get_pointer (finding)))
        return &field_texts[i].text;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (g_str_equal (texts[i].code, code))
        return &texts[i];
    }

  return NULL;
}

/* {name} in @text becomes the finding's parameter of that name; dates and sizes as the locale writes them. */
static char *
fill_in (const char *text, SignetFinding *finding)
{
  g_autoptr (GString) filled = g_string_new (NULL);

  for (const char *rest = text; *rest != '\0';)
    {
      const char *open = strchr (rest, '{');
      const char *close = open != NULL ? strchr (open, '}') : NULL;
      g_autofree char *name = NULL;
      const char *value;

      if (close == NULL)
        {
          g_string_append (filled, rest);
          break;
        }
      g_string_append_len (filled, rest, open - rest);
      name = g_strndup (open + 1, (gsize) (close - open - 1));
      value = signet_finding_get_param (finding, name);
      if (value != NULL)
        {
          g_autofree char *shown = signet_format_date_text (value); /* what is no date stays as it is */

          g_string_append (filled, shown);
        }
      rest = close + 1;
    }

  return g_string_free (g_steal_pointer (&filled), FALSE);
}

/**
 * signet_finding_text_title:
 * @finding: a finding
 *
 * Returns: (transfer full): what is the matter, without a full stop
 */
char *
signet_finding_text_title (SignetFinding *finding)
{
  const Text *text;

  g_return_val_if_fail (SIGNET_IS_FINDING (finding), NULL);

  text = find (finding);
  if (text != NULL)
    return fill_in (_ (text->title), finding);

  /* Translators: %s is a technical word of the platform for something Signet has no sentence for. */
  return g_strdup_printf (_ ("Something isn’t right here (%s)"), signet_finding_get_code (finding));
}

/* What it was before it was changed. */
static char *
describe_asked (SignetFinding *finding)
{
  g_autoptr (SignetFinding) asked = signet_finding_new_with_params (
      signet_finding_get_pointer (finding), SIGNET_SEVERITY_ERROR,
      signet_finding_get_param (finding, "asked"), signet_finding_get_params (finding));
  g_autofree char *title = signet_finding_text_title (asked);

  /* Translators: %s is what a platform's reviewer found wrong with a field, which was changed since, such as
     "The paper is out of date". */
  return g_strdup_printf (_ ("The reviewer found: %s"), title);
}

/**
 * signet_finding_text_advice:
 * @finding: a finding
 *
 * Returns: (transfer full) (nullable): what the person can do about it
 */
char *
signet_finding_text_advice (SignetFinding *finding)
{
  const Text *text;

  g_return_val_if_fail (SIGNET_IS_FINDING (finding), NULL);

  if (g_str_equal (signet_finding_get_code (finding), SIGNET_FINDING_CHANGED))
    return describe_asked (finding);

  text = find (finding);
  if (text == NULL || text->advice == NULL)
    return NULL;

  return fill_in (_ (text->advice), finding);
}

/**
 * signet_finding_text_get_comparison:
 * @finding: a finding
 * @comparison: (out caller-allocates): the two texts
 *
 * Returns: whether the finding is about two texts that differ
 */
gboolean
signet_finding_text_get_comparison (SignetFinding *finding, SignetComparison *comparison)
{
  const char *code;

  g_return_val_if_fail (SIGNET_IS_FINDING (finding), FALSE);

  code = signet_finding_get_code (finding);
  if (g_str_equal (code, SIGNET_FINDING_OWNER_DIFFERS))
    {
      comparison->first_name = g_str_equal (signet_finding_get_param (finding, "kind"),
                                            SIGNET_RIGHT_KIND_PORTRAIT)
                                   ? C_ ("portrait", "Shown")
                                   : _ ("Certificate");
      comparison->first = signet_finding_get_param (finding, "owner");
      comparison->second_name = _ ("Identity");
      comparison->second = signet_finding_get_param (finding, "party");
    }
  else if (g_str_equal (code, SIGNET_FINDING_NUMBER_KIND))
    {
      /* Translators: the kind of patent that was chosen, beside the one its number is of. */
      comparison->first_name = C_ ("kind of patent", "Chosen");
      comparison->first = signet_words_right_kind (signet_finding_get_param (finding, "kind"));
      comparison->second_name = C_ ("kind of patent", "By the number");
      comparison->second = signet_words_right_kind (signet_finding_get_param (finding, "says"));
    }
  else
    return FALSE;

  return comparison->first != NULL && *comparison->first != '\0' && comparison->second != NULL &&
         *comparison->second != '\0';
}

/**
 * signet_finding_text_severity:
 * @severity: how bad it is
 *
 * Returns: (transfer none): the word for it
 */
const char *
signet_finding_text_severity (SignetSeverity severity)
{
  switch (severity)
    {
    case SIGNET_SEVERITY_ERROR:
      return C_ ("severity", "Error");
    case SIGNET_SEVERITY_WARNING:
      return C_ ("severity", "Warning");
    case SIGNET_SEVERITY_HINT:
    default:
      return C_ ("severity", "Hint");
    }
}

/**
 * signet_finding_text_is_missing:
 * @finding: a finding
 *
 * Returns: whether it only says that something hasn't been typed or chosen yet
 */
gboolean
signet_finding_text_is_missing (SignetFinding *finding)
{
  g_return_val_if_fail (SIGNET_IS_FINDING (finding), FALSE);

  return g_str_equal (signet_finding_get_code (finding), SIGNET_FINDING_REQUIRED) ||
         g_str_equal (signet_finding_get_code (finding), SIGNET_FINDING_PAPER_MISSING) ||
         g_str_equal (signet_finding_get_code (finding), SIGNET_FINDING_EVIDENCE_MISSING) ||
         g_str_equal (signet_finding_get_code (finding), SIGNET_FINDING_ITEMS_NONE) ||
         g_str_equal (signet_finding_get_code (finding), SIGNET_FINDING_GUARANTEE_MISSING);
}

/**
 * signet_finding_text_is_under:
 * @finding: a finding
 * @pointer: a JSON pointer (RFC 6901)
 *
 * Returns: whether the finding speaks about @pointer or something inside it
 */
gboolean
signet_finding_text_is_under (SignetFinding *finding, const char *pointer)
{
  const char *found;
  gsize length;

  g_return_val_if_fail (SIGNET_IS_FINDING (finding), FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  found = signet_finding_get_pointer (finding);
  length = strlen (pointer);

  return strncmp (found, pointer, length) == 0 && (found[length] == '\0' || found[length] == '/');
}
