-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Whose own identity a party is, each account says for itself: as the platform holds it, where it does (missing it is
-- true); until it has answered, what was said last here is the best that is known.
ALTER TABLE certifications ADD COLUMN own INTEGER NOT NULL DEFAULT 0;
UPDATE certifications SET own = CASE WHEN json_valid (CAST (body AS TEXT))
    THEN json_type (CAST (body AS TEXT), '$.own') IS NOT 'false'
    ELSE coalesce ((SELECT own FROM parties WHERE parties.id = subject), 0) END
  WHERE kind = 'party';
CREATE INDEX certifications_own ON certifications (account) WHERE own = 1;
