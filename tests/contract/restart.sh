#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# One folder, one platform: what is the same after a restart, however it ended; and who may own it.

. "$(dirname "$0")/lib.sh"
umask 022
serve --data "$WORK/data"
same 'practice.json is the ready line' "$(cat "$WORK/data/practice.json")" "$(cat "$WORK/ready")"
same 'for its owner alone' "$(stat -c %a "$WORK/data/practice.json") $(stat -c %a "$WORK/data/practice.sqlite") $(stat -c %a "$WORK/data")" '600 600 700'
READY=$(cat "$WORK/ready")
join 13800001234 legal@yunjiaofang.example
certify
BODY=$(complaint_json "$RIGHT" "$PARTY" "$EVIDENCE" "$(goods 1)")
post /v1/complaints "$BODY"
cp "$WORK/body" "$WORK/first"
body .receipt | tr -d '\n' >"$WORK/receipt.jws"
COMPLAINT=$(body .resource.id) COMPLAINT_KEY=$KEY
head -c 400000 /dev/urandom >"$WORK/part" && cat "$WORK/licence.pdf" "$WORK/part" >"$WORK/big.pdf"
create_upload big.pdf application/pdf "$(sha256sum "$WORK/big.pdf" | cut -d' ' -f1)" "$(stat -c %s "$WORK/big.pdf")"
UPLOAD=$(basename "$(header Location)")
head -c 100000 "$WORK/big.pdf" >"$WORK/part"
append "$UPLOAD" 0 "$WORK/part"
steer POST /practice/v1/clock -H 'Content-Type: application/json' -d '{"advance":100}'
call GET /v1/platform
ID=$(body .id)
steer GET /practice/v1/messages && cp "$WORK/body" "$WORK/messages"
call GET /.well-known/jwks.json && cp "$WORK/body" "$WORK/jwks"

check 'a second platform on the folder is refused' bash -c "! '$PROGRAM' --rules kuaishou --data '$WORK/data' >/dev/null 2>&1"
kill -9 "$SERVER" && wait "$SERVER" 2>/dev/null
serve --data "$WORK/data"
same 'killed and started again: address, key, rules' "$(cat "$WORK/ready")" "$READY"
call GET /v1/platform
same 'id' "$(body .id)" "$ID"
check 'clock' test "$(date -d "$(body .now)" +%s)" -ge $(($(date +%s) + 99))
steer GET /practice/v1/messages
check 'messages' cmp -s "$WORK/body" "$WORK/messages"
call GET /.well-known/jwks.json
check 'keys' cmp -s "$WORK/body" "$WORK/jwks"
check 'the old receipt verifies' jose jws ver -i "$WORK/receipt.jws" -k "$WORK/jwks" -O /dev/null
call GET /v1/account
expect 200 '.email == "legal@yunjiaofang.example"' : tokens
json POST /v1/complaints "$BODY" -H "Idempotency-Key: \"$COMPLAINT_KEY\""
check 'answers by idempotency key' cmp -s "$WORK/body" "$WORK/first"
check 'the review goes on' await "/v1/complaints/$COMPLAINT" '.status == "upheld"'
steer GET /practice/v1/ledger
expect 200 '[.entries[].kind] == ["party", "right", "complaint"]' : ledger
call HEAD "/v1/files/$UPLOAD" -H 'Tus-Resumable: 1.0.0'
same 'the upload stands where it stood' "$(header Upload-Offset)" 100000
tail -c +100001 "$WORK/big.pdf" >"$WORK/part"
append "$UPLOAD" 100000 "$WORK/part"
expect 204 : and is finished
call POST /oauth/token -d client_id=signet -d grant_type=refresh_token -d refresh_token="$REFRESH"
expect 200 true : refresh tokens

# Its port is taken: another address, the same platform
stop
PORT=${ADDRESS##*:}
"$PROGRAM" --rules ippro --memory --port "$PORT" >"$WORK/squatter" &
SQUATTER=$!
for _ in {1..3000}; do [[ -s $WORK/squatter ]] && break; sleep 0.01; done
same 'a port can be asked for' "$(jq -r .address "$WORK/squatter")" "$ADDRESS"
check 'but not taken from another' bash -c "! '$PROGRAM' --rules ippro --memory --port $PORT >/dev/null 2>&1"
serve --data "$WORK/data"
call GET /v1/platform
same 'another port, the same id' "$(body .id)" "$ID"
check 'indeed another' test "${ADDRESS##*:}" != "$PORT"
same 'and it says so' "$(jq -r .address "$WORK/data/practice.json")" "$ADDRESS"
kill $SQUATTER && wait $SQUATTER 2>/dev/null
stop
check 'other rules are refused in this folder' bash -c "! '$PROGRAM' --rules ippro --data '$WORK/data' >/dev/null 2>&1"
for options in '' '--rules kuaishou' '--rules kuaishou --memory --data x' '--rules nobody --memory' '--rules kuaishou --memory --port 70000' \
  '--rules kuaishou --memory x'; do
  # shellcheck disable=SC2086
  check "refused: $options" bash -c "! '$PROGRAM' $options >/dev/null 2>&1"
done

# A folder of the first schema goes on: who was signed in still is, what is certified stays, and what is new works
mkdir -p "$WORK/old"
SESSION_TOKEN=a-token-of-the-first-schema
OLD_PARTY=$(party_json '{}' | jq -c '.files = []')
sqlite3 "$WORK/old/practice.sqlite" <<END
.read $(dirname "$0")/../../resources/practice/schema-1.sql
PRAGMA application_id = $((0x53675072));
PRAGMA user_version = 1;
INSERT INTO settings VALUES ('id', 'practice-kuaishou_old'), ('control_key', 'old-key'), ('rules', 'kuaishou'), ('clock', '0');
INSERT INTO accounts (id, phone, created_at) VALUES ('acc_old', '13800001234', 1000000);
INSERT INTO bindings (id, account, kind, value, status) VALUES ('bnd_old', 1, 'phone', '13800001234', 'confirmed'),
  ('bnd_mail', 1, 'email', 'legal@yunjiaofang.example', 'confirmed');
INSERT INTO certifications (id, account, kind, content, document, status, findings, created_at, updated_at) VALUES
  ('pty_old', 1, 'party', '$OLD_PARTY', 'credit_code:91350100M000100Y43', 'approved', '[]', 1000000, 1000000),
  ('pty_two', 1, 'party', '$(jq -c '.document.number = "92340602MA2PBQAH7E"' <<<"$OLD_PARTY")', 'credit_code:92340602MA2PBQAH7E', 'needs_correction',
   '[{"pointer":"/legal_representative","code":"unclear","severity":"error"}]', 1000000, 1000000);
INSERT INTO certifications (id, account, kind, content, status, findings, created_at, updated_at) VALUES
  ('rgt_old', 1, 'right', '$(right_json '{}' pty_old | jq -c '.files = []')', 'approved', '[]', 1000000, 1000000);
INSERT INTO phones (phone, code, tries, sent_at, expires_at, locked_until) VALUES ('13900005678', '000000', 2, 0, 0, 0);
INSERT INTO sessions (account, device, created_at) VALUES (1, 'old-desk', 1000000), (1, 'other', 1000000);
INSERT INTO tokens VALUES ('$(printf %s $SESSION_TOKEN | sha256sum | cut -d' ' -f1)', 1, 'access', 9000000000000000),
  ('$(printf %s $SESSION_TOKEN-refresh | sha256sum | cut -d' ' -f1)', 1, 'refresh', 9000000000000000);
END
chmod 700 "$WORK/old"
serve --data "$WORK/old"
same 'the same platform' "$CONTROL" old-key
TOKEN=$SESSION_TOKEN
call GET /v1/account
expect 200 '.id == "acc_old" and .password_set == false' : an old token
call GET /v1/account/sessions
expect 200 '[.items[] | [.device_name, .method, .current]] == [["old-desk", "sms", true]]' : its session can be seen
call POST /oauth/token -d client_id=signet -d grant_type=refresh_token -d refresh_token=$SESSION_TOKEN-refresh
expect 200 .refresh_token : and goes on
post /v1/complaints "$(complaint_json rgt_old pty_old null "$(goods 1)")"
expect 201 true : its parties are the account\'s own, and need no authorisation
check 'to be complained for' await "/v1/complaints/$(body .resource.id)" '.decided_at'
pdf "$WORK/licence.pdf" licence && upload "$WORK/licence.pdf" application/pdf
post /v1/parties "$(party_json "$PAPER" 91110000600037341L)"
problem party-already-certified 409 '[.findings[].pointer] == ["/own"]' : a third would be too many
post /v1/parties "$(party_json "$PAPER" | jq -c '.own = false')"
problem party-already-certified 409 '[.findings[].pointer] == ["/document/number"]' : and each document is known
steer POST /practice/v1/certifications/pty_two/decisions -H 'Content-Type: application/json' \
  -d '{"status":"needs_correction","findings":[{"pointer":"/files","code":"unclear"}]}'
call GET /v1/parties/pty_two
patch /v1/parties/pty_two "{\"files\":[$(slot licence "$PAPER")]}" -H "If-Match: $(header ETag)"
expect 200 '.resource.status == "in_review"' : but the two can be corrected
stop

# It ends with the process that started it, killed or not
bash -c "'$PROGRAM' --rules kuaishou --data '$WORK/child' >'$WORK/child.ready' & echo \$! >'$WORK/child.pid'; sleep 20" &
PARENT=$!
for _ in {1..3000}; do [[ -s $WORK/child.ready ]] && break; sleep 0.01; done
check 'a child runs' kill -0 "$(cat "$WORK/child.pid")"
kill -9 $PARENT && wait $PARENT 2>/dev/null
for _ in {1..3000}; do kill -0 "$(cat "$WORK/child.pid")" 2>/dev/null || break; sleep 0.01; done
check 'and ends with its parent' bash -c "! kill -0 $(cat "$WORK/child.pid") 2>/dev/null"

plan
