import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clientOnEmulator } from '../../../test/support/clientOnEmulator.js';
import { failureOf } from '../../../test/support/promises.js';
import { DiscovrError } from '../../shared/errors.js';
import { RENEWAL_LEAST_MS } from '../../session/clock.js';
import { PageHealing, pageHealingOf } from './pageHealing.js';

const pageFilters = { genres: [35] };

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => vi.useRealTimers());

/** Creates a client and a page whose session has expired. */
async function withOutdatedPage({ name }: { name?: string } = {}) {
  const discovr = clientOnEmulator();
  const { client, control } = discovr;
  const healing = pageHealingOf(client);
  const replaced: unknown[] = [];
  healing.onReplaced((event) => replaced.push(event));
  const { id } = await client.createPage({ pageFilters, ...(name && { name }) });
  await healing.open(id);
  control.outdatePages();
  return { ...discovr, healing, replaced, id };
}

describe('an outdated page', () => {
  it('is recreated with its filters and its name, and is reported once', async () => {
    const { healing, replaced, id } = await withOutdatedPage({ name: 'Laughs' });
    const page = await healing.open(id);
    expect(page).toMatchObject({ name: 'Laughs', pageFilters });
    expect(page.id).not.toBe(id);
    expect(replaced).toEqual([{ from: id, to: page.id }]);
  });

  it('is found under its old id after it is healed, without a request for the old id', async () => {
    const { healing, control, id } = await withOutdatedPage();
    const { id: to } = await healing.open(id);
    const asked = control.requests.length;
    expect((await healing.open(id)).id).toBe(to);
    expect(healing.latest(id)).toBe(to);
    expect(control.requests.slice(asked).map(({ path }) => path)).toEqual([`/pages/${to}`]);
  });

  it('is recreated once for all simultaneous callers', async () => {
    const { healing, pagePosts, id } = await withOutdatedPage();
    const pages = await Promise.all(Array.from({ length: 20 }, () => healing.open(id)));
    expect(new Set(pages.map((page) => page.id)).size).toBe(1);
    expect(pagePosts()).toBe(2);
  });

  it('is healed again when its replacement is outdated', async () => {
    const { healing, control, id } = await withOutdatedPage();
    const second = await healing.open(id);
    control.outdatePages();
    const third = await healing.open(id);
    expect(third.id).not.toBe(second.id);
    expect(healing.latest(id)).toBe(third.id);
  });

  it('is not recreated a second time when its replacement fails too', async () => {
    const { healing, control, pagePosts, replaced, id } = await withOutdatedPage();
    control.failNext({ kind: 'status', status: 401, code: 'SESSION_EXPIRED' }, { route: 'GET /pages/:id', times: 9 });
    expect(await failureOf(healing.open(id))).toMatchObject({ code: 'SESSION_EXPIRED' });
    expect(pagePosts()).toBeLessThanOrEqual(2);
    expect(replaced).toEqual([]);
  });

  it('stays outdated while offline, and is healed when the network returns', async () => {
    const { healing, control, id } = await withOutdatedPage();
    control.setOffline(true);
    expect(await failureOf(healing.open(id))).toMatchObject({ code: 'NETWORK_ERROR' });
    control.setOffline(false);
    expect((await healing.open(id)).id).not.toBe(id);
  });

  it('is still healed for the other callers when one caller aborts', async () => {
    const { healing, control, id } = await withOutdatedPage();
    control.setLatency(20);
    const leaving = new AbortController();
    const first = healing.open(id, { signal: leaving.signal });
    const second = healing.open(id);
    await vi.waitFor(() => expect(control.count('POST /pages')).toBe(2));
    leaving.abort();
    expect(await failureOf(first)).toMatchObject({ name: 'AbortError' });
    expect((await second).id).not.toBe(id);
  });
});

it('renew() recreates a page at most once in 30 seconds, so that pages cannot renew sessions in a loop', async () => {
  const { healing, pagePosts, id } = await withOutdatedPage();
  await healing.open(id);
  await healing.renew(id);
  vi.advanceTimersByTime(RENEWAL_LEAST_MS - 1);
  await healing.renew(id);
  expect(pagePosts()).toBe(2);
  vi.advanceTimersByTime(1);
  await healing.renew(id);
  expect(pagePosts()).toBe(3);
});

it('PageHealing neither recreates nor redirects a page under another profile', async () => {
  const { client, control, healing, pagePosts, replaced, id } = await withOutdatedPage();
  const { id: to } = await healing.open(id);
  const [, other] = control.profiles();
  await client.selectProfile(other!.id);
  await healing.renew(id);
  expect(healing.latest(id)).toBe(id);
  expect(replaced).toEqual([{ from: id, to }]);
  expect(pagePosts()).toBe(2);
});

it('PageHealing creates nothing when the profile changes while its code loads', async () => {
  const profile = { profileId: 'one' };
  const createPage = vi.fn(async () => ({ id: 'B', name: '', createdAt: '' }));
  const getPage = async (id: string) => ({ id, name: '', createdAt: '', hero: [], pageFilters });
  const getSession = () => ({ status: 'active', ...profile }) as const;
  const healing = new PageHealing({ getSession, createPage, getPage });
  await healing.open('A');
  const calls = [failureOf(healing.heal('A', outdated())), failureOf(healing.renew('A'))];
  profile.profileId = 'two';
  for (const failure of await Promise.all(calls)) expect(failure).toMatchObject({ name: 'AbortError' });
  expect(createPage).not.toHaveBeenCalled();
});

it('PageHealing rethrows errors other than SESSION_EXPIRED', async () => {
  const { client, pagePosts } = clientOnEmulator();
  expect(await failureOf(pageHealingOf(client).open('page_unknown'))).toMatchObject({ code: 'NOT_FOUND' });
  expect(pagePosts()).toBe(0);
});

const outdated = () => new DiscovrError('SESSION_EXPIRED', 'no', { status: 401, pageLevelFilters: pageFilters });

/** Creates a `PageHealing` for a server with one page. The test changes the page's id; older ids are outdated. */
function pageWithChangingId(first: string) {
  const server = { present: first, next: first };
  const healing = new PageHealing({
    getSession: () => ({ status: 'active', profileId: 'profile' }),
    getPage: async (id) => {
      if (id === server.present) return { id, name: '', createdAt: '', hero: [], pageFilters };
      throw outdated();
    },
    createPage: async () => {
      server.present = server.next;
      return { id: server.present, name: '', createdAt: '' };
    },
  });
  return { server, healing };
}

describe('a page that gets a previous id back', () => {
  it('is found under that id, and under every other id it has had', async () => {
    const { server, healing } = pageWithChangingId('A');
    for (const next of ['B', 'A', 'B', 'C', 'A']) {
      Object.assign(server, { present: undefined, next });
      expect((await healing.open('A')).id).toBe(next);
    }
    expect(['A', 'B', 'C'].map((id) => healing.latest(id))).toEqual(['A', 'A', 'A']);
  });

  it('is found under any of its ids after any sequence of ids, whether it was opened, healed or renewed', async () => {
    const id = fc.constantFrom('A', 'B', 'C', 'D');
    const step = fc.record({ next: id, asked: fc.nat(4), way: fc.constantFrom('open', 'heal', 'renew') });
    await fc.assert(
      fc.asyncProperty(id, fc.array(step, { maxLength: 25 }), async (first, steps) => {
        const { server, healing } = pageWithChangingId(first);
        const had = [first];
        await healing.open(first);
        for (const { next, asked, way } of steps) {
          // One of the page's ids, usually a recent one.
          const from = had.at(-1 - (asked % had.length))!;
          Object.assign(server, { present: undefined, next });
          if (way === 'open') await healing.open(from);
          else if (way === 'renew') {
            vi.advanceTimersByTime(RENEWAL_LEAST_MS);
            await healing.renew(from);
          } else await healing.heal(healing.latest(from), outdated());
          had.push(next);
          expect(new Set(had.map((each) => healing.latest(each)))).toEqual(new Set([next]));
        }
      }),
    );
  });
});
