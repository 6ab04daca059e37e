-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A desk as schema 3 had it, with a record in every table: what lies on people's disks. It stays as it is when later
-- migrations come; test-store opens it and reads every record. `hosted` stands where ALTER TABLE puts it.

PRAGMA application_id = 0x53676e74;
PRAGMA user_version = 3;

CREATE TABLE accounts (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  platform_id TEXT NOT NULL,
  address TEXT NOT NULL,
  rules TEXT NOT NULL,
  practice INTEGER NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  platform BLOB,
  cursor TEXT NOT NULL,
  synced_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
, hosted TEXT NOT NULL DEFAULT '') STRICT;

-- Every key a platform ever signed receipts with; never deleted, so that an old receipt stays verifiable.
CREATE TABLE keys (
  row INTEGER PRIMARY KEY,
  issuer TEXT NOT NULL,
  kid TEXT NOT NULL,
  x TEXT NOT NULL,
  y TEXT NOT NULL,
  first_seen INTEGER NOT NULL,
  UNIQUE (issuer, kid, x, y)
) STRICT;

CREATE TABLE parties (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  document_number TEXT NOT NULL,
  body BLOB,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE rights (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  owner TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  party TEXT NOT NULL,
  body BLOB,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- What one platform account thinks of a party or right.
CREATE TABLE certifications (
  row INTEGER PRIMARY KEY,
  account TEXT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  status TEXT NOT NULL,
  error_code TEXT NOT NULL,
  n_findings INTEGER NOT NULL,
  findings BLOB,
  etag TEXT NOT NULL,
  body BLOB,
  submitted_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  due_rule TEXT NOT NULL,
  UNIQUE (account, subject)
) STRICT;
CREATE INDEX certifications_by_subject ON certifications (subject);
CREATE INDEX certifications_by_remote_id ON certifications (account, remote_id);
CREATE INDEX certifications_by_status ON certifications (status);

CREATE TABLE drafts (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  account TEXT NOT NULL,
  subject TEXT NOT NULL,
  title TEXT NOT NULL,
  page TEXT NOT NULL,
  n_items INTEGER NOT NULL,
  body BLOB,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- Submissions with the exact bytes that go out, each under one idempotency key for all its attempts.
CREATE TABLE outbox (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  title TEXT NOT NULL,
  method TEXT NOT NULL,
  path TEXT NOT NULL,
  content_type TEXT NOT NULL,
  if_match TEXT NOT NULL,
  body BLOB,
  request_digest TEXT NOT NULL,
  idempotency_key TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'paused', 'failed', 'sent')),
  attempts INTEGER NOT NULL,
  next_try_at INTEGER NOT NULL,
  error_code TEXT NOT NULL,
  problem BLOB,
  depends TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  sent_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_queue ON outbox (account, state) WHERE state <> 'sent';
CREATE INDEX outbox_unsent ON outbox (state, kind, account) WHERE state <> 'sent';
CREATE INDEX outbox_by_subject ON outbox (subject);

CREATE TABLE outbox_files (
  row INTEGER PRIMARY KEY,
  outbox TEXT NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  slot TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  UNIQUE (outbox, position)
) STRICT;

CREATE TABLE uploads (
  row INTEGER PRIMARY KEY,
  account TEXT NOT NULL REFERENCES accounts (id),
  sha256 TEXT NOT NULL,
  url TEXT NOT NULL,
  offset INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  remote_id TEXT NOT NULL,
  complete INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (account, sha256)
) STRICT;

CREATE TABLE complaints (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL REFERENCES accounts (id),
  remote_id TEXT NOT NULL,
  number TEXT NOT NULL,
  right_id TEXT NOT NULL,
  party_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  statement TEXT NOT NULL,
  status TEXT NOT NULL,
  error_code TEXT NOT NULL,
  filed_at TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  next_date TEXT NOT NULL,
  items_total INTEGER NOT NULL,
  items_decided INTEGER NOT NULL,
  items_upheld INTEGER NOT NULL,
  sent_body BLOB,
  body BLOB,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX complaints_by_remote_id ON complaints (account, remote_id);
CREATE INDEX complaints_by_created_at ON complaints (created_at);
CREATE INDEX complaints_by_right ON complaints (right_id);
CREATE INDEX complaints_decided ON complaints (decided_at) WHERE decided_at <> '';
CREATE INDEX complaints_to_correct ON complaints (status) WHERE status = 'needs_correction';

CREATE TABLE items (
  row INTEGER PRIMARY KEY,
  complaint TEXT NOT NULL REFERENCES complaints (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  remote_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  link TEXT NOT NULL,
  passcode TEXT NOT NULL,
  target_key TEXT NOT NULL,
  title TEXT NOT NULL,
  seller TEXT NOT NULL,
  status TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  body BLOB,
  reference TEXT NOT NULL,
  private_note TEXT NOT NULL,
  UNIQUE (complaint, position)
) STRICT;
CREATE INDEX items_by_target_key ON items (target_key) WHERE target_key <> '';

-- Kept for ever.
CREATE TABLE receipts (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  outbox TEXT NOT NULL UNIQUE,
  jws TEXT NOT NULL,
  verdict TEXT NOT NULL,
  problem TEXT NOT NULL,
  kid TEXT NOT NULL,
  key_first_seen INTEGER NOT NULL,
  request_digest TEXT NOT NULL,
  n_files INTEGER NOT NULL,
  received_at INTEGER NOT NULL
) STRICT;
CREATE INDEX receipts_by_subject ON receipts (subject);

CREATE TABLE events (
  row INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  n_items INTEGER NOT NULL,
  body BLOB,
  UNIQUE (subject, at, kind)
) STRICT;

CREATE TABLE vault_files (
  row INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  added_at INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  row INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

-- The text is split into words, single Han characters and their pairs before it is written. One document a
-- complaint and one an item; rowid = complaint's row << 20 | 0 for the complaint, position + 1 for an item.
CREATE VIRTUAL TABLE search USING fts5 (
  text,
  columnsize = 0,
  prefix = '1 2 3 4 5',
  tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO accounts VALUES (1, 'acc', 'platform', 'https://example.com', 'kuaishou', 0, '13800000000', 'a@example.com', x'01', 'c7', 70, 10, '');
INSERT INTO keys VALUES (1, 'https://example.com', 'kid', 'x', 'y', 11);
INSERT INTO parties VALUES (1, 'party', 'principal', 'mainland_person', '山茶', '11010519491231002X', x'02', 12, 13);
INSERT INTO rights VALUES (1, 'right', 'trademark', '7654321', '山茶', '山茶', '2030-01-01', 'party', x'03', 14, 15);
INSERT INTO certifications VALUES (1, 'acc', 'right', 'right', 'rgt_1', 'approved', '', 1, x'04', '"1"', x'05', '2026-11-21T08:00:00Z', '2026-11-21T09:00:00Z', '', '');
INSERT INTO drafts VALUES (1, 'draft', 'complaint', 'acc', 'right', '山茶', 'links', 3, x'06', 16, 17);
INSERT INTO complaints VALUES (1, 'complaint', 'acc', 'cmp_1', '2026-0001', 'right', 'party', 'counterfeit', '假冒商品', 'upheld', '', '2026-11-21T08:00:00Z', '2026-11-21T09:00:00Z', '2026-11-21T09:00:00Z', '', 1, 1, 1, x'07', x'08', 18);
INSERT INTO items VALUES (1, 'complaint', 0, 'itm_1', 'goods', 'https://example.com/goods?id=42', '', 'goods:42', '山茶花', '旗舰店', 'removed', '2026-11-21T09:00:00Z', x'09', 'own', 'note');
INSERT INTO outbox VALUES (1, 'sub', 'acc', 'complaint', 'complaint', '山茶', 'POST', '/v1/complaints', 'application/json', '', x'0a', 'digest', 'key', 'sending', 1, 0, '', NULL, '', 19, 0);
INSERT INTO outbox_files VALUES (1, 'sub', 0, 'evidence', 'aa', 'photo.png', 'image/png', 5);
INSERT INTO uploads VALUES (1, 'acc', 'aa', 'https://example.com/f', 5, 5, 'fil_1', 1, 20);
INSERT INTO receipts VALUES (1, 'rcp_1', 'acc', 'complaint', 'complaint', 'old-sub', 'a.b.c', 'verified', '', 'kid', 11, 'digest', 1, 21);
INSERT INTO events VALUES (1, 'complaint', 22, 'upheld', 1, NULL);
INSERT INTO vault_files VALUES (1, 'aa', 5, 'photo.png', 'image/png', 23);
INSERT INTO settings VALUES (1, 'account', 'acc');
INSERT INTO search (rowid, text) VALUES (1048576, '2026 0001 假 假冒 冒 冒商 商 商品 品 '), (1048577, 'example com goods id 42 山 山茶 茶 茶花 花 旗 旗舰 舰 舰店 店 own note ');

CREATE TABLE vault_removals (
  row INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO vault_removals (sha256) VALUES ('dd');
