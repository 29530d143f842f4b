import { describe, expect, it } from 'vitest';
import { apiOnEmulator } from '../../test/support/apiOnEmulator.js';
import { failureOf } from '../../test/support/promises.js';

const profile = { id: 'profile_1', name: 'Kim', avatarUrl: 'https://images.example/kim.png', createdAt: '2026-01-01' };
const page = { id: 'page_1', createdAt: '2026-01-01T00:00:00Z', hero: [] };

const encode = (text: string) => new TextEncoder().encode(text);

/** Returns the result of `GET /profiles` for a response body. */
async function profilesFrom(body: unknown) {
  const { control, identityApi } = await apiOnEmulator();
  control.failNext({ kind: 'body', body });
  return identityApi.getProfiles();
}

describe('an unusual response', () => {
  it.each([
    ['a web page', { kind: 'html' }],
    ['truncated JSON', { kind: 'malformed' }],
    ['an object with other fields', { kind: 'body', body: { titles: [] } }],
    ['an array instead of an object', { kind: 'body', body: [] }],
    ['a string instead of an object', { kind: 'body', body: 'profiles' }],
    ['null', { kind: 'body', body: null }],
    ['null instead of an array', { kind: 'body', body: { profiles: null } }],
    ['an object instead of an array', { kind: 'body', body: { profiles: {} } }],
    ['null inside an array', { kind: 'body', body: { profiles: [null] } }],
    ['null instead of a required string', { kind: 'body', body: { profiles: [{ ...profile, name: null }] } }],
    ['a missing required field', { kind: 'body', body: { profiles: [{ name: 'Kim' }] } }],
    ['a number instead of a string', { kind: 'body', body: { profiles: [{ ...profile, id: 7 }] } }],
    ['an empty id', { kind: 'body', body: { profiles: [{ ...profile, id: '' }] } }],
  ] as const)('rejects the call with BAD_RESPONSE when it contains %s', async (_name, fault) => {
    const { control, identityApi } = await apiOnEmulator();
    control.failNext(fault);
    const error = await failureOf(identityApi.getProfiles());
    expect(error).toMatchObject({ name: 'DiscovrError', code: 'BAD_RESPONSE', status: 200 });
  });

  it.each([null, ''])('rejects the call with BAD_RESPONSE when its body is empty: %o', async (body) => {
    const { identityApi } = await apiOnEmulator({ alter: () => new Response(body) });
    expect(await failureOf(identityApi.getProfiles())).toMatchObject({ code: 'BAD_RESPONSE', status: 200 });
  });

  it('rejects the call with BAD_RESPONSE, before the body is read completely, when the body is 10 MB', async () => {
    const megabyte = ' '.repeat(1024 * 1024);
    const parts = ['{"profiles":', ...Array.from({ length: 10 }, () => megabyte), '[]}'].map(encode);
    let read = 0;
    const large = new ReadableStream({
      pull(controller) {
        if (read === parts.length) controller.close();
        else controller.enqueue(parts[read++]);
      },
    });
    const { identityApi } = await apiOnEmulator({ alter: () => new Response(large) });
    expect(await failureOf(identityApi.getProfiles())).toMatchObject({ code: 'BAD_RESPONSE', status: 200 });
    expect(read).toBeLessThan(9);
  });

  it('is read up to the 500th entry of a list, whatever follows', async () => {
    const profiles = Array.from({ length: 500 }, (_, index) => ({ ...profile, id: `profile_${index}` }));
    const { profiles: read } = await profilesFrom({
      profiles: [...profiles, ...Array.from({ length: 50_000 }, () => 7)],
    });
    expect(read).toHaveLength(500);
  });

  it('is read when it is 1 MB', async () => {
    const text = `{"profiles":${' '.repeat(1024 * 1024)}[]}`;
    const { identityApi } = await apiOnEmulator({ alter: () => new Response(text) });
    expect(await identityApi.getProfiles()).toEqual({ profiles: [] });
  });

  it('is reported with the paths of unexpected values, without the values', async () => {
    const error = await failureOf(profilesFrom({ profiles: [{ ...profile, name: 5, createdAt: ['secret'] }] }));
    expect(error).toMatchObject({
      message: 'GET /profiles returned 200 with unexpected values at: profiles.0.name, profiles.0.createdAt.',
    });
  });

  it('is reported with the route of its endpoint, without the ids', async () => {
    const { control, sessionApi } = await apiOnEmulator();
    control.failNext({ kind: 'html' });
    const error = await failureOf(sessionApi.getPage('page_of_mine'));
    expect(error).toMatchObject({ message: 'GET /pages/{pageId} returned 200 with a body that is not JSON.' });
  });

  it('rejects a mint with BAD_RESPONSE when it lacks a valid token or expiry', async () => {
    const { control, identityApi, profileId } = await apiOnEmulator();
    const minted = { sessionToken: 'x', sessionId: 'y', expiresAt: 1 };
    for (const broken of [{ sessionToken: '' }, { sessionToken: null }, { expiresAt: 'soon' }, { expiresAt: null }]) {
      control.failNext({ kind: 'body', body: { ...minted, ...broken } });
      expect(await failureOf(identityApi.mintSessionToken({ profileId }))).toMatchObject({ code: 'BAD_RESPONSE' });
    }
  });
});

describe('a response of a later API version', () => {
  it('keeps its unknown fields', async () => {
    const body = { profiles: [{ ...profile, kind: 'child', limits: { rating: 12 } }], total: 1 };
    expect(await profilesFrom(body)).toEqual(body);
  });

  it('keeps unknown fields of created pages, pages, hero items and sessions', async () => {
    const { control, identityApi, sessionApi, profileId } = await apiOnEmulator();
    const created = { id: 'page_1', createdAt: '2026-01-01', ttl: 60 };
    control.failNext({ kind: 'body', body: created });
    expect(await sessionApi.createPage({})).toEqual(created);
    const item = { type: 'media', id: 'MV_550', title: 'Fight Club', media_type: 'movie', badge: 'new' };
    control.failNext({ kind: 'body', body: { ...page, theme: 'dark', hero: [item] } });
    expect(await sessionApi.getPage('page_1')).toMatchObject({ theme: 'dark', hero: [{ badge: 'new' }] });
    const minted = { sessionToken: 'x', sessionId: 'y', expiresAt: 1, region: 'DE' };
    control.failNext({ kind: 'body', body: minted });
    expect(await identityApi.mintSessionToken({ profileId })).toEqual(minted);
  });

  it('can have null in optional fields, which then count as absent', async () => {
    const { control, sessionApi } = await apiOnEmulator();
    control.failNext({ kind: 'body', body: { ...page, name: null, pageFilters: null } });
    expect(await sessionApi.getPage('page_1')).toEqual(page);
    control.failNext({ kind: 'body', body: { ...page, pageFilters: { genres: [35], region: null } } });
    expect(await sessionApi.getPage('page_1')).toMatchObject({ pageFilters: { genres: [35] } });
  });
});

describe('a malicious response', () => {
  it.each([
    '{"profiles":[],"__proto__":{"polluted":true}}',
    '{"profiles":[],"constructor":{"prototype":{"polluted":true}}}',
    `{"profiles":[${JSON.stringify(profile).replace('{', '{"__proto__":{"polluted":true},')}]}`,
  ])('cannot pollute the prototype of objects: %s', async (text) => {
    const { identityApi } = await apiOnEmulator({ alter: () => new Response(text) });
    const result = await identityApi.getProfiles();
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    for (const value of [{}, result, result.profiles, ...result.profiles]) expect(value).not.toHaveProperty('polluted');
  });

  it('cannot pollute the prototype of errors', async () => {
    const text = '{"__proto__":{"code":"SPOOFED"},"error":{"__proto__":{"polluted":true},"code":"NO_MORE"}}';
    const { identityApi } = await apiOnEmulator({ alter: () => new Response(text, { status: 410 }) });
    const error = await failureOf(identityApi.getProfiles());
    expect(error).toMatchObject({ code: 'NO_MORE' });
    expect({}).not.toHaveProperty('polluted');
    expect(error).not.toHaveProperty('polluted');
  });
});
