-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Parties in every role. A document certifies one party of an account, and is one account's own; others may
-- have the same principal. What has expired claims nothing.
ALTER TABLE certifications ADD COLUMN own INTEGER NOT NULL DEFAULT 0;
UPDATE certifications SET own = 1 WHERE kind = 'party' AND document IS NOT NULL;
DROP INDEX certifications_document;
CREATE INDEX certifications_document ON certifications (kind, document) WHERE document IS NOT NULL;
CREATE UNIQUE INDEX certifications_party ON certifications (account, document)
  WHERE document IS NOT NULL AND kind = 'party' AND status <> 'expired';
CREATE UNIQUE INDEX certifications_own ON certifications (document)
  WHERE document IS NOT NULL AND own AND status <> 'expired';

-- What an agent acts on; NULL where the principal is the account's own.
ALTER TABLE complaints ADD COLUMN authorisation_n INTEGER REFERENCES certifications;
