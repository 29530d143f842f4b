import { DiscovrClient, memoryCredentialStore, type DiscovrSdkLike } from '../../src/client/index.js';
import type { Emulator } from '../../src/emulator/createEmulator.js';
import { listMethodNames } from '../../src/react/titles/listChange.js';

/**
 * A class with only the methods of the official SDK that the library uses, connected to an embedded Discovr. It
 * replaces the official package, which is not public.
 */
export class MinimalSdk implements DiscovrSdkLike {
  readonly #client: DiscovrClient;

  constructor(emulator: Emulator, profileId = emulator.control.profiles()[0]?.id) {
    const credential = emulator.issueCredential(profileId === undefined ? {} : { profileId });
    this.#client = new DiscovrClient('sdk', {
      fetch: emulator.fetch,
      credentialStore: memoryCredentialStore(credential),
    });
    this.#client.connect();
    // The provider does not warn of methods that are missing on purpose.
    const changes = Object.values(listMethodNames).flatMap(({ add, remove }) => [add, remove]);
    const others = [
      'getRows',
      'getRowItems',
      'getMedia',
      'getMediaProfileMeta',
      'getProfiles',
      'selectProfile',
      ...changes,
    ];
    Object.assign(this, Object.fromEntries(others.map((name) => [name, undefined])));
  }

  createPage: DiscovrSdkLike['createPage'] = (payload) => this.#client.createPage(payload);
  getPage: DiscovrSdkLike['getPage'] = (pageId) => this.#client.getPage(pageId);
  getActiveProfileId: DiscovrSdkLike['getActiveProfileId'] = () => this.#client.getActiveProfileId();
  onAuthStateChanged: DiscovrSdkLike['onAuthStateChanged'] = (listener) => this.#client.onAuthStateChanged(listener);
  onSessionRefreshed: DiscovrSdkLike['onSessionRefreshed'] = (listener) => this.#client.onSessionRefreshed(listener);
}
