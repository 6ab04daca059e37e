# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the reviewer asks for, mended as a person does it: a part of agency.py's steps."""

import clients
from steps import ENTRY, Steps


class Corrections(Steps):
    """The steps; the pages and the papers they go by are the agency's."""

    def correct(self, title, name):
        """From Today: the wizard opens with what was found."""
        self.asked_on_today(title, name)
        self.tour.keep_step("today")
        self.press_on_today(title, name, "Correct…")

    def asked_on_today(self, title, name):
        self.go("Today")
        self.driver.reads(self.words(title) % name)

    def press_on_today(self, title, name, button):
        wanted, label = self.words(title) % name, self.words(button)
        row = self.driver.find(role="list item", having=lambda node: node.find(wanted, role="label"))
        self.driver.click(role="push button", where=row, having=lambda node: node.name.startswith(label))

    def open_entries(self):
        return sorted(node.name for node in self.driver.window.walk() if node.role in ENTRY and self.is_open(node))

    @staticmethod
    def is_open(node):
        return node.sensitive and node.has_state("EDITABLE")

    def correct_identity(self):
        """The apostille and the translation were forgotten: these two slots are open, and nothing else."""
        self.correct("Correct the identity of %s", clients.FOREIGN["name"])
        self.page("Papers")
        self.tour.keep_step("asked")
        for slot in ("legalisation", "translation"):
            self.choose_paper(
                self.paper_of("party_kinds", clients.FOREIGN["kind"], slot), self.path(clients.FOREIGN_AFTER["files"][slot])
            )
        self.tour.keep_step("papers")
        self.next("Review")
        self.tour.keep_step("review")
        self.press("Submit")
        self.wizard_closed()

    def correct_right(self):
        """The owner's name had a slip: this field is open, and the slot for a proof of the name."""
        self.correct("Correct the right %s", clients.TRADEMARK["name"])
        self.page("Trademark Details")
        self.tour.keep_step("asked")
        self.tour.expect(self.open_entries() == [self.words("Owner")], f"the owner alone is open, not {self.open_entries()}")
        self.type("Owner", clients.TRADEMARK_AFTER["owner"])
        self.tour.keep_step("owner")
        self.next("Papers")
        self.next("Review")
        self.tour.keep_step("review")
        self.press("Submit")
        self.wizard_closed()

    def approved(self):
        """What was asked for is enough: on the platform, and on the screen."""
        self.tour.platform.sign_in(clients.PHONE)

        def statuses(collection, name):
            found = self.tour.platform.get(f"/v1/{collection}")["items"]
            return next(one["status"] for one in found if one["name"] == name)

        for collection, typed in (("parties", clients.FOREIGN), ("rights", clients.TRADEMARK)):
            self.driver.wait("the approval", lambda: statuses(collection, typed["name"]) == "approved")
        for page, class_name, collection, name in (
            ("Rights", "SignetRightsPage", "rights", clients.TRADEMARK["name"]),
            ("Identity", "SignetIdentityPage", "parties", clients.FOREIGN["name"]),
        ):
            self.shown_names(page, class_name, [name], [])
            here = self.driver.find(class_name)
            there = self.tour.platform.get(f"/v1/{collection}")["items"]
            n_approved = sum(one["status"] == "approved" for one in there)
            approved = self.words("Approved")
            self.driver.wait("the approvals", lambda: self.count(here, approved) >= n_approved)
            self.tour.expect(self.count(here, self.words("Needs correction")) == 0, "nothing to correct any more")
            self.tour.keep_step(page.lower())

    @staticmethod
    def count(where, word):
        return sum(node.name == word for node in where.walk() if node.role == "label")

    # Somebody else was faster

    def ask_back(self, right):
        """The reviewer wants every field once more that somebody is going to change elsewhere."""
        findings = [{"pointer": f"/{member}", "code": "illegible"} for member in clients.DESIGN_ELSEWHERE]
        self.tour.platform.decide(right, "needs_correction", findings)

    def hear_nothing(self):
        """The question for changes that waits already is given up, and none after it is answered."""
        self.tour.platform.faults([{"path": "/v1/changes", "do": "status", "status": 503}])
        self.driver.keys("ctrl+r")
        self.driver.reads(self.words("Offline since %s") % "")

    def read_design(self):
        rights = self.tour.platform.get("/v1/rights")["items"]
        return next(one for one in rights if one["number"] == clients.DESIGN["number"])

    def overtaken(self):
        """While the wizard is open another client changes the platform's copy, and the first who hears of it is who
        submits: 412. Both versions of each field are shown then; what the person chooses is what the platform gets."""
        platform = self.tour.platform
        right = self.read_design()["id"]
        titles = {member: self.words(title) for member, title in clients.DESIGN_TITLES.items()}
        platform.control("PUT", "/reviewer", {"automatic": False})
        self.ask_back(right)

        self.asked_on_today("Correct the right %s", clients.DESIGN["name"])
        self.hear_nothing()
        self.correct("Correct the right %s", clients.DESIGN["name"])
        self.page("Patent Details")
        self.tour.expect(self.open_entries() == sorted(titles.values()), f"these are open, not {self.open_entries()}")
        for member, text in clients.DESIGN_HERE.items():
            self.driver.set_text(self.driver.find(titles[member], role=ENTRY), text)
        self.next("Papers")
        self.next("Review")
        self.tour.elsewhere.append(platform.patch(f"/v1/rights/{right}", clients.DESIGN_ELSEWHERE))
        self.ask_back(right)
        self.press("Submit")
        self.wizard_closed()

        self.take_up_overtaken(titles)
        self.next("Kind of Right")
        self.next("Patent Details")
        for member, text in clients.DESIGN_AFTER.items():
            self.driver.wait(titles[member], lambda m=member, t=text: self.driver.find(titles[m], role=ENTRY).text == t)
        self.next("Papers")
        self.next("Review")
        self.tour.keep_step("again")
        platform.faults([])
        self.press("Submit")
        self.wizard_closed()
        self.driver.wait("the correction", lambda: self.read_design()["status"] == "in_review")
        platform.control("PUT", "/reviewer", {"automatic": True})
        self.driver.wait("the approval", lambda: self.read_design()["status"] == "approved")

    def take_up_overtaken(self, titles):
        """Today has it again; of what was changed elsewhere the person takes over some, and keeps the rest as it was."""
        self.asked_on_today("The right %s", clients.DESIGN_HERE["name"])
        self.heard("It was changed on the platform meanwhile. Look at both versions, then send it again.")
        self.tour.keep_step("refused")
        self.press_on_today("The right %s", clients.DESIGN_HERE["name"], "Continue")
        self.page("Changed Meanwhile")
        self.heard("Somebody Changed This on the Platform")
        for member, theirs in clients.DESIGN_ELSEWHERE.items():
            mine = clients.DESIGN_HERE.get(member, clients.DESIGN[member])
            for text in (titles[member], mine, theirs):
                self.driver.reads(self.words.date(text))
        self.tour.keep_step("conflicts")
        for member, text in clients.DESIGN_AFTER.items():
            if text == clients.DESIGN_ELSEWHERE[member]:
                self.take_theirs(titles[member])
        self.tour.keep_step("chosen")

    def take_theirs(self, title):
        name = f"{self.words('Take the Platform’s')}: {title}"
        self.driver.click(name, role="push button")
        self.driver.gone(name, role="push button")
