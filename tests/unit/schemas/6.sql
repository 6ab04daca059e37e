-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What schema 6 added to a desk of schema 5. It stays as it is when later migrations come.

PRAGMA user_version = 6;

CREATE INDEX outbox_depends ON outbox (depends) WHERE state <> 'sent';

ALTER TABLE rights ADD COLUMN annuity_paid_until TEXT NOT NULL DEFAULT '';
