import { pause } from '../../api/time/pause.js';
import type { DeviceClock, Moment } from '../deviceClock.js';
import { ProfileChoices } from '../state/profileChoices.js';
import type { ProfileChoice, TabMessage, TabPlace } from './tabMessage.js';
import type { TabChannel } from './tabChannel.js';
import { profileIdOf } from '../state/sessionState.js';
import type { SessionToken } from '../tokens/sessionToken.js';
import type { SessionTokens } from '../tokens/sessionTokens.js';
import type { SignInState } from '../state/signInState.js';
import { TAB_ANSWER_MS, TAB_SETTLE_MS } from '../timing.js';

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
  readonly #choices: ProfileChoices;
  #askedAt: Moment | undefined;
  #onOffer: (() => void) | undefined;
  #isOpen = false;
  /** Counts what other tabs did. */
  #acts = 0;

  constructor(options: TabSharingOptions) {
    this.#options = options;
    this.#choices = new ProfileChoices(options.clock);
  }

  /** Starts to listen, and asks the other tabs for a session. Returns the undo. */
  start(): () => void {
    const { channel, signIn, tokens } = this.#options;
    channel.open();
    this.#isOpen = true;
    const undo = channel.onMessage((message) => void this.#hear(message));
    void signIn.ready().then(() => {
      if (!tokens.present) this.#ask();
    });
    return () => {
      this.#isOpen = false;
      undo();
      channel.close();
    };
  }

  /** Tells that a person signed in here, once the store has the credential. */
  tellAdopted(person: string): void {
    this.#options.channel.post({ type: 'adopted', person });
  }

  /** Tells that this tab has written to the store. */
  tellStored(): void {
    this.#options.channel.post({ type: 'stored' });
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
    if (isChoice) this.#choices.add();
    const choice = sharesProfile ? this.#choices.latest : undefined;
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

  #ask(profileId = profileIdOf(this.#options.signIn.state)): void {
    this.#askedAt = this.#options.clock.moment();
    this.#options.channel.post({ type: 'ask', person: this.#options.signIn.person, profileId });
  }

  #post(messageFor: (person: string) => TabMessage): void {
    const { channel, signIn } = this.#options;
    if (signIn.person) channel.post(messageFor(signIn.person));
  }

  async #hear(message: TabMessage): Promise<void> {
    const { signIn, tokens } = this.#options;
    await signIn.ready();
    const isOwnPerson = message.type !== 'stored' && message.person === signIn.person;
    switch (message.type) {
      case 'here':
        return this.#compare(message);
      case 'ask':
        return this.#answer(message);
      case 'adopted':
        void this.#lookLater();
        return signIn.readFor(message.person);
      case 'stored':
        return this.#lookLater();
      case 'signedOut':
        if (isOwnPerson) tokens.drop();
        signIn.followSignOut(message.person, message.isRefused ? 'refused' : 'otherTab');
        return this.#lookLater();
      case 'profileLeft':
        if (!isOwnPerson) return;
        if (message.profileId === profileIdOf(signIn.state)) signIn.followProfile(undefined);
        return this.#lookLater();
      case 'token':
        if (isOwnPerson) this.#take(message);
    }
  }

  #take({ token, ageMs, choice }: Extract<TabMessage, { type: 'token' }>): void {
    const { tokens, clock } = this.#options;
    this.#followChoice(token.profileId, choice);
    tokens.accept({ ...token, receivedAt: clock.moment(ageMs) });
    this.#onOffer?.();
  }

  #answer(asked: TabPlace): void {
    const { channel, signIn, tokens } = this.#options;
    this.#compare(asked);
    const { present } = tokens;
    const isTheirs = asked.person === signIn.person && asked.profileId === present?.profileId;
    if (present && isTheirs && tokens.isUsable(present)) this.tellToken(present);
    else channel.post({ type: 'here', person: signIn.person, profileId: profileIdOf(signIn.state) });
  }

  /** When two tabs differ, one of them missed something, such as what happened while it was opening: both read the store. */
  #compare({ person, profileId }: TabPlace): void {
    const { signIn, sharesProfile } = this.#options;
    const isAtOtherProfile = sharesProfile && profileId !== profileIdOf(signIn.state);
    if (person !== signIn.person || isAtOtherProfile) void this.#lookLater();
  }

  /** Compares this tab with the store when the other tabs have been quiet for a moment. */
  async #lookLater(): Promise<void> {
    const { signIn, sleep = pause } = this.#options;
    const act = (this.#acts += 1);
    await sleep(TAB_SETTLE_MS);
    if (act === this.#acts && this.#isOpen) await signIn.readAgain();
  }

  /** Goes along with a profile chosen later than what this tab knows of. */
  #followChoice(profileId: string, choice: ProfileChoice | undefined): void {
    const { sharesProfile, signIn } = this.#options;
    const order = sharesProfile && choice && this.#choices.weigh(choice);
    // Chosen elsewhere before the choice that counts, and perhaps stored after it.
    if (order === 'earlier') void signIn.storeAgain();
    if (order !== 'later' || profileId === profileIdOf(signIn.state)) return;
    signIn.followProfile(profileId);
    void this.#lookLater();
  }
}
