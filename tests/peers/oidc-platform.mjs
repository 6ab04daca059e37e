#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 The Signet authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A platform whose OAuth is oidc-provider: device authorization, codes with PKCE, rotation, revocation. All that is
// made here is /v1/platform, a resource that wants a token, and RFC 8414's name for the metadata, which the provider
// serves under OpenID Connect's.
//
// usage: oidc-platform.mjs PEERS
// Prints {"address": …} when ready.

import http from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// Whoever reads the address reads nothing more.
console.info = console.warn;

const [peers] = process.argv.slice(2);
const { default: Provider } = await import(
  pathToFileURL(join(resolve(peers), 'node_modules/oidc-provider/lib/index.js'))
);

const device = 'urn:ietf:params:oauth:grant-type:device_code';
let provider;
let handle;

const server = http.createServer(async (request, answer) => {
  const address = provider.issuer;
  const path = new URL(request.url, address).pathname;
  const json = (status, body) => {
    answer.writeHead(status, { 'content-type': 'application/json' });
    answer.end(JSON.stringify(body));
  };
  if (path === '/v1/platform') {
    json(200, { id: 'oidc', issuer: address, name: { en: 'oidc', 'zh-CN': 'oidc' } });
  } else if (path === '/v1/things') {
    const [, token] = (request.headers.authorization ?? '').split(' ');
    const found = token && (await provider.AccessToken.find(token));
    json(found ? 200 : 401, found ? [] : { type: 'urn:signet:problem:unauthorised', title: '', status: 401 });
  } else {
    if (path === '/.well-known/oauth-authorization-server') request.url = '/.well-known/openid-configuration';
    handle(request, answer);
  }
});

server.listen(0, '127.0.0.1', () => {
  const address = `http://127.0.0.1:${server.address().port}`;
  provider = new Provider(address, {
    clients: [
      {
        client_id: 'signet',
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token', device],
        response_types: ['code'],
        redirect_uris: ['http://127.0.0.1/answer'],
      },
    ],
    // A client that names no scope gets the server's own (RFC 6749, section 3.3); this provider leaves that to policy.
    extraParams: {
      device_name(ctx) {
        ctx.oidc.params.scope ??= 'openid';
      },
    },
    features: { deviceFlow: { enabled: true }, revocation: { enabled: true } },
    pkce: { methods: ['S256'], required: () => true },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    cookies: { keys: ['test'] },
  });
  handle = provider.callback();
  console.log(JSON.stringify({ address }));
});
