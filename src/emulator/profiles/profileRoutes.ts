import { Hono } from 'hono';
import * as z from 'zod/mini';
import { parseUrl } from '../../shared/url.js';
import { requireIdentity } from '../auth/tiers.js';
import { defaultAvatars } from '../drawing/avatars.js';
import { Problem } from '../http/problem.js';
import { readRequestBody } from '../http/requestBody.js';
import type { EmulatorState } from '../types.js';
import { newProfileId, type StoredProfile } from './profiles.js';

const name = z.string().check(z.minLength(1));
const avatarUrl = z.string().check(
  z.minLength(1, { abort: true }),
  z.refine((text) => parseUrl(text) !== undefined),
);
const createPayloadSchema = z.strictObject({ name, avatarUrl });
const updatePayloadSchema = z
  .strictObject({ name: z.optional(name), avatarUrl: z.optional(avatarUrl) })
  .check(z.refine((update) => update.name !== undefined || update.avatarUrl !== undefined));

/** Routes that list, create, read, update and delete the profiles of the account. */
export function profileRoutes(state: EmulatorState): Hono {
  return new Hono()
    .get('/', (context) => {
      requireIdentity(context.req, state);
      return context.json({ profiles: state.profiles });
    })
    .post('/', async (context) => {
      requireIdentity(context.req, state);
      const payload = await readRequestBody(context.req, createPayloadSchema);
      const createdAt = new Date(state.now()).toISOString();
      const profile: StoredProfile = { id: newProfileId(state.makeIdentifier), ...payload, createdAt };
      state.profiles.unshift(profile);
      return context.json({ profileId: profile.id });
    })
    .get('/:profileId', (context) => {
      requireIdentity(context.req, state);
      return context.json(findProfile(state, context.req.param('profileId')));
    })
    .patch('/:profileId', async (context) => {
      requireIdentity(context.req, state);
      const update = await readRequestBody(context.req, updatePayloadSchema);
      const profile = findProfile(state, context.req.param('profileId'));
      const updated: StoredProfile = {
        ...profile,
        name: update.name ?? profile.name,
        avatarUrl: update.avatarUrl ?? profile.avatarUrl,
      };
      state.profiles.splice(state.profiles.indexOf(profile), 1, updated);
      return context.json(updated);
    })
    .delete('/:profileId', (context) => {
      requireIdentity(context.req, state);
      const profile = findProfile(state, context.req.param('profileId'));
      state.profiles.splice(state.profiles.indexOf(profile), 1);
      state.records.delete(profile.id);
      return context.json({ message: 'Profile deleted successfully' });
    });
}

/**
 * Returns a profile of the account.
 *
 * @throws {Problem} NOT_FOUND when no profile has this id.
 */
export function findProfile(state: EmulatorState, profileId: string): StoredProfile {
  const profile = state.profiles.find(({ id }) => id === profileId);
  if (!profile) throw new Problem('NOT_FOUND', 'The account has no profile with this id.');
  return profile;
}

/** Route that lists the default avatars without authentication. The path and the bare array are inferred. */
export function profileImageRoutes(): Hono {
  return new Hono().get('/', (context) => context.json(defaultAvatars()));
}
