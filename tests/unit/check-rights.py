#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares probe-right with the terms of rights and the chains of authorisations worked out a second time, from the
laws' words, in another language.

usage: tests/unit/check-rights.py PROBE
Some hundred made-up rights (seeded) of each kind, with dates around the days on which something changes.
"""

import concurrent.futures
import datetime
import json
import os
import random
import subprocess
import sys
import tempfile

DAY = datetime.timedelta(days=1)
AMENDED = datetime.date(2021, 6, 1)
NUMBERS = {"invention": "95115608.X", "utility_model": "200820009767.0", "design": "201730033448.8"}
KIND_DIGITS = {"95115608.X": "invention", "200820009767.0": "utility_model", "201730033448.8": "design"}
COUNT = 150

failures = []


def check(name, good, detail=""):
    failures.append(not good)
    print(f"{'ok' if good else 'not ok'} {len(failures)} - {name}")
    if not good:
        print(f"# {detail}")


def month_later(day, months):
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return datetime.date(year, month, min(last, day.day))
        except ValueError:
            pass
    raise AssertionError(day)


def years_later(day, years):
    return month_later(day, 12 * years)


def around(rng, day, spread=400):
    return day + datetime.timedelta(days=rng.choice((-1, 0, 1, rng.randint(-spread, spread))))


def judge_end(computed, typed, today):
    """A term that isn't renewed: compared with what was typed, and past or not."""
    found = []
    if typed and computed and typed != computed:
        found.append("warning /valid_until term-length")
    end = typed or computed
    if end and end < today:
        found.append("warning /valid_until expired")
    return found


def designs_of_two_laws(today):
    """The day before the amendment and the day of it, with the end of either law typed."""
    for filed in (AMENDED - DAY, AMENDED):
        end = years_later(filed, 15 if filed >= AMENDED else 10) - DAY
        for years in (10, 15):
            typed = years_later(filed, years) - DAY
            right = {"kind": "design", "number": NUMBERS["design"], "filed_on": filed.isoformat(), "valid_until": typed.isoformat()}
            yield right, [*judge_end(end, typed, today), "warning /files evaluation-report"]


def patents(rng, today):
    yield from designs_of_two_laws(today)
    for _ in range(COUNT):
        kind = rng.choice(list(NUMBERS))
        number = rng.choice(list(KIND_DIGITS)) if rng.random() < 0.2 else NUMBERS[kind]
        years = {"invention": (20,), "utility_model": (10,), "design": (10, 15)}[kind]
        filed = around(rng, rng.choice([AMENDED, datetime.date(2016, 2, 29)] + [years_later(today, -n) for n in years]), 60)
        filed = min(filed, today)
        last = 20 if kind == "invention" else 15 if kind == "design" and filed >= AMENDED else 10
        end = years_later(filed, last) - DAY
        right = {"kind": kind, "number": number, "filed_on": filed.isoformat()}
        typed = None
        if rng.random() < 0.4:
            typed = rng.choice((end, end + DAY, end - DAY, years_later(end, 1)))
            right["valid_until"] = typed.isoformat()
        expected = judge_end(end, typed, today)
        if number != NUMBERS[kind]:
            expected.append("warning /number number-kind")
        if rng.random() < 0.5:
            paid = around(rng, today, 30)
            right["annuity_paid_until"] = paid.isoformat()
            if paid < today:
                expected.append("warning /annuity_paid_until annuity-due")
        if rng.random() < 0.5:
            right["files"] = [{"slot": "evaluation_report", "sha256": "", "name": "", "media_type": "", "bytes": 1}]
        elif kind != "invention":
            expected.append("warning /files evaluation-report")
        yield right, expected


def fiftieth_year(day):
    return datetime.date(day.year + 50, 12, 31)


def from_publication(completed, published):
    last = completed and fiftieth_year(completed)
    if published and (not completed or published <= last):
        return fiftieth_year(published)
    return last


def works(rng, today):
    turn = [datetime.date(y, m, d) for y, m, d in ((1970, 12, 31), (1971, 1, 1), (1976, 1, 1), (1975, 12, 31), (1976, 11, 21), (2000, 2, 29))]
    for _ in range(2 * COUNT):
        kind = rng.choice(("work", "software", "original_image"))
        work_kind = rng.choice(("art", "photograph", "audiovisual")) if kind == "work" else ""
        author_kind = rng.choice(("person", "organisation"))
        completed = around(rng, rng.choice(turn), 900)
        published = rng.choice((None, completed + rng.randrange(3) * DAY, around(rng, fiftieth_year(completed), 30)))
        if published and not completed <= published <= today:
            published = None
        died = rng.choice((None, around(rng, rng.choice(turn), 900)))
        right = {"kind": kind, "author_kind": author_kind, "author": "x"}
        right["shot_on" if kind == "original_image" else "completed_on"] = completed.isoformat()
        if work_kind:
            right["work_kind"] = work_kind
        if kind == "software":
            right["number"] = "2020SR123456"
        if published:
            right["published_on"] = published.isoformat()
        if died:
            right["author_died_on"] = died.isoformat()

        expected = []
        for_life = author_kind == "person" and work_kind != "audiovisual"
        end = from_publication(completed, published)
        if for_life:
            freed = (kind == "original_image" or work_kind == "photograph") and end < AMENDED
            end = end if freed else died and fiftieth_year(died)
        typed = None
        if rng.random() < 0.3:
            typed = rng.choice((end or today, today - DAY, today))
            right["valid_until"] = typed.isoformat()
        expected += judge_end(end, typed, today)
        if not for_life and not published:
            expected.append("hint /published_on unpublished")
        if for_life and not end and (typed or years_later(completed, 50) < today):
            expected.append("hint /author_died_on author-death-missing")
        yield right, expected


def trademarks(rng, today):
    for _ in range(COUNT):
        terms = rng.randint(1, 3)
        corner = rng.choice((today, month_later(today, 12), month_later(today, -6), datetime.date(2030, 2, 27)))
        registered = years_later(around(rng, corner, 200) + DAY, -10 * terms)
        if registered > today:
            continue
        until = years_later(registered, 10 * terms) - DAY
        typed = rng.choice((until, until, until + DAY))
        ends = [years_later(registered, 10 * n) - DAY for n in range(1, 13)]
        expected = []
        if typed not in ends:
            expected.append("warning /valid_until term-length")
        elif typed != ends[0]:
            expected.append("warning /files renewal-paper")
        if today > month_later(typed, 6):
            expected.append("warning /valid_until expired")
        elif today > typed:
            expected.append("warning /valid_until in-grace")
        elif today >= month_later(typed, -12):
            expected.append("hint /valid_until renewal-due")
        yield {"kind": "trademark", "number": "1", "classes": [{"class": 30, "goods": "x"}], "registered_on": registered.isoformat(),
               "valid_until": typed.isoformat()}, expected


def standings(rng, today):
    for _ in range(COUNT // 3):
        standing = rng.choice(("owner", "exclusive_licensee", "sole_licensee", "licensee"))
        until = around(rng, today, 3)
        lapsed = standing != "owner" and until < today
        yield ({"kind": "original_image", "author_kind": "person", "shot_on": "2020-01-01", "standing": standing, "licence_until": until.isoformat()},
               ["error /licence_until licence-expired"] if lapsed else [])


def chains(rng, today):
    """P gives A the right, A passes it on to B …; then something is changed, or nothing."""
    for _ in range(2 * COUNT):
        length = rng.randint(1, 4)
        links = []
        for n in range(length):
            links.append({"id": f"aut_{n}", "principal": "pty_p", "agent": f"pty_{n}", "scope": ["enforcement"], "all_rights": True, "rights": [],
                          "all_platforms": True, "platforms": [], "valid_from": "2026-01-01", "valid_until": "2026-12-31", "sub_delegation": n < length - 1})
            if n:
                links[-1]["follows"] = f"aut_{n - 1}"
        for _ in range(rng.randrange(3)):
            link = rng.choice(links)
            link.update(rng.choice((
                {"scope": ["certification"]}, {"all_rights": False, "rights": ["rgt_other"]}, {"all_rights": False, "rights": ["rgt_other", "rgt_1"]},
                {"all_platforms": False, "platforms": ["ippro"]}, {"all_platforms": False, "platforms": ["kuaishou"]}, {"sub_delegation": False},
                {"principal": "pty_q"}, {"agent": "pty_q"}, {"follows": "aut_gone"}, {"follows": f"aut_{rng.randrange(length)}"},
                {"valid_from": around(rng, today, 3).isoformat()}, {"valid_until": around(rng, today, 3).isoformat()},
            )))
        yield {"authorisations": rng.sample(links, length), "authorisation": f"aut_{length - 1}", "principal": "pty_p", "agent": f"pty_{length - 1}"}


def judge_chain(chain, today):
    by_id = {link["id"]: link for link in chain["authorisations"]}
    path = [by_id[chain["authorisation"]]]
    while path[0].get("follows") in by_id and by_id[path[0]["follows"]] not in path:
        path.insert(0, by_id[path[0]["follows"]])
    found = []
    for n, link in enumerate(path):
        last = n == len(path) - 1
        before = path[n - 1]["id"] if n else None
        if link["principal"] != chain["principal"] or link.get("follows") != before or (last and link["agent"] != chain["agent"]):
            found.append("broken")
        if "enforcement" not in link["scope"]:
            found.append("scope")
        if not link["all_rights"] and "rgt_1" not in link["rights"]:
            found.append("right")
        if not link["all_platforms"] and "kuaishou" not in link["platforms"]:
            found.append("platform")
        if link["valid_from"] > today.isoformat():
            found.append("not-begun")
        if link["valid_until"] < today.isoformat():
            found.append("expired")
        if not last and not link["sub_delegation"]:
            found.append("no-sub-delegation")
    return ["error /authorisation authorisation-" + what for what in found]


def run(probe, right, *options):
    right = {"name": "x", "owner": "x", "standing": "owner", **right}
    done = subprocess.run([probe, *options], input=json.dumps(right), capture_output=True, text=True, encoding="utf-8")
    return done.stdout.splitlines() if done.returncode == 0 else done.stderr


def compare(name, probe, today, cases):
    cases = list(cases)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        answers = pool.map(lambda case: run(probe, case[0], "--today", today.isoformat()), cases)
        wrong = [(right, lines, expected) for (right, expected), lines in zip(cases, answers) if sorted(lines) != sorted(expected)]
    kinds = {line for _, expected in cases for line in expected}
    check(f"{name}: {len(cases)} rights, {len(kinds)} findings", cases and not wrong, wrong[:2])


def compare_chains(probe, today, rng):
    right = {"id": "rgt_1", "kind": "original_image", "author_kind": "person", "shot_on": "2020-01-01"}
    wrong = []
    seen = set()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "chain.json")
        for chain in chains(rng, today):
            with open(path, "w", encoding="utf-8") as file:
                json.dump(chain, file)
            expected = judge_chain(chain, today)
            seen.update(expected)
            lines = run(probe, right, "--today", today.isoformat(), "--chain", path, "--platform", "kuaishou")
            if lines != expected:
                wrong.append((chain, lines, expected))
    check("chains of authorisations", not wrong, wrong[:2])
    check("every finding of a chain was seen", len(seen) == 7, seen)


def compare_signers(probe, today):
    """Whoever signs abroad has it legalised and translated: the principal, or the agent that passes it on."""
    homes = {"US": {"kind": "foreign_organisation", "country": "US"}, "VN": {"kind": "foreign_person", "country": "VN"}, "CN": {"kind": "mainland_organisation"}, "HK": {"kind": "hong_kong_organisation"}}
    right = {"id": "rgt_1", "kind": "original_image", "author_kind": "person", "shot_on": "2020-01-01"}
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "chain.json")
        for signers in ("CN", "US", "CN US", "US CN", "HK VN", "VN US", "CN HK VN", "US CN HK"):
            signers = signers.split()
            links = [{"id": f"aut_{n}", "principal": "pty_0", "agent": f"pty_{n + 1}", "scope": ["enforcement"], "all_rights": True, "rights": [],
                      "all_platforms": True, "platforms": [], "valid_from": "2026-01-01", "valid_until": "2026-12-31", "sub_delegation": True,
                      **({"follows": f"aut_{n - 1}"} if n else {})} for n in range(len(signers))]
            parties = [{"id": f"pty_{n}", "name": "x", **homes[home]} for n, home in enumerate(signers)]
            with open(path, "w", encoding="utf-8") as file:
                json.dump({"authorisations": links, "authorisation": links[-1]["id"], "principal": "pty_0", "agent": links[-1]["agent"], "parties": parties}, file)
            lines = run(probe, right, "--today", today.isoformat(), "--chain", path, "--platform", "kuaishou")
            expected = [f"warning /authorisations/aut_{n}/files {what}-missing" for n, home in enumerate(signers) if homes[home]["kind"].startswith("foreign")
                        for what in ("legalisation", "translation")]
            asked = [line for line in lines if line.endswith(("legalisation-missing", "translation-missing"))]
            if sorted(asked) != sorted(expected):
                wrong.append((signers, lines, expected))
    check("papers signed abroad", not wrong, wrong[:2])


def main():
    (probe,) = sys.argv[1:]
    today = datetime.date(2026, 11, 21)
    rng = random.Random(20261121)
    compare("patents", probe, today, patents(rng, today))
    compare("works", probe, today, works(rng, today))
    compare("trademarks", probe, today, trademarks(rng, today))
    compare("standings", probe, today, standings(rng, today))
    compare_chains(probe, today, rng)
    compare_signers(probe, today)

    ruled = run(probe, {"kind": "trademark"}, "--rules", "kuaishou", "--today", "2026-11-21")
    check("a rule set's papers", "error /files paper-missing" in ruled, ruled)
    for bad in (("--today", "2026-02-30"), ("--rules", "../nothing"), ("--party", "/nowhere"), ("x",)):
        refused = subprocess.run([probe, *bad], input="{}", capture_output=True, text=True)
        check(f"refused: {' '.join(bad)}", refused.returncode == 2 and refused.stderr and not refused.stdout, refused)
    garbage = subprocess.run([probe], input="{", capture_output=True, text=True)
    check("no JSON", garbage.returncode == 2 and garbage.stderr, garbage)
    print(f"1..{len(failures)}")
    return any(failures)


if __name__ == "__main__":
    sys.exit(main())
