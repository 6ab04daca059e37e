# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, step by step, as a person does it.

Every word is looked up in the program's own catalogue, so the same steps go in every language. What was put on the page
that is open is kept in `put`, so that it can be read back after the program was killed.
"""

import re

import samples
from driver import Lost, single

STEPS = [
    "welcome",
    "start-practice",
    "sign-in-sms",
    "bind-email",
    "identity",
    "papers",
    "submit-identity",
    "trademark",
    "certificate",
    "submit-right",
    "links",
    "reason",
    "evidence",
    "statement",
    "self-check",
    "review",
    "file",
    "decided",
    "receipt",
]

CHOICE = ("radio button", "check box")
ENTRY = ("text", "entry", "password text")


class Steps:
    def __init__(self, tour):
        self.tour = tour
        self.driver = tour.driver
        self.words = tour.words
        self.home = self.words("Welcome to Signet")  # what the main window says when nothing is open
        self.at = None  # the title of the wizard's page that is open
        self.put = []  # questions whether what was typed and chosen on it stands there

    # A person's hands

    def type(self, field, text):
        """Fills a field, and keeps what was typed."""
        name = self.words(field)
        self.driver.set_text(self.driver.find(name, role=ENTRY), text)
        self.put.append(lambda: self.driver.find(name, role=ENTRY).text == text)

    def choose(self, name=None, where=None):
        """Ticks one of several, or the only one there is, and keeps which; gives its name."""
        node = self.driver.click(name, role=CHOICE, where=where)
        chosen = single(node.name)
        self.put.append(lambda: self.driver.find(chosen, role=CHOICE).checked)
        return chosen

    def stands(self, text):
        """Reads a text, and keeps that it was there."""
        self.driver.reads(text)
        self.put.append(lambda: self.driver.reads(text))

    def type_code(self, code):
        """With its sixth digit a code is taken at once, so there is no field left to read it back from."""
        field = self.driver.find(self.words("Code with six digits"), role=ENTRY)
        self.driver.set_text(field, code, again=False)

    def press(self, button):
        self.driver.click(self.words(button), role="push button")

    def next(self, title=None, label="Next"):
        """Next, under whatever name it has here, and the page that then comes."""
        self.press(label)
        if title:
            self.page(title)

    def page(self, title):
        """Waits until the newest window shows the page of this title."""
        wanted = self.words(title)

        def shown():
            titles = self.driver.windows[-1].all(name="AdwWindowTitle")
            return any(place.find(wanted, role="label") for place in titles)

        self.driver.wait(f"the page {wanted!r}", shown)
        if title != self.at:
            self.at, self.put = title, []

    def choose_file(self, button, path):
        """Opens a file chooser and types the path, as GTK's own dialog takes it."""
        before = len(self.driver.windows)
        self.driver.click(button, role="push button")
        self.driver.wait("the file chooser", lambda: len(self.driver.windows) > before)
        self.driver.keys("slash")
        entry = self.driver.find("GtkFileChooserEntry", role=ENTRY)
        self.driver.set_text(entry, path)
        self.driver.keys("Return")
        self.driver.wait("the end of the file chooser", lambda: len(self.driver.windows) == before)

    def choose_paper(self, paper, path):
        self.choose_file(f"{self.words('Choose')}: {paper}", path)
        remove = f"{self.words('Remove')}: {paper}"
        self.driver.find(remove, role="push button")
        self.put.append(lambda: self.driver.find(remove, role="push button"))

    def go(self, page):
        """A page of the main window, by the sidebar: rows of a page may be called as it is."""
        name = self.words(page)
        row = self.driver.find(
            role="list item",
            where=self.driver.find(self.words("Pages"), role="list"),
            having=lambda node: re.split("[,，]", node.name)[0] == name,
        )
        # A press that follows a closing popover is now and then taken for its end: who sees nothing happen presses again.
        self.driver.insist(lambda: self.driver.point(row), lambda: row.has_state("SELECTED"), f"the page {page}")

    def wizard_closed(self):
        self.driver.wait("the main window alone", lambda: len(self.driver.windows) == 1)
        self.at, self.put = None, []

    def rule(self, table, kind):
        """A kind's entry in the platform's own rule set."""
        return next(entry for entry in self.tour.platform.get("/v1/platform")[table] if entry["kind"] == kind)

    def label_of(self, table, kind):
        return self.words.label(self.rule(table, kind)["label"])

    def paper_of(self, table, kind, slot):
        papers = self.rule(table, kind)["papers"]
        return self.words.label(next(paper["label"] for paper in papers if paper["slot"] == slot))

    def code(self, after=None):
        """The code on the practice phone, read from the window."""

        def look():
            for word in self.driver.window.words():
                digits = word.replace(" ", "").replace("\u2009", "").replace("\u202f", "")
                if re.fullmatch(r"\d{6}", digits) and digits != after:
                    return digits
            return None

        return self.driver.wait("a code on the practice phone", look)

    # The account

    def welcome(self):
        self.driver.reads(self.words("Welcome to Signet"))
        self.driver.find(self.words("Start"), role="push button")

    def start_practice(self):
        self.press("Start")
        self.home = self.words("Today")
        self.page("Sign In")

    def use_way(self, way, title):
        """Another way of signing in than the one that is shown."""
        name = self.words(way)
        self.driver.click(role="list item", having=lambda node: node.name == name)
        self.driver.reads(self.words(title))

    def sign_in_sms(self):
        self.use_way("Sign In by Text Message…", "Sign In by Text Message")
        self.type("Mobile number", samples.PHONE)
        self.next(label="Send Code")
        self.sms_code = self.code()
        self.type_code(self.sms_code)
        self.page("Bind Your E-Mail")

    def bind_email(self):
        self.type("E-mail address", samples.EMAIL)
        self.driver.click(self.words("The address is right, and I will keep it"), role="check box")
        self.next(label="Send Code")
        self.type_code(self.code(self.sms_code))
        self.wizard_closed()

    # Who it is

    def identity(self):
        self.go("Identity")
        self.press("Certify Your Identity…")
        self.page("Who Is Certified?")
        kind = self.label_of("party_kinds", "mainland_organisation")
        self.choose(kind)
        self.next("Details")
        self.type("Name of the organisation", self.tour.owner)
        document = self.rule("party_kinds", "mainland_organisation")["documents"][0]["label"]
        self.type(self.words.label(document), samples.CREDIT_CODE)
        self.type("Legal representative", samples.PERSON)
        self.type("Contact person", samples.PERSON)
        self.type("E-mail", samples.EMAIL)
        self.type("Mobile number", samples.PHONE)
        self.type("Address", samples.ADDRESS)

    def papers(self):
        self.next("Papers")
        self.choose_paper(self.paper_of("party_kinds", "mainland_organisation", "licence"), self.tour.licence)

    def submit_identity(self):
        self.next("Review")
        self.driver.reads(self.tour.owner)
        self.press("Submit")
        self.wizard_closed()

    # What is theirs

    def trademark(self):
        self.go("Rights")
        self.press("Add a Right…")
        self.page("Kind of Right")
        self.choose(self.label_of("right_kinds", "trademark"))
        self.next("Trademark Details")
        self.type("Registration number", self.tour.number)
        self.type("Name of the mark", samples.NAME)
        self.type("Owner", self.tour.owner)
        self.type("Registered on", "2022-02-14")
        self.type("Valid until", "2032-02-13")
        self.type("Class", "30")
        self.type("Goods or services", "调味品；花椒粉；调味酱；辣椒油（调味品）")

    def certificate(self):
        self.choose_file(self.words("Choose the Certificate…"), self.tour.certificate)
        # The paper stands beside the fields.
        self.driver.find(self.words("Larger"), role="push button")
        self.put.append(lambda: self.driver.find(self.words("Larger"), role="push button"))

    def submit_right(self):
        self.next("Papers")
        self.next("Review")
        self.driver.reads(self.tour.owner)
        self.press("Submit")
        self.wizard_closed()

    # What infringes it

    def links(self):
        self.go("Complaints")
        self.press("New Complaint")
        self.page("Which Right Is Infringed")
        self.choose()
        self.next("What Infringes")
        with open(self.tour.links, encoding="utf-8") as file:
            pasted = file.read()
        self.driver.clip(pasted)
        self.press("Paste from Clipboard")
        for link in self.tour.targets[:5]:
            self.stands(link.split("://")[-1])

    def reason(self):
        self.next("Why It Infringes")
        offered = self.driver.find(self.words("Reasons"), role="list")
        self.choose(where=offered)

    def evidence(self):
        self.next("Evidence")
        self.choose_file(self.words("Add Files…"), self.tour.picture)
        self.stands("comparison.png")

    def statement(self):
        self.next("Statement")
        self.type("Statement", samples.STATEMENT)

    def self_check(self):
        self.next("Self-Check")
        self.driver.reads(self.words("Self-check passed"))

    def review(self):
        self.next("Review and File")
        self.stands("comparison.png")
        self.stands(self.tour.owner)
        self.choose(self.words("What I state is true, and I answer for the harm if it is not."))

    def file(self):
        name = self.words.pattern("File Complaint About %'u Link", "File Complaint About %'u Links")
        self.driver.click(role="push button", having=lambda node: re.fullmatch(name, node.name))
        self.wizard_closed()

    # What became of it

    def decided(self):
        self.open_complaint()
        self.driver.wait("the decisions", lambda: self.outcomes() == self.expected())

    def open_complaint(self):
        self.go("Complaints")
        table = self.driver.find(self.words("Complaints"), role=("tree table", "list"))
        self.driver.point(self.driver.find(samples.NAME, where=table, role="label"))

    def outcomes(self):
        """How often each outcome can be read on the page of the complaint."""
        read = [node.name for node in self.driver.window.walk() if node.role == "label"]
        return {word: read.count(self.words(word)) for word in ("Removed", "Not found")}

    def expected(self):
        """What the reviewer of the practice platform says to what was pasted."""
        gone = sum("practice-gone" in link for link in self.tour.targets)
        return {"Removed": len(self.tour.targets) - gone, "Not found": gone}

    def receipt(self):
        if self.driver.window.find("SignetComplaintPage") is None:
            self.open_complaint()
        self.driver.reads(self.words("Receipt verified"))

    # When it goes wrong

    def resume(self):
        """After a kill: Today offers the unfinished wizard first, it opens where it was, and nothing is lost."""
        if self.at is None:
            self.driver.find(self.home, role="label")
            return
        self.go("Today")
        today = self.driver.find("SignetTodayPage", role="filler")
        first = self.driver.find(role="list item", where=today)
        going_on = self.words("Continue")
        self.driver.click(role="push button", where=first, having=lambda node: node.name.startswith(going_on))
        kept, self.put = self.put, []
        title, self.at = self.at, None
        self.page(title)
        self.put = kept
        for number, question in enumerate(kept):
            self.driver.wait(f"what was put on {title!r} ({number + 1} of {len(kept)})", question)

    def file_while_cut(self):
        """The network is gone between freezing and sending; it is sent by itself when the platform is back."""
        self.tour.platform.faults([{"path": "/", "do": "reset", "phase": "before"}])
        self.file()
        self.go("Complaints")
        self.driver.reads(self.words("Ready to send"))
        self.tour.keep("17-file-cut")
        if any(entry["kind"] == "complaint" for entry in self.tour.platform.ledger()["entries"]):
            raise Lost("the complaint went out over a cut network")
        self.tour.platform.faults([])
        self.driver.wait(
            "the complaint at the platform",
            lambda: any(entry["kind"] == "complaint" for entry in self.tour.platform.ledger()["entries"]),
            patience=90,
        )
