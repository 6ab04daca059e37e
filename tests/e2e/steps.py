# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, step by step, as a person does it.

Every word is looked up in the program's own catalogue, so the same steps go in every language. What was typed is kept
in `typed`, so that it can be read back after the program was killed.
"""

import re
import time

import samples

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


def pasted_links(text):
    """What a person recognises as a link in a text, without what a platform would strip."""
    return [re.split(r"[?\s]", link)[0].removeprefix("https://") for link in re.findall(r"https?://\S+", text)]


class Steps:
    def __init__(self, tour):
        self.tour = tour
        self.driver = tour.driver
        self.words = tour.words
        self.typed = {}  # what stands in the wizard that is open, by the field's name

    # A person's hands

    def type(self, field, text):
        """Fills a field and remembers it."""
        name = self.words(field)
        node = self.driver.find(name, role=ENTRY)
        self.driver.set_text(node, text)
        self.typed[name] = text

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
        self.driver.find(f"{self.words('Remove')}: {paper}", role="push button")

    def go(self, page):
        """A page of the main window, by the sidebar."""
        self.driver.click(self.words(page), role="list item")

    def wizard_closed(self):
        self.driver.wait("the main window alone", lambda: len(self.driver.windows) == 1)
        self.typed = {}

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
        self.driver.find(self.words("Mobile number"), role=ENTRY)

    def sign_in_sms(self):
        self.type("Mobile number", samples.PHONE)
        self.next(label="Send Code")
        self.sms_code = self.code()
        self.type_code(self.sms_code)
        self.driver.find(self.words("E-mail address"), role=ENTRY)
        self.typed = {}

    def bind_email(self):
        self.type("E-mail address", samples.EMAIL)
        self.driver.click(self.words("The address is right, and I will keep it"), role="check box")
        self.next(label="Send Code")
        self.type_code(self.code(self.sms_code))
        self.typed = {}

    # Who it is

    def identity(self):
        self.driver.wait("the main window alone", lambda: len(self.driver.windows) == 1)
        self.go("Identity")
        self.press("Certify Your Identity…")
        self.page("Who Are You?")
        kind = self.label_of("party_kinds", "mainland_organisation")
        self.driver.click(kind, role=CHOICE)
        self.next("Your Details")
        self.type("Name of the organisation", self.tour.owner)
        document = self.rule("party_kinds", "mainland_organisation")["document"]["label"]
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
        self.driver.click(self.label_of("right_kinds", "trademark"), role=CHOICE)
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
        self.driver.find(self.words("Larger"), role="push button")  # the paper stands beside the fields

    def submit_right(self):
        self.next("Papers")
        self.next("Review")
        self.driver.reads(self.tour.owner)
        self.press("Submit")
        self.wizard_closed()

    # What infringes it

    def links(self):
        self.go("Complaints")
        self.press("New Complaint…")
        self.page("Which Right Is Infringed")
        self.driver.click(role=CHOICE)
        self.next("What Infringes")
        with open(self.tour.links, encoding="utf-8") as file:
            pasted = file.read()
        self.driver.clip(pasted)
        self.press("Paste from Clipboard")
        for link in pasted_links(pasted)[:3]:
            self.driver.reads(link)

    def reason(self):
        self.next("Why It Infringes")
        offered = self.driver.find(self.words("Reasons"), role="list")
        self.driver.click(where=offered, role=CHOICE)

    def evidence(self):
        self.next("Evidence")
        self.choose_file(self.words("Add Files…"), self.tour.picture)
        self.driver.reads("comparison.png")

    def statement(self):
        self.next("Statement")
        self.type("Statement", samples.STATEMENT)

    def self_check(self):
        self.next("Self-Check")
        self.driver.reads(self.words("Self-check passed"))

    def review(self):
        self.next("Review and File")
        self.driver.reads("comparison.png")
        self.driver.reads(self.tour.owner)
        self.driver.click(self.words("What I state is true, and I answer for the harm if it is not."), role=CHOICE)

    def file(self):
        name = self.words.pattern("File Complaint About %'u Link", "File Complaint About %'u Links")
        self.driver.click(role="push button", having=lambda node: re.fullmatch(name, node.name))
        self.wizard_closed()

    def resume(self, step):
        """After a kill: Today offers the unfinished wizard first, it opens where it was, and nothing typed is lost."""
        del step
        for field, text in self.typed.items():
            node = self.driver.find(field, role=ENTRY)
            self.driver.wait(f"{text!r} in {field}", lambda node=node, text=text: node.text == text)

    def settle(self, seconds=0.6):
        """Autosave takes half a second."""
        time.sleep(seconds)
