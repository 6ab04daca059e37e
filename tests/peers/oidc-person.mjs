#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 The Signet authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A person with the smallest of browsers: follows redirects, keeps cookies, fills in every form it is shown, signs in
// and says yes; or, with "deny", no.
//
// usage: oidc-person.mjs URL [deny]
// Prints the address at which nothing is left to be filled in.

import http from 'node:http';
import { text } from 'node:stream/consumers';

const [start, deny] = process.argv.slice(2);
const cookies = new Map();

// Debian 12's Node has a fetch() that can't tell several cookies apart.
async function visit(address, form) {
  const request = http.request(address, {
    method: form ? 'POST' : 'GET',
    headers: {
      cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
  });
  const answer = await new Promise((resolve, reject) => {
    request.on('response', resolve).on('error', reject).end(form?.toString());
  });
  for (const line of answer.headers['set-cookie'] ?? []) {
    const [pair] = line.split(';');
    cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
  }
  return { location: answer.headers.location, page: await text(answer) };
}

function attribute(tag, name) {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1].replaceAll('&amp;', '&');
}

let address = start;
let body;
for (let step = 0; step < 30; step += 1) {
  const { location, page } = await visit(address, body);
  body = undefined;
  if (location) {
    address = new URL(location, address).href;
    if (new URL(address).pathname === '/answer') break;
    continue;
  }
  const form = /<form[^>]*>[\s\S]*?<\/form>/.exec(page)?.[0];
  if (!form || /class="red"/.test(page)) break;
  body = new URLSearchParams();
  for (const [input] of form.matchAll(/<input[^>]*>/g))
    if (attribute(input, 'name')) body.set(attribute(input, 'name'), attribute(input, 'value') ?? 'somebody');
  if (deny && body.has('confirm')) {
    body.delete('confirm');
    body.set('abort', 'yes');
  }
  address = new URL(attribute(form, 'action') ?? address, address).href;
}
console.log(address);
