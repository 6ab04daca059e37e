# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What has expired on the platform is renewed from its own record: a part of agency.py's steps."""

import clients
from corrections import Corrections
from steps import CHOICE


class Renewals(Corrections):
    """The steps; the pages and the papers they go by are the agency's."""

    def renewed(self):
        """A mark that carried a complaint carries none any more, is renewed, and carries one again."""
        name = clients.TRADEMARK["name"]
        expired = self.read_trademark()
        self.tour.expect(expired["status"] == "approved", f"{name} is approved, not {expired['status']}")
        self.tour.platform.decide(expired["id"], "expired")
        self.excluded(name)
        self.renew_trademark(name)
        self.driver.wait("the renewal", lambda: self.read_trademark()["id"] != expired["id"])
        renewal = self.read_trademark()
        self.tour.expect(renewal["renews"] == expired["id"], "it renews what had expired")
        # By these rules nobody looks at it before the next complaint: what that brings about is brought about here.
        if self.rules == "kuaishou":
            self.tour.expect(renewal["status"] == "submitted", "nobody has looked at it")
            self.tour.platform.decide(renewal["id"], "approved")
        self.driver.wait("the approval", lambda: self.read_trademark()["status"] == "approved")
        self.chosen_again(name)

    def read_trademark(self):
        """What renews it, once that is there."""
        rights = self.tour.platform.get("/v1/rights")["items"]
        found = [one for one in rights if one.get("number") == clients.TRADEMARK["number"]]
        return next((one for one in found if "renews" in one), found[0])

    def offer(self, name):
        """How the first page of a complaint offers it."""
        self.go("Complaints")
        self.press("New Complaint")
        self.page("Which Right Is Infringed")
        return self.driver.find(role=CHOICE, having=lambda node: name in node.name)

    def leave(self):
        self.driver.keys("ctrl+w")
        self.wizard_closed()

    def excluded(self, name):
        """It can't be chosen, and says why."""
        reason = self.words("It has expired. Renew it first.")
        choice = self.offer(name)
        self.driver.reads(reason)
        self.driver.wait("its end as a choice", lambda: not choice.sensitive)
        self.tour.keep_step("excluded")
        self.leave()

    def renew_trademark(self, name):
        """From its own page, with what this computer holds; the new day and its proof are added."""
        self.go("Rights")
        rights = self.driver.find("SignetRightsPage")
        self.driver.point(self.driver.find(name, where=rights, role="label"))
        record = self.driver.find("SignetRecordPage")
        self.driver.reads(self.words("It can be renewed there"), where=record)
        self.tour.keep_step("record")
        self.press("Renew…")
        self.page("Kind of Right")
        self.next("Trademark Details")
        self.type("Valid until", clients.TRADEMARK_RENEWED["valid_until"])
        self.tour.keep_step("details")
        self.next("Papers")
        renewal = clients.TRADEMARK_RENEWED["files"]["renewal"]
        self.choose_paper(self.paper_of("right_kinds", "trademark", "renewal"), self.path(renewal))
        self.tour.keep_step("papers")
        self.next("Review")
        self.driver.reads(renewal)
        self.tour.keep_step("review")
        self.press("Submit")
        self.wizard_closed()

    def chosen_again(self, name):
        choice = self.offer(name)
        self.driver.wait("it as a choice", lambda: choice.sensitive)
        self.choose(choice.name)
        self.driver.wait("the choice", lambda: choice.checked)
        self.tour.keep_step("offered")
        self.next("What Infringes")
        self.leave()
