-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What waits for a submission that failed.
CREATE INDEX outbox_depends ON outbox (depends) WHERE state <> 'sent';
