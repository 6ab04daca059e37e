#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Rights of every kind: taken and approved, refused and where, holders and standing with their papers, what the
# reviewer finds and what is then open, and when they expire.

. "$(dirname "$0")/lib.sh"
RULES_GIVEN='--rules ippro'
serve
join 13800001234 legal@yunjiaofang.example
OWNER=建瓯市云脚坊茶业有限公司
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
  RIGHT=$(body .resource.id)
  TAKEN+=("$RIGHT $1")
}

approved() {
  for taken in "${TAKEN[@]}"; do
    check "${taken#* } is approved" await "/v1/rights/${taken%% *}" '.status == "approved" and .findings == []'
  done
  TAKEN=()
}

refuse() {
  post /v1/rights "$(jq -c "$2" <<<"$1")"
  problem invalid 422 ".findings | any(.pointer == \"$3\" and .code == \"$4\" and .severity == \"error\")" : "$(jq -r .kind <<<"$1") $2: $4 at $3"
}

# found NAME BODY POINTERS: sent back by the reviewer with these findings; RIGHT, TAG
found() {
  post /v1/rights "$2"
  RIGHT=$(body .resource.id)
  expect 201 true : "$1 is taken"
  check "$1 is sent back" await "/v1/rights/$RIGHT" '.status == "needs_correction"'
  expect 200 "[.findings[] | [.pointer, .code, .severity[:1], .params.slot // \"\"] | join(\" \")] == $3" : "$1 is found out"
  TAG=$(header ETag)
}

mended() {
  patch "/v1/rights/$RIGHT" "$1" -H "If-Match: $TAG"
  expect 200 '.resource.status == "in_review" and (.receipt | length > 0)' : 'what was open is changed'
  check 'and approved' await "/v1/rights/$RIGHT" '.status == "approved"'
}

closed() {
  patch "/v1/rights/$RIGHT" "$1" -H "If-Match: $TAG"
  problem locked 409 "[.findings[] | [.pointer, .params.slot // \"\"] | join(\" \")] == $2" : "$2 is closed"
}

# Every kind
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
accepted 'an original image' "$IMAGE" '.resource.shot_on == "2026-03-12"'
PORTRAIT=$(right portrait '{"accounts":["云脚坊官方"]}' photograph | jq -c --arg holder "$PERSON" '.name = "林小满" | .holders = [$holder] | del(.owner)')
accepted 'a portrait' "$PORTRAIT" '.resource.accounts == ["云脚坊官方"]'

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
refuse "$IMAGE" 'del(.shot_on)' /shot_on required
refuse "$IMAGE" '.files = []' /files paper-missing
refuse "$PORTRAIT" 'del(.name)' /name required
refuse "$PORTRAIT" '.files = []' /files paper-missing
refuse "$PORTRAIT" '.accounts = "x"' /accounts type

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

SCAN=$P
foreign_principal HRB-1 'Nordlicht Leuchten GmbH'
post /v1/parties "$(party_json "$P" HRB-2 'Nordlys AS' | jq -c --argjson paper "$P" '.own = false | .kind = "foreign_organisation" | .country = "NO"
  | .other_name = "北光灯具有限公司" | .document.kind = "registration" | .files = [("existence_proof", "legalisation", "translation") | {slot: .} + $paper]')"
FOREIGN=$(body .resource.id)
accepted 'the other name of a foreign party on the certificate' "$(jq -c ".holders = [\"$FOREIGN\"] | .owner = \"北光灯具有限公司\" | .number = \"52345683\"" <<<"$TRADEMARK")"
accepted 'its own name in other widths and cases' "$(jq -c ".holders = [\"$PRINCIPAL\"] | .owner = \"NORDLICHT　Leuchten GmbH\" | .number = \"52345684\"" <<<"$TRADEMARK")"
approved

# The reviewer
found 'another name' "$(jq -c '.owner = "旧名茶厂" | .number = "62345678"' <<<"$TRADEMARK")" '["/owner owner-differs e ", "/files name-proof h name_proof"]'
closed '{"name":"X"}' '["/name "]'
closed "{\"files\":[$(slot certificate "$OTHER")]}" '["/files certificate"]'
closed "{\"files\":[],\"owner\":\"$OWNER\"}" '["/files certificate"]'
mended "{\"files\":[$(slot certificate "$P"),$(slot name_proof "$P")]}"
found 'another name of a portrait' "$(jq -c '.name = "林大满"' <<<"$PORTRAIT")" '["/name owner-differs e "]'
mended '{"name":"林小满"}'
found 'an original image with another owner' "$(jq -c '.owner = "旧名茶厂"' <<<"$IMAGE")" '["/owner owner-differs e "]'
closed "{\"files\":[$(slot original "$P"),$(slot name_proof "$P")]}" '["/files "]'
mended "{\"owner\":\"$OWNER\"}"
found 'a utility model without its report' "$(jq -c '.number = "200820009768.5" | .files |= .[:1]' <<<"$MODEL")" '["/files evaluation-report e evaluation_report"]'
closed "{\"files\":[$(slot certificate "$OTHER"),$(slot evaluation_report "$P")]}" '["/files certificate"]'
mended "{\"files\":[$(slot certificate "$P"),$(slot evaluation_report "$P")]}"
found 'a design without its report' "$(jq -c '.number = "201730033449.2" | .files |= .[:1]' <<<"$DESIGN")" '["/files evaluation-report e evaluation_report"]'
mended "{\"files\":[$(slot evaluation_report "$P"),$(slot certificate "$P")]}"
found 'an invention with the number of a utility model' "$(jq -c '.number = "200820009769.X"' <<<"$INVENTION")" '["/number number-kind e ", "/kind number-kind h "]'
closed '{"filed_on":"2018-01-01"}' '["/filed_on "]'
mended '{"number":"201710601863.X"}'
found 'a utility model that was taken for a design' "$(jq -c '.number = "200820009770.2"' <<<"$DESIGN")" '["/number number-kind e ", "/kind number-kind h "]'
mended '{"kind":"utility_model"}'
found 'unpaid annuities' "$(jq -c '.number = "201710601864.4" | .annuity_paid_until = "2025-07-21"' <<<"$INVENTION")" '["/annuity_paid_until annuity-due e ", "/files paper-stale h annuity_receipt"]'
mended "{\"annuity_paid_until\":\"2027-07-21\",\"files\":[$(slot certificate "$P"),$(slot annuity_receipt "$P")]}"
found 'a mark long past its term' "$(jq -c '.number = "72345678" | .registered_on = "2010-07-01" | .valid_until = "2020-06-30"' <<<"$TRADEMARK")" \
  '["/valid_until expired e ", "/files renewal-paper h renewal"]'
mended "{\"valid_until\":\"2030-06-30\",\"files\":[$(slot certificate "$P"),$(slot renewal "$P")]}"
found 'a patent past its term' "$(jq -c '.number = "200420009771.X" | .filed_on = "2004-04-01" | .granted_on = "2005-01-01"' <<<"$MODEL")" '["/valid_until expired e "]'
accepted 'a mark in its grace' "$(jq -c '.number = "72345679" | .registered_on = "2016-09-01" | .valid_until = "2026-08-31"' <<<"$TRADEMARK")"
GRACE=$RIGHT
approved
found 'the same mark once more' "$(jq -c '.number = " 12345678 " | .classes = [{class: 35, goods: "广告"}]' <<<"$TRADEMARK")" '["/number right-twice e ", "/classes right-twice h "]'
expect 200 '.findings[0].params.right == "云脚坊"' : and which one it is
mended '{"classes":[{"class":43,"goods":"餐饮"}]}'
found 'the same invention once more' "$(jq -c '.number = "ZL 2017 1 0601862.5"' <<<"$INVENTION")" '["/number right-twice e "]'
patch "/v1/rights/$RIGHT" '{"number":"1"}' -H "If-Match: $TAG"
problem invalid 422 '[.findings[].pointer] == ["/number"]' : a correction is checked as well
patch "/v1/rights/$RIGHT" '{"number":"201710601865.9"}'
problem precondition-required 428 : with its tag
patch "/v1/rights/$RIGHT" '{"number":"201710601865.9"}' -H 'If-Match: "1"'
problem precondition-failed 412 : the newest
mended '{"number":"201710601865.9"}'

# Looked at too late
steer PUT /practice/v1/reviewer -H 'Content-Type: application/json' -d '{"automatic":false}'
post /v1/rights "$(jq -c '.number = "52345690" | .licence_until = "2026-12-01"' <<<"$LICENSED")"
RIGHT=$(body .resource.id)
advance $((20 * 86400))
steer PUT /practice/v1/reviewer -H 'Content-Type: application/json' -d '{"automatic":true}'
sign_in 13800001234
check 'a licence that has ended' await "/v1/rights/$RIGHT" '.status == "needs_correction"'
expect 200 '[.findings[] | [.pointer, .code, .params.slot // ""]] == [["/licence_until", "licence-expired", ""], ["/files", "paper-stale", "licence_contract"]]' : is found out
TAG=$(header ETag)
mended '{"licence_until":"2028-12-31"}'

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

# The other rule set: looked at with the first complaint, and not every kind
stop
RULES_GIVEN='--rules kuaishou'
serve
join 13800001234 legal@yunjiaofang.example
upload "$WORK/paper.pdf" application/pdf && upload "$WORK/other.pdf" application/pdf && EVIDENCE=$PAPER
post /v1/parties "$(party_json "$P")"
PARTY=$(body .resource.id)
refuse "$IMAGE" '.' /kind unknown-kind
refuse "$PORTRAIT" '.' /kind unknown-kind
post /v1/rights "$(jq -c --arg holder "$PARTY" '.holders = [$holder] | .files |= .[:1]' <<<"$MODEL")"
expect 201 true : 'a utility model without its report'
RIGHT=$(body .resource.id)
sleep 1
status 'before a complaint it' "$RIGHT" submitted
call GET "/v1/rights/$RIGHT"
patch "/v1/rights/$RIGHT" '{"name":"X"}' -H "If-Match: $(header ETag)"
problem locked 409 '[.findings[].pointer] == ["/name"]' : and locked
post /v1/complaints "$(complaint_json "$RIGHT" "$PARTY" "$EVIDENCE" "$(goods 1)" | jq -c '.reason = "patent_features"')"
expect 201 true : a complaint
COMPLAINT=$(body .resource.id)
check 'waits for the report' await "/v1/complaints/$COMPLAINT" '.status == "needs_correction"'
expect 200 ".findings == [{pointer: \"/right\", code: \"not-certified\", severity: \"error\", params: {status: \"needs_correction\", id: \"$RIGHT\"}}]" : and says so
call GET "/v1/rights/$RIGHT"
expect 200 '[.findings[] | [.pointer, .code, .params.slot]] == [["/files", "evaluation-report", "evaluation_report"]]' : as does the right
patch "/v1/rights/$RIGHT" "{\"files\":[$(slot certificate "$P"),$(slot evaluation_report "$P")]}" -H "If-Match: $(header ETag)"
expect 200 '.resource.status == "in_review"' : the report comes
check 'and the complaint goes on' await "/v1/complaints/$COMPLAINT" '.status == "upheld"'

plan
