#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Runs a test with the practice platform behind the forwarder, then lets prism look at everything the two sides said.
# What the test itself prints is TAP and is passed on as comments; what counts here is its end and prism's.
#
# usage: recorded.sh [--garbage] PEERS SIGNET-PRACTICE OPENAPI COMMAND [ARGUMENT...]   (@practice@ stands for the recorded platform)

set -uo pipefail
here=$(dirname "$(readlink -f "$0")")
options=(--except /practice/ --list)
[[ $1 == --garbage ]] && options+=("$1") && shift
peers=$1 spec=$3
export SIGNET_PRACTICE_REAL=$2 SIGNET_PRACTICE=$here/recorded-practice.mjs
shift 3
if [[ ! -e $peers/node_modules/http-parser-js ]]; then
  echo '1..0 # SKIP run `make peers`'
  exit 0
fi
SIGNET_RECORD=$(mktemp -d "${TMPDIR:-/tmp}/signet-record-XXXXXX")
export SIGNET_RECORD
trap 'rm -rf "$SIGNET_RECORD"' EXIT

echo 1..2
if output=$("${@//@practice@/$SIGNET_PRACTICE}" 2>&1); then echo 'ok 1 - the test itself'; else
  echo 'not ok 1 - the test itself'
  grep -v '^ok\|^# .*DEBUG' <<<"$output" | sed 's/^/# /' | tail -40
fi
if output=$("$here/validate.mjs" --peers "$peers" --spec "$spec" "${options[@]}" "$SIGNET_RECORD" 2>&1); then
  echo 'ok 2 - prism finds nothing'
else
  echo 'not ok 2 - prism finds something'
fi
sort -u <<<"$output" | sed 's/^/# /'
