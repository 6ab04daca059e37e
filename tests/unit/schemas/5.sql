-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What schema 5 added to a desk of schema 4. It stays as it is when later migrations come.

PRAGMA user_version = 5;

ALTER TABLE outbox ADD COLUMN wanted BLOB;
