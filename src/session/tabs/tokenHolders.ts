import type { DeviceClock } from '../deviceClock.js';
import { SESSION_LIFETIME_MS } from '../timing.js';
import type { SessionTokens } from '../tokens/sessionTokens.js';
import { withStorage } from '../withStorage.js';

/** Options of {@link TokenHolders}. */
export interface TokenHoldersOptions {
  readonly namespace: string;
  readonly tokens: Pick<SessionTokens, 'current' | 'onRefreshed'>;
  readonly clock: DeviceClock;
}

/**
 * Notes in `localStorage` until when each open tab has a session token. The notes contain no token and no user. A tab
 * that starts alone therefore knows that no other tab can offer a session, and mints without waiting.
 */
export class TokenHolders {
  readonly #options: TokenHoldersOptions;
  readonly #prefix: string;
  readonly #key: string;

  constructor(options: TokenHoldersOptions) {
    this.#options = options;
    this.#prefix = `${options.namespace}-token-until-`;
    this.#key = this.#prefix + Math.random().toString(36).slice(2);
  }

  /** Starts to note the token of this tab, except while the page is left. Returns a function that stops this. */
  start(): () => void {
    const { tokens, clock } = this.#options;
    const note = () => {
      const { current } = tokens;
      const until = current && clock.now() + current.usableForMs - clock.since(current.receivedAt);
      if (until) withLocalStorage((storage) => storage.setItem(this.#key, String(until)));
    };
    const forget = () => withLocalStorage((storage) => storage.removeItem(this.#key));
    const undo = tokens.onRefreshed(note);
    note();
    if (typeof window !== 'undefined') {
      // The browser can keep the page that is left, and show it again.
      window.addEventListener('pagehide', forget);
      window.addEventListener('pageshow', note);
    }
    return () => {
      undo();
      forget();
      if (typeof window === 'undefined') return;
      window.removeEventListener('pagehide', forget);
      window.removeEventListener('pageshow', note);
    };
  }

  /** Whether another tab may have a session token; `true` when this tab cannot know. Removes notes that are out of date. */
  areThereOthers(): boolean {
    return withLocalStorage((storage) => this.#findOthers(storage)) ?? true;
  }

  #findOthers(storage: Storage): boolean {
    const now = this.#options.clock.now();
    const others = Object.keys(storage).filter((key) => key.startsWith(this.#prefix) && key !== this.#key);
    return others.some((key) => {
      const remaining = Number(storage.getItem(key)) - now;
      const isDue = remaining > 0 && remaining <= SESSION_LIFETIME_MS;
      // A tab that crashed could not remove its note.
      if (!isDue) storage.removeItem(key);
      return isDue;
    });
  }
}

const withLocalStorage = <T>(act: (storage: Storage) => T) => withStorage(() => window.localStorage, act);
