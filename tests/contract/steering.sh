#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Changes, waited for; and steering: messages, clock, the reviewer's chair, decisions, seed, ledger.

. "$(dirname "$0")/lib.sh"
serve
put() { steer PUT "$1" -H 'Content-Type: application/json' -d "$2"; }
send() { steer POST "$1" -H 'Content-Type: application/json' -d "$2"; }

# Only with the key
for path in messages ledger; do
  call GET /practice/v1/$path
  problem unauthorised 401 : "$path needs the control key"
done
call GET /practice/v1/ledger -H 'Authorization: Practice wrong'
problem unauthorised 401 : not just any
call GET /practice/v1/ledger -H "Authorization: Bearer $CONTROL"
problem unauthorised 401 : nor as a token
call POST /practice/v1/clock -H 'Content-Type: application/json' -d '{"advance":1}'
problem unauthorised 401 : the clock needs it too
join 13800001234 legal@yunjiaofang.example
call GET /practice/v1/messages
problem unauthorised 401 : "a user's token is no control key"

steer GET /practice/v1/messages
expect 200 '[.messages[] | [.n, .channel, .to]] == [[1, "sms", "13800001234"], [2, "email", "legal@yunjiaofang.example"]]
  and all(.messages[]; . as $m | (.text["zh-CN"] | contains($m.code)) and (.text.en | contains($m.code)))' : messages, in both languages
steer GET '/practice/v1/messages?after=1'
expect 200 '[.messages[].n] == [2]' : those after the first

call GET /v1/platform && NOW=$(date -d "$(body .now)" +%s)
send /practice/v1/clock '{"advance":86400}'
expect 200 "(.now | fromdateiso8601) - $NOW | . >= 86400 and . < 86420" : a day later
for wrong in '{}' '{"advance":-1}' '{"advance":"1"}' '{"advance":99999999999}'; do
  send /practice/v1/clock "$wrong"
  problem invalid 422 '.findings[0].pointer == "/advance"' : "not taken: $wrong"
done
sign_in 13800001234

# Waiting
call GET /v1/changes
expect 200 '[.changes[].kind] == ["account"] and .cursor == .changes[-1].cursor' : from the beginning
CURSOR=$(body .cursor)
call GET "/v1/changes?after=$CURSOR"
expect 200 ".changes == [] and .cursor == \"$CURSOR\"" : nothing since
call GET "/v1/changes?after=$CURSOR" -H 'Prefer: wait=1'
expect 200 '.changes == []' : nothing within a second
same 'waited' "$(header Preference-Applied)" wait=1
for wrong in 'limit=0' 'limit=1001' 'after=x'; do
  call GET "/v1/changes?$wrong"
  problem malformed 400 : "$wrong"
done
put /practice/v1/reviewer '{"automatic":"no"}'
problem malformed 400 : yes or no
put /practice/v1/reviewer '{"automatic":false}'
expect 200 '.automatic == false' : the chair is free
curl -sS -m 70 -H "Authorization: Bearer $TOKEN" -H 'Prefer: wait=60' -o "$WORK/waited" -w '%{time_total}' \
  "$ADDRESS/v1/changes?after=$CURSOR" >"$WORK/time" &
WAITER=$!
sleep 0.3
certify
wait $WAITER
check 'answered as soon as something happens' jq -ne "$(cat "$WORK/time") < 50"
check 'with what happened' jq -e '.changes[0].kind == "party" and .changes[0].resource.status == "submitted"' "$WORK/waited"
call GET "/v1/changes?after=$CURSOR&limit=1"
expect 200 '[.changes[].kind] == ["party"]' : a page of one
call GET "/v1/changes?after=$(body .cursor)&limit=1"
expect 200 '[.changes[].kind] == ["right"]' : and the next
CURSOR=$(body .cursor)

# Playing the reviewer
post /v1/complaints "$(complaint_json "$RIGHT" "$PARTY" "$EVIDENCE" "$(goods 1)" "$(goods 2)")"
COMPLAINT=$(body .resource.id)
sleep 1.2
call GET "/v1/complaints/$COMPLAINT"
expect 200 '.status == "submitted"' : nobody decides
call GET "/v1/complaints/$COMPLAINT/items"
FIRST=$(body '.items[0].id') SECOND=$(body '.items[1].id')
DECISIONS=/practice/v1/complaints/$COMPLAINT/decisions
send "$DECISIONS" '{"status":"needs_correction","findings":[{"pointer":"/statement","code":"unclear"}]}'
expect 200 '.status == "needs_correction" and .findings[0].code == "unclear" and .due_rule == "correction"' : asked back
send "$DECISIONS" "{\"items\":[{\"id\":\"$FIRST\",\"status\":\"removed\",\"measures\":[\"shop_closed\"]}]}"
expect 200 '.counts == {removed: 1, pending: 1} and .status == "needs_correction"' : one decided, the other open
send "$DECISIONS" "{\"items\":[{\"id\":\"$SECOND\",\"status\":\"not_infringing\",\"findings\":[{\"pointer\":\"/link\",\"code\":\"own-goods\"}]}]}"
expect 200 '.status == "partly_upheld" and .counts == {removed: 1, not_infringing: 1}' : both
call GET "/v1/changes?after=$CURSOR"
expect 200 '[.changes[] | .kind] == ["complaint", "complaint", "item", "item", "complaint"]
  and ([.changes[] | select(.kind == "item").resource | .status] == ["removed", "not_infringing"])' : all of it is seen
send "$DECISIONS" '{"items":[{"id":"itm_x","status":"removed"}]}'
problem invalid 422 '.findings[0].pointer == "/items/0/id"' : an unknown item
send "$DECISIONS" '{}'
problem invalid 422 '.findings[0].pointer == "/status"' : no decision
send /practice/v1/complaints/cmp_x/decisions '{"status":"upheld"}'
problem not-found 404 : an unknown complaint

# The automatic one comes back to what was left
post /v1/complaints "$(complaint_json "$RIGHT" "$PARTY" "$EVIDENCE" "$(goods 3)")"
COMPLAINT=$(body .resource.id)
put /practice/v1/reviewer '{"automatic":true}'
check 'decided after all' await "/v1/complaints/$COMPLAINT" '.status == "upheld"'

# Ledger
steer GET /practice/v1/ledger
expect 200 '[.entries[].kind] == ["party", "right", "complaint", "complaint"]
  and .entries[3].items == [{kind: "goods", link: .entries[3].body.items[0].link, source: .entries[3].body.items[0].source, target_id: "3"}]
  and (.entries[3].files | length) == 3' : the ledger
same 'keys' "$(body '.entries[3].idempotency_key')" "$KEY"
steer GET '/practice/v1/ledger?after=2&limit=1'
expect 200 '[.entries[].n] == [3]' : a part of it

# Scale
send /practice/v1/seed '{"complaints":0}'
problem invalid 422 : at least one
send /practice/v1/seed '{"complaints":1,"account":"acc_x"}'
problem invalid 422 '.findings[0].pointer == "/account"' : for somebody who is there
call GET '/v1/changes?limit=1000' && CURSOR=$(body .cursor)
send /practice/v1/seed '{"complaints":20,"items":50}'
expect 201 '.items == 1000' : twenty complaints of fifty
call GET "/v1/changes?limit=1000&after=$CURSOR"
expect 200 '(.changes | length) == 1000' : seen in changes
call GET "/v1/changes?limit=1000&after=$(body .cursor)"
expect 200 '(.changes | length) == 42' : to the last
call GET '/v1/complaints?limit=500'
expect 200 '(.items | length) == 22 and (.items[-1] | .status == "partly_upheld" and .item_count == 50)' : decided
steer GET /practice/v1/ledger
expect 200 '(.entries | length) == 4' : nobody filed them

# What is certified may be decided as well, also in words that nobody knows
DECISIONS=/practice/v1/certifications/$RIGHT/decisions
send "$DECISIONS" '{"status":"under_inspection"}'
expect 200 '.status == "under_inspection" and .findings == []' : an unknown status
send "/practice/v1/certifications/$PARTY/decisions" '{"status":"on_parole","findings":[{"pointer":"/seat","code":"seat-unclear","params":{"region":"杭州"}}]}'
for certified in "rights/$RIGHT under_inspection" "parties/$PARTY on_parole"; do
  call GET "/v1/${certified% *}"
  expect 200 ".status == \"${certified#* }\"" : "its owner is told so: ${certified#* }"
done
expect 200 '.findings == [{pointer: "/seat", code: "seat-unclear", severity: "error", params: {region: "杭州"}}]' : and what nobody knows of
call GET '/v1/changes?limit=1000'
expect 200 '[.changes[].resource.status] | contains(["under_inspection", "on_parole"])' : 'changes too'
send "$DECISIONS" '{"status":"needs_correction","findings":[{"pointer":"/files/0","code":"paper-unclear","params":{"page":"2"}}]}'
expect 200 '.status == "needs_correction" and .due_rule == "correction"
  and .findings == [{pointer: "/files/0", code: "paper-unclear", severity: "error", params: {page: "2"}}]' : asked back, with what the sentence needs
call GET "/v1/rights/$RIGHT"
TAG=$(header ETag)
patch "/v1/rights/$RIGHT" "{\"files\":[$(slot certificate "$CERTIFICATE"),$(slot renewal "$LICENCE")]}" -H "If-Match: $TAG"
problem locked 409 '.findings == [{pointer: "/files", code: "locked", severity: "error", params: {slot: "renewal"}}]' : a paper opens its own slot
patch "/v1/rights/$RIGHT" "{\"files\":[$(slot certificate "$LICENCE")]}" -H "If-Match: $TAG"
expect 200 '.resource.status == "in_review"' : and that may be changed
send "$DECISIONS" '{"status":"approved"}'
expect 200 '.status == "approved" and (has("due_at") | not)' : approved
send "$DECISIONS" '{}'
problem invalid 422 '.findings[0].pointer == "/status"' : no decision
send "$DECISIONS" '{"status":"approved","findings":[{"pointer":"","code":"x","params":{"n":1}}]}'
problem invalid 422 '.findings[0].pointer == "/findings/0/params"' : params are texts
send /practice/v1/certifications/rgt_x/decisions '{"status":"approved"}'
problem not-found 404 : nothing of that id

plan
