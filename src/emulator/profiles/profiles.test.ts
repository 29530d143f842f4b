import { describe, expect, it } from 'vitest';
import { getProfilesResponseSchema, profileSchema } from '../../api/profiles.js';
import { createEmulator } from '../createEmulator.js';
import { signedInEmulator } from '../emulatorCall.js';

const avatarUrl = 'https://images.example/kim.mp4';

describe('profiles', () => {
  it('are Alex and Sam by default', async () => {
    const { call, refreshToken } = await signedInEmulator();
    const { body } = await call('GET /profiles', { token: refreshToken });
    const { profiles } = getProfilesResponseSchema.parse(body);
    expect(profiles.map(({ name }) => name)).toEqual(['Alex', 'Sam']);
    for (const profile of profiles) expect(profile.avatarUrl).toMatch(/^data:image\/svg\+xml,/);
    expect(profiles[0]!.createdAt > profiles[1]!.createdAt).toBe(true);
  });

  it('can be set with the options, and must have unique ids', async () => {
    expect(createEmulator({ profiles: [] }).control.profiles()).toEqual([]);
    const given = createEmulator({ profiles: [{ id: 'profile_kim', name: 'Kim', avatarUrl }] });
    expect(given.control.profiles()).toMatchObject([{ id: 'profile_kim', name: 'Kim', avatarUrl }]);
    expect(() =>
      createEmulator({
        profiles: [
          { id: 'a', name: 'A' },
          { id: 'a', name: 'B' },
        ],
      }),
    ).toThrow(/same id/);
  });

  it('are created, listed newest first, read, updated and deleted', async () => {
    const { call, refreshToken: token, passTime } = await signedInEmulator();
    passTime(1000);
    const created = await call('POST /profiles', { token, body: { name: 'Kim', avatarUrl } });
    const id = String(created.body['profileId']);
    expect(created.body).toEqual({ profileId: id });
    const { profiles } = getProfilesResponseSchema.parse((await call('GET /profiles', { token })).body);
    expect(profiles.map(({ name }) => name)).toEqual(['Kim', 'Alex', 'Sam']);

    const read = profileSchema.parse((await call(`GET /profiles/${id}`, { token })).body);
    expect(read).toEqual({ id, name: 'Kim', avatarUrl, createdAt: '2026-03-01T12:00:01.000Z' });
    const changed = await call(`PATCH /profiles/${id}`, { token, body: { name: 'Kimberley' } });
    expect(changed.body).toEqual({ ...read, name: 'Kimberley' });

    const removed = await call(`DELETE /profiles/${id}`, { token });
    expect([removed.status, removed.body['message']]).toEqual([200, expect.any(String)]);
    expect((await call(`GET /profiles/${id}`, { token })).status).toBe(404);
  });

  it.each([
    ['no body', undefined, [[]]],
    ['a missing avatar', { name: 'Kim' }, [['avatarUrl']]],
    ['an empty name', { name: '', avatarUrl }, [['name']]],
    ['an avatar that is not a URL', { name: 'Kim', avatarUrl: 'kim.png' }, [['avatarUrl']]],
    ['an unknown field', { name: 'Kim', avatarUrl, color: 'red' }, [['color']]],
    ['a null name', { name: null, avatarUrl }, [['name']]],
  ])('are not created with %s', async (_what, body, paths) => {
    const { call, refreshToken: token } = await signedInEmulator();
    const response = await call('POST /profiles', { token, body });
    expect([response.status, response.body['code']]).toEqual([400, 'VALIDATION_FAILED']);
    expect(response.body['issues']).toEqual(paths.map((path) => ({ path, message: expect.any(String) })));
  });

  it.each([
    ['a name only', { name: 'Alexandra' }],
    ['an avatar only', { avatarUrl }],
    ['both', { name: 'Alexandra', avatarUrl }],
  ])('are updated with %s and otherwise stay unchanged', async (_what, body) => {
    const { call, control, refreshToken: token, profileId } = await signedInEmulator();
    const [before, other] = control.profiles();
    const { status, body: changed } = await call(`PATCH /profiles/${profileId}`, { token, body });
    expect([status, changed]).toEqual([200, { ...before, ...body }]);
    expect(control.profiles()).toEqual([changed, other]);
  });

  it.each([
    ['no body', undefined, [[]]],
    ['an empty body', {}, [[]]],
    ['an empty name', { name: '' }, [['name']]],
    ['an empty avatar', { avatarUrl: '' }, [['avatarUrl']]],
    ['an avatar that is not a URL', { avatarUrl: 'kim.png' }, [['avatarUrl']]],
    ['a null name', { name: null }, [['name']]],
    ['a null avatar', { name: 'Kim', avatarUrl: null }, [['avatarUrl']]],
    ['an id', { name: 'Kim', id: 'profile_2' }, [['id']]],
    ['a creation time', { name: 'Kim', createdAt: '2026-01-01T00:00:00Z' }, [['createdAt']]],
  ])('are not updated with %s', async (_what, body, paths) => {
    const { call, control, refreshToken: token, profileId } = await signedInEmulator();
    const before = control.profiles();
    const response = await call(`PATCH /profiles/${profileId}`, { token, body });
    expect([response.status, response.body['code']]).toEqual([400, 'VALIDATION_FAILED']);
    expect(response.body['issues']).toEqual(paths.map((path) => ({ path, message: expect.any(String) })));
    expect(control.profiles()).toEqual(before);
  });

  it('can all be deleted, each once', async () => {
    const { call, control, refreshToken: token } = await signedInEmulator();
    for (const { id } of control.profiles()) {
      const { status, body } = await call(`DELETE /profiles/${id}`, { token });
      expect([status, body]).toEqual([200, { message: expect.any(String) }]);
      expect((await call(`DELETE /profiles/${id}`, { token })).status).toBe(404);
    }
    expect((await call('GET /profiles', { token })).body).toEqual({ profiles: [] });
  });

  it.each(['GET', 'PATCH', 'DELETE'])('are not found by %s with an unknown id', async (method) => {
    const { call, refreshToken: token } = await signedInEmulator();
    const body = method === 'PATCH' ? { name: 'Kim' } : undefined;
    const response = await call(`${method} /profiles/profile_none`, { token, body });
    expect([response.status, response.body['code']]).toEqual([404, 'NOT_FOUND']);
  });
});
