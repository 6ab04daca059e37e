#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 The Signet authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The forwarder changes no byte and passes a reset on; the validator finds what is planted, and nothing where a platform
// says what no version of the document knows. Speaks TAP.
// usage: test-forwarder.mjs PEERS-FOLDER OPENAPI

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [, , peers, openapi] = process.argv;
if (!existsSync(join(peers, 'node_modules', 'http-parser-js'))) {
  console.log('1..0 # SKIP run `make peers`');
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'signet-peers-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const SPEC = `
openapi: 3.1.0
info: {title: A, version: '1'}
servers: [{url: 'http://127.0.0.1'}]
paths:
  /v1/a/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: a
      responses:
        '200':
          description: fine
          headers: {ETag: {required: true, schema: {type: string}}}
          content: {application/json: {schema: {type: object, required: [n], properties: {n: {type: integer}}}}}
    post:
      operationId: b
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [m]}}}}
      responses:
        '201': {description: fine, content: {application/json: {schema: {type: object, required: [n]}}}}
        '422': {description: refused, content: {application/problem+json: {schema: {type: object, required: [type]}}}}
  /oauth/token:
    post:
      operationId: c
      requestBody:
        required: true
        content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {grant_type: {enum: [a]}}}}}
      responses:
        '200': {description: fine, content: {application/json: {schema: {type: object}}}}
`;
writeFileSync(join(folder, 'spec.yaml'), SPEC);

const listening = (server) => new Promise((done) => server.listen(0, '127.0.0.1', () => done(server.address().port)));

async function forwarder(port, record) {
  const child = spawn(process.execPath, [join(here, 'forwarder.mjs'), '--to', `http://127.0.0.1:${port}`, '--record', record], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await createInterface(child.stdout)[Symbol.asyncIterator]().next().then(({ value }) => [value]);
  const ended = new Promise((done) => child.on('close', done));
  return {
    port: Number(new URL(JSON.parse(line).address).port),
    stop: () => (child.stdin.end(), ended),
  };
}

/** One exchange for each answer, and what the validator then says. */
async function validated(name, request, answers, spec = join(folder, 'spec.yaml')) {
  const server = http.createServer((asked, reply) => {
    asked.resume().on('end', () => {
      const answer = answers.find(({ path = asked.url }) => path === asked.url);
      reply.writeHead(answer.status ?? 200, { 'content-type': 'application/json', etag: '"1"', ...answer.headers });
      reply.end(answer.body);
    });
  });
  const record = join(folder, name);
  const between = await forwarder(await listening(server), record);
  for (const { path = request.path } of answers) {
    await fetch(`http://127.0.0.1:${between.port}${path}`, request).then((reply) => reply.text());
  }
  await between.stop();
  server.closeAllConnections();
  server.close();
  return spawnSync(process.execPath, [
    join(here, 'validate.mjs'), '--peers', peers, '--spec', spec, record,
  ], { encoding: 'utf8' });
}

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const problem = { 'content-type': 'application/problem+json' };
const good = { body: '{"n":1}' };
const post = (body, headers = json, path = '/v1/a/1') => ({ path, method: 'POST', headers, body });

const tests = {
  'every byte passes unchanged, both ways': async () => {
    const sent = randomBytes(3_000_000);
    const answered = randomBytes(3_000_000);
    const received = [];
    const server = net.createServer({ allowHalfOpen: true }, (peer) => {
      peer.on('data', (bytes) => received.push(bytes)).on('end', () => peer.end(answered));
    });
    const record = join(folder, 'bytes');
    const between = await forwarder(await listening(server), record);
    const back = [];
    await new Promise((done) => {
      const client = net.connect({ port: between.port, host: '127.0.0.1', allowHalfOpen: true });
      client.on('data', (bytes) => back.push(bytes)).on('end', done);
      client.end(sent);
    });
    await between.stop();
    server.close();
    assert.ok(Buffer.concat(received).equals(sent));
    assert.ok(Buffer.concat(back).equals(answered));
    assert.ok(readFileSync(join(record, '000000.client')).equals(sent));
    assert.ok(readFileSync(join(record, '000000.server')).equals(answered));
  },
  'a reset is passed on as a reset': async () => {
    const server = net.createServer((peer) => peer.on('data', () => peer.resetAndDestroy()));
    const between = await forwarder(await listening(server), join(folder, 'reset'));
    const code = await new Promise((done) => {
      const client = net.connect({ port: between.port, host: '127.0.0.1' }, () => client.write('x'));
      client.on('error', (error) => done(error.code)).on('end', () => done('ended'));
    });
    await between.stop();
    server.close();
    assert.equal(code, 'ECONNRESET');
  },
};

const cases = [
  ['a good answer', { path: '/v1/a/1' }, good, null],
  ['a good request', post('{"m":"é"}'), { ...good, status: 201 }, null],
  ['a good form', post('grant_type=a', form, '/oauth/token'), good, null],
  ['a refused request, and its answer', post('{}'), { status: 422, headers: problem, body: '{"type":"x"}' }, null],
  ['a member of the wrong type', { path: '/v1/a/1' }, { body: '{"n":"1"}' }, 'must be integer'],
  ['a header that is missing', { path: '/v1/a/1' }, { ...good, headers: { etag: [] } }, 'etag'],
  ['a request without a member', post('{}'), { ...good, status: 201 }, "'m'"],
  ['a form with another value', post('grant_type=z', form, '/oauth/token'), good, 'allowed values'],
  ['a wrong refusal', post('{}'), { status: 422, headers: problem, body: '{}' }, "'type'"],
  ['a status not in the document', { path: '/v1/a/1' }, { ...good, status: 203 }, 'status code'],
  ['an address not in the document', { path: '/v1/b' }, good, 'no operation'],
  ['a body that is not JSON', { path: '/v1/a/1' }, { body: '{"n":1' }, 'JSON'],
];
for (const [name, request, answer, expected] of cases) {
  tests[`${name} is ${expected ? 'found' : 'let be'}`] = async () => {
    const { status, stdout } = await validated(name.replaceAll(' ', '-'), request, [answer]);
    if (expected) assert.match(stdout, new RegExp(expected.replaceAll(/[()]/g, '.')));
    assert.equal(status, expected ? 1 : 0, stdout);
  };
}

// Kinds, statuses and members are open: a newer platform's words are no finding, but a type still is.
const certified = {
  id: 'x_1', status: 'pondered', created_at: '2026-11-20T00:00:00Z', updated_at: '2026-11-21T00:00:00Z', moon: { phase: [1, null] },
  findings: [{ pointer: '/name', code: 'origin-unclear', severity: 'error', params: { region: '杭州' } }],
  files: [],
};
const unknown = {
  rights: { ...certified, kind: 'plant_variety', name: '青云', holders: ['pty_1'], standing: 'breeder' },
  parties: {
    ...certified, role: 'guardian', own: false, kind: 'martian_person', name: 'Zork', document: { kind: 'crater_card', number: '7' },
    contact: { name: 'Zork', email: 'z@example.cn', phone: '13800001234', address: '福建省' },
  },
  authorisations: {
    ...certified, principal: 'pty_1', agent: 'pty_2', handler: { name: '王' }, scope: ['enforcement', 'haunting'], all_rights: true, rights: [],
    all_platforms: false, platforms: ['mars'], valid_from: '2026-01-01', valid_until: '2026-12-31', sub_delegation: false,
  },
};
for (const [name, status, expected] of [['let be', 'pondered', /^3 exchanges, 3 valid/], ['found where it is none', 5, /status must be string/]]) {
  tests[`a word that the document doesn't know is ${name}`] = async () => {
    const answers = Object.entries(unknown).map(([collection, resource]) => ({
      path: `/v1/${collection}/x_1`,
      headers: { ratelimit: '"default";r=50;t=30' },
      body: JSON.stringify({ ...resource, status }),
    }));
    const { stdout, stderr } = await validated(`unknown-${status}`, { headers: { authorization: 'Bearer x' } }, answers, openapi);
    assert.match(stdout + stderr, expected);
  };
}

let failed = 0;
for (const [index, [name, test]] of Object.entries(tests).entries()) {
  try {
    await test();
    console.log(`ok ${index + 1} - ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`not ok ${index + 1} - ${name}\n# ${String(error.message).replaceAll('\n', '\n# ')}`);
  }
}
console.log(`1..${Object.keys(tests).length}`);
process.exit(failed ? 1 : 0);
