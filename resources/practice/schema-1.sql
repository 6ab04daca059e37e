-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The practice platform's whole memory. Times are microseconds since 1970 by the practice clock.

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE accounts (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  phone TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
);

CREATE TABLE bindings (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES accounts,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  status TEXT NOT NULL,
  code TEXT,
  tries INTEGER NOT NULL DEFAULT 0,
  sent_at INTEGER,
  expires_at INTEGER
);
CREATE INDEX bindings_account ON bindings (account, kind, status);

-- One code at a time for each phone, whatever session asked for it.
CREATE TABLE phones (
  phone TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  sent_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  locked_until INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- Secrets are kept as digests only.
CREATE TABLE challenges (
  session TEXT PRIMARY KEY,
  phone TEXT NOT NULL,
  pkce TEXT NOT NULL,
  device TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  authorization_code TEXT UNIQUE,
  authorization_until INTEGER
) WITHOUT ROWID;

CREATE TABLE sessions (
  n INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES accounts,
  device TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  revoked INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE tokens (
  digest TEXT PRIMARY KEY,
  session INTEGER NOT NULL REFERENCES sessions,
  kind TEXT NOT NULL,
  valid_until INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX tokens_session ON tokens (session, kind);

CREATE TABLE messages (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  channel TEXT NOT NULL,
  recipient TEXT NOT NULL,
  code TEXT NOT NULL,
  zh TEXT NOT NULL,
  en TEXT NOT NULL
);

CREATE TABLE files (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES accounts,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  received INTEGER NOT NULL DEFAULT 0,
  stored INTEGER NOT NULL DEFAULT 0,
  expires_at INTEGER NOT NULL
);
CREATE INDEX files_digest ON files (account, sha256) WHERE stored;
CREATE INDEX files_unfinished ON files (expires_at) WHERE NOT stored;

CREATE TABLE chunks (
  n INTEGER PRIMARY KEY,
  file INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
  start INTEGER NOT NULL,
  data BLOB NOT NULL
);
CREATE UNIQUE INDEX chunks_file ON chunks (file, start);

-- Parties and rights: what is certified.
CREATE TABLE certifications (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES accounts,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  document TEXT,
  valid_until TEXT,
  status TEXT NOT NULL,
  findings TEXT NOT NULL DEFAULT '[]',
  version INTEGER NOT NULL DEFAULT 1,
  due_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
);
CREATE INDEX certifications_account ON certifications (account, kind, n);
CREATE UNIQUE INDEX certifications_document ON certifications (kind, document) WHERE document IS NOT NULL;
CREATE INDEX certifications_open ON certifications (n) WHERE status = 'in_review';
CREATE INDEX certifications_valid ON certifications (valid_until) WHERE status = 'approved';

CREATE TABLE complaints (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES accounts,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  right_n INTEGER NOT NULL REFERENCES certifications,
  principal_n INTEGER NOT NULL REFERENCES certifications,
  content TEXT NOT NULL,
  status TEXT NOT NULL,
  findings TEXT NOT NULL DEFAULT '[]',
  history TEXT NOT NULL,
  item_count INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  due_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  decided_at INTEGER
);
CREATE UNIQUE INDEX complaints_number ON complaints (account, year, number);
CREATE INDEX complaints_account ON complaints (account, n);
CREATE INDEX complaints_open ON complaints (n) WHERE status IN ('submitted', 'in_review');
CREATE INDEX complaints_waiting ON complaints (account) WHERE status = 'needs_correction';

CREATE TABLE items (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  complaint INTEGER NOT NULL REFERENCES complaints,
  right_n INTEGER NOT NULL,
  position INTEGER NOT NULL,
  content TEXT NOT NULL,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  target_id TEXT,
  status TEXT NOT NULL,
  findings TEXT NOT NULL DEFAULT '[]',
  measures TEXT NOT NULL DEFAULT '[]',
  decided_at INTEGER
);
CREATE UNIQUE INDEX items_complaint ON items (complaint, position);
CREATE INDEX items_status ON items (complaint, status);
CREATE INDEX items_target ON items (right_n, target);

CREATE TABLE changes (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  resource INTEGER NOT NULL
);
CREATE INDEX changes_account ON changes (account, n);

-- What was ever accepted, with the exact bytes and the receipt given.
CREATE TABLE ledger (
  n INTEGER PRIMARY KEY,
  account INTEGER NOT NULL,
  idempotency_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  resource TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  request_digest TEXT NOT NULL,
  files TEXT NOT NULL,
  body BLOB NOT NULL,
  receipt TEXT NOT NULL
);

CREATE TABLE answers (
  n INTEGER PRIMARY KEY,
  account INTEGER NOT NULL,
  idempotency_key TEXT NOT NULL,
  request TEXT NOT NULL,
  digest TEXT NOT NULL,
  status INTEGER NOT NULL,
  headers TEXT NOT NULL,
  body BLOB NOT NULL,
  at INTEGER NOT NULL
);
CREATE UNIQUE INDEX answers_key ON answers (account, idempotency_key);
