import type { SessionTokenResponse } from '../../api/session.js';
import { SESSION_LIFETIME_MS } from '../../session/clock.js';
import { lifetimeByClaims } from '../../session/tokenCalls.js';
import { notSignedIn } from '../refusal.js';
import type { ServerParts } from '../serverParts.js';
import { mintInTurn, type MintInTurnOptions } from './mintInTurn.js';
import { endKey, followedKey, isRunning, replacedKey, sessionKey } from './sharedCache.js';
import {
  changeRecord,
  MARGIN_MS,
  recordOf,
  REMEMBERED_MS,
  shareCall,
  userHash,
  type Mint,
  type Outcome,
  type SignInRecord,
} from './store.js';

interface MintRequest extends Pick<MintInTurnOptions, 'isFit' | 'isReplaced'> {
  readonly profileId: string;
}

/** Servers that have warned of a replaced refresh token. */
const warned = new WeakSet<ServerParts>();

/**
 * Sign-in with one refresh token: the token that replaces it, the mints of its sessions, and its end. What its objects
 * know is in the store of the process and in the cache, so that all requests share it.
 */
export class SignIn {
  readonly refreshToken: string;
  /** Hash that names the sign-in without revealing its refresh token. */
  readonly user: string;
  readonly #parts: ServerParts;

  private constructor(parts: ServerParts, refreshToken: string, user: string) {
    this.#parts = parts;
    this.refreshToken = refreshToken;
    this.user = user;
  }

  /** Returns the sign-in with a refresh token. */
  static async of(parts: ServerParts, refreshToken: string): Promise<SignIn> {
    return new SignIn(parts, refreshToken, await userHash(parts.settings, refreshToken));
  }

  /** The sign-in with the newest refresh token that this process knows. */
  get newest(): SignIn {
    return this.#lineage().at(-1) ?? this;
  }

  /** Returns the sign-in with the newest refresh token, which another process may have written to the cache. */
  async readNewest(): Promise<SignIn> {
    const seen = new Set<string>();
    let signIn = this.newest;
    while (!seen.has(signIn.user)) {
      seen.add(signIn.user);
      const next = (await this.#parts.cache.get(replacedKey(signIn.user)))?.nextRefreshToken;
      if (next) signIn.replaceBy(await SignIn.of(this.#parts, next));
      signIn = signIn.newest;
    }
    return signIn;
  }

  /** Returns the sign-in with the refresh token that replaces this one, if a mint returned one. */
  nextOf({ session, nextRefreshToken }: Mint): SignIn | undefined {
    return nextRefreshToken ? new SignIn(this.#parts, nextRefreshToken, session.user) : undefined;
  }

  /** Notes that another refresh token has replaced this one. If the sign-in has ended, so has its replacement. */
  replaceBy({ refreshToken, user }: SignIn): void {
    const record = this.#change();
    record.next = { refreshToken, user };
    if (record.hasEnded) this.endHere(record);
  }

  /**
   * Returns a session that another request mints or has just minted, in this process or another, or mints one.
   *
   * @throws {Refusal} 401 when the sign-in ends during the mint; the errors of the API.
   */
  async mint(request: MintRequest): Promise<Mint> {
    const { profileId, isFit, isReplaced } = request;
    for (;;) {
      const { recent, flights } = this.#record ?? this.#change();
      const known = recent.get(profileId);
      if (known && isFit(known.session)) return known;
      const isShared = flights.has(profileId);
      const flight = shareCall(flights, profileId, () => this.#run(request));
      const outcome = await flight.catch(() => undefined);
      if (!outcome) {
        // In workerd, a mint stops with the request that started it, for example when the browser leaves the page.
        if (flights.get(profileId) === flight) flights.delete(profileId);
      } else if ('error' in outcome) throw outcome.error;
      // A shared result may come from another process, and be the session that this browser can no longer use.
      else if (!isShared || !isReplaced(outcome.mint.session)) return outcome.mint;
    }
  }

  /** Whether a process is minting a session, so that the refresh token may have been replaced. */
  async isMinting(profileId: string | undefined): Promise<boolean> {
    if (this.#record?.flights.size) return true;
    return profileId !== undefined && isRunning((await this.#parts.cache.get(sessionKey(this.user, profileId))) ?? {});
  }

  /** Whether the sign-in has ended in this process in the last seconds. */
  get hasEndedHere(): boolean {
    return this.#record?.hasEnded === true;
  }

  /** Whether the sign-in has ended in the last seconds, perhaps in another process. */
  hasEnded(): Promise<boolean> {
    return this.#is('hasEnded');
  }

  /** Whether the same browser has completed another sign-in in the last seconds, perhaps in another process. */
  isFollowed(): Promise<boolean> {
    return this.#is('isFollowed');
  }

  /**
   * Ends the sign-in in this process, with all refresh tokens that replaced its own: its sessions are forgotten, and
   * those that are being minted are not kept.
   */
  endHere({ isFollowed }: { readonly isFollowed: boolean } = { isFollowed: false }): void {
    for (const one of this.#lineage()) {
      const record = one.#change();
      record.hasEnded = true;
      record.isFollowed ||= isFollowed;
      record.recent.clear();
    }
  }

  /**
   * Ends the sign-in in all processes, with all refresh tokens that have replaced its own.
   *
   * @param how.isFollowed whether another sign-in of the same browser ends it.
   */
  async end(how: { readonly isFollowed: boolean } = { isFollowed: false }): Promise<void> {
    this.endHere(how);
    const written = new Set<string>();
    const left = () => this.#lineage().filter(({ user }) => !written.has(user));
    for (let ended = left(); ended.length > 0; ended = left()) {
      for (const { user } of ended) written.add(user);
      await Promise.all(ended.map((one) => one.#shareEnd(how)));
      // Another process may have replaced the refresh token.
      await this.readNewest();
    }
  }

  /** Removes the session of a profile from the cache. */
  async forgetSession(profileId: string | undefined): Promise<void> {
    if (profileId !== undefined) await this.#parts.cache.del(sessionKey(this.user, profileId));
  }

  /**
   * Ends the sign-in in all processes. Returns the one whose refresh token is to be revoked: a mint may have replaced it
   * since the caller has read it.
   */
  async signOut(profileId: string | undefined): Promise<SignIn> {
    await Promise.all([this.end(), this.forgetSession(profileId)]);
    const { newest } = this;
    if (newest.user !== this.user) await this.#parts.cache.del(replacedKey(this.user));
    return newest;
  }

  get #record(): SignInRecord | undefined {
    return recordOf(this.user, this.#parts.settings.now());
  }

  #change(): SignInRecord {
    return changeRecord(this.user, this.#parts.settings.now());
  }

  /** Returns the sign-in, and those whose refresh tokens replaced its own one after the other. */
  #lineage(): readonly SignIn[] {
    const lineage: SignIn[] = [this];
    // The loop also visits what it adds.
    for (const one of lineage) {
      const next = one.#record?.next;
      if (next && !lineage.some(({ user }) => user === next.user)) {
        lineage.push(new SignIn(this.#parts, next.refreshToken, next.user));
      }
    }
    return lineage;
  }

  async #shareEnd({ isFollowed }: { readonly isFollowed: boolean }): Promise<void> {
    const { cache } = this.#parts;
    await Promise.all([
      cache.set(endKey(this.user), { hasEnded: true }, REMEMBERED_MS),
      isFollowed && cache.set(followedKey(this.user), { isFollowed }, REMEMBERED_MS),
    ]);
  }

  async #is(state: 'hasEnded' | 'isFollowed'): Promise<boolean> {
    const key = state === 'hasEnded' ? endKey : followedKey;
    const shared = await this.#parts.cache.get(key(this.user));
    // The process is asked last, because the sign-in may end while the cache responds.
    return shared?.[state] === true || this.#record?.[state] === true;
  }

  /** Runs a mint in turn with other processes. */
  async #run({ profileId, ...checks }: MintRequest): Promise<Outcome> {
    const { cache } = this.#parts;
    // So that the record lasts longer than the mint.
    this.#change();
    let revocation: Promise<unknown> | undefined;
    try {
      const mint = await mintInTurn({
        ...checks,
        cache,
        key: sessionKey(this.user, profileId),
        mint: async () => {
          const minted = await this.#request(profileId);
          if (await this.#announce(minted)) return minted;
          revocation = this.#revokeNext(minted);
          throw notSignedIn();
        },
        store: (minted) => this.#store(minted),
      });
      this.#remember(mint);
      return { mint };
    } catch (error) {
      // The waiting processes already know that the sign-in has ended.
      await revocation;
      return { error };
    }
  }

  /** Requests a session from the API. */
  async #request(profileId: string): Promise<Mint> {
    const { settings, upstream } = this.#parts;
    const { now } = settings;
    const response = await upstream.identityApi(this.refreshToken).mintSessionToken({ profileId });
    const { sessionToken, sessionId, expiresAt } = response;
    const nextRefreshToken = nextTokenOf(response, this.refreshToken);
    const user = nextRefreshToken ? await userHash(settings, nextRefreshToken) : this.user;
    const reportedMs = lifetimeByClaims(sessionToken) ?? expiresAt * 1000 - now();
    // An impossible lifetime means that one of the clocks is wrong. One within the margin would cause a mint per request.
    const isPossible = reportedMs > MARGIN_MS && reportedMs <= SESSION_LIFETIME_MS;
    const endsAt = now() + (isPossible ? reportedMs : SESSION_LIFETIME_MS);
    return { session: { user, profileId, sessionToken, sessionId, expiresAt, endsAt }, nextRefreshToken };
  }

  /** Tells other requests the next refresh token. Returns whether the user is still signed in. */
  async #announce(mint: Mint): Promise<boolean> {
    const { profileId } = mint.session;
    const next = this.nextOf(mint);
    const both = next ? [this, next] : [this];
    if (both.some(({ hasEndedHere }) => hasEndedHere)) return false;
    if (next) {
      warnOfRotation(this.#parts);
      this.replaceBy(next);
      // Requests with the next refresh token share this mint.
      const flight = this.#record?.flights.get(profileId);
      if (flight) void shareCall(next.#change().flights, profileId, () => flight).catch(() => undefined);
      // A sign-out writes its entry first and then reads this one, so one of the two processes knows of the other.
      await this.#parts.cache.set(replacedKey(this.user), { nextRefreshToken: next.refreshToken }, REMEMBERED_MS);
    }
    return !(await Promise.all(both.map((one) => one.hasEnded()))).includes(true);
  }

  /** Writes a mint to the cache. */
  async #store(mint: Mint): Promise<void> {
    const { cache, settings } = this.#parts;
    const { session, nextRefreshToken } = mint;
    await Promise.all([
      cache.set(sessionKey(session.user, session.profileId), { session }, session.endsAt - settings.now()),
      // For requests with the previous refresh token.
      nextRefreshToken && cache.set(sessionKey(this.user, session.profileId), mint, REMEMBERED_MS),
    ]);
  }

  /** Keeps a mint in this process, unless the sign-in has ended. */
  #remember(mint: Mint): void {
    if (this.hasEndedHere) return;
    const next = this.nextOf(mint);
    if (next) this.replaceBy(next);
    for (const one of next ? [this, next] : [this]) one.#change().recent.set(mint.session.profileId, mint);
  }

  /** Revokes the next refresh token of a sign-in that has ended, if the API can be reached. */
  async #revokeNext(mint: Mint): Promise<void> {
    const next = this.nextOf(mint);
    if (!next) return;
    const { cache, upstream } = this.#parts;
    await Promise.all([next.end(), cache.del(replacedKey(this.user))]);
    await upstream
      .identityApi(next.refreshToken)
      .signOutSession()
      .catch(() => undefined);
  }
}

/** Returns the refresh token that replaces the one of the request, if the API sent one (inferred). */
function nextTokenOf(response: SessionTokenResponse, current: string): string | undefined {
  const refreshToken = 'refreshToken' in response ? response.refreshToken : undefined;
  return typeof refreshToken === 'string' && /^rt_[\w.~+/=-]+$/.test(refreshToken) && refreshToken !== current
    ? refreshToken
    : undefined;
}

/** Warns once, in production too, where an app is more likely to run in several processes. */
function warnOfRotation(parts: ServerParts): void {
  if (parts.settings.sessionCache || warned.has(parts)) return;
  warned.add(parts);
  console.warn(
    'discovr-react/server: the API has replaced a refresh token, and there is no sessionCache. If another process of ' +
      'the app now receives the previous cookie, it signs the user out. If the app runs in more than one process, ' +
      'pass a sessionCache to createDiscovrServer().',
  );
}
