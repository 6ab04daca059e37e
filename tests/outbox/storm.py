#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files complaints through probe-outbox while the platform loses, delays, cuts and replays answers and the client is
killed; then compares the platform's ledger with the input file, by content.

usage: storm.py SIGNET-PRACTICE PROBE-OUTBOX [--complaints N] [--items M] [--kills K] [--seed S]
"""

import argparse
import collections
import hashlib
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request

FAULTS = [
    {"path": "/v1/*", "method": "POST", "nth": 3, "phase": "after", "do": "drop_answer"},
    {"path": "/v1/*", "nth": 7, "phase": "before", "do": "delay", "milliseconds": 40},
    {"path": "/v1/*", "nth": 11, "phase": "after", "do": "cut"},
    {"path": "/v1/complaints", "method": "POST", "nth": 13, "phase": "after", "do": "replay"},
    {"path": "/v1/*", "nth": 17, "phase": "before", "do": "reset"},
    {"path": "/v1/*", "nth": 23, "phase": "before", "do": "status", "status": 503},
    {"path": "/v1/*", "nth": 29, "phase": "after", "do": "garbage"},
]


def control(ready: dict, method: str, path: str, body=None):
    request = urllib.request.Request(
        ready["address"] + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": "Practice " + ready["control_key"], "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        text = answer.read()
    return json.loads(text) if text else None


def run_client(probe: str, ready: dict, folder: str, arguments, kills: int, dice: random.Random) -> str:
    """Runs the client until it says it is done; kills it @kills times on the way. Gives its last line."""
    command = [
        probe,
        "--url", ready["address"],
        "--control", ready["control_key"],
        "--data", folder,
        "--complaints", str(arguments.complaints),
        "--items", str(arguments.items),
        "--seed", str(arguments.seed),
    ]
    killed = 0
    while True:
        client = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            # A kill must come while there is something to lose, so it waits for less than the whole takes.
            out, err = client.communicate(timeout=dice.uniform(0.1, 1.2) if killed < kills else 1200)
        except subprocess.TimeoutExpired:
            client.kill()
            client.communicate()
            killed += 1
            continue
        if client.returncode != 0:
            raise SystemExit(f"the client ended with {client.returncode}: {out}{err}")
        print(f"killed {killed} times; then: {out.strip()}")
        if killed < kills:
            raise SystemExit("the client was done before it could be killed often enough: give it more to do")
        return out.strip()


def read_input(folder: str) -> dict:
    """What was to be filed: the set of links of each complaint."""
    complaints = collections.defaultdict(list)
    with open(os.path.join(folder, "input.tsv"), encoding="utf-8") as lines:
        for line in lines:
            number, _item, link = line.rstrip("\n").split("\t")
            complaints[int(number)].append(link.rsplit("id=", 1)[1])
    return complaints


def compare(ledger: list, wanted: dict) -> list:
    """Every complaint of the input stands in the ledger once, with all its targets, and nothing else does."""
    problems = []
    filed = collections.Counter()
    for entry in ledger:
        if entry["kind"] != "complaint":
            continue
        targets = tuple(item["link"].rsplit("id=", 1)[1] for item in entry["items"])
        sent = tuple(item["link"].rsplit("id=", 1)[1] for item in entry["body"]["items"])
        if targets != sent:
            problems.append(f"{entry['resource']}: the items stored are not the items sent")
        filed[targets] += 1
    expected = collections.Counter(tuple(links) for links in wanted.values())
    for targets in (expected - filed).keys():
        problems.append(f"not filed: {targets}")
    for targets in (filed - expected).keys():
        problems.append(f"filed too often or never wanted: {targets}")
    keys = [entry["idempotency_key"] for entry in ledger]
    if len(keys) != len(set(keys)):
        problems.append("an idempotency key stands in the ledger twice")
    return problems


def compare_receipts(ledger: list, folder: str) -> list:
    """Every ledger entry has a receipt in the store that was verified, over the bytes that lie in the outbox."""
    problems = []
    database = sqlite3.connect(f"file:{folder}/desk.sqlite?mode=ro", uri=True)
    rows = database.execute(
        "SELECT o.idempotency_key, o.body, r.verdict, r.request_digest FROM outbox o JOIN receipts r ON r.outbox = o.id"
    )
    stored = {key: (hashlib.sha256(body).hexdigest(), verdict, digest) for key, body, verdict, digest in rows}
    for entry in ledger:
        digest, verdict, named = stored.get(entry["idempotency_key"], (None, None, None))
        if verdict != "verified":
            problems.append(f"{entry['resource']}: no verified receipt ({verdict})")
        elif not digest == named == entry["request_digest"]:
            problems.append(f"{entry['resource']}: the digests differ")
    return problems


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("practice")
    parser.add_argument("probe")
    long = "SIGNET_TEST_LONG" in os.environ
    parser.add_argument("--complaints", type=int, default=200 if long else 40)
    parser.add_argument("--items", type=int, default=5)
    parser.add_argument("--kills", type=int, default=20 if long else 4)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    dice = random.Random(arguments.seed)

    with tempfile.TemporaryDirectory(prefix="signet-storm-") as top:
        practice = subprocess.Popen(
            [arguments.practice, "--rules", "kuaishou", "--port", "0", "--data", os.path.join(top, "practice")],
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            ready = json.loads(practice.stdout.readline())
            control(ready, "PUT", "/practice/v1/faults", FAULTS)
            started = time.monotonic()
            folder = os.path.join(top, "desk")
            last = run_client(arguments.probe, ready, folder, arguments, arguments.kills, dice)
            n = arguments.complaints
            problems = []
            if last != f"frozen {n} sent {n} receipts {n} verified {n}":
                problems.append(f"the client says: {last}")
            control(ready, "PUT", "/practice/v1/faults", [])
            ledger = control(ready, "GET", "/practice/v1/ledger")["entries"]
            problems += compare(ledger, read_input(folder))
            problems += compare_receipts(ledger, folder)
        finally:
            practice.kill()
            practice.wait()

    for problem in problems[:20]:
        print(problem)
    print(f"{n} complaints of {arguments.items} items in {time.monotonic() - started:.1f} s, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
