#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 The Signet authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stands between a client and the platform and passes every byte as it came, both ways, at once. What passed
// is kept a file a direction and connection, for validate.mjs to look at when all is over: a validator in the
// wire would write JSON anew, spoil binary bodies and hold back streams.
//
// usage: forwarder.mjs --to http://127.0.0.1:PORT --record DIR [--port PORT]
// Prints {"address": "http://127.0.0.1:PORT"} when ready; ends with its standard input or on SIGTERM.

import { closeSync, mkdirSync, openSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

// Kept before it is passed on: whoever stops this process after the last answer finds all of it.
function pass(from, to, file) {
  const record = openSync(file, 'w', 0o600);
  from.on('data', (bytes) => {
    writeFileSync(record, bytes);
    if (!to.write(bytes)) from.pause();
  });
  to.on('drain', () => from.resume());
  from.on('end', () => to.end());
  from.on('close', () => closeSync(record));
  // A reset is passed on as a reset: the other side must not take a cut for an end.
  from.on('error', () => to.resetAndDestroy());
}

/** Listens on `port` (0: any) and passes on to `to`, a port; gives the port it listens on. */
export function forward(to, record, port) {
  mkdirSync(record, { recursive: true, mode: 0o700 });
  let count = readdirSync(record).length; // another run on the same folder adds to it
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const name = join(record, String(count++).padStart(6, '0'));
    const upstream = connect({ host: '127.0.0.1', port: to, allowHalfOpen: true, noDelay: true });
    pass(client, upstream, `${name}.client`);
    pass(upstream, client, `${name}.server`);
  });
  return new Promise((done, refused) => {
    server.on('error', refused);
    server.listen(port, '127.0.0.1', () => done(server.address().port));
  });
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { to: { type: 'string' }, record: { type: 'string' }, port: { type: 'string', default: '0' } },
  });
  if (!values.to || !values.record) {
    console.error('usage: forwarder.mjs --to http://127.0.0.1:PORT --record DIR [--port PORT]');
    process.exit(2);
  }
  const port = await forward(Number(new URL(values.to).port), values.record, Number(values.port));
  console.log(JSON.stringify({ address: `http://127.0.0.1:${port}` }));
  process.on('SIGTERM', () => process.exit(0));
  process.stdin.on('end', () => process.exit(0)).resume();
}
