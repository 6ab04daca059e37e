#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the tree to its own rules.

usage: tests/lint/lint.py [--source DIR] [--build DIR] [--list | --known RULE,RULE...] [RULE...]

Without a rule all that have something to look at are tried. --list names those, one a line: a rule about
a thing that isn't in the tree yet doesn't exist, so none passes by looking at nothing. --known fails where
the list has grown or shrunk since the build folder was configured.
"""

import argparse
import os
import sys

sys.dont_write_bytecode = True

import code_rules  # noqa: E402,F401
import data_rules  # noqa: E402,F401
from tree import RULES, Absent, Tree  # noqa: E402

LONG = 600
SKIPPED = 77


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--source", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
    parser.add_argument("--build")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--known")
    parser.add_argument("rules", nargs="*")
    arguments = parser.parse_args()

    tree = Tree(arguments.source, arguments.build)
    present = [name for name, rule in RULES.items() if rule.subjects(tree)]
    if arguments.list:
        print("\n".join(present))
        return 0
    if arguments.known is not None:
        stale = sorted(set(present) ^ set(arguments.known.split(",")))
        print(f"reconfigure the build folder for: {', '.join(stale)}" if stale else f"{len(present)} rules")
        return 1 if stale else 0

    found = 0
    for name in arguments.rules or present:
        rule = RULES.get(name)
        files = rule.subjects(tree) if rule else []
        if not files:
            print(f"{name}: nothing to look at" if rule else f"{name}: no such rule")
            found += 1
            continue
        if name == "length":
            for path in files:
                if len(tree.lines(path)) > LONG:
                    print(f"note: {path} has {len(tree.lines(path))} lines; look for the second class")
        try:
            hits = list(rule.check(tree, files))
        except Absent as absent:
            print(f"{name}: {absent}")
            return SKIPPED
        for path, line, message in hits:
            print(f"{path}:{line}: {message} [{name}]")
        print(f"{name}: {len(files)} files, {len(hits)} found")
        found += len(hits)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
