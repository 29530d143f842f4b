import type { CreatePagePayload, CreatePageResponse, Page } from '../api/schemas/page.js';

/**
 * The methods of the official SDK this library uses, and nothing more: an instance of the SDK fits, and so does a class
 * of one's own. Parameters of the observers are as the SDK's documentation describes them.
 */
export interface DiscovrSdkLike {
  createPage(payload?: CreatePagePayload): Promise<CreatePageResponse>;
  getPage(pageId: string): Promise<Page>;
  /** Id of the chosen profile, or nothing. */
  getActiveProfileId(): string | null | undefined;
  /** Calls at once with the present state, then at each change. */
  onAuthStateChanged(listener: (change: { signedIn: boolean }) => void): (() => void) | void;
  /** Calls at once with the present session, then at each renewal. */
  onSessionRefreshed(
    listener: (session: { profileId?: string | null; expiresAt?: number | null }) => void,
  ): (() => void) | void;
}
