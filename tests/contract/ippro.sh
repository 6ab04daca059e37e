#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The other rule set: reviewed on submission, other links.

. "$(dirname "$0")/lib.sh"
RULES_GIVEN='--rules ippro'
serve
call GET /v1/platform
expect 200 '.rules == "ippro" and .review.parties == "submission" and .review.rights == "submission"' : its rules
join 13800001234 legal@yunjiaofang.example
certify
check 'the party is reviewed at once' await "/v1/parties/$PARTY" '.status == "approved"'
check 'so is the right' await "/v1/rights/$RIGHT" '.status == "approved"'
call GET /v1/changes
expect 200 '[.changes[] | select(.kind == "party")] | length == 3' : a stage at a time

upload "$WORK/licence.pdf" application/pdf
post /v1/rights "$(right_json "$CERTIFICATE" "$PARTY" 别人)"
SECOND=$(body .resource.id)
check 'another name is found out' await "/v1/rights/$SECOND" '.status == "needs_correction"'
expect 200 '.findings[0].pointer == "/owner"' : at once

post /v1/complaints "$(complaint_json "$RIGHT" "$PARTY" "$EVIDENCE" 'https://haohuo.jinritemai.com/views/product/item2?id=7' \
  https://www.douyin.com/video/72 https://www.douyin.com/video/practice-gone "$(goods 1)" |
  jq -c '.reason = "same_mark" | .items[1].kind = "video" | .items[2].kind = "video"')"
expect 201 true : goods and videos in one
COMPLAINT=$(body .resource.id)
check 'decided' await "/v1/complaints/$COMPLAINT" '.decided_at'
call GET "/v1/complaints/$COMPLAINT/items"
expect 200 '[.items[].status] == ["removed", "removed", "not_found", "not_found"] and .items[3].findings[0].code == "link-foreign"
  and .items[0].target_id == "7"' : each by its rules

plan
