#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Who is certified: every kind of party with each of its documents and papers, every role, one's own identity
# once, a document once, and what the reviewer finds. On kuaishou parties are looked at with the first complaint that
# rests on them, on ippro at once.
#
# usage: parties.sh kuaishou|ippro

. "$(dirname "$0")/lib.sh"
RULES=${1:?kuaishou or ippro}
RULES_GIVEN="--rules $RULES"
serve
join 13800001234 agency@fanhai.example
png "$WORK/evidence.png" evidence && upload "$WORK/evidence.png" image/png && EVIDENCE=$PAPER
pdf "$WORK/paper.pdf" paper && upload "$WORK/paper.pdf" application/pdf && SCAN=$PAPER

# party KIND DOCUMENT NUMBER NAME SLOT…: a principal with these papers
party() {
  jq -nc --arg kind "$1" --arg document "$2" --arg number "$3" --arg name "$4" --argjson paper "$PAPER" '
    {role: "principal", own: false, kind: $kind, name: $name, document: {kind: $document, number: $number, valid_until: "2030-01-01"},
     contact: {name: "何晴", email: "notice@fanhai.example", phone: "010-66778899", address: "北京市海淀区中关村大街 1 号"},
     private_contact: {name: "吴桐", email: "private@fanhai.example", phone: "13900001111"},
     files: [$ARGS.positional[] | {slot: .} + $paper]}' --args "${@:5}"
}

# One's own identity, who files for all the others
ORGANISATION=$(party mainland_organisation credit_code 91110000600037341L 泛海代理有限公司 licence | jq -c '.legal_representative = "何晴"')
post /v1/parties "$(jq -c '.role = "agent" | .own = true' <<<"$ORGANISATION")"
expect 201 '.resource.own' : "one's own identity"
OWN=$(body .resource.id)

# bring PARTY [AGENT]: a complaint that rests on it, about a mark of its own; for another than oneself on an authorisation,
# which may have gone through the hands of an agent
MARK=30000000
declare -A COMPLAINTS
bring() {
  local right
  MARK=$((MARK + 1))
  call GET "/v1/parties/$1"
  right=$(right_json "$SCAN" "$1" "$(body .name)")
  post /v1/rights "${right/12345678/$MARK}"
  RIGHT=$ID
  if [[ -n ${2:-} ]]; then
    post /v1/authorisations "$(authorisation_json "$1" "$2" | jq -c '.sub_delegation = true')"
    post /v1/authorisations "$(authorisation_json "$1" "$OWN" | jq -c ".follows = \"$ID\"")"
  elif [[ $1 == "$OWN" ]]; then
    ID=''
  else
    post /v1/authorisations "$(authorisation_json "$1" "$OWN")"
  fi
  complain trademark "$RIGHT" "$1" "$ID"
  COMPLAINTS[${2:-$1}]=$COMPLAINT
}

# accepted NAME BODY [JQ]: taken, and approved as approved says
TAKEN=()
accepted() {
  post /v1/parties "$2"
  expect 201 ".resource.status == \"submitted\" and (${3:-true})" : "$1 is taken"
  TAKEN+=("$ID")
}

# approved [AGENT]: what was taken, at once or with a complaint, and an agent who stands between them; and each complaint
# that rests on them is upheld
approved() {
  local taken complaints=()
  if [[ $RULES == ippro ]]; then
    check 'all are approved at once' every parties approved "${TAKEN[@]}" "$@"
  else
    check 'all wait for a complaint' every parties submitted "${TAKEN[@]}" "$@"
  fi
  for taken in "${TAKEN[@]}"; do
    bring "$taken" "$@"
    complaints+=("$COMPLAINT")
  done
  check 'the complaints of all are upheld' every complaints upheld "${complaints[@]}"
  check 'all are approved' every parties approved "${TAKEN[@]}" "$@"
  TAKEN=()
}

# sent_back NAME PARTY FINDINGS: by the reviewer, at once or with a complaint, which then waits
sent_back() {
  check "$1 is sent back" await "/v1/parties/$2" '.status == "needs_correction"'
  expect 200 "[.findings[] | [.pointer, .code, .severity[:1], .params.slot // \"\"] | join(\" \")] == $3 and .due_rule == \"correction\"" : "$1 is found out"
  if [[ $RULES == kuaishou ]]; then
    check "$1: the complaint waits and says for what" await "/v1/complaints/${COMPLAINTS[$2]}" ".status == \"needs_correction\" and .findings == [{pointer: \"/principal\", code: \"not-certified\", severity: \"error\", params: {status: \"needs_correction\", id: \"$2\"}}]"
    call GET "/v1/parties/$2"
  fi
}

# mended NAME PARTY: approved after the correction, and the complaint goes on
mended() {
  check "$1, mended, is approved" await "/v1/parties/$2" '.status == "approved" and .findings == []'
  if [[ $RULES == kuaishou ]]; then
    check "$1: and the complaint goes on" await "/v1/complaints/${COMPLAINTS[$2]}" '.status == "upheld"'
    call GET "/v1/parties/$2"
  fi
}

# look_at PARTY: where the platform doesn't by itself
look_at() {
  [[ $RULES == ippro ]] || bring "$1"
}

# Every kind with every document, and none but these
call GET /v1/platform
expect 200 '[.party_kinds[] | .kind + " " + ([.documents[].kind] | join(" "))] == ["mainland_person resident_id",
  "mainland_organisation credit_code", "hmt_person residence_permit travel_permit_hk_macau travel_permit_taiwan",
  "hong_kong_organisation business_registration", "macau_organisation registration", "taiwan_organisation registration",
  "foreign_person passport permanent_resident_card", "foreign_organisation registration"]' : 'the kinds are these'
accepted 'a mainland person' "$(party mainland_person resident_id 11010519491231002X 林小满 id_front id_back)" \
  '.resource.own == false and .resource.private_contact.name == "吴桐"'
accepted 'a mainland organisation' "$(party mainland_organisation credit_code 91350100M000100Y43 建瓯市云脚坊茶业有限公司 licence | jq -c '.legal_representative = "林小满"')"
accepted 'somebody with a residence permit' "$(party hmt_person residence_permit 810000199408230021 陳大文 permit_front permit_back)"
accepted 'somebody of Hong Kong with a travel permit' "$(party hmt_person travel_permit_hk_macau H12345678 李小明 permit_front permit_back)"
accepted 'somebody of Taiwan with a travel permit' "$(party hmt_person travel_permit_taiwan 12345678 王美麗 permit_front permit_back)"
accepted 'somebody of Taiwan with an old permit' "$(party hmt_person travel_permit_taiwan '12345679(B)' 王麗 permit_front permit_back)"
accepted 'a Hong Kong organisation' "$(party hong_kong_organisation business_registration 12345678 港茶有限公司 incorporation business_registration)"
accepted 'a Macau organisation' "$(party macau_organisation registration 'SO 12345' 澳茶有限公司 registration_proof | jq -c 'del(.document.valid_until)')"
accepted 'a Taiwan organisation' "$(party taiwan_organisation registration 12345675 臺茶股份有限公司 registration_proof)"
accepted 'a foreign person with a passport' "$(party foreign_person passport C01X00T47 'Erika Mustermann' passport_page | jq -c '.country = "DE"')"
accepted 'a foreign person with a passport of groups' "$(party foreign_person passport AB-12345 'Eva Muster' passport_page | jq -c '.country = "AT"')"
accepted 'a foreign person with a permanent resident card' "$(party foreign_person permanent_resident_card 932682198501010017 'John Smith' id_front id_back | jq -c '.country = "US"')"
FOREIGN=$(party foreign_organisation registration 'HRB 12345' 'Nordlicht Leuchten GmbH' existence_proof legalisation translation | jq -c '.country = "DE" | .other_name = "北光灯具有限公司"')
accepted 'a foreign organisation' "$FOREIGN" '.resource.other_name == "北光灯具有限公司" and .resource.country == "DE"'
# The same number of another country or register is another document
accepted "another country's register" "$(party foreign_organisation registration 'HRB 12345' 'Nordlys AS' existence_proof legalisation translation | jq -c '.country = "NO"')"
accepted "another place's register" "$(party taiwan_organisation registration 'SO 12345' 另一有限公司 registration_proof)"
approved

# Who stands between a principal and the one who files
post /v1/parties "$(party mainland_organisation credit_code 92340602MA2PBQAH7E 第一代理有限公司 licence | jq -c '.role = "agent" | .legal_representative = "甲"')"
expect 201 '.resource.role == "agent" and .resource.status == "submitted"' : 'the first agent of a chain is taken'
FIRST_AGENT=$ID
accepted 'one for whom that one acts' "$(party mainland_person resident_id 110105194912310038 林大满 id_front id_back)"
approved "$FIRST_AGENT"

# What is refused, and where
refuse() {
  post /v1/parties "$(jq -c "$2" <<<"$1")"
  problem invalid 422 ".findings | any(.pointer == \"$3\" and .code == \"$4\" and .severity == \"error\")" : "$2: $4 at $3"
}
refuse "$ORGANISATION" 'del(.role)' /role required
refuse "$ORGANISATION" '.role = "heir"' /role unsupported
refuse "$ORGANISATION" '.own = "yes"' /own type
refuse "$ORGANISATION" '.kind = "ghost"' /kind unknown-kind
refuse "$ORGANISATION" 'del(.document.kind)' /document/kind required
refuse "$ORGANISATION" '.document.kind = "passport"' /document/kind document-kind
refuse "$ORGANISATION" '.document.number = "9111000060003IOZSV"' /document/number alphabet
refuse "$ORGANISATION" '.document.valid_until = "2026-11-20"' /document/valid_until document-expired
refuse "$ORGANISATION" 'del(.legal_representative)' /legal_representative required
refuse "$ORGANISATION" '.private_contact.email = "x"' /private_contact/email email
refuse "$ORGANISATION" '.files = []' /files paper-missing
PERSON=$(party mainland_person resident_id 440308199901101512 吴桐 id_front id_back)
refuse "$PERSON" '.document.number = "360426199113010079"' /document/number date
refuse "$PERSON" '.document.number = "1234"' /document/number length
refuse "$PERSON" '.files |= .[:1]' /files paper-missing
PASSPORT=$(party foreign_person passport C01X00T48 'Max Mustermann' passport_page | jq -c '.country = "DE"')
refuse "$PASSPORT" 'del(.country)' /country required
refuse "$PASSPORT" '.country = "ZZ"' /country code
refuse "$PASSPORT" '.country = "CN"' /country country-kind
refuse "$PASSPORT" 'del(.document.valid_until)' /document/valid_until required
refuse "$PASSPORT" '.document.kind = "permanent_resident_card" | .document.number = "932682198501010017"' /files paper-missing
PERMIT=$(party hmt_person travel_permit_hk_macau M98765432 李小龙 permit_front permit_back)
refuse "$PERMIT" '.document.number = "X1"' /document/number length
refuse "$PERMIT" '.files |= .[1:]' /files paper-missing
HONG_KONG=$(party hong_kong_organisation business_registration 87654321 港灯有限公司 incorporation business_registration)
refuse "$HONG_KONG" '.files |= .[:1]' /files paper-missing
refuse "$HONG_KONG" '.files |= .[1:]' /files paper-missing
refuse "$FOREIGN" '.files |= .[1:]' /files paper-missing
refuse "$FOREIGN" 'del(.document.number)' /document/number required

# One's own identity, and a document, once
post /v1/parties "$(jq -c '.own = true' <<<"$PERSON")"
problem party-already-certified 409 \
  '.findings == [{pointer: "/own", code: "own-exists", severity: "error", params: {party: "泛海代理有限公司"}}]' : there is one
post /v1/parties "$(jq -c 'del(.own)' <<<"$PERSON")"
problem party-already-certified 409 '[.findings[].pointer] == ["/own"]' : it is meant where nothing is said
post /v1/parties "$(jq -c '.name = "别名" | .document.number = " 91110000600037341l "' <<<"$ORGANISATION")"
problem party-already-certified 409 \
  '.findings == [{pointer: "/document/number", code: "party-already-certified", severity: "error"}]' : the same document once more, typed otherwise
post /v1/parties "$(jq -c '.document.number = "hrb 12345 "' <<<"$FOREIGN")"
problem party-already-certified 409 '[.findings[].pointer] == ["/document/number"]' : nor twice a foreign one
post /v1/parties "$(jq -c '.document.number = "HRB-12345"' <<<"$FOREIGN")"
problem party-already-certified 409 '[.findings[].pointer] == ["/document/number"]' : whatever its letters and digits are grouped by
post /v1/parties "$(jq -c '.document.number = "12345678-000-11-25-A"' <<<"$HONG_KONG")"
problem party-already-certified 409 '[.findings[].pointer] == ["/document/number"]' : nor a business of Hong Kong with its branch
post /v1/parties "$(jq -c '.document.number = "810000199408230021"' <<<"$PERSON")"
problem party-already-certified 409 '[.findings[].pointer] == ["/document/number"]' : "nor a residence permit as if it were an ID card"

# The reviewer
corrected() {
  patch "/v1/parties/$1" "$2" -H "If-Match: $(header ETag)"
}
post /v1/parties "$(jq -c '.document.number = "HRB 99" | .files |= .[:1]' <<<"$FOREIGN")"
expect 201 true : a foreign organisation without legalisation is taken
PARTY=$(body .resource.id)
post /v1/parties "$(jq -c '.document.number = "HRB 98" | .country = "AE" | .files |= .[:1]' <<<"$FOREIGN")"
CONSULAR=$(body .resource.id)
look_at "$PARTY" && look_at "$CONSULAR"
sent_back 'without legalisation one' "$PARTY" '["/files legalisation-missing e legalisation", "/files translation-missing e translation"]'
expect 200 '.findings == [
  {pointer: "/files", code: "legalisation-missing", severity: "error", params: {country: "DE", form: "apostille", slot: "legalisation"}},
  {pointer: "/files", code: "translation-missing", severity: "error", params: {slot: "translation"}}] and .due_rule == "correction"' : an apostille and a translation are asked for
pdf "$WORK/other.pdf" other && P=$SCAN && upload "$WORK/other.pdf" application/pdf && OTHER=$PAPER
call GET "/v1/parties/$PARTY"
corrected "$PARTY" "{\"files\":[$(slot existence_proof "$OTHER"),$(slot legalisation "$P"),$(slot translation "$P")]}"
problem locked 409 '.findings == [{pointer: "/files", code: "locked", severity: "error", params: {slot: "existence_proof"}}]' : only those slots are open
call GET "/v1/parties/$PARTY"
corrected "$PARTY" "{\"files\":[$(slot existence_proof "$P"),$(slot legalisation "$P"),$(slot translation "$P")]}"
expect 200 '.resource.status == "in_review"' : both come
mended 'without legalisation one' "$PARTY"
TAG=$(header ETag)
patch "/v1/parties/$PARTY" '{"name":"X","contact":{"name":"Y"}}' -H "If-Match: $TAG"
problem locked 409 '[.findings[] | [.pointer, .code]] | sort == [["/contact/name", "locked"], ["/name", "locked"]]' : approved is locked, member by member
patch "/v1/parties/$PARTY" '{"name":"X"}'
problem precondition-required 428 : a tag is asked for
patch "/v1/parties/$PARTY" '{"name":"X"}' -H 'If-Match: "77"'
problem precondition-failed 412 : the right one
check 'not every country gives apostilles' await "/v1/parties/$CONSULAR" '.findings[0].params.form == "consular"'

# The paper goes out of date while nobody looks
steer PUT /practice/v1/reviewer -H 'Content-Type: application/json' -d '{"automatic":false}'
post /v1/parties "$(jq -c '.document.valid_until = "2026-12-01"' <<<"$PERMIT")"
LATE=$(body .resource.id)
look_at "$LATE"
advance $((30 * 86400))
steer PUT /practice/v1/reviewer -H 'Content-Type: application/json' -d '{"automatic":true}'
sign_in 13800001234
sent_back 'a stale document' "$LATE" '["/document/valid_until document-expired e ", "/files paper-stale h "]'
corrected "$LATE" '{"document":{"valid_until":"2031-12-01"}}'
mended 'a stale document' "$LATE"

# Another account: the principal may stand there too, the own identity not as its own
join 13900005678 other@fanhai.example
upload "$WORK/evidence.png" image/png && upload "$WORK/paper.pdf" application/pdf
post /v1/parties "$(jq -c '.own = true' <<<"$ORGANISATION")"
problem party-already-certified 409 \
  '.findings == [{pointer: "/document/number", code: "party-already-certified", severity: "error"}]' : "somebody's own identity isn't another's"
THEIRS=$OWN
post /v1/parties "$(party mainland_organisation credit_code 92340602MA2PBQAH7E 第一代理有限公司 licence | jq -c '.role = "agent" | .own = true | .legal_representative = "甲"')"
expect 201 true : "but whom another account passes on to may have one"
OWN=$(body .resource.id)
accepted 'the same principal under another agent' "$FOREIGN"
accepted "another's own identity as one's principal" "$ORGANISATION"
approved
post /v1/parties "$(party mainland_organisation credit_code 91350100M000100Y43 别的茶业有限公司 licence | jq -c '.legal_representative = "乙"')"
PARTY=$(body .resource.id)
look_at "$PARTY"
sent_back 'the same document under another name' "$PARTY" '["/document/number document-twice e ", "/name document-twice h "]'
corrected "$PARTY" '{"name":"建瓯市云脚坊茶业有限公司"}'
mended 'the same document under another name' "$PARTY"
call GET "/v1/parties/$THEIRS"
problem not-found 404 : "nobody sees another's"

# An agent's typo binds neither the owner nor, once the owner is certified, another agent
brand() {
  party mainland_organisation credit_code 91350100M0001TGQXM "$1" licence | jq -c '.legal_representative = "林小满"'
}
# account PHONE BODY: somebody else's, whose own identity this is; OWN
account() {
  join "$1" "$1@agents.example"
  upload "$WORK/evidence.png" image/png && upload "$WORK/paper.pdf" application/pdf
  post /v1/parties "$(jq -c '.own = true' <<<"$2")"
  OWN=$ID
}
agent() {
  party foreign_person passport "$1" "Agent $1" passport_page | jq -c '.role = "agent" | .country = "DE"'
}
account 13900006666 "$(agent C01X00T61)"
post /v1/parties "$(brand 建瓯市云上茶叶有限公司)"
PARTY=$ID
look_at "$PARTY"
check 'an agent mistypes the name of the owner' await "/v1/parties/$PARTY" '.status == "approved"'
account 13900007777 "$(brand 建瓯市云上茶业有限公司)"
look_at "$OWN"
check 'the owner is approved' await "/v1/parties/$OWN" '.status == "approved" and .findings == []'
post /v1/parties "$(brand 建瓯市云上茶业有限公司)"
problem party-already-certified 409 'any(.findings[]; .pointer == "/document/number")' : 'but not twice on one account'
account 13900008888 "$(agent C01X00T62)"
post /v1/parties "$(brand 建瓯市云上茶业有限公司)"
PARTY=$ID
look_at "$PARTY"
check 'so is another agent who has the name right' await "/v1/parties/$PARTY" '.status == "approved"'
account 13900009999 "$(agent C01X00T63)"
post /v1/parties "$(brand 建瓯市云上茶叶有限公司)"
PARTY=$ID
look_at "$PARTY"
check 'the typo itself no longer is' await "/v1/parties/$PARTY" '.status == "needs_correction"'

# What has expired may be certified again
OWN=$THEIRS
sign_in 13800001234
advance $((5 * 366 * 86400))
sign_in 13800001234
call GET "/v1/parties/$OWN"
expect 200 '.status == "expired"' : past its validity it has expired
call GET "/v1/changes?limit=1000"
expect 200 "any(.changes[]; .kind == \"party\" and .id == \"$OWN\" and .resource.status == \"expired\")" : and the changes say so
post /v1/parties "$(jq -c '.own = true | .role = "agent" | .document.valid_until = "2041-01-01"' <<<"$ORGANISATION")"
expect 201 true : the renewed document is taken

plan
