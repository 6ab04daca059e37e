#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The main job: sign in, bind the e-mail, certify oneself and a trademark, complain about three links, follow the
# decision, check the receipt with public tools.

. "$(dirname "$0")/lib.sh"
serve

call GET /v1/platform
expect 200 '.practice and .rules == "kuaishou" and (.login_methods == ["device", "sms", "password"]) and (.id | length > 10)
  and ([.right_kinds[].kind] == ["trademark", "invention", "utility_model", "design", "work", "software"]) and .guarantee.version == "2026-1"' : the rule set is public
same 'the issuer is the address' "$(body .issuer)" "$ADDRESS"
call GET /.well-known/oauth-authorization-server
expect 200 ".issuer == \"$ADDRESS\" and .authorization_challenge_endpoint == \"$ADDRESS/oauth/challenge\"
  and .device_authorization_endpoint == \"$ADDRESS/oauth/device\" and .code_challenge_methods_supported == [\"S256\"]" : OAuth metadata

sign_in 13800001234
expect 200 '.token_type == "Bearer" and .expires_in == 600' : signed in by SMS
bind legal@yunjiaofang.example
expect 200 '.status == "confirmed" and .kind == "email"' : e-mail bound
call GET /v1/account
expect 200 '.phone == "13800001234" and .email == "legal@yunjiaofang.example" and (.bindings | length) == 2' : the account shows both

pdf "$WORK/licence.pdf" licence
upload "$WORK/licence.pdf" application/pdf
expect 204 : licence uploaded
LICENCE=$PAPER
PARTY_BODY=$(party_json "$LICENCE")
post /v1/parties "$PARTY_BODY"
expect 201 '.resource.status == "submitted" and .resource.findings == [] and (.resource.files[0].id | startswith("fil_"))' : identity submitted
PARTY=$(body .resource.id)
same 'Location of the party' "$(header Location)" "/v1/parties/$PARTY"

pdf "$WORK/certificate.pdf" certificate
upload "$WORK/certificate.pdf" application/pdf
CERTIFICATE=$PAPER
post /v1/rights "$(right_json "$CERTIFICATE" "$PARTY")"
expect 201 '.resource.status == "submitted"' : trademark submitted
RIGHT=$(body .resource.id)
sleep 1
call GET "/v1/rights/$RIGHT"
expect 200 '.status == "submitted"' : no review before the first complaint

png "$WORK/evidence.png" comparison
upload "$WORK/evidence.png" image/png
EVIDENCE=$PAPER
call GET /v1/changes
CURSOR=$(body .cursor)
REQUEST=$(complaint_json "$RIGHT" "$PARTY" "$EVIDENCE" "$(goods 1)" "$(goods 2)" "$(goods practice-gone)")
post /v1/complaints "$REQUEST"
expect 201 '.resource.status == "submitted" and .resource.item_count == 3 and .resource.counts == {pending: 3}
  and (.resource | has("items") | not) and (.resource.number | test("^[0-9]{4}-0001$"))' : complaint filed
COMPLAINT=$(body .resource.id)
body .receipt | tr -d '\n' >"$WORK/receipt.jws"

# Each stage is seen by whoever follows the changes.
SEEN=''
for _ in {1..20}; do
  call GET "/v1/changes?after=$CURSOR" -H 'Prefer: wait=5'
  CURSOR=$(body .cursor)
  SEEN="$SEEN $(body '[.changes[] | select(.kind != "item") | "\(.kind):\(.resource.status)"] | join(" ")')"
  [[ $SEEN == *upheld* ]] && break
done
check 'submitted is seen' grep -q 'complaint:submitted' <<<"$SEEN"
check 'in_review is seen' grep -q 'complaint:in_review.*complaint:partly_upheld' <<<"$SEEN"
check 'the right is reviewed with it' grep -q 'right:in_review.*right:approved' <<<"$SEEN"
check 'the party is reviewed with it' grep -q 'party:in_review.*party:approved' <<<"$SEEN"

call GET "/v1/complaints/$COMPLAINT"
expect 200 '.status == "partly_upheld" and .counts == {removed: 2, not_found: 1} and (.decided_at | length > 0)
  and [.history[].status] == ["submitted", "in_review", "partly_upheld"]' : decided from its items
call GET "/v1/complaints/$COMPLAINT/items"
expect 200 '[.items[].status] == ["removed", "removed", "not_found"] and .items[0].measures[0].measure == "delisted"
  and .items[2].findings[0] == {pointer: "/link", code: "link-gone", severity: "error"}
  and [.items[].position] == [0, 1, 2] and .items[1].target_id == "2"' : each item has its outcome

# The receipt, with jose and sha256sum.
call GET /.well-known/jwks.json
cp "$WORK/body" "$WORK/jwks.json"
check 'the receipt verifies' jose jws ver -i "$WORK/receipt.jws" -k "$WORK/jwks.json" -O "$WORK/payload.json"
cp "$WORK/payload.json" "$WORK/body" && STATUS=200
expect 200 ".kind == \"complaint\" and .resource == \"$COMPLAINT\" and .idempotency_key == \"$KEY\" and .items == 3
  and .request_digest == \"$(printf %s "$REQUEST" | sha256sum | cut -d' ' -f1)\"" : it speaks of these bytes
same 'it lists every paper it rests on' "$(body '[.files[].sha256] | sort | join(" ")')" \
  "$(cd "$WORK" && sha256sum licence.pdf certificate.pdf evidence.png | cut -d' ' -f1 | sort | paste -sd' ')"
same 'its header names the key' "$(cut -d. -f1 "$WORK/receipt.jws" | basenc -d --base64url 2>/dev/null | jq -r '.alg + .kid')" \
  "ES256$(jq -r '.keys[0].kid' "$WORK/jwks.json")"
sed -i 's/^\(.\{60\}\)./\1X/' "$WORK/receipt.jws"
check 'a changed receipt does not' bash -c "! jose jws ver -i '$WORK/receipt.jws' -k '$WORK/jwks.json' >/dev/null 2>&1"

steer GET /practice/v1/ledger
expect 200 '[.entries[].kind] == ["party", "right", "complaint"] and (.entries[2].items | length) == 3' : the ledger holds them
same 'with the bytes sent' "$(jq -c '.entries[2].body' "$WORK/body")" "$(jq -c . <<<"$REQUEST")"

plan
