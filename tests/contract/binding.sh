#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Binding the e-mail: once, with a code, for good. Everything else waits for it.

. "$(dirname "$0")/lib.sh"
serve

confirm() {
  json POST "/v1/account/bindings/$1/confirmation" "{\"code\":\"$2\"}"
}

sign_in 13800001234
for path in parties rights complaints changes files/fil_x/content parties/pty_x; do
  call GET "/v1/$path"
  problem email-not-bound 403 : "GET /v1/$path waits for the e-mail"
done
create_upload a.pdf application/pdf "$(printf x | sha256sum | cut -d' ' -f1)" 1
problem email-not-bound 403 : so do uploads
post /v1/parties '{}'
problem email-not-bound 403 : and submissions

json POST /v1/account/bindings '{"kind":"email","value":"a@b.example"}'
problem idempotency-missing 400 : a key is asked for
post /v1/account/bindings '{}'
problem invalid 422 '[.findings[] | [.pointer, .code]] == [["/kind", "required"], ["/value", "required"]]' : kind and value
post /v1/account/bindings '{"kind":"fax","value":"a@b.example"}'
problem invalid 422 '.findings[0] == {pointer: "/kind", code: "unsupported", severity: "error"}' : another kind
post /v1/account/bindings '{"kind":"email","value":17}'
problem invalid 422 '.findings[0].pointer == "/value" and .findings[0].code == "type"' : a number
for address in nobody a@b @b.example a@ 'a b@c.example' a@b@c.example a@.example; do
  post /v1/account/bindings "{\"kind\":\"email\",\"value\":\"$address\"}"
  problem invalid 422 '.findings[0].pointer == "/value" and .findings[0].code == "email"' : "$address is no address"
done
post /v1/account/bindings '{"kind":"phone","value":"13800009999"}'
problem binding-fixed 409 : the phone is bound already

post /v1/account/bindings '{"kind":"email","value":"legal@yunjiaofang.example"}'
expect 201 '.status == "pending" and .resend_after == 60 and (.expires_at | length > 0) and (.id | startswith("bnd_"))' : a code is sent
BINDING=$(body .id) FIRST=$(last_code legal@yunjiaofang.example)
post /v1/account/bindings '{"kind":"email","value":"legal@yunjiaofang.example"}'
expect 201 ".id == \"$BINDING\"" : asked again at once, the same binding
same 'and no second message' "$(last_code legal@yunjiaofang.example)" "$FIRST"
post /v1/account/bindings '{"kind":"email","value":"office@yunjiaofang.example"}'
expect 201 ".id != \"$BINDING\"" : another address replaces it
OTHER=$(body .id)
confirm "$BINDING" "$FIRST"
problem not-found 404 : the one before is gone
confirm "$OTHER" 12
problem wrong-code 422 '.params.tries_left == "4"' : a wrong code
json POST "/v1/account/bindings/$OTHER/confirmation" '{}'
problem invalid 422 '.findings[0].pointer == "/code"' : no code at all
for left in 3 2 1 0; do
  confirm "$OTHER" x
  problem wrong-code 422 ".params.tries_left == \"$left\"" : "$left left"
done
confirm "$OTHER" "$(last_code office@yunjiaofang.example)"
problem code-exhausted 429 : no sixth try, not even the right one
check 'until a new one can be had' test "$(header Retry-After)" -gt 0

advance 61
post /v1/account/bindings '{"kind":"email","value":"office@yunjiaofang.example"}'
expect 201 .id : a new code
BINDING=$(body .id) CODE=$(last_code office@yunjiaofang.example)
advance 601
sign_in 13800001234
confirm "$BINDING" "$CODE"
problem code-expired 410 : after ten minutes it is dead
bind legal@yunjiaofang.example
expect 200 '.status == "confirmed" and (has("expires_at") | not)' : bound
BINDING=$(body .id)
confirm "$BINDING" "$(last_code legal@yunjiaofang.example)"
expect 200 '.status == "confirmed"' : the right code again, its answer may have been lost
confirm "$BINDING" 000
problem binding-fixed 409 : another code
post /v1/account/bindings '{"kind":"email","value":"second@yunjiaofang.example"}'
problem binding-fixed 409 : it is fixed
call GET /v1/parties
expect 200 '.items == []' : and everything opens
call GET '/v1/changes'
expect 200 '.changes[0].kind == "account" and .changes[0].resource.email == "legal@yunjiaofang.example"' : a change says so

sign_in 13900005678
json POST "/v1/account/bindings/$BINDING/confirmation" '{"code":"1"}'
problem not-found 404 : "somebody else's binding"

plan
