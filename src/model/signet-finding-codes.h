/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/*
 * The codes of findings that Signet's own checks make. A platform may send others. Parameters stand behind
 * the dash. The codes of numbers (length, alphabet, check-digit, org-check-digit, region, date, date-future,
 * under-16, old-15, department, kind, no-check-digit, publication-number, class-range, series) come from
 * signet-number.h and have none.
 */

/* Anything. */
#define SIGNET_FINDING_REQUIRED "required"
#define SIGNET_FINDING_DATE "date"                 /* no date of the form YYYY-MM-DD */
#define SIGNET_FINDING_DATE_FUTURE "date-future"   /* - date */
#define SIGNET_FINDING_UNKNOWN_KIND "unknown-kind" /* the platform doesn't take it - kind */
#define SIGNET_FINDING_TOO_LONG "too-long"         /* - count, limit */
#define SIGNET_FINDING_CHANGED "changed"           /* it isn't what was refused any more - asked: the code */

/* Files. */
#define SIGNET_FINDING_PAPER_MISSING "paper-missing"         /* - slot */
#define SIGNET_FINDING_TOO_MANY_FILES "too-many-files"       /* - count, limit */
#define SIGNET_FINDING_ZERO_BYTES "zero-bytes"               /* - name */
#define SIGNET_FINDING_TOO_LARGE "too-large"                 /* - name, bytes, limit */
#define SIGNET_FINDING_TYPE_NOT_ACCEPTED "type-not-accepted" /* - name, media_type */

/* What the sealed viewer says about a file; the second is the contract's word. */
#define SIGNET_FINDING_DOCUMENT_DAMAGED "document-damaged"   /* - name */
#define SIGNET_FINDING_ENCRYPTED_PDF "encrypted-pdf"         /* wants a password - name */
#define SIGNET_FINDING_DOCUMENT_TOO_SLOW "document-too-slow" /* - name */
#define SIGNET_FINDING_DOCUMENT_TOO_BIG "document-too-big"   /* - name */
#define SIGNET_FINDING_DOCUMENT_CRASHED "document-crashed"   /* the viewer died of it - name */

/* Parties. */
#define SIGNET_FINDING_EMAIL "email"                       /* no e-mail address */
#define SIGNET_FINDING_DOCUMENT_EXPIRED "document-expired" /* - date */
#define SIGNET_FINDING_DOCUMENT_KIND                                                                     \
  "document-kind"                                  /* not taken from this kind of party - document, kind \
                                                    */
#define SIGNET_FINDING_COUNTRY_KIND "country-kind" /* has kinds of parties of its own - country, kind */
#define SIGNET_FINDING_CODE "code"                 /* no ISO 3166 code of a country - text */
#define SIGNET_FINDING_CERTIFIED_TWICE "certified-twice" /* - party: its name */
#define SIGNET_FINDING_PARTY_ELSEWHERE \
  "party-elsewhere"                            /* own identity on another account - account: its name */
#define SIGNET_FINDING_OWN_EXISTS "own-exists" /* the account has another own identity - party */
#define SIGNET_FINDING_LEGALISATION_MISSING \
  "legalisation-missing" /* - country, form: apostille or consular, slot */
#define SIGNET_FINDING_TRANSLATION_MISSING "translation-missing" /* - slot */

/* Rights. */
#define SIGNET_FINDING_PORTRAIT_HOLDER "portrait-holder" /* an organisation as owner of a portrait */
#define SIGNET_FINDING_OWNER_DIFFERS "owner-differs"     /* - owner, party, difference: width or name */
#define SIGNET_FINDING_CLASS_TWICE "class-twice"         /* - class */
#define SIGNET_FINDING_GOODS_MISSING "goods-missing"     /* - class */
#define SIGNET_FINDING_DATE_ORDER "date-order"       /* ends before it begins - registered_on, valid_until */
#define SIGNET_FINDING_TERM_LENGTH "term-length"     /* not ten years - expected */
#define SIGNET_FINDING_RENEWAL_DUE "renewal-due"     /* may be renewed now - date */
#define SIGNET_FINDING_IN_GRACE "in-grace"           /* expired, may still be renewed - date, until */
#define SIGNET_FINDING_EXPIRED "expired"             /* - date */
#define SIGNET_FINDING_RENEWAL_PAPER "renewal-paper" /* renewed, but no paper says so - slot */
#define SIGNET_FINDING_TERRITORY "territory"         /* not registered for mainland China - territory */
#define SIGNET_FINDING_EVALUATION_REPORT \
  "evaluation-report"                            /* no report for a utility model or design - slot */
#define SIGNET_FINDING_NUMBER_KIND "number-kind" /* the number is of another kind - kind, says */
#define SIGNET_FINDING_ANNUITY_DUE "annuity-due" /* - date */
#define SIGNET_FINDING_AUTHOR_DEATH_MISSING "author-death-missing" /* the term can't be computed */
#define SIGNET_FINDING_UNPUBLISHED "unpublished" /* protected until 50 years after completion - date */
#define SIGNET_FINDING_LICENCE_EXPIRED "licence-expired" /* - date */
#define SIGNET_FINDING_RIGHT_TWICE "right-twice"         /* - right: its name, line: of the same table */

/* Rows of a table that is imported. */
#define SIGNET_FINDING_ROW_UNREADABLE \
  "row-unreadable" /* - problem: unclosed-quote, after-quote, long-cell, many-cells */
#define SIGNET_FINDING_PARTY_UNKNOWN "party-unknown"     /* nobody on this desk - party */
#define SIGNET_FINDING_PARTY_AMBIGUOUS "party-ambiguous" /* several on this desk - party */

/* Authorisations. */
#define SIGNET_FINDING_SCOPE_ENFORCEMENT "scope-enforcement" /* enforcement isn't in the scope */
#define SIGNET_FINDING_NOT_BEGUN "not-begun"                 /* - date */
#define SIGNET_FINDING_NO_SUB_DELEGATION "no-sub-delegation" /* the one it follows may not be passed on */
#define SIGNET_FINDING_CHAIN_PRINCIPAL "chain-principal"     /* the one it follows is another principal's */
#define SIGNET_FINDING_CHAIN_LOOP "chain-loop"               /* it follows itself */
#define SIGNET_FINDING_SAME_PARTY "same-party"               /* given to oneself */

/* Chains of authorisations. Links count from the principal's, 1. */
#define SIGNET_FINDING_AUTHORISATION_MISSING "authorisation-missing"
#define SIGNET_FINDING_AUTHORISATION_SCOPE "authorisation-scope"         /* - link */
#define SIGNET_FINDING_AUTHORISATION_RIGHT "authorisation-right"         /* - link, right */
#define SIGNET_FINDING_AUTHORISATION_PLATFORM "authorisation-platform"   /* - link, platform */
#define SIGNET_FINDING_AUTHORISATION_NOT_BEGUN "authorisation-not-begun" /* - link, date */
#define SIGNET_FINDING_AUTHORISATION_EXPIRED "authorisation-expired"     /* - link, date */
#define SIGNET_FINDING_AUTHORISATION_BROKEN "authorisation-broken"       /* two links don't join - link */
#define SIGNET_FINDING_AUTHORISATION_NO_SUB_DELEGATION "authorisation-no-sub-delegation" /* - link */

/* Complaints. */
#define SIGNET_FINDING_PAPER_STALE "paper-stale"       /* of what is renewed */
#define SIGNET_FINDING_NOT_EXPIRED "not-expired"       /* what is to be renewed */
#define SIGNET_FINDING_NOT_CERTIFIED "not-certified"   /* - status, id; in a chain: link, agent, party, own */
#define SIGNET_FINDING_OTHER_HOLDER "other-holder"     /* the right is another party's */
#define SIGNET_FINDING_REASON_RIGHT "reason-right"     /* not for this kind of right - reason */
#define SIGNET_FINDING_REASON_TARGETS "reason-targets" /* not for all targets - reason, kinds */
#define SIGNET_FINDING_EVIDENCE_MISSING "evidence-missing" /* - reason */
#define SIGNET_FINDING_PRICE_NO_REASON "price-no-reason"   /* a low price or broken dealer agreement - word */
#define SIGNET_FINDING_GUARANTEE_MISSING "guarantee-missing"
#define SIGNET_FINDING_GUARANTEE_CHANGED "guarantee-changed" /* the text is another now */
#define SIGNET_FINDING_ITEMS_NONE "items-none"               /* nothing is left to file */
#define SIGNET_FINDING_TOO_MANY_ITEMS "too-many-items"       /* - count, limit */

/* Items. */
#define SIGNET_FINDING_TARGET_UNKNOWN "target-unknown" /* isn't filed - text */
#define SIGNET_FINDING_DUPLICATE "duplicate"           /* isn't filed - line */
#define SIGNET_FINDING_FILED_BEFORE "filed-before"     /* isn't filed - complaint */
#define SIGNET_FINDING_LINK_SHAPE "link-shape"         /* on the platform, but of no known shape - link */
#define SIGNET_FINDING_LINK_KIND "link-kind"           /* says another kind than was chosen - kind, says */
#define SIGNET_FINDING_CLASS_MISSING "class-missing"   /* class of the accused goods unknown - count */
#define SIGNET_FINDING_CLASS_NOT_COVERED "class-not-covered"     /* - class, classes */
#define SIGNET_FINDING_SELLER_IS_PRINCIPAL "seller-is-principal" /* - seller */
