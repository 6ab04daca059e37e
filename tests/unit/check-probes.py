#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares probe-deadline and probe-links with the same rules written a second time, in another language.

usage: tests/unit/check-probes.py PROBE-DEADLINE PROBE-LINKS DATA
The calendars and rule sets are the installed files, read here with Python's json.
"""

import datetime
import json
import os
import random
import subprocess
import sys

DEADLINES = """
2026-01-05 2026-01-20 2026-01-20 2026-02-02 exact
2026-02-06 2026-02-21 2026-02-24 2026-03-12 exact
2026-01-30 2026-02-14 2026-02-14 2026-03-05 exact
2025-12-20 2026-01-04 2026-01-04 2026-01-19 exact
2026-09-18 2026-10-03 2026-10-08 2026-10-22 exact
2026-12-18 2027-01-02 2027-01-04 2027-01-15 estimate
"""

# rules, pasted text, targets
LINKS = [
    ("kuaishou", "https://www.kuaishou.com/short-video/3xabc?utm_source=app&shareToken=X&authorId=1#top",
     [("video", "https://www.kuaishou.com/short-video/3xabc", "3xabc")]),
    ("kuaishou", "HTTPS://M.KUAISHOU.COM:443/short-video/3xabc", [("video", "https://www.kuaishou.com/short-video/3xabc", "3xabc")]),
    ("kuaishou", "live.kuaishou.com/u/tea2026", [("live", "https://live.kuaishou.com/u/tea2026", "tea2026")]),
    ("kuaishou", "https://www.kuaishou.com/profile/3xq", [("account", "https://www.kuaishou.com/profile/3xq", "3xq")]),
    ("kuaishou", "3.21 复制打开快手 https://v.kuaishou.com/AbC12 来看看", [("short", "https://v.kuaishou.com/AbC12", "AbC12")]),
    ("kuaishou", "https://app.kwaixiaodian.com/merchant/shop/detail?id=123456&from=share",
     [("goods", "https://app.kwaixiaodian.com/merchant/shop/detail?id=123456", "123456")]),
    ("kuaishou", "https://app.kwaixiaodian.com/practice-gone/detail?id=7",
     [("goods", "https://app.kwaixiaodian.com/practice-gone/detail?id=7", "7")]),
    ("kuaishou", "http://a/http://b", [("unknown", "http://a/", ""), ("unknown", "http://b/", "")]),
    ("kuaishou", "高山绿茶 礼盒\n\nhttps://www.douyin.com/video/1",
     [("unknown", "高山绿茶 礼盒", ""), ("unknown", "https://www.douyin.com/video/1", "")]),
    ("kuaishou", "", []),
    ("ippro", "https://www.douyin.com/video/7300000000000000000?previous_page=x&enter_from=y",
     [("video", "https://www.douyin.com/video/7300000000000000000", "7300000000000000000")]),
    ("ippro", "https://www.iesdouyin.com/share/video/7300000000000000000/?region=CN&mid=1",
     [("video", "https://www.iesdouyin.com/share/video/7300000000000000000/", "7300000000000000000")]),
    ("ippro", "https://live.douyin.com/80017709309", [("live", "https://live.douyin.com/80017709309", "80017709309")]),
    ("ippro", "https://www.douyin.com/user/MS4wLjABAAAA_x-9", [("account", "https://www.douyin.com/user/MS4wLjABAAAA_x-9", "MS4wLjABAAAA_x-9")]),
    ("ippro", "https://haohuo.jinritemai.com/ecommerce/trade/detail/index.html?id=355&origin_type=604",
     [("goods", "https://haohuo.jinritemai.com/ecommerce/trade/detail/index.html?id=355", "355")]),
    ("ippro", "7.99 复制打开抖音，看看【小店】 https://v.douyin.com/iRNBho5m/ abC:/ 01/20",
     [("short", "https://v.douyin.com/iRNBho5m/", "iRNBho5m")]),
    ("ippro", "长按复制此条消息，打开抖音搜索，查看店铺##kwu3VCixHl8##[抖音口令]", [("passcode", "##kwu3VCixHl8##", "kwu3VCixHl8")]),
]

failures = []


def check(name, good, detail=""):
    failures.append(not good)
    print(f"{'ok' if good else 'not ok'} {len(failures)} - {name}")
    if not good:
        print(f"# {detail}")


def run(*command, text):
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True, encoding="utf-8").stdout


def read_calendar(folder):
    years, days = set(), {}
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            year = json.load(file)
        years.add(year["year"])
        days.update({day["date"]: day["isOffDay"] for day in year["days"]})
    return years, days


def expect(start, years, days):
    """Day by day, without any of the program's shortcuts."""

    def works(day):
        return not days.get(day.isoformat(), day.weekday() >= 5)

    one = datetime.timedelta(days=1)
    seen = []
    raw = start + 15 * one
    rolled = raw
    seen.append(rolled)
    while not works(rolled):
        rolled += one
        seen.append(rolled)
    last, left = start, 20
    while left:
        last += one
        seen.append(last)
        left -= works(last)
    exact = all(day.year in years for day in seen)
    return "\t".join((raw.isoformat(), rolled.isoformat(), last.isoformat(), "exact" if exact else "estimate"))


def check_deadlines(probe, data):
    rows = [line.split() for line in DEADLINES.split("\n") if line]
    lines = run(probe, *(row[0] for row in rows), text="").splitlines()
    check("deadlines counted by hand", lines == ["\t".join(row[1:]) for row in rows], lines)

    years, days = read_calendar(os.path.join(data, "calendar"))
    first = datetime.date(2023, 11, 1)
    starts = [first + datetime.timedelta(days=n) for n in range(1300)]
    lines = run(probe, text="\n".join(day.isoformat() for day in starts)).splitlines()
    wrong = [(day.isoformat(), line) for day, line in zip(starts, lines) if line != expect(day, years, days)]
    check("deadlines of each day", len(lines) == len(starts) and not wrong, wrong[:3])

    bad = subprocess.run([probe, "2026-02-30", "x", "2026-01-05"], capture_output=True, text=True)
    check("no dates", bad.returncode == 1 and len(bad.stdout.splitlines()) == 1 and "2026-02-30" in bad.stderr, bad)


def check_links(probe):
    wrong = []
    for rules, text, targets in LINKS:
        lines = run(probe, "--rules", rules, text=text).splitlines()
        if lines != ["\t".join(target) for target in targets]:
            wrong.append((text, lines))
    check("links of the rule sets", not wrong, wrong)

    # Ten thousand made-up links with noise around them: each comes back once, in order, and nothing else.
    rng = random.Random(20261121)
    text, targets = [], []
    for number in range(10000):
        name = "".join(rng.choices("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", k=12)) + str(number)
        kind, shape = rng.choice((
            ("goods", "https://app.kwaixiaodian.com/merchant/shop/detail?id={}"),
            ("video", "https://www.kuaishou.com/short-video/{}"),
            ("live", "https://live.kuaishou.com/u/{}"),
            ("account", "https://www.kuaishou.com/profile/{}"),
            ("short", "https://v.kuaishou.com/{}"),
        ))
        link = shape.format(name)
        targets.append(f"{kind}\t{link}\t{name}")
        noise = rng.choice(("", "#a", f"{'&' if '?' in link else '?'}utm_source=x", "来看看", "，", "。", " 复制打开"))
        text.append(rng.choice(("", "看：", "【", "3.21 ")) + link + noise + rng.choice(("\n", " ", "\r\n")))
    lines = run(probe, "--rules", "kuaishou", text="".join(text)).splitlines()
    check("ten thousand links", lines == targets, [pair for pair in zip(lines, targets) if pair[0] != pair[1]][:3])

    refused = subprocess.run([probe, "--rules", "../nothing"], input=b"", capture_output=True)
    check("a rule set that isn't there", refused.returncode == 2 and refused.stderr, refused)


def main():
    deadline, links, data = sys.argv[1:]
    check_deadlines(deadline, data)
    check_links(links)
    print(f"1..{len(failures)}")
    return any(failures)


if __name__ == "__main__":
    sys.exit(main())
