#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""finding-codes.py DOCUMENT OUT: the codes of findings the contract names, one a line."""

import sys

import yaml

with open(sys.argv[1], encoding="utf-8") as document:
    codes = yaml.safe_load(document)["components"]["schemas"]["Finding"]["properties"]["code"]["examples"]

with open(sys.argv[2], "w", encoding="utf-8") as out:
    out.write("\n".join(codes) + "\n")
