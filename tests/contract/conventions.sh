#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What holds for every call: routes, methods, bodies, languages, throttling, idempotency keys.

. "$(dirname "$0")/lib.sh"
serve

# Routes and methods
call GET /v1/nothing
problem not-found 404 : an unknown route
call GET /
problem not-found 404 : the root
call GET /v1/parties//
problem not-found 404 : an empty id
call DELETE /v1/platform
problem method 405 : a wrong method
same 'says which are right' "$(header Allow)" 'GET, HEAD'
call PUT /v1/complaints -d x
same 'of several' "$(header Allow)" 'GET, HEAD, POST'
call HEAD /v1/platform
expect 200 : HEAD where there is GET
check 'with the length' test "$(header Content-Length)" -gt 1000
call HEAD /v1/nothing
expect 404 : HEAD where there is nothing
call GET /v1/platform
check 'what is left stands on every answer' grep -Eq '^"default";r=[0-9]+;t=[0-9]+$' <<<"$(header RateLimit)"
same 'nothing is sniffed' "$(header X-Content-Type-Options)" nosniff

# Languages
call GET /v1/nothing -H 'Accept-Language: zh-CN,zh;q=0.9,en;q=0.1'
problem not-found 404 '.title == "资源不存在"' : Chinese
same 'says so' "$(header Content-Language)" zh-CN
call GET /v1/nothing -H 'Accept-Language: en,zh;q=0.5'
problem not-found 404 '.title == "There is nothing here"' : English
call GET /v1/nothing -H 'Accept-Language: fr'
problem not-found 404 '.title == "There is nothing here"' : English for others

join 13800001234 legal@yunjiaofang.example

# Bodies
call POST /v1/parties -H "Idempotency-Key: \"$(uuid)\"" -d '{}'
problem media-type 415 : a form where JSON is asked for
call PATCH /v1/parties/pty_x -H 'Content-Type: application/json' -d '{}'
problem media-type 415 : plain JSON where a merge patch is asked for
same 'says so' "$(header Accept-Patch)" application/merge-patch+json
deep=$(printf '[%.0s' {1..5000})
for text in '' '{' '[1]' '"x"' '{"a":1,"a":2}' '{"a":1e400}' '{"a":NaN}' '{"a":1,}' '{"a":/*c*/1}' '{"a":"\u0000"}' \
  '{"a":"\ud800"}' '{"a":99999999999999999999}' "{\"a\":$deep" "{'a':1}" '{"a":01}' '{"a":1}{"b":2}'; do
  post /v1/parties "$text"
  problem malformed 400 : "refused: ${text:0:30}"
done
printf '{"name":"\xff\xfe"}' >"$WORK/bytes"
post /v1/parties "@$WORK/bytes"
problem malformed 400 : refused: bytes that are no UTF-8
{ printf '{"name":"' && head -c 3000000 /dev/zero | tr '\0' x && printf '"}'; } >"$WORK/large"
post /v1/parties "@$WORK/large"
problem too-large 413 : three megabytes
post /v1/parties "@$WORK/large" -H 'Transfer-Encoding: chunked'
problem too-large 413 : the same in chunks of unknown number
post /v1/parties "@$WORK/large" -H 'Expect: 100-continue'
problem too-large 413 : who asks first
call GET /v1/parties
expect 200 true : the platform is unharmed

# Paging
for value in 0 501 x -1; do
  call GET "/v1/parties?limit=$value"
  problem malformed 400 : "limit=$value"
done
call GET '/v1/parties?after=x'
problem malformed 400 : a cursor of nobody

# Idempotency keys
pdf "$WORK/a.pdf" a && upload "$WORK/a.pdf" application/pdf
BODY=$(party_json "$PAPER")
json POST /v1/parties "$BODY"
problem idempotency-missing 400 : no key
for key in "$(uuid)" '"x"' '""' "\"$(uuid)" "\"$(uuid)x\""; do
  json POST /v1/parties "$BODY" -H "Idempotency-Key: $key"
  problem idempotency-missing 400 : "$key is no quoted UUID"
done
KEY=$(uuid)
BAD=$(jq -c 'del(.name)' <<<"$BODY")
json POST /v1/parties "$BAD" -H "Idempotency-Key: \"$KEY\""
problem invalid 422 '.findings[0].pointer == "/name"' : a refusal
json POST /v1/parties "$BODY" -H "Idempotency-Key: \"$KEY\""
expect 201 true : "isn't remembered"
cp "$WORK/body" "$WORK/first" && ETAG=$(header ETag) LOCATION=$(header Location)
steer POST /practice/v1/clock -H 'Content-Type: application/json' -d "{\"advance\":$((89 * 86400))}"
sign_in 13800001234
json POST /v1/parties "$BODY" -H "Idempotency-Key: \"$KEY\""
expect 201 true : the same again, 89 days later
check 'byte for byte' cmp -s "$WORK/first" "$WORK/body"
same 'headers too' "$(header ETag) $(header Location)" "$ETAG $LOCATION"
json POST /v1/parties "$BODY" -H "Idempotency-Key: \"${KEY^^}\""
expect 201 true : in upper case it is the same key
json POST /v1/parties "$BODY " -H "Idempotency-Key: \"$KEY\""
problem idempotency-mismatch 422 : another body
json POST /v1/rights "$BODY" -H "Idempotency-Key: \"$KEY\""
problem idempotency-mismatch 422 : another path
USED=$KEY
join 13900005678 other@yunjiaofang.example
json POST /v1/parties '{}' -H "Idempotency-Key: \"$USED\""
problem invalid 422 : "another account's key is its own"
steer GET /practice/v1/ledger
expect 200 '(.entries | length) == 1' : accepted once

# The twin of a request that is still being handled
steer PUT /practice/v1/faults -H 'Content-Type: application/json' \
  -d '[{"path":"/v1/parties","method":"POST","phase":"before","do":"delay","milliseconds":4000,"count":1}]'
upload "$WORK/a.pdf" application/pdf
BODY=$(party_json "$PAPER" 91110000600037341L) KEY=$(uuid)
curl -sS -o "$WORK/twin" -w '%{http_code}' -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
  -H "Idempotency-Key: \"$KEY\"" --data-binary "$BODY" "$ADDRESS/v1/parties" >"$WORK/status" &
TWIN=$!
sleep 1
json POST /v1/parties "$BODY" -H "Idempotency-Key: \"$KEY\""
problem idempotency-in-progress 409 : has to wait
check 'a moment' test "$(header Retry-After)" -ge 1
wait $TWIN
same 'the first is accepted' "$(cat "$WORK/status")" 201
json POST /v1/parties "$BODY" -H "Idempotency-Key: \"$KEY\""
check 'and answered again' cmp -s "$WORK/twin" "$WORK/body"

# Throttling
stop && TOKEN=''
serve --memory --requests 5
for _ in {1..5}; do call GET /v1/platform; done
expect 200 true : five requests
same 'none is left' "$(header RateLimit | cut -d';' -f2)" r=0
call GET /v1/platform
problem throttled 429 : the sixth
check 'says when' test "$(header Retry-After)" -gt 0
steer GET /practice/v1/messages
expect 200 true : steering is not throttled

plan
