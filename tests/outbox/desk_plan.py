# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the person at probe-desk is to do: an agent's own identity, then in each round a principal, two of its rights,
an authorisation, what the reviewer wants corrected, and all of it on a second platform. Kinds follow one another."""

import datetime
import hashlib
import os

CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"
AGENT = "杭州风暴知识产权代理有限公司"


def resident_id(region: str, serial: int) -> str:
    """GB 11643: the check digit by ISO 7064 MOD 11-2."""
    head = f"{region}19850{1 + serial % 9}1{serial // 9 % 10}{serial:03d}"
    return head + "10X98765432"[sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(head)) % 11]


def credit_code(serial: int) -> str:
    """GB 32100 over an organisation's code by GB 11714."""
    organisation = f"{10000000 + serial}"
    check = 11 - sum(int(d) * w for d, w in zip(organisation, (3, 7, 9, 10, 5, 8, 4, 2))) % 11
    head = "91330100" + organisation + {10: "X", 11: "0"}.get(check, str(check))
    return head + CODE[-sum(CODE.index(c) * pow(3, place, 31) for place, c in enumerate(head)) % 31]


def patent_number(kind: int, serial: int) -> str:
    head = f"2019{kind}{serial:07d}"
    return head + "." + "0123456789X"[sum(int(d) * w for d, w in zip(head, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5))) % 11]


def day(years: float) -> str:
    return (datetime.date.today() + datetime.timedelta(days=round(365.25 * years))).isoformat()


# kind, document, number, papers; what the platform wants beside them comes as a correction
PARTIES = [
    ("mainland_person", "resident_id", lambda n: resident_id("110105", n), ["id_front", "id_back"]),
    ("foreign_organisation", "registration", lambda n: f"HRB {n}", ["existence_proof"]),
    ("hong_kong_organisation", "business_registration", lambda n: f"{20000000 + n}",
     ["incorporation", "business_registration", "legalisation"]),
    ("hmt_person", "travel_permit_hk_macau", lambda n: f"H{20000000 + n}", ["permit_front", "permit_back"]),
    ("mainland_organisation", "credit_code", lambda n: credit_code(100 + n), ["licence"]),
    ("foreign_person", "passport", lambda n: f"C{1000000 + n}", ["passport_page"]),
    ("macau_organisation", "registration", lambda n: f"SO {n}", ["registration_proof", "legalisation", "translation"]),
    ("taiwan_organisation", "registration", lambda n: f"{30000000 + n}",
     ["registration_proof", "legalisation", "translation"]),
]  # fmt: skip

# kind, what is typed beside name and owner, what is chosen, papers
RIGHTS = [
    ("trademark", lambda n: {"number": f"{68000000 + n}", "registered-on": "2023-03-28", "valid-until": "2033-03-27"},
     {}, ["certificate"]),
    ("invention", lambda n: {"number": patent_number(1, n), "filed-on": "2019-05-06", "granted-on": "2021-06-08",
     "annuity-paid-until": day(1)}, {}, ["certificate"]),
    ("utility_model", lambda n: {"number": patent_number(2, n), "filed-on": "2019-05-06", "granted-on": "2020-01-07",
     "annuity-paid-until": day(1)}, {}, ["certificate", "evaluation_report"]),
    ("design", lambda n: {"number": patent_number(3, n), "filed-on": "2019-05-06", "granted-on": "2019-12-03",
     "annuity-paid-until": day(1)}, {}, ["certificate", "evaluation_report"]),
    ("work", lambda n: {"number": f"国作登字-2023-F-{n:08d}", "author": "林风", "completed-on": "2022-10-01",
     "published-on": "2022-11-01"}, {"work-kind": "art", "author-kind": "person"}, ["certificate"]),
    ("software", lambda n: {"number": f"软著登字第{n}号", "second-number": f"2023SR{n:07d}", "version": "V1.0",
     "completed-on": "2022-10-01", "published-on": "2022-11-01"}, {}, ["certificate"]),
    ("original_image", lambda n: {"author": "林风", "shot-on": "2024-05-01"}, {}, ["original"]),
    ("portrait", lambda n: {}, {}, ["photograph"]),
]  # fmt: skip
ONLY_FIRST = ("original_image", "portrait")  # the second platform doesn't know them

POINTERS = {
    "document-kind": "/document/kind", "document-number": "/document/number",
    "document-valid-until": "/document/valid_until",
    "contact-name": "/contact/name", "contact-email": "/contact/email", "contact-phone": "/contact/phone",
    "contact-address": "/contact/address", "private-contact-name": "/private_contact/name",
    "private-contact-phone": "/private_contact/phone", "private-contact-email": "/private_contact/email",
    "handler-name": "/handler/name", "handler-document-number": "/handler/document_number",
}  # fmt: skip


def pointer(name: str) -> str:
    return POINTERS.get(name, "/" + name.replace("-", "_"))


class Plan:
    def __init__(self, folder: str, rounds: int):
        self.folder = folder
        self.steps = []
        os.makedirs(folder)
        agent = (0, AGENT, "mainland_organisation", "credit_code", credit_code(1), ["licence"])
        self.party(*agent, role="agent", own=True)
        self.add("certify", "party", AGENT)
        for n in range(1, rounds + 1):
            self.round(n)

    def add(self, do, kind, name, typed=None, chosen=None, papers=(), **more):
        self.steps.append({
            "do": do, "kind": kind, "name": name,
            "set": [{"property": name, "pointer": pointer(name), "value": value} for name, value in (chosen or {}).items()],
            "type": [{"property": name, "pointer": pointer(name), "text": text} for name, text in (typed or {}).items()],
            "files": [self.paper(f"{kind}-{name}", slot) for slot in papers], **more,
        })  # fmt: skip

    def paper(self, whose: str, slot: str) -> dict:
        text = (
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
            f"%{whose} {slot}\ntrailer<</Root 1 0 R>>\n%%EOF\n"
        ).encode()
        digest = hashlib.sha256(text).hexdigest()
        path = os.path.join(self.folder, digest[:16] + ".pdf")
        with open(path, "wb") as file:
            file.write(text)
        return {"slot": slot, "path": path, "sha256": digest}

    def party(self, n, name, kind, document, number, papers, role="principal", own=False):
        typed = {"name": name, "document-number": number, "document-valid-until": day(4)}
        if kind.endswith("organisation"):
            typed["legal-representative"] = f"林代表{n}"
        if kind == "foreign_organisation":
            typed["other-name"] = f"北光第{n}灯具有限公司"
        typed |= {
            "contact-name": f"何联系{n}", "contact-email": f"notice{n}@example.com",
            "contact-phone": f"1380013{n:04d}", "contact-address": f"杭州市样本路 {n} 号",
            "private-contact-name": "吴桐", "private-contact-phone": "13900001111",
        }  # fmt: skip
        chosen = {"role": role, "own": own, "kind": kind, "document-kind": document}
        if kind.startswith("foreign"):
            chosen["country"] = "DE"
        self.add("new", "party", name, typed, chosen, papers)

    def right(self, n, principal, owner, row):
        kind, more, chosen, papers = row
        name = f"风暴{n} STORM {n}" if kind != "portrait" else principal
        typed = {"name": name} | ({"owner": owner} if kind != "portrait" else {}) | more(n)
        classes = [{"class": 30, "goods": f"茶；茶饮料；第{n}种糕点"}, {"class": 35, "goods": "广告"}]
        more = {"classes": classes if kind == "trademark" else [], "parties": {"party-id": principal}}
        self.add("new", "right", name, typed, {"kind": kind} | chosen, papers, **more)
        return name

    def round(self, n: int):
        kind, document, number, papers = PARTIES[(n - 1) % len(PARTIES)]
        principal = f"风暴第{n}号权利人"
        self.party(n, principal, kind, document, number(n), papers)
        first, second = RIGHTS[(2 * n - 2) % len(RIGHTS)], RIGHTS[(2 * n - 1) % len(RIGHTS)]
        wrong = self.right(2 * n, principal, f"旧名{n}", first)
        right = self.right(2 * n + 1, principal, principal, second)
        handler = f"经办人{n}"
        typed = {
            "handler-name": handler, "handler-document-number": resident_id("330106", n), "valid-from": day(-0.5),
            "valid-until": day(2), "signed-on": day(-0.5),
        }  # fmt: skip
        papers = ["authorisation", "legalisation", "translation"]
        parties = {"principal-id": principal, "agent-id": AGENT}
        chosen = {"scope": ["enforcement", "certification"]}
        self.add("new", "authorisation", handler, typed, chosen, papers, parties=parties)
        if kind == "foreign_organisation":
            self.add("correct", "party", principal, papers=["legalisation", "translation"])
        self.add("correct", "right", wrong, {"owner": principal})
        self.add("certify", "party", principal, {"contact-address": f"上海市第二路 {n} 号"} if n % 2 else None)
        for name, row in ((wrong, first), (right, second)):
            if row[0] not in ONLY_FIRST:
                self.add("certify", "right", name)
        self.add("certify", "authorisation", handler)
