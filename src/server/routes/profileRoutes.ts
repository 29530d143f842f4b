import * as z from 'zod/mini';
import type { IdentityApi } from '../../api/profiles.js';
import { requestBody } from '../http/requestBody.js';
import type { ServerParts } from '../serverParts.js';
import type { SignIn } from '../session/signIns.js';
import { whileSignedIn } from '../session/whileSignedIn.js';
import { withoutTokens } from '../upstream/withoutTokens.js';
import type { Route, Visit } from './route.js';

const createSchema = z.object({ name: z.string(), avatarUrl: z.string() });
const updateSchema = z.object({ name: z.optional(z.string()), avatarUrl: z.optional(z.string()) });

/** The identity endpoints for profiles. */
export const profileRoutes: readonly Route[] = [
  { method: 'GET', path: '/profiles', handle: (visit, parts) => forUser(visit, parts, (api) => api.getProfiles()) },
  {
    method: 'POST',
    path: '/profiles',
    async handle(visit, parts) {
      const payload = await requestBody(visit.request, createSchema);
      return forUser(visit, parts, (api) => api.createProfile(payload));
    },
  },
  {
    method: 'GET',
    path: '/profiles/*',
    handle: (visit, parts) => forUser(visit, parts, (api) => api.getProfile(visit.id)),
  },
  {
    method: 'PATCH',
    path: '/profiles/*',
    async handle(visit, parts) {
      const { name, avatarUrl } = await requestBody(visit.request, updateSchema);
      const payload = { ...(name !== undefined && { name }), ...(avatarUrl !== undefined && { avatarUrl }) };
      return forUser(visit, parts, (api) => api.updateProfile(visit.id, payload));
    },
  },
  {
    method: 'DELETE',
    path: '/profiles/*',
    handle: (visit, parts) =>
      forUser(visit, parts, async (api, signIn) => {
        const answer = await api.deleteProfile(visit.id);
        if (signIn.profileId === visit.id) {
          await parts.signIns.keep(visit.cookies, { ...signIn, profileId: undefined });
          visit.cookies.clear('session');
        }
        return answer;
      }),
  },
];

function forUser(
  { cookies }: Visit,
  parts: ServerParts,
  call: (api: IdentityApi, signIn: SignIn) => Promise<unknown>,
): Promise<Response> {
  return whileSignedIn(parts, cookies, async (signIn) => {
    const answer = await call(parts.upstream.identityApi(signIn.refreshToken), signIn);
    return Response.json(withoutTokens(answer ?? {}, signIn.refreshToken));
  });
}
