#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What has expired can't be changed any more; another one is filed that renews it, and takes its place wherever it is
# named: an agent's principal, right and authorisation, on both rule sets. It is the same one still: what was filed for
# it before counts, and what waited for the old one goes on with the new one.

. "$(dirname "$0")/lib.sh"

# renew COLLECTION JSON OLD: RENEWED
renew() {
  post "/v1/$1" "$(jq -c --arg id "$3" '.renews = $id' <<<"$2")"
  RENEWED=$(body .resource.id)
}

# refused_renewal NAME CODE
refused_renewal() {
  problem invalid 422 "[.findings[] | [.pointer, .code]] == [[\"/renews\", \"$2\"]]" : "$1"
}

# decide ID JSON: plays the reviewer
decide() {
  steer POST "/practice/v1/certifications/$1/decisions" -H 'Content-Type: application/json' -d "$2"
}

# reviewer true|false: whether it is there
reviewer() {
  steer PUT /practice/v1/reviewer -H 'Content-Type: application/json' -d "{\"automatic\":$1}"
}

# mend PATH ID PATCH: a correction, asked for and made
mend() {
  decide "$2" '{"status":"needs_correction","findings":[{"pointer":"/name","code":"required"}]}'
  patch "/v1/$1/$2" "$3" -H 'If-Match: *'
}

# begin RULES: the account of an agent
begin() {
  RULES_GIVEN="--rules $1"
  NAME="$1"
  serve
  join 13800001234 agency@fanhai.example
  agency
  png "$WORK/evidence.png" evidence && upload "$WORK/evidence.png" image/png && EVIDENCE=$PAPER
}

job() {
  begin "$1"
  PARTY_BODY=$(party_json "$SCAN" | jq -c '.own = false | .document.valid_until = "2027-06-30"')
  post /v1/parties "$PARTY_BODY"
  PRINCIPAL=$(body .resource.id)
  RIGHT_BODY=$(right_json "$SCAN" "$PRINCIPAL" | jq -c '.registered_on = "2017-02-01" | .valid_until = "2027-01-31"')
  post /v1/rights "$RIGHT_BODY"
  RIGHT=$(body .resource.id)
  post /v1/rights "$(right_json "$SCAN" "$PRINCIPAL" | jq -c '.number = "22345678"')"
  LASTING=$(body .resource.id)
  AUTHORISATION_BODY=$(authorisation_json "$PRINCIPAL" "$AGENT" |
    jq -c --arg one "$RIGHT" --arg other "$LASTING" '.all_rights = false | .rights = [$one, $other]')
  post /v1/authorisations "$AUTHORISATION_BODY"
  AUTHORISATION=$(body .resource.id)
  complain trademark "$RIGHT" "$PRINCIPAL" "$AUTHORISATION" 1
  NUMBER=$(body .resource.number)
  check "$NAME: all of it is approved" await "/v1/complaints/$COMPLAINT" '.status == "upheld"'

  # While it is valid there is nothing to renew
  renew rights "$RIGHT_BODY" "$RIGHT"
  refused_renewal "$NAME: what is valid isn't renewed" not-expired
  renew rights "$RIGHT_BODY" rgt_x
  refused_renewal "$NAME: nor what nobody knows" unknown
  renew rights "$RIGHT_BODY" "$PRINCIPAL"
  refused_renewal "$NAME: nor something else" unknown

  # Two years later
  advance $((500 * 86400))
  sign_in 13800001234
  for path in "parties/$PRINCIPAL" "rights/$RIGHT" "authorisations/$AUTHORISATION"; do
    call GET "/v1/$path"
    expect 200 '.status == "expired"' : "$NAME: ${path%%/*} expired"
    patch "/v1/$path" '{"valid_until":"2037-01-31"}' -H "If-Match: $(header ETag)"
    problem locked 409 : "$NAME: and locked"
  done

  # By itself alone: whatever names it means the other one then
  renew parties "$(jq -c '.name = "杭州山茶文化有限公司" | .document.number = "91440300MA5EQ7XH4R" | .document.valid_until = "2037-06-30"' <<<"$PARTY_BODY")" "$PRINCIPAL"
  refused_renewal "$NAME: not by somebody else" differs
  renew rights "$(jq -c '.number = "32345678"' <<<"$RIGHT_BODY")" "$RIGHT"
  refused_renewal "$NAME: nor by another right" differs

  # Renewed, naming each other by the ids they had
  renew parties "$(jq -c '.document.valid_until = "2037-06-30"' <<<"$PARTY_BODY")" "$PRINCIPAL"
  expect 201 ".resource.renews == \"$PRINCIPAL\" and .resource.status == \"submitted\"" : "$NAME: the principal is renewed"
  NEW_PRINCIPAL=$RENEWED
  renew parties "$PARTY_BODY" "$PRINCIPAL"
  problem invalid 422 '[.findings[] | select(.pointer == "/renews") | .code] == ["not-expired"]' : "$NAME: once"
  renew rights "$(jq -c '.valid_until = "2037-01-31"' <<<"$RIGHT_BODY")" "$RIGHT"
  expect 201 ".resource.renews == \"$RIGHT\" and .resource.holders == [\"$PRINCIPAL\"]" : "$NAME: and the right"
  NEW_RIGHT=$RENEWED
  renew authorisations "$(jq -c '.valid_from = "2028-01-01" | .valid_until = "2037-12-31"' <<<"$AUTHORISATION_BODY")" "$AUTHORISATION"
  expect 201 ".resource.renews == \"$AUTHORISATION\" and .resource.rights == [\"$RIGHT\", \"$LASTING\"]" : "$NAME: and the authorisation"
  NEW_AUTHORISATION=$RENEWED
  complain trademark "$NEW_RIGHT" "$NEW_PRINCIPAL" "$NEW_AUTHORISATION" 2
  expect 201 ".resource.right == \"$NEW_RIGHT\" and .resource.principal == \"$NEW_PRINCIPAL\"" : "$NAME: a complaint rests on them"
  body .receipt | tr -d '\n' >"$WORK/receipt.jws"
  check "$NAME: and is upheld" await "/v1/complaints/$COMPLAINT" '.status == "upheld"'
  for path in "parties/$NEW_PRINCIPAL" "rights/$NEW_RIGHT" "authorisations/$NEW_AUTHORISATION"; do
    call GET "/v1/$path"
    expect 200 '.status == "approved"' : "$NAME: ${path%%/*} approved anew"
  done
  complain trademark "$LASTING" "$NEW_PRINCIPAL" "$NEW_AUTHORISATION" 3
  check "$NAME: a right that names who the holder was is the holder's still" await "/v1/complaints/$COMPLAINT" '.status == "upheld"'
  complain trademark "$RIGHT" "$PRINCIPAL" "$AUTHORISATION" 4
  expect 201 true : "$NAME: the old names mean the new ones"
  check "$NAME: wherever they stand" await "/v1/complaints/$COMPLAINT" '.status == "upheld"'
  call GET "/v1/rights/$RIGHT"
  expect 200 '.status == "expired" and (has("renews") | not)' : "$NAME: what was renewed stays what it was"
  call GET /v1/changes?limit=1000
  expect 200 "[.changes[] | select(.kind == \"right\" and .id == \"$NEW_RIGHT\") | .resource.renews] | length > 0 and all(. == \"$RIGHT\")" : "$NAME: and the changes say what renews it"

  # What was filed for the right is filed, whichever certification stood for it then
  complain trademark "$NEW_RIGHT" "$NEW_PRINCIPAL" "$NEW_AUTHORISATION" 1
  check "$NAME: the first link once more" await "/v1/complaints/$COMPLAINT" '.decided_at'
  call GET "/v1/complaints/$COMPLAINT/items"
  expect 200 ".items[0] | .status == \"duplicate\" and .findings[0].params.complaint == \"$NUMBER\"" : "$NAME: was filed before it was renewed"

  # Nobody else comes in beside what renews it
  post /v1/parties "$(jq -c '.document.valid_until = "2037-06-30"' <<<"$PARTY_BODY")"
  problem party-already-certified 409 '[.findings[].pointer] == ["/document/number"]' : "$NAME: its document is certified"
  post /v1/rights "$(jq -c '.valid_until = "2037-01-31"' <<<"$RIGHT_BODY")"
  TWIN=$(body .resource.id)
  complain trademark "$TWIN" "$NEW_PRINCIPAL" "$NEW_AUTHORISATION" 5
  check "$NAME: another of its number" await "/v1/rights/$TWIN" '.status == "needs_correction"'
  expect 200 '[.findings[] | select(.severity == "error") | [.pointer, .code]] == [["/number", "right-twice"]]' : "$NAME: is one too many"

  # Whatever becomes of those whose place was taken, they stand beside nobody
  decide "$RIGHT" '{"status":"approved","findings":[]}'
  decide "$PRINCIPAL" '{"status":"approved","findings":[]}'
  expect 200 '.status == "approved"' : "$NAME: the old ones are approved once more"
  mend rights "$NEW_RIGHT" '{"name":"云脚坊二"}'
  expect 200 true : "$NAME: what renewed the right is corrected"
  check "$NAME: and is not its own twin" await "/v1/rights/$NEW_RIGHT" '.status != "in_review"'
  expect 200 '.status == "approved"' : "$NAME: but approved"
  mend parties "$NEW_PRINCIPAL" '{"other_name":"Yunjiaofang"}'
  problem locked 409 : "$NAME: of the principal only what was asked for"
  patch "/v1/parties/$NEW_PRINCIPAL" '{"name":"建瓯市云脚坊茶业有限公司"}' -H 'If-Match: *'
  expect 200 true : "$NAME: is corrected beside the one it renews"
  stop
}

# waiting RULES [away]: a complaint that waits for one that has expired meanwhile goes on with the one that renews it,
# should the reviewer have been away when that came.
waiting() {
  begin "$1"
  PARTY_BODY=$(party_json "$SCAN" | jq -c --arg last "$(date -d '+10 days' +%F)" '.own = false | .document.valid_until = $last')
  post /v1/parties "$PARTY_BODY"
  PRINCIPAL=$(body .resource.id)
  post /v1/rights "$(right_json "$SCAN" "$PRINCIPAL" 旧名茶业有限公司)"
  RIGHT=$(body .resource.id)
  post /v1/authorisations "$(authorisation_json "$PRINCIPAL" "$AGENT")"
  AUTHORISATION=$(body .resource.id)
  complain trademark "$RIGHT" "$PRINCIPAL" "$AUTHORISATION" 1
  check "$NAME: a complaint waits for the right" await "/v1/complaints/$COMPLAINT" '.status == "needs_correction"'
  advance $((12 * 86400))
  sign_in 13800001234
  patch "/v1/rights/$RIGHT" '{"owner":"建瓯市云脚坊茶业有限公司"}' -H 'If-Match: *'
  check "$NAME: then for the principal" await "/v1/complaints/$COMPLAINT" \
    "[.findings[] | [.pointer, .params.status, .params.id]] == [[\"/principal\", \"expired\", \"$PRINCIPAL\"]]"
  [[ -z ${2:-} ]] || reviewer false
  renew parties "$(jq -c '.document.valid_until = "2037-06-30"' <<<"$PARTY_BODY")" "$PRINCIPAL"
  [[ -z ${2:-} ]] || reviewer true
  check "$NAME: which is reviewed once it is renewed" await "/v1/parties/$RENEWED" '.status == "approved"'
  check "$NAME: and the complaint goes on" await "/v1/complaints/$COMPLAINT" '.status == "upheld"'
  stop
}

job kuaishou
job ippro
waiting kuaishou
waiting kuaishou away
waiting ippro
plan
