#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What has expired can't be changed any more; another one is filed that renews it, and takes its place wherever it is
# named: an agent's principal, right and authorisation, on both rule sets.

. "$(dirname "$0")/lib.sh"

link_goods() {
  if [[ $RULES_GIVEN == *ippro* ]]; then echo "https://haohuo.jinritemai.com/views/product/item2?id=$1"; else goods "$1"; fi
}

# complain RIGHT PRINCIPAL AUTHORISATION N: COMPLAINT
complain() {
  post /v1/complaints "$(complaint_json "$1" "$2" "$EVIDENCE" "$(link_goods "$4")" | jq -c --arg id "$3" '.authorisation = $id')"
  COMPLAINT=$(body .resource.id)
}

# renew COLLECTION JSON OLD: RENEWED
renew() {
  post "/v1/$1" "$(jq -c --arg id "$3" '.renews = $id' <<<"$2")"
  RENEWED=$(body .resource.id)
}

# refused_renewal NAME CODE
refused_renewal() {
  problem invalid 422 "[.findings[] | [.pointer, .code]] == [[\"/renews\", \"$2\"]]" : "$1"
}

job() {
  RULES_GIVEN="--rules $1"
  NAME="$1"
  serve
  join 13800001234 agency@fanhai.example
  agency
  png "$WORK/evidence.png" evidence && upload "$WORK/evidence.png" image/png && EVIDENCE=$PAPER
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
  complain "$RIGHT" "$PRINCIPAL" "$AUTHORISATION" 1
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
  complain "$NEW_RIGHT" "$NEW_PRINCIPAL" "$NEW_AUTHORISATION" 2
  expect 201 ".resource.right == \"$NEW_RIGHT\" and .resource.principal == \"$NEW_PRINCIPAL\"" : "$NAME: a complaint rests on them"
  body .receipt | tr -d '\n' >"$WORK/receipt.jws"
  check "$NAME: and is upheld" await "/v1/complaints/$COMPLAINT" '.status == "upheld"'
  for path in "parties/$NEW_PRINCIPAL" "rights/$NEW_RIGHT" "authorisations/$NEW_AUTHORISATION"; do
    call GET "/v1/$path"
    expect 200 '.status == "approved"' : "$NAME: ${path%%/*} approved anew"
  done
  complain "$LASTING" "$NEW_PRINCIPAL" "$NEW_AUTHORISATION" 3
  check "$NAME: a right that names who the holder was is the holder's still" await "/v1/complaints/$COMPLAINT" '.status == "upheld"'
  complain "$RIGHT" "$PRINCIPAL" "$AUTHORISATION" 4
  expect 201 true : "$NAME: the old names mean the new ones"
  check "$NAME: wherever they stand" await "/v1/complaints/$COMPLAINT" '.status == "upheld"'
  call GET "/v1/rights/$RIGHT"
  expect 200 '.status == "expired" and (has("renews") | not)' : "$NAME: what was renewed stays what it was"
  call GET /v1/changes?limit=1000
  expect 200 "[.changes[] | select(.kind == \"right\" and .id == \"$NEW_RIGHT\") | .resource.renews] | length > 0 and all(. == \"$RIGHT\")" : "$NAME: and the changes say what renews it"
  stop
}

job kuaishou
job ippro
plan
