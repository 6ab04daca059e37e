-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Identity and rights in full: authorisations, whose identity a party is, what falls due, and how each certification
-- came to stand where it does.

-- Until now nobody acted for anybody else.
ALTER TABLE parties ADD COLUMN own INTEGER NOT NULL DEFAULT 0;
UPDATE parties SET own = 1;
ALTER TABLE parties ADD COLUMN country TEXT NOT NULL DEFAULT '';
ALTER TABLE parties ADD COLUMN document_valid_until TEXT NOT NULL DEFAULT '';
UPDATE parties SET document_valid_until = json_extract (CAST (body AS TEXT), '$.document.valid_until')
  WHERE CASE WHEN json_valid (CAST (body AS TEXT))
        THEN json_type (CAST (body AS TEXT), '$.document.valid_until') = 'text' END;
CREATE INDEX parties_by_document ON parties (document_number) WHERE document_number <> '';

-- `co_holders` are local ids with a space between.
ALTER TABLE rights ADD COLUMN co_holders TEXT NOT NULL DEFAULT '';
ALTER TABLE rights ADD COLUMN licence_until TEXT NOT NULL DEFAULT '';
CREATE INDEX rights_by_party ON rights (party);
CREATE INDEX rights_by_number ON rights (number) WHERE number <> '';
CREATE INDEX complaints_by_party ON complaints (party_id);

-- `rights` are local ids with a space between.
CREATE TABLE authorisations (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  principal TEXT NOT NULL,
  agent TEXT NOT NULL,
  follows TEXT NOT NULL,
  handler TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  all_rights INTEGER NOT NULL,
  rights TEXT NOT NULL,
  n_rights INTEGER NOT NULL,
  sub_delegation INTEGER NOT NULL,
  body BLOB,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX authorisations_by_principal ON authorisations (principal);
CREATE INDEX authorisations_by_follows ON authorisations (follows) WHERE follows <> '';

-- What runs out, and when: kept by whoever saves the record. `party` is whose it is, `grace` says whether it may still
-- be renewed afterwards; `told_step` is the last step a person was told of.
CREATE TABLE deadlines (
  row INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  what TEXT NOT NULL,
  party TEXT NOT NULL,
  date TEXT NOT NULL,
  grace INTEGER NOT NULL,
  put_off_until TEXT NOT NULL,
  told_step TEXT NOT NULL,
  UNIQUE (subject, what)
) STRICT;
CREATE INDEX deadlines_by_date ON deadlines (date);
INSERT INTO deadlines (subject, what, party, date, grace, put_off_until, told_step)
  SELECT id, 'right', party, valid_until, kind = 'trademark', '', '' FROM rights
  WHERE date (valid_until, '+0 days') = valid_until;
INSERT INTO deadlines (subject, what, party, date, grace, put_off_until, told_step)
  SELECT id, 'document', id, document_valid_until, 0, '', '' FROM parties
  WHERE date (document_valid_until, '+0 days') = document_valid_until;

-- Every state a platform has given a party, right or authorisation; `at` as it dates it.
CREATE TABLE certification_events (
  row INTEGER PRIMARY KEY,
  account TEXT NOT NULL REFERENCES accounts (id),
  subject TEXT NOT NULL,
  at TEXT NOT NULL,
  status TEXT NOT NULL,
  n_findings INTEGER NOT NULL,
  findings BLOB
) STRICT;
CREATE INDEX certification_events_by_subject ON certification_events (subject, account);
INSERT INTO certification_events (account, subject, at, status, n_findings, findings)
  SELECT account, subject, updated_at, status, n_findings, findings FROM certifications WHERE remote_id <> '';

-- What a draft is for ('' is something new), and whose it is ('' while that isn't known). `base` is what the platform
-- held when a correction was begun, and in the outbox when it was submitted: what it holds by then may be another.
ALTER TABLE drafts ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE drafts ADD COLUMN principal TEXT NOT NULL DEFAULT '';
ALTER TABLE drafts ADD COLUMN base BLOB;
UPDATE drafts SET principal = (SELECT party FROM rights WHERE id = subject)
  WHERE kind = 'complaint' AND subject IN (SELECT id FROM rights);

-- Whose submission it is: what is on its way is counted in the index alone.
ALTER TABLE outbox ADD COLUMN principal TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN base BLOB;
UPDATE outbox SET principal = coalesce (CASE kind
    WHEN 'party' THEN subject
    WHEN 'right' THEN (SELECT party FROM rights WHERE id = subject)
    WHEN 'complaint' THEN (SELECT party_id FROM complaints WHERE id = subject)
  END, '');
DROP INDEX outbox_unsent;
CREATE INDEX outbox_unsent ON outbox (state, kind, account, principal) WHERE state <> 'sent';
