/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-error-text.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "app/signet-format.h"
#include "desk/signet-desk-error.h"
#include "model/signet-words.h"

/*
 * The only place that turns a GError into words: what happened, and what the person can do. Messages of
 * errors are English and for logs, they are never shown.
 */

typedef struct
{
  const char *icon_name; /* NULL for the ordinary one */
  const char *title;
  const char *advice;
} Text;

/* Translators: what went wrong, without a full stop, followed by what to do about it. Those with capital
   letters are titles of a page. */
static const Text desk_texts[] = {
  [SIGNET_DESK_ERROR_FAILED] = { NULL, N_ ("Something went wrong"),
                                 N_ ("Nothing you typed is lost. Try again; if it happens again, start Signet anew.") },
  [SIGNET_DESK_ERROR_OFFLINE] = { "network-offline-symbolic", N_ ("The platform can’t be reached"),
                                  N_ ("Check your network and try again. What you typed is kept.") },
  [SIGNET_DESK_ERROR_BUSY] = { "alarm-symbolic", N_ ("The platform is busy"),
                               N_ ("Wait a minute and try again.") },
  [SIGNET_DESK_ERROR_PLATFORM] = { NULL, N_ ("The platform’s answer can’t be used"),
                                   N_ ("It isn’t what was agreed on, so Signet doesn’t trust it. Try again later.") },
  [SIGNET_DESK_ERROR_CERTIFICATE] = { "channel-insecure-symbolic", N_ ("The connection isn’t safe"),
                                      N_ ("The platform’s certificate isn’t acceptable, so nothing was sent.") },
  [SIGNET_DESK_ERROR_SIGNED_OUT] = { "dialog-password-symbolic", N_ ("You are signed out"),
                                     N_ ("Sign in again; your drafts and papers are all here.") },
  [SIGNET_DESK_ERROR_EMAIL_NOT_BOUND] = { "mail-unread-symbolic", N_ ("Your e-mail isn’t bound yet"),
                                          N_ ("The platform takes nothing before that.") },
  [SIGNET_DESK_ERROR_WRONG_CODE] = { NULL, N_ ("This isn’t the right code"),
                                     N_ ("Compare it with the message.") },
  [SIGNET_DESK_ERROR_CODE_EXPIRED] = { NULL, N_ ("This code is too old"), N_ ("Ask for a new one.") },
  [SIGNET_DESK_ERROR_LOCKED] = { "system-lock-screen-symbolic", N_ ("Too many wrong tries"),
                                 N_ ("Wait a while, then try again.") },
  [SIGNET_DESK_ERROR_BINDING_FIXED] = { NULL, N_ ("This can’t be changed any more"),
                                        N_ ("The platform binds a phone and an e-mail once and for all.") },
  [SIGNET_DESK_ERROR_ADDRESS_TAKEN] = { NULL, N_ ("This address belongs to another account"),
                                        N_ ("Use another one, or sign in to that account.") },
  [SIGNET_DESK_ERROR_OTHER_PHONE] = { NULL, N_ ("This account belongs to another phone"),
                                      N_ ("What waits here was written for it. Use the phone that signed in before.") },
  [SIGNET_DESK_ERROR_REFUSED] = { NULL, N_ ("The platform refused it"),
                                  N_ ("What it found stands at the fields.") },
  [SIGNET_DESK_ERROR_INCOMPLETE] = { NULL, N_ ("Something is still missing"),
                                     N_ ("Look at the fields that are marked.") },
  [SIGNET_DESK_ERROR_KEYRING_LOCKED] = { "system-lock-screen-symbolic", N_ ("Your Keyring Is Locked"),
                                         N_ ("Signet can’t keep you signed in: the place where your desktop stores passwords is locked. Your drafts and papers are all here.") },
  [SIGNET_DESK_ERROR_KEYRING_ABSENT] = { "dialog-password-symbolic", N_ ("There Is No Keyring"),
                                         N_ ("Signet can’t keep you signed in: this desktop has no place to store passwords. Your drafts and papers are all here.") },
  [SIGNET_DESK_ERROR_KEYRING_REFUSED] = { "dialog-password-symbolic", N_ ("Your Keyring Stays Closed"),
                                          N_ ("Signet can’t keep you signed in: the keyring wasn’t opened. Your drafts and papers are all here.") },
  [SIGNET_DESK_ERROR_KEYRING_UNREACHABLE] = { "dialog-password-symbolic", N_ ("Your Keyring Doesn’t Answer"),
                                              N_ ("Signet can’t keep you signed in: the place where your desktop stores passwords gives no answer. Your drafts and papers are all here.") },
  [SIGNET_DESK_ERROR_SECRET_LEFT] = { "dialog-password-symbolic",
                                      N_ ("You are signed out, but your keyring still holds the key"),
                                      N_ ("Signet takes it out as soon as the keyring opens. Until then you can end the session from another device. Nothing was removed.") },
  [SIGNET_DESK_ERROR_DISK_FULL] = { "drive-harddisk-symbolic", N_ ("The Disk Is Full"),
                                    N_ ("Nothing more can be kept until there is room. Free some space and try again.") },
  [SIGNET_DESK_ERROR_STORE_DAMAGED] = { NULL, N_ ("Signet’s Data Is Damaged"),
                                        N_ ("Your papers are untouched. Restore the data folder from a backup, or ask for help with the details.") },
  [SIGNET_DESK_ERROR_STORE_TOO_NEW] = { NULL, N_ ("A Newer Signet Was Used Here"),
                                        N_ ("This version can’t read what the newer one wrote. Install the newer one again; nothing is lost.") },
  [SIGNET_DESK_ERROR_STORE_IN_USE] = { NULL, N_ ("Signet Is Already Running"),
                                       N_ ("Another Signet has your data open. Close it and try again.") },
  [SIGNET_DESK_ERROR_FILE_UNREADABLE] = { NULL, N_ ("The file can’t be read"),
                                          N_ ("It may have been moved, or you may not be allowed to read it.") },
  [SIGNET_DESK_ERROR_FILE_EMPTY] = { NULL, N_ ("The file is empty"),
                                     N_ ("Often a download or a scan was stopped too early. Choose another file.") },
  [SIGNET_DESK_ERROR_FILE_TOO_LARGE] = { NULL, N_ ("The file is too large"),
                                         N_ ("The platform takes no file this large. Save it with a lower resolution, or split it.") },
  [SIGNET_DESK_ERROR_FILE_TYPE] = { NULL, N_ ("The platform doesn’t take this type of file"),
                                    N_ ("Choose a PDF, a JPEG or a PNG file.") },
  [SIGNET_DESK_ERROR_PRACTICE_FAILED] = { "applications-science-symbolic",
                                          N_ ("The practice platform didn’t start"),
                                          N_ ("Try again; if it happens again, Signet may not be installed completely.") },
  [SIGNET_DESK_ERROR_DOCUMENT_DAMAGED] = { "x-office-document-symbolic", N_ ("This Document Is Damaged"),
                                           N_ ("It can’t be opened, and the platform would refuse it. Often a download or a scan was stopped too early.") },
  [SIGNET_DESK_ERROR_DOCUMENT_ENCRYPTED] = { "system-lock-screen-symbolic",
                                             N_ ("This Document Wants a Password"),
                                             N_ ("A reviewer couldn’t open it. Type the password to look at it here, and choose a copy without one for the platform.") },
  [SIGNET_DESK_ERROR_DOCUMENT_PASSWORD] = { "system-lock-screen-symbolic", N_ ("This Isn’t the Password"),
                                            N_ ("Compare capital and small letters.") },
  [SIGNET_DESK_ERROR_DOCUMENT_TOO_SLOW] = { "preferences-system-time-symbolic",
                                            N_ ("This Document Takes Too Long"),
                                            N_ ("It was stopped after ten seconds. A reviewer may not be able to open it either; save it anew from the program that made it.") },
  [SIGNET_DESK_ERROR_DOCUMENT_TOO_BIG] = { "x-office-document-symbolic",
                                           N_ ("This Document Is Too Big to Show"),
                                           N_ ("Drawing it takes more memory than a document may have here. Save it with a lower resolution.") },
  [SIGNET_DESK_ERROR_DOCUMENT_CRASHED] = { "x-office-document-symbolic",
                                           N_ ("This Document Broke Its Viewer"),
                                           N_ ("It was opened in a sealed process, so nothing else is harmed. Don’t send it on: save it anew from the program that made it.") },
  [SIGNET_DESK_ERROR_DOCUMENT_UNSUPPORTED] = { "x-office-document-symbolic", N_ ("This Can’t Be Shown"),
                                               N_ ("Signet shows PDF files and pictures.") },
  [SIGNET_DESK_ERROR_DOCUMENT_NOT_SAFE] = { "security-low-symbolic", N_ ("This System Can’t Seal the Viewer"),
                                            N_ ("Documents are only opened in a sealed process, and this system doesn’t allow one. Open the file in another program to look at it.") },
  [SIGNET_DESK_ERROR_NOT_FOUND] = { NULL, N_ ("It isn’t there any more"),
                                    N_ ("It may have been sent or removed meanwhile.") },
  [SIGNET_DESK_ERROR_WRONG_PASSWORD] = { "dialog-password-symbolic", N_ ("This isn’t the right password"),
                                         N_ ("Or it belongs to another phone or e-mail. Compare capital and small letters.") },
  [SIGNET_DESK_ERROR_DAILY_LIMIT] = { "alarm-symbolic", N_ ("No more codes are sent today"),
                                      N_ ("The platform sends only so many to one address a day. Use the last one, or try again tomorrow.") },
  [SIGNET_DESK_ERROR_NOT_OPEN] = { "system-lock-screen-symbolic", N_ ("This can’t be changed now"),
                                   N_ ("The platform lets it be changed once review has found something to correct. What you typed is kept here.") },
  [SIGNET_DESK_ERROR_CERTIFIED] = { NULL, N_ ("This is certified already"),
                                    N_ ("The platform has it, or it is on its way there. Nothing is sent twice.") },
  [SIGNET_DESK_ERROR_BEING_REVISED] = { NULL, N_ ("A draft about this is open"),
                                        N_ ("It stands in Today. Finish or discard it first, so that neither undoes what the other changes.") },
  [SIGNET_DESK_ERROR_FONT] = { "font-x-generic-symbolic", N_ ("A font is missing"),
                               N_ ("No font on this computer has all the characters. Install one for Chinese, such as Noto Sans CJK, and try again.") },
  [SIGNET_DESK_ERROR_DENIED] = { "phone-symbolic", N_ ("Signing in was refused on the phone"),
                                 N_ ("Ask for a new code if it was by mistake.") },
  [SIGNET_DESK_ERROR_INTERCEPTED] = { "network-error-symbolic",
                                      N_ ("Something else answers in place of the platform"),
                                      N_ ("Your network may want you to sign in first: open any web page in a browser, then try again. Nothing was sent.") },
  [SIGNET_DESK_ERROR_ADDRESS] = { "network-server-symbolic", N_ ("This isn’t an address Signet can use"),
                                  N_ ("It begins with https:// and names the platform’s server, without a user name.") },
  [SIGNET_DESK_ERROR_NOT_A_PLATFORM] = { "network-server-symbolic", N_ ("No platform answers there"),
                                         N_ ("There is a server, but it isn’t one Signet can talk to. Compare the address with the one the platform gave you.") },
  [SIGNET_DESK_ERROR_OTHER_PLATFORM] = { "security-low-symbolic", N_ ("Another platform answers there"), N_ ("It isn’t the one this address belongs to, so nothing was sent. Ask the platform for its right address.") },
  [SIGNET_DESK_ERROR_PLATFORM_TOO_NEW] = { "software-update-available-symbolic",
                                           N_ ("The platform is newer than this Signet"),
                                           N_ ("Update Signet, then connect again.") },
  [SIGNET_DESK_ERROR_PLATFORM_INCOMPLETE] = { "network-server-symbolic",
                                              N_ ("The platform leaves something out"),
                                              N_ ("It doesn’t say all that signing in needs. Only the platform itself can mend that.") },
  [SIGNET_DESK_ERROR_CERTIFICATE_EXPIRED] = { "channel-insecure-symbolic",
                                              N_ ("The platform’s certificate has run out"),
                                              N_ ("If this computer’s clock is right, only the platform can mend it. Nothing was sent.") },
  [SIGNET_DESK_ERROR_CERTIFICATE_NOT_YET] = { "channel-insecure-symbolic",
                                              N_ ("The platform’s certificate isn’t valid yet"),
                                              N_ ("This computer’s clock may be slow: set it right and try again. If it is right, only the platform can mend it. Nothing was sent.") },
  [SIGNET_DESK_ERROR_CERTIFICATE_NAME] = { "channel-insecure-symbolic",
                                           N_ ("The certificate is for another address"),
                                           N_ ("The address may have a typing mistake, or somebody may stand in between. Nothing was sent.") },
  [SIGNET_DESK_ERROR_CERTIFICATE_SELF_SIGNED] = { "channel-insecure-symbolic",
                                                  N_ ("The server vouches only for itself"),
                                                  N_ ("Anybody could have made its certificate, so Signet doesn’t connect. Nothing was sent.") },
  [SIGNET_DESK_ERROR_CERTIFICATE_ISSUER] = { "channel-insecure-symbolic",
                                             N_ ("Nobody this computer trusts vouches for the platform"),
                                             N_ ("In a company’s network the administrator may have to install a certificate. Nothing was sent.") },
  [SIGNET_DESK_ERROR_LANGUAGE] = { NULL, N_ ("There is no such paper in this language"),
                                   N_ ("Choose Chinese or English.") },
  [SIGNET_DESK_ERROR_NOT_WRITTEN] = { NULL, N_ ("The paper can’t be written"),
                                      N_ ("Nothing you typed is lost. Try again, or save it in another folder.") },
};

static const Text no_space = {
  "drive-harddisk-symbolic", N_ ("The Disk Is Full"),
  N_ ("Nothing more can be kept until there is room. Free some space and try again.")
};
static const Text not_there = { NULL, N_ ("The file can’t be read"),
                                N_ ("It may have been moved, or you may not be allowed to read it.") };

/* Why a platform refused something that stands at no field of a draft. */
static const struct
{
  const char *reason;
  Text text;
} reason_texts[] = {
  { "password-short",
    { NULL, N_ ("This password is too short"), N_ ("It needs eight characters or more.") } },
  { "password-guessable",
    { NULL, N_ ("This password is easily guessed"),
      N_ ("Take several words, or let a password manager make one.") } },
  { "too-long", { NULL, N_ ("This is longer than the platform takes"), N_ ("Shorten it.") } },
  { "required",
    { NULL, N_ ("The password so far is needed"),
      N_ ("If you have forgotten it, sign in another way and come back at once.") } },
};

static const Text *
find_reason (const char *reason)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reason_texts); i++)
    {
      if (g_strcmp0 (reason_texts[i].reason, reason) == 0)
        return &reason_texts[i].text;
    }

  return NULL;
}

static const Text *
find (const GError *error)
{
  if (g_error_matches (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_REFUSED) &&
      find_reason (signet_desk_error_get_reason (error)) != NULL)
    return find_reason (signet_desk_error_get_reason (error));

  if (error->domain == SIGNET_DESK_ERROR && error->code >= 0 &&
      error->code < (int) G_N_ELEMENTS (desk_texts) && desk_texts[error->code].title != NULL)
    return &desk_texts[error->code];

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return &no_space;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return &not_there;

  return &desk_texts[SIGNET_DESK_ERROR_FAILED];
}

/* How long to wait, where the platform has said so. */
static char *
get_advice (const GError *error)
{
  if (error->domain == SIGNET_DESK_ERROR && error->code != SIGNET_DESK_ERROR_DAILY_LIMIT &&
      signet_desk_error_get_retry_after (error) > 0)
    {
      g_autofree char *wait = signet_format_duration (signet_desk_error_get_retry_after (error));

      /* Translators: %s is "15 minutes" or "40 seconds" */
      return g_strdup_printf (_ ("Wait %s, then try again."), wait);
    }

  return g_strdup (_ (find (error)->advice));
}

/**
 * signet_error_text_title:
 * @error: what went wrong
 *
 * Returns: (transfer full): what happened, without a full stop
 */
char *
signet_error_text_title (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return g_strdup (_ (find (error)->title));
}

/**
 * signet_error_text_advice:
 * @error: what went wrong
 *
 * Returns: (transfer full): what it means and what the person can do
 */
char *
signet_error_text_advice (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return get_advice (error);
}

/**
 * signet_error_text_sentence:
 * @error: what went wrong
 *
 * Returns: (transfer full): both in one line, where there is no room for two
 */
char *
signet_error_text_sentence (const GError *error)
{
  g_autofree char *advice = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  advice = get_advice (error);

  /* Translators: what happened, and what to do about it: "The platform is busy. Wait a minute and try again."
   */
  return g_strdup_printf (_ ("%s. %s"), _ (find (error)->title), advice);
}

/**
 * signet_error_text_icon:
 * @error: what went wrong
 *
 * Returns: (transfer none): a symbolic icon for an error page
 */
const char *
signet_error_text_icon (const GError *error)
{
  const char *icon_name;

  g_return_val_if_fail (error != NULL, NULL);

  icon_name = find (error)->icon_name;

  return icon_name != NULL ? icon_name : "dialog-warning-symbolic";
}

/* Why a submission has not gone through: what the outbox keeps, a word of the desk or a problem's code. */
static const struct
{
  const char *code;
  const char *text;
} submission_texts[] = {
  /* Translators: why something has not been sent yet. */
  { "", N_ ("It is on its way to the platform.") },
  { "offline", N_ ("The platform can’t be reached. It is sent by itself when the platform is back.") },
  { "signed-out", N_ ("You are signed out. It is sent by itself when you have signed in again.") },
  { "busy", N_ ("The platform is busy. Signet tries again by itself.") },
  { "unusable", N_ ("The platform’s answer can’t be used. Nothing is lost; try again later.") },
  { "no-tag",
    N_ ("The platform’s answer was incomplete: it didn’t say which version it holds, so nothing was "
        "changed there. Nothing is lost; try again later.") },
  { "not-stored",
    N_ ("The platform’s answer could not be stored on this computer. Signet asks for it again by itself; "
        "nothing is sent twice.") },
  { "unreadable",
    N_ ("What is to be sent can’t be read on this computer any more. Open it, look it through and submit it "
        "again.") },
  { "invalid", N_ ("The platform found something to correct in it.") },
  { "file-refused", N_ ("The platform doesn’t take one of its files.") },
  { "too-large", N_ ("It is larger than the platform takes.") },
  { "email-not-bound", N_ ("Your e-mail isn’t bound yet; the platform takes nothing before that.") },
  { "party-already-certified", N_ ("The platform has certified this identity already.") },
  { "locked", N_ ("It is locked on the platform until it has been reviewed.") },
  { "precondition-failed",
    N_ ("It was changed on the platform meanwhile. Look at both versions, then send it again.") },
  { "not-found", N_ ("What it rests on isn’t on the platform any more.") },
};

/**
 * signet_error_text_submission:
 * @code: (nullable): why a submission has not gone through, "" if nothing is wrong
 *
 * Returns: (transfer full): a sentence or two
 */
char *
signet_error_text_submission (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (submission_texts); i++)
    {
      if (g_strcmp0 (code != NULL ? code : "", submission_texts[i].code) == 0)
        return g_strdup (_ (submission_texts[i].text));
    }

  /* Translators: %s is a technical word of the platform for something Signet has no sentence for. */
  return g_strdup_printf (_ ("The platform refused it (%s)."), code);
}

/**
 * signet_error_text_awaited:
 * @kind: %SIGNET_KIND_PARTY, %SIGNET_KIND_RIGHT or %SIGNET_KIND_AUTHORISATION
 * @name: what it is called
 *
 * Returns: (transfer full): that something waits for it because it was refused
 */
char *
signet_error_text_awaited (const char *kind, const char *name)
{
  if (g_strcmp0 (kind, SIGNET_KIND_RIGHT) == 0)
    /* Translators: %s is the name of a mark */
    return g_strdup_printf (
        _ ("Waits for the right %s, which wasn’t taken. Once that is, it is sent by itself."), name);
  if (g_strcmp0 (kind, SIGNET_KIND_AUTHORISATION) == 0)
    /* Translators: %s is the name of a person or an organisation */
    return g_strdup_printf (
        _ ("Waits for the authorisation by %s, which wasn’t taken. Once that is, it is sent by itself."),
        name);

  /* Translators: %s is the name of a person or an organisation */
  return g_strdup_printf (
      _ ("Waits for the identity of %s, which wasn’t taken. Once that is, it is sent by itself."), name);
}
