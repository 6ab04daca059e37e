#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Signing in by a code that is scanned (RFC 8628): what the phone shows, asking at the right pace, approval, denial,
# expiry, and every refusal.

. "$(dirname "$0")/lib.sh"
serve

GRANT=urn:ietf:params:oauth:grant-type:device_code
oauth() {
  call POST "/oauth/$1" -d client_id=signet "${@:2}"
}
begin() {
  oauth device -d device_name=thinkpad "$@"
  DEVICE_CODE=$(body .device_code) USER_CODE=$(body .user_code)
}
poll() {
  oauth token -d grant_type=$GRANT -d device_code="$DEVICE_CODE"
}
scan() {
  steer GET "/practice/v1/device/$1"
}
decide() {
  steer POST "/practice/v1/device/$1/approval" -H 'Content-Type: application/json' -d "$2"
}

# The way in is where the metadata says
call GET /.well-known/oauth-authorization-server
expect 200 ".device_authorization_endpoint == \"$ADDRESS/oauth/device\" and (.grant_types_supported | index(\"$GRANT\"))" : the metadata has it
call POST /oauth/device -d device_name=thinkpad
expect 400 '.error == "invalid_client"' : the client must name itself
oauth device
expect 400 '.error == "invalid_request"' : a device has a name
oauth device --data-urlencode "device_name=$(printf 'x%.0s' {1..129})"
expect 400 '.error == "invalid_request"' : of 128 characters at most
oauth device --data-urlencode device_name=$'think\npad'
expect 400 '.error == "invalid_request"' : in one line
oauth device -d device_name=thinkpad --data-urlencode device_place=$'Shang\u202ehai'
expect 400 '.error == "invalid_request"' : "and a place that can't pass for another"
for wrong in yesterday 2026-11-21 2026-11-21T16:00:00 2026-11-21T16:00+08:00 2026-W47-6T16:00:00+08:00 20261121T160000Z \
  2026-02-30T16:00:00Z 2026-11-21T24:01:00Z '2026-11-21T16:00:00 08:00' $'2026-11-21T16:00:00Z\n'; do
  oauth device -d device_name=thinkpad --data-urlencode device_time="$wrong"
  expect 400 '.error == "invalid_request"' : "a time is one of RFC 3339 with its offset, not $(tr -d '\n' <<<"$wrong")"
done
call POST /oauth/device -H 'Content-Type: application/json' -d '{}'
problem media-type 415 : a form is asked for

# What the phone shows
begin --data-urlencode 'device_place=Asia/Shanghai 上海' --data-urlencode device_time=2026-11-21T16:00:00+08:00 -d scope=openid -d unknown=x
expect 200 '(.device_code | length) >= 40 and .expires_in == 300 and .interval == 5' : codes
check 'eight letters that make no words' grep -Eq '^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$' <<<"$USER_CODE"
same 'where' "$(body .verification_uri)" "$ADDRESS/device"
same 'and whole' "$(body .verification_uri_complete)" "$ADDRESS/device?user_code=$USER_CODE"
same 'kept by nobody' "$(header Cache-Control)" no-store
call GET "/practice/v1/device/$USER_CODE"
problem unauthorised 401 : the phone needs the control key
scan "$USER_CODE"
expect 200 ".user_code == \"$USER_CODE\" and .device_name == \"thinkpad\" and .device_place == \"Asia/Shanghai 上海\"
  and .device_time == \"2026-11-21T16:00:00+08:00\" and .status == \"pending\"
  and (.expires_at | fromdateiso8601) - (.requested_at | fromdateiso8601) == 300" : name, place, time and code
scan "$(tr -d - <<<"${USER_CODE,,}")"
expect 200 ".user_code == \"$USER_CODE\"" : typed in small letters, in one
scan BBBB-BBBB
problem not-found 404 : an unknown code
call GET "/device?user_code=$USER_CODE%3Cscript%3E"
expect 200 : "a browser gets a page"
check 'in HTML' grep -q '^text/html' <<<"$(header Content-Type)"
check 'that says who approves' grep -q 'practice platform' "$WORK/body"
check 'and shows nothing it was asked' bash -c "! grep -Eq '$USER_CODE|script' '$WORK/body'"

# Its clock. One that is wrong keeps nobody out, but whoever says yes is told
here() {
  TZ=UTC-8 date -d "@$(($(jq -r '.requested_at | fromdateiso8601' "$WORK/body") + $1))" +%Y-%m-%dT%H:%M:%S+08:00
}
begun_with() {
  begin --data-urlencode device_time="$1"
  scan "$USER_CODE"
  expect 200 ".device_time == \"$1\" and .clock_differs == $2" : "$3"
}
begin
scan "$USER_CODE"
expect 200 '(has("device_time") or has("clock_differs")) | not' : "a device need not say what its clock shows"
begun_with "$(here 290)" false "a clock that is a little fast"
begun_with "$(here -290)" false "or slow is as good as the platform's"
begun_with "$(here 320)" true "one that is further off than a code lives"
begun_with "$(here -320)" true "either way isn't"
begun_with "$(here -86400)" true "nor is yesterday's"
begun_with "$(here 0 | sed s/08:00/09:00/)" true "nor the right hour with another offset"
begun_with "$(here 0 | sed s/+/.123456+/)" false "decimals are well-formed"
advance 301

# The pace
begin
poll
expect 400 '.error == "authorization_pending"' : not yet
same 'kept by nobody' "$(header Cache-Control)" no-store
poll
expect 400 '.error == "slow_down"' : too soon
advance 5
poll
expect 400 '.error == "slow_down"' : five seconds are too soon now
advance 10
poll
expect 400 '.error == "slow_down"' : and ten, as that was too soon as well
advance 19
poll
expect 400 '.error == "slow_down"' : nineteen are too soon by one
advance 25
poll
expect 400 '.error == "authorization_pending"' : twenty-five are enough
OTHER=$DEVICE_CODE OTHER_USER=$USER_CODE
begin
check 'another code' test "$USER_CODE" != "$OTHER_USER"
advance 5
poll
expect 400 '.error == "authorization_pending"' : has a pace of its own
advance 5
poll
expect 400 '.error == "authorization_pending"' : of five seconds

# Approval
for wrong in '{"phone":"13800001234"}' '{"phone":"13800001234","approve":"yes"}'; do
  decide "$USER_CODE" "$wrong"
  problem invalid 422 '.findings[0].pointer == "/approve"' : "yes or no: $wrong"
done
for wrong in '{"approve":true}' '{"approve":true,"phone":"1380000"}'; do
  decide "$USER_CODE" "$wrong"
  problem invalid 422 '.findings[0].pointer == "/phone"' : "whose phone: $wrong"
done
decide BBBB-BBBB '{"phone":"13800001234","approve":true}'
problem not-found 404 : an unknown code
call POST "/practice/v1/device/$USER_CODE/approval" -H 'Content-Type: application/json' -d '{"phone":"13800001234","approve":true}'
problem unauthorised 401 : only with the control key
decide "$USER_CODE" '{"phone":"13800001234","approve":true}'
expect 200 '.status == "approved"' : approved
decide "$USER_CODE" '{"approve":false}'
problem locked 409 : decided once
poll
expect 200 '.token_type == "Bearer" and .expires_in == 600 and (.refresh_token | length) >= 40' : tokens, as soon as asked
TOKEN=$(body .access_token)
scan "$USER_CODE"
expect 200 '.status == "used"' : the phone knows
call GET /v1/account
expect 200 '.phone == "13800001234" and .email == null' : an unknown phone registered
ACCOUNT=$(body .id)
call GET /v1/account/sessions
expect 200 '[.items[] | [.method, .device_name, .current]] == [["device", "thinkpad", true]]' : its session says how it began
TOKEN=''
begin
decide "$USER_CODE" '{"phone":"13800001234","approve":true}'
poll
TOKEN=$(body .access_token)
call GET /v1/account
expect 200 ".id == \"$ACCOUNT\"" : a known phone finds its account
poll
expect 400 '.error == "invalid_grant"' : a code works once
call GET /v1/account
problem unauthorised 401 : and who comes with it again ends what it began
TOKEN=''

# Denial
DEVICE_CODE=$OTHER
decide "$OTHER_USER" '{"approve":false}'
expect 200 '.status == "denied"' : denied, by whomever
poll
expect 400 '.error == "access_denied"' : so it is said
poll
expect 400 '.error == "access_denied"' : each time

# Expiry
begin
advance 299
poll
expect 400 '.error == "authorization_pending"' : until five minutes have passed
advance 2
poll
expect 400 '.error == "expired_token"' : then it is over
scan "$USER_CODE"
expect 200 '.status == "expired"' : the phone says so
decide "$USER_CODE" '{"phone":"13800001234","approve":true}'
problem code-expired 410 : and approves nothing
begin
decide "$USER_CODE" '{"phone":"13800001234","approve":true}'
advance 301
poll
expect 400 '.error == "expired_token"' : approved but never fetched

# Refused
oauth token -d grant_type=$GRANT
expect 400 '.error == "invalid_request"' : a code must be there
DEVICE_CODE=unknown
poll
expect 400 '.error == "invalid_grant"' : one that is known
oauth token -d grant_type=device_code -d device_code=x
expect 400 '.error == "unsupported_grant_type"' : the grant has a long name
for _ in {1..10}; do begin; done
expect 200 true : ten codes wait
begin
expect 429 '.error == "temporarily_unavailable" and .reason == "too_many_codes"' : an eleventh would be too many
check 'until one is over' test "$(header Retry-After)" -gt 250 -a "$(header Retry-After)" -le 300
advance 301
begin
expect 200 true : it is

# They are remembered
stop
serve --data "$WORK/data"
begin
decide "$USER_CODE" '{"phone":"13800001234","approve":true}'
stop
serve --data "$WORK/data"
poll
expect 200 .access_token : approved before a restart, fetched after it
check 'the device code lies nowhere' bash -c "! grep -rqa '$DEVICE_CODE' '$WORK/data'"
stop

# Where it isn't offered
RULES_GIVEN='--rules ippro' serve
call GET /.well-known/oauth-authorization-server
expect 200 "(has(\"device_authorization_endpoint\") or (.grant_types_supported | index(\"$GRANT\"))) | not" : "the metadata doesn't have it"
begin
problem not-found 404 : there is nothing here
poll
expect 400 '.error == "unsupported_grant_type"' : nor such a grant

plan
