import type { SearchGifsOptions } from '../api/publicApi.js';
import type { GifSearchResponse } from '../api/schemas/gif.js';
import type { Profile, UpdateProfilePayload } from '../api/schemas/profile.js';
import type { CallOptions } from '../api/http/transport.js';
import type { ClientParts } from './clientParts.js';
import { SignInCalls } from './signInCalls.js';

/** The part of `DiscovrClient` that is about profiles: the list, the active one, avatars. */
export abstract class ProfileCalls extends SignInCalls {
  readonly #parts: ClientParts;

  constructor(parts: ClientParts) {
    super(parts);
    this.#parts = parts;
  }

  /** Profiles of the account, newest first; may be empty. */
  async getProfiles(options?: CallOptions): Promise<Profile[]> {
    return (await this.#parts.identityApi.getProfiles(options)).profiles;
  }

  /** One profile. Rejects with `NOT_FOUND` where there is none. */
  getProfile(profileId: string, options?: CallOptions): Promise<Profile> {
    return this.#parts.identityApi.getProfile(profileId, options);
  }

  /** Makes a profile and gives its id. `avatarUrl` is an image or an MP4, from `getProfileImages` for instance. */
  async createProfile(name: string, avatarUrl: string, options?: CallOptions): Promise<string> {
    return (await this.#parts.identityApi.createProfile({ name, avatarUrl }, options)).profileId;
  }

  /** Changes the name, the avatar or both. */
  updateProfile(profileId: string, changes: UpdateProfilePayload, options?: CallOptions): Promise<Profile> {
    return this.#parts.identityApi.updateProfile(profileId, changes, options);
  }

  /** Deletes a profile; where it is the active one, no profile is active afterwards. */
  async deleteProfile(profileId: string, options?: CallOptions): Promise<void> {
    await this.#parts.identityApi.deleteProfile(profileId, options);
    await this.#parts.auth.leaveProfile(profileId);
  }

  /** Addresses of ready-made avatars. */
  async getProfileImages(options?: CallOptions): Promise<string[]> {
    return (await this.#parts.publicApi()).getProfileImages(options);
  }

  /** Searches looping pictures for avatars. Where a result is shown, the service it comes from must be named. */
  async searchGifs(query: string, options?: SearchGifsOptions): Promise<GifSearchResponse> {
    return (await this.#parts.publicApi()).searchGifs(query, options);
  }

  /** Mints a session for a profile and makes it the active one. Where that fails nothing changes. */
  selectProfile(profileId: string, options?: CallOptions): Promise<void> {
    return this.#parts.auth.selectProfile(profileId, options);
  }

  /** Like {@link selectProfile}; the official SDK has both. */
  switchProfile(profileId: string, options?: CallOptions): Promise<void> {
    return this.#parts.auth.selectProfile(profileId, options);
  }
}
