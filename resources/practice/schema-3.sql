-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A code that was exchanged is remembered with the session it began: it may come again.
ALTER TABLE challenges ADD COLUMN began INTEGER REFERENCES sessions;
ALTER TABLE devices ADD COLUMN began INTEGER REFERENCES sessions;

-- Whether a session's tokens ever came back.
ALTER TABLE sessions ADD COLUMN used INTEGER NOT NULL DEFAULT 0;
UPDATE sessions SET used = 1;
