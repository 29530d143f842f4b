import { serve, type HttpBindings } from '@hono/node-server';
import { Hono, type HonoRequest } from 'hono';
import { cors } from 'hono/cors';
import type { AddressInfo } from 'node:net';
import { createEmulator, type Emulator, type EmulatorCredential } from '../createEmulator.js';
import type { EmulatorOptions, EmulatorProfile } from '../emulatorOptions.js';
import { Problem, problemResponse } from '../http/problem.js';
import { readLimitedBody, readRequestBody } from '../http/requestBody.js';
import { createIdentifiers, type MakeIdentifier } from '../identifiers.js';
import { defaultProfiles, newProfileId } from '../profiles/profiles.js';
import { hostOf, isLoopback, refusalOf, type AllowedCallers } from './allowedCallers.js';
import * as z from 'zod/mini';
import type { EmulatorControl } from '../control.js';

/** Options of {@link serveEmulator} and of the emulator. */
export interface ServeEmulatorOptions extends EmulatorOptions {
  /** Port to listen on. 0 selects a free port. */
  readonly port: number;
  /**
   * Address to listen on.
   * @default '127.0.0.1', which only this computer can reach
   */
  readonly host?: string;
  /**
   * Accepted host names or addresses, as `hostOf` returns them, in addition to this computer and `host`.
   * @default none
   */
  readonly allowedHosts?: readonly string[];
  /**
   * Accepted origins of pages, as `originOf` returns them, in addition to all origins on accepted hosts.
   * @default none
   */
  readonly allowedOrigins?: readonly string[];
  /**
   * Refresh token of the credential.
   * @default derived from the seed; without a seed, always the same. Random if other computers can reach `host`
   */
  readonly refreshToken?: string;
  /**
   * Whether `POST /__control` calls the methods of `control`.
   * @default false
   */
  readonly hasControl?: boolean;
}

/** Emulator that is served over HTTP. */
export interface ServedEmulator {
  /** Base URL for the `basePath` of a client. */
  readonly url: string;
  /**
   * Credential whose active profile is the first profile, if there is one. By default, its refresh token and profile id
   * are the same in each run.
   */
  readonly credential: EmulatorCredential;
  /** Whether the refresh token is another one in each run. */
  readonly hasRandomToken: boolean;
  /** The emulator since the last reset. */
  readonly emulator: Emulator;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/**
 * Serves an embedded Discovr over HTTP to this computer and to the allowed hosts and origins. Rejects when it cannot
 * listen on the port.
 */
export async function serveEmulator({
  port,
  host = LOOPBACK,
  allowedHosts = [],
  allowedOrigins = [],
  refreshToken,
  hasControl = false,
  ...options
}: ServeEmulatorOptions): Promise<ServedEmulator> {
  const ownHost = hostOf(host) ?? host;
  const stable = stableCredential(options.seed);
  const hasRandomToken = refreshToken === undefined && !isLoopback(ownHost);
  // With a seed, the emulator generates reproducible profile ids itself.
  const create = () => createEmulator({ ...(options.seed === undefined && { profiles: stable.profiles }), ...options });
  let emulator = create();
  const profileId = emulator.control.profiles()[0]?.id;
  const credential = emulator.issueCredential({
    ...(!hasRandomToken && { refreshToken: refreshToken ?? stable.refreshToken }),
    ...(profileId !== undefined && { profileId }),
  });
  const reset = () => {
    emulator = create();
    emulator.issueCredential({ refreshToken: credential.refreshToken });
  };
  const allowed = { hosts: [...allowedHosts, ownHost], origins: allowedOrigins };
  const server = serve({
    fetch: createHttpApp(() => emulator, allowed, hasControl ? reset : undefined).fetch,
    port,
    // Node takes an IPv6 address without the brackets that it has in a URL.
    hostname: host?.replace(/^\[(.*)\]$/, '$1'),
    overrideGlobalObjects: false,
  });
  const address = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', reject);
    // The address is an object for servers that listen on a port. It is a string only for pipes.
    server.once('listening', () => resolve(server.address() as AddressInfo));
  });
  return {
    url: urlOf(ownHost, address.port),
    credential,
    hasRandomToken,
    get emulator() {
      return emulator;
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** @param reset replaces the emulator; without it, requests cannot control the emulator. */
function createHttpApp(emulator: () => Emulator, allowed: AllowedCallers, reset?: () => void) {
  const app = new Hono<{ Bindings: HttpBindings }>()
    .use(async ({ req }, next) => {
      const refusal = refusalOf(allowed, new URL(req.url), req.header('origin'));
      return refusal === undefined ? next() : problemResponse(new Problem('FORBIDDEN', refusal));
    })
    .use(
      cors({
        // Other origins were rejected above.
        origin: (origin) => origin,
        allowMethods: ['GET', 'POST', 'PATCH', 'DELETE'],
        allowHeaders: ['authorization', 'content-type'],
        exposeHeaders: ['x-request-id', 'retry-after'],
      }),
    );
  if (reset) {
    app.post('/__control', async ({ req, body }) => {
      await callControl(req, () => emulator().control, reset);
      return body(null, 204);
    });
  }
  return app
    .all('*', async ({ req }) => {
      // The native Request constructor does not accept the server's Request object, so its parts are passed on.
      const { method, headers, signal } = req.raw;
      const body = await readLimitedBody(req.raw);
      return emulator().fetch(req.url, { method, headers, signal, ...(body.byteLength > 0 && { body }) });
    })
    .onError((error, context) => {
      if (error instanceof Problem) return problemResponse(error);
      // On a network fault or an abort, closes the socket, so that the caller loses its connection.
      context.env.incoming.socket.destroy();
      return context.body(null, 500);
    });
}

function urlOf(host: string, port: number): string {
  // Addresses that mean "all interfaces" cannot be used in a URL.
  const isLocal = [LOOPBACK, '0.0.0.0', '[::]', '[::1]'].includes(host);
  return `http://${isLocal ? 'localhost' : host}:${port}`;
}

/** Refresh token and profiles that are the same in each run. */
interface StableCredential {
  readonly refreshToken: string;
  readonly profiles: readonly EmulatorProfile[];
}

/** Derives a refresh token and profiles from a seed, so that settings pasted into an app still work after a restart. */
function stableCredential(seed: string | number = 'discovr-emulator'): StableCredential {
  const makeIdentifier = createIdentifiers(seed);
  return {
    refreshToken: madeUpToken(makeIdentifier),
    profiles: defaultProfiles.map((profile) => ({ id: newProfileId(makeIdentifier), ...profile })),
  };
}

/** Returns a refresh token that is obviously fake because of its zeros. */
function madeUpToken(makeIdentifier: MakeIdentifier): string {
  return `rt_${'0'.repeat(32)}${makeIdentifier('refreshToken', 16)}`;
}

/** Names of the methods of `control` that return nothing, so that a request can call them. */
type ControlMethod = {
  [Name in keyof EmulatorControl]: EmulatorControl[Name] extends (...args: never[]) => infer Result
    ? [Result] extends [void]
      ? Name
      : never
    : never;
}[keyof EmulatorControl];

const milliseconds = z.number().check(z.gte(0));
const route = z.templateLiteral([z.enum(['GET', 'POST', 'PATCH', 'DELETE']), ' /', z.string()]);
const issue = z.strictObject({ path: z.array(z.union([z.string(), z.number()])), message: z.string() });
const fault = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().check(z.gte(400), z.lte(599)),
    code: z.exactOptional(z.string()),
    message: z.exactOptional(z.string()),
    retryAfter: z.exactOptional(z.union([z.number(), z.string()])),
    issues: z.exactOptional(z.array(issue)),
  }),
  z.strictObject({ kind: z.literal('network'), afterHandling: z.exactOptional(z.boolean()) }),
  z.strictObject({ kind: z.enum(['stall', 'malformed', 'html', 'hang']) }),
  z.strictObject({
    kind: z.literal('body'),
    body: z.unknown(),
    status: z.exactOptional(z.int().check(z.gte(200), z.lte(599))),
  }),
]);
const failNextOptions = z.strictObject({
  times: z.exactOptional(z.int().check(z.gte(1))),
  route: z.exactOptional(route),
});

/** Arguments of each method, in the order in which one request calls them. */
const calls = {
  clearFaults: z.tuple([]),
  setLatency: z.tuple([milliseconds]),
  limitRate: z.tuple([route, z.strictObject({ every: milliseconds })]),
  setOffline: z.tuple([z.boolean()]),
  expireSession: z.tuple([]),
  outdatePages: z.tuple([]),
  revoke: z.tuple([z.exactOptional(z.string())]),
  approveDevice: z.tuple([z.string()]),
  denyDevice: z.tuple([z.string()]),
  failNext: z.tuple([fault, z.exactOptional(failNextOptions)]),
} satisfies { [Name in ControlMethod]: z.ZodMiniType<Parameters<EmulatorControl[Name]>> };

const bodySchema = z.partial(z.strictObject({ reset: z.tuple([]), ...calls }));

/**
 * Calls methods of `control`: each key of the body is the name of a method, and its value the array of its arguments.
 * The key `reset` calls `reset`, before the others.
 *
 * @throws {Problem} VALIDATION_FAILED when the body is invalid, or when a method throws.
 */
async function callControl(request: HonoRequest, control: () => EmulatorControl, reset: () => void) {
  const { reset: isReset, ...rest } = await readRequestBody(request, bodySchema);
  if (isReset) reset();
  for (const [name, args = []] of Object.entries<readonly unknown[] | undefined>(rest)) {
    // The schema has checked the name and the arguments.
    const method = control()[name as ControlMethod] as (...args: readonly unknown[]) => void;
    try {
      method(...args);
    } catch (error) {
      throw new Problem('VALIDATION_FAILED', error instanceof Error ? error.message : String(error));
    }
  }
}
