-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What schema 7 added to a desk of schema 6. It stays as it is when later migrations come.

PRAGMA user_version = 7;

ALTER TABLE certification_events ADD COLUMN remote_id TEXT NOT NULL DEFAULT '';
UPDATE certification_events SET remote_id = 'rgt_1' WHERE subject = 'right';
CREATE INDEX certification_events_by_remote_id ON certification_events (account, remote_id);
