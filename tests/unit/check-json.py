#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-json.py PROBE: the strict scan against Python's reader with the design's limits written a second time."""

import json
import math
import random
import subprocess
import sys
import tempfile

PIECES = ["{", "}", "[", "]", ",", ":", '"', "\\", "\\u", "\\ud83d", "\\ude00", "\\u0000", "0", "1", "9", "-", "+", ".",
          "e", "E", "true", "false", "null", " ", "\n", "\t", "\r", "\v", "a", "中", "\x00", "\x1f", "\x7f", "\ufeff",
          "//", "/*", "NaN", '"a":1', "1e400", "9223372036854775808"]


def refuse(what):
    raise ValueError(what)


def pairs(members):
    names = [name for name, _ in members]
    return dict(members) if len(names) == len(set(names)) else refuse("duplicate")


def integer(text):
    return int(text) if -2**63 <= int(text) < 2**63 else refuse("integer")


def number(text):
    return float(text) if math.isfinite(float(text)) else refuse("number")


def check(value, depth):
    if isinstance(value, str) and ("\0" in value or any(0xD800 <= ord(c) < 0xE000 for c in value)):
        refuse("string")
    if isinstance(value, (dict, list)) and depth == 64:
        refuse("depth")
    if isinstance(value, dict):
        for name, member in value.items():
            check(name, depth + 1)
            check(member, depth + 1)
    if isinstance(value, list):
        for element in value:
            check(element, depth + 1)


def expected(data):
    try:
        check(json.loads(data.decode("utf-8"), object_pairs_hook=pairs, parse_int=integer, parse_float=number,
                         parse_constant=refuse), 0)
        return True
    except ValueError:
        return False


def make_value(rng, depth):
    kind = rng.randrange(8 if depth < 4 else 6)
    if kind == 6:
        return [make_value(rng, depth + 1) for _ in range(rng.randrange(4))]
    if kind == 7:
        return {rng.choice(["a", "b", "", "中", "\U0001f600"]): make_value(rng, depth + 1) for _ in range(rng.randrange(4))}
    return [None, True, rng.randint(-2**63, 2**63 - 1), rng.uniform(-1, 1) * 10.0**rng.randint(-320, 307),
            "".join(chr(rng.choice([1, 34, 92, 97, 0x4e2d, 0x1f600])) for _ in range(rng.randrange(5))), 0][kind]


def make_text(rng):
    if rng.random() < 0.2:
        return "".join(rng.choice(PIECES) for _ in range(rng.randrange(1, 6))).encode("utf-8")
    text = json.dumps(make_value(rng, 0), ensure_ascii=rng.random() < 0.5, indent=rng.choice([None, 1]))
    for _ in range(rng.randrange(3)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(PIECES) + text[at + rng.randrange(2):]
    data = text.encode("utf-8")
    if rng.random() < 0.1:
        at = rng.randrange(len(data) + 1)
        data = data[:at] + bytes([rng.randrange(256)]) + data[at + 1:]
    return data


def main():
    rng = random.Random(20261121)
    wrong = []
    taken = 0
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 600
    with tempfile.NamedTemporaryFile() as file:
        for _ in range(rounds):
            data = make_text(rng)
            file.seek(0)
            file.truncate()
            file.write(data)
            file.flush()
            status = subprocess.run([sys.argv[1], file.name], stderr=subprocess.DEVNULL).returncode
            should = expected(data)
            taken += should
            if status != (0 if should else 1):
                wrong.append((data, status))
    print("1..2")
    for data, status in wrong:
        print("#", repr(data), "exit", status)
    print("not ok" if wrong else "ok", "1 - agrees with another reader")
    # a generator that makes only good or only bad texts would show nothing
    print("ok" if rounds / 5 < taken < rounds * 4 / 5 else "not ok", "2 - good and bad texts were tried,", taken, "good")


main()
