import { CompactEncrypt } from 'jose';
import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import { createSealer, secretKeys } from './sealer.js';
import { serverSettings, type DiscovrServerOptions } from '../serverSettings.js';

const first = 'the first secret, with 32 bytes or more';
const second = new Uint8Array(32).fill(7);
const clock = { now: 1_000_000 };

const sealerOf = (secret: DiscovrServerOptions['secret'], options: Partial<DiscovrServerOptions> = {}) =>
  createSealer(
    serverSettings({ clientId: 'app', origin: 'https://app.example', secret, now: () => clock.now, ...options }),
  );
const open = (sealer: ReturnType<typeof sealerOf>, sealed: unknown) => sealer.open('refresh', sealed, z.string());

test('opens what it sealed, until it expires', async () => {
  const sealer = sealerOf(first);
  const sealed = await sealer.seal('refresh', 'value', 5_000);
  expect(sealed).not.toContain('value');
  expect(await open(sealer, sealed)).toBe('value');
  clock.now += 5_000;
  expect(await open(sealer, sealed)).toBeUndefined();
});

test('the first secret seals and all open, so secrets can be rotated', async () => {
  const old = await sealerOf(first).seal('refresh', 'old', 60_000);
  const rotating = sealerOf([second, first]);
  expect(await open(rotating, old)).toBe('old');
  const sealed = await rotating.seal('refresh', 'sealed by the second', 60_000);
  expect(await open(sealerOf(second), sealed)).toBe('sealed by the second');
  expect(await open(sealerOf(first), sealed)).toBeUndefined();
});

test('a text of one purpose never opens as one of another', async () => {
  const sealer = sealerOf(first);
  for (const purpose of ['session', 'state', 'device', 'signOut'] as const) {
    expect(await open(sealer, await sealer.seal(purpose, 'value', 60_000))).toBeUndefined();
  }
});

test('a text of another app or environment does not open', async () => {
  const sealed = await sealerOf(first).seal('refresh', 'value', 60_000);
  expect(await open(sealerOf(first, { clientId: 'other' }), sealed)).toBeUndefined();
  expect(await open(sealerOf(first, { basePath: 'https://staging.example' }), sealed)).toBeUndefined();
});

test('a text that was changed anywhere does not open, and is never an error', async () => {
  const sealer = sealerOf(first);
  const sealed = await sealer.seal('refresh', 'value', 60_000);
  for (let at = 0; at < sealed.length; at += 3) {
    const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    // The last bits of a base64url part are padding, so a few changes do not change the bytes.
    expect([undefined, 'value']).toContain(await open(sealer, changed));
  }
  const [head, key, iv, text, tag] = sealed.split('.');
  const bent = [
    `${head}.${key}.${iv}.${text}.AAAAAAAAAAAAAAAAAAAAAA`,
    `${head}.${key}.${iv}.AAAA.${tag}`,
    `.${key}.${iv}.${text}.${tag}`,
  ];
  for (const value of [...bent, undefined, 7, '', '....', 'x'.repeat(100_000), `${sealed}.x`, ' ']) {
    expect(await open(sealer, value)).toBeUndefined();
  }
});

test('content that is not JSON counts as absent even with the right key', async () => {
  const sealer = sealerOf(first);
  const [key] = await secretKeys([new TextEncoder().encode(first)], 'refresh', '["app","https://api.discovr.media"]');
  const sealed = await new CompactEncrypt(new TextEncoder().encode('not JSON'))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: key!.id })
    .encrypt(key!.key);
  expect(await open(sealer, sealed)).toBeUndefined();
});
