# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice platform from outside: its control calls, and what it answers to another client of the same account.

Found through the practice.json in the program's data folder and nothing else.
"""

import base64
import glob
import hashlib
import json
import os
import secrets
import urllib.error
import urllib.parse
import urllib.request
import uuid


class Refused(Exception):
    def __init__(self, status, body):
        super().__init__(f"{status}: {body}")
        self.status, self.body = status, body


class Platform:
    def __init__(self, data_folder):
        self.data_folder = data_folder
        self.token = None

    @property
    def _ready(self):
        found = glob.glob(os.path.join(self.data_folder, "**", "practice.json"), recursive=True)
        if len(found) != 1:
            raise FileNotFoundError(f"{len(found)} practice.json in {self.data_folder}")
        with open(found[0], encoding="utf-8") as file:
            return json.load(file)

    @property
    def running(self):
        try:
            self.get("/v1/platform")
            return True
        except (OSError, ValueError):
            return False

    def _ask(self, method, path, body=None, headers=None, form=None):
        address = self._ready["address"] if path.startswith("/") else ""
        data = None
        headers = dict(headers or {})
        if form is not None:
            data = urllib.parse.urlencode(form).encode()
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        elif body is not None:
            data = json.dumps(body).encode()
            headers.setdefault("Content-Type", "application/json")
        request = urllib.request.Request(address + path, data=data, method=method, headers=headers)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=10) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            raise Refused(error.code, error.read().decode("utf-8", errors="replace")) from None

    def control(self, method, path, body=None):
        headers = {"Authorization": f"Practice {self._ready['control_key']}"}
        answer = self._ask(method, f"/practice/v1{path}", body, headers)
        return json.loads(answer) if answer.strip() else None

    def get(self, path, raw=False):
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        answer = self._ask("GET", path, headers=headers)
        return answer if raw else json.loads(answer)

    def patch(self, path, changes):
        """Whatever is there now is changed; gives the key this goes by in the ledger."""
        key = str(uuid.uuid4())
        headers = {"Authorization": f"Bearer {self.token}", "If-Match": "*", "Idempotency-Key": f'"{key}"'}
        self._ask("PATCH", path, changes, {**headers, "Content-Type": "application/merge-patch+json"})
        return key

    def delete(self, path):
        self._ask("DELETE", path, headers={"Authorization": f"Bearer {self.token}"})

    @property
    def address(self):
        return self._ready["address"]

    # Control

    def messages(self, after=0):
        return self.control("GET", f"/messages?after={after}")["messages"]

    def ledger(self):
        return self.control("GET", "/ledger")

    def faults(self, faults):
        self.control("PUT", "/faults", faults)

    def decide(self, certification, status, findings=()):
        """From the reviewer's chair."""
        self.control("POST", f"/certifications/{certification}/decisions", {"status": status, "findings": list(findings)})

    # Another client of the same account

    def sign_in(self, phone):
        verifier = base64.urlsafe_b64encode(secrets.token_bytes(32)).rstrip(b"=").decode()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        metadata = json.loads(self._ask("GET", "/.well-known/oauth-authorization-server"))
        ask = {
            "client_id": "signet",
            "response_type": "code",
            "code_challenge": challenge,
            "code_challenge_method": "S256",
            "method": "sms",
            "phone": phone,
            "device_name": "tour",
        }
        before = max((message["n"] for message in self.messages()), default=0)
        try:
            self._ask("POST", metadata["authorization_challenge_endpoint"], form=ask)
            raise Refused(200, "a code came without a proof")
        except Refused as refused:
            if refused.status != 400:
                raise
            session = json.loads(refused.body)["auth_session"]
        otp = next(message["code"] for message in self.messages(before) if message["channel"] == "sms")
        answer = self._ask(
            "POST",
            metadata["authorization_challenge_endpoint"],
            form={**ask, "auth_session": session, "otp": otp},
        )
        code = json.loads(answer)["authorization_code"]
        answer = self._ask(
            "POST",
            metadata["token_endpoint"],
            form={"grant_type": "authorization_code", "code": code, "code_verifier": verifier, "client_id": "signet"},
        )
        self.token = json.loads(answer)["access_token"]
