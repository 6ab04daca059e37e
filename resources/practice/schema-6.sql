-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- From what renews a certification back to those whose place it took: each item of a complaint asks.
CREATE INDEX certifications_renewed_by ON certifications (renewed_by) WHERE renewed_by IS NOT NULL;

-- What another renews claims nothing, whatever becomes of it.
DROP INDEX certifications_party;
CREATE UNIQUE INDEX certifications_party ON certifications (account, document)
  WHERE document IS NOT NULL AND kind = 'party' AND status <> 'expired' AND renewed_by IS NULL;
DROP INDEX certifications_own;
CREATE UNIQUE INDEX certifications_own ON certifications (document)
  WHERE document IS NOT NULL AND own AND status <> 'expired' AND renewed_by IS NULL;
