#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Parties and rights: what is refused and where it points, one document once, locked until a finding, corrected
# only where a finding points, and complaints that wait for it.

. "$(dirname "$0")/lib.sh"
serve
join 13800001234 legal@yunjiaofang.example

pdf "$WORK/licence.pdf" l && upload "$WORK/licence.pdf" application/pdf && LICENCE=$PAPER
pdf "$WORK/certificate.pdf" c && upload "$WORK/certificate.pdf" application/pdf && CERTIFICATE=$PAPER
PARTY_BODY=$(party_json "$LICENCE")

# refuse PATH BODY JQ POINTER CODE: the body, changed by the expression, is refused with one finding there
refuse() {
  post "$1" "$(jq -c "$3" <<<"$2")"
  problem invalid 422 ".findings | any(.pointer == \"$4\" and .code == \"$5\" and .severity == \"error\")" : "$3: $5 at $4"
}

refuse /v1/parties "$PARTY_BODY" 'del(.role)' /role required
refuse /v1/parties "$PARTY_BODY" '.role = "heir"' /role unsupported
refuse /v1/parties "$PARTY_BODY" '.kind = "martian"' /kind unknown-kind
refuse /v1/parties "$PARTY_BODY" 'del(.name)' /name required
refuse /v1/parties "$PARTY_BODY" '.name = "  "' /name required
refuse /v1/parties "$PARTY_BODY" '.name = 5' /name type
refuse /v1/parties "$PARTY_BODY" 'del(.document)' /document required
refuse /v1/parties "$PARTY_BODY" '.document.kind = "passport"' /document/kind document-kind
refuse /v1/parties "$PARTY_BODY" 'del(.document.number)' /document/number required
refuse /v1/parties "$PARTY_BODY" '.document.number = "9111000060003IOZSV"' /document/number alphabet
refuse /v1/parties "$PARTY_BODY" '.document.number = "9111"' /document/number length
refuse /v1/parties "$PARTY_BODY" '.document.valid_until = "2026-02-30"' /document/valid_until date
refuse /v1/parties "$PARTY_BODY" '.document.valid_until = "2020-01-01"' /document/valid_until document-expired
refuse /v1/parties "$PARTY_BODY" 'del(.legal_representative)' /legal_representative required
refuse /v1/parties "$PARTY_BODY" '.contact.email = "x"' /contact/email email
refuse /v1/parties "$PARTY_BODY" '.files = []' /files paper-missing
refuse /v1/parties "$PARTY_BODY" '.files[0].sha256 |= ("0" * 64)' /files/0 file-missing
refuse /v1/parties "$PARTY_BODY" '.files[0].bytes = 5' /files/0/bytes differs
refuse /v1/parties "$PARTY_BODY" '.files[0].media_type = "image/png"' /files/0/media_type differs
refuse /v1/parties "$PARTY_BODY" 'del(.files[0].name)' /files/0/name required
refuse /v1/parties "$PARTY_BODY" '.files = [range(21) as $i | .files[0]]' /files too-many-files
post /v1/parties "$(jq -c '.name = null | .contact.phone = "1"' <<<"$PARTY_BODY")"
problem invalid 422 '[.findings[].pointer] | contains(["/name", "/contact/phone"])' : all findings at once
post /v1/parties "$(jq -c '.document.number = "91350100M0001TGQXM" | .own = false | .future = 1' <<<"$PARTY_BODY")"
expect 201 '.resource | has("future") | not' : a wrong check digit is no reason to refuse
FIRST=$(body .resource.id)

post /v1/parties "$PARTY_BODY"
expect 201 '.resource.status == "submitted"' : and who the account\'s holder is
PARTY=$(body .resource.id)
post /v1/parties "$(jq -c '.name = "别的公司" | .own = false | .document.number = " 91350100m000100y43 "' <<<"$PARTY_BODY")"
problem party-already-certified 409 '.findings[0].pointer == "/document/number"' : the same document, typed otherwise
call GET "/v1/parties/$PARTY"
expect 200 ".id == \"$PARTY\" and .document.number == \"91350100M000100Y43\" and (.files[0].id | startswith(\"fil_\"))" : one party
TAG=$(header ETag)
check 'with an entity tag' grep -Eq '^"[^"]+"$' <<<"$TAG"
call GET '/v1/parties?limit=1'
expect 200 ".items[0].id == \"$FIRST\" and (.items | length) == 1" : a page
NEXT=$(header Link | sed -n 's/^<\(.*\)>; rel="next"$/\1/p')
call GET "$NEXT"
expect 200 ".items[0].id == \"$PARTY\"" : the next
same 'and no further' "$(header Link)" ''

# Rights
RIGHT_BODY=$(right_json "$CERTIFICATE" "$PARTY")
refuse /v1/rights "$RIGHT_BODY" 'del(.kind)' /kind required
refuse /v1/rights "$RIGHT_BODY" '.kind = "patent"' /kind unknown-kind
refuse /v1/rights "$RIGHT_BODY" 'del(.number)' /number required
refuse /v1/rights "$RIGHT_BODY" 'del(.owner)' /owner required
refuse /v1/rights "$RIGHT_BODY" '.classes = []' /classes required
refuse /v1/rights "$RIGHT_BODY" '.classes[0].class = 46' /classes/0/class class-range
refuse /v1/rights "$RIGHT_BODY" '.registered_on = "soon"' /registered_on date
refuse /v1/rights "$RIGHT_BODY" '.valid_until = "2019-01-01"' /valid_until date-order
refuse /v1/rights "$RIGHT_BODY" 'del(.holders)' /holders required
refuse /v1/rights "$RIGHT_BODY" '.holders = []' /holders required
refuse /v1/rights "$RIGHT_BODY" '.holders = ["pty_x"]' /holders/0 unknown
refuse /v1/rights "$RIGHT_BODY" '.standing = "heir"' /standing unsupported
refuse /v1/rights "$RIGHT_BODY" '.files[0].slot = "other"' /files paper-missing
post /v1/rights "$(jq -c '.owner = "云脚坊"' <<<"$RIGHT_BODY")"
expect 201 '.resource.status == "submitted"' : another name is the reviewer\'s business
RIGHT=$(body .resource.id)
TAG=$(header ETag)

# Locked
patch "/v1/rights/$RIGHT" '{"owner":"x"}'
problem precondition-required 428 : If-Match is asked for
patch "/v1/rights/$RIGHT" '{"owner":"x"}' -H 'If-Match: "99"'
problem precondition-failed 412 : a stale tag
patch "/v1/rights/$RIGHT" '{"owner":"x"}' -H "If-Match: $TAG"
problem locked 409 '.findings == [{pointer: "/owner", code: "locked", severity: "error"}]' : submitted is locked

# The first complaint brings the review, and the review a finding
png "$WORK/evidence.png" e && upload "$WORK/evidence.png" image/png && EVIDENCE=$PAPER
post /v1/complaints "$(complaint_json "$RIGHT" "$PARTY" "$EVIDENCE" "$(goods 1)")"
expect 201 '.resource.status == "submitted"' : a complaint on it
COMPLAINT=$(body .resource.id)
check 'waits' await "/v1/complaints/$COMPLAINT" '.status == "needs_correction"'
expect 200 ".findings == [{pointer: \"/right\", code: \"not-certified\", severity: \"error\", params: {status: \"needs_correction\", id: \"$RIGHT\"}}]
  and .counts == {pending: 1} and .due_rule == \"correction\" and (.due_at | length > 0)" : for the right
call GET "/v1/parties/$PARTY"
expect 200 '.status == "approved"' : the party is approved
call GET "/v1/rights/$RIGHT"
expect 200 '.status == "needs_correction" and .findings[0].pointer == "/owner" and .findings[0].code == "owner-differs"
  and .findings[0].params.party == "建瓯市云脚坊茶业有限公司" and .due_rule == "correction"' : the right says why
TAG=$(header ETag)

patch "/v1/rights/$RIGHT" '{"number":"87654321","owner":"建瓯市云脚坊茶业有限公司"}' -H "If-Match: $TAG"
problem locked 409 '.findings == [{pointer: "/number", code: "locked", severity: "error"}]' : only what a finding names
patch "/v1/rights/$RIGHT" '{"owner":null}' -H "If-Match: $TAG"
problem invalid 422 '.findings[0].pointer == "/owner"' : and not to nothing
patch "/v1/rights/$RIGHT" '[]' -H "If-Match: $TAG"
problem malformed 400 : a patch is an object
KEY=$(uuid)
CORRECTION='{"owner":"建瓯市云脚坊茶业有限公司","number":"12345678"}'
patch "/v1/rights/$RIGHT" "$CORRECTION" -H "If-Match: $TAG" -H "Idempotency-Key: \"$KEY\""
expect 200 '.resource.status == "in_review" and .resource.findings == [] and .resource.owner == "建瓯市云脚坊茶业有限公司"' : what is repeated unchanged doesn\'t count
cp "$WORK/body" "$WORK/corrected"
body .receipt | tr -d '\n' >"$WORK/receipt.jws"
patch "/v1/rights/$RIGHT" "$CORRECTION" -H "If-Match: $TAG" -H "Idempotency-Key: \"$KEY\""
check 'its answer may be lost' cmp -s "$WORK/corrected" "$WORK/body"
call GET /.well-known/jwks.json
check 'it has a receipt' jose jws ver -i "$WORK/receipt.jws" -k "$WORK/body" -O "$WORK/payload.json"
same 'of these bytes' "$(jq -r .request_digest "$WORK/payload.json")" "$(printf %s "$CORRECTION" | sha256sum | cut -d' ' -f1)"
check 'then the complaint goes on by itself' await "/v1/complaints/$COMPLAINT" '.status == "upheld"'
call GET "/v1/rights/$RIGHT"
expect 200 '.status == "approved" and (has("due_at") | not)' : the right is approved
patch "/v1/rights/$RIGHT" '{"owner":"x"}' -H "If-Match: $(header ETag)"
problem locked 409 '[.findings[].pointer] == ["/owner"]' : approved is locked too
call GET "/v1/complaints/$COMPLAINT"
expect 200 '[.history[].status] == ["submitted", "in_review", "needs_correction", "in_review", "upheld"]' : its history

# A proof of the other name mends it as well
upload "$WORK/licence.pdf" application/pdf
post /v1/rights "$(jq -c '.owner = "旧名茶厂" | .number = "22345678"' <<<"$RIGHT_BODY")"
SECOND=$(body .resource.id)
post /v1/complaints "$(complaint_json "$SECOND" "$PARTY" "$EVIDENCE" "$(goods 2)")"
check 'another right with another name' await "/v1/rights/$SECOND" '.status == "needs_correction"'
patch "/v1/rights/$SECOND" "$(jq -nc --argjson a "$CERTIFICATE" --argjson b "$PAPER" \
  '{files: [$a + {slot: "certificate"}, $b + {slot: "name_proof"}]}')" -H "If-Match: $(header ETag)"
expect 200 '(.resource.files | length) == 2' : a proof of the name
check 'is enough' await "/v1/rights/$SECOND" '.status == "approved"'

# Nobody corrects it, and time goes on
post /v1/rights "$(jq -c '.owner = "谁" | .number = "32345678"' <<<"$RIGHT_BODY")"
THIRD=$(body .resource.id)
post /v1/complaints "$(complaint_json "$THIRD" "$PARTY" "$EVIDENCE" "$(goods 3)")"
COMPLAINT=$(body .resource.id)
check 'a third waits' await "/v1/complaints/$COMPLAINT" '.status == "needs_correction"'
steer POST /practice/v1/clock -H 'Content-Type: application/json' -d "{\"advance\":$((31 * 86400))}"
sign_in 13800001234
call GET "/v1/complaints/$COMPLAINT"
expect 200 '.status == "rejected" and .findings[0].code == "correction-overdue"' : a month later it is rejected
steer POST /practice/v1/clock -H 'Content-Type: application/json' -d "{\"advance\":$((10 * 366 * 86400))}"
sign_in 13800001234
call GET "/v1/rights/$RIGHT"
expect 200 '.status == "expired"' : past its term a right has expired
post /v1/complaints "$(complaint_json "$RIGHT" "$PARTY" "$EVIDENCE" "$(goods 4)")"
problem invalid 422 '.findings[0].pointer == "/right" and .findings[0].code == "expired"' : and no complaint rests on it

# Somebody else
join 13900005678 other@yunjiaofang.example
call GET "/v1/parties/$PARTY"
problem not-found 404 : "somebody else's party"
patch "/v1/rights/$RIGHT" '{}' -H 'If-Match: *'
problem not-found 404 : "somebody else's right"

plan
