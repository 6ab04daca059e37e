# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the reviewer asks for, mended as a person does it: a part of agency.py's steps."""

import clients
from steps import ENTRY, Steps


class Corrections(Steps):
    """The steps; the pages and the papers they go by are the agency's."""

    def correct(self, title, name):
        """From Today: the wizard opens with what was found."""
        self.go("Today")
        wanted = self.words(title) % name
        self.driver.reads(wanted)
        self.tour.keep_step("today")
        correct = self.words("Correct…")
        row = self.driver.find(role="list item", having=lambda node: node.find(wanted, role="label"))
        self.driver.click(role="push button", where=row, having=lambda node: node.name.startswith(correct))

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
