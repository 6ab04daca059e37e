# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An agency, the owners it acts for, what is theirs and what they signed: everything a person types in agency.py.

It stands here as the platform must get it, so that its ledger can be held against it member by member. Names of files
stand where the platform gets digests.
"""

import datetime

PHONE = "13800138000"
EMAIL = "agency@example.cn"
TODAY = datetime.date.today()


def day(days):
    return (TODAY + datetime.timedelta(days)).isoformat()


def patent(digits):
    """A patent number, as it is kept, without ZL: year, kind, serial number, and the check digit of ZC 0006-2003 (modulo 11, ten is X)."""
    weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]
    rest = sum(int(digit) * weight for digit, weight in zip(digits, weights)) % 11
    return f"{digits}.{'X' if rest == 10 else rest}"


def _contact(name, email, phone, address):
    return {"name": name, "email": email, "phone": phone, "address": address}


# What stands in "files": the slot and the name of the file, made by papers().
AGENT = {
    "role": "agent",
    "own": True,
    "kind": "mainland_organisation",
    "name": "北京泛海知识产权代理有限公司",
    "document": {"kind": "credit_code", "number": "91110000600037341L"},
    "legal_representative": "何晴",
    "contact": _contact("何晴", EMAIL, PHONE, "北京市海淀区中关村大街1号"),
    "private_contact": {"name": "吴桐", "email": "private@example.cn", "phone": "13900001111"},
    "files": {"licence": "licence-agent.pdf"},
}

# Its apostille and the translation are forgotten at first: the reviewer asks for them.
FOREIGN = {
    "role": "principal",
    "own": False,
    "kind": "foreign_organisation",
    "name": "Nordlicht Leuchten GmbH",
    "other_name": "北光灯具有限公司",
    "country": "DE",
    "document": {"kind": "registration", "number": "HRB 204816"},
    "legal_representative": "Anke Brandt",
    "contact": _contact("Anke Brandt", "marken@nordlicht.example", "+49 40 5550100", "Speicherstraße 12, 20457 Hamburg"),
    "files": {"existence_proof": "register.pdf"},
}
FOREIGN_AFTER = {"files": {"existence_proof": "register.pdf", "legalisation": "apostille.pdf", "translation": "translation.pdf"}}

HONG_KONG = {
    "role": "principal",
    "own": False,
    "kind": "hong_kong_organisation",
    "name": "維港茶具有限公司",
    "other_name": "Victoria Teaware Limited",
    "document": {"kind": "business_registration", "number": "68123457", "valid_until": day(300)},
    "legal_representative": "陳大文",
    "contact": _contact("陳大文", "ip@teaware.example", "+852 3550 1234", "香港中環德輔道中68號"),
    "files": {"incorporation": "incorporation.pdf", "business_registration": "business-registration.pdf"},
}

PERSON = {
    "role": "principal",
    "own": False,
    "kind": "mainland_person",
    "name": "林小满",
    "document": {"kind": "resident_id", "number": "11010519491231002X", "valid_until": day(2000)},
    "contact": _contact("林小满", "xiaoman@example.cn", "13711112222", "浙江省杭州市西湖区文三路90号"),
    "files": {"id_front": "id-front.pdf", "id_back": "id-back.pdf"},
}

# The owner's name is typed with a slip: the reviewer asks for the right one.
TRADEMARK = {
    "holder": FOREIGN,
    "kind": "trademark",
    "number": "41237788",
    "name": "NORDLICHT",
    "owner": "Nordlicht Lampen GmbH",
    "classes": [{"class": 11, "goods": "灯；照明器械及装置；台灯；LED灯泡"}, {"class": 35, "goods": "广告；替他人推销"}],
    "registered_on": "2020-06-14",
    "valid_until": "2030-06-13",
    "files": {"certificate": "trademark.pdf"},
}
TRADEMARK_AFTER = {"owner": "Nordlicht Leuchten GmbH"}
# When it has expired on the platform.
TRADEMARK_RENEWED = {
    **TRADEMARK,
    **TRADEMARK_AFTER,
    "valid_until": "2040-06-13",
    "files": {**TRADEMARK["files"], "renewal": "renewal.pdf"},
}

DESIGN = {
    "holder": FOREIGN,
    "kind": "design",
    "number": patent("202230514627"),
    "name": "台灯（极光）",
    "owner": "Nordlicht Leuchten GmbH",
    "filed_on": "2022-08-05",
    "granted_on": "2023-01-10",
    "annuity_paid_until": day(200),
    "files": {"certificate": "design.pdf", "evaluation_report": "evaluation-report.pdf"},
}

# Somebody else changes all three on the platform while two are corrected here: of theirs the person takes the name and
# the annuity.
DESIGN_TITLES = {
    "name": "Title of the design",
    "granted_on": "Granted on",
    "annuity_paid_until": "Annuity paid until",
}
DESIGN_HERE = {"name": "台灯（极光二号）", "granted_on": "2023-01-13"}
DESIGN_ELSEWHERE = {"name": "台灯（北极光）", "granted_on": "2023-01-17", "annuity_paid_until": day(565)}
DESIGN_AFTER = {**DESIGN_ELSEWHERE, "granted_on": DESIGN_HERE["granted_on"]}

UTILITY_MODEL = {
    "holder": HONG_KONG,
    "kind": "utility_model",
    "number": patent("202120987654"),
    "name": "一种防烫茶壶",
    "owner": "維港茶具有限公司",
    "filed_on": "2021-05-10",
    "granted_on": "2021-12-21",
    "annuity_paid_until": day(150),
    "files": {"certificate": "utility-model.pdf", "evaluation_report": "evaluation-report-2.pdf"},
}

SOFTWARE = {
    "holder": HONG_KONG,
    "kind": "software",
    "number": "软著登字第7654321号",
    "second_number": "2023SR0654321",
    "name": "茶席布置软件",
    "version": "V2.0",
    "owner": "維港茶具有限公司",
    "author": "維港茶具有限公司",
    "author_kind": "organisation",
    "completed_on": "2022-11-30",
    "published_on": "2023-02-01",
    "files": {"certificate": "software.pdf"},
}

WORK = {
    "holder": PERSON,
    "kind": "work",
    "number": "国作登字-2024-F-00123456",
    "name": "四季花鸟图",
    "work_kind": "art",
    "author": "林小满",
    "author_kind": "person",
    "owner": "林小满",
    "completed_on": "2023-04-02",
    "published_on": "2023-05-01",
    "files": {"certificate": "work.pdf"},
}

# Only where the rules know them.
IMAGE = {
    "holder": PERSON,
    "kind": "original_image",
    "name": "青瓷茶席",
    "author": "林小满",
    "owner": "林小满",
    "shot_on": "2025-03-08",
    "files": {"original": "original.png"},
}

AUTHORISED = {
    "principal": FOREIGN,
    "handler": {"name": "吴桐"},
    "scope": ["enforcement"],
    "all_rights": True,
    "all_platforms": True,
    "valid_from": day(-30),
    "valid_until": day(335),
    "sub_delegation": False,
    "files": {"authorisation": "signed-foreign.pdf", "legalisation": "apostille.pdf", "translation": "translation.pdf"},
}

# It begins later: nothing can be filed by it yet.
AUTHORISED_LATER = {
    "principal": HONG_KONG,
    "handler": {"name": "吴桐"},
    "scope": ["enforcement"],
    "all_rights": True,
    "all_platforms": True,
    "valid_from": day(60),
    "valid_until": day(425),
    "sub_delegation": False,
    "files": {"authorisation": "signed-hong-kong.pdf", "legalisation": "apostille.pdf"},
}

AUTHORISED_PERSON = {
    "principal": PERSON,
    "handler": {"name": "吴桐"},
    "scope": ["enforcement"],
    "all_rights": True,
    "all_platforms": True,
    "valid_from": day(-10),
    "valid_until": day(355),
    "sub_delegation": False,
    "files": {"authorisation": "signed-person.pdf"},
}

LINKS = {
    "kuaishou": ["https://app.kwaixiaodian.com/page/kwaishop-buyer-goods/detail?id=22087551024"],
    "ippro": ["https://haohuo.jinritemai.com/views/product/item2?id=3600000000000001"],
}
STATEMENT = "该商品未经许可，在同类商品上使用权利人的注册商标“NORDLICHT”，请依法处理。"


def files():
    """Every paper that is named above."""
    everything = (AGENT, FOREIGN, FOREIGN_AFTER, HONG_KONG, PERSON, TRADEMARK_RENEWED, DESIGN, UTILITY_MODEL, SOFTWARE, WORK,
                  IMAGE, AUTHORISED, AUTHORISED_LATER, AUTHORISED_PERSON)
    return sorted({name for one in everything for name in one.get("files", {}).values()})
