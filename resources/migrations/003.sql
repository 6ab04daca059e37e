-- SPDX-FileCopyrightText: 2026 The Signet authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Which accounts are on a practice platform that this desk itself starts, and the name of its folder: until now the
-- platform's own words decided, which any platform may say. The first account with such rules is taken for the
-- desk's own.
ALTER TABLE accounts ADD COLUMN hosted TEXT NOT NULL DEFAULT '';
UPDATE accounts SET hosted = rules
  WHERE rules IN ('kuaishou', 'ippro') AND row IN (SELECT min (row) FROM accounts WHERE practice = 1 GROUP BY rules);
