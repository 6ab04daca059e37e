#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares probe-validate with the standards' check digits written a second time, in another language.

usage: tests/unit/check-numbers.py PROBE
Ten thousand made-up numbers (seeded) of each kind, half of them with one character changed.
"""

import datetime
import random
import string
import subprocess
import sys

CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
PROVINCES = {*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83}
COUNT = 10000


def resident_digit(first17):
    # ISO 7064 MOD 11-2, the way the standard defines it: a running product, no table of weights.
    value = 0
    for digit in first17:
        value = (value + int(digit)) * 2 % 11
    return "0123456789X"[(12 - value) % 11]


def organisation_digit(first8):
    value = sum((string.digits + string.ascii_uppercase).index(c) * w for c, w in zip(first8, (3, 7, 9, 10, 5, 8, 4, 2)))
    return {10: "X", 11: "0"}.get(11 - value % 11, str(11 - value % 11))


def credit_digit(first17):
    return CREDIT[-sum(CREDIT.index(c) * pow(3, i, 31) for i, c in enumerate(first17)) % 31]


def patent_digit(digits):
    return "0123456789X"[sum(int(d) * (i % 8 + 2) for i, d in enumerate(digits)) % 11]


def slip(rng, text, alphabet):
    at = rng.randrange(len(text))
    return text[:at] + rng.choice(alphabet) + text[at + 1 :]


def judge(errors, warnings, text):
    if errors:
        return "error " + ",".join(errors)
    return "warning " + ",".join(warnings) if warnings else "ok " + text


def resident_ids(rng, today):
    for n in range(COUNT):
        region = rng.choice(("110105", "440308", "810000", "932682", "160105", "360426"))
        birth = datetime.date(1900, 1, 1) + datetime.timedelta(days=rng.randrange(60000))
        text = region + birth.strftime("%Y%m%d") + f"{rng.randrange(1000):03}"
        text += resident_digit(text)
        if n % 2:
            text = slip(rng, text, "0123456789")
        yield text


def judge_resident_id(text, today):
    if not text[:17].isdigit():
        return "error alphabet"
    warnings = []
    if text[17] != resident_digit(text[:17]):
        warnings.append("check-digit")
    if text[0] != "9" and int(text[:2]) not in PROVINCES:
        warnings.append("region")
    try:
        birth = datetime.date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return "error date"
    if birth > today:
        warnings.append("date-future")
    elif today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day)) < 16:
        warnings.append("under-16")
    return judge([], warnings, text)


def credit_codes(rng, today):
    for n in range(COUNT):
        text = rng.choice("123456789ANYBC") + rng.choice(CREDIT) + rng.choice(("10", "11", "35", "99", "81")) + "0000"
        body = "".join(rng.choice(CREDIT) for _ in range(8))
        text += body + organisation_digit(body)
        text += credit_digit(text)
        yield slip(rng, text, CREDIT + "IOSVZ") if n % 2 else text


def judge_credit_code(text, today):
    if set(text) - set(CREDIT):
        return "error alphabet"
    warnings = []
    if text[17] != credit_digit(text[:17]):
        warnings.append("check-digit")
    if text[16] != organisation_digit(text[8:16]):
        warnings.append("org-check-digit")
    if not text[2:4].isdigit() or int(text[2:4]) not in PROVINCES | {10}:
        warnings.append("region")
    if text[0] not in "123456789ANY":
        warnings.append("department")
    return judge([], warnings, text)


def patents(rng, today):
    for n in range(COUNT):
        if rng.random() < 0.5:
            text = f"{rng.choice((*range(85, 100), 0, 1, 2, 3)):02}{rng.randrange(10)}{rng.randrange(100000):05}"
        else:
            text = f"{rng.randrange(2003, 2040)}{rng.randrange(10)}{rng.randrange(10000000):07}"
        digit = patent_digit(text)
        yield f"{text}.{rng.choice('0123456789X') if n % 2 else digit}"


def judge_patent(text, today):
    digits, digit = text.split(".")
    warnings = []
    if digit != patent_digit(digits):
        warnings.append("check-digit")
    if len(digits) == 12 and int(digits[:4]) > today.year:
        warnings.append("date-future")
    if digits[2 if len(digits) == 8 else 4] not in "12389":
        warnings.append("kind")
    return judge([], warnings, text)


def shanghai_today():
    return datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()


def main():
    rng = random.Random(20261121)
    kinds = {
        "resident-id": (resident_ids, judge_resident_id),
        "credit-code": (credit_codes, judge_credit_code),
        "patent-number": (patents, judge_patent),
    }
    print(f"1..{len(kinds)}")
    status = 0
    for number, (kind, (make, judge_one)) in enumerate(kinds.items(), 1):
        today = shanghai_today()
        texts = list(make(rng, today))
        answer = subprocess.run([sys.argv[1], kind], input="\n".join(texts), capture_output=True, text=True, check=True)
        if shanghai_today() != today:  # midnight passed: the day is part of the answer
            today = shanghai_today()
            answer = subprocess.run([sys.argv[1], kind], input="\n".join(texts), capture_output=True, text=True, check=True)
        lines = answer.stdout.splitlines()
        wrong = [(t, line, judge_one(t, today)) for t, line in zip(texts, lines) if line != judge_one(t, today)]
        good = not wrong and len(lines) == len(texts)
        print(f"{'ok' if good else 'not ok'} {number} - {kind}: {len(texts)} numbers")
        for text, line, expected in wrong[:5]:
            print(f"# {text}: probe says '{line}', expected '{expected}'")
        status |= not good
    return status


if __name__ == "__main__":
    sys.exit(main())
