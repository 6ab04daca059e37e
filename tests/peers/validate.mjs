#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 The Signet authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Holds recorded exchanges (forwarder.mjs) against the OpenAPI document: prism's own router and validators find
// the operation, then look at the request and at the answer it got. A request the platform refused is allowed to
// be wrong; its answer isn't.
//
// usage: validate.mjs --peers DIR --spec FILE [--except PREFIX]... [--garbage] [--list] RECORD...
// --garbage: faults were asked for, so an answer that can't be read at all is no finding.
// Prints a line a finding and ends "N exchanges, N valid, N refused, N not looked at, N findings"; exit 1 with findings
// or where nothing could be looked at.

import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parse as parseQuery } from 'node:querystring';
import { parseArgs } from 'node:util';

const { values, positionals: records } = parseArgs({
  allowPositionals: true,
  options: {
    peers: { type: 'string' },
    spec: { type: 'string' },
    except: { type: 'string', multiple: true, default: [] },
    garbage: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});
if (!values.peers || !values.spec || records.length === 0) {
  console.error('usage: validate.mjs --peers DIR --spec FILE [--except PREFIX]... [--garbage] [--list] RECORD...');
  process.exit(2);
}

const require = createRequire(join(resolve(values.peers), 'package.json'));
const { HTTPParser } = require('http-parser-js');
const { getHttpOperationsFromSpec } = require('@stoplight/prism-http');
const { validateInput, validateOutput, validateSecurity } = require('@stoplight/prism-http/dist/validator');
const route = require('@stoplight/prism-http/dist/router').default;

/** The messages of one direction of a connection; `bodiless (n)` says that the nth has none whatever its head says. */
function messages(bytes, kind, bodiless = () => false) {
  const found = [];
  const parser = new HTTPParser(kind);
  let body = [];
  parser[HTTPParser.kOnHeadersComplete | 0] = (head) => {
    const headers = {};
    for (let i = 0; i < head.headers.length; i += 2) {
      const name = head.headers[i].toLowerCase();
      headers[name] = name in headers ? `${headers[name]}, ${head.headers[i + 1]}` : head.headers[i + 1];
    }
    const interim = kind === HTTPParser.RESPONSE && head.statusCode < 200;
    if (!interim) {
      found.push({
        method: head.method === undefined ? undefined : HTTPParser.methods[head.method],
        url: head.url,
        status: head.statusCode,
        headers,
        complete: false,
      });
    }
    body = [];
    return !interim && bodiless(found.length - 1);
  };
  parser[HTTPParser.kOnBody | 0] = (chunk, offset, length) => {
    body.push(Buffer.from(chunk.subarray(offset, offset + length)));
  };
  parser[HTTPParser.kOnMessageComplete | 0] = () => {
    const last = found.at(-1);
    if (last && !last.complete) Object.assign(last, { body: Buffer.concat(body), complete: true });
  };
  parser.execute(bytes);
  parser.finish();
  return found.filter((message) => message.complete);
}

const isJson = (type) => /^application\/(?:[\w.-]+\+)?json\b/i.test(type ?? '');
const isForm = (type) => /^application\/x-www-form-urlencoded\b/i.test(type ?? '');

function decoded(message) {
  if (message.body.length === 0) return undefined;
  const text = message.body.toString('utf8');
  return isJson(message.headers['content-type']) ? JSON.parse(text) : text;
}

/** Exchanges of one record: requests and answers of a connection come in the same order. */
function* exchanges(folder) {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.client')).sort()) {
    const base = join(folder, name.slice(0, -'.client'.length));
    const requests = messages(readFileSync(`${base}.client`), HTTPParser.REQUEST);
    const answers = messages(readFileSync(`${base}.server`), HTTPParser.RESPONSE, (n) => requests[n]?.method === 'HEAD');
    for (const [index, answer] of answers.entries()) {
      if (requests[index]) yield { request: requests[index], answer };
    }
  }
}

function findingsOf(either, where) {
  return either._tag === 'Left'
    ? either.left.map((finding) => `${where}${finding.path ? ` ${finding.path.join('.')}` : ''}: ${finding.message}`)
    : [];
}

const operations = await getHttpOperationsFromSpec(resolve(values.spec));
const count = { exchanges: 0, valid: 0, refused: 0, passed: 0, findings: 0 };
const seen = new Set();

for (const record of records) {
  for (const { request, answer } of exchanges(record)) {
    const url = new URL(request.url, 'http://platform');
    if (values.except.some((prefix) => url.pathname.startsWith(prefix))) continue;
    count.exchanges += 1;
    const types = [request.headers['content-type'], answer.headers['content-type']];
    const looksAtRequest = request.body.length === 0 || isJson(types[0]) || isForm(types[0]);
    const looksAtAnswer = answer.body.length === 0 || isJson(types[1]);
    if (!looksAtRequest || !looksAtAnswer) {
      count.passed += 1;
      continue;
    }

    const what = `${request.method} ${url.pathname} ${answer.status}`;
    const findings = [];
    const input = {
      method: request.method.toLowerCase(),
      url: { path: url.pathname, query: parseQuery(url.search.slice(1)) },
      headers: request.headers,
    };
    // HEAD is answered wherever GET is (RFC 9110), whether the document names it or not.
    let found = route({ resources: operations, input });
    if (found._tag === 'Left' && input.method === 'head') {
      found = route({ resources: operations, input: { ...input, method: 'get' } });
      if (found._tag === 'Right') {
        count.passed += 1;
        continue;
      }
    }
    if (found._tag === 'Left') {
      // What the platform itself doesn't know needn't be in the document.
      if (answer.status !== 404 && answer.status !== 405) findings.push(`no operation: ${found.left.message}`);
    } else {
      const resource = found.right;
      const refused = answer.status >= 400;
      try {
        if (!refused) {
          const element = { ...input, body: decoded(request) };
          findings.push(...findingsOf(validateInput({ resource, element }), 'request'));
          findings.push(...findingsOf(validateSecurity({ resource, element }), 'request'));
        }
        const element = { statusCode: answer.status, headers: answer.headers, body: decoded(answer) };
        findings.push(...findingsOf(validateOutput({ resource, element }), 'answer'));
      } catch (error) {
        if (!values.garbage) findings.push(error.message);
      }
      seen.add(`${resource.method.toUpperCase()} ${resource.path}`);
      if (refused) count.refused += 1;
    }
    if (findings.length === 0) count.valid += 1;
    count.findings += findings.length;
    for (const finding of findings) console.log(`${what}: ${finding}`);
  }
}

if (values.list) for (const operation of [...seen].sort()) console.log(`seen ${operation}`);
console.log(
  `${count.exchanges} exchanges, ${count.valid} valid, ${count.refused} refused, ` +
    `${count.passed} not looked at, ${count.findings} findings`,
);
process.exit(count.findings > 0 || count.valid === 0 ? 1 : 0);
