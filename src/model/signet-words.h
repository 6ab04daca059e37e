/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* The words of the wire that the program itself must know. Every enum of the wire is open: records hold
 * texts, and a word that isn't here is kept and shown as it is. */

/* Status: local, before a platform has it. */
#define SIGNET_STATUS_DRAFT "draft"
#define SIGNET_STATUS_QUEUED "queued"
#define SIGNET_STATUS_SENDING "sending"
#define SIGNET_STATUS_PAUSED "paused"
#define SIGNET_STATUS_FAILED "failed"
#define SIGNET_STATUS_UNCERTIFIED "uncertified" /* a filter's word for what no platform knows */

/* Status: party, right, complaint. */
#define SIGNET_STATUS_SUBMITTED "submitted"
#define SIGNET_STATUS_IN_REVIEW "in_review"
#define SIGNET_STATUS_NEEDS_CORRECTION "needs_correction"
#define SIGNET_STATUS_APPROVED "approved"
#define SIGNET_STATUS_REJECTED "rejected"
#define SIGNET_STATUS_EXPIRED "expired"
#define SIGNET_STATUS_UPHELD "upheld"
#define SIGNET_STATUS_PARTLY_UPHELD "partly_upheld"
#define SIGNET_STATUS_WITHDRAWN "withdrawn"

/* Status: item. */
#define SIGNET_STATUS_PENDING "pending"
#define SIGNET_STATUS_REMOVED "removed"
#define SIGNET_STATUS_NOT_FOUND "not_found"
#define SIGNET_STATUS_NOT_INFRINGING "not_infringing"
#define SIGNET_STATUS_AUTHORISED "authorised"
#define SIGNET_STATUS_DUPLICATE "duplicate"
#define SIGNET_STATUS_INSUFFICIENT "insufficient"
#define SIGNET_STATUS_OBJECTED "objected"
#define SIGNET_STATUS_KEPT "kept"
#define SIGNET_STATUS_RESTORED "restored"

/* Status: binding. */
#define SIGNET_STATUS_CONFIRMED "confirmed"

/* What was done about an item. */
#define SIGNET_MEASURE_LINK_REMOVED "link_removed"
#define SIGNET_MEASURE_DELISTED "delisted"
#define SIGNET_MEASURE_TRAFFIC_LIMITED "traffic_limited"
#define SIGNET_MEASURE_STREAM_INTERRUPTED "stream_interrupted"
#define SIGNET_MEASURE_ACCOUNT_BANNED "account_banned"
#define SIGNET_MEASURE_SHOP_CLOSED "shop_closed"
#define SIGNET_MEASURE_HANDED_ON "handed_on"

/* Resources: in receipts, changes, the outbox and Today. */
#define SIGNET_KIND_PARTY "party"
#define SIGNET_KIND_RIGHT "right"
#define SIGNET_KIND_AUTHORISATION "authorisation"
#define SIGNET_KIND_COMPLAINT "complaint"
#define SIGNET_KIND_ITEM "item"
#define SIGNET_KIND_ACCOUNT "account"

/* Parties and their documents. */
#define SIGNET_ROLE_PRINCIPAL "principal"
#define SIGNET_ROLE_AGENT "agent"
#define SIGNET_PARTY_KIND_MAINLAND_PERSON "mainland_person"
#define SIGNET_PARTY_KIND_MAINLAND_ORGANISATION "mainland_organisation"
#define SIGNET_PARTY_KIND_HMT_PERSON "hmt_person" /* of Hong Kong, Macau or Taiwan */
#define SIGNET_PARTY_KIND_HONG_KONG_ORGANISATION "hong_kong_organisation"
#define SIGNET_PARTY_KIND_MACAU_ORGANISATION "macau_organisation"
#define SIGNET_PARTY_KIND_TAIWAN_ORGANISATION "taiwan_organisation"
#define SIGNET_PARTY_KIND_FOREIGN_PERSON "foreign_person"
#define SIGNET_PARTY_KIND_FOREIGN_ORGANISATION "foreign_organisation"
#define SIGNET_DOCUMENT_KIND_RESIDENT_ID "resident_id"
#define SIGNET_DOCUMENT_KIND_CREDIT_CODE "credit_code"
#define SIGNET_DOCUMENT_KIND_RESIDENCE_PERMIT "residence_permit" /* of Hong Kong, Macau, Taiwan residents */
#define SIGNET_DOCUMENT_KIND_TRAVEL_PERMIT_HK_MACAU "travel_permit_hk_macau"
#define SIGNET_DOCUMENT_KIND_TRAVEL_PERMIT_TAIWAN "travel_permit_taiwan"
#define SIGNET_DOCUMENT_KIND_BUSINESS_REGISTRATION "business_registration" /* Hong Kong */
#define SIGNET_DOCUMENT_KIND_REGISTRATION "registration" /* Macau, Taiwan, foreign: as it comes */
#define SIGNET_DOCUMENT_KIND_PASSPORT "passport"
#define SIGNET_DOCUMENT_KIND_PERMANENT_RESIDENT_CARD "permanent_resident_card"

/* Authorisations. */
#define SIGNET_SCOPE_ENFORCEMENT "enforcement"
#define SIGNET_SCOPE_CERTIFICATION "certification"
#define SIGNET_SCOPE_SETTLEMENT "settlement"
#define SIGNET_SCOPE_LITIGATION "litigation"

/* Rights. */
#define SIGNET_RIGHT_KIND_TRADEMARK "trademark"
#define SIGNET_RIGHT_KIND_INVENTION "invention"
#define SIGNET_RIGHT_KIND_UTILITY_MODEL "utility_model"
#define SIGNET_RIGHT_KIND_DESIGN "design"
#define SIGNET_RIGHT_KIND_WORK "work"
#define SIGNET_RIGHT_KIND_SOFTWARE "software"
#define SIGNET_RIGHT_KIND_ORIGINAL_IMAGE "original_image"
#define SIGNET_RIGHT_KIND_PORTRAIT "portrait"
#define SIGNET_STANDING_OWNER "owner"
#define SIGNET_STANDING_EXCLUSIVE_LICENSEE "exclusive_licensee"
#define SIGNET_STANDING_SOLE_LICENSEE "sole_licensee" /* beside the owner */
#define SIGNET_STANDING_LICENSEE "licensee"
#define SIGNET_TERRITORY_CN "CN"

/* Works. */
#define SIGNET_WORK_KIND_LITERARY "literary"
#define SIGNET_WORK_KIND_ORAL "oral"
#define SIGNET_WORK_KIND_MUSIC "music"
#define SIGNET_WORK_KIND_DRAMA "drama"
#define SIGNET_WORK_KIND_ART "art"
#define SIGNET_WORK_KIND_PHOTOGRAPH "photograph"
#define SIGNET_WORK_KIND_AUDIOVISUAL "audiovisual"
#define SIGNET_WORK_KIND_ARCHITECTURE "architecture"
#define SIGNET_WORK_KIND_GRAPHIC "graphic"
#define SIGNET_WORK_KIND_SOFTWARE_INTERFACE "software_interface"
#define SIGNET_WORK_KIND_OTHER "other"
#define SIGNET_AUTHOR_KIND_PERSON "person"
#define SIGNET_AUTHOR_KIND_ORGANISATION "organisation"

/* Targets. A short link's kind isn't known until the person sets it. */
#define SIGNET_TARGET_KIND_GOODS "goods"
#define SIGNET_TARGET_KIND_SHOP "shop"
#define SIGNET_TARGET_KIND_VIDEO "video"
#define SIGNET_TARGET_KIND_LIVE "live"
#define SIGNET_TARGET_KIND_ACCOUNT "account"
#define SIGNET_TARGET_KIND_SHORT "short"
#define SIGNET_TARGET_KIND_PASSCODE "passcode"
#define SIGNET_TARGET_KIND_UNKNOWN "unknown"

/* What the desk sees in a pasted target before it is filed. */
#define SIGNET_CHECK_NEW "new"
#define SIGNET_CHECK_DUPLICATE "duplicate" /* as an earlier line of the batch */
#define SIGNET_CHECK_FILED "filed"         /* in an earlier complaint for the same right */
#define SIGNET_CHECK_UNKNOWN "unknown"     /* no link, or none the platform knows */

/* Papers. */
#define SIGNET_SLOT_ID_FRONT "id_front"
#define SIGNET_SLOT_ID_BACK "id_back"
#define SIGNET_SLOT_LICENCE "licence"
#define SIGNET_SLOT_CERTIFICATE "certificate"
#define SIGNET_SLOT_NAME_PROOF "name_proof"
#define SIGNET_SLOT_RENEWAL "renewal"
#define SIGNET_SLOT_EVIDENCE "evidence"
#define SIGNET_SLOT_PERMIT_FRONT "permit_front"
#define SIGNET_SLOT_PERMIT_BACK "permit_back"
#define SIGNET_SLOT_PASSPORT_PAGE "passport_page"
#define SIGNET_SLOT_INCORPORATION "incorporation"
#define SIGNET_SLOT_BUSINESS_REGISTRATION "business_registration"
#define SIGNET_SLOT_REGISTRATION_PROOF "registration_proof"
#define SIGNET_SLOT_EXISTENCE_PROOF "existence_proof"
#define SIGNET_SLOT_LEGALISATION "legalisation"
#define SIGNET_SLOT_TRANSLATION "translation"
#define SIGNET_SLOT_AUTHORISATION "authorisation"
#define SIGNET_SLOT_HANDLER_ID "handler_id"
#define SIGNET_SLOT_ORIGINAL "original"
#define SIGNET_SLOT_PHOTOGRAPH "photograph"
#define SIGNET_SLOT_CONSENT "consent"
#define SIGNET_SLOT_ASSIGNMENT "assignment"
#define SIGNET_SLOT_CHANGE "change"
#define SIGNET_SLOT_EVALUATION_REPORT "evaluation_report"
#define SIGNET_SLOT_ANNUITY_RECEIPT "annuity_receipt"
#define SIGNET_SLOT_LICENCE_CONTRACT "licence_contract"
#define SIGNET_SLOT_OWNER_CONSENT "owner_consent"
#define SIGNET_SLOT_OWNER_MANDATE "owner_mandate"

/* What became of a line of an imported table. */
#define SIGNET_IMPORT_OK "ok"
#define SIGNET_IMPORT_WARNING "warning"
#define SIGNET_IMPORT_ERROR "error"
#define SIGNET_IMPORT_DUPLICATE "duplicate"

/* Rows of Today. */
#define SIGNET_TODAY_DRAFT "draft"
#define SIGNET_TODAY_FAILED "failed"
#define SIGNET_TODAY_QUEUED "queued"
#define SIGNET_TODAY_CORRECTION "correction"
#define SIGNET_TODAY_EXPIRING "expiring"
#define SIGNET_TODAY_DECIDED "decided"

/* Ways of signing in: a platform's login_methods. */
#define SIGNET_LOGIN_DEVICE "device" /* by scanning a code with the platform's phone app */
#define SIGNET_LOGIN_SMS "sms"
#define SIGNET_LOGIN_PASSWORD "password"

/* Languages of texts. */
#define SIGNET_LANGUAGE_ZH_CN "zh-CN"
#define SIGNET_LANGUAGE_EN "en"
