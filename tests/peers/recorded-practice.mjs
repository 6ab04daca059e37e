#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 The Signet authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Takes the place of signet-practice wherever a test says which program that is: starts the real one behind the forwarder,
// with the same arguments and the same line when ready, so that everything a client and the platform say to each other is
// recorded. Where the client goes stays the same over restarts on the same folder.
//
// usage: SIGNET_PRACTICE_REAL=PROGRAM SIGNET_RECORD=DIR recorded-practice.mjs [signet-practice's arguments]

import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { forward } from './forwarder.mjs';

const { SIGNET_PRACTICE_REAL: program, SIGNET_RECORD: record } = process.env;
const given = process.argv.slice(2);
const folder = given.includes('--data') ? given[given.indexOf('--data') + 1] : undefined;
const remembered = folder && join(folder, 'front');

const free = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

const behind = await free();
const front = await forward(behind, record, remembered && existsSync(remembered) ? Number(readFileSync(remembered)) : 0);
const platform = spawn(program, [...given, '--port', String(behind), '--front', String(front)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
platform.stdout.once('data', (line) => {
  if (remembered) writeFileSync(remembered, String(front));
  process.stdout.write(line);
});
platform.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => platform.kill(signal));

// The real one ends when whoever started it does; so must this one.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) platform.kill('SIGKILL');
}, 100);
