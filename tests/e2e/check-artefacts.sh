#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Checks what a tour left in DIR with public tools alone: jose, sha256sum, jq, sqlite3. Of ours only probe-links, which says
# what stands in LINKS. A line a check; ends with the first that fails.
#
# usage: check-artefacts.sh DIR CERT LINKS OWNER PROBE-LINKS

set -euo pipefail
export LC_ALL=C.UTF-8
if (($# != 5)); then
  grep '^# usage' "$0" >&2
  exit 2
fi
dir=$1 cert=$(realpath "$2") links=$(realpath "$3") owner=$4 probe=$(realpath "$5")
cd "$dir"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
  echo "wrong: $*" >&2
  exit 1
}

sha() {
  sha256sum "$1" | cut -d' ' -f1
}

jose jws ver -i receipt.jws -k jwks.json -O "$scratch/payload" || fail "the receipt's signature"
echo "receipt.jws: signed by a key of jwks.json"

[[ $(jq -r .request_digest "$scratch/payload") == "$(sha request.json)" ]] || fail "the digest of request.json"
echo "request.json: the receipt names its digest"

jq -e --arg sha "$(sha "$cert")" 'any(.files[]; .sha256 == $sha)' "$scratch/payload" >/dev/null || fail "the digest of $cert"
echo "$(basename "$cert"): the receipt names its digest"

jq -e --arg owner "$owner" '[.principal.name, .right.owner] | all(. == $owner)' complaint.json >/dev/null || fail "the owner"
echo "complaint.json: says $owner"

# Every target of the pasted text stands in the ledger once, and no other.
"$probe" --rules "$(sqlite3 -readonly desk.sqlite 'SELECT rules FROM accounts LIMIT 1')" <"$links" |
  awk -F'\t' '$1 != "unknown" { print $2 }' | sort -u >"$scratch/pasted"
jq -r '.entries[] | select(.kind == "complaint") | .items[] | .link // .passcode' ledger.json | sort >"$scratch/filed"
[[ -s $scratch/pasted ]] || fail "there is no target in $links"
diff "$scratch/pasted" "$scratch/filed" || fail "the targets of $links"
echo "ledger.json: $(wc -l <"$scratch/filed") targets, each once, none other"

jq -e '[.entries[] | select(.kind == "complaint")] | length == 1' ledger.json >/dev/null || fail "the number of complaints"
jq -e '[.entries[].idempotency_key] | length == (unique | length)' ledger.json >/dev/null || fail "a key filed twice"
echo "ledger.json: one complaint, no key twice"

# What was filed is what the program says it sent, by content.
jq -S '.entries[] | select(.kind == "complaint") | .body' ledger.json >"$scratch/body"
jq -S . request.json | diff "$scratch/body" - || fail "the body in the ledger"
echo "ledger.json: the complaint's body is request.json"

# Every entry has a receipt in the store that verifies and names the entry's digest.
jq -r '.entries[] | [.idempotency_key, .request_digest] | @tsv' ledger.json >"$scratch/entries"
count=0
while IFS=$'\t' read -r key digest; do
  sqlite3 -readonly desk.sqlite \
    "SELECT r.jws FROM receipts r JOIN outbox o ON o.id = r.outbox WHERE o.idempotency_key = '$key'" |
    tr -d '\n' >"$scratch/jws"
  [[ -s $scratch/jws ]] || fail "no receipt for $key"
  jose jws ver -i "$scratch/jws" -k jwks.json -O "$scratch/one" || fail "the signature for $key"
  [[ $(jq -r .request_digest "$scratch/one") == "$digest" ]] || fail "the digest for $key"
  count=$((count + 1))
done <"$scratch/entries"
((count > 0)) || fail "the ledger is empty"
echo "desk.sqlite: $count receipts, one for each entry of the ledger, all verified"
