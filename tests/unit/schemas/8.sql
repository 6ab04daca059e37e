-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What schema 8 added to a desk of schema 7. It stays as it is when later migrations come.

PRAGMA user_version = 8;

ALTER TABLE certifications ADD COLUMN own INTEGER NOT NULL DEFAULT 0;
CREATE INDEX certifications_own ON certifications (account) WHERE own = 1;
