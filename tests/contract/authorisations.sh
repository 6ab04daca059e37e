#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Authorisations: what is refused and where, what the reviewer finds, corrected only where a finding points, and
# expired when their time is over. On kuaishou they are looked at with the first complaint that rests on them, on ippro
# at once.
#
# usage: authorisations.sh kuaishou|ippro

. "$(dirname "$0")/lib.sh"
RULES=${1:?kuaishou or ippro}
RULES_GIVEN="--rules $RULES"
serve
join 13800001234 agency@fanhai.example
agency
png "$WORK/evidence.png" evidence && upload "$WORK/evidence.png" image/png && EVIDENCE=$PAPER
PRINCIPAL_NAME='Nordlicht Leuchten GmbH'
foreign_principal HRB-1 "$PRINCIPAL_NAME"
foreign_right "$PRINCIPAL" 22345671
FIRST_RIGHT=$RIGHT
BODY=$(authorisation_json "$PRINCIPAL" "$AGENT")

# look_at AUTHORISATION: where the platform doesn't by itself, a complaint that rests on it
declare -A COMPLAINTS
look_at() {
  [[ $RULES == ippro ]] && return
  call GET "/v1/authorisations/$1"
  expect 200 '.status == "submitted"' : 'it waits for a complaint'
  complain trademark "$FIRST_RIGHT" "$(body .principal)" "$1"
  COMPLAINTS[$1]=$COMPLAINT
}

# sent_back NAME AUTHORISATION FINDINGS: by the reviewer; the complaint waits for it
sent_back() {
  check "$1 is sent back" await "/v1/authorisations/$2" '.status == "needs_correction"'
  expect 200 "[.findings[] | [.pointer, .code, .severity[:1], .params.slot // \"\"] | join(\" \")] == $3 and .due_rule == \"correction\"" : "$1 is found out"
  if [[ $RULES == kuaishou ]]; then
    check "$1: the complaint waits and says for what" await "/v1/complaints/${COMPLAINTS[$2]}" ".status == \"needs_correction\"
      and (.findings | any(. == {pointer: \"/authorisation\", code: \"not-certified\", severity: \"error\", params: {status: \"needs_correction\", id: \"$2\"}}))"
    call GET "/v1/authorisations/$2"
  fi
}

# mended NAME AUTHORISATION: approved after the correction, and the complaint goes on
mended() {
  check "$1, mended, is approved" await "/v1/authorisations/$2" '.status == "approved" and .findings == []'
  [[ $RULES == ippro ]] || check "$1: and the complaint goes on" await "/v1/complaints/${COMPLAINTS[$2]}" '.status == "upheld"'
}

# Taken, with a receipt
post /v1/authorisations "$BODY"
expect 201 '.resource.status == "submitted" and (.resource.id | startswith("aut_")) and .resource.scope == ["enforcement", "certification"]
  and .resource.sub_delegation == false and (.resource.files | all(.id | startswith("fil_")))' : an authorisation
FIRST=$(body .resource.id)
same 'Location' "$(header Location)" "/v1/authorisations/$FIRST"
check 'with a tag' grep -Eq '^"[^"]+"$' <<<"$(header ETag)"
body .receipt | tr -d '\n' >"$WORK/receipt.jws"
call GET /.well-known/jwks.json
check 'the receipt verifies' jose jws ver -i "$WORK/receipt.jws" -k "$WORK/body" -O "$WORK/payload.json"
same 'it speaks of these bytes' "$(jq -r '.kind + " " + .resource + " " + .request_digest' "$WORK/payload.json")" \
  "authorisation $FIRST $(printf %s "$BODY" | sha256sum | cut -d' ' -f1)"
same 'and lists its papers' "$(jq '.files | length' "$WORK/payload.json")" 1
json POST /v1/authorisations "$BODY" -H "Idempotency-Key: \"$KEY\""
expect 201 ".resource.id == \"$FIRST\"" : the same again makes no other
look_at "$FIRST"
check 'it is approved' await "/v1/authorisations/$FIRST" '.status == "approved" and .findings == []'
call GET '/v1/authorisations?limit=1'
expect 200 ".items[0].id == \"$FIRST\"" : it is in the list
call GET /v1/changes?limit=1000
expect 200 "[.changes[] | select(.id == \"$FIRST\") | .kind + \" \" + .resource.status] | length == 3 and .[2] == \"authorisation approved\"" : and in the changes

# What is refused, and where
refuse() {
  post /v1/authorisations "$(jq -c "$1" <<<"$BODY")"
  problem invalid 422 ".findings | any(.pointer == \"$2\" and .code == \"$3\" and .severity == \"error\")" : "$1: $3 at $2"
}
refuse 'del(.principal)' /principal required
refuse '.principal = "pty_x"' /principal unknown
refuse ".principal = \"$RIGHT\"" /principal unknown
refuse '.principal = 5' /principal type
refuse 'del(.agent)' /agent required
refuse '.agent = "pty_x"' /agent unknown
refuse '.agent = .principal' /agent same-party
refuse '.follows = "aut_x"' /follows unknown
refuse '.handler.name = ""' /handler/name required
refuse 'del(.handler)' /handler/name required
refuse '.handler.document_number = "360426199113010079"' /handler/document_number date
refuse '.handler.document_number = "1234"' /handler/document_number length
refuse '.scope = []' /scope scope-enforcement
refuse '.scope = ["settlement"]' /scope scope-enforcement
refuse '.all_rights = "all"' /all_rights type
refuse '.all_rights = false' /rights required
refuse '.all_rights = false | .rights = ["rgt_x"]' /rights/0 unknown
refuse '.all_platforms = false' /platforms required
refuse 'del(.valid_from)' /valid_from required
refuse 'del(.valid_until)' /valid_until required
refuse '.valid_from = "2026-02-30"' /valid_from date
refuse '.valid_until = "2025-12-31"' /valid_until date-order
refuse '.valid_from = "2024-01-01" | .valid_until = "2026-01-31"' /valid_until expired
refuse '.signed_on = "2099-01-01"' /signed_on date-future
refuse 'del(.files)' /files required
refuse '.files = []' /files paper-missing
refuse '.files[0].sha256 |= ("0" * 64)' /files/0 file-missing
refuse ".follows = \"$FIRST\" | .agent = \"$AGENT\"" /agent same-party
foreign_principal HRB-2 'Nordlys AS'
OTHER=$PRINCIPAL
foreign_right "$OTHER" 22345672 'Nordlys AS'
refuse ".all_rights = false | .rights = [\"$RIGHT\"]" /rights/0 other-holder
first_agent 92340602MA2PBQAH7E
post /v1/authorisations "$(jq -c ".agent = \"$FIRST_AGENT\"" <<<"$BODY")"
CLOSED=$(body .resource.id)
refuse ".follows = \"$CLOSED\"" /follows no-sub-delegation
post /v1/authorisations "$(jq -c ".principal = \"$OTHER\" | .agent = \"$FIRST_AGENT\" | .sub_delegation = true" <<<"$BODY")"
OTHERS=$(body .resource.id)
refuse ".follows = \"$OTHERS\"" /follows chain-principal
TOKEN_BEFORE=$TOKEN TOKEN=''
post /v1/authorisations "$BODY"
problem unauthorised 401 : nobody is signed in
TOKEN=$TOKEN_BEFORE
json POST /v1/authorisations "$BODY"
problem idempotency-missing 400 : without a key
post /v1/authorisations '{'
problem malformed 400 : no JSON
call PUT "/v1/authorisations/$FIRST"
expect 405 true : nothing is replaced
call GET /v1/authorisations/aut_x
problem not-found 404 : one that nobody has

# Locked
patch "/v1/authorisations/$FIRST" '{"valid_until":"2040-01-01"}'
problem precondition-required 428 : If-Match is asked for
patch "/v1/authorisations/$FIRST" '{"valid_until":"2040-01-01"}' -H 'If-Match: "1"'
problem precondition-failed 412 : a stale tag
call GET "/v1/authorisations/$FIRST"
TAG=$(header ETag)
patch "/v1/authorisations/$FIRST" '{"valid_until":"2040-01-01","handler":{"name":"别人"}}' -H "If-Match: $TAG"
problem locked 409 '[.findings[] | [.pointer, .code]] | sort == [["/handler/name", "locked"], ["/valid_until", "locked"]]' : approved is locked, member by member

# The reviewer: another platform's, and without the papers that a foreign principal needs
ELSEWHERE=$([[ $RULES == ippro ]] && echo kuaishou || echo ippro)
post /v1/authorisations "$(jq -c --arg elsewhere "$ELSEWHERE" '.all_platforms = false | .platforms = [$elsewhere]' <<<"$BODY")"
expect 201 true : one for another platform is taken
NARROW=$ID
look_at "$NARROW"
post /v1/authorisations "$(jq -c '.files |= map(select(.slot == "authorisation"))' <<<"$BODY")"
expect 201 true : one without legalisation is taken
BARE=$ID
look_at "$BARE"
sent_back "another platform's" "$NARROW" '["/platforms authorisation-platform e ", "/all_platforms authorisation-platform h ", "/files paper-stale h authorisation"]'
TAG=$(header ETag)
patch "/v1/authorisations/$NARROW" '{"platforms":["kuaishou","ippro"],"valid_until":"2040-01-01"}' -H "If-Match: $TAG"
problem locked 409 '.findings == [{pointer: "/valid_until", code: "locked", severity: "error"}]' : only that is open
KEY=$(uuid)
patch "/v1/authorisations/$NARROW" '{"platforms":["kuaishou","ippro"]}' -H "If-Match: $TAG" -H "Idempotency-Key: \"$KEY\""
expect 200 '.resource.status == "in_review" and .resource.findings == [] and (.receipt | length > 0)' : corrected
body .receipt | tr -d '\n' >"$WORK/receipt.jws"
call GET /.well-known/jwks.json
check 'with a receipt' jose jws ver -i "$WORK/receipt.jws" -k "$WORK/body" -O "$WORK/payload.json"
same 'of these bytes' "$(jq -r '.kind + " " + .request_digest' "$WORK/payload.json")" \
  "authorisation $(printf %s '{"platforms":["kuaishou","ippro"]}' | sha256sum | cut -d' ' -f1)"
sent_back 'one without legalisation' "$BARE" '["/files legalisation-missing e legalisation", "/files translation-missing e translation"]'
patch "/v1/authorisations/$BARE" "$(jq -c '{files: .files}' <<<"$BODY")" -H "If-Match: $(header ETag)"
mended "another platform's" "$NARROW"
mended 'one without legalisation' "$BARE"

# In a circle
post /v1/authorisations "$(jq -c ".agent = \"$FIRST_AGENT\" | .sub_delegation = true" <<<"$BODY")"
ROOT=$(body .resource.id)
post /v1/authorisations "$(jq -c ".follows = \"$ROOT\" | .sub_delegation = true" <<<"$BODY")"
LAST=$(body .resource.id)
look_at "$LAST"
check 'one that follows another' await "/v1/authorisations/$LAST" '.status == "approved"'
steer POST "/practice/v1/certifications/$ROOT/decisions" -H 'Content-Type: application/json' -d '{"status":"needs_correction","findings":[{"pointer":"/follows","code":"unclear"}]}'
call GET "/v1/authorisations/$ROOT"
TAG=$(header ETag)
for follows in "$LAST" "$ROOT"; do
  patch "/v1/authorisations/$ROOT" "{\"follows\":\"$follows\"}" -H "If-Match: $TAG"
  problem invalid 422 '.findings | any(.pointer == "/follows" and .code == "chain-loop")' : nothing follows itself
done

# Its time is over before anybody looks
steer PUT /practice/v1/reviewer -H 'Content-Type: application/json' -d '{"automatic":false}'
post /v1/authorisations "$(jq -c '.valid_until = "2026-12-01"' <<<"$BODY")"
LATE=$(body .resource.id)
look_at "$LATE"
advance $((20 * 86400))
steer PUT /practice/v1/reviewer -H 'Content-Type: application/json' -d '{"automatic":true}'
sign_in 13800001234
sent_back 'one that ended before anybody looked' "$LATE" '["/valid_until expired e ", "/files paper-stale h authorisation"]'

# Its time is over
advance $((3 * 366 * 86400))
sign_in 13800001234
call GET "/v1/authorisations/$FIRST"
expect 200 '.status == "expired"' : past its time it has expired
call GET '/v1/changes?limit=1000'
expect 200 "any(.changes[]; .kind == \"authorisation\" and .id == \"$FIRST\" and .resource.status == \"expired\")" : and the changes say so

# Somebody else
join 13900005678 other@fanhai.example
call GET "/v1/authorisations/$FIRST"
problem not-found 404 : "somebody else's authorisation"
patch "/v1/authorisations/$FIRST" '{}' -H 'If-Match: *'
problem not-found 404 : nor may it be changed
post /v1/authorisations "$BODY"
problem invalid 422 '[.findings[] | [.pointer, .code]] | contains([["/principal", "unknown"], ["/agent", "unknown"], ["/files/0", "file-missing"]])' : "nor rest on another's parties"

plan
