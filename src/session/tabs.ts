import { withStorage, type Platform, type SyncStorage } from '../platform/platform.js';
import { pause } from '../shared/time.js';
import type { Trace } from '../shared/trace.js';
import { TAB_OFFER_MS, TAB_SETTLE_MS, type DeviceClock, type Moment } from './clock.js';
import { profileIdOf } from './sessionState.js';
import { shortHash } from './shortHash.js';
import type { SignInState } from './signInState.js';
import type { ProfileChoice, TabChannel, TabMessage, TabUser } from './tabChannel.js';
import { readTabMessage } from './tabMessage.js';
import type { SessionToken, SessionTokens } from './tokens.js';

interface TabSharingOptions extends TokenHoldersOptions {
  readonly channel: TabChannel;
  readonly signIn: SignInState;
  readonly tokens: SessionTokens;
  readonly trace: Trace;
  /** Whether a profile selected in one tab becomes active in all tabs. */
  readonly sharesProfile: boolean;
  /** Waits for a number of milliseconds. */
  readonly sleep?: ((milliseconds: number) => Promise<unknown>) | undefined;
}

/**
 * Keeps the tabs of one user in sync: reports changes in this tab to other tabs, and follows their changes. The tokens,
 * deleted profiles and sign-outs of other users do not change the session of this tab.
 */
export class TabSharing {
  readonly #options: TabSharingOptions;
  readonly #choices: ProfileChoices;
  readonly #holders: TokenHolders;
  #onOffer: (() => void) | undefined;
  #isOpen = false;
  /** Whether a message from another tab has been received since the channel was opened. */
  #hasOtherTabs = false;
  /** Counts changes in other tabs. */
  #changes = 0;

  constructor(options: TabSharingOptions) {
    this.#options = options;
    this.#choices = new ProfileChoices(options.clock);
    this.#holders = createTokenHolders(options);
    options.channel.attach(this);
  }

  /** Starts to share the session. Returns a function that stops this. */
  start(): () => void {
    const stopNotes = this.#holders.start();
    this.#isOpen = true;
    return () => {
      this.#isOpen = false;
      this.#hasOtherTabs = false;
      stopNotes();
    };
  }

  /** Reads a message of another tab, and follows it. */
  receive(data: unknown, arrivedAt: Moment): void {
    const message = readTabMessage(data);
    if (!message) return;
    this.#hasOtherTabs = true;
    this.#options.trace.emit?.({ type: 'channel', step: 'received', kind: message.type });
    void this.#follow(message, arrivedAt);
  }

  /** Returns a profile choice that is made now in this tab. */
  nextChoice(): ProfileChoice {
    return this.#choices.next();
  }

  /** Whether a later choice than this one is known. */
  isOutdated(choice: ProfileChoice): boolean {
    return this.#choices.isOutdated(choice);
  }

  /** Offers the token of a profile choice, with which the other tabs switch to that profile. */
  tellChoice(token: SessionToken, choice: ProfileChoice | undefined): void {
    this.#choices.add(choice);
    this.tellToken(token);
  }

  /** Offers a token. */
  tellToken(token: SessionToken): void {
    const { sharesProfile, clock } = this.#options;
    const choice = sharesProfile ? this.#choices.latest : undefined;
    const { receivedAt, ...shared } = token;
    this.#post((user) => ({ type: 'token', user, token: shared, ageMs: clock.since(receivedAt), choice }));
  }

  /**
   * Requests a token of a profile from the other tabs, and waits until `isEnough` returns `true`, but at most
   * {@link TAB_OFFER_MS}. If no message of another tab was received, waits only for replies to a request that was sent
   * recently, and only if a tab may have a token.
   */
  async ask(profileId: string, isEnough: () => boolean): Promise<void> {
    const { channel, clock, signIn, sleep = pause } = this.#options;
    if (this.#hasOtherTabs) channel.ask({ user: signIn.user, profileId });
    else if (!this.#isOpen || !this.#holders.isThereOne()) return;
    const waitMs = channel.askedAt ? TAB_OFFER_MS - clock.since(channel.askedAt) : 0;
    if (waitMs <= 0) return;
    const isOffered = new Promise<void>((resolve) => {
      this.#onOffer = () => {
        if (isEnough()) resolve();
      };
    });
    await Promise.race([isOffered, sleep(waitMs)]);
  }

  #post(messageFor: (user: string) => TabMessage): void {
    const { channel, signIn } = this.#options;
    if (signIn.user) channel.post(messageFor(signIn.user));
  }

  async #follow(message: TabMessage, arrivedAt: Moment): Promise<void> {
    const { signIn, tokens } = this.#options;
    await signIn.ready();
    const isOwnUser = message.type !== 'stored' && message.user === signIn.user;
    switch (message.type) {
      case 'here':
        return this.#compare(message);
      case 'ask':
        return this.#reply(message);
      case 'adopted':
        void this.#readLater();
        return signIn.readFor(message.user);
      case 'stored':
        return this.#readLater();
      case 'signedOut':
        if (isOwnUser) tokens.drop();
        signIn.followSignOut(message.user, message.isRefused ? 'refused' : 'otherTab');
        return this.#readLater();
      case 'profileLeft':
        if (!isOwnUser) return;
        if (message.profileId === profileIdOf(signIn.state)) signIn.followProfile(undefined);
        return this.#readLater();
      case 'token':
        if (isOwnUser) this.#take(message, arrivedAt);
    }
  }

  #take({ token, ageMs, choice }: Extract<TabMessage, { type: 'token' }>, arrivedAt: Moment): void {
    const { tokens, clock } = this.#options;
    this.#followChoice(token.profileId, choice);
    tokens.accept({ ...token, receivedAt: clock.moment(ageMs + clock.since(arrivedAt)) });
    this.#onOffer?.();
  }

  #reply(request: TabUser): void {
    const { channel, signIn, tokens } = this.#options;
    this.#compare(request);
    const { current } = tokens;
    const isTheirs = request.user === signIn.user && request.profileId === current?.profileId;
    if (current && isTheirs && tokens.isUsable(current)) this.tellToken(current);
    else channel.post({ type: 'here', user: signIn.user, profileId: profileIdOf(signIn.state) });
  }

  /** If two tabs differ, one of them missed a change, for example while it was opening, so both read the store. */
  #compare({ user, profileId }: TabUser): void {
    const { signIn, sharesProfile } = this.#options;
    const isAtOtherProfile = sharesProfile && profileId !== profileIdOf(signIn.state);
    if (user !== signIn.user || isAtOtherProfile) void this.#readLater();
  }

  /** Reads the store again when the other tabs have been quiet for {@link TAB_SETTLE_MS}. */
  async #readLater(): Promise<void> {
    const { signIn, sleep = pause } = this.#options;
    const change = (this.#changes += 1);
    await sleep(TAB_SETTLE_MS);
    if (change === this.#changes && this.#isOpen) await signIn.readAgain();
  }

  /** Switches to a profile that another tab selected later than the latest choice this tab knows of. */
  #followChoice(profileId: string, choice: ProfileChoice | undefined): void {
    const { sharesProfile, signIn } = this.#options;
    const order = sharesProfile && choice && this.#choices.record(choice);
    // The other tab's choice is not the latest one, but its write to the store may have ended last.
    if (order === 'earlier') void signIn.storeAgain();
    if (order !== 'later' || profileId === profileIdOf(signIn.state)) return;
    signIn.followProfile(profileId);
    void this.#readLater();
  }
}

/** Orders profile choices made in several tabs, so that all tabs agree on the latest one. */
class ProfileChoices {
  readonly #clock: DeviceClock;
  readonly #ownName = shortHash(String(Math.random()));
  #latest: ProfileChoice | undefined;

  constructor(clock: DeviceClock) {
    this.#clock = clock;
  }

  /** The latest choice this tab knows of. */
  get latest(): ProfileChoice | undefined {
    return this.#latest;
  }

  /** Returns a choice of this tab. It counts as later than all known choices, even if the clock was set back. */
  next(): ProfileChoice {
    return { at: Math.max(this.#clock.now(), (this.#latest?.at ?? 0) + 1), by: this.#ownName };
  }

  isOutdated({ at, by }: ProfileChoice): boolean {
    const latest = this.#latest;
    return latest !== undefined && (at === latest.at ? by < latest.by : at < latest.at);
  }

  /** Records a choice of this tab, whose session is minted. Without one that is up to date, it is made now. */
  add(choice: ProfileChoice | undefined): void {
    this.#latest = choice && !this.isOutdated(choice) ? choice : this.next();
  }

  /** Compares a choice made in another tab with the latest one, and records it if it is later. */
  record(choice: ProfileChoice): 'earlier' | 'same' | 'later' {
    const latest = this.#latest;
    if (latest && choice.at === latest.at && choice.by === latest.by) return 'same';
    if (this.isOutdated(choice)) return 'earlier';
    this.#latest = choice;
    return 'later';
  }
}

interface TokenHoldersOptions {
  readonly platform: Pick<Platform, 'onLeave' | 'storage' | 'visibility'>;
  readonly namespace: string;
  readonly tokens: Pick<SessionTokens, 'current' | 'onRefreshed'>;
  readonly clock: DeviceClock;
}

/** Knows which tabs have a session token. */
interface TokenHolders {
  /** Starts to note the token of this tab, until the page is left. Returns a function that stops this. */
  readonly start: () => () => void;
  /** Whether a tab may have a session token; `true` when this cannot be known. */
  readonly isThereOne: () => boolean;
}

/**
 * Notes in `localStorage` until when each open tab has a session token. The notes contain no token and no user. A tab
 * that starts alone therefore knows that no other tab can offer a session, and mints without waiting.
 */
function createTokenHolders({ platform, namespace, tokens, clock }: TokenHoldersOptions): TokenHolders {
  const prefix = `${namespace}-session-`;
  const ownKey = prefix + Math.random();
  const act = <T>(use: (storage: SyncStorage) => T) => withStorage(platform, 'device', use);
  const note = () => {
    const { current } = tokens;
    if (current) act((storage) => storage.setItem(ownKey, String(current.receivedAt.wall + current.usableForMs)));
  };
  // A page that is shown again from the back/forward cache was left before.
  const noteAgain = () => {
    if (platform.visibility.isVisible()) note();
  };
  const forget = () => {
    act((storage) => storage.removeItem(ownKey));
  };
  return {
    start() {
      note();
      const { visibility, onLeave } = platform;
      const undos = [tokens.onRefreshed(note), visibility.onChanged(noteAgain), onLeave(forget), forget];
      return () => undos.forEach((undo) => undo());
    },
    isThereOne: () =>
      act((storage) =>
        keysOf(storage).some((key) => {
          if (!key.startsWith(prefix)) return false;
          const isUsable = Number(storage.getItem(key)) > clock.now();
          // A tab that crashed could not remove its note.
          if (!isUsable) storage.removeItem(key);
          return isUsable;
        }),
      ) ?? true,
  };
}

function keysOf(storage: SyncStorage): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
}
