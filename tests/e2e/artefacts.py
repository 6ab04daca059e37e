# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a tour leaves behind, so that anybody can check it with public tools (check-artefacts.sh does)."""

import json
import os
import sqlite3


def _write(folder, name, data):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)


def _pretty(value):
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def copy_database(source, target):
    """A consistent copy of a database somebody else may have open, its write-ahead log included."""
    if os.path.exists(target):
        os.unlink(target)
    there = sqlite3.connect(f"file:{source}?mode=ro", uri=True, timeout=10)
    here = sqlite3.connect(target)
    with here:
        there.backup(here)
    here.close()
    there.close()


def collect(folder, data_folder, platform, phone):
    """ledger.json, jwks.json, desk.sqlite, request.json, receipt.jws, complaint.json."""
    _write(folder, "ledger.json", _pretty(platform.ledger()))
    _write(folder, "jwks.json", platform.get("/.well-known/jwks.json", raw=True))

    desk = os.path.join(folder, "desk.sqlite")
    copy_database(os.path.join(data_folder, "desk.sqlite"), desk)
    database = sqlite3.connect(desk)
    try:
        body, jws, remote_id = database.execute(
            "SELECT coalesce (o.body, c.sent_body), r.jws, c.remote_id FROM complaints c"
            " JOIN receipts r ON r.subject = c.id AND r.kind = 'complaint' JOIN outbox o ON o.id = r.outbox"
            " ORDER BY c.row DESC LIMIT 1"
        ).fetchone()
    finally:
        database.close()
    _write(folder, "request.json", body)
    _write(folder, "receipt.jws", jws.strip().encode())  # jose refuses a newline at its end

    # The platform is asked as another client of the same account would ask it.
    platform.sign_in(phone)
    complaint = platform.get(f"/v1/complaints/{remote_id}")
    complaint["right"] = platform.get(f"/v1/rights/{complaint['right']}")
    complaint["principal"] = platform.get(f"/v1/parties/{complaint['principal']}")
    complaint["items"] = platform.get(f"/v1/complaints/{remote_id}/items")["items"]
    _write(folder, "complaint.json", _pretty(complaint))
