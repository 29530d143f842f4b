import { describe, expect, it, vi } from 'vitest';
import { clientOnEmulator } from '../../../test/support/clientOnEmulator.js';
import { failureOf, idle, until, watch } from '../../../test/support/promises.js';
import type { CreatePagePayload } from '../../api/schemas/page.js';
import { WITHOUT_REPEATS_MS } from '../../../test/support/withoutRepeats.js';

const comedies: CreatePagePayload = { pageFilters: { genres: [35] } };

/** What `POST /pages` got for a body. */
async function bodyFor(payload: CreatePagePayload | undefined): Promise<unknown> {
  const { client, sent } = clientOnEmulator();
  await client.createPage(payload);
  return sent.at(-1)?.body;
}

describe('creating a page', () => {
  it('gives its id and echoes its filters', async () => {
    const { client } = clientOnEmulator();
    expect(await client.createPage(comedies)).toEqual({
      id: expect.stringMatching(/^page_/),
      createdAt: expect.any(String),
      pageFilters: { genres: [35] },
    });
  });

  it.each([undefined, {}, { pageFilters: {} }, { name: '' }, { pageFilters: { genres: [], region: [] }, name: '' }])(
    'without filters asks for the default page: %j',
    async (payload) => {
      expect(await bodyFor(payload)).toEqual({});
    },
  );

  it('sends the filters in their one form, with nothing empty, and the name', async () => {
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

  it('never sends the profile, which is the session’s, nor a field the API does not have', async () => {
    const payload = { profileId: 'profile_1', pageFilters: { genres: [35], sort: 'name' } };
    expect(await bodyFor(payload as CreatePagePayload)).toEqual({ pageFilters: { genres: [35] } });
  });

  it.each([
    ['a lower runtime above the upper', { with_runtime_gte: 120, with_runtime_lte: 90 }, 'with_runtime_lte'],
    ['a date that is none', { with_release_date_gte: '2026-02-30' }, 'with_release_date_gte'],
    ['a region in small letters', { region: ['de'] }, 'region'],
    ['half a minute', { with_runtime_gte: 0.5 }, 'with_runtime_gte'],
    ['a genre that is no number', { genres: [Number.NaN] }, 'genres'],
  ])('refuses what is not valid before anything is sent: %s', async (_name, pageFilters, field) => {
    const { client, control } = clientOnEmulator();
    const error = await failureOf(client.createPage({ pageFilters }));
    expect(error).toMatchObject({ name: 'DiscovrError', code: 'VALIDATION_FAILED', status: undefined });
    expect(error).toMatchObject({ issues: [{ message: expect.any(String) }] });
    expect(error).toHaveProperty('issues.0.path.0', 'pageFilters');
    expect(error).toHaveProperty('issues.0.path.1', field);
    expect(control.requests).toEqual([]);
  });

  it('tells the complaints of the server by field', async () => {
    const { client, control } = clientOnEmulator();
    const issues = [{ path: ['pageFilters', 'genres', 0], message: 'No such genre.' }];
    control.failNext({ kind: 'status', status: 400, issues }, { route: 'POST /pages' });
    expect(await failureOf(client.createPage(comedies))).toMatchObject({ code: 'VALIDATION_FAILED', issues });
  });

  it('fails with NETWORK_ERROR offline when the repeats are over, and nothing is sent later by itself', async () => {
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

describe('calls for the same page', () => {
  it('at the same time make one mint and one request', async () => {
    const { client, mints, pagePosts } = clientOnEmulator();
    const pages = await Promise.all(Array.from({ length: 100 }, () => client.createPage(comedies)));
    expect([mints(), pagePosts()]).toEqual([1, 1]);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(1);
  });

  it('are the same however their filters are written', async () => {
    const { client, pagePosts } = clientOnEmulator();
    const one = client.createPage({ pageFilters: { genres: [18, 35], region: ['DE'] } });
    const other = client.createPage({ pageFilters: { keywords: [], region: ['DE', 'DE'], genres: [35, 18] } });
    expect(await one).toEqual(await other);
    expect(pagePosts()).toBe(1);
  });

  it('are not the same where their names differ', async () => {
    const { client, pagePosts } = clientOnEmulator();
    await Promise.all([client.createPage({ name: 'A' }), client.createPage({ name: 'B' }), client.createPage()]);
    expect(pagePosts()).toBe(3);
  });

  it('are asked anew once the first is answered', async () => {
    const { client, pagePosts } = clientOnEmulator();
    const first = await client.createPage(comedies);
    expect((await client.createPage(comedies)).id).toBe(first.id);
    expect(pagePosts()).toBe(2);
  });

  it('are asked anew once the first has failed', async () => {
    const { client, control } = clientOnEmulator({ timeoutMs: WITHOUT_REPEATS_MS });
    control.failNext({ kind: 'status', status: 503 }, { route: 'POST /pages' });
    const failed = await Promise.all([failureOf(client.createPage()), failureOf(client.createPage())]);
    expect(failed).toMatchObject([{ status: 503 }, { status: 503 }]);
    await client.createPage();
  });

  it('are not shared by two profiles', async () => {
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

  it('go on when one of the callers gives up', async () => {
    const { client, control, pagePosts, sent } = clientOnEmulator();
    await client.createPage();
    control.setLatency(20);
    const controller = new AbortController();
    const given = watch(client.createPage(comedies, { signal: controller.signal }));
    const other = watch(client.createPage(comedies));
    await until(() => pagePosts() === 2);
    controller.abort();
    await idle();
    expect([given.error, other.status]).toMatchObject([{ name: 'AbortError' }, 'pending']);
    expect(sent.at(-1)?.signal?.aborted).toBe(false);
    await until(() => other.status === 'resolved');
  });

  it('end when all callers have given up, and the next caller starts anew', async () => {
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

  it('are not begun by a caller who has given up already', async () => {
    const { client, control } = clientOnEmulator();
    const error = await failureOf(client.createPage(comedies, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ name: 'AbortError' });
    await idle();
    expect(control.requests).toEqual([]);
  });
});
