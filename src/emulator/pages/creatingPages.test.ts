import { describe, expect, it } from 'vitest';
import { createPageResponseSchema } from '../../api/pages.js';
import { signedInEmulator } from '../emulatorCall.js';

const comedies = { genres: [35, 18], media_type: 'movie' };

describe('POST /pages', () => {
  it('returns an id, the creation time and the canonical filters', async () => {
    const { call, token } = await signedInEmulator();
    const { status, body } = await call('POST /pages', { token, body: { pageFilters: comedies } });
    expect(status).toBe(200);
    expect(createPageResponseSchema.parse(body)).toEqual(body);
    expect(body).toEqual({
      id: expect.stringMatching(/^page_[0-9a-f]+$/),
      createdAt: '2026-03-01T12:00:00.000Z',
      pageFilters: { genres: [18, 35], media_type: 'movie' },
    });
  });

  it('returns the default page when the request has no body or no filters', async () => {
    const { call, token } = await signedInEmulator();
    const { body } = await call('POST /pages', { token });
    expect(body).not.toHaveProperty('pageFilters');
    expect((await call('POST /pages', { token, body: {} })).body['id']).toBe(body['id']);
    expect((await call('POST /pages', { token, body: { pageFilters: { genres: [] } } })).body['id']).toBe(body['id']);
  });

  it('returns the same page for equal filters in one session', async () => {
    const { call, token } = await signedInEmulator();
    const idOf = async (pageFilters: unknown) =>
      (await call('POST /pages', { token, body: { pageFilters } })).body['id'];
    const first = await idOf({ genres: [35, 18], region: ['DE'] });
    expect(await idOf({ region: ['DE', 'DE'], genres: [18, 35], keywords: [] })).toBe(first);
    expect(await idOf({ region: ['DE'] })).not.toBe(first);
  });

  it('creates a new page for the same filters in a new session', async () => {
    const { call, token, mint } = await signedInEmulator();
    const body = { pageFilters: comedies };
    const first = await call('POST /pages', { token, body });
    const second = await call('POST /pages', { token: (await mint()).token, body });
    expect(second.body['id']).not.toBe(first.body['id']);
  });

  it('renames the page when only the name differs, and keeps the name when none is given', async () => {
    const { call, token } = await signedInEmulator();
    const { body } = await call('POST /pages', { token, body: { pageFilters: comedies, name: 'Fun' } });
    const currentName = async () => (await call(`GET /pages/${body['id']}`, { token })).body['name'];
    expect(await currentName()).toBe('Fun');
    const renamed = await call('POST /pages', { token, body: { pageFilters: comedies, name: 'Laughs' } });
    expect([renamed.body['id'], await currentName()]).toEqual([body['id'], 'Laughs']);
    await call('POST /pages', { token, body: { pageFilters: comedies } });
    expect(await currentName()).toBe('Laughs');
  });

  it.each([
    ['an unknown field', { profileId: 'profile_1' }, ['profileId']],
    ['an unknown filter', { pageFilters: { genre: [35] } }, ['pageFilters', 'genre']],
    ['an empty name', { name: '' }, ['name']],
    ['null filters', { pageFilters: null }, ['pageFilters']],
    ['a null filter', { pageFilters: { genres: null } }, ['pageFilters', 'genres']],
    ['a genre as text', { pageFilters: { genres: [35, '18'] } }, ['pageFilters', 'genres', 1]],
    ['a negative runtime', { pageFilters: { with_runtime_gte: -1 } }, ['pageFilters', 'with_runtime_gte']],
    ['a fractional runtime', { pageFilters: { with_runtime_gte: 1.5 } }, ['pageFilters', 'with_runtime_gte']],
    ['an unknown media type', { pageFilters: { media_type: 'show' } }, ['pageFilters', 'media_type']],
    ['a region by name', { pageFilters: { region: ['Germany'] } }, ['pageFilters', 'region', 0]],
    [
      'a date that does not exist',
      { pageFilters: { with_release_date_gte: '2023-02-29' } },
      ['pageFilters', 'with_release_date_gte'],
    ],
    [
      'a watch provider id as a number',
      { pageFilters: { with_watch_providers: [8] } },
      ['pageFilters', 'with_watch_providers', 0],
    ],
    [
      'a reversed runtime',
      { pageFilters: { with_runtime_gte: 2, with_runtime_lte: 1 } },
      ['pageFilters', 'with_runtime_lte'],
    ],
    [
      'reversed dates',
      { pageFilters: { with_release_date_gte: '2020-01-02', with_release_date_lte: '2020-01-01' } },
      ['pageFilters', 'with_release_date_lte'],
    ],
    ['an array', [], []],
  ])('rejects %s and returns the path of the field', async (_what, body, path) => {
    const { call, token } = await signedInEmulator();
    const response = await call('POST /pages', { token, body });
    expect([response.status, response.body['code']]).toEqual([400, 'VALIDATION_FAILED']);
    expect(response.body['issues']).toEqual([{ path, message: expect.stringMatching(/^[A-Z].{5,}\.?$/) }]);
    expect(JSON.stringify(response.body)).not.toMatch(/Invalid input|lowerAboveUpper/);
  });

  it('rejects a body that is not JSON', async () => {
    const { emulator, token } = await signedInEmulator();
    const init = { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: '{"pageFilters":' };
    const response = await emulator.fetch('https://api.discovr.media/pages', init);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'VALIDATION_FAILED', issues: [{ path: [] }] });
  });

  it('sends a unique request id with every response', async () => {
    const { call, token } = await signedInEmulator();
    const ok = await call('POST /pages', { token });
    const failed = await call('GET /pages/none', { token });
    expect(ok.headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{16}$/);
    expect(failed.headers.get('x-request-id')).not.toBe(ok.headers.get('x-request-id'));
  });
});
