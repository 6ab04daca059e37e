#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The agent's job on both rule sets: one's own identity, a foreign principal, its right and authorisation, a
# complaint and its receipt; a chain of two; and whatever an authorisation doesn't cover.

. "$(dirname "$0")/lib.sh"

authorise() {
  post /v1/authorisations "$1"
  AUTHORISATION=$(body .resource.id)
}

# refused NAME CODE [PARAMS]: the reviewer says why, and nothing is decided
refused() {
  check "$1: it waits" await "/v1/complaints/$COMPLAINT" '.status == "needs_correction"'
  expect 200 ".findings | map(select(.code != \"not-certified\")) | (map(.code) == [\"$2\"] and .[0].pointer == \"/authorisation\"
    and .[0].severity == \"error\" and (.[0].params | contains(${3:-{\}})))" : "$1: $2"
  expect 200 '.counts == {pending: 1} and .due_rule == "correction"' : "$1: nothing is decided"
}

# one_rule_set NAME: everything
job() {
  RULES_GIVEN="--rules $1"
  serve
  join 13800001234 agency@fanhai.example
  agency
  png "$WORK/evidence.png" evidence && upload "$WORK/evidence.png" image/png && EVIDENCE=$PAPER
  foreign_principal HRB-1 'Nordlicht Leuchten GmbH'
  foreign_right "$PRINCIPAL" 22345671
  NAME="$1"

  # What is a matter of form is refused at once
  complain trademark "$RIGHT" "$PRINCIPAL" ''
  problem invalid 422 '.findings == [{pointer: "/authorisation", code: "authorisation-missing", severity: "error"}]' : "$NAME: nobody files for another without an authorisation"
  complain trademark "$RIGHT" "$PRINCIPAL" aut_x
  problem invalid 422 '.findings == [{pointer: "/authorisation", code: "unknown", severity: "error"}]' : "$NAME: nor with one that nobody knows"
  complain trademark "$RIGHT" "$PRINCIPAL" "$PRINCIPAL"
  problem invalid 422 '.findings == [{pointer: "/authorisation", code: "unknown", severity: "error"}]' : "$NAME: nor with something else"
  complain trademark "$RIGHT" "$AGENT" ''
  problem invalid 422 '[.findings[] | [.pointer, .code]] == [["/principal", "other-holder"]]' : "$NAME: nor in one's own name"

  post /v1/authorisations "$(authorisation_json "$PRINCIPAL" "$AGENT" | jq -c '.handler.document_number = "360426199113010079"')"
  problem invalid 422 '.findings == [{pointer: "/handler/document_number", code: "date", severity: "error"}]' : "$NAME: nobody acts who was born on no day"

  # The job
  authorise "$(authorisation_json "$PRINCIPAL" "$AGENT" | jq -c --arg right "$RIGHT" --arg rules "$1" \
    '.all_rights = false | .rights = [$right] | .all_platforms = false | .platforms = [$rules]')"
  expect 201 true : "$NAME: an authorisation for this right on this platform"
  GOOD=$AUTHORISATION
  complain trademark "$RIGHT" "$PRINCIPAL" "$GOOD"
  expect 201 ".resource.authorisation == \"$GOOD\" and .resource.status == \"submitted\"" : "$NAME: a complaint with it"
  body .receipt | tr -d '\n' >"$WORK/receipt.jws"
  check "$NAME: is upheld" await "/v1/complaints/$COMPLAINT" '.status == "upheld"'
  expect 200 '[.history[].status] == ["submitted", "in_review", "upheld"]' : "$NAME: without a detour"
  for path in "parties/$AGENT" "parties/$PRINCIPAL" "rights/$RIGHT" "authorisations/$GOOD"; do
    call GET "/v1/$path"
    expect 200 '.status == "approved"' : "$NAME: ${path%%/*} approved"
  done
  call GET /.well-known/jwks.json
  check "$NAME: the receipt verifies" jose jws ver -i "$WORK/receipt.jws" -k "$WORK/body" -O "$WORK/payload.json"
  same "$NAME: and lists the papers of all it rests on" "$(jq -r '[.files[].sha256] | sort | join(" ")' "$WORK/payload.json")" \
    "$(cd "$WORK" && sha256sum scan.pdf evidence.png | cut -d' ' -f1 | sort | paste -sd' ')"

  # A chain of two
  first_agent 92340602MA2PBQAH7E
  authorise "$(authorisation_json "$PRINCIPAL" "$FIRST_AGENT" | jq -c '.sub_delegation = true')"
  ROOT=$AUTHORISATION
  authorise "$(authorisation_json "$PRINCIPAL" "$AGENT" | jq -c --arg root "$ROOT" '.follows = $root | .files |= .[:1]')"
  expect 201 ".resource.follows == \"$ROOT\"" : "$NAME: one passed on, without legalisation of its own"
  CHAIN=$AUTHORISATION
  complain trademark "$RIGHT" "$PRINCIPAL" "$CHAIN"
  check "$NAME: is upheld too" await "/v1/complaints/$COMPLAINT" '.status == "upheld"'
  call GET "/v1/parties/$FIRST_AGENT"
  expect 200 '.status == "approved"' : "$NAME: the agent between is looked at"
  call GET "/v1/authorisations/$ROOT"
  expect 200 '.status == "approved"' : "$NAME: and the first link"
  complain trademark "$RIGHT" "$PRINCIPAL" "$ROOT"
  refused "$NAME, one given to somebody else" authorisation-broken '{link: "1"}'

  # Outside
  foreign_right "$PRINCIPAL" 22345679
  SECOND=$RIGHT
  complain trademark "$SECOND" "$PRINCIPAL" "$GOOD"
  refused "$NAME, another right" authorisation-right "{link: \"1\", right: \"$SECOND\"}"
  authorise "$(authorisation_json "$PRINCIPAL" "$AGENT" | jq -c '.valid_from = "2027-06-01"')"
  complain trademark "$SECOND" "$PRINCIPAL" "$AUTHORISATION"
  refused "$NAME, before its time" authorisation-not-begun '{link: "1", date: "2027-06-01"}'
  authorise "$(authorisation_json "$PRINCIPAL" "$FIRST_AGENT" | jq -c --arg right "$SECOND" '.sub_delegation = true | .all_rights = false | .rights = [$right]')"
  authorise "$(authorisation_json "$PRINCIPAL" "$AGENT" | jq -c --arg root "$AUTHORISATION" '.follows = $root')"
  complain trademark "$SECOND" "$PRINCIPAL" "$AUTHORISATION"
  check "$NAME: all links cover it" await "/v1/complaints/$COMPLAINT" '.status == "upheld"'
  foreign_right "$PRINCIPAL" 22345680
  complain trademark "$RIGHT" "$PRINCIPAL" "$AUTHORISATION"
  refused "$NAME, the first link is narrower" authorisation-right '{link: "1"}'
  authorise "$(authorisation_json "$PRINCIPAL" "$AGENT" | jq -c '.all_platforms = false | .platforms = ["elsewhere"]')"
  NARROW=$AUTHORISATION
  complain trademark "$RIGHT" "$PRINCIPAL" "$NARROW"
  refused "$NAME, another platform" authorisation-platform "{link: \"1\", platform: \"$1\"}"
  call GET "/v1/complaints/$COMPLAINT"
  expect 200 ".findings | any(.pointer == \"/authorisation\" and .code == \"not-certified\" and .params == {status: \"needs_correction\", id: \"$NARROW\"})" : "$NAME: and it says which one to mend"
  call GET "/v1/authorisations/$NARROW"
  patch "/v1/authorisations/$NARROW" "{\"platforms\":[\"$1\"]}" -H "If-Match: $(header ETag)"
  check "$NAME: mended, the complaint goes on by itself" await "/v1/complaints/$COMPLAINT" '.status == "upheld"'
  PRINCIPAL_BEFORE=$PRINCIPAL
  foreign_principal HRB-7 'Nordlys AS'
  foreign_right "$PRINCIPAL" 22345681 'Nordlys AS'
  complain trademark "$RIGHT" "$PRINCIPAL" "$GOOD"
  check "$NAME: another principal's authorisation" await "/v1/complaints/$COMPLAINT" '.status == "needs_correction"'
  expect 200 '[.findings[].code] | contains(["authorisation-broken"])' : "$NAME: doesn't join"

  # A party of the chain that isn't approved holds it up
  authorise "$(authorisation_json "$PRINCIPAL" "$AGENT")"
  post /v1/parties "$(party_json "$SCAN" 932682198501010017 'John Smith' | jq -c --argjson paper "$SCAN" '.own = false | .kind = "foreign_person" | .country = "US"
    | .document.kind = "permanent_resident_card" | .files = [("id_front", "id_back") | {slot: .} + $paper]')"
  PERSON=$(body .resource.id)
  post /v1/rights "$(right_json "$SCAN" "$PERSON" 'John Smyth' | jq -c '.number = "22345682"')"
  RIGHT=$(body .resource.id)
  authorise "$(authorisation_json "$PERSON" "$AGENT" | jq -c '.files |= .[:1]')"
  complain trademark "$RIGHT" "$PERSON" "$AUTHORISATION"
  check "$NAME: a foreign person's right under another name" await "/v1/complaints/$COMPLAINT" '.status == "needs_correction"'
  expect 200 "[.findings[] | [.pointer, .code, .params.id]] == [[\"/right\", \"not-certified\", \"$RIGHT\"], [\"/authorisation\", \"not-certified\", \"$AUTHORISATION\"]]" : "$NAME: each says what it waits for"
  call GET "/v1/rights/$RIGHT"
  patch "/v1/rights/$RIGHT" '{"owner":"John Smith"}' -H "If-Match: $(header ETag)"
  call GET "/v1/authorisations/$AUTHORISATION"
  patch "/v1/authorisations/$AUTHORISATION" "$(authorisation_json "$PERSON" "$AGENT" | jq -c '{files: .files}')" -H "If-Match: $(header ETag)"
  expect 200 true : "$NAME: both are mended"
  check "$NAME: and it goes on" await "/v1/complaints/$COMPLAINT" '.status == "upheld"'

  # Afterwards
  PRINCIPAL=$PRINCIPAL_BEFORE
  steer PUT /practice/v1/reviewer -H 'Content-Type: application/json' -d '{"automatic":false}'
  complain trademark "$SECOND" "$PRINCIPAL" "$CHAIN"
  expect 201 true : "$NAME: one that is looked at too late"
  advance $((500 * 86400))
  steer PUT /practice/v1/reviewer -H 'Content-Type: application/json' -d '{"automatic":true}'
  sign_in 13800001234
  check "$NAME: its authorisations have ended meanwhile" await "/v1/complaints/$COMPLAINT" '.status == "needs_correction"'
  expect 200 '[.findings[] | select(.code == "authorisation-expired") | [.pointer, .params.link, .params.date]] == [["/authorisation", "1", "2027-12-31"], ["/authorisation", "2", "2027-12-31"]]' : "$NAME: each link is named"
  complain trademark "$SECOND" "$PRINCIPAL" "$CHAIN"
  problem invalid 422 '[.findings[] | [.pointer, .code]] == [["/authorisation", "expired"]]' : "$NAME: and none is filed on them any more"
  stop
}

job kuaishou
job ippro
plan
