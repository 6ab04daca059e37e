-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Which of a platform's certifications a state was given to: one that has expired is renewed by another.
ALTER TABLE certification_events ADD COLUMN remote_id TEXT NOT NULL DEFAULT '';
UPDATE certification_events SET remote_id = coalesce ((SELECT remote_id FROM certifications c
  WHERE c.account = certification_events.account AND c.subject = certification_events.subject), '');
CREATE INDEX certification_events_by_remote_id ON certification_events (account, remote_id);
