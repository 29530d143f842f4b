import { describe, expect, it } from 'vitest';
import { pageSchema } from '../../api/pages.js';
import { signedInEmulator } from '../emulatorCall.js';
import { generatedTitles } from '../catalog/catalog.js';

const comedies = { genres: [35, 18], media_type: 'movie' };

describe('GET /pages/:id', () => {
  it('returns ten hero items, the filters and the name', async () => {
    const { call, token } = await signedInEmulator();
    const created = await call('POST /pages', { token, body: { pageFilters: { media_type: 'tv' }, name: 'Series' } });
    const { body } = await call(`GET /pages/${created.body['id']}`, { token });
    const page = pageSchema.parse(body);
    expect(page).toMatchObject({ id: created.body['id'], name: 'Series', pageFilters: { media_type: 'tv' } });
    expect(page.hero).toHaveLength(10);
    expect(new Set(page.hero.map(({ id }) => id)).size).toBe(10);
    for (const item of page.hero) {
      expect(item.id).toMatch(/^TV_\d+$/);
      expect([item.poster_path, item.backdrop_path]).toEqual([expect.any(String), expect.any(String)]);
    }
  });

  it('returns only hero items that match the filters, or none', async () => {
    const { call, token } = await signedInEmulator({ catalog: generatedTitles(4) });
    const heroOf = async (pageFilters: object) => {
      const { body } = await call('POST /pages', { token, body: { pageFilters } });
      return pageSchema.parse((await call(`GET /pages/${body['id']}`, { token })).body).hero;
    };
    expect(await heroOf({})).toHaveLength(4);
    expect(await heroOf({ genres: [1] })).toEqual([]);
    expect(await heroOf({ region: ['XX'] })).toEqual([]);
    expect(await heroOf({ with_watch_providers: ['0'] })).toEqual([]);
  });

  it('returns hero items in the same order within a session, and in another order in a new session', async () => {
    const { call, token, mint } = await signedInEmulator();
    const heroOf = async (bearer: string) => {
      const { body } = await call('POST /pages', { token: bearer });
      const page = pageSchema.parse((await call(`GET /pages/${body['id']}`, { token: bearer })).body);
      return page.hero.map(({ id }) => id);
    };
    const first = await heroOf(token);
    expect(await heroOf(token)).toEqual(first);
    expect(await heroOf((await mint()).token)).not.toEqual(first);
  });

  it('returns reproducible ids and order with a seed', async () => {
    const run = async () => {
      const { call, token } = await signedInEmulator({ seed: 7 });
      const { body } = await call('POST /pages', { token, body: { pageFilters: comedies } });
      return (await call(`GET /pages/${body['id']}`, { token })).body;
    };
    expect(await run()).toEqual(await run());
  });

  it('responds with 404 to an unknown id', async () => {
    const { call, token } = await signedInEmulator();
    expect(await call('GET /pages/page_none', { token })).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });

  it('responds with SESSION_EXPIRED and the filters after a new mint or a profile switch', async () => {
    const { call, token, mint, control } = await signedInEmulator();
    const { body: old } = await call('POST /pages', { token, body: { pageFilters: comedies } });
    for (const profile of control.profiles()) {
      const { token: newer } = await mint(profile.id);
      const { status, body } = await call(`GET /pages/${old['id']}`, { token: newer });
      expect([status, body['code']]).toEqual([401, 'SESSION_EXPIRED']);
      expect(body['pageLevelFilters']).toEqual({ genres: [18, 35], media_type: 'movie' });
      const recreated = await call('POST /pages', { token: newer, body: { pageFilters: body['pageLevelFilters'] } });
      expect((await call(`GET /pages/${recreated.body['id']}`, { token: newer })).status).toBe(200);
    }
  });

  it('responds with SESSION_EXPIRED after control.outdatePages()', async () => {
    const { call, token, control } = await signedInEmulator();
    const { body: old } = await call('POST /pages', { token });
    control.outdatePages();
    const stale = await call(`GET /pages/${old['id']}`, { token });
    expect(stale.body).toMatchObject({ code: 'SESSION_EXPIRED', pageLevelFilters: {} });
    const { body: fresh } = await call('POST /pages', { token });
    expect(fresh['id']).not.toBe(old['id']);
    expect((await call(`GET /pages/${fresh['id']}`, { token })).status).toBe(200);
  });
});
