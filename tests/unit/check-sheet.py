#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the reader and the writer of sheets with Python's csv module over made-up files (seeded).

usage: tests/unit/check-sheet.py PROBE
"""

import csv
import io
import os
import random
import subprocess
import sys
import tempfile

COUNT = 300
ENCODINGS = {
    "UTF-8": lambda text: text.encode("utf-8"),
    "UTF-8 with mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16LE": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "UTF-16BE": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "GB18030": lambda text: text.encode("gb18030"),
}
# Whole words rather than characters drawn from everywhere: a file of UTF-8 must look like one.
WORDS = ("青云茶业", "商标", "第35类", "ACME", "5\" pipe", "a", "", " ", "x y", "𠮷野家", "龘靐", "é", "€", "=1+1", "-", "'",
         "两行\n一格", "回车\r\n换行", "末尾\r", "\n", '"', '""', "他说\"好\"", "，", "；")  # fmt: skip


class Reading:
    """What the probe says of a file."""

    def __init__(self, probe, data):
        with tempfile.NamedTemporaryFile(prefix="signet-sheet-", suffix=".csv") as file:
            file.write(data)
            file.flush()
            done = subprocess.run([probe, file.name], capture_output=True, check=False)
        self.status, self.error = done.returncode, done.stderr.decode()
        if self.status:
            return
        fields = iter(done.stdout.decode("utf-8").split("\0"))
        self.encoding, self.separator = next(fields), next(fields)
        self.rows = []
        for line in fields:
            if line == "":
                break
            problem, count = int(next(fields)), int(next(fields))
            self.rows.append((int(line), problem, [next(fields) for _ in range(count)]))


def cell(rng, separator):
    text = "".join(rng.choice(WORDS) for _ in range(rng.choice((0, 1, 1, 2, 4))))
    return text + rng.choice(("", "", ",", ";", "\t", separator))


def quoted(rng, text, separator):
    if rng.random() < 0.2 or any(mark in text for mark in (separator, '"', "\r", "\n")):
        return '"' + text.replace('"', '""') + '"'
    return text


def made_up(rng):
    separator, end = rng.choice(",;\t"), rng.choice(("\r\n", "\n", "\r"))
    width = rng.randrange(2, 9)
    heads = [f"权利{n}" for n in range(width)]
    rows = [heads] + [[cell(rng, separator) for _ in range(width)] for _ in range(rng.randrange(1, 40))]
    # csv.writer leaves a CR bare where rows end in LF, so the quotes are put here.
    text = "".join(separator.join(quoted(rng, text, separator) for text in row) + end for row in rows)
    return separator, rows, text if rng.random() < 0.5 else text[: -len(end)]


def oracle(text, separator):
    """(first line, cells) by csv.reader, which counts lines as it is fed them."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    found, before = [], 0
    for cells in reader:
        if cells:
            found.append((before + 1, cells))
        before = reader.line_num
    return found


def check_reading(probe, rng):
    for _ in range(COUNT):
        separator, rows, text = made_up(rng)
        name = rng.choice(list(ENCODINGS))
        got = Reading(probe, ENCODINGS[name](text))
        if got.status:
            yield f"{name}: refused: {got.error}"
            continue
        if got.encoding != name.removesuffix(" with mark"):
            yield f"{name} taken for {got.encoding}"
        if got.separator != separator:
            yield f"{separator!r} taken for {got.separator!r}"
        if [cells for _, cells in oracle(text, separator)] != rows:
            yield "the oracle doesn't read what it wrote"
        if [(line, cells) for line, _, cells in got.rows] != oracle(text, separator):
            yield f"{name} {separator!r}: rows differ in {text[:200]!r}"
        if any(problem for _, problem, _ in got.rows):
            yield f"a problem in a sound file {text[:200]!r}"


def check_damage(probe, rng):
    """One character taken out or put in: every character of the file is still in some row, in its order."""
    for _ in range(COUNT):
        separator, _, text = made_up(rng)
        at = rng.randrange(len(text))
        text = rng.choice((text[:at] + '"' + text[at:], text[:at] + text[at + 1 :], text[:at]))
        got = Reading(probe, text.encode("utf-8-sig"))
        if got.status:
            yield f"refused: {got.error}"
            continue
        drop = str.maketrans("", "", '",;\t\r\n')
        if "".join("".join(cells) for _, _, cells in got.rows).translate(drop) != text.translate(drop):
            yield f"something is lost of {text[:200]!r}"
        lines = [line for line, _, _ in got.rows]
        if lines != sorted(set(lines)):
            yield f"line numbers don't rise: {lines}"


def check_writing(probe, rng):
    for _ in range(COUNT // 10):
        rows = [[cell(rng, ",") for _ in range(5)] for _ in range(20)]
        rows.append(["=HYPERLINK(\"http://a\")", "+86 10", "-1", "@SUM(A1)", "\tx"])
        fed = "".join("".join(text + "\x1f" for text in row) + "\x1e" for row in rows)
        out = subprocess.run([probe, "--write"], input=fed.encode(), capture_output=True, check=True).stdout
        if not out.startswith(b"\xef\xbb\xbf") or not out.endswith(b"\r\n"):
            yield "no mark or no CR LF"
        back = list(csv.reader(io.StringIO(out.decode("utf-8-sig"), newline=""), strict=True))
        safe = [["'" + text if text[:1] in tuple("=+-@\t\r\n") and text else text for text in row] for row in rows]
        if back != safe:
            yield f"csv reads something else: {[pair for pair in zip(back, safe) if pair[0] != pair[1]][:1]}"
        if any(text[:1] and text[0] in "=+-@\t\r\n" for row in back for text in row):
            yield "a cell begins as a formula"
        got = Reading(probe, out)
        if [cells for _, _, cells in got.rows] != back:
            yield "the reader reads something else than csv"


def check_refusals(probe, rng):
    good = "号码,名称\r\n1,青云\r\n"
    for what, data, line in (
        ("NUL", (good + "2,a\0b\r\n").encode(), 3),
        ("UTF-16 without its mark", good.encode("utf-16-le"), 1),
        ("neither encoding", b"a,b\r\n1,2\r\n\xff\xff,3\r\n", 3),
        ("damaged UTF-8", (good * 5 + "3,龘靐\r\n").encode()[:-4] + b"\r\n", 11),
        ("damaged UTF-8 with mark", b"\xef\xbb\xbf" + "号\n1".encode() + b"\xe9", 2),
        ("half a UTF-16 character", b"\xff\xfe" + good.encode("utf-16-le") + b"a", 3),
        ("lone surrogate", b"\xff\xfe" + good.encode("utf-16-le") + b"\x00\xd8a\x00", 3),
        ("an XLSX", b"PK\3\4" + os.urandom(100), 0),
    ):
        got = Reading(probe, data)
        if got.status != 3 or not got.error.startswith(f"{line} "):
            yield f"{what}: expected line {line}, got {got.status} {got.error}"
    with tempfile.NamedTemporaryFile(prefix="signet-sheet-") as file:
        file.truncate(100 * 1024 * 1024)
        done = subprocess.run([probe, file.name], capture_output=True, check=False)
        if done.returncode != 3 or b"More than" not in done.stderr:
            yield f"100 MB: {done.returncode} {done.stderr}"


def main():
    rng = random.Random(20261121)
    checks = (check_reading, check_damage, check_writing, check_refusals)
    print(f"1..{len(checks)}")
    status = 0
    for number, check in enumerate(checks, 1):
        wrong = list(check(sys.argv[1], rng))
        print(f"{'not ok' if wrong else 'ok'} {number} - {check.__name__}", flush=True)
        for line in wrong[:5]:
            print(f"# {line}".replace("\n", " "))
        status |= bool(wrong)
    return status


if __name__ == "__main__":
    sys.exit(main())
