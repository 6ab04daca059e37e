#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Complaints: what is refused and where it points; what becomes of each kind of item.

. "$(dirname "$0")/lib.sh"
serve
join 13800001234 legal@yunjiaofang.example
certify
BODY=$(complaint_json "$RIGHT" "$PARTY" "$EVIDENCE" "$(goods 100)")

refuse() {
  post /v1/complaints "$(jq -c "$1" <<<"$BODY")"
  problem invalid 422 ".findings | any(.pointer == \"$2\" and .code == \"$3\")" : "$1: $3 at $2"
}
refuse 'del(.right)' /right required
refuse '.right = "rgt_x"' /right unknown
refuse ".right = \"$PARTY\"" /right unknown
refuse 'del(.principal)' /principal required
refuse '.principal = "pty_x"' /principal unknown
refuse 'del(.reason)' /reason required
refuse '.reason = "envy"' /reason unsupported
refuse 'del(.statement)' /statement required
refuse '.statement = "字" * 2001' /statement too-long
refuse '.language = "fr"' /language unsupported
refuse 'del(.guarantee)' /guarantee required
refuse 'del(.guarantee.name)' /guarantee/name required
refuse '.guarantee.version = "2019-1"' /guarantee/version guarantee-changed
for time in today 2026-11-21 2026-11-21T08:00:00 2026-W47-6T08:00:00Z 20261121T080000Z; do
  refuse ".guarantee.given_at = \"$time\"" /guarantee/given_at date
done
refuse 'del(.files)' /files required
refuse '.files[0].sha256 |= ("0" * 64)' /files/0 file-missing
refuse '.files[0].sha256 |= "xyz"' /files/0/sha256 digest
refuse '.items = []' /items items-none
refuse 'del(.items)' /items required
refuse '.items = [range(101) as $i | .items[0]]' /items too-many-items
refuse '.items[0] = 5' /items/0 type
refuse 'del(.items[0].kind)' /items/0/kind required
refuse '.items[0].kind = "short"' /items/0/kind unsupported
refuse '.items[0].kind = "video"' /items/0/kind reason-targets
refuse 'del(.items[0].link)' /items/0/link required
refuse '.items[0].link = "not a link"' /items/0/link link
refuse '.items[0].link = "ftp://www.kuaishou.com/x"' /items/0/link link
refuse 'del(.items[0].source)' /items/0/source required
refuse '.items[0].class = 46' /items/0/class range
refuse '.items[0].class = "30"' /items/0/class type
refuse '.items[0].title = 1' /items/0/title type
refuse '.items[0].note = "字" * 4001' /items/0/note too-long
post /v1/parties "$(party_json "$LICENCE" 91110000600037341L 别的公司 | jq -c '.own = false')"
OTHER=$(body .resource.id)
refuse ".principal = \"$OTHER\"" /principal other-holder
call GET /v1/complaints
expect 200 '.items == []' : none of them left anything

# Every outcome
post /v1/complaints "$(complaint_json "$RIGHT" "$PARTY" "$EVIDENCE" "$(goods 1)" \
  "$(goods practice-gone)" "$(goods practice-licensed)" "$(goods practice-grave)" "$(goods 1)&utm_source=again" https://elsewhere.example/goods/5)"
expect 201 '.resource.item_count == 6' : six items
FIRST=$(body .resource.id) NUMBER=$(body .resource.number)
check 'decided' await "/v1/complaints/$FIRST" '.decided_at'
call GET "/v1/complaints/$FIRST"
expect 200 '.status == "partly_upheld" and .counts == {removed: 2, not_found: 2, authorised: 1, duplicate: 1}' : counted by outcome
call GET "/v1/complaints/$FIRST/items"
outcome() {
  expect 200 ".items[$1] | .status == \"$2\" and ([.measures[].measure] == $3) and ([.findings[] | [.pointer, .code]] == $4)" : "${@:6}"
}
outcome 0 removed '["delisted"]' '[]' : an ordinary one is delisted
outcome 1 not_found '[]' '[["/link", "link-gone"]]' : gone
outcome 2 authorised '[]' '[["/link", "seller-authorised"]]' : authorised
outcome 3 removed '["account_banned", "handed_on"]' '[]' : grave
outcome 4 duplicate '[]' '[["/link", "filed-before"]]' : twice in one batch
outcome 5 not_found '[]' '[["/link", "link-foreign"]]' : on another platform
expect 200 'all(.items[]; .decided_at and .complaint and .source)' : each with its time and source
call GET "/v1/complaints/$FIRST/items?limit=4"
expect 200 '[.items[].position] == [0, 1, 2, 3]' : a page of items
call GET "$(header Link | sed -n 's/^<\(.*\)>; rel="next"$/\1/p')"
expect 200 '[.items[].position] == [4, 5]' : and the rest

post /v1/complaints "$(complaint_json "$RIGHT" "$PARTY" "$EVIDENCE" "$(goods 1)" "$(goods practice-gone)")"
SECOND=$(body .resource.id)
expect 201 ".resource.number == \"${NUMBER%1}2\"" : the next number
check 'a second complaint' await "/v1/complaints/$SECOND" '.decided_at'
expect 200 '.status == "rejected"' : nothing removed is rejected
call GET "/v1/complaints/$SECOND/items"
expect 200 ".items[0].status == \"duplicate\" and .items[0].findings[0].params.complaint == \"$NUMBER\"" : filed before, and where
expect 200 '.items[1].status == "not_found"' : what came to nothing is no duplicate

post /v1/complaints "$(complaint_json "$RIGHT" "$PARTY" null "$(goods 7)")"
THIRD=$(body .resource.id)
check 'without evidence' await "/v1/complaints/$THIRD" '.decided_at'
call GET "/v1/complaints/$THIRD/items"
expect 200 '.items[0].status == "insufficient" and .items[0].findings[0].code == "evidence-missing"' : it isn\'t enough

# Kinds of targets
post /v1/complaints "$(complaint_json "$RIGHT" "$PARTY" "$EVIDENCE" https://live.kuaishou.com/u/abc https://www.kuaishou.com/short-video/v1 https://v.kuaishou.com/x1 |
  jq -c '.reason = "same_mark" | .items[0].kind = "live" | .items[1].kind = "video" | .items[2].kind = "shop" | .items[2] |= del(.class)')"
expect 201 true : live, video, a short link
FOURTH=$(body .resource.id)
check 'decided' await "/v1/complaints/$FOURTH" '.decided_at'
call GET "/v1/complaints/$FOURTH/items"
expect 200 '[.items[].measures[0].measure] == ["stream_interrupted", "link_removed", "link_removed"] and [.items[].target_id] == ["abc", "v1", "x1"]' : each has its measure
call GET '/v1/complaints?limit=2'
expect 200 ".items | map(.id) == [\"$FIRST\", \"$SECOND\"]" : a page of complaints
call GET "$(header Link | sed -n 's/^<\(.*\)>; rel="next"$/\1/p')"
expect 200 ".items | map(.id) == [\"$THIRD\", \"$FOURTH\"]" : and the rest

# Filed once
KEY=$(uuid) BODY=$(complaint_json "$RIGHT" "$PARTY" "$EVIDENCE" "$(goods 8)")
json POST /v1/complaints "$BODY" -H "Idempotency-Key: \"$KEY\"" && cp "$WORK/body" "$WORK/first"
check 'decided' await "/v1/complaints/$(jq -r .resource.id "$WORK/first")" '.decided_at'
json POST /v1/complaints "$BODY" -H "Idempotency-Key: \"$KEY\""
expect 201 true : the same again
check 'is answered as at first, though decided since' cmp -s "$WORK/first" "$WORK/body"

join 13900005678 other@yunjiaofang.example
call GET "/v1/complaints/$FIRST"
problem not-found 404 : "somebody else's complaint"
call GET "/v1/complaints/$FIRST/items"
problem not-found 404 : "and its items"
post /v1/complaints "$BODY"
problem invalid 422 '[.findings[].pointer] | contains(["/right", "/principal", "/files/0"])' : "nor can it be filed for somebody else"

plan
