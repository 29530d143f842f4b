import { serve, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { AddressInfo } from 'node:net';
import { hostOf, refusalOf, type AllowedCallers } from './allowedCallers.js';
import { readLimitedBody } from '../http/bodyLimit.js';
import { createEmulator, type Emulator, type EmulatorCredential } from '../createEmulator.js';
import type { EmulatorOptions } from '../emulatorOptions.js';
import { stableCredential } from './stableCredential.js';
import { Problem, problemResponse } from '../http/problem.js';

/** Options of {@link serveEmulator}: where to listen, and those of the emulator. */
export interface ServeEmulatorOptions extends EmulatorOptions {
  /** Port to listen on; 0 takes any free one. */
  readonly port: number;
  /**
   * Address to listen on.
   * @default '127.0.0.1', which only this computer reaches
   */
  readonly host?: string;
  /**
   * Host names or addresses it answers to, as `hostOf` writes them, beside those of this computer and `host`.
   * @default none
   */
  readonly allowedHosts?: readonly string[];
  /**
   * Origins whose pages may call it, as `originOf` writes them, beside those on its own hosts.
   * @default none
   */
  readonly allowedOrigins?: readonly string[];
  /**
   * Refresh token of the credential.
   * @default one that follows from the seed; without a seed, always the same
   */
  readonly refreshToken?: string;
}

/** An emulator that answers over HTTP. */
export interface ServedEmulator {
  /** Base URL, for a client's `basePath`. */
  readonly url: string;
  /** A signed-in device with the first profile chosen, where there is one; the same in each run. */
  readonly credential: EmulatorCredential;
  readonly emulator: Emulator;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/**
 * Serves an embedded Discovr over HTTP, to this computer and those it is told of. Rejects where the port cannot be listened
 * on.
 */
export async function serveEmulator({
  port,
  host = LOOPBACK,
  allowedHosts = [],
  allowedOrigins = [],
  refreshToken,
  ...options
}: ServeEmulatorOptions): Promise<ServedEmulator> {
  const ownHost = hostOf(host) ?? host;
  const stable = stableCredential(options.seed);
  // With a seed, the emulator itself makes ids that repeat.
  const emulator = createEmulator({ ...(options.seed === undefined && { profiles: stable.profiles }), ...options });
  const server = serve({
    fetch: createHttpApp(emulator, { hosts: [...allowedHosts, ownHost], origins: allowedOrigins }).fetch,
    port,
    hostname: host,
    overrideGlobalObjects: false,
  });
  const address = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', reject);
    // A server that listens on a port has an address with one; only pipes have a text instead.
    server.once('listening', () => resolve(server.address() as AddressInfo));
  });
  const profileId = emulator.control.profiles()[0]?.id;
  return {
    url: urlOf(ownHost, address.port),
    credential: emulator.issueCredential({
      refreshToken: refreshToken ?? stable.refreshToken,
      ...(profileId !== undefined && { profileId }),
    }),
    emulator,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function createHttpApp(emulator: Emulator, allowed: AllowedCallers): Hono<{ Bindings: HttpBindings }> {
  return new Hono<{ Bindings: HttpBindings }>()
    .use(async ({ req }, next) => {
      const refusal = refusalOf(allowed, new URL(req.url), req.header('origin'));
      return refusal === undefined ? next() : problemResponse(new Problem('FORBIDDEN', refusal));
    })
    .use(
      cors({
        // Who gets here was let through by its name.
        origin: (origin) => origin,
        allowMethods: ['GET', 'POST', 'PATCH', 'DELETE'],
        allowHeaders: ['authorization', 'content-type'],
        exposeHeaders: ['x-request-id', 'retry-after'],
      }),
    )
    .all('*', async ({ req }) => {
      // The server's Request is a stand-in that the platform's own cannot be made from, so it is taken apart.
      const { method, headers, signal } = req.raw;
      const body = await readLimitedBody(req.raw);
      return emulator.fetch(req.url, { method, headers, signal, ...(body.byteLength > 0 && { body }) });
    })
    .onError((error, context) => {
      if (error instanceof Problem) return problemResponse(error);
      // A fault or an abort: over HTTP, a lost connection is a closed socket.
      context.env.incoming.socket.destroy();
      return context.body(null, 500);
    });
}

function urlOf(host: string, port: number): string {
  // Those that mean every address of this computer are none to call.
  const isLocal = [LOOPBACK, '0.0.0.0', '[::]', '[::1]'].includes(host);
  return `http://${isLocal ? 'localhost' : host}:${port}`;
}
