import * as z from 'zod/mini';
import { parseUrl } from '../../api/schemas/parseUrl.js';
import { checked } from '../http/requestBody.js';

/**
 * What an app asks for when it sends a person to `/authorize`. The web sign-in is not documented. Inferred, and all one
 * choice: it is OAuth's authorization code flow with PKCE, under these names, with `POST /auth/code` at its end.
 */
export interface AuthorizationRequest {
  readonly client_id: string;
  readonly redirect_uri: string;
  readonly state: string;
  readonly code_challenge: string;
  readonly code_challenge_method: 'S256';
  /** Whether the answer comes by redirect, or by a message to the window that opened this one. */
  readonly response_mode: 'query' | 'web_message';
}

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

// OAuth allows no others; besides, a form would not bring a line break back as it was.
const printable = z.string().check(
  z.minLength(1),
  z.refine((text) => /^[\x20-\x7e]*$/.test(text)),
);

const requestSchema = z.strictObject({
  client_id: printable,
  redirect_uri: z.string().check(z.refine(isRedirectUri)),
  state: printable,
  code_challenge: z.string().check(z.refine((text) => /^[\w-]{43}$/.test(text))),
  code_challenge_method: z.literal('S256'),
  response_mode: z._default(z.enum(['query', 'web_message']), 'query'),
});

/** Reads an authorization request from the query of an address or from a form; what is not valid is a 400 with issues. */
export function readAuthorizationRequest(parameters: URLSearchParams): AuthorizationRequest {
  return checked(Object.fromEntries(parameters), requestSchema, 'query');
}

function isRedirectUri(text: string): boolean {
  // The platform's parser would quietly drop what is not printable.
  const url = /^[\x21-\x7e]+$/.test(text) && !text.includes('#') ? parseUrl(text) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK_HOSTS.includes(url.hostname));
}
