import type { EmulatorState, RefreshGrant, StoredSession } from '../types.js';
import type { HonoRequest } from 'hono';
import { Problem } from '../http/problem.js';
import { readRefreshToken, readSessionToken } from './tokens.js';

/**
 * Returns the grant of a request that must have a refresh token as its bearer token.
 *
 * @throws {Problem} WRONG_TOKEN_KIND for a session token, TOKEN_EXPIRED for an expired refresh token, TOKEN_INVALID for
 * a token that is otherwise invalid or missing.
 */
export function requireIdentity(request: HonoRequest, state: EmulatorState): RefreshGrant {
  const token = bearerOf(request);
  if (isSessionToken(token)) {
    throw new Problem('WRONG_TOKEN_KIND', 'This endpoint requires a refresh token, but got a session token.');
  }
  return readRefreshToken(state, token);
}

/**
 * Returns the session of a request that must have a session token as its bearer token.
 *
 * @throws {Problem} WRONG_TOKEN_KIND for a refresh token, TOKEN_EXPIRED for an expired session token, TOKEN_INVALID for
 * a token that is otherwise invalid or missing.
 */
export async function requireSession(request: HonoRequest, state: EmulatorState): Promise<StoredSession> {
  const token = bearerOf(request);
  if (isRefreshToken(token)) {
    throw new Problem('WRONG_TOKEN_KIND', 'This endpoint requires a session token, but got a refresh token.');
  }
  return readSessionToken(state, token);
}

function bearerOf(request: HonoRequest): string {
  const token = /^Bearer (\S+)$/i.exec(request.header('authorization') ?? '')?.[1];
  if (token === undefined) throw new Problem('TOKEN_INVALID', 'The request has no bearer token.');
  return token;
}

function isRefreshToken(token: string): boolean {
  return token.startsWith('rt_');
}

function isSessionToken(token: string): boolean {
  return !isRefreshToken(token) && token.split('.').length === 3;
}
