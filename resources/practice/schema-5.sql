-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What was filed to take the place of an expired certification, wherever that is named.
ALTER TABLE certifications ADD COLUMN renewed_by INTEGER REFERENCES certifications;
