#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes in by every door and out again, as a person with a screen reader and a keyboard would.

A line a step, the last one `ways: N steps, N done`. DIR/ then holds a picture and an accessibility dump for each step.

usage: ways.py --build DIR [--out DIR] [--lang LANG]
"""

import argparse
import datetime
import os
import re
import socket
import subprocess
import sys
import time
import traceback
import types

sys.dont_write_bytecode = True

import samples  # noqa: E402
import wrong_servers  # noqa: E402
from driver import Lost  # noqa: E402
from platform_control import Platform, Refused  # noqa: E402
from steps import CHOICE, ENTRY, Steps  # noqa: E402
from tour import Tour  # noqa: E402

STEPS = [
    "refused_addresses",
    "scan_and_refuse",
    "scan_while_cut",
    "scan_and_approve",
    "see_sessions",
    "practise_with_other_rules",
    "switch_and_end_session",
    "sign_out",
    "sign_in_with_password",
    "fill_in_half",
    "lose_session_and_go_on",
    "remove_account",
]

PASSWORD = "Pfeffer & Zimt 731"
OTHER_PHONE = "13912345678"
OTHER_EMAIL = "other@example.cn"
PLACE = "Asia/Shanghai"


class Ways(Steps):
    """The steps; what a person types elsewhere comes from the tour's."""

    def __init__(self, tour):
        super().__init__(tour)
        self.secrets = []

    def heard(self, sentence):
        self.driver.reads(self.words(sentence))

    def is_switcher(self, node):
        return node.name.startswith(self.words("Account: %s, %s").split("%s")[0])

    def account_button(self):
        """The switcher at the top of the sidebar."""
        return self.driver.find(role="push button", having=self.is_switcher)

    def open_switcher(self):
        # A menu button is a button in a button; the inner one is what is pressed.
        self.driver.click(
            role="push button", having=lambda node: self.is_switcher(node) and self.is_switcher(node.parent)
        )

    def from_switcher(self, name):
        self.open_switcher()
        self.driver.click(role="push button", having=lambda node: node.name.startswith(name))

    def bind(self, address):
        self.page("Bind Your E-Mail")
        self.type("E-mail address", address)
        self.driver.click(self.words("The address is right, and I will keep it"), role="check box")
        before = self.newest_code("email")
        self.next(label="Send Code")
        self.type_code(self.code(before))
        self.wizard_closed()

    def newest_code(self, channel):
        codes = [message["code"] for message in self.tour.practice().messages() if message["channel"] == channel]
        return codes[-1] if codes else None

    # Addresses where there is no door

    def refused(self, address, title):
        """What stands in the way is said, the address stays, and nothing is there to go on all the same."""
        field = self.driver.find(self.words("Address of the platform"), role=ENTRY)
        self.driver.set_text(field, address)
        self.press("Connect")
        self.heard(title)
        self.tour.expect(field.text == address, "the address as it was typed")
        buttons = {node.name for node in self.driver.window.walk() if node.role == "push button" and node.sensitive}
        self.tour.expect(len(buttons) == 3, f"Back, Connect and Close alone, not {buttons}")

    def refused_addresses(self):
        self.welcome()
        title = self.words("Connect to a Platform…")
        self.driver.click(role="list item", having=lambda node: node.name.startswith(title))
        self.heard("Where Is the Platform?")
        self.refused("http://platform.example", "This isn’t an address Signet can use")
        with wrong_servers.serve() as (address, _):
            self.refused(address, "No platform answers there")
        # A certificate for another name takes an authority this computer trusts: that one is in the suite net.
        folder = self.tour.folder
        for name, certificate, title in (
            ("self-signed", wrong_servers.self_signed(folder), "The server vouches only for itself"),
            ("expired", wrong_servers.by_stranger(folder, -9, -1), "The platform’s certificate has run out"),
            ("not-yet", wrong_servers.by_stranger(folder, 1, 9), "The platform’s certificate isn’t valid yet"),
            ("issuer", wrong_servers.by_stranger(folder, -9, 9), "Nobody this computer trusts vouches for the platform"),
        ):
            with wrong_servers.serve(certificate) as (address, asked):
                self.refused(address, title)
                self.tour.expect(not asked, f"nothing was asked of the server ({name})")
            self.tour.keep("no-platform-" + name)
        self.driver.click(self.words("Back"), role="push button")

    # The QR code

    def user_code(self, after=None):
        """The code to compare: it stands under the picture and on the phone."""

        def look():
            words = [word for word in self.driver.window.words() if len(word) == 9 and word[4] == "-"]
            return words[0] if len(words) > 1 and set(words) == {words[0]} and words[0] != after else None

        return self.driver.wait("the code in words, twice", look)

    def decode(self, name):
        """What another program reads from the picture of the screen: of QR codes alone, since it takes text for bars."""
        self.tour.keep(name)
        read = subprocess.run(
            ["zbarimg", "--nodbus", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable",
             os.path.join(self.tour.folder, name + ".png")],
            stdout=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
        return read.stdout.strip()

    def phone_tells(self, user_code):
        """What the phone shows of who asks is what was sent to the platform, and that is this computer."""
        sent = self.tour.practice().control("GET", f"/device/{user_code}")
        moment = datetime.datetime.fromisoformat(sent["device_time"])
        self.tour.expect(sent["device_name"] == socket.gethostname(), f"this computer, not {sent['device_name']!r}")
        self.tour.expect(sent["device_place"] == PLACE, f"{PLACE}, not {sent['device_place']!r}")
        self.tour.expect(moment.utcoffset() == datetime.timedelta(hours=8), f"Shanghai's time in {sent['device_time']}")
        late = abs(datetime.datetime.now(datetime.timezone.utc) - moment)
        self.tour.expect(late < datetime.timedelta(minutes=2), f"the present, not {moment}")
        shown = self.words("Device: %s\nPlace: %s\nTime: %s") % (sent["device_name"], PLACE, f"{moment:%H:%M}")
        text = self.driver.reads(shown)
        self.tour.expect(text == shown, f"that and no more, not {text!r}")

    def phone_doubts(self, user_code):
        """The platform's clock is far ahead of this computer's by now, and the phone says so."""
        sent = self.tour.practice().control("GET", f"/device/{user_code}")
        moment = datetime.datetime.fromisoformat(sent["device_time"])
        asked = datetime.datetime.fromisoformat(sent["requested_at"].replace("Z", "+00:00")).astimezone(moment.tzinfo)
        shown = self.words("Device: %s\nPlace: %s\nTime: %s") % (sent["device_name"], PLACE, f"{moment:%H:%M}")
        before, after = self.words("By the platform’s clock it was %s. Unless this is your own device, refuse it.").split("%s")
        text = self.driver.reads(f"{shown}\n{before}")
        self.tour.expect(text.endswith(f"{asked:%H:%M}{after}"), f"when the platform was asked, in {text!r}")

    def scan_and_refuse(self):
        self.welcome()
        self.start_practice()
        self.heard("Scan with the Platform’s App")
        self.refused_code = self.user_code()
        uri = self.decode("qr-code")
        self.tour.expect(self.refused_code in uri, f"{self.refused_code} in the QR code, which says {uri!r}")
        self.tour.expect(uri.startswith(self.tour.practice().address + "/"), f"the platform's address in {uri!r}")
        self.phone_tells(self.refused_code)
        self.press("Refuse")
        self.heard("You refused it on the phone")
        self.tour.expect(self.decode("qr-code-refused") == "", "no QR code once it is refused")

    def scan_while_cut(self):
        """The network is lost and comes back, and then the code is too old; the third one is the last."""
        self.press("New Code")
        code = self.user_code(after=self.refused_code)
        self.tour.expect(code in self.decode("qr-code-again"), f"{code} in the second QR code")
        lost = self.words("The platform can’t be reached. Signet keeps trying; the code stays good.")
        self.tour.practice().faults([{"path": "/oauth/token", "do": "reset", "phase": "before"}])
        self.driver.find(lost, role="label")
        self.tour.practice().faults([])
        self.driver.gone(lost, role="label")
        self.tour.practice().control("POST", "/clock", {"advance": 400})
        self.heard("This code is too old")
        self.press("New Code")
        self.phone_doubts(self.user_code(after=code))
        self.tour.keep("qr-code-other-clock")
        self.tour.expect(self.driver.window.find(self.words("New Code"), role="push button") is None, "no fourth code")

    def scan_and_approve(self):
        self.press("Scan and Approve")
        self.bind(samples.EMAIL)
        self.account_button()

    # The account

    def see_sessions(self):
        self.from_switcher(self.words("Account and Sessions"))
        for text in (samples.PHONE, samples.EMAIL, self.words("Kept in your keyring"), self.words("This computer")):
            self.driver.reads(text)
        self.keep_secrets(1)

    def keep_secrets(self, count):
        """What lies in the keyring: the number of secrets is what it must be, and each is remembered."""

        def look():
            found = self.tour.session.run("secret-tool", "search", "--all", "application", "io.github.signetdesk.Signet")
            secrets = [row.split("= ", 1)[1] for row in found.decode().splitlines() if row.startswith("secret = ")]
            self.secrets += [secret for secret in secrets if secret not in self.secrets]
            return len(secrets) == count

        self.driver.wait(f"{count} secrets in the keyring", look)

    def practise_with_other_rules(self):
        """A second account, on a platform that knows no QR codes; the first code typed is a wrong one."""
        self.from_switcher(self.words("Add an Account…"))
        self.heard("Add an Account")
        self.driver.find(self.words("Kuaishou"), role=CHOICE)
        self.driver.click(self.words("Douyin IPPRO"), role=CHOICE)
        self.press("Start")
        self.heard("Sign In by Text Message")
        offered = self.driver.window.find(self.words("Scan a QR Code…"), role="list item")
        self.tour.expect(offered is None, "no QR code where the platform has none")
        self.type("Mobile number", OTHER_PHONE)
        self.next(label="Send Code")
        code = self.code()
        self.type_code("000000" if code != "000000" else "111111")
        left = self.words.pattern("%d try is left", "%d tries are left")
        self.driver.wait("the tries left", lambda: self.reads_like(left))
        self.type_code(code)
        self.page("Bind Your E-Mail")
        self.type("E-mail address", OTHER_EMAIL)
        self.driver.click(self.words("The address is right, and I will keep it"), role="check box")
        self.next(label="Send Code")
        self.type_code(self.code(code))
        self.wizard_closed()
        self.driver.reads(OTHER_EMAIL)
        self.keep_secrets(2)
        self.open_switcher()
        for email, rules in ((samples.EMAIL, "kuaishou"), (OTHER_EMAIL, "ippro")):
            name = self.words.label(self.tour.practice(rules).get("/v1/platform")["name"])
            self.driver.find(role="push button", having=lambda node: node.name.startswith(email) and name in node.name)
        self.driver.keys("Escape")

    def reads_like(self, pattern):
        return any(re.fullmatch(pattern, word) for word in self.driver.window.words())

    def switch_and_end_session(self):
        """Back to the first account, where another device has signed in; and a password is set."""
        platform = self.tour.practice()
        platform.sign_in(samples.PHONE)
        self.from_switcher(samples.EMAIL)
        self.driver.wait("the other account", lambda: samples.EMAIL in self.account_button().name)
        self.from_switcher(self.words("Account and Sessions"))
        self.driver.reads("tour")
        self.press("Set a Password…")
        field = self.driver.find(self.words("New password"), role=ENTRY)
        self.driver.set_text(field, "12345", again=False)
        self.press("Set")
        self.heard("This password is too short")
        self.driver.set_text(field, PASSWORD, again=False)
        self.press("Set")
        self.heard("The new password is set")
        self.press("End")
        self.heard("That device is signed out")
        try:
            platform.get("/v1/account")
        except Refused as refused:
            self.tour.expect(refused.status == 401, f"401 and not {refused.status}")
        else:
            raise Lost("the other device is still signed in")

    def sign_out(self):
        self.press("Sign Out…")
        self.heard("Sign Out?")
        self.driver.click(self.words("Sign Out"), role="push button")
        self.heard("You are signed out")
        self.keep_secrets(1)
        self.nothing_kept()

    def nothing_kept(self):
        """No secret that was ever in the keyring, no password and no code lies in a file of ours."""
        needles = [secret.encode() for secret in self.secrets] + [PASSWORD.encode()]
        for folder, _, files in os.walk(self.tour.session.home):
            # The keyring is where they belong; what the practice platform remembers is the other side's.
            if "keyrings" in folder.split(os.sep) or "practice" in folder.split(os.sep):
                continue
            for name in files:
                with open(os.path.join(folder, name), "rb") as file:
                    data = file.read()
                for needle in needles:
                    self.tour.expect(needle not in data, f"no secret in {os.path.join(folder, name)}")
        with open(os.path.join(self.tour.folder, "signet.log"), "rb") as file:
            log = file.read()
        for needle in [*needles, samples.PHONE.encode(), samples.EMAIL.encode()]:
            self.tour.expect(needle not in log, "neither secrets nor persons in the log")

    def sign_in_with_password(self):
        self.press("Sign In Again…")
        self.heard("Scan with the Platform’s App")
        self.use_way("Sign In with a Password…", "Sign In with a Password")
        login = self.driver.find(self.words("Mobile number or e-mail"), role=ENTRY)
        self.tour.expect(login.text == samples.EMAIL, "the account's own e-mail is there already")
        self.driver.set_text(self.driver.find(self.words("Password"), role=ENTRY), "something else", again=False)
        self.press("Sign In")
        self.heard("This isn’t the right password")
        # Another way and back, and the password is still there to be mended.
        self.use_way("Sign In by Text Message…", "Sign In by Text Message")
        self.use_way("Sign In with a Password…", "Sign In with a Password")
        self.driver.set_text(self.driver.find(self.words("Password"), role=ENTRY), PASSWORD, again=False)
        self.press("Sign In")
        self.wizard_closed()
        self.keep_secrets(2)
        self.nothing_kept()

    # The session ends in the middle of a complaint

    def fill_in_half(self):
        steps = "identity papers submit_identity trademark certificate submit_right links reason evidence"
        for step in steps.split():
            getattr(self, step)()
        self.next("Statement")
        self.type("Statement", samples.STATEMENT)

    def lose_session_and_go_on(self):
        platform = self.tour.practice()
        platform.sign_in(samples.PHONE)
        for session in platform.get("/v1/account/sessions")["items"]:
            if not session["current"]:
                platform.delete(f"/v1/account/sessions/{session['id']}")
        self.heard("You are signed out")
        before = len(self.driver.windows)
        self.press("Sign In Again…")
        self.driver.wait("the door", lambda: len(self.driver.windows) == before + 1)
        self.heard("Scan with the Platform’s App")
        self.press("Scan and Approve")
        self.driver.wait("the wizard", lambda: len(self.driver.windows) == before)
        self.driver.gone(self.words("You are signed out"), role="label")
        for question in self.put:
            self.driver.wait(f"what was put on {self.at!r}", question)
        self.self_check()
        self.next("Review and File")
        self.stands(self.tour.owner)


    def remove_account(self):
        """What goes is said; the account, its rows and its secret are gone, the other one stays."""
        self.driver.keys("ctrl+w")
        self.wizard_closed()
        self.from_switcher(self.words("Remove This Account…"))
        self.heard("What the platform has stays there.")
        self.driver.click(self.words("Remove"), role="push button")
        self.driver.wait("the other account", lambda: OTHER_EMAIL in self.account_button().name)
        self.keep_secrets(1)
        self.nothing_kept()
        # The write-ahead log goes with the program's end.
        self.driver.keys("ctrl+q")
        self.tour.program.wait(20)
        needles = [samples.EMAIL, samples.CREDIT_CODE, samples.STATEMENT, self.tour.owner]
        for folder, _, files in os.walk(self.tour.data_folder):
            for name in files:
                with open(os.path.join(folder, name), "rb") as file:
                    data = file.read()
                for needle in needles:
                    self.tour.expect(needle.encode() not in data, f"nothing of {needle} in {name}")


class WaysTour(Tour):
    """The same empty machine as the tour's, with other steps on it."""

    def __init__(self, arguments):
        super().__init__(arguments)
        self.platform = self.practice()
        self.session.environment["TZ"] = PLACE

    def practice(self, rules="kuaishou"):
        return Platform(os.path.join(self.data_folder, "practice", rules))

    @staticmethod
    def expect(true, what):
        if not true:
            raise Lost(f"expected: {what}")

    def run(self):
        steps = Ways(self)
        done = 0
        begun = time.monotonic()
        self.start()
        for number, name in enumerate(STEPS, 1):
            start = time.monotonic()
            try:
                getattr(steps, name)()
                self.keep(f"{number:02}-{name}")
            except Exception as error:  # whatever it is, the screen at that moment is what helps
                if not isinstance(error, Lost):
                    traceback.print_exc()
                print(f"{name}: lost: {error}", flush=True)
                self.keep(f"{number:02}-{name}-lost")
                break
            done += 1
            print(f"{name}: {time.monotonic() - start:.1f} s", flush=True)
        print(f"all in {time.monotonic() - begun:.0f} s", flush=True)
        print(f"ways: {len(STEPS)} steps, {done} done", flush=True)
        return 0 if done == len(STEPS) else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", required=True)
    parser.add_argument("--out")
    parser.add_argument("--lang", default="en_US.UTF-8")
    arguments = parser.parse_args()
    papers = dict.fromkeys(("cert", "links", "owner", "number"))
    tour = WaysTour(types.SimpleNamespace(**vars(arguments), **papers))
    try:
        return tour.run()
    finally:
        tour.close()


if __name__ == "__main__":
    sys.exit(main())
