#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Sessions: seen and ended; what a stolen refresh token does; revocation (RFC 7009); throttles of e-mail.

. "$(dirname "$0")/lib.sh"
serve

refresh() {
  call POST /oauth/token -d client_id=signet -d grant_type=refresh_token -d refresh_token="$1"
}
revoke() {
  call POST /oauth/revoke -d client_id=signet -d token="$1" "${@:2}"
}
works() {
  TOKEN=$1 call GET /v1/account
}

# Seen
call GET /v1/account/sessions
problem unauthorised 401 : one must be signed in
sign_in 13800001234
FIRST=$TOKEN FIRST_REFRESH=$REFRESH
call GET /v1/account/sessions
expect 200 '(.items | length) == 1 and (.items[0] | (.id | startswith("ses_")) and .method == "sms" and .device_name == "test" and .device_place == ""
  and .current and .created_at == .used_at)' : one session, also before the e-mail is bound
FIRST_ID=$(body '.items[0].id')
advance 120
sign_in 13800001234
SECOND=$TOKEN
call GET /v1/account/sessions
expect 200 "[.items[].current] == [true, false] and .items[1].id == \"$FIRST_ID\"" : two, the last used first
advance 120
works "$FIRST"
TOKEN=$SECOND call GET /v1/account/sessions
expect 200 '[.items[].current] == [true, false]
  and ((.items[1] | (.used_at | fromdateiso8601) - (.created_at | fromdateiso8601)) >= 230)' : use is seen
sign_in 13900005678
STRANGER=$TOKEN
call GET /v1/account/sessions
expect 200 '(.items | length) == 1' : "not another's"

# Ended
TOKEN=$STRANGER call DELETE "/v1/account/sessions/$FIRST_ID"
problem not-found 404 : "another's session"
TOKEN=$SECOND call DELETE /v1/account/sessions/ses_x
problem not-found 404 : an unknown one
TOKEN=$SECOND call DELETE "/v1/account/sessions/$FIRST_ID"
expect 204 : ended from another
works "$FIRST"
problem unauthorised 401 : its access token is over at once
refresh "$FIRST_REFRESH"
expect 400 '.error == "invalid_grant"' : and its refresh token
TOKEN=$SECOND call DELETE "/v1/account/sessions/$FIRST_ID"
problem not-found 404 : once
TOKEN=$SECOND call GET /v1/account/sessions
expect 200 '[.items[].current] == [true]' : it is gone from the list
ID=$(body '.items[0].id')
TOKEN=$SECOND call DELETE "/v1/account/sessions/$ID"
expect 204 : "one's own too"
works "$SECOND"
problem unauthorised 401 : which signs out
works "$STRANGER"
expect 200 true : others go on

# A request that waits ends with its session
join 13700001111 legal@yunjiaofang.example
WAITING=$TOKEN
call GET /v1/changes && CURSOR=$(body .cursor)
call GET /v1/account/sessions && ID=$(body '.items[0].id')
sign_in 13700001111
curl -sS -m 70 -H "Authorization: Bearer $WAITING" -H 'Prefer: wait=60' -o "$WORK/waited" -w '%{http_code} %{time_total}' \
  "$ADDRESS/v1/changes?after=$CURSOR" >"$WORK/waiting" &
WAITER=$!
sleep 0.5
call DELETE "/v1/account/sessions/$ID"
wait $WAITER
read -r CODE SECONDS_WAITED <"$WORK/waiting"
same 'a request that waits is refused' "$CODE" 401
check 'as soon as its session ends' jq -ne "$SECONDS_WAITED < 50"

# A code that comes twice: it was stolen, or the answer to it was lost. What it began ends either way.
exchange() {
  call POST /oauth/token -d client_id=signet -d grant_type=authorization_code -d code="$AUTHORIZATION" -d code_verifier="$1"
}
answer_with() {
  call POST /oauth/challenge -d client_id=signet -d auth_session="$SESSION" -d otp="$1"
}
TOKEN=''
challenge 13400001111
SESSION=$(body .auth_session) OTP=$(last_code 13400001111)
answer_with "$OTP"
AUTHORIZATION=$(body .authorization_code)
exchange "$VERIFIER"
expect 200 .access_token : a code
ACCESS=$(body .access_token) REFRESH=$(body .refresh_token)
answer_with "$OTP"
expect 400 '.error == "invalid_session"' : "what it began can't be asked for again"
exchange "$(openssl rand -hex 32)"
expect 400 '.error == "invalid_grant"' : "again, with another's verifier"
works "$ACCESS"
expect 200 true : "doesn't show that it was whoever began"
exchange "$VERIFIER"
expect 400 '.error == "invalid_grant"' : "again, with its own"
works "$ACCESS"
problem unauthorised 401 : ends the access token
refresh "$REFRESH"
expect 400 '.error == "invalid_grant"' : and the refresh token
sign_in 13400001111
call GET /v1/account/sessions
expect 200 '[.items[].current] == [true]' : and leaves nothing in the list

# A session whose tokens never come back is nobody's: the answer that held them was lost
sign_in 13300001111
advance 590
sign_in 13300001111
call GET /v1/account/sessions
expect 200 '(.items | length) == 2' : for ten minutes it waits
advance 10
call GET /v1/account/sessions
expect 200 '[.items[].current] == [true]' : and is gone
KEPT=$REFRESH
sign_in 13300001111
advance 600
refresh "$REFRESH"
expect 400 '.error == "invalid_grant"' : a refresh token too late
refresh "$KEPT"
expect 200 .refresh_token : one use is enough
KEPT=$(body .refresh_token)
sign_in 13300001111
advance 590
refresh "$REFRESH"
expect 200 .refresh_token : a refresh is a use
REFRESH=$(body .refresh_token)
advance 15000000
for token in "$REFRESH" "$KEPT"; do
  refresh "$token"
  expect 200 .refresh_token : and the session lasts
done

# A stolen token
sign_in 13800001234
OLD=$REFRESH
refresh "$OLD"
expect 200 .refresh_token : replaced
NEW=$(body .refresh_token) ACCESS=$(body .access_token)
refresh "$OLD"
expect 200 .refresh_token : within a minute once more
LAST=$(body .refresh_token)
refresh "$OLD"
expect 400 '.error == "invalid_grant"' : a third time is theft
refresh "$LAST"
expect 400 '.error == "invalid_grant"' : the whole session has ended
works "$ACCESS"
problem unauthorised 401 : access tokens with it
sign_in 13800001234
OLD=$REFRESH
refresh "$OLD"
NEW=$(body .refresh_token) ACCESS=$(body .access_token)
sign_in 13800001234
ELSEWHERE=$TOKEN
advance 60
refresh "$OLD"
expect 400 '.error == "invalid_grant"' : nor does it work after a minute
refresh "$NEW"
expect 400 '.error == "invalid_grant"' : "and nobody knows who is the thief"
works "$ACCESS"
problem unauthorised 401 : so nobody goes on
works "$ELSEWHERE"
expect 200 true : but who signed in anew
sign_in 13800001234
FIRST=$REFRESH
for _ in {1..5}; do
  advance 590
  refresh "$REFRESH"
  REFRESH=$(body .refresh_token)
done
expect 200 .refresh_token : honest ones go on
refresh "$FIRST"
refresh "$REFRESH"
expect 400 '.error == "invalid_grant"' : the first is remembered, however old

# Revocation
sign_in 13800001234
revoke "$TOKEN" -d token_type_hint=access_token
expect 200 : an access token
works "$TOKEN"
problem unauthorised 401 : goes
refresh "$REFRESH"
expect 200 .refresh_token : alone
OLD=$REFRESH
REFRESH=$(body .refresh_token) ACCESS=$(body .access_token)
revoke "$OLD" -d token_type_hint=nonsense
expect 200 : a refresh token, even one that was replaced
works "$ACCESS"
problem unauthorised 401 : takes everything along
refresh "$REFRESH"
expect 400 '.error == "invalid_grant"' : for good
revoke "$REFRESH"
expect 200 : again is no error
call POST /oauth/revoke -d client_id=signet
expect 400 '.error == "invalid_request"' : a token must be there
call POST /oauth/revoke -d token=x
expect 400 '.error == "invalid_client"' : and a client

# E-mail
TOKEN=''
sign_in 13600001111
bind_to() { post /v1/account/bindings "{\"kind\":\"email\",\"value\":\"$1\"}"; }
bind_to a@yunjiaofang.example
bind_to b@yunjiaofang.example
expect 201 .id : another address at once
bind_to a@yunjiaofang.example
problem throttled 429 : but one message a minute to each
check 'and it says when' test "$(header Retry-After)" -gt 0 -a "$(header Retry-After)" -le 60
FIRST=$TOKEN
sign_in 13500001111
bind_to b@yunjiaofang.example
problem throttled 429 : whoever asks
TOKEN=$FIRST
for n in {3..10}; do bind_to "$n@yunjiaofang.example"; done
expect 201 .id : ten a day
bind_to eleven@yunjiaofang.example
problem throttled 429 : but no more
check 'until the first is a day old' test "$(header Retry-After)" -gt 86000
steer GET /practice/v1/messages
expect 200 '[.messages[] | select(.to | endswith("@yunjiaofang.example")) | select(.to != "legal@yunjiaofang.example")] | length == 10' : ten were sent
advance 86400
sign_in 13600001111
bind_to eleven@yunjiaofang.example
expect 201 .id : the next day

plan
