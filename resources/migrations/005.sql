-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What was submitted, while its bytes wait for an id: the desk's own record may become another meanwhile.
ALTER TABLE outbox ADD COLUMN wanted BLOB;
