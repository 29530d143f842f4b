import { pause } from '../api/pause.js';
import type { DeviceClock, Moment } from './deviceClock.js';
import type { ProfileChoice, TabMessage } from './tabMessage.js';
import type { TabChannel } from './tabChannel.js';
import { profileIdOf } from './sessionState.js';
import type { SessionToken } from './sessionToken.js';
import type { SessionTokens } from './sessionTokens.js';
import type { SignInState } from './signInState.js';
import { shortHash } from './scopeName.js';
import { TAB_ANSWER_MS } from './timing.js';

/** What {@link TabSharing} needs from outside. */
export interface TabSharingOptions {
  readonly channel: TabChannel;
  readonly signIn: SignInState;
  readonly tokens: SessionTokens;
  readonly clock: DeviceClock;
  /** Whether a profile chosen in one tab is chosen in all. */
  readonly sharesProfile: boolean;
  /** Waits, in milliseconds. */
  readonly sleep?: ((milliseconds: number) => Promise<unknown>) | undefined;
}

/**
 * Keeps the tabs of one person together: tells the others what happens here, and follows what happens there. A
 * message about somebody else than the person here changes nothing.
 */
export class TabSharing {
  readonly #options: TabSharingOptions;
  readonly #ownName = shortHash(String(Math.random()));
  #latestChoice: ProfileChoice | undefined;
  #askedAt: Moment | undefined;
  #onOffer: (() => void) | undefined;

  constructor(options: TabSharingOptions) {
    this.#options = options;
  }

  /** Starts to listen, and asks the other tabs for a session. Returns the undo. */
  start(): () => void {
    const { channel, signIn, tokens } = this.#options;
    channel.open();
    const undo = channel.onMessage((message) => void this.#hear(message));
    void signIn.ready().then(() => {
      const profileId = profileIdOf(signIn.state);
      if (profileId && !tokens.present) this.#ask(profileId);
    });
    return () => {
      undo();
      channel.close();
    };
  }

  /** Tells that somebody signed in here, once the store has the credential. */
  tellAdopted(): void {
    this.#post((person) => ({ type: 'adopted', person }));
  }

  /** Tells that a person signed out here, or was refused. */
  tellSignedOut(person: string, isRefused: boolean): void {
    this.#options.channel.post({ type: 'signedOut', person, isRefused });
  }

  /** Tells that a profile is gone. */
  tellProfileLeft(profileId: string): void {
    this.#post((person) => ({ type: 'profileLeft', person, profileId }));
  }

  /** Offers a token; one that stands for a choice of profile moves the other tabs, too. */
  tellToken(token: SessionToken, isChoice = false): void {
    const { sharesProfile, clock } = this.#options;
    if (isChoice && sharesProfile) this.#latestChoice = this.#nextChoice();
    const choice = sharesProfile ? this.#latestChoice : undefined;
    const { receivedAt, ...shared } = token;
    this.#post((person) => ({ type: 'token', person, token: shared, ageMs: clock.since(receivedAt), choice }));
  }

  /**
   * Waits for the other tabs to offer a token of a profile: until there is one that will do, a moment at most, and not
   * where there is nobody to ask.
   */
  async ask(profileId: string, isEnough: () => boolean): Promise<void> {
    const { channel, clock, sleep = pause } = this.#options;
    if (channel.hasCompany) this.#ask(profileId);
    const waitMs = this.#askedAt ? TAB_ANSWER_MS - clock.since(this.#askedAt) : 0;
    if (waitMs <= 0) return;
    const isOffered = new Promise<void>((resolve) => {
      this.#onOffer = () => {
        if (isEnough()) resolve();
      };
    });
    await Promise.race([isOffered, sleep(waitMs)]);
  }

  #ask(profileId: string): void {
    this.#askedAt = this.#options.clock.moment();
    this.#post((person) => ({ type: 'ask', person, profileId }));
  }

  #post(messageFor: (person: string) => TabMessage): void {
    const { channel, signIn } = this.#options;
    if (signIn.person) channel.post(messageFor(signIn.person));
  }

  async #hear(message: TabMessage): Promise<void> {
    const { channel, signIn, tokens } = this.#options;
    await signIn.ready();
    if (message.type === 'here') return;
    if (message.type === 'adopted') return signIn.readFor(message.person);
    if (message.type === 'signedOut') {
      if (message.person === signIn.person) tokens.drop();
      return signIn.followSignOut(message.person, message.isRefused ? 'refused' : 'otherTab');
    }
    if (message.person !== signIn.person) return;
    switch (message.type) {
      case 'profileLeft':
        if (message.profileId === profileIdOf(signIn.state)) signIn.followProfile(undefined);
        return;
      case 'ask': {
        const { present } = tokens;
        if (present?.profileId === message.profileId && tokens.isUsable(present)) return this.tellToken(present);
        return channel.post({ type: 'here' });
      }
      case 'token': {
        this.#followChoice(message.token.profileId, message.choice);
        tokens.accept({ ...message.token, receivedAt: this.#options.clock.moment(message.ageMs) });
        this.#onOffer?.();
      }
    }
  }

  /** Goes along with a profile chosen later than what this tab knows of. */
  #followChoice(profileId: string, choice: ProfileChoice | undefined): void {
    const { sharesProfile, signIn } = this.#options;
    if (!sharesProfile || !choice || isSame(choice, this.#latestChoice)) return;
    if (isLater(choice, this.#latestChoice)) {
      this.#latestChoice = choice;
      if (profileId !== profileIdOf(signIn.state)) signIn.followProfile(profileId);
    } else {
      // Chosen elsewhere before the choice that counts, and perhaps stored after it.
      void signIn.storeAgain();
    }
  }

  /** Later than any choice this tab knows of, also where a clock was set back. */
  #nextChoice(): ProfileChoice {
    return { at: Math.max(this.#options.clock.now(), (this.#latestChoice?.at ?? 0) + 1), by: this.#ownName };
  }
}

function isSame(choice: ProfileChoice, other: ProfileChoice | undefined): boolean {
  return choice.at === other?.at && choice.by === other.by;
}

function isLater(choice: ProfileChoice, than: ProfileChoice | undefined): boolean {
  if (!than) return true;
  return choice.at === than.at ? choice.by > than.by : choice.at > than.at;
}
