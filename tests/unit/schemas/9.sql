-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What schema 9 added to a desk of schema 8. It stays as it is when later migrations come.

PRAGMA user_version = 9;

ALTER TABLE parties ADD COLUMN document_key TEXT NOT NULL DEFAULT '';
UPDATE parties SET document_key = 'resident_id:' || document_number;
DROP INDEX parties_by_document;
CREATE INDEX parties_by_document ON parties (document_key) WHERE document_key <> '';
