#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An agent's work for three owners, as a person with a screen reader and a keyboard does it.

Everybody is certified, every kind of right, what the owners signed; the reviewer asks for what was forgotten and
mistyped, and it is mended; a complaint is filed under an authorisation, another one can't be; what has expired is renewed.
Afterwards the ledger of the platform is held against what was typed.

A line a step, the last one `agency: N steps, N done`. DIR/ then holds a picture and an accessibility dump for each step.

usage: agency.py --build DIR [--out DIR] [--lang LANG] [--rules kuaishou|ippro] [--dark] [--narrow] [--record]
--narrow: a second picture of each step, in a window of 360 px
--record: the practice platform stands behind the forwarder, and prism looks at everything that was said
"""

import argparse
import contextlib
import os
import subprocess
import sys
import time
import traceback
import types

sys.dont_write_bytecode = True

import clients  # noqa: E402
import samples  # noqa: E402
from clients_ledger import compare  # noqa: E402
from driver import Lost  # noqa: E402
from platform_control import Platform  # noqa: E402
from renewals import Renewals  # noqa: E402
from steps import CHOICE, ENTRY  # noqa: E402
from tour import Tour  # noqa: E402

CAPACITIES = {
    ("agent", True): "You, an agent",
    ("principal", False): "An owner you act for",
}

# What the fields of a party are called.
COUNTRIES = {"DE": {"en": "Germany", "zh": "德国"}}
PARTY_FIELDS = [
    ("other_name", "Other name on certificates"),
    ("legal_representative", "Legal representative"),
]
CONTACT_FIELDS = [
    ("name", "Contact person", "Private contact person"),
    ("email", "E-mail", "Private e-mail"),
    ("phone", "Mobile number", "Private mobile number"),
    ("address", "Address", None),
]

# What the fields of a right are called: as the kind has it, or as all have it. Lists and words are chosen otherwise.
RIGHT_FIELDS = {
    "number": {
        "design": "Patent number",
        "utility_model": "Patent number",
        "work": "Registration number (if there is one)",
        "software": "Certificate number",
        "": "Registration number",
    },
    "second_number": {"": "Registration number (year, SR, digits)"},
    "name": {
        "trademark": "Name of the mark",
        "design": "Title of the design",
        "utility_model": "Title of the utility model",
        "work": "Title of the work",
        "software": "Name of the software",
        "original_image": "What you call the image",
    },
    "version": {"": "Version"},
    "owner": {
        "trademark": "Owner",
        "design": "Patentee",
        "utility_model": "Patentee",
        "": "Copyright owner",
    },
    "author": {"original_image": "Photographer", "": "Author"},
    "shot_on": {"": "Taken on"},
    "completed_on": {"": "Completed on"},
    "published_on": {"": "First published on (if at all)"},
    "filed_on": {"": "Filed on"},
    "granted_on": {"": "Granted on"},
    "annuity_paid_until": {"": "Annuity paid until"},
    "registered_on": {"": "Registered on"},
    "valid_until": {"": "Valid until"},
}
RIGHT_WORDS = {
    "work_kind": ("Kind of work", {"art": "Fine art"}),
    "author_kind": ("The author is", {"person": "A person", "organisation": "An organisation"}),
}
RIGHT_PAGES = {
    "trademark": "Trademark Details",
    "design": "Patent Details",
    "utility_model": "Patent Details",
    "work": "Work Details",
    "software": "Software Details",
    "original_image": "Image Details",
}


class Agency(Renewals):
    """The steps."""

    def __init__(self, tour):
        super().__init__(tour)
        self.rules = tour.arguments.rules

    @property
    def steps(self):
        """In the order of the rule set: it looks at everything at once, or with the first complaint."""
        first_corrections = ["correct_identity", "correct_right"]
        return [
            "begin",
            "certify_agent",
            "certify_foreign",
            "certify_hong_kong",
            "certify_person",
            "add_trademark",
            "add_design",
            "add_utility_model",
            "add_software",
            "add_work",
            *(["add_image"] if self.rules == "ippro" else []),
            "authorise_foreign",
            "authorise_hong_kong",
            "authorise_person",
            "see_one_principal",
            *(first_corrections if self.rules == "ippro" else []),
            "file_too_early",
            "file",
            *(first_corrections if self.rules == "kuaishou" else []),
            "upheld",
            "approved",
            "overtaken",
            "renewed",
        ]

    @property
    def typed(self):
        """What must stand in the ledger in the end."""
        rights = [clients.TRADEMARK, clients.DESIGN, clients.UTILITY_MODEL, clients.SOFTWARE, clients.WORK]
        return {
            "parties": [clients.AGENT, clients.FOREIGN, clients.HONG_KONG, clients.PERSON],
            "rights": rights + ([clients.IMAGE] if self.rules == "ippro" else []),
            "authorisations": [clients.AUTHORISED, clients.AUTHORISED_LATER, clients.AUTHORISED_PERSON],
            "complaints": [(clients.TRADEMARK, clients.LINKS[self.rules])],
            "corrections": [
                (clients.FOREIGN, clients.FOREIGN_AFTER),
                (clients.TRADEMARK, clients.TRADEMARK_AFTER),
                (clients.DESIGN, clients.DESIGN_AFTER),
            ],
            "renewals": [(clients.TRADEMARK, clients.TRADEMARK_RENEWED)],
            "elsewhere": self.tour.elsewhere,
        }

    # A person's hands

    def path(self, name):
        return os.path.join(self.tour.folder, "papers", name)

    def pick(self, title, choice):
        """One of a list that opens, by its name, in the row with this title."""
        name = self.words(title)
        # A group may be called as its row is.
        self.driver.point(self.driver.wait(name, lambda: self.driver.window.all(name=name, role="label"))[-1])

        search = self.driver.window.find(self.words("Search…"), role=ENTRY)
        if search:
            self.driver.set_text(search, choice)

        # The keys go from the search to the list, or to its first entry from the one that is chosen.
        self.take_from_list(choice, "Tab" if search else "Home")

    def take_from_list(self, choice, key):
        """In the list that has popped up, into which this key leads."""

        def position():
            label = self.driver.window.find(choice, role="label", having=lambda node: self.item_of(node) is not None)
            item = self.item_of(label) if label else None
            if item is None:
                return None
            labels = [one.find(role="label") for one in item.parent.children if one.visible]
            return [one.name for one in labels if one].index(choice) + 1

        down = self.driver.wait(f"{choice} to choose", position) - 1
        self.driver.keys(key, *["Down"] * down, "Return", focus=False)

    def add(self, what):
        """By the menu of the identity page."""
        name = self.words("Add")
        self.driver.click(
            role="push button", having=lambda node: node.name == name and node.parent.name == name
        )
        self.driver.click(self.words(what), role="menu item")

    @staticmethod
    def item_of(node):
        """The entry of a list that holds it: in the lists that pop up they have no name."""
        while node is not None and node.role != "list item":
            node = node.parent
        return node if node is not None and node.name == "" else None

    def heard(self, sentence):
        self.driver.reads(self.words(sentence))

    # The account

    def begin(self):
        self.welcome()
        if self.rules == "ippro":
            self.driver.click(self.words("Douyin IPPRO"))
        self.press("Start")
        self.home = self.words("Today")
        self.page("Sign In")
        if self.rules == "kuaishou":
            self.use_way("Sign In by Text Message…", "Sign In by Text Message")
        self.type("Mobile number", clients.PHONE)
        self.next(label="Send Code")
        code = self.code()
        self.type_code(code)
        self.page("Bind Your E-Mail")
        self.type("E-mail address", clients.EMAIL)
        self.driver.click(self.words("The address is right, and I will keep it"), role="check box")
        self.next(label="Send Code")
        self.type_code(self.code(code))
        self.wizard_closed()

    # Who they are

    def certify(self, party):
        self.go("Identity")
        if party is clients.AGENT:
            self.press("Certify Your Identity…")
        else:
            self.add("Add a _Principal…")
        self.page("Who Is Certified?")
        self.choose(self.words(CAPACITIES[party["role"], party["own"]]))
        self.choose(self.label_of("party_kinds", party["kind"]))
        self.next("Details")
        self.type_party(party)
        self.tour.keep_step("details")
        self.next("Papers")
        for slot, name in party["files"].items():
            self.choose_paper(self.paper_of("party_kinds", party["kind"], slot), self.path(name))
        self.next("Review")
        self.driver.reads(party["name"])
        self.tour.keep_step("review")
        self.press("Submit")
        self.wizard_closed()

    def type_party(self, party):
        self.type("Name" if party["kind"].endswith("_person") else "Name of the organisation", party["name"])
        for member, title in PARTY_FIELDS:
            if member in party:
                self.type(title, party[member])
        if "country" in party:
            self.pick("Country or region", COUNTRIES[party["country"]][self.words.language[:2]])
        document = party["document"]
        offered = self.rule("party_kinds", party["kind"])["documents"]
        known = next(one for one in offered if one["kind"] == document["kind"])
        self.type(self.words.label(known["label"]), document["number"])
        if "valid_until" in document:
            self.type("Valid until" if known["expires"] else "Valid until (if it has an end)", document["valid_until"])
        for member, shown, private in CONTACT_FIELDS:
            self.type(shown, party["contact"][member])
            if private and "private_contact" in party:
                self.type(private, party["private_contact"][member])

    def certify_agent(self):
        self.certify(clients.AGENT)

    def certify_foreign(self):
        self.certify(clients.FOREIGN)

    def certify_hong_kong(self):
        self.certify(clients.HONG_KONG)

    def certify_person(self):
        self.certify(clients.PERSON)

    # What is theirs

    def add_right(self, right):
        self.go("Rights")
        self.driver.click((self.words("Add a Right…"), self.words("Add a Right")), role="push button")
        self.page("Kind of Right")
        self.choose(self.label_of("right_kinds", right["kind"]))
        self.choose(right["holder"]["name"])
        self.choose(self.words("Owner of the right"))
        self.tour.keep_step("kind")
        self.next(RIGHT_PAGES[right["kind"]])
        self.type_right(right)
        self.tour.keep_step("details")
        self.next("Papers")
        for slot, name in right["files"].items():
            self.choose_paper(self.paper_of("right_kinds", right["kind"], slot), self.path(name))
        self.next("Review")
        self.driver.reads(right["name"])
        self.tour.keep_step("review")
        self.press("Submit")
        self.wizard_closed()

    def type_right(self, right):
        for member, titles in RIGHT_FIELDS.items():
            if member in right:
                self.type(titles.get(right["kind"], titles.get("")), right[member])
        for member, (title, words) in RIGHT_WORDS.items():
            if member in right:
                self.pick(title, self.words(words[right[member]]))
        for number, entry in enumerate(right.get("classes", [])):
            if number > 0:
                self.press("Add Class")
            self.type_at("Class", number, str(entry["class"]))
            self.type_at("Goods or services", number, entry["goods"])

    def type_at(self, field, position, text):
        """Into one of several fields with the same name."""
        name = self.words(field)

        def fields():
            found = self.driver.window.all(name=name, having=lambda node: node.role in ENTRY)
            return found[position : position + 1]

        self.driver.set_text(self.driver.wait(name, fields)[0], text)

    def add_trademark(self):
        self.add_right(clients.TRADEMARK)

    def add_design(self):
        self.add_right(clients.DESIGN)

    def add_utility_model(self):
        self.add_right(clients.UTILITY_MODEL)

    def add_software(self):
        self.add_right(clients.SOFTWARE)

    def add_work(self):
        self.add_right(clients.WORK)

    def add_image(self):
        self.add_right(clients.IMAGE)

    # What they signed

    def authorise(self, authorisation):
        principal = authorisation["principal"]["name"]
        self.go("Identity")
        self.add("Add an _Authorisation…")
        self.page("Who Authorises Whom?")
        self.pick("Principal", principal)
        self.type("Name of the person", authorisation["handler"]["name"])
        self.tour.keep_step("parties")
        self.next("What Is Authorised")
        self.type("Valid from", authorisation["valid_from"])
        self.type("Valid until", authorisation["valid_until"])
        self.tour.keep_step("scope")
        self.next("Form to Sign")
        self.write_form(principal, authorisation)
        self.next("Papers")
        papers = self.tour.platform.get("/v1/platform")["authorisations"]["papers"]
        for slot, name in authorisation["files"].items():
            label = next(paper["label"] for paper in papers if paper["slot"] == slot)
            self.choose_paper(self.words.label(label), self.path(name))
        self.next("Review")
        self.driver.reads(principal)
        self.tour.keep_step("review")
        self.press("Submit")
        self.wizard_closed()

    def write_form(self, principal, authorisation):
        """The program writes what is to be signed; another program reads it."""
        path = os.path.join(self.tour.folder, f"{self.tour.step}-form.pdf")
        before = len(self.driver.windows)
        self.driver.point(self.driver.find(self.words("Write the Form to Sign…"), role="label"))
        self.driver.wait("the file chooser", lambda: len(self.driver.windows) > before)
        name = self.driver.find(role=ENTRY, where=self.driver.windows[-1], having=lambda node: node.text.endswith(".pdf"))
        self.driver.set_text(name, path)
        self.driver.keys("Return")
        self.heard("The form is written")
        self.tour.keep_step("form")
        read = subprocess.run(["pdftotext", "-layout", path, "-"], stdout=subprocess.PIPE, text=True, check=True).stdout
        said = "".join(read.split())
        for text in (principal, clients.AGENT["name"], authorisation["handler"]["name"]):
            self.tour.expect("".join(text.split()) in said, f"{text} in the form")
        fonts = subprocess.run(["pdffonts", path], stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()[2:]
        self.tour.expect(fonts and all(row.split()[-5] == "yes" for row in fonts), "every font is in the form")

    def authorise_foreign(self):
        self.authorise(clients.AUTHORISED)

    def authorise_hong_kong(self):
        self.authorise(clients.AUTHORISED_LATER)

    def authorise_person(self):
        self.authorise(clients.AUTHORISED_PERSON)

    # One at a time

    def show_principal(self, name):
        switcher = self.words("Shown: %s").split("%s")[0]
        self.driver.click(
            role="push button",
            having=lambda node: node.name.startswith(switcher) and node.parent.name.startswith(switcher),
        )
        everybody = self.words("All Principals")
        if name == everybody:
            self.driver.click(everybody, role="push button", having=lambda node: not node.name.startswith(switcher))
        else:
            self.tour.keep_step("principals")
            self.take_from_list(name, "Tab")
        self.driver.find(self.words("Shown: %s") % name, role="push button")

    def shown_names(self, page, class_name, wanted, unwanted):
        self.go(page)
        for name in wanted:
            self.driver.find(name, role="label", where=self.driver.find(class_name))
        shown = self.driver.find(class_name).words()
        for name in unwanted:
            self.tour.expect(name not in shown, f"no {name} on the page {page}")

    def see_one_principal(self):
        """Every page shows the things of one owner alone, and then everybody's again."""
        theirs = [clients.UTILITY_MODEL["name"], clients.SOFTWARE["name"]]
        others = [right["name"] for right in (clients.TRADEMARK, clients.DESIGN, clients.WORK)]
        self.go("Rights")
        self.show_principal(clients.HONG_KONG["name"])
        self.shown_names("Rights", "SignetRightsPage", theirs, others)
        self.tour.keep_step("rights")
        names = [clients.FOREIGN["name"], clients.PERSON["name"]]
        self.shown_names("Identity", "SignetIdentityPage", [clients.HONG_KONG["name"]], names)
        self.tour.keep_step("identity")
        self.show_principal(self.words("All Principals"))
        self.shown_names("Identity", "SignetIdentityPage", [*names, clients.HONG_KONG["name"]], [])
        self.tour.keep_step("everybody")
        self.shown_names("Rights", "SignetRightsPage", theirs + others, [])

    # Complaints

    def begin_complaint(self, right):
        self.go("Complaints")
        self.press("New Complaint")
        self.page("Which Right Is Infringed")
        self.driver.click(role=CHOICE, having=lambda node: right["name"] in node.name)
        self.tour.keep_step("right")

    def complain(self, right):
        self.begin_complaint(right)
        self.driver.reads(right["holder"]["name"])
        self.next("What Infringes")
        self.driver.clip("\n".join(clients.LINKS[self.rules]))
        self.press("Paste from Clipboard")
        for link in clients.LINKS[self.rules]:
            self.driver.reads(link.split("://")[-1])
        self.next("Why It Infringes")
        offered = self.driver.find(self.words("Reasons"), role="list")
        self.choose(where=offered)
        self.next("Evidence")
        self.choose_file(self.words("Add Files…"), self.tour.picture)
        self.driver.reads("comparison.png")
        self.next("Statement")
        self.type("Statement", clients.STATEMENT)
        self.next("Self-Check")

    def file_too_early(self):
        """The authorisation begins in two months: it is said so, with the day, and there is no way on."""
        before = len(self.tour.platform.ledger()["entries"])
        self.begin_complaint(clients.UTILITY_MODEL)
        self.heard("The authorisation hasn’t begun yet")
        self.press("Next")
        time.sleep(1)
        self.page("Which Right Is Infringed")
        self.heard("The authorisation hasn’t begun yet")
        self.driver.keys("ctrl+w")
        self.wizard_closed()
        self.tour.expect(len(self.tour.platform.ledger()["entries"]) == before, "nothing new at the platform")

    def file(self):
        self.complain(clients.TRADEMARK)
        self.driver.reads(self.words("Self-check passed"))
        self.tour.keep_step("self-check")
        self.next("Review and File")
        self.driver.reads(clients.FOREIGN["name"])
        self.choose(self.words("What I state is true, and I answer for the harm if it is not."))
        self.tour.keep_step("review")
        super().file()

    def upheld(self):
        self.go("Complaints")
        table = self.driver.find(self.words("Complaints"), role=("tree table", "list"))
        self.driver.point(self.driver.find(clients.TRADEMARK["name"], where=table, role="label"))
        self.driver.reads(self.words("Removed"))
        self.driver.reads(self.words("Receipt verified"))


class AgencyTour(Tour):
    """The same empty machine as the tour's, with other papers and steps on it."""

    def __init__(self, arguments):
        super().__init__(arguments)
        self.platform = Platform(os.path.join(self.data_folder, "practice", arguments.rules))
        if arguments.dark:
            self.session.environment["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
        self.step = ""
        self.elsewhere = []  # keys of what another client of the account sent

    def quiet(self):
        """What GTK has to say about the program it says in the log: warnings are shown, worse is wrong."""
        with open(os.path.join(self.folder, "signet.log"), encoding="utf-8", errors="replace") as file:
            said = [row.strip() for row in file if "-CRITICAL **" in row or "Gtk-WARNING **" in row]
        for row in said[:5]:
            print(f"log: {row}", flush=True)
        return not any("-CRITICAL **" in row for row in said)

    def _papers(self):
        super()._papers()
        for name in clients.files():
            title = os.path.splitext(name)[0]
            data = samples.picture() if name.endswith(".png") else samples.paper(title, f"{title} · 文件样本")
            with open(os.path.join(self.folder, "papers", name), "wb") as file:
                file.write(data)

    @staticmethod
    def expect(true, what):
        if not true:
            raise Lost(f"expected: {what}")

    def keep_step(self, name):
        """In the middle of a step, too."""
        self.keep(f"{self.step}-{name}")

    def keep(self, name):
        super().keep(name)
        if not self.arguments.narrow:
            return
        window = self.driver.focus()
        shell = self.session.run("xdotool", "getwindowgeometry", "--shell", window).decode()
        size = dict(row.split("=") for row in shell.split() if "=" in row)
        self.session.run("xdotool", "windowsize", "--sync", window, "412", "780")
        time.sleep(0.4)
        self.driver.screenshot(os.path.join(self.folder, name + "-narrow.png"))
        self.session.run("xdotool", "windowsize", "--sync", window, size["WIDTH"], size["HEIGHT"])
        time.sleep(0.2)

    def run(self):
        steps = Agency(self)
        done = 0
        begun = time.monotonic()
        self.start()
        for number, name in enumerate(steps.steps, 1):
            start = time.monotonic()
            self.step = f"{number:02}-{name.replace('_', '-')}"
            try:
                getattr(steps, name)()
                self.keep(self.step)
            except Exception as error:  # whatever it is, the screen at that moment is what helps
                if not isinstance(error, Lost):
                    traceback.print_exc()
                print(f"{name}: lost: {error}", flush=True)
                super().keep(self.step + "-lost")
                break
            done += 1
            print(f"{name}: {time.monotonic() - start:.1f} s", flush=True)
        if done == len(steps.steps):
            done -= not compare(self, steps.typed)
            done -= not self.quiet()
        print(f"all in {time.monotonic() - begun:.0f} s", flush=True)
        print(f"agency: {len(steps.steps)} steps, {done} done", flush=True)
        return 0 if done == len(steps.steps) else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", required=True)
    parser.add_argument("--out")
    parser.add_argument("--lang", default="en_US.UTF-8")
    parser.add_argument("--rules", choices=["kuaishou", "ippro"], default="kuaishou")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--narrow", action="store_true")
    parser.add_argument("--record", action="store_true")
    arguments = parser.parse_args()
    papers = dict.fromkeys(("cert", "links", "owner", "number"))
    tour = AgencyTour(types.SimpleNamespace(**vars(arguments), **papers))
    record = os.path.join(tour.folder, "record")
    with tour.programs.recorded(record) if arguments.record else contextlib.nullcontext():
        try:
            status = tour.run()
        finally:
            tour.close()
    if status == 0 and arguments.record:
        status = tour.programs.validate(record)
    return status


if __name__ == "__main__":
    sys.exit(main())
