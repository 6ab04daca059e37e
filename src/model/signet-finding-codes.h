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

/* Rights. */
#define SIGNET_FINDING_OWNER_DIFFERS "owner-differs" /* - owner, party, difference: width or name */
#define SIGNET_FINDING_CLASS_TWICE "class-twice"     /* - class */
#define SIGNET_FINDING_GOODS_MISSING "goods-missing" /* - class */
#define SIGNET_FINDING_DATE_ORDER "date-order"       /* ends before it begins - registered_on, valid_until */
#define SIGNET_FINDING_TERM_LENGTH "term-length"     /* not ten years - expected */
#define SIGNET_FINDING_RENEWAL_DUE "renewal-due"     /* may be renewed now - date */
#define SIGNET_FINDING_IN_GRACE "in-grace"           /* expired, may still be renewed - date, until */
#define SIGNET_FINDING_EXPIRED "expired"             /* - date */
#define SIGNET_FINDING_RENEWAL_PAPER "renewal-paper" /* renewed, but no paper says so */
#define SIGNET_FINDING_TERRITORY "territory"         /* not registered for mainland China - territory */

/* Complaints. */
#define SIGNET_FINDING_NOT_CERTIFIED "not-certified"       /* right or party - status */
#define SIGNET_FINDING_OTHER_HOLDER "other-holder"         /* the right is another party's */
#define SIGNET_FINDING_REASON_RIGHT "reason-right"         /* not for this kind of right - reason */
#define SIGNET_FINDING_REASON_TARGETS "reason-targets"     /* not for all targets - reason, kinds */
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
