import { serve, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { AddressInfo } from 'node:net';
import { createEmulator, type Emulator, type EmulatorCredential } from '../createEmulator.js';
import type { EmulatorOptions, EmulatorProfile } from '../emulatorOptions.js';
import { Problem, problemResponse } from '../http/problem.js';
import { readLimitedBody } from '../http/requestBody.js';
import { createIdentifiers, type MakeIdentifier } from '../identifiers.js';
import { defaultProfiles, newProfileId } from '../profiles/profiles.js';
import { hostOf, isLoopback, refusalOf, type AllowedCallers } from './allowedCallers.js';
import { callControl } from './controlRoute.js';

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
    hostname: host,
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
