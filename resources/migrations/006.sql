-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What waits for a submission that failed.
CREATE INDEX outbox_depends ON outbox (depends) WHERE state <> 'sent';

-- Until when a patent's annuities are paid was only in the encoded right.
ALTER TABLE rights ADD COLUMN annuity_paid_until TEXT NOT NULL DEFAULT '';
UPDATE rights SET annuity_paid_until = json_extract (CAST (body AS TEXT), '$.annuity_paid_until')
  WHERE CASE WHEN json_valid (CAST (body AS TEXT))
        THEN json_type (CAST (body AS TEXT), '$.annuity_paid_until') = 'text' END;
INSERT INTO deadlines (subject, what, party, date, grace, put_off_until, told_step)
  SELECT id, 'annuity', party, annuity_paid_until, 1, '', '' FROM rights
  WHERE date (annuity_paid_until, '+0 days') = annuity_paid_until;
