#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-artefacts.sh accepts what is right and finds each thing that is wrong. Speaks TAP.

The artefacts are made here with jose and sqlite3: nothing of Signet signs, hashes or stores them.

usage: test-check-artefacts.py PROBE-LINKS
"""

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

import samples  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
TARGETS = [
    "https://app.kwaixiaodian.com/merchant/shop/detail?id=22087551023",
    "https://app.kwaixiaodian.com/page/kwaishop-buyer-goods/detail?id=22087551024",
    "https://app.kwaixiaodian.com/practice-gone/detail?id=22087551025",
]


def sha(data):
    return hashlib.sha256(data).hexdigest()


def jose(*arguments, data=None):
    return subprocess.run(["jose", *arguments], input=data, stdout=subprocess.PIPE, check=True).stdout


class Artefacts:
    """What a good tour leaves; a test spoils one thing before it is written."""

    def __init__(self, folder):
        self.folder = folder
        self.certificate = samples.certificate(samples.OWNER, samples.NUMBER)
        self.key = json.loads(jose("jwk", "gen", "-i", '{"alg": "ES256"}'))
        self.key["kid"] = "one"
        self.bodies = {"party": b'{"name": "x"}', "complaint": json.dumps({"items": [], "statement": "\u5370"}).encode()}
        self.request = self.bodies["complaint"]
        self.complaint = {"principal": {"name": samples.OWNER}, "right": {"owner": samples.OWNER}}
        self.entries = [
            {"idempotency_key": f"key-{kind}", "kind": kind, "request_digest": sha(body), "body": json.loads(body),
             "items": [{"kind": "goods", "link": link} for link in TARGETS] if kind == "complaint" else []}
            for kind, body in self.bodies.items()
        ]  # fmt: skip
        self.payloads = {
            kind: {"request_digest": sha(body), "files": [{"sha256": sha(self.certificate)}]}
            for kind, body in self.bodies.items()
        }
        self.receipts = ["key-party", "key-complaint"]

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, data):
        with open(self.path(name), "wb") as file:
            file.write(data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode())

    def sign(self, payload):
        self.write("key", self.key)
        data = json.dumps(payload).encode()
        protected = '{"protected": {"kid": "one", "alg": "ES256"}}'
        return jose("jws", "sig", "-I-", "-k", self.path("key"), "-s", protected, "-c", data=data).strip()

    def lay_out(self):
        public = {name: self.key[name] for name in ("kty", "crv", "x", "y", "kid", "alg")}
        jws = {f"key-{kind}": self.sign(payload) for kind, payload in self.payloads.items()}
        self.write("cert.pdf", self.certificate)
        self.write("links.txt", samples.LINKS.encode())
        self.write("jwks.json", {"keys": [public]})
        self.write("receipt.jws", jws["key-complaint"])
        self.write("request.json", self.request)
        self.write("complaint.json", self.complaint)
        self.write("ledger.json", {"entries": self.entries})
        database = sqlite3.connect(self.path("desk.sqlite"))
        database.executescript(
            "CREATE TABLE accounts (rules TEXT); INSERT INTO accounts VALUES ('kuaishou');"
            "CREATE TABLE outbox (id TEXT, idempotency_key TEXT); CREATE TABLE receipts (outbox TEXT, jws TEXT);"
        )
        for key in self.receipts:
            database.execute("INSERT INTO outbox VALUES (?, ?)", (key, key))
            database.execute("INSERT INTO receipts VALUES (?, ?)", (key, jws[key].decode()))
        database.commit()
        database.close()


def another_key(made):
    made.lay_out()
    made.key = Artefacts(made.folder).key
    made.write("jwks.json", {"keys": [{name: made.key[name] for name in ("kty", "crv", "x", "y")}]})


def cut_signature(made):
    made.lay_out()
    with open(made.path("receipt.jws"), "rb") as file:
        head, payload, signature = file.read().split(b".")
    made.write("receipt.jws", b".".join([head, payload, signature[:-8] + b"AAAAAAAA"]))


def spoil(change):
    def changed(made):
        change(made)
        made.lay_out()

    return changed


SPOILT = {
    "a key that signed nothing": (another_key, "signature"),
    "a changed signature": (cut_signature, "signature"),
    "another request": (spoil(lambda made: setattr(made, "request", made.request + b" ")), "digest of request.json"),
    "another certificate": (spoil(lambda made: setattr(made, "certificate", b"%PDF-")), "digest of"),
    "another owner of the right": (spoil(lambda made: made.complaint["right"].update(owner="x")), "owner"),
    "another party": (spoil(lambda made: made.complaint["principal"].update(name="x")), "owner"),
    "a target left out": (spoil(lambda made: made.entries[1]["items"].pop()), "targets"),
    "a target twice": (spoil(lambda made: made.entries[1]["items"].append(made.entries[1]["items"][0])), "targets"),
    "a target too many": (spoil(lambda made: made.entries[1]["items"].append({"link": "https://a"})), "targets"),
    "a second complaint": (
        spoil(lambda made: made.entries.append({**made.entries[1], "items": [], "idempotency_key": "key-3"})),
        "number of complaints",
    ),
    "a key filed twice": (spoil(lambda made: made.entries.append(dict(made.entries[0]))), "twice"),
    "another body in the ledger": (spoil(lambda made: made.entries[1].update(body={})), "body"),
    "a receipt that is missing": (spoil(lambda made: made.receipts.remove("key-party")), "no receipt"),
    "a receipt for another request": (
        spoil(lambda made: made.payloads["party"].update(request_digest="0" * 64)),
        "digest for key-party",
    ),
}


def checked(prepare, probe):
    with tempfile.TemporaryDirectory(prefix="signet-artefacts-") as folder:
        made = Artefacts(folder)
        prepare(made)
        return subprocess.run(
            [os.path.join(HERE, "check-artefacts.sh"), folder, made.path("cert.pdf"), made.path("links.txt"),
             samples.OWNER, probe],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        )  # fmt: skip


def main():
    probe = sys.argv[1]
    failed = 0
    cases = {"the artefacts of a good tour": (Artefacts.lay_out, None), **SPOILT}
    for number, (name, (prepare, expected)) in enumerate(cases.items(), 1):
        done = checked(prepare, probe)
        if expected is None:
            fine = done.returncode == 0
        else:
            wrong = [row for row in done.stdout.splitlines() if row.startswith("wrong: ")]
            fine = done.returncode == 1 and len(wrong) == 1 and expected in wrong[0]
        failed += not fine
        print(f"{'ok' if fine else 'not ok'} {number} - {name} is {'found' if expected else 'accepted'}", flush=True)
        if not fine:
            print("".join(f"# {row}\n" for row in done.stdout.splitlines()), end="")
    print(f"1..{len(cases)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
