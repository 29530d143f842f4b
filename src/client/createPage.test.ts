import { describe, expect, it, vi } from 'vitest';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { failureOf, idle, until, watch } from '../../test/support/promises.js';
import type { CreatePagePayload } from '../api/pages.js';

const comedies: CreatePagePayload = { pageFilters: { genres: [35] } };

/** Returns the body that `POST /pages` receives for a payload. */
async function bodyFor(payload: CreatePagePayload | undefined): Promise<unknown> {
  const { client, sent } = clientOnEmulator();
  await client.createPage(payload);
  return sent.at(-1)?.body;
}

describe('DiscovrClient.createPage', () => {
  it('returns the id and the filters of the page', async () => {
    const { client } = clientOnEmulator();
    expect(await client.createPage(comedies)).toEqual({
      id: expect.stringMatching(/^page_/),
      createdAt: expect.any(String),
      pageFilters: { genres: [35] },
    });
  });

  it.each([undefined, {}, { pageFilters: {} }, { name: '' }, { pageFilters: { genres: [], region: [] }, name: '' }])(
    'requests the default page for a payload without filters: %j',
    async (payload) => {
      expect(await bodyFor(payload)).toEqual({});
    },
  );

  it('sends canonical filters without empty values, and the name', async () => {
    const pageFilters = {
      with_watch_providers: ['8', '337', '8'],
      genres: [35, 18, 35],
      keywords: [],
      with_release_date_gte: '',
      with_runtime_gte: 0,
    };
    expect(await bodyFor({ pageFilters, name: 'Evening' })).toEqual({
      pageFilters: { genres: [18, 35], with_runtime_gte: 0, with_watch_providers: ['337', '8'] },
      name: 'Evening',
    });
  });

  it('sends neither the profile nor fields that the API does not have', async () => {
    const payload = { profileId: 'profile_1', pageFilters: { genres: [35], sort: 'name' } };
    expect(await bodyFor(payload as CreatePagePayload)).toEqual({ pageFilters: { genres: [35] } });
  });

  it.each([
    ['a minimum runtime above the maximum', { with_runtime_gte: 120, with_runtime_lte: 90 }, 'with_runtime_lte'],
    ['a date that does not exist', { with_release_date_gte: '2026-02-30' }, 'with_release_date_gte'],
    ['a region in lower case', { region: ['de'] }, 'region'],
    ['a fractional runtime', { with_runtime_gte: 0.5 }, 'with_runtime_gte'],
    ['a genre that is not a number', { genres: [Number.NaN] }, 'genres'],
  ])('rejects %s before anything is sent', async (_name, pageFilters, field) => {
    const { client, control } = clientOnEmulator();
    const error = await failureOf(client.createPage({ pageFilters }));
    expect(error).toMatchObject({ name: 'DiscovrError', code: 'VALIDATION_FAILED', status: undefined });
    expect(error).toMatchObject({ issues: [{ message: expect.any(String) }] });
    expect(error).toHaveProperty('issues.0.path.0', 'pageFilters');
    expect(error).toHaveProperty('issues.0.path.1', field);
    expect(control.requests).toEqual([]);
  });

  it('rejects with the issues that the server reports for each field', async () => {
    const { client, control } = clientOnEmulator();
    const issues = [{ path: ['pageFilters', 'genres', 0], message: 'No such genre.' }];
    control.failNext({ kind: 'status', status: 400, issues }, { route: 'POST /pages' });
    expect(await failureOf(client.createPage(comedies))).toMatchObject({ code: 'VALIDATION_FAILED', issues });
  });

  it('rejects with NETWORK_ERROR after its retries when offline, and sends nothing later', async () => {
    vi.useFakeTimers();
    const { client, control, pagePosts } = clientOnEmulator();
    await client.createPage();
    control.setOffline(true);
    const call = watch(client.createPage(comedies));
    await vi.advanceTimersByTimeAsync(1_200);
    expect(call.error).toMatchObject({ code: 'NETWORK_ERROR' });
    expect(pagePosts()).toBe(1 + 3);
    control.setOffline(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pagePosts()).toBe(1 + 3);
  });
});

describe('createPage calls', () => {
  it('share one mint and one request when they are simultaneous and equal', async () => {
    const { client, mints, pagePosts } = clientOnEmulator();
    const pages = await Promise.all(Array.from({ length: 100 }, () => client.createPage(comedies)));
    expect([mints(), pagePosts()]).toEqual([1, 1]);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(1);
  });

  it('share a request when their filters have the same canonical form', async () => {
    const { client, pagePosts } = clientOnEmulator();
    const one = client.createPage({ pageFilters: { genres: [18, 35], region: ['DE'] } });
    const other = client.createPage({ pageFilters: { keywords: [], region: ['DE', 'DE'], genres: [35, 18] } });
    expect(await one).toEqual(await other);
    expect(pagePosts()).toBe(1);
  });

  it('do not share a request when their names differ', async () => {
    const { client, pagePosts } = clientOnEmulator();
    await Promise.all([client.createPage({ name: 'A' }), client.createPage({ name: 'B' }), client.createPage()]);
    expect(pagePosts()).toBe(3);
  });

  it('send another request after an equal call has resolved', async () => {
    const { client, pagePosts } = clientOnEmulator();
    const first = await client.createPage(comedies);
    expect((await client.createPage(comedies)).id).toBe(first.id);
    expect(pagePosts()).toBe(2);
  });

  it('send another request after an equal call has failed', async () => {
    const { client, control } = clientOnEmulator({ retries: 0 });
    control.failNext({ kind: 'status', status: 503 }, { route: 'POST /pages' });
    const failed = await Promise.all([failureOf(client.createPage()), failureOf(client.createPage())]);
    expect(failed).toMatchObject([{ status: 503 }, { status: 503 }]);
    await client.createPage();
  });

  it('do not share a request across profiles', async () => {
    const { client, control, sam, pagePosts } = clientOnEmulator();
    control.failNext({ kind: 'hang' }, { route: 'POST /pages' });
    const controller = new AbortController();
    const mine = watch(client.createPage(comedies, { signal: controller.signal }));
    await until(() => pagePosts() === 1);
    await client.selectProfile(sam);
    expect(await client.createPage(comedies)).toMatchObject(comedies);
    expect([mine.status, pagePosts()]).toEqual(['pending', 2]);
    controller.abort();
  });

  it('continue when an equal call is aborted', async () => {
    const { client, control, pagePosts, sent } = clientOnEmulator();
    await client.createPage();
    control.setLatency(20);
    const controller = new AbortController();
    const aborted = watch(client.createPage(comedies, { signal: controller.signal }));
    const other = watch(client.createPage(comedies));
    await until(() => pagePosts() === 2);
    controller.abort();
    await idle();
    expect([aborted.error, other.status]).toMatchObject([{ name: 'AbortError' }, 'pending']);
    expect(sent.at(-1)?.signal?.aborted).toBe(false);
    await until(() => other.status === 'resolved');
  });

  it('abort their request when all of them are aborted, and send another for the next call', async () => {
    const { client, control, pagePosts, sent } = clientOnEmulator();
    await client.createPage();
    control.setLatency(20);
    const controllers = [new AbortController(), new AbortController()];
    const calls = controllers.map(({ signal }) => watch(client.createPage(comedies, { signal })));
    await until(() => pagePosts() === 2);
    for (const controller of controllers) controller.abort();
    await idle();
    expect(calls.map(({ error }) => error)).toMatchObject([{ name: 'AbortError' }, { name: 'AbortError' }]);
    expect(sent.at(-1)?.signal?.aborted).toBe(true);
    await client.createPage(comedies);
    expect(pagePosts()).toBe(3);
  });

  it('send nothing when the signal has already aborted', async () => {
    const { client, control } = clientOnEmulator();
    const error = await failureOf(client.createPage(comedies, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ name: 'AbortError' });
    await idle();
    expect(control.requests).toEqual([]);
  });
});
