-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What schema 4 added to a desk of schema 3, with a record in every new table. It stays as it is when later migrations
-- come.

PRAGMA user_version = 4;

ALTER TABLE parties ADD COLUMN own INTEGER NOT NULL DEFAULT 0;
UPDATE parties SET own = 1;
ALTER TABLE parties ADD COLUMN country TEXT NOT NULL DEFAULT '';
ALTER TABLE parties ADD COLUMN document_valid_until TEXT NOT NULL DEFAULT '';
UPDATE parties SET document_valid_until = json_extract (CAST (body AS TEXT), '$.document.valid_until')
  WHERE CASE WHEN json_valid (CAST (body AS TEXT))
        THEN json_type (CAST (body AS TEXT), '$.document.valid_until') = 'text' END;
CREATE INDEX parties_by_document ON parties (document_number) WHERE document_number <> '';

ALTER TABLE rights ADD COLUMN co_holders TEXT NOT NULL DEFAULT '';
ALTER TABLE rights ADD COLUMN licence_until TEXT NOT NULL DEFAULT '';
CREATE INDEX rights_by_party ON rights (party);
CREATE INDEX rights_by_number ON rights (number) WHERE number <> '';
CREATE INDEX complaints_by_party ON complaints (party_id);

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
  SELECT id, 'right', party, valid_until, kind = 'trademark', '', '' FROM rights WHERE date (valid_until, '+0 days') = valid_until;
INSERT INTO deadlines (subject, what, party, date, grace, put_off_until, told_step)
  SELECT id, 'document', id, document_valid_until, 0, '', '' FROM parties
  WHERE date (document_valid_until, '+0 days') = document_valid_until;

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

ALTER TABLE drafts ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE drafts ADD COLUMN principal TEXT NOT NULL DEFAULT '';
ALTER TABLE drafts ADD COLUMN base BLOB;
UPDATE drafts SET principal = (SELECT party FROM rights WHERE id = subject)
  WHERE kind = 'complaint' AND subject IN (SELECT id FROM rights);

ALTER TABLE outbox ADD COLUMN principal TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN base BLOB;
UPDATE outbox SET principal = coalesce (CASE kind
    WHEN 'party' THEN subject
    WHEN 'right' THEN (SELECT party FROM rights WHERE id = subject)
    WHEN 'complaint' THEN (SELECT party_id FROM complaints WHERE id = subject)
  END, '');
DROP INDEX outbox_unsent;
CREATE INDEX outbox_unsent ON outbox (state, kind, account, principal) WHERE state <> 'sent';

INSERT INTO authorisations VALUES (1, 'aut', 'party', 'agent', '', '李经理', '2026-01-01', '2027-12-31', 0, 'right', 1, 1, x'0b', 24, 25);
INSERT INTO deadlines VALUES (3, 'aut', 'authorisation', 'party', '2027-12-31', 0, '2027-02-01', '12m');
