#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person types, certifies, corrects and certifies again through probe-desk, whose process is killed at random moments
while both platforms lose, delay and cut answers. After each kill the store must hold every keystroke older than half a
second; in the end each platform's ledger must hold what the plan says, once, under receipts that verify.

usage: desk_storm.py SIGNET-PRACTICE PROBE-DESK [--rounds N] [--kills K] [--seed S]
"""

import argparse
import collections
import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

from desk_plan import AGENT, Plan
from storm import control

PROMISE = 500_000  # µs: promise 1
PATIENCE = 300  # s for the end of the plan, undisturbed but by the platforms
FAULTS = [
    {"path": "/v1/*", "method": "POST", "nth": 4, "phase": "after", "do": "drop_answer"},
    {"path": "/v1/*", "method": "PATCH", "nth": 3, "phase": "after", "do": "drop_answer"},
    {"path": "/v1/*", "nth": 7, "phase": "before", "do": "delay", "milliseconds": 150},
    {"path": "/v1/*", "nth": 11, "phase": "after", "do": "cut"},
    {"path": "/v1/rights", "method": "POST", "nth": 3, "phase": "after", "do": "delay", "milliseconds": 400},
    {"path": "/v1/*", "nth": 23, "phase": "before", "do": "status", "status": 503},
]
PARTIES = {"party-id": "/holders/0", "principal-id": "/principal", "agent-id": "/agent"}
TABLES = {"party": "parties", "right": "rights", "authorisation": "authorisations"}


def look(body: dict, pointer: str, page: str = ""):
    """What stands at a pointer; papers by their slot, absent like empty."""
    if pointer == "page":
        return page
    parts = pointer.split("/")[1:]
    if parts[0] == "files":
        return next((file["sha256"] for file in body.get("files", []) if file["slot"] == parts[1]), "")
    for part in parts:
        if isinstance(body, list):
            body = body[int(part)] if int(part) < len(body) else None
        else:
            body = (body or {}).get(part)
    return "" if body is None else body


class Store:
    """The store as a kill left it, looked at in a copy so that it stays as it is."""

    def __init__(self, folder: str):
        with tempfile.TemporaryDirectory(prefix="signet-storm-copy-") as copy:
            for name in ("desk.sqlite", "desk.sqlite-wal"):
                if os.path.exists(os.path.join(folder, name)):
                    shutil.copy(os.path.join(folder, name), copy)
            database = sqlite3.connect(os.path.join(copy, "desk.sqlite"))
            self.sound = [row[0] for row in database.execute("PRAGMA integrity_check")] == ["ok"]
            self.orphans = database.execute("PRAGMA foreign_key_check").fetchall()

            def ask(query: str) -> list:
                return database.execute(query).fetchall()

            self.drafts = {id: (json.loads(body), page) for id, body, page in ask("SELECT id, body, page FROM drafts")}
            self.records = {
                kind: [json.loads(body) for (body,) in ask(f"SELECT body FROM {table}")]
                for kind, table in TABLES.items()
            }
            self.outbox = ask("SELECT idempotency_key, state, body, request_digest FROM outbox")
            self.receipts = {
                key: (verdict, jws, body)
                for key, verdict, jws, body in ask(
                    "SELECT o.idempotency_key, r.verdict, r.jws, o.body FROM outbox o JOIN receipts r"
                    " ON r.outbox = o.id"
                )
            }
            database.close()

    def submitted(self) -> list:
        """What drafts have become: records as they are now, and submissions as they were."""
        bodies = [body for records in self.records.values() for body in records]
        return bodies + [json.loads(body) for _key, _state, body, _digest in self.outbox if body is not None]


class Oracle:
    """Holds what was said to have been typed against what the store holds."""

    def __init__(self):
        self.carried = {}  # what the drafts held at the last kill
        self.problems = []
        self.n_keystrokes = self.n_drafts_hit = self.oldest_lost = 0

    def check_kill(self, said: list, killed_at: int, store: Store):
        if not store.sound or store.orphans:
            self.problems.append(f"the store is damaged: {store.orphans}")
        if len(store.drafts) > 1:
            self.problems.append(f"{len(store.drafts)} drafts where one was begun at a time")
        events = collections.defaultdict(list)
        for event in said:
            if "draft" in event:
                events[event["draft"]].append(event)
        for draft in events.keys() | self.carried.keys():
            self.check_draft(draft, events[draft], killed_at, store)
        self.n_keystrokes += sum(event["what"] == "typed" for event in said)
        self.carry(events, store)

    def check_draft(self, draft: str, events: list, killed_at: int, store: Store):
        ends = {event["what"] for event in events} & {"submitting", "submitted"}
        typed = [event for event in events if event["what"] == "typed"]
        states = [self.carried.get(draft, {})]
        for event in typed:
            states.append(states[-1] | {event["pointer"]: event["value"]})
        if draft not in store.drafts:
            final = {pointer: value for pointer, value in states[-1].items() if pointer != "page"}
            if "submitting" not in ends:
                self.problems.append(f"draft {draft} is gone and was not submitted")
            elif not any(self.holds(body, "", final) for body in store.submitted()):
                self.problems.append(f"draft {draft} was submitted, but nothing says what it said")
            return
        if "submitted" in ends:
            self.problems.append(f"draft {draft} was submitted and is still there")
        body, page = store.drafts[draft]
        due = sum(event["at"] <= killed_at - PROMISE for event in typed)
        kept = [i for i, state in enumerate(states) if self.holds(body, page, state)]
        if not kept or kept[-1] < due:
            have = {pointer: look(body, pointer, page) for pointer in states[-1]}
            want = states[due]
            lost = {pointer: (have[pointer], want[pointer]) for pointer in want if have[pointer] != want[pointer]}
            age = (killed_at - typed[due - 1]["at"]) / 1000 if due else 0
            self.problems.append(f"draft {draft}: lost, has and should have (the last {age:.0f} ms old): {lost}")
        elif typed:
            self.n_drafts_hit += 1
            if kept[-1] < len(typed):
                self.oldest_lost = max(self.oldest_lost, killed_at - typed[kept[-1]]["at"])

    @staticmethod
    def holds(body: dict, page: str, state: dict) -> bool:
        return all(look(body, pointer, page) == value for pointer, value in state.items())

    def carry(self, events: dict, store: Store):
        self.carried = {}
        for draft, (body, page) in store.drafts.items():
            pointers = {event["pointer"] for event in events[draft] if event["what"] == "typed"}
            self.carried[draft] = {pointer: look(body, pointer, page) for pointer in pointers}


class Client:
    """probe-desk, and what it says."""

    def __init__(self, command: list, log: str):
        self.said = []
        self.log = open(log, "a", encoding="utf-8")
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log)
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            if line.endswith(b"\n"):
                self.said.append(json.loads(line))

    def wait_until_ready(self):
        while not self.said and self.process.poll() is None:
            time.sleep(0.005)

    def wait(self, seconds: float) -> bool:
        """Whether it has ended by itself."""
        try:
            self.process.wait(seconds)
            return True
        except subprocess.TimeoutExpired:
            return False

    def kill(self) -> int:
        """When, in µs of the same clock."""
        killed_at = time.monotonic_ns() // 1000
        self.process.kill()
        self.process.wait()
        return killed_at

    def close(self):
        self.reader.join()
        self.log.close()


def run_client(command, folder, log, kills, dice, oracle) -> None:
    """Runs the client until it is done; kills it on the way."""
    for n in range(kills + 1):
        client = Client(command, log)
        client.wait_until_ready()
        # Late enough that something must have been kept, while there is still something to lose.
        ended = client.wait(dice.uniform(0.6, 2.6) if n < kills else PATIENCE)
        killed_at = None if ended else client.kill()
        client.close()
        if ended != (n == kills) or client.process.returncode != (0 if ended else -9):
            with open(log, encoding="utf-8") as lines:
                print("".join(lines.readlines()[-20:]), end="")
            why = {0: "was done before it could be killed often enough", -9: f"is not done after {PATIENCE} s"}
            oracle.problems.append(f"the client {why.get(client.process.returncode, 'failed')}: {client.said[-1:]}")
            return
        oracle.check_kill(client.said, killed_at or time.monotonic_ns() // 1000 + PROMISE, Store(folder))


def expected_bodies(steps: list) -> list:
    """For each account what its ledger must hold: (kind, name, what stands in it), corrections with None for a name."""
    records, ledgers = {}, ([], [])
    for step in steps:
        key = (step["kind"], step["name"])
        said = {field["pointer"]: field["text"] for field in step["type"]}
        said |= {choice["pointer"]: choice["value"] for choice in step["set"]}
        said |= {"/files/" + file["slot"]: file["sha256"] for file in step["files"]}
        for i, nice_class in enumerate(step.get("classes", [])):
            said |= {f"/classes/{i}/{member}": value for member, value in nice_class.items()}
        records[key] = records.get(key, {}) | said
        for property, party in step.get("parties", {}).items():
            records[key][PARTIES[property]] = ("party", party)
        correction = step["do"] == "correct"
        ledgers[step["do"] == "certify"].append((key, correction, said if correction else dict(records[key])))
    return ledgers


def same(body: dict, wanted: dict, correction: bool, ids: dict) -> bool:
    """What a correction doesn't ask for it may name all the same: the platform holds it to what is open."""
    slots = {file["slot"] for file in body.get("files", [])}
    asked = {pointer.split("/")[2] for pointer in wanted if pointer.startswith("/files/")}
    return (asked <= slots if correction else asked == slots) and all(
        look(body, pointer) == (ids.get(value) if isinstance(value, tuple) else value)
        for pointer, value in wanted.items()
    )


def name_of(kind: str, body: dict) -> str:
    return body["handler"]["name"] if kind == "authorisation" else body["name"]


def compare(ledger: list, wanted: list) -> list:
    """Everything once, as it was to be, and nothing else."""
    problems, ids, found = [], {}, collections.Counter()
    expected = {(key, correction): said for key, correction, said in wanted}
    keys = {}  # of the resources
    for entry in ledger:
        correction = entry["resource"] in keys
        if not correction:
            keys[entry["resource"]] = (entry["kind"], name_of(entry["kind"], entry["body"]))
        key = keys[entry["resource"]]
        if not correction and key in ids:
            problems.append(f"{key} stands there as {ids[key]} and as {entry['resource']}")
        ids.setdefault(key, entry["resource"])
        found[key, correction] += 1
        if (key, correction) in expected and not same(
            entry["body"], expected[key, correction], correction, ids
        ):
            said = json.dumps(entry["body"], ensure_ascii=False)
            problems.append(f"{key}, correction: {correction}: not what was to be sent: {said}")
    for what in expected.keys() | found.keys():
        if found[what] != (what in expected):
            problems.append(f"{what[0]}, correction: {what[1]}: {found[what]} times, should be {int(what in expected)}")
    if len({entry["idempotency_key"] for entry in ledger}) != len(ledger):
        problems.append("an idempotency key stands in the ledger twice")
    return problems


def compare_receipts(ledger: list, jwks: bytes, store: Store, folder: str) -> list:
    """Each entry's receipt is in the store, is signed by the platform, and is of the bytes that lie in the outbox."""
    problems = []
    keys = os.path.join(folder, "jwks.json")
    with open(keys, "wb") as file:
        file.write(jwks)
    for entry in ledger:
        verdict, jws, body = store.receipts.get(entry["idempotency_key"], (None, "", b""))
        jose = subprocess.run(["jose", "jws", "ver", "-i-", "-k", keys, "-O-"], input=jws.encode(), capture_output=True)
        if jose.returncode != 0 or verdict != "verified":
            problems.append(f"{entry['resource']}: no receipt that verifies ({verdict})")
            continue
        receipt = json.loads(jose.stdout)
        members = ("kind", "resource", "idempotency_key", "request_digest")
        of_entry = all(receipt[member] == entry[member] for member in members)
        if not of_entry or hashlib.sha256(body).hexdigest() != entry["request_digest"]:
            problems.append(f"{entry['resource']}: its receipt is of something else")
    return problems


def compare_store(store: Store, n_sent: int, steps: list) -> list:
    problems = []
    if store.drafts:
        problems.append(f"{len(store.drafts)} drafts are left over")
    if len(store.outbox) != n_sent or any(state != "sent" for _key, state, _body, _digest in store.outbox):
        problems.append(f"the outbox: {collections.Counter(row[1] for row in store.outbox)}, the ledgers: {n_sent}")
    planned = collections.Counter(step["kind"] for step in steps if step["do"] == "new")
    there = collections.Counter({kind: len(bodies) for kind, bodies in store.records.items()})
    if planned != there:
        problems.append(f"records: {dict(there)}, planned: {dict(planned)}")
    return problems


def check_vault(folder: str, steps: list) -> list:
    there = set()
    for place, _folders, names in os.walk(os.path.join(folder, "vault")):
        for name in names:
            with open(os.path.join(place, name), "rb") as file:
                there.add(hashlib.sha256(file.read()).hexdigest())
    wanted = {file["sha256"] for step in steps for file in step["files"]}
    return [f"{len(wanted - there)} papers aren't in the vault"] if wanted - there else []


def start_practice(program: str, rules: str, folder: str):
    process = subprocess.Popen(
        [program, "--rules", rules, "--port", "0", "--data", folder], stdout=subprocess.PIPE, text=True
    )
    ready = json.loads(process.stdout.readline())
    control(ready, "PUT", "/practice/v1/faults", FAULTS)
    return process, ready


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("practice")
    parser.add_argument("probe")
    long = "SIGNET_TEST_LONG" in os.environ
    parser.add_argument("--rounds", type=int, default=24 if long else 4)
    parser.add_argument("--kills", type=int, default=50 if long else 10)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    dice = random.Random(arguments.seed)
    oracle = Oracle()
    started = time.monotonic()

    with tempfile.TemporaryDirectory(prefix="signet-desk-storm-") as top:
        steps = Plan(os.path.join(top, "papers"), arguments.rounds).steps
        with open(os.path.join(top, "plan.json"), "w", encoding="utf-8") as file:
            json.dump({"steps": steps}, file, ensure_ascii=False)
        practices = []
        try:
            for rules in ("ippro", "kuaishou"):
                practices.append(start_practice(arguments.practice, rules, os.path.join(top, rules)))
            folder = os.path.join(top, "desk")
            command = [arguments.probe, "--data", folder, "--plan", os.path.join(top, "plan.json")]
            for _process, ready in practices:
                command += ["--url", ready["address"], "--control", ready["control_key"]]
            run_client(command, folder, os.path.join(top, "log"), arguments.kills, dice, oracle)

            problems, store, n_sent = oracle.problems, Store(folder), 0
            for (_process, ready), wanted in zip(practices, expected_bodies(steps)):
                control(ready, "PUT", "/practice/v1/faults", [])
                ledger = control(ready, "GET", "/practice/v1/ledger?limit=1000")["entries"]
                with urllib.request.urlopen(ready["address"] + "/.well-known/jwks.json", timeout=60) as answer:
                    jwks = answer.read()
                problems += compare(ledger, wanted)
                problems += compare_receipts(ledger, jwks, store, top)
                n_sent += len(ledger)
            problems += compare_store(store, n_sent, steps) + check_vault(folder, steps)
        finally:
            for process, _ready in practices:
                process.kill()
                process.wait()

    for problem in problems[:20]:
        print(problem)
    print(
        f"killed {arguments.kills} times, {oracle.n_drafts_hit} in the middle of a draft;"
        f" {oracle.n_keystrokes} keystrokes, the oldest lost {oracle.oldest_lost / 1000:.0f} ms old; {n_sent} submissions;"
        f" {time.monotonic() - started:.1f} s; {len(problems)} problems"
    )
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
