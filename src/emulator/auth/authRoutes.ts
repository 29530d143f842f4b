import type { EmulatorState } from '../types.js';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { redeemCode } from './authorization.js';
import { Problem } from '../http/problem.js';
import { findProfile } from '../profiles/profileRoutes.js';
import { readRequestBody } from '../http/requestBody.js';
import { mintSession } from './sessionTokens.js';
import { requireIdentity } from './tiers.js';

const mintPayloadSchema = z.strictObject({ profileId: z.string().check(z.minLength(1)) });
const redemptionSchema = z.strictObject({
  code: z.string().check(z.minLength(1)),
  codeVerifier: z.string().check(z.refine((text) => /^[\w.~-]{43,128}$/.test(text))),
  clientID: z.string().check(z.minLength(1)),
  redirectUri: z.string().check(z.minLength(1)),
});

/** Routes that redeem authorization codes, mint sessions and sign out devices. A sign-out revokes no session tokens. */
export function authRoutes(state: EmulatorState): Hono {
  return new Hono()
    .post('/code', async (context) =>
      context.json(await redeemCode(state, await readRequestBody(context.req, redemptionSchema))),
    )
    .post('/session-token', async (context) => {
      requireIdentity(context.req, state);
      const { profileId } = await readRequestBody(context.req, mintPayloadSchema);
      return context.json(await mintSession(state, findProfile(state, profileId).id));
    })
    .delete('/session', (context) => {
      state.grants.delete(requireIdentity(context.req, state).refreshToken);
      return context.json({ revoked: true });
    })
    .delete('/sessions/:publicId', (context) => {
      requireIdentity(context.req, state);
      const publicId = context.req.param('publicId');
      const grant = [...state.grants.values()].find((candidate) => candidate.publicId === publicId);
      if (!grant) throw new Problem('NOT_FOUND', 'There is no signed-in device with this public id.');
      state.grants.delete(grant.refreshToken);
      return context.json({ revoked: true });
    });
}
