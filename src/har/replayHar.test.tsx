import { QueryClient } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { madeUpSessionToken } from '../../test/support/tokens.js';
import { untilQuiet } from '../../test/support/untilQuiet.js';
import { urlOf } from '../../test/support/urlOf.js';
import { DiscovrGate } from '../components/DiscovrGate/DiscovrGate.js';
import { DiscovrPage } from '../components/DiscovrPage/DiscovrPage.js';
import { TitleSheet } from '../components/TitleSheet/TitleSheet.js';
import type { MediaItem } from '../api/media.js';
import { DiscovrClient } from '../client/index.js';
import { createEmulator } from '../emulator/index.js';
import type { FilterSpec } from '../filters/filterSpec.js';
import { DiscovrProvider } from '../react/provider/DiscovrProvider.js';
import { memoryCredentialStore } from '../session/credential.js';
import type { Har, HarEntry } from './har.js';
import { recordHar } from './recordHar.js';
import { replayHar } from './replayHar.js';

const api = 'https://api.discovr.media';
const westerns: FilterSpec = { genres: [37], media_type: 'movie' };

function Journey() {
  const [shown, setShown] = useState<MediaItem>();
  return (
    <DiscovrGate>
      <DiscovrPage filters={westerns} onItemClick={{ media: setShown }} />
      <TitleSheet mediaId={shown?.id} item={shown} onClose={() => setShown(undefined)} />
    </DiscovrGate>
  );
}

/** Chooses the first profile, shows a page, likes a title of it, and returns what is on each screen. */
async function visit(fetch: typeof globalThis.fetch, refreshToken: string) {
  const requests: unknown[] = [];
  const client = new DiscovrClient(`replayed-${Math.random()}`, {
    fetch: (input, init) => {
      requests.push(input);
      return fetch(input, init);
    },
    credentialStore: memoryCredentialStore({ refreshToken }),
  });
  const queryClient = new QueryClient();
  const { unmount } = render(
    <DiscovrProvider client={client} queryClient={queryClient}>
      <Journey />
    </DiscovrProvider>,
  );
  const settled = () => untilQuiet({ queryClient, control: { requests } });
  const [profile] = await screen.findAllByRole('button', { name: /\w/ });
  await settled();
  const texts = [document.body.textContent];
  await userEvent.click(profile!);
  const card = await waitFor(() => {
    const found = document.querySelector('[data-type="media"][data-state="ready"] li button');
    expect(found).not.toBeNull();
    return found!;
  });
  await settled();
  texts.push(document.querySelector('.discovr-DiscovrPage')!.textContent);
  await userEvent.click(card);
  const like = await screen.findByRole('button', { name: 'Like' });
  await waitFor(() => expect(like).toBeEnabled());
  await userEvent.click(like);
  await settled();
  expect(like).toHaveAttribute('aria-pressed', 'true');
  texts.push(screen.getByRole('dialog').textContent);
  const { status } = client.getSession();
  unmount();
  client.dispose();
  return { texts, status };
}

async function recordVisit() {
  const emulator = createEmulator({ profiles: [{ name: 'Wilhelmina' }] });
  const recording = recordHar({ fetch: emulator.fetch });
  const seen = await visit(recording.fetch, emulator.issueCredential().refreshToken);
  return { ...seen, har: await recording.har() };
}

/** Moves a recording into the past. */
const aged = (har: Har, days: number): Har => ({
  log: {
    ...har.log,
    entries: har.log.entries.map((entry): HarEntry => ({
      ...entry,
      startedDateTime: new Date(Date.parse(entry.startedDateTime) - days * 86_400_000).toISOString(),
      response: {
        ...entry.response,
        content: {
          ...entry.response.content,
          text: (entry.response.content.text ?? '').replace(
            /("expiresAt":)(\d+)/,
            (_, key: string, time: string) => key + (Number(time) - days * 86_400),
          ),
        },
      },
    })),
  },
});

async function recordOf(...requests: [string, RequestInit, Response | Error][]): Promise<Har> {
  const responses = requests.map(([, , response]) => response);
  const recording = recordHar({
    fetch: () => {
      const response = responses.shift()!;
      return response instanceof Error ? Promise.reject(response) : Promise.resolve(response);
    },
  });
  for (const [path, init] of requests) await recording.fetch(api + path, init).catch(() => undefined);
  return recording.har();
}

const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });
const json = (body: unknown) => new Response(JSON.stringify(body));
const bodyFrom = async (response: Promise<Response>): Promise<unknown> => (await response).json();

describe('a replayed recording', () => {
  it('shows the same profiles, page and liked title, with a session that has as much time left as then', async () => {
    const { har, texts } = await recordVisit();
    const text = JSON.stringify(aged(har, 400));
    const replayed = await visit(replayHar(JSON.parse(text) as Har), 'rt_replayed');
    // The name of a profile is recorded as a pseudonym.
    const recorded = texts.map((each) => each.replace('Wilhelmina', 'Name 2'));
    expect(replayed).toEqual({ texts: recorded, status: 'active' });
    expect(texts.map(({ length }) => length > 20)).toEqual([true, true, true]);
  });

  it('is found below another base path', async () => {
    const har = await recordOf(['/pages/1', {}, json({ id: '1' })]);
    expect(await bodyFrom(replayHar(har)('/api/discovr/pages/1'))).toEqual({ id: '1' });
  });

  it('gives the nth answer to the nth equal request, whatever the order of keys; a GET repeats the last', async () => {
    const har = await recordOf(
      ['/pages', post({ pageFilters: { genres: [1], region: ['DE'] } }), json({ id: 'first' })],
      ['/pages', post({ pageFilters: { genres: [2] } }), json({ id: 'other' })],
      ['/pages', post({ pageFilters: { region: ['DE'], genres: [1] }, name: 'Mine' }), json({ id: 'second' })],
      ['/profile/liked?limit=5', {}, json({ items: [] })],
    );
    const fetch = replayHar(har);
    const create = () =>
      bodyFrom(fetch(`${api}/pages`, post({ name: 'Yours', pageFilters: { genres: [1], region: ['DE'] } })));
    expect([await create(), await create()]).toEqual([{ id: 'first' }, { id: 'second' }]);
    expect(await create()).toEqual({
      code: 'NOT_RECORDED',
      message: 'The recording answers POST /pages 2 times, and it was sent again.',
    });
    for (let count = 0; count < 3; count++) {
      expect(await bodyFrom(fetch(`${api}/profile/liked?limit=5`))).toEqual({ items: [] });
    }
  });

  it('finds requests that sign in by their path, since their values are pseudonyms', async () => {
    const har = await recordOf(['/auth/device-codes/one-secret/poll', { method: 'POST' }, json({ status: 'pending' })]);
    const response = replayHar(har)(`${api}/auth/device-codes/another/poll`, { method: 'POST' });
    expect(await bodyFrom(response)).toEqual({ status: 'pending' });
  });

  it('fails again where a request failed, and waits where it was aborted', async () => {
    const har = await recordOf(
      ['/pages/1', {}, new TypeError('fetch failed')],
      ['/pages/2', {}, new DOMException('The user left.', 'AbortError')],
    );
    const fetch = replayHar(har);
    await expect(fetch(`${api}/pages/1`)).rejects.toThrow('fetch failed');
    const controller = new AbortController();
    const pending = fetch(`${api}/pages/2`, { signal: controller.signal });
    controller.abort();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('fails again, or waits again, where only part of a body arrived', async () => {
    const har = await recordOf(['/pages/1', {}, json({ id: '1' })], ['/pages/2', {}, json({ id: '2' })]);
    const [broken, aborted] = har.log.entries.map(({ response }) => response);
    Object.assign(broken!, { _error: 'TypeError: terminated', content: { size: 0, mimeType: 'x-unknown' } });
    Object.assign(aborted!, { _error: 'aborted', content: { size: 0, mimeType: 'x-unknown' } });
    const fetch = replayHar(har);
    await expect(fetch(`${api}/pages/1`)).rejects.toThrow('terminated');
    const controller = new AbortController();
    const pending = fetch(`${api}/pages/2`, { signal: controller.signal });
    controller.abort();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
  });

  it.each([
    ['_error: null', { _error: null }, 200, '{"id":"1"}'],
    ['no content', { content: undefined }, 200, ''],
    ['no headers', { headers: undefined }, 200, '{"id":"1"}'],
  ])('answers from an entry with %s, as other tools write it', async (_what, parts, status, text) => {
    const har = await recordOf(['/pages/1', {}, json({ id: '1' })]);
    Object.assign(har.log.entries[0]!.response, parts);
    const response = await replayHar(har)(`${api}/pages/1`);
    expect([response.status, await response.text()]).toEqual([status, text]);
  });

  it.each([-1, 0])('fails with status %d and _error: null, because there was no response', async (status) => {
    const har = await recordOf(['/pages/1', {}, json({})]);
    Object.assign(har.log.entries[0]!.response, { status, _error: null });
    await expect(replayHar(har)(`${api}/pages/1`)).rejects.toThrow('received no response');
  });

  it('asks otherwise for what it does not contain', async () => {
    const asked: string[] = [];
    const fetch = replayHar(await recordOf(['/pages/1', {}, json({})]), {
      otherwise: (input) => {
        asked.push(urlOf(input));
        return Promise.resolve(json({ from: 'otherwise' }));
      },
    });
    expect(await bodyFrom(fetch(`${api}/pages/2`))).toEqual({ from: 'otherwise' });
    expect(asked).toEqual([`${api}/pages/2`]);
  });

  it('reads recordings of network panels, with a body in Base64', async () => {
    const har = await recordOf(['/pages/1', {}, json({ id: '1', name: 'Ü' })]);
    const { content } = har.log.entries[0]!.response;
    Object.assign(content, {
      encoding: 'base64',
      text: btoa(String.fromCharCode(...new TextEncoder().encode('{"name":"Ü"}'))),
    });
    expect(await bodyFrom(replayHar(har)(`${api}/pages/1`))).toEqual({ name: 'Ü' });
  });

  it('reads headers of network panels', async () => {
    const har = await recordOf(['/pages/1', {}, json({ id: '1' })]);
    har.log.entries[0]!.response.headers.push(
      { name: ':status', value: '200' },
      { name: 'vary', value: 'Origin\nAccept' },
    );
    const response = await replayHar(har)(`${api}/pages/1`);
    expect(response.headers.get('vary')).toBe('Origin, Accept');
  });

  it('shows the next rows, even if the API identifies them by a token', async () => {
    const next = madeUpSessionToken('next');
    const path = '/pages/1/rows';
    const har = await recordOf(
      [path, {}, json({ rows: [], nextPageToken: next })],
      [`${path}?nextPageToken=${next}`, {}, json({ rows: [{ id: 'last' }] })],
    );
    const fetch = replayHar(aged(har, 10));
    const { nextPageToken } = (await bodyFrom(fetch(api + path))) as { nextPageToken: string };
    expect(nextPageToken).not.toBe(next);
    expect(await bodyFrom(fetch(`${api}${path}?nextPageToken=${nextPageToken}`))).toEqual({ rows: [{ id: 'last' }] });
  });

  it('answers a Request with a body, profiles, changes, and what was sent again after an outage', async () => {
    const filters = { pageFilters: { genres: [1] } };
    const outage = new Response('{}', { status: 503 });
    const recording = recordHar({
      fetch: (input, init) => Promise.resolve(answers.get(`${init?.method ?? ''} ${urlOf(input)}`)!.shift()!),
    });
    const answers = new Map([
      [` ${api}/pages`, [json({ id: 'page' })]],
      [`POST ${api}/profiles`, [outage, json({ profileId: 'p1' })]],
      [`PATCH ${api}/profiles/p1`, [json({ id: 'p1', name: 'Wilhelmina' })]],
      [`DELETE ${api}/profile/liked/MV_1`, [json({ removed: 'liked' })]],
    ]);
    const visitAll = async (fetch: typeof globalThis.fetch) => [
      await bodyFrom(fetch(new Request(`${api}/pages`, post(filters)))),
      (await fetch(`${api}/profiles`, post({ name: 'Wilhelmina' }))).status,
      await bodyFrom(fetch(`${api}/profiles`, post({ name: 'Wilhelmina' }))),
      (await fetch(`${api}/profiles/p1`, { ...post({ name: 'Bartholomew' }), method: 'PATCH' })).status,
      await bodyFrom(fetch(`${api}/profile/liked/MV_1`, { method: 'DELETE' })),
    ];
    const seen = await visitAll(recording.fetch);
    expect(await visitAll(replayHar(await recording.har()))).toEqual(seen);
    expect(seen).toEqual([{ id: 'page' }, 503, { profileId: 'p1' }, 200, { removed: 'liked' }]);
  });

  it.each([undefined, null, {}, { log: {} }, 'text'])('refuses %j, which is not a recording', (value) => {
    // What an app reads from a file can be anything.
    expect(() => replayHar(value as unknown as Har)).toThrow(TypeError);
  });
});
