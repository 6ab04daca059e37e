-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What two parties with one document have in common, however its number was typed. Parties from before there were
-- others than these; whatever else stands here gets it when it is saved again.
ALTER TABLE parties ADD COLUMN document_key TEXT NOT NULL DEFAULT '';
UPDATE parties SET document_key = CASE kind
    WHEN 'mainland_person' THEN 'resident_id:' || document_number
    WHEN 'mainland_organisation' THEN 'credit_code:' || document_number
    ELSE '' END
  WHERE document_number <> '';
DROP INDEX parties_by_document;
CREATE INDEX parties_by_document ON parties (document_key) WHERE document_key <> '';
