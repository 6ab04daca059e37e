-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What schema 2 added to a desk of schema 1. It stays as it is when later migrations come.

PRAGMA user_version = 2;

CREATE TABLE vault_removals (
  row INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO vault_removals (sha256) VALUES ('dd');
