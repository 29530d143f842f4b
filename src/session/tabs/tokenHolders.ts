import type { DeviceClock } from '../deviceClock.js';
import { onWindow } from '../onWindow.js';
import type { SessionTokens } from '../tokens/sessionTokens.js';
import { withStorage } from '../withStorage.js';

/** Options of {@link createTokenHolders}. */
export interface TokenHoldersOptions {
  readonly namespace: string;
  readonly tokens: Pick<SessionTokens, 'current' | 'onRefreshed'>;
  readonly clock: DeviceClock;
}

/** Knows which tabs have a session token. */
export interface TokenHolders {
  /** Starts to note the token of this tab, until the page is left. Returns a function that stops this. */
  readonly start: () => () => void;
  /** Whether a tab may have a session token; `true` when this cannot be known. */
  readonly isThereOne: () => boolean;
}

/**
 * Notes in `localStorage` until when each open tab has a session token. The notes contain no token and no user. A tab
 * that starts alone therefore knows that no other tab can offer a session, and mints without waiting.
 */
export function createTokenHolders({ namespace, tokens, clock }: TokenHoldersOptions): TokenHolders {
  const prefix = `${namespace}-session-`;
  const ownKey = prefix + Math.random();
  const note = () => {
    const { current } = tokens;
    if (current) act((storage) => storage.setItem(ownKey, String(current.receivedAt.wall + current.usableForMs)));
  };
  const forget = () => {
    act((storage) => storage.removeItem(ownKey));
  };
  return {
    start() {
      note();
      const undos = [tokens.onRefreshed(note), onWindow('pagehide', forget), forget];
      return () => undos.forEach((undo) => undo());
    },
    isThereOne: () =>
      act((storage) =>
        Object.keys(storage).some((key) => {
          if (!key.startsWith(prefix)) return false;
          const isUsable = Number(storage.getItem(key)) > clock.now();
          // A tab that crashed could not remove its note.
          if (!isUsable) storage.removeItem(key);
          return isUsable;
        }),
      ) ?? true,
  };
}

const act = <T>(use: (storage: Storage) => T) => withStorage(() => localStorage, use);
