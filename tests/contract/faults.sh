#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Faults: each kind before and after handling, which requests they act on, and that steering stays whole.

. "$(dirname "$0")/lib.sh"
serve

faults() {
  steer PUT /practice/v1/faults -H 'Content-Type: application/json' -d "$1"
}
messages() {
  steer GET /practice/v1/messages
  body '.messages | length'
}
# Something that leaves a trace when it is handled: a message to this phone
PHONE=13800000000
ask() {
  PHONE=$((PHONE + 1))
  challenge $PHONE
}
# fault PHASE DO: a request under this fault, and whether it was handled
fault() {
  local before
  faults '[]'
  before=$(messages)
  faults "[{\"path\":\"/oauth/challenge\",\"phase\":\"$1\",\"do\":\"$2\"${3:+,$3}}]"
  ask
  FAULT_STATUS=$STATUS FAULT_RESULT=$RESULT
  cp "$WORK/body" "$WORK/answer" 2>/dev/null
  HANDLED=$(($(messages) - before))
}
# seen NAME CURL_RESULT STATUS HANDLED
seen() {
  same "$1" "$FAULT_RESULT $FAULT_STATUS handled $HANDLED" "$2 $3 handled $4"
}

for wrong in '{}' '[5]' '[{"path":"/"}]' '[{"do":"reset"}]' '[{"path":"/","do":"burn"}]' '[{"path":"/","do":"reset","nth":0}]' \
  '[{"path":"/","do":"reset","phase":"during"}]' '[{"path":"/","do":"status","status":200}]' '[{"path":"/","do":"delay","milliseconds":99999999}]'; do
  faults "$wrong"
  check "not taken: $wrong" test "$STATUS" -ge 400
done
faults '[{"path":"/","do":"burn"},{"path":7,"do":"reset","count":"x"}]'
problem invalid 422 '[.findings[].pointer] == ["/0/do", "/1/path", "/1/count"]' : what is wrong with them
call GET /v1/platform
expect 200 true : nothing changed

fault before reset
seen 'reset before' 56 000 0
fault after reset
seen 'reset after' 56 000 1
fault before drop_answer
seen 'dropped before' 52 000 0
fault after drop_answer
seen 'dropped after' 52 000 1
fault before cut
seen 'cut before' 18 200 0
fault after cut
seen 'cut after' 18 400 1
check 'a part came' test -s "$WORK/answer"
check 'that is no JSON' bash -c "! jq . '$WORK/answer' >/dev/null 2>&1"
fault before garbage
seen 'garbage before' 0 200 0
check 'it is no JSON' bash -c "! jq . '$WORK/answer' >/dev/null 2>&1"
fault after garbage
seen 'garbage after' 0 400 1
fault before status '"status":500'
seen 'status before' 0 500 0
fault after status '"status":502'
seen 'status after' 0 502 1
fault before status
seen 'unavailable' 0 503 0
check "in OAuth's own form" test "$(jq -r .error "$WORK/answer")" = temporarily_unavailable
faults '[{"path":"/v1/platform","do":"status","status":429}]'
call GET /v1/platform
problem throttled 429 : throttled
check 'for a moment' test "$(header Retry-After)" -ge 1

SECONDS_BEFORE=$(date +%s%3N)
fault before delay '"milliseconds":400'
seen 'delayed before' 0 400 1
fault after delay '"milliseconds":400'
seen 'delayed after' 0 400 1
check 'it took its time' test $(($(date +%s%3N) - SECONDS_BEFORE)) -ge 800

# Which requests
faults '[{"path":"/v1/platform","nth":3,"do":"status","status":500}]'
WHICH=''
for _ in {1..7}; do call GET /v1/platform && WHICH+="$STATUS "; done
same 'every third' "$WHICH" '200 200 500 200 200 500 200 '
faults '[{"path":"/v1/plat*m","count":2,"do":"status","status":500}]'
WHICH=''
for _ in {1..4}; do call GET /v1/platform && WHICH+="$STATUS "; done
same 'twice, by pattern' "$WHICH" '500 500 200 200 '
faults '[{"path":"/v1/platform","method":"POST","do":"status","status":500}]'
call GET /v1/platform
expect 200 true : only its method
faults '[{"path":"/v1/platform","count":1,"do":"status","status":500},{"path":"/","do":"status","status":502}]'
call GET /v1/platform && FIRST=$STATUS
call GET /v1/platform
same 'the first rule that is due' "$FIRST $STATUS" '500 502'

# Nothing reaches the platform, and it can be mended
faults '[{"path":"/","do":"reset"}]'
call GET /v1/platform
same 'cut off' "$RESULT" 56
call GET /.well-known/jwks.json
same 'altogether' "$RESULT" 56
steer GET /practice/v1/ledger
expect 200 '.entries == []' : but for steering
faults '[]'
call GET /v1/platform
expect 200 true : mended

# Handled twice, accepted once
join 13800001234 legal@yunjiaofang.example
certify
faults '[{"path":"/v1/complaints","method":"POST","do":"replay"}]'
post /v1/complaints "$(complaint_json "$RIGHT" "$PARTY" "$EVIDENCE" "$(goods 1)")"
expect 201 true : replayed
faults '[{"path":"/v1/complaints","method":"POST","phase":"after","do":"drop_answer","count":1}]'
BODY=$(complaint_json "$RIGHT" "$PARTY" "$EVIDENCE" "$(goods 2)")
post /v1/complaints "$BODY"
same 'an answer is lost' "$RESULT" 52
json POST /v1/complaints "$BODY" -H "Idempotency-Key: \"$KEY\""
expect 201 true : and given again
call GET /v1/complaints
expect 200 '(.items | length) == 2' : two complaints
steer GET /practice/v1/ledger
expect 200 '[.entries[] | select(.kind == "complaint")] | length == 2' : in the ledger too
ID=$(jq -r '.entries[-1].resource' "$WORK/body")
call GET "/v1/complaints/$ID"
expect 200 true : the one that was answered

# An answer that was held back is lost like any other
faults '[{"path":"/v1/changes","phase":"after","do":"reset"}]'
call GET '/v1/changes?after=100000' -H 'Prefer: wait=1'
same 'a long wait for nothing' "$RESULT" 56

plan
