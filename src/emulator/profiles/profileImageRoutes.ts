import { Hono } from 'hono';
import { defaultAvatars } from '../drawing/defaultAvatars.js';

/** Route that lists the default avatars, to anyone. Its path and the bare list it answers with are inferred. */
export function profileImageRoutes(): Hono {
  return new Hono().get('/', (context) => context.json(defaultAvatars()));
}
