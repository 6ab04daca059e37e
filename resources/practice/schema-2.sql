-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Three ways in: device codes, passwords, what is locked, and sessions that can be seen and ended.

ALTER TABLE sessions ADD COLUMN id TEXT;
ALTER TABLE sessions ADD COLUMN method TEXT NOT NULL DEFAULT 'sms';
ALTER TABLE sessions ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;
UPDATE sessions SET id = 'ses_' || lower (hex (randomblob (13))), used_at = created_at;
CREATE UNIQUE INDEX sessions_id ON sessions (id);
CREATE INDEX sessions_account ON sessions (account) WHERE NOT revoked;

-- A refresh token that was replaced is remembered: whoever comes with it late has stolen it, or was stolen from.
ALTER TABLE tokens ADD COLUMN replaced_at INTEGER;
ALTER TABLE tokens ADD COLUMN spent INTEGER NOT NULL DEFAULT 0;

-- scrypt, with its salt; NULL as long as none is set.
ALTER TABLE accounts ADD COLUMN password TEXT;

ALTER TABLE challenges ADD COLUMN method TEXT NOT NULL DEFAULT 'sms';
ALTER TABLE challenges ADD COLUMN place TEXT NOT NULL DEFAULT '';

-- Wrong codes and passwords, by way and by phone or login, also by logins that nobody has.
CREATE TABLE locks (
  method TEXT NOT NULL,
  subject TEXT NOT NULL,
  tries INTEGER NOT NULL,
  tried_at INTEGER NOT NULL,
  locked_until INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (method, subject)
) WITHOUT ROWID;
ALTER TABLE phones DROP COLUMN tries;
ALTER TABLE phones DROP COLUMN locked_until;

ALTER TABLE messages ADD COLUMN account INTEGER;
CREATE INDEX messages_recipient ON messages (channel, recipient, at);
CREATE INDEX messages_account ON messages (channel, account, at);

-- RFC 8628; status is pending, approved, denied or used. The device code is kept as a digest.
CREATE TABLE devices (
  n INTEGER PRIMARY KEY,
  device_code TEXT NOT NULL UNIQUE,
  user_code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  device_time TEXT,
  status TEXT NOT NULL DEFAULT 'pending',
  account INTEGER REFERENCES accounts,
  requested_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  poll_interval INTEGER NOT NULL,
  polled_at INTEGER
);
CREATE INDEX devices_expiry ON devices (expires_at);
