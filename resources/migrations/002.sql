-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Papers in the vault that went with the account they belonged to. A row is made in the transaction that removes the
-- account and goes when the file is gone, so that a kill in between leaves nothing behind.
CREATE TABLE vault_removals (
  row INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE
) STRICT;
