import { describe, expect, it } from 'vitest';
import { apiOnEmulator } from '../../test/support/apiOnEmulator.js';
import { failureOf } from '../../test/support/promises.js';

describe('a request', () => {
  it('sends its token and accepts JSON, without cookies, cache or referrer', async () => {
    const { identityApi, sent, refreshToken } = await apiOnEmulator();
    await identityApi.getProfiles();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.url).toBe('https://api.discovr.media/profiles');
    expect(Object.fromEntries(sent[0]!.headers)).toEqual({
      accept: 'application/json',
      authorization: `Bearer ${refreshToken}`,
    });
    expect(sent[0]?.init).toMatchObject({
      method: 'GET',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  });

  it('follows no redirect, which could send the token to another server', async () => {
    const { identityApi, sent } = await apiOnEmulator();
    await identityApi.getProfiles();
    expect(sent[0]?.init.redirect).toBe('error');
  });

  it('uses keepalive only for a sign-out', async () => {
    const { identityApi, sent } = await apiOnEmulator();
    await identityApi.getProfiles();
    await identityApi.signOutSession();
    expect(sent.map(({ init }) => init.keepalive)).toEqual([undefined, true]);
  });

  it('has a JSON body and a JSON content type when it sends data', async () => {
    const { sessionApi, sent, sessionToken } = await apiOnEmulator();
    await sessionApi.createPage({ pageFilters: { genres: [35] }, name: 'Laughs' });
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      body: '{"pageFilters":{"genres":[35]},"name":"Laughs"}',
      credentials: 'omit',
    });
    expect(Object.fromEntries(sent[0]!.headers)).toMatchObject({
      'content-type': 'application/json',
      authorization: `Bearer ${sessionToken}`,
    });
  });

  it('has neither a body nor a content type when it sends no data', async () => {
    const { identityApi, sent } = await apiOnEmulator();
    await identityApi.getProfiles();
    await identityApi.signOutSession();
    expect(sent.map(({ init }) => init.body)).toEqual([undefined, undefined]);
    expect(sent.map(({ headers }) => headers.has('content-type'))).toEqual([false, false]);
  });

  it('is sent to the app’s origin when the base URL is only a path', async () => {
    const { identityApi, sent } = await apiOnEmulator({ basePath: '/discovr' });
    await failureOf(identityApi.getProfiles());
    expect(sent[0]?.url).toBe('/discovr/profiles');
  });

  it('never has a token in its URL', async () => {
    const { identityApi, sessionApi, sent, profileId, refreshToken, sessionToken } = await apiOnEmulator();
    await identityApi.getProfile(profileId);
    await identityApi.mintSessionToken({ profileId });
    await sessionApi.getPage((await sessionApi.createPage({})).id);
    await identityApi.signOutSession();
    expect(sent).toHaveLength(5);
    const urls = sent.map(({ url }) => url).join(' ');
    expect([urls.includes(refreshToken), urls.includes(sessionToken)]).toEqual([false, false]);
  });
});

describe('an id in a path', () => {
  it.each([
    ['../profiles', '..%2Fprofiles'],
    ['a/b', 'a%2Fb'],
    ['a?b=c', 'a%3Fb%3Dc'],
    ['a#b', 'a%23b'],
    ['%2e%2e', '%252e%252e'],
    ['a\\b', 'a%5Cb'],
    ['{pageId}', '%7BpageId%7D'],
    ['日本', '%E6%97%A5%E6%9C%AC'],
  ])('stays one segment: %s', async (id, encoded) => {
    const { sessionApi, sent } = await apiOnEmulator();
    expect(await failureOf(sessionApi.getPage(id))).toMatchObject({ code: 'NOT_FOUND' });
    expect(sent[0]?.url).toBe(`https://api.discovr.media/pages/${encoded}`);
    expect(new URL(sent[0]!.url).pathname.split('/')).toHaveLength(3);
  });

  it('stays one segment in the path of a profile', async () => {
    const { identityApi, sent } = await apiOnEmulator();
    await failureOf(identityApi.getProfile('../auth/session'));
    expect(sent[0]?.url).toBe('https://api.discovr.media/profiles/..%2Fauth%2Fsession');
  });
});
