#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""finding-codes.py DOCUMENT HEADER OUT: the codes of findings the contract names and Signet's own checks make, one a line."""

import re
import sys

import yaml

with open(sys.argv[1], encoding="utf-8") as document:
    codes = set(yaml.safe_load(document)["components"]["schemas"]["Finding"]["properties"]["code"]["examples"])
with open(sys.argv[2], encoding="utf-8") as header:
    codes |= set(re.findall(r'^#define SIGNET_FINDING_\w+[ \\\n]+"([^"]+)"', header.read(), re.MULTILINE))

with open(sys.argv[3], "w", encoding="utf-8") as out:
    out.write("\n".join(sorted(codes)) + "\n")
