#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# No right lasts longer than the law lets it, whatever date is typed, on both rule sets; and a portrait is a
# person's.

. "$(dirname "$0")/lib.sh"

# found NAME RIGHT FINDINGS: the reviewer's pointers and codes, at once or with the first complaint
found() {
  post /v1/rights "$2"
  RIGHT=$(body .resource.id)
  [[ $RULES_GIVEN == *kuaishou* ]] &&
    post /v1/complaints "$(complaint_json "$RIGHT" "$PARTY" "$EVIDENCE" "$(goods $((++GOODS)))" |
      jq -c --arg kind "$(body .resource.kind)" '.reason = ({trademark: .reason, design: "design_copied"}[$kind] // "patent_features")')"
  check "$NAME: $1: decided" await "/v1/rights/$RIGHT" '.status == "needs_correction" or .status == "approved"'
  expect 200 "[.findings[] | .pointer + \" \" + .code] == $3 and (.status == \"approved\") == (.findings == [])" : "$NAME: $1"
}

mended() {
  patch "/v1/rights/$RIGHT" "$2" -H "If-Match: $(header ETag)"
  check "$NAME: $1" await "/v1/rights/$RIGHT" '.status == "approved"'
}

GOODS=0
for NAME in kuaishou ippro; do
  RULES_GIVEN="--rules $NAME"
  serve
  join 13800001234 brand@yunjiao.example
  certify
  P=$LICENCE
  png "$WORK/evidence.png" evidence && upload "$WORK/evidence.png" image/png && EVIDENCE=$PAPER
  MARK=$(right_json "$P" "$PARTY")
  patent() {
    jq -c --arg kind "$1" --arg number "$2" --arg filed "$3" --arg until "$4" \
      '.kind = $kind | .number = $number | .filed_on = $filed | .valid_until = $until | del(.classes, .registered_on)
       | .files += [.files[0] + {slot: "evaluation_report"}]' <<<"$MARK"
  }
  found 'a utility model typed to last longer' "$(patent utility_model 200420009771.X 2018-04-01 2030-05-31)" '["/valid_until term-unproven"]'
  expect 200 '.findings[0].params.expected == "2028-03-31"' : "$NAME: and it says how long it lasts"
  mended 'it is typed as it is' '{"valid_until":"2028-03-31"}'
  found 'one that was over long ago' "$(patent utility_model 200420009772.4 2004-04-01 2030-05-31)" '["/valid_until term-unproven"]'
  found 'a design of before the amendment' "$(patent design 201730033448.8 2017-06-01 2032-05-31)" '["/valid_until term-unproven"]'
  found 'a design of after it' "$(patent design 202130033448.5 2021-09-01 2036-08-31)" '[]'
  found 'a mark with an end no renewal gives' "$(jq -c '.number = "77777" | .registered_on = "2000-01-01" | .valid_until = "2033-05-31"' <<<"$MARK")" '["/valid_until term-unproven"]'
  found 'a mark renewed before anybody could' "$(jq -c '.number = "77778" | .registered_on = "2000-01-01" | .valid_until = "2049-12-31"' <<<"$MARK")" '["/valid_until term-unproven"]'
  mended 'it is typed as it is' '{"valid_until":"2029-12-31"}'
  found 'one whose paper shows it' "$(jq -c '.number = "77779" | .registered_on = "2010-01-01" | .valid_until = "2039-12-31" | .files += [.files[0] + {slot: "renewal"}]' <<<"$MARK")" '[]'
  if [[ $NAME == ippro ]]; then
    found "an organisation's portrait" "$(jq -c '.kind = "portrait" | .name = .owner | .files[0].slot = "photograph" | del(.number, .owner, .classes, .registered_on, .valid_until)' <<<"$MARK")" \
      '["/holders portrait-holder", "/standing portrait-holder", "/name portrait-holder"]'
  fi
  stop
done

plan
