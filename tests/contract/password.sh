#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Signing in by password: how one is set, what isn't taken, the same answer to whoever guesses, and the lock.

. "$(dirname "$0")/lib.sh"
serve --data "$WORK/data"

PASSWORD='三片 wet tea leaves' OTHER='four dry tea leaves'
S256=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
set_password() {
  json PUT /v1/account/password "$(jq -nc --arg password "$1" --arg current "${2:-}" '{password: $password} + if $current == "" then {} else {current_password: $current} end')"
}
try() {
  VERIFIER=$(openssl rand -hex 32)
  TOKEN='' call POST /oauth/challenge -d client_id=signet -d response_type=code -d method=password -d code_challenge_method=S256 \
    -d code_challenge="$(printf %s "$VERIFIER" | openssl dgst -sha256 -binary | basenc --base64url | tr -d =)" \
    -d device_name=thinkpad -d device_place=Hangzhou --data-urlencode "login=$1" --data-urlencode "password=$2"
}
enter() {
  call POST /oauth/token -d client_id=signet -d grant_type=authorization_code -d code="$(body .authorization_code)" -d code_verifier="$VERIFIER"
  TOKEN=$(body .access_token)
}

# Setting one
call PUT /v1/account/password -H 'Content-Type: application/json' -d '{"password":"three wet tea leaves"}'
problem unauthorised 401 : one must be signed in
sign_in 13800001234
set_password "$PASSWORD"
problem email-not-bound 403 : the e-mail comes first
bind legal@yunjiaofang.example
call GET /v1/account
expect 200 '.password_set == false' : none is set
json PUT /v1/account/password '{}'
problem invalid 422 '.findings[0] | .pointer == "/password" and .code == "required"' : a password must be there
json PUT /v1/account/password '{"password":12345678}'
problem invalid 422 '.findings[0] | .pointer == "/password" and .code == "type"' : as text
set_password 'a7?x2~!'
problem invalid 422 '.findings[0] | .pointer == "/password" and .code == "password-short" and .params.least == "8"' : seven characters
set_password "$(printf 'ab%.0s' {1..65})"
problem invalid 422 '.findings[0] | .code == "too-long" and .params.most == "128"' : a hundred and thirty
for weak in 11111111 12345678 87654321 abcdefgh PASSWORD qwertyuiop Woaini1314 x13800001234 legal2026 Legal-and-more; do
  set_password $weak
  problem invalid 422 '.findings[0].code == "password-guessable"' : "everybody guesses $weak"
done
set_password "$PASSWORD"
expect 204 : set
call GET /v1/account
expect 200 '.password_set == true' : and the account says so

# Signing in with it
try 13800001234 "$PASSWORD"
expect 200 '(.authorization_code | length) >= 20 and .expires_in > 0' : by phone
same 'kept by nobody' "$(header Cache-Control)" no-store
enter
expect 200 '.token_type == "Bearer" and (.refresh_token | length) >= 40' : tokens
call GET /v1/account/sessions
expect 200 '.items[] | select(.current) | .method == "password" and .device_name == "thinkpad" and .device_place == "Hangzhou"' : the session says how
try ' Legal@YunJiaoFang.example ' "$PASSWORD"
expect 200 .authorization_code : by e-mail, however it is written
call POST /oauth/token -d client_id=signet -d grant_type=authorization_code -d code="$(body .authorization_code)" -d code_verifier="$(openssl rand -hex 32)"
expect 400 '.error == "invalid_grant"' : "but not with another's verifier"
try 13800001234 $'三片 wet tea leaves'
expect 200 .authorization_code : 'the same characters'
for member in login password; do
  call POST /oauth/challenge -d client_id=signet -d response_type=code -d method=password -d code_challenge_method=S256 -d code_challenge=$S256 \
    -d login=13800001234 -d password=x -d $member=
  expect 400 '.error == "invalid_request"' : "$member must be there"
done

# Guessing
try 13800001234 wrong
expect 400 '.error == "invalid_grant" and .tries_left == 4' : a wrong password
jq -c . "$WORK/body" >"$WORK/wrong"
cp "$WORK/head" "$WORK/wrong.head"
try 13900005678 "$PASSWORD"
check 'a login nobody has: the same answer' cmp -s "$WORK/wrong" <(jq -c . "$WORK/body")
check 'the same head' cmp -s <(grep -iv '^date\|^ratelimit' "$WORK/wrong.head") <(grep -iv '^date\|^ratelimit' "$WORK/head")
sign_in 13700001111
try 13700001111 "$PASSWORD"
check 'a phone without a password: the same answer' cmp -s "$WORK/wrong" <(jq -c . "$WORK/body")
try 13800001234 "$PASSWORD"
expect 200 true : the right one
try 13800001234 wrong
expect 400 '.tries_left == 4' : forgets the wrong one
for left in 3 2 1; do
  try 13800001234 "wrong$left"
  expect 400 ".tries_left == $left" : "$left left"
done
try 13800001234 wrong
expect 429 '.error == "temporarily_unavailable" and .reason == "locked" and .tries_left == 0' : the fifth locks
same 'for fifteen minutes' "$(header Retry-After)" 900
try 13800001234 "$PASSWORD"
expect 429 '.reason == "locked"' : the right one is too late
sign_in 13800001234
expect 200 .access_token : a code by SMS still opens
advance 890
try 13800001234 "$PASSWORD"
expect 429 true : almost fifteen minutes
check 'it says how long' test "$(header Retry-After)" -le 10
advance 10
try 13800001234 "$PASSWORD"
expect 200 true : fifteen minutes
for login in 13800001234 legal@yunjiaofang.example ' LEGAL@yunjiaofang.example' 13800001234; do try "$login" wrong; done
expect 400 '.tries_left == 1' : 'phone and e-mail of one account are counted together'
try legal@yunjiaofang.example wrong
expect 429 '.reason == "locked" and .tries_left == 0' : five tries, not five each
for login in 13800001234 legal@yunjiaofang.example; do
  try $login "$PASSWORD"
  expect 429 '.reason == "locked"' : "locked by either, $login"
done
advance 901
try 13800001234 wrong
try legal@yunjiaofang.example "$PASSWORD"
expect 200 .authorization_code : the right one by e-mail
try 13800001234 wrong
expect 400 '.tries_left == 4' : forgets what was wrong by phone
try legal@yunjiaofang.example "$PASSWORD"
for n in {1..4}; do try nobody@yunjiaofang.example wrong; done
expect 400 '.tries_left == 1' : a login nobody has
try nobody@yunjiaofang.example wrong
expect 429 '.reason == "locked"' : is locked like any other

# Another one
try 13800001234 "$PASSWORD" && enter
set_password "$OTHER"
problem invalid 422 '.findings[0] | .pointer == "/current_password" and .code == "required"' : who came by password shows it again
set_password "$OTHER" wrong
problem wrong-password 422 '.params.tries_left == "4"' : the right one
for left in 3 2 1; do
  set_password "$OTHER" wrong
  problem wrong-password 422 ".params.tries_left == \"$left\"" : "$left left"
done
set_password "$OTHER" wrong
problem password-locked 429 : not too often
same 'for fifteen minutes' "$(header Retry-After)" 900
set_password "$OTHER" "$PASSWORD"
problem password-locked 429 : the right one is too late
advance 901
try 13800001234 "$PASSWORD" && enter
set_password "$OTHER" "$PASSWORD"
expect 204 : with it
try 13800001234 "$PASSWORD"
expect 400 '.tries_left == 4' : "the old one doesn't open"
try 13800001234 "$OTHER"
expect 200 true : the new one does
sign_in 13800001234
set_password "$PASSWORD"
expect 204 : who forgot it comes by SMS and sets another
advance 601
sign_in 13800001234
advance 599
set_password "$OTHER"
expect 204 : within ten minutes
sign_in 13800001234
advance 590
call POST /oauth/token -d client_id=signet -d grant_type=refresh_token -d refresh_token="$REFRESH"
TOKEN=$(body .access_token)
advance 15
set_password "$PASSWORD"
problem invalid 422 '.findings[0] | .pointer == "/current_password" and .code == "required"' : and not later, though the session lasts

# Another password ends every other session, and what was about to become one
alive() {
  local TOKEN=$1
  call GET /v1/account
}
join 13600002222 office@yunjiaofang.example
PHONE=$TOKEN
sign_in 13600002222
DESK=$TOKEN DESK_REFRESH=$REFRESH
sign_in 13700001111
NEIGHBOUR=$TOKEN
TOKEN=$PHONE set_password "$PASSWORD"
expect 204 : the first password
alive "$DESK"
expect 200 true : "ends nothing: nobody can have known one"
try 13600002222 "$PASSWORD" && enter
THIEF=$TOKEN
try 13600002222 "$PASSWORD"
PENDING=$(body .authorization_code)
call POST /oauth/device -d client_id=signet -d device_name=tablet
DEVICE_CODE=$(body .device_code)
steer POST "/practice/v1/device/$(body .user_code)/approval" -H 'Content-Type: application/json' -d '{"phone":"13600002222","approve":true}'
TOKEN=$PHONE set_password "$OTHER"
expect 204 : another password
alive "$PHONE"
expect 200 true : the session that set it goes on
for token in "$DESK" "$THIEF"; do
  alive "$token"
  problem unauthorised 401 : the others are over
done
call POST /oauth/token -d client_id=signet -d grant_type=refresh_token -d refresh_token="$DESK_REFRESH"
expect 400 '.error == "invalid_grant"' : with their refresh tokens
call POST /oauth/token -d client_id=signet -d grant_type=authorization_code -d code="$PENDING" -d code_verifier="$VERIFIER"
expect 400 '.error == "invalid_grant"' : 'and a code that the old password gave'
call POST /oauth/token -d client_id=signet -d grant_type=urn:ietf:params:oauth:grant-type:device_code -d device_code="$DEVICE_CODE"
expect 400 '.error == "access_denied"' : 'and a device that was just approved'
TOKEN=$PHONE call GET /v1/account/sessions
expect 200 '[.items[].current] == [true]' : 'the list says so'
alive "$NEIGHBOUR"
expect 200 true : "other people's go on"
try 13600002222 "$OTHER" && enter
DESK=$TOKEN
TOKEN=$PHONE set_password short
problem invalid 422 : "one that isn't taken"
alive "$DESK"
expect 200 true : ends nothing

# What is stored
stop
check 'the password lies nowhere' bash -c "! grep -rqa -e 'tea leaves' '$WORK/data'"
serve --data "$WORK/data"
try 13800001234 "$OTHER"
expect 200 true : a restart forgets nothing
stop

# Both rule sets have it
RULES_GIVEN='--rules ippro' serve
join 13800001234 legal@yunjiaofang.example
set_password "$PASSWORD"
try legal@yunjiaofang.example "$PASSWORD"
expect 200 true : with the other rules too

plan
