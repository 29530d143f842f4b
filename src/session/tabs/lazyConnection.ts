import type { Connection } from './connection.js';
import type { Lifetime } from '../lifetime.js';
import { pause } from '../../api/time/pause.js';
import type { TabSharing } from './tabSharing.js';
import { TAB_ANSWER_MS } from '../timing.js';

const NONE = Promise.resolve(undefined);

/**
 * A connection that is loaded when it is first wanted, so that a client nobody connects pays nothing for it. What is to
 * be told meanwhile is told then.
 */
export class LazyConnection {
  readonly #load: () => Promise<Connection>;
  readonly #lifetime: Lifetime;
  #connection: Promise<Connection | undefined> = NONE;

  constructor(load: () => Promise<Connection>, lifetime: Lifetime) {
    this.#load = load;
    this.#lifetime = lifetime;
  }

  /** Connects until the undo is called or the lifetime ends. */
  open(): () => void {
    if (this.#lifetime.isOver) return () => undefined;
    // Where it cannot be loaded, this tab is alone, as it would be where the browser has no channels.
    const connection = this.#load().catch(() => undefined);
    this.#connection = connection;
    const close = () => {
      this.#connection = NONE;
      void connection.then((opened) => opened?.close());
    };
    const undoEnd = this.#lifetime.onEnd(close);
    return () => {
      undoEnd();
      close();
    };
  }

  /** Tells the other tabs, once they can be told. */
  tell(act: (tabs: TabSharing) => void): void {
    void this.#connection.then((connection) => connection && act(connection.tabs));
  }

  /** Lets the other tabs offer a session; what is not loaded yet is not waited for longer than they would be. */
  async askTabs(profileId: string, isEnough: () => boolean): Promise<void> {
    if (this.#connection === NONE) return;
    const connection = await Promise.race([this.#connection, pause(TAB_ANSWER_MS)]);
    await connection?.tabs.ask(profileId, isEnough);
  }

  /** Notes that a call used the session, so that it may be renewed. */
  noteUse(): void {
    void this.#connection.then((connection) => connection?.renewal.noteUse());
  }
}
