/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* SQL of the room `store`, in words the indexes know. */

/* What isn't at its platform and wasn't refused. */
#define SIGNET_OUTBOX_UNSENT "state IN ('queued', 'sending', 'paused') AND state <> 'sent'"

/* Begins a query: `held (row, id, root)`: each submission that failed, `root`, and what waits for it or for
 * something that does. */
#define SIGNET_OUTBOX_WITH_HELD                                                     \
  "WITH RECURSIVE held (row, id, root) AS ("                                        \
  " SELECT row, id, row FROM outbox WHERE state = 'failed' AND state <> 'sent'"     \
  " UNION SELECT o.row, o.id, root FROM held JOIN outbox AS o ON depends = held.id" \
  "  WHERE " SIGNET_OUTBOX_UNSENT ") "
