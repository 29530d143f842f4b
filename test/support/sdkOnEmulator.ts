import type { DiscovrClient } from '../../src/client/DiscovrClient.js';
import type { DiscovrSdkLike } from '../../src/client/sdk/discovrSdkLike.js';
import { clientOnEmulator, type ClientOptions } from './clientOnEmulator.js';
import { idle } from './promises.js';

/** An error in the way of the official SDK: `code` and `message`, and nothing of this library. */
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

/** A class with only the methods of the SDK the library uses. */
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

/** An instance with only the SDK's surface over an embedded Discovr, and what moves it from within. */
export async function sdkOnEmulator(options?: ClientOptions) {
  const { client: inner, ...discovr } = clientOnEmulator(options);
  inner.connect();
  // An SDK knows who is there by the time it is handed over.
  await idle();
  return { ...discovr, inner, sdk: new Sdk(inner) };
}
