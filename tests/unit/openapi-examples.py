#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""openapi-examples.py DOCUMENT OUT: every schema's examples as one JSON object, schema name to array."""

import json
import sys

import yaml

with open(sys.argv[1], encoding="utf-8") as document:
    schemas = yaml.safe_load(document)["components"]["schemas"]

examples = {name: schema.get("examples", []) for name, schema in schemas.items()}
without = [name for name, found in examples.items() if not found]
if without:
    sys.exit("schemas without an example: " + ", ".join(without))

with open(sys.argv[2], "w", encoding="utf-8") as out:
    json.dump(examples, out, ensure_ascii=False)
