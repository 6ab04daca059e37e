#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Rights of every kind that a rule set knows: taken and approved, refused and where, holders and standing with their
# papers, what the reviewer finds and what is then open, and when they expire. On kuaishou they are looked at with the
# first complaint, on ippro at once.
#
# usage: rights.sh kuaishou|ippro

. "$(dirname "$0")/lib.sh"
RULES=${1:?kuaishou or ippro}
RULES_GIVEN="--rules $RULES"
serve
join 13800001234 legal@yunjiaofang.example
OWNER=建瓯市云脚坊茶业有限公司
png "$WORK/evidence.png" evidence && upload "$WORK/evidence.png" image/png && EVIDENCE=$PAPER
pdf "$WORK/paper.pdf" paper && upload "$WORK/paper.pdf" application/pdf && P=$PAPER
pdf "$WORK/other.pdf" other && upload "$WORK/other.pdf" application/pdf && OTHER=$PAPER
PAPER=$P
post /v1/parties "$(party_json "$P")"
PARTY=$(body .resource.id)
post /v1/parties "$(party_json "$P" 11010519491231002X 林小满 | jq -c --argjson paper "$P" '.own = false | .kind = "mainland_person" | .document.kind = "resident_id"
  | del(.legal_representative) | .files = [("id_front", "id_back") | {slot: .} + $paper]')"
PERSON=$(body .resource.id)

# right KIND MEMBERS SLOT…: the party's own
right() {
  jq -nc --arg kind "$1" --argjson members "$2" --arg holder "$PARTY" --arg owner "$OWNER" --argjson paper "$P" '
    {kind: $kind, name: "云脚坊", owner: $owner, territory: "CN", holders: [$holder], standing: "owner",
     files: [$ARGS.positional[] | {slot: .} + $paper]} + $members' --args "${@:3}"
}

# accepted NAME BODY [JQ]: taken, and approved as approved says
TAKEN=()
accepted() {
  post /v1/rights "$2"
  expect 201 ".resource.status == \"submitted\" and (${3:-true})" : "$1 is taken"
  RIGHT=$ID
  TAKEN+=("$ID")
}

# authorised PRINCIPAL: the account files for it
declare -A AUTHORISATIONS COMPLAINTS
SCAN=$P
authorised() {
  post /v1/authorisations "$(authorisation_json "$1" "$PARTY")"
  AUTHORISATIONS[$1]=$ID
}
authorised "$PERSON"

# bring RIGHT: a complaint that rests on it, for the party that holds it
bring() {
  local kind holder
  call GET "/v1/rights/$1"
  read -r kind holder <<<"$(body '.kind + " " + .holders[0]')"
  complain "$kind" "$1" "$holder" "${AUTHORISATIONS[$holder]:-}"
  COMPLAINTS[$1]=$COMPLAINT
}

# approved: what was taken, at once or with a complaint; and each complaint that rests on it is upheld
approved() {
  local taken complaints=()
  if [[ $RULES == ippro ]]; then
    check 'all are approved at once' every rights approved "${TAKEN[@]}"
  else
    check 'all wait for a complaint' every rights submitted "${TAKEN[@]}"
  fi
  for taken in "${TAKEN[@]}"; do
    bring "$taken"
    complaints+=("$COMPLAINT")
  done
  check 'the complaints of all are upheld' every complaints upheld "${complaints[@]}"
  check 'all are approved' every rights approved "${TAKEN[@]}"
  TAKEN=()
}

refuse() {
  post /v1/rights "$(jq -c "$2" <<<"$1")"
  problem invalid 422 ".findings | any(.pointer == \"$3\" and .code == \"$4\" and .severity == \"error\")" : "$(jq -r .kind <<<"$1") $2: $4 at $3"
}

# sent NAME BODY POINTERS: one that the reviewer sends back with these findings, as found says
declare -A SENT EXPECTED
NAMES=()
sent() {
  post /v1/rights "$2"
  expect 201 true : "$1 is taken"
  SENT[$1]=$ID EXPECTED[$1]=$3
  NAMES+=("$1")
  [[ $RULES == ippro ]] || bring "${SENT[$1]}"
}

found() {
  local name
  for name in "${NAMES[@]}"; do
    check "$name is sent back" await "/v1/rights/${SENT[$name]}" '.status == "needs_correction"'
    expect 200 "[.findings[] | [.pointer, .code, .severity[:1], .params.slot // \"\"] | join(\" \")] == ${EXPECTED[$name]} and .due_rule == \"correction\"" : "$name is found out"
    if [[ $RULES == kuaishou ]]; then
      check "$name: the complaint waits and says for what" await "/v1/complaints/${COMPLAINTS[${SENT[$name]}]}" ".status == \"needs_correction\" and .findings == [{pointer: \"/right\", code: \"not-certified\", severity: \"error\", params: {status: \"needs_correction\", id: \"${SENT[$name]}\"}}]"
    fi
  done
  NAMES=()
}

# take_up NAME: one that was sent back; RIGHT, TAG
take_up() {
  RIGHT=${SENT[$1]}
  call GET "/v1/rights/$RIGHT"
  TAG=$(header ETag)
}

# mended NAME BODY: what was open is changed
MENDED=()
mended() {
  take_up "$1"
  patch "/v1/rights/$RIGHT" "$2" -H "If-Match: $TAG"
  expect 200 '.resource.status == "in_review" and (.receipt | length > 0)' : "$1 is mended"
  MENDED+=("$1")
}

# settled: what was mended is approved, and the complaints that waited for it go on
settled() {
  local name rights=() complaints=()
  for name in "${MENDED[@]}"; do
    rights+=("${SENT[$name]}")
    complaints+=("${COMPLAINTS[${SENT[$name]}]:-}")
  done
  check 'what was mended is approved' every rights approved "${rights[@]}"
  [[ $RULES == ippro ]] || check 'and the complaints go on' every complaints upheld "${complaints[@]}"
  MENDED=()
}

# closed NAME BODY POINTERS: what no finding points to
closed() {
  take_up "$1"
  patch "/v1/rights/$RIGHT" "$2" -H "If-Match: $TAG"
  problem locked 409 "[.findings[] | [.pointer, .params.slot // \"\"] | join(\" \")] == $3" : "$1: $3 is closed"
}

# Every kind, and none but these
EVERY='"trademark", "invention", "utility_model", "design", "work", "software"'
[[ $RULES == kuaishou ]] || EVERY+=', "original_image", "portrait"'
call GET /v1/platform
expect 200 "[.right_kinds[].kind] == [$EVERY]" : 'the kinds are these'
TRADEMARK=$(right trademark '{"number":"12345678","classes":[{"class":30,"goods":"茶"},{"class":35,"goods":"广告"}],"registered_on":"2020-07-01","valid_until":"2030-06-30"}' certificate)
accepted 'a trademark' "$TRADEMARK"
MARK=$RIGHT
accepted 'the same number in another class' "$(jq -c '.classes = [{class: 32, goods: "饮料"}]' <<<"$TRADEMARK")"
INVENTION=$(right invention '{"number":"201710601862.5","filed_on":"2017-07-21","granted_on":"2019-01-01","annuity_paid_until":"2027-07-21"}' certificate)
accepted 'an invention' "$INVENTION"
MODEL=$(right utility_model '{"number":"ZL200820009767.0","filed_on":"2018-04-01","granted_on":"2019-01-01"}' certificate evaluation_report)
accepted 'a utility model' "$MODEL"
DESIGN=$(right design '{"number":"201730033448.8","filed_on":"2021-09-01","granted_on":"2022-01-04"}' certificate evaluation_report)
accepted 'a design' "$DESIGN"
WORK_RIGHT=$(right work '{"number":"国作登字-2021-F-00012345","work_kind":"art","author":"林小满","author_kind":"person","completed_on":"2020-11-02","published_on":"2021-01-15"}' certificate)
accepted 'a registered work' "$WORK_RIGHT"
accepted 'a work that proves itself' "$(jq -c 'del(.number) | .files[0].slot = "original"' <<<"$WORK_RIGHT")" '.resource | has("number") | not'
accepted 'another one without a number' "$(jq -c 'del(.number) | .name = "四季" | .files[0].slot = "original"' <<<"$WORK_RIGHT")"
SOFTWARE=$(right software "{\"number\":\"软著登字第1234567号\",\"second_number\":\"2019SR0123456\",\"version\":\"V2.0\",\"author\":\"$OWNER\",\"author_kind\":\"organisation\",\"completed_on\":\"2018-12-01\",\"published_on\":\"2019-01-08\"}" certificate)
accepted 'software' "$SOFTWARE" '.resource.second_number == "2019SR0123456" and .resource.version == "V2.0"'
IMAGE=$(right original_image '{"author":"林小满","shot_on":"2026-03-12"}' original)
PORTRAIT=$(right portrait '{"accounts":["云脚坊官方"]}' photograph | jq -c --arg holder "$PERSON" '.name = "林小满" | .holders = [$holder] | del(.owner)')
if [[ $RULES == ippro ]]; then
  accepted 'an original image' "$IMAGE" '.resource.shot_on == "2026-03-12"'
  accepted 'a portrait' "$PORTRAIT" '.resource.accounts == ["云脚坊官方"]'
else
  refuse "$IMAGE" '.' /kind unknown-kind
  refuse "$PORTRAIT" '.' /kind unknown-kind
fi

approved

# What is refused, and where
refuse "$TRADEMARK" '.kind = "recipe"' /kind unknown-kind
refuse "$TRADEMARK" 'del(.name)' /name required
refuse "$TRADEMARK" 'del(.number)' /number required
refuse "$TRADEMARK" 'del(.owner)' /owner required
refuse "$TRADEMARK" '.classes[1].class = 46' /classes/1/class class-range
refuse "$TRADEMARK" '.classes = "30"' /classes type
refuse "$TRADEMARK" '.valid_until = "2020-07-01"' /valid_until date-order
refuse "$TRADEMARK" '.registered_on = "2099-01-01"' /registered_on date-future
refuse "$TRADEMARK" '.files = []' /files paper-missing
refuse "$INVENTION" 'del(.number)' /number required
refuse "$INVENTION" '.number = "CN106844774A"' /number publication-number
refuse "$INVENTION" '.number = "12"' /number length
refuse "$INVENTION" 'del(.filed_on)' /filed_on required
refuse "$INVENTION" '.granted_on = "2016-01-01"' /granted_on date-order
refuse "$INVENTION" '.annuity_paid_until = "soon"' /annuity_paid_until date
refuse "$MODEL" '.filed_on = "2099-01-01"' /filed_on date-future
refuse "$DESIGN" '.files |= .[1:]' /files paper-missing
refuse "$WORK_RIGHT" 'del(.work_kind)' /work_kind required
refuse "$WORK_RIGHT" 'del(.author)' /author required
refuse "$WORK_RIGHT" 'del(.completed_on)' /completed_on required
refuse "$WORK_RIGHT" '.published_on = "2019-01-01"' /published_on date-order
refuse "$WORK_RIGHT" '.files = []' /files paper-missing
refuse "$SOFTWARE" 'del(.number)' /number required
refuse "$SOFTWARE" '.files = []' /files paper-missing
if [[ $RULES == ippro ]]; then
  refuse "$IMAGE" 'del(.shot_on)' /shot_on required
  refuse "$IMAGE" '.files = []' /files paper-missing
  refuse "$PORTRAIT" 'del(.name)' /name required
  refuse "$PORTRAIT" '.files = []' /files paper-missing
  refuse "$PORTRAIT" '.accounts = "x"' /accounts type
fi

# Holders and standing
refuse "$TRADEMARK" 'del(.holders)' /holders required
refuse "$TRADEMARK" '.holders = []' /holders required
refuse "$TRADEMARK" '.holders += ["pty_x"]' /holders/1 unknown
refuse "$TRADEMARK" 'del(.standing)' /standing required
refuse "$TRADEMARK" '.standing = "heir"' /standing unsupported
refuse "$TRADEMARK" '.standing = "exclusive_licensee"' /files paper-missing
refuse "$TRADEMARK" ".standing = \"sole_licensee\" | .files += [$(slot licence_contract "$P")]" /files paper-missing
refuse "$TRADEMARK" ".standing = \"licensee\" | .files += [$(slot licence_contract "$P")]" /files paper-missing
LICENSED=$(jq -c ".standing = \"exclusive_licensee\" | .owner = \"别的公司\" | .number = \"52345678\" | .licence_until = \"2028-12-31\" | .files += [$(slot licence_contract "$P")]" <<<"$TRADEMARK")
refuse "$LICENSED" '.licence_until = "2026-01-01"' /licence_until licence-expired
refuse "$LICENSED" '.licence_until = "x"' /licence_until date
accepted 'an exclusive licensee' "$LICENSED"
LICENCE=$RIGHT
accepted 'a sole licensee' "$(jq -c ".standing = \"sole_licensee\" | .number = \"52345679\" | .files += [$(slot owner_consent "$P")]" <<<"$LICENSED")"
accepted 'a licensee with express authority' "$(jq -c ".standing = \"licensee\" | .number = \"52345680\" | .files += [$(slot owner_mandate "$P")]" <<<"$LICENSED")"
accepted 'two holders, the second on the certificate' "$(jq -c ".holders = [\"$PARTY\", \"$PERSON\"] | .owner = \"林小满\" | .number = \"52345681\"" <<<"$TRADEMARK")"
accepted 'both on the certificate' "$(jq -c ".holders = [\"$PARTY\", \"$PERSON\"] | .owner = \"$OWNER；林小满\" | .number = \"52345682\"" <<<"$TRADEMARK")"

foreign_principal HRB-1 'Nordlicht Leuchten GmbH'
post /v1/parties "$(party_json "$P" HRB-2 'Nordlys AS' | jq -c --argjson paper "$P" '.own = false | .kind = "foreign_organisation" | .country = "NO"
  | .other_name = "北光灯具有限公司" | .document.kind = "registration" | .files = [("existence_proof", "legalisation", "translation") | {slot: .} + $paper]')"
FOREIGN=$(body .resource.id)
authorised "$PRINCIPAL"
authorised "$FOREIGN"
accepted 'the other name of a foreign party on the certificate' "$(jq -c ".holders = [\"$FOREIGN\"] | .owner = \"北光灯具有限公司\" | .number = \"52345683\"" <<<"$TRADEMARK")"
accepted 'its own name in other widths and cases' "$(jq -c ".holders = [\"$PRINCIPAL\"] | .owner = \"NORDLICHT　Leuchten GmbH\" | .number = \"52345684\"" <<<"$TRADEMARK")"
approved

# Locked, before it is looked at as afterwards
post /v1/rights "$(jq -c '.number = "52345685"' <<<"$TRADEMARK")"
patch "/v1/rights/$ID" '{"name":"X"}' -H 'If-Match: *'
problem locked 409 '[.findings[].pointer] == ["/name"]' : what is submitted is locked

# The reviewer
sent 'another name' "$(jq -c '.owner = "旧名茶厂" | .number = "62345678"' <<<"$TRADEMARK")" '["/owner owner-differs e ", "/files name-proof h name_proof"]'
sent 'another name of a work' "$(jq -c '.owner = "旧名茶厂" | .number = "国作登字-2021-F-00012346"' <<<"$WORK_RIGHT")" '["/owner owner-differs e ", "/files name-proof h name_proof"]'
sent 'a utility model without its report' "$(jq -c '.number = "200820009768.5" | .files |= .[:1]' <<<"$MODEL")" '["/files evaluation-report e evaluation_report"]'
sent 'a design without its report' "$(jq -c '.number = "201730033449.2" | .files |= .[:1]' <<<"$DESIGN")" '["/files evaluation-report e evaluation_report"]'
sent 'an invention with the number of a utility model' "$(jq -c '.number = "200820009769.X"' <<<"$INVENTION")" '["/number number-kind e ", "/kind number-kind h "]'
sent 'a utility model that was taken for a design' "$(jq -c '.number = "200820009770.2"' <<<"$DESIGN")" '["/number number-kind e ", "/kind number-kind h "]'
sent 'unpaid annuities' "$(jq -c '.number = "201710601864.4" | .annuity_paid_until = "2025-07-21"' <<<"$INVENTION")" '["/annuity_paid_until annuity-due e ", "/files paper-stale h annuity_receipt"]'
sent 'a mark long past its term' "$(jq -c '.number = "72345678" | .registered_on = "2010-07-01" | .valid_until = "2020-06-30"' <<<"$TRADEMARK")" \
  '["/valid_until expired e ", "/files renewal-paper h renewal"]'
sent 'a patent past its term' "$(jq -c '.number = "200420009771.X" | .filed_on = "2004-04-01" | .granted_on = "2005-01-01"' <<<"$MODEL")" '["/valid_until expired e "]'
sent 'the same mark once more' "$(jq -c '.number = " 12345678 " | .classes = [{class: 35, goods: "广告"}]' <<<"$TRADEMARK")" '["/number right-twice e ", "/classes right-twice h "]'
sent 'the same invention once more' "$(jq -c '.number = "ZL 2017 1 0601862.5"' <<<"$INVENTION")" '["/number right-twice e "]'
# Whose kind has no paper for another name may say the right one
if [[ $RULES == ippro ]]; then
  sent 'another name of an original image' "$(jq -c '.owner = "旧名茶厂"' <<<"$IMAGE")" '["/owner owner-differs e "]'
  sent 'another name of a portrait' "$(jq -c '.name = "林大满"' <<<"$PORTRAIT")" '["/name owner-differs e "]'
fi
accepted 'a mark in its grace' "$(jq -c '.number = "72345679" | .registered_on = "2016-09-01" | .valid_until = "2026-08-31"' <<<"$TRADEMARK")"
GRACE=$RIGHT
found
approved

closed 'another name' '{"name":"X"}' '["/name "]'
closed 'another name' "{\"files\":[$(slot certificate "$OTHER")]}" '["/files certificate"]'
closed 'another name' "{\"files\":[],\"owner\":\"$OWNER\"}" '["/files certificate"]'
mended 'another name' "{\"files\":[$(slot certificate "$P"),$(slot name_proof "$P")]}"
mended 'another name of a work' "{\"owner\":\"$OWNER\"}"
closed 'a utility model without its report' "{\"files\":[$(slot certificate "$OTHER"),$(slot evaluation_report "$P")]}" '["/files certificate"]'
mended 'a utility model without its report' "{\"files\":[$(slot certificate "$P"),$(slot evaluation_report "$P")]}"
mended 'a design without its report' "{\"files\":[$(slot evaluation_report "$P"),$(slot certificate "$P")]}"
closed 'an invention with the number of a utility model' '{"filed_on":"2018-01-01"}' '["/filed_on "]'
mended 'an invention with the number of a utility model' '{"number":"201710601863.X"}'
mended 'a utility model that was taken for a design' '{"kind":"utility_model"}'
mended 'unpaid annuities' "{\"annuity_paid_until\":\"2027-07-21\",\"files\":[$(slot certificate "$P"),$(slot annuity_receipt "$P")]}"
mended 'a mark long past its term' "{\"valid_until\":\"2030-06-30\",\"files\":[$(slot certificate "$P"),$(slot renewal "$P")]}"
take_up 'the same mark once more'
expect 200 '.findings[0].params.right == "云脚坊"' : and which one it is
mended 'the same mark once more' '{"classes":[{"class":43,"goods":"餐饮"}]}'
take_up 'the same invention once more'
patch "/v1/rights/$RIGHT" '{"number":"1"}' -H "If-Match: $TAG"
problem invalid 422 '[.findings[].pointer] == ["/number"]' : a correction is checked as well
patch "/v1/rights/$RIGHT" '{"number":"201710601865.9"}'
problem precondition-required 428 : with its tag
patch "/v1/rights/$RIGHT" '{"number":"201710601865.9"}' -H 'If-Match: "1"'
problem precondition-failed 412 : the newest
mended 'the same invention once more' '{"number":"201710601865.9"}'
if [[ $RULES == ippro ]]; then
  closed 'another name of an original image' "{\"files\":[$(slot original "$P"),$(slot name_proof "$P")]}" '["/files "]'
  mended 'another name of an original image' "{\"owner\":\"$OWNER\"}"
  closed 'another name of a portrait' "{\"files\":[$(slot photograph "$P"),$(slot name_proof "$P")]}" '["/files "]'
  mended 'another name of a portrait' '{"name":"林小满"}'
fi
settled

# Looked at too late
steer PUT /practice/v1/reviewer -H 'Content-Type: application/json' -d '{"automatic":false}'
sent 'a licence that has ended' "$(jq -c '.number = "52345690" | .licence_until = "2026-12-01"' <<<"$LICENSED")" \
  '["/licence_until licence-expired e ", "/files paper-stale h licence_contract"]'
advance $((20 * 86400))
steer PUT /practice/v1/reviewer -H 'Content-Type: application/json' -d '{"automatic":true}'
sign_in 13800001234
found
mended 'a licence that has ended' '{"licence_until":"2028-12-31"}'
settled

# What the clock brings
status() {
  call GET "/v1/rights/$2"
  expect 200 ".status == \"$3\"" : "$1 is $3"
}
advance $((60 * 86400))
sign_in 13800001234
status 'a mark in its grace' "$GRACE" approved
advance $((60 * 86400))
sign_in 13800001234
status 'past its grace it' "$GRACE" expired
status 'a licence' "$LICENCE" approved
advance $((700 * 86400))
sign_in 13800001234
status 'past its end a licence' "$LICENCE" expired
status 'a mark' "$MARK" approved
call GET "/v1/rights?limit=500"
expect 200 'all(.items[] | select(.kind == "utility_model" and .filed_on == "2018-04-01" and .status != "needs_correction"); .status == "expired")' : 'ten years from filing a utility model has expired'
expect 200 'all(.items[] | select(.kind == "work" or .kind == "original_image" or .kind == "portrait" or .kind == "invention"); .status != "expired")' : 'nothing else has'
call GET '/v1/changes?limit=1000'
expect 200 "any(.changes[]; .kind == \"right\" and .id == \"$GRACE\" and .resource.status == \"expired\")" : and the changes say so

plan
