import type { EmulatorState, RefreshGrant, StoredSession } from '../types.js';
import type { HonoRequest } from 'hono';
import { Problem } from '../http/problem.js';
import { readRefreshToken } from './refreshTokens.js';
import { readSessionToken } from './sessionTokens.js';

/** Lets a request of the identity tier pass: its bearer is a refresh token. */
export function requireIdentity(request: HonoRequest, state: EmulatorState): RefreshGrant {
  const token = bearerOf(request);
  if (isSessionToken(token)) {
    throw new Problem('WRONG_TOKEN_KIND', 'This endpoint takes a refresh token; a session token was sent.');
  }
  return readRefreshToken(state, token);
}

/** Lets a request of the session tier pass: its bearer is a session token. */
export async function requireSession(request: HonoRequest, state: EmulatorState): Promise<StoredSession> {
  const token = bearerOf(request);
  if (isRefreshToken(token)) {
    throw new Problem('WRONG_TOKEN_KIND', 'This endpoint takes a session token; a refresh token was sent.');
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
