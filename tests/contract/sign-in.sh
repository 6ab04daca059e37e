#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Signing in by a code sent by SMS: PKCE, rotation of refresh tokens, signing out, and every refusal. What becomes of
# stolen tokens and of codes that come twice is in sessions.sh.

. "$(dirname "$0")/lib.sh"
serve

oauth() {
  call POST "/oauth/$1" -d client_id=signet "${@:2}"
}
answer_with() {
  oauth challenge -d auth_session="$SESSION" -d otp="$1"
}
wrong_code() {
  [[ $1 == 000000 ]] && echo 000001 || echo 000000
}

# What a challenge needs
S256=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
WHOLE=(-d response_type=code -d code_challenge=$S256 -d code_challenge_method=S256 -d method=sms -d phone=13800001234)
call POST /oauth/challenge "${WHOLE[@]}"
expect 400 '.error == "invalid_client"' : the client must name itself
for member in response_type code_challenge code_challenge_method method phone; do
  PARTS=()
  for part in "${WHOLE[@]}"; do [[ $part == $member=* ]] && PARTS+=("$member=") || PARTS+=("$part"); done
  oauth challenge "${PARTS[@]}"
  expect 400 '.error == "invalid_request"' : "$member must be there"
done
oauth challenge "${WHOLE[@]/S256/plain}"
expect 400 '.error == "invalid_request"' : only S256
for phone in 12800001234 1380000123 138000012345 +8613800001234 1380000123x; do
  oauth challenge "${WHOLE[@]:0:8}" -d phone="$phone"
  expect 400 '.error == "invalid_request"' : "$phone is no mobile number"
done
call POST /oauth/challenge -H 'Content-Type: application/json' -d '{}'
problem media-type 415 : a form is asked for
same 'and says so' "$(header Accept-Post)" application/x-www-form-urlencoded

# The code
challenge 13800001234
expect 400 '.error == "insufficient_authorization" and (.auth_session | length) >= 20 and .resend_after == 60 and .expires_in == 600' : a code is asked for
same 'tokens are kept by nobody' "$(header Cache-Control)" no-store
SESSION=$(body .auth_session)
CODE=$(last_code 13800001234)
check 'six digits' grep -Eq '^[0-9]{6}$' <<<"$CODE"
oauth challenge -d auth_session=unknown -d otp="$CODE"
expect 400 '.error == "invalid_session"' : an unknown session
answer_with "$(wrong_code "$CODE")"
expect 400 '.error == "invalid_grant" and .tries_left == 4' : a wrong code
challenge 13800001234
expect 400 '.error == "insufficient_authorization" and .resend_after > 0 and .resend_after <= 60' : beginning again within a minute
same 'sends no second message' "$(last_code 13800001234)" "$CODE"
SESSION=$(body .auth_session)
answer_with "$(wrong_code "$CODE")"
expect 400 '.tries_left == 3' : wrong codes add up over sessions
answer_with "$CODE"
expect 200 '(.authorization_code | length) >= 20 and .expires_in > 0' : the right code
AUTHORIZATION=$(body .authorization_code)

# The token
oauth token -d grant_type=authorization_code -d code="$AUTHORIZATION"
expect 400 '.error == "invalid_request"' : the verifier must be there
oauth token -d grant_type=authorization_code -d code="$AUTHORIZATION" -d code_verifier="$(openssl rand -hex 32)"
expect 400 '.error == "invalid_grant"' : "another's verifier"
oauth token -d grant_type=password -d code=x
expect 400 '.error == "unsupported_grant_type"' : another grant
oauth token -d grant_type=authorization_code -d code="$AUTHORIZATION" -d code_verifier="$VERIFIER"
expect 200 '.token_type == "Bearer" and .expires_in == 600 and (.refresh_token | length) >= 40' : tokens
same 'tokens are kept by nobody' "$(header Cache-Control)" no-store
TOKEN=$(body .access_token) REFRESH=$(body .refresh_token)
call GET /v1/account
expect 200 '.phone == "13800001234" and .email == null and .bindings[0].kind == "phone"' : the phone registered
ACCOUNT=$(body .id)

# Rotation
oauth token -d grant_type=refresh_token -d refresh_token="$REFRESH"
expect 200 ".refresh_token != \"$REFRESH\"" : the refresh token is replaced
SECOND=$(body .refresh_token)
oauth token -d grant_type=refresh_token -d refresh_token="$REFRESH"
expect 200 true : the one before still works, its answer may have been lost
oauth token -d grant_type=refresh_token -d refresh_token="$SECOND"
expect 200 true : and so does the one that was lost
advance 61
call GET /v1/account
expect 200 ".id == \"$ACCOUNT\"" : the access token goes on
advance 600
call GET /v1/account
problem unauthorised 401 : for ten minutes
check 'and says which token' grep -q 'error="invalid_token"' <<<"$(header WWW-Authenticate)"
TOKEN=''
call GET /v1/account
problem unauthorised 401 : no token at all
same 'is asked for plainly' "$(header WWW-Authenticate)" Bearer
call GET /v1/account -H 'Authorization: Basic eDp5'
problem unauthorised 401 : another scheme

# Another day, the same account
sign_in 13800001234
call GET /v1/account
expect 200 ".id == \"$ACCOUNT\"" : the phone finds its account
oauth revoke -d token="$REFRESH"
expect 200 : signed out
call GET /v1/account
problem unauthorised 401 : the access token ends with the session
oauth token -d grant_type=refresh_token -d refresh_token="$REFRESH"
expect 400 '.error == "invalid_grant"' : and the refresh token
oauth revoke -d token=unknown
expect 200 : an unknown token is no error

# Time and tries
TOKEN=''
challenge 13900005678
SESSION=$(body .auth_session) CODE=$(last_code 13900005678)
advance 61
oauth challenge -d auth_session="$SESSION"
expect 400 '.error == "insufficient_authorization" and .resend_after == 60' : another message after a minute
AGAIN=$(last_code 13900005678)
advance 601
challenge 13900005678
SESSION=$(body .auth_session)
advance 500
CODE=$(last_code 13900005678)
for left in 4 3 2 1; do
  answer_with "$(wrong_code "$CODE")"
  expect 400 ".tries_left == $left" : "$left left"
done
answer_with "$(wrong_code "$CODE")"
expect 429 '.error == "temporarily_unavailable" and .reason == "locked" and .tries_left == 0' : the fifth locks
same 'for fifteen minutes' "$(header Retry-After)" 900
answer_with "$CODE"
expect 429 true : the right code is too late
challenge 13900005678
expect 429 true : and no new one is sent
advance 901
challenge 13900005678
expect 400 '.error == "insufficient_authorization"' : until then
SESSION=$(body .auth_session) CODE=$(last_code 13900005678)
advance 601
answer_with "$CODE"
expect 400 '.error == "invalid_session"' : a challenge lives ten minutes

# Wrong codes add up over codes too, until a quarter of an hour has passed without one
try() {
  challenge 13700001111
  SESSION=$(body .auth_session)
  answer_with "$(wrong_code "$(last_code 13700001111)")"
}
for left in 4 3 2; do
  try
  expect 400 ".tries_left == $left" : "another code, $left left"
  advance 61
done
advance 840
try
expect 400 '.tries_left == 4' : long ago is forgotten

# How many messages
for _ in {1..10}; do
  challenge 13600001111
  advance 60
done
challenge 13600001111
expect 429 '.error == "temporarily_unavailable" and .reason == "daily_limit" and (has("tries_left") | not)' : ten messages a day
check 'until the first is a day old' test "$(header Retry-After)" -gt 85000 -a "$(header Retry-After)" -lt 86400
steer GET /practice/v1/messages
expect 200 '[.messages[] | select(.to == "13600001111")] | length == 10' : ten were sent
challenge 13600002222
expect 400 '.error == "insufficient_authorization"' : "another's phone has its own"
advance 85900
challenge 13600001111
expect 400 '.error == "insufficient_authorization"' : the next day

# What a device calls itself is shown to people
for label in $'two\nlines' $'turned \u202e round' "$(printf 'x%.0s' {1..129})"; do
  for field in device_name device_place; do
    oauth challenge "${WHOLE[@]}" --data-urlencode "$field=$label"
    expect 400 '.error == "invalid_request"' : "no disguise in $field"
  done
done

plan
