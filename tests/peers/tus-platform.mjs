#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 The Signet authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A platform whose /v1/files is @tus/server: what it says about itself and its tokens are just enough for a client
// to come so far. Started again on the same folder and port it goes on with unfinished uploads.
//
// usage: tus-platform.mjs PEERS STORE [PORT]
// Prints {"address": …} when ready.

import http from 'node:http';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [peers, store, port] = process.argv.slice(2);
const require = createRequire(join(resolve(peers), 'package.json'));
const { Server } = require('@tus/server');
const { FileStore } = require('@tus/file-store');

const tus = new Server({ path: '/v1/files', datastore: new FileStore({ directory: store }) });
let tokens = 0;

const server = http.createServer((request, answer) => {
  const address = `http://127.0.0.1:${server.address().port}`;
  const path = new URL(request.url, address).pathname;
  const json = (body) => {
    answer.writeHead(200, { 'content-type': 'application/json' });
    answer.end(JSON.stringify(body));
  };
  if (path.startsWith('/v1/files')) {
    tus.handle(request, answer);
  } else if (path === '/v1/platform') {
    json({ id: 'tus', issuer: address, name: { en: 'tus', 'zh-CN': 'tus' } });
  } else if (path === '/.well-known/oauth-authorization-server') {
    json({
      issuer: address,
      token_endpoint: `${address}/oauth/token`,
      authorization_challenge_endpoint: `${address}/oauth/challenge`,
      jwks_uri: `${address}/keys`,
      code_challenge_methods_supported: ['S256'],
    });
  } else if (path === '/oauth/token') {
    tokens += 1;
    request.resume().on('end', () => {
      json({ access_token: `a${tokens}`, token_type: 'Bearer', expires_in: 600, refresh_token: `r${tokens}` });
    });
  } else {
    answer.writeHead(404).end();
  }
});
server.listen(Number(port ?? 0), '127.0.0.1', () => {
  console.log(JSON.stringify({ address: `http://127.0.0.1:${server.address().port}` }));
});
