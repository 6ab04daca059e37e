-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What schema 3 added to a desk of schema 2. It stays as it is when later migrations come.

PRAGMA user_version = 3;

ALTER TABLE accounts ADD COLUMN hosted TEXT NOT NULL DEFAULT '';
