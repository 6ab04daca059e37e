# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the ledger of the platform against what was typed (clients.py), member by member, and its receipts against jose.

Nothing of Signet is asked but the receipts in its store.
"""

import hashlib
import json
import os
import sqlite3
import subprocess
import tempfile

import artefacts
import clients

# What a person doesn't type, or types as something else.
NOT_TYPED = ("files", "holder", "principal")


class Wrong(Exception):
    """The platform has something else than what was typed."""


def need(true, what):
    if not true:
        raise Wrong(what)


class Ledger:
    def __init__(self, folder, entries):
        self.folder = folder
        self.entries = entries
        self.left = list(entries)

    def take(self, kind, what, fits):
        """The one entry that fits; each can be taken once."""
        found = [entry for entry in self.left if entry["kind"] == kind and fits(entry)]
        need(len(found) == 1, f"{what} stands {len(found)} times in the ledger")
        self.left.remove(found[0])
        return found[0]

    def digest(self, name):
        with open(os.path.join(self.folder, "papers", name), "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()

    def check(self, body, typed, what):
        for member, value in typed.items():
            if member not in NOT_TYPED:
                need(body.get(member) == value, f"{what}: {member} is {body.get(member)!r}, typed was {value!r}")
        if "files" in typed:
            wanted = {slot: self.digest(name) for slot, name in typed["files"].items()}
            sent = {file["slot"]: file["sha256"] for file in body["files"]}
            need(sent == wanted, f"{what}: the papers {sorted(sent)}, chosen were {sorted(wanted)}")

    def submission(self, kind, typed, key):
        """What was submitted with this value of this member; its id on the platform."""

        def value(body):
            for name in key:
                body = body.get(name, {})
            return body

        what = f"{kind} {value(typed)}"
        entry = self.take(kind, what, lambda entry: value(entry["body"]) == value(typed))
        self.check(entry["body"], typed, what)
        return entry

    def correction(self, kind, first, typed):
        """What was corrected of it later: these members and no others."""
        what = f"the correction of {kind} {first['resource']}"
        entry = self.take(kind, what, lambda entry: entry["resource"] == first["resource"])
        need(entry["n"] > first["n"], f"{what} came before it")
        self.check(entry["body"], typed, what)
        return entry


def _receipts(tour, entries):
    """The store has a receipt for each entry, signed by a key of the platform, for the bytes that were sent."""
    desk = os.path.join(tour.folder, "desk.sqlite")
    artefacts.copy_database(os.path.join(tour.data_folder, "desk.sqlite"), desk)
    database = sqlite3.connect(desk)
    with tempfile.TemporaryDirectory() as scratch:
        keys, signed, payload = (os.path.join(scratch, name) for name in ("keys", "signed", "payload"))
        with open(keys, "wb") as file:
            file.write(tour.platform.get("/.well-known/jwks.json", raw=True))
        for entry in entries:
            row = database.execute(
                "SELECT r.jws FROM receipts r JOIN outbox o ON o.id = r.outbox WHERE o.idempotency_key = ?",
                (entry["idempotency_key"],),
            ).fetchone()
            need(row is not None, f"there is no receipt for {entry['kind']} {entry['resource']}")
            with open(signed, "w", encoding="ascii") as file:
                file.write(row[0].strip())
            verified = subprocess.run(["jose", "jws", "ver", "-i", signed, "-k", keys, "-O", payload], check=False)
            need(verified.returncode == 0, f"the receipt for {entry['resource']} isn't signed by the platform")
            with open(payload, encoding="utf-8") as file:
                said = json.load(file)
            for member in ("kind", "resource", "request_digest"):
                need(said[member] == entry[member], f"the receipt for {entry['resource']} says another {member}")
            files = {file["sha256"] for file in entry["body"].get("files", [])}
            need(files <= {file["sha256"] for file in said["files"]}, f"the receipt for {entry['resource']} lacks a paper")
    database.close()


def compare(tour, done):
    """`done`: what was typed, by kind, as lists of clients.py's entries, corrections as pairs of the entry and what was
    changed, renewals as pairs of the entry and what renews it, and the keys of what was done elsewhere. Everything stands in
    the ledger once, nothing else does. True if so; says what it found."""
    everything = tour.platform.ledger()["entries"]
    with open(os.path.join(tour.folder, "ledger.json"), "w", encoding="utf-8") as file:
        json.dump(everything, file, ensure_ascii=False, indent=2)
    elsewhere = done.get("elsewhere", [])
    entries = [entry for entry in everything if entry["idempotency_key"] not in elsewhere]
    ledger = Ledger(tour.folder, entries)
    try:
        need(len(everything) - len(entries) == len(elsewhere), f"{elsewhere} was done elsewhere, once each")
        _compare(ledger, done)
        need(not ledger.left, f"nobody typed {[(entry['kind'], entry['resource']) for entry in ledger.left]}")
        keys = [entry["idempotency_key"] for entry in entries]
        need(len(set(keys)) == len(keys), "a key was used twice")
        print(f"ledger: {len(entries)} entries, each typed once, none other", flush=True)
        _receipts(tour, entries)
        print(f"receipts: {len(entries)}, one for each entry, all verified", flush=True)
    except Wrong as wrong:
        print(f"ledger: wrong: {wrong}", flush=True)
        return False
    return True


def _correct(ledger, kind, first, typed, done):
    for subject, changed in done.get("corrections", []):
        if subject is typed:
            entry = ledger.correction(kind, first, changed)
            others = set(entry["body"]) - set(changed)
            # The members the findings opened are all named, changed or not.
            ledger.check(entry["body"], {name: typed[name] for name in others if name != "files"}, "what stayed")


def _renewed(ledger, done):
    """Takes the renewals out, which say the same again as what they renew."""
    found = [entry for entry in ledger.left if "renews" in entry["body"]]
    ledger.left = [entry for entry in ledger.left if entry not in found]
    wanted = done.get("renewals", [])
    need(len(found) == len(wanted), f"{len(found)} renewals stand in the ledger, {len(wanted)} were made")
    return found


def _compare(ledger, done):
    renewals = _renewed(ledger, done)
    # Corrections are of the same kind: what came first is looked for among the first entries of each resource.
    seen = set()
    later = []
    for entry in list(ledger.left):
        if entry["resource"] in seen:
            ledger.left.remove(entry)
            later.append(entry)
        seen.add(entry["resource"])

    parties, rights, authorisations = {}, {}, {}
    for typed in done.get("parties", []):
        parties[typed["name"]] = ledger.submission("party", typed, ["document", "number"])
    for typed in done.get("rights", []):
        first = ledger.submission("right", typed, ["name"])
        holders = [parties[typed["holder"]["name"]]["resource"]]
        need(first["body"]["holders"] == holders, f"right {typed['name']}: the holder")
        need(first["body"]["standing"] == "owner", f"right {typed['name']}: the standing")
        rights[typed["name"]] = first
    for renewal, (expired, typed) in zip(renewals, done.get("renewals", [])):
        what = f"the renewal of {typed['name']}"
        need(renewal["body"]["renews"] == rights[expired["name"]]["resource"], f"{what}: what it renews")
        need(renewal["body"]["holders"] == rights[expired["name"]]["body"]["holders"], f"{what}: the holder")
        ledger.check(renewal["body"], typed, what)
    for typed in done.get("authorisations", []):
        principal = parties[typed["principal"]["name"]]["resource"]
        what = f"the authorisation of {typed['principal']['name']}"
        first = ledger.take("authorisation", what, lambda entry, who=principal: entry["body"]["principal"] == who)
        ledger.check(first["body"], typed, what)
        need(first["body"]["agent"] == parties[clients.AGENT["name"]]["resource"], f"{what}: the agent")
        authorisations[typed["principal"]["name"]] = first
    for right, links in done.get("complaints", []):
        entry = ledger.take("complaint", f"the complaint about {right['name']}", lambda entry: True)
        body, holder = entry["body"], right["holder"]["name"]
        need(body["right"] == rights[right["name"]]["resource"], "the complaint's right")
        need(body["principal"] == parties[holder]["resource"], "the complaint's principal")
        need(body["authorisation"] == authorisations[holder]["resource"], "the complaint's authorisation")
        need(body["statement"] == clients.STATEMENT, "the complaint's statement")
        need([item["link"] for item in entry["items"]] == links, f"the links {entry['items']}")

    need(not ledger.left, f"nobody typed {[(entry['kind'], entry['resource']) for entry in ledger.left]}")
    ledger.left = later
    for typed in done.get("parties", []):
        _correct(ledger, "party", parties[typed["name"]], typed, done)
    for typed in done.get("rights", []):
        _correct(ledger, "right", rights[typed["name"]], typed, done)
