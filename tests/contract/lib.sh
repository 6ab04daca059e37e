# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

# What the contract tests share. They hold the practice platform to its contract with curl and jq alone: nothing
# of Signet's own code stands between the test and the wire. Each test starts its own platform, and says what it
# found in TAP.
#
#   serve [options]      starts signet-practice; ADDRESS and CONTROL say how to reach it
#   call METHOD PATH …   one request; STATUS, $WORK/head and $WORK/body hold the answer; TOKEN is sent if set
#   steer METHOD PATH …  the same with the control key
#   expect STATUS [JQ] : NAME   checks the last answer: its status, and a jq expression that must be true

set -uo pipefail

PROGRAM=${SIGNET_PRACTICE:?path of signet-practice}
WORK=$(mktemp -d "${TMPDIR:-/tmp}/signet-contract-XXXXXX")
export LC_ALL=C.UTF-8
COUNT=0 FAILED=0 TOKEN='' KEY='' STATUS='' SERVER=''

finish() {
  stop
  rm -rf "$WORK"
}
trap finish EXIT

ok() {
  COUNT=$((COUNT + 1))
  echo "ok $COUNT - $1"
}

not_ok() {
  COUNT=$((COUNT + 1))
  FAILED=$((FAILED + 1))
  echo "not ok $COUNT - $1"
}

# check NAME COMMAND…: true if the command is
check() {
  local name=$1
  shift
  if "$@" >/dev/null; then ok "$name"; else
    not_ok "$name"
    echo "# failed: $*"
  fi
}

same() {
  if [[ $2 == "$3" ]]; then ok "$1"; else
    not_ok "$1"
    echo "# is $2"
    echo "# should be $3"
  fi
}

plan() {
  echo "1..$COUNT"
  exit $((FAILED > 0))
}

serve() {
  rm -f "$WORK/ready"
  "$PROGRAM" "${@:---memory}" ${RULES_GIVEN:---rules kuaishou} >"$WORK/ready" 2>>"$WORK/log" &
  SERVER=$!
  for _ in {1..500}; do
    [[ -s $WORK/ready ]] && break
    kill -0 "$SERVER" 2>/dev/null || break
    sleep 0.01
  done
  ADDRESS=$(jq -r .address "$WORK/ready")
  CONTROL=$(jq -r .control_key "$WORK/ready")
}

stop() {
  if [[ -n $SERVER ]]; then
    kill "$SERVER" 2>/dev/null
    wait "$SERVER" 2>/dev/null
  fi
  SERVER=''
}

call() {
  local method=$1 path=$2 how=(-X "$1")
  shift 2
  [[ $method == HEAD ]] && how=(-I)
  [[ -n $TOKEN ]] && how+=(-H "Authorization: Bearer $TOKEN")
  STATUS=$(curl -sS -m 20 "${how[@]}" -D "$WORK/head" -o "$WORK/body" -w '%{http_code}' "$@" \
    "${ADDRESS}${path}" 2>"$WORK/curl")
  RESULT=$?
}

steer() {
  local TOKEN=''
  call "$@" -H "Authorization: Practice $CONTROL"
}

header() {
  grep -i "^$1:" "$WORK/head" | tail -n 1 | sed -e 's/^[^:]*: *//' -e 's/\r$//'
}

body() {
  jq -r "$1" "$WORK/body"
}

# advance SECONDS: moves the platform's clock
advance() {
  steer POST /practice/v1/clock -H 'Content-Type: application/json' -d "{\"advance\":$1}"
}

expect() {
  local status=$1 filter='' name
  shift
  [[ $1 != : ]] && filter=$1 && shift
  name=${*:2}
  if [[ $STATUS == "$status" ]] && { [[ -z $filter ]] || jq -e "$filter" "$WORK/body" >/dev/null 2>&1; }; then
    ok "$name"
  else
    not_ok "$name"
    echo "# status $STATUS, should be $status${filter:+; and $filter}"
    head -c 1200 "$WORK/body" 2>/dev/null | sed 's/^/# /'
    echo
  fi
}

# The last answer is a refusal with problem details of this code.
problem() {
  local code=$1 status=$2 filter=true
  shift 2
  [[ $1 != : ]] && filter=$1 && shift
  expect "$status" ".type == \"urn:signet:problem:$code\" and .status == $status and (.title | length > 0) and ($filter)" : "${*:2}"
}

uuid() {
  echo "$(</proc/sys/kernel/random/uuid)"
}

json() {
  call "$1" "$2" -H 'Content-Type: application/json' --data-binary "$3" "${@:4}"
}

# POST with a new idempotency key, kept in KEY; ID of what was made
post() {
  KEY=$(uuid) ID=''
  json POST "$1" "$2" -H "Idempotency-Key: \"$KEY\"" "${@:3}"
  [[ $(<"$WORK/head") =~ [Ll]ocation:\ [^$'\r']*/([^/$'\r']+) ]] && ID=${BASH_REMATCH[1]}
}

patch() {
  call PATCH "$1" -H 'Content-Type: application/merge-patch+json' --data-binary "$2" "${@:3}"
}

# What the phone or mailbox received last; the last answer stays.
last_code() {
  curl -sS -H "Authorization: Practice $CONTROL" "$ADDRESS/practice/v1/messages" |
    jq -r --arg to "$1" '[.messages[] | select(.to == $to)] | last | .code'
}

challenge() {
  VERIFIER=$(openssl rand -hex 32)
  call POST /oauth/challenge -d client_id=signet -d response_type=code -d method=sms -d phone="$1" \
    -d code_challenge="$(printf %s "$VERIFIER" | openssl dgst -sha256 -binary | basenc --base64url | tr -d =)" \
    -d code_challenge_method=S256 -d device_name=test
}

sign_in() {
  local session code
  TOKEN=''
  challenge "$1"
  session=$(body .auth_session)
  code=$(last_code "$1")
  call POST /oauth/challenge -d client_id=signet -d auth_session="$session" -d otp="$code"
  call POST /oauth/token -d client_id=signet -d grant_type=authorization_code -d code="$(body .authorization_code)" \
    -d code_verifier="$VERIFIER"
  TOKEN=$(body .access_token)
  REFRESH=$(body .refresh_token)
}

bind() {
  post /v1/account/bindings "{\"kind\":\"email\",\"value\":\"$1\"}"
  local id
  id=$(body .id)
  json POST "/v1/account/bindings/$id/confirmation" "{\"code\":\"$(last_code "$1")\"}"
}

join() {
  sign_in "$1"
  bind "$2"
}

# upload FILE MEDIA_TYPE: FILE_ID and PAPER (a reference without slot)
upload() {
  local name sha bytes
  name=$(basename "$1")
  sha=$(sha256sum <"$1" | cut -d' ' -f1)
  bytes=$(stat -c %s "$1")
  create_upload "$name" "$2" "$sha" "$bytes"
  FILE_ID=$(basename "$(header Location)")
  append "$FILE_ID" 0 "$1"
  PAPER=$(jq -nc --arg name "$name" --arg type "$2" --arg sha "$sha" --argjson bytes "$bytes" \
    '{sha256: $sha, name: $name, media_type: $type, bytes: $bytes}')
}

create_upload() {
  call POST /v1/files -H 'Tus-Resumable: 1.0.0' -H "Upload-Length: $4" -H "Upload-Metadata: filename $(b64 "$1"),filetype $(b64 "$2"),sha256 $(b64 "$3")"
}

append() {
  call PATCH "/v1/files/$1" -H 'Tus-Resumable: 1.0.0' -H "Upload-Offset: $2" \
    -H 'Content-Type: application/offset+octet-stream' --data-binary "@$3" "${@:4}"
}

b64() {
  printf %s "$1" | base64 -w0
}

pdf() {
  printf '%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%% %s\ntrailer<</Root 1 0 R>>\n%%%%EOF\n' "$2" >"$1"
}

png() {
  { printf '\x89PNG\r\n\x1a\n' && printf '%s' "$2"; } >"$1"
}

slot() {
  jq -nc --arg slot "$1" --argjson paper "$2" '$paper + {slot: $slot}'
}

party_json() {
  jq -nc --arg number "${2:-91350100M000100Y43}" --arg name "${3:-建瓯市云脚坊茶业有限公司}" --argjson paper "$1" '
    {role: "principal", kind: "mainland_organisation", name: $name,
     document: {kind: "credit_code", number: $number, valid_until: "2036-03-01"}, legal_representative: "林小满",
     contact: {name: "林小满", email: "legal@yunjiaofang.example", phone: "13800001234", address: "福建省建瓯市云脚路 8 号"},
     files: [$paper + {slot: "licence"}]}'
}

right_json() {
  jq -nc --argjson paper "$1" --arg holder "$2" --arg owner "${3:-建瓯市云脚坊茶业有限公司}" '
    {kind: "trademark", number: "12345678", name: "云脚坊", owner: $owner,
     classes: [{class: 30, goods: "茶；茶饮料"}], registered_on: "2020-07-01", valid_until: "2030-06-30",
     territory: "CN", holders: [$holder], standing: "owner", files: [$paper + {slot: "certificate"}]}'
}

# complaint_json RIGHT PARTY PAPER LINK…: goods, counterfeit
complaint_json() {
  jq -nc --arg right "$1" --arg party "$2" --argjson paper "$3" '
    {right: $right, principal: $party, reason: "counterfeit", statement: "所售商品并非我司生产。", language: "zh-CN",
     guarantee: {version: "2026-1", language: "zh-CN", name: "林小满", given_at: "2026-11-21T08:00:00Z"},
     files: [$paper | select(. != null) + {slot: "evidence"}],
     items: [$ARGS.positional[] | {kind: "goods", link: ., source: ., class: 30}]}' --args "${@:4}"
}

goods() {
  echo "https://app.kwaixiaodian.com/merchant/shop/detail?id=$1"
}

# link_goods N: goods on the platform that is served
link_goods() {
  if [[ $RULES_GIVEN == *ippro* ]]; then echo "https://haohuo.jinritemai.com/views/product/item2?id=$1"; else goods "$1"; fi
}

# complain RIGHT_KIND RIGHT PRINCIPAL [AUTHORISATION [N]]: about the Nth goods, else some that nobody has complained
# about; COMPLAINT
FILED=0
complain() {
  local reason=counterfeit complaint
  case $1 in
  invention | utility_model) reason=patent_features ;;
  design) reason=design_copied ;;
  work) reason=work_copied ;;
  software) reason=software_piracy ;;
  original_image) reason=image_theft ;;
  portrait) reason=portrait ;;
  esac
  FILED=$((FILED + 1))
  complaint=$(complaint_json "$2" "$3" "$EVIDENCE" "$(link_goods "${5:-$FILED}")")
  complaint=${complaint/\"counterfeit\"/\"$reason\"}
  [[ -n ${4:-} ]] && complaint="${complaint%\}},\"authorisation\":\"$4\"}"
  post /v1/complaints "$complaint"
  COMPLAINT=$ID
}

# certify: a party and a right from fresh papers; PARTY, RIGHT, EVIDENCE
certify() {
  pdf "$WORK/licence.pdf" licence && upload "$WORK/licence.pdf" application/pdf && LICENCE=$PAPER
  pdf "$WORK/certificate.pdf" certificate && upload "$WORK/certificate.pdf" application/pdf && CERTIFICATE=$PAPER
  png "$WORK/evidence.png" evidence && upload "$WORK/evidence.png" image/png && EVIDENCE=$PAPER
  post /v1/parties "$(party_json "$LICENCE" "${1:-91350100M000100Y43}")"
  PARTY=$(body .resource.id)
  post /v1/rights "$(right_json "$CERTIFICATE" "$PARTY" "${2:-建瓯市云脚坊茶业有限公司}")"
  RIGHT=$(body .resource.id)
}

# agency: the account's own identity, an agent; AGENT, and SCAN for any paper
agency() {
  pdf "$WORK/scan.pdf" scan && upload "$WORK/scan.pdf" application/pdf && SCAN=$PAPER
  post /v1/parties "$(party_json "$SCAN" 91110000600037341L 泛海代理有限公司 | jq -c '.role = "agent" | .own = true')"
  AGENT=$(body .resource.id)
}

# first_agent NUMBER: who stands between a principal and the account's own identity; FIRST_AGENT
first_agent() {
  post /v1/parties "$(party_json "$SCAN" "$1" 第一代理有限公司 | jq -c '.role = "agent" | .own = false')"
  FIRST_AGENT=$(body .resource.id)
}

# foreign_principal NUMBER NAME: an organisation of Germany with all its papers; PRINCIPAL
foreign_principal() {
  post /v1/parties "$(party_json "$SCAN" "$1" "$2" | jq -c --argjson paper "$SCAN" '
    .own = false | .kind = "foreign_organisation" | .country = "DE" | .document.kind = "registration" | del(.legal_representative)
    | .files = [("existence_proof", "legalisation", "translation") | {slot: .} + $paper]')"
  PRINCIPAL=$(body .resource.id)
}

# foreign_right PRINCIPAL NUMBER [OWNER]: its trademark; RIGHT
foreign_right() {
  post /v1/rights "$(right_json "$SCAN" "$1" "${3:-Nordlicht Leuchten GmbH}" | jq -c --arg number "$2" '.number = $number')"
  RIGHT=$(body .resource.id)
}

# authorisation_json PRINCIPAL AGENT: for everything, on every platform, for two years
authorisation_json() {
  jq -nc --arg principal "$1" --arg agent "$2" --argjson paper "$SCAN" '
    {principal: $principal, agent: $agent, handler: {name: "吴桐", document_number: "440308199901101512"},
     scope: ["enforcement", "certification"], all_rights: true, rights: [], all_platforms: true, platforms: [],
     valid_from: "2026-01-01", valid_until: "2027-12-31", sub_delegation: false, signed_on: "2025-12-18",
     files: [("authorisation", "legalisation", "translation") | {slot: .} + $paper]}'
}

# await PATH JQ: asks until the expression is true; gives up after half a minute or so, since machines can be busy
await() {
  for _ in {1..400}; do
    call GET "$1"
    [[ $STATUS == 200 ]] && jq -e "$2" "$WORK/body" >/dev/null 2>&1 && return 0
    sleep 0.05
  done
  return 1
}

# every COLLECTION STATUS ID…: waits until each of them has this status and nothing is wrong with it
every() {
  local ids
  ids=$(printf '"%s",' "${@:3}")
  await "/v1/$1?limit=500" "[.items[] | select(.id | IN(${ids%,}))] | length == $(($# - 2)) and all(.status == \"$2\" and .findings == [])" ||
    { jq -c '.items[] | [.id, .status, .findings]' "$WORK/body" >&2 && return 1; }
}
