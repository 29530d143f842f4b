import type { DiscovrClient } from '../../src/client/DiscovrClient.js';
import type { DiscovrSdkLike } from '../../src/client/sdk/sdkCalls.js';
import { clientOnEmulator, type ClientOptions } from './clientOnEmulator.js';
import { idle } from './promises.js';

/** An error like the official SDK's: it has `code` and `message` and is not a `DiscovrError`. */
class SdkError extends Error {
  override readonly name = 'SdkError';
  readonly code: string;
  readonly status: number | undefined;
  readonly pageLevelFilters: unknown;

  constructor({ code, message, status, pageLevelFilters }: Omit<SdkError, 'name'>) {
    super(message);
    this.code = code;
    this.status = status;
    this.pageLevelFilters = pageLevelFilters;
  }
}

/** A class with only the methods of the SDK that the library uses, and with its errors. */
class Sdk implements DiscovrSdkLike {
  readonly #client: DiscovrClient;

  constructor(client: DiscovrClient) {
    this.#client = client;
  }

  createPage: DiscovrSdkLike['createPage'] = (payload) => this.#client.createPage(payload).catch(failAsSdk);
  getPage: DiscovrSdkLike['getPage'] = (pageId) => this.#client.getPage(pageId).catch(failAsSdk);
  getActiveProfileId: DiscovrSdkLike['getActiveProfileId'] = () => this.#client.getActiveProfileId();
  onSessionRefreshed: DiscovrSdkLike['onSessionRefreshed'] = (listener) => this.#client.onSessionRefreshed(listener);
  onAuthStateChanged: DiscovrSdkLike['onAuthStateChanged'] = (listener) =>
    this.#client.onAuthStateChanged(({ signedIn }) => listener({ signedIn }));
}

function failAsSdk(error: unknown): never {
  if (error instanceof Error && error.name === 'DiscovrError') throw new SdkError(error as SdkError);
  throw error;
}

/** Creates an SDK with a client for an embedded Discovr inside it, and returns both. */
export async function sdkOnEmulator(options?: ClientOptions) {
  const { client: inner, ...discovr } = clientOnEmulator(options);
  inner.connect();
  // An SDK knows its session before it is passed to the library.
  await idle();
  return { ...discovr, inner, sdk: new Sdk(inner) };
}
