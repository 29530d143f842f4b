import { Hono } from 'hono';
import { defaultAvatars } from '../drawing/defaultAvatars.js';

/** Route that lists the default avatars without authentication. The path and the bare array are inferred. */
export function profileImageRoutes(): Hono {
  return new Hono().get('/', (context) => context.json(defaultAvatars()));
}
