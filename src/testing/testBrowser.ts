import type { AuthorizationOutcome } from '../emulator/auth/authorization.js';
import { createObservers } from '../session/observers.js';
import type { SignInPopup } from '../session/web/openPopup.js';
import type { ReceivedMessage, WebSignInEnvironment } from '../session/web/webSignInEnvironment.js';

type Authorize = (address: string, decision: 'signIn' | 'cancel') => AuthorizationOutcome;

/** A window as the library sees it. */
interface OpenWindow extends SignInPopup {
  closed: boolean;
  address: string | undefined;
  /** How often the app has seen its page. */
  looks: number;
}

/**
 * Stands in for what signing in by window and by redirect uses of a browser, and for the person at it. No window opens
 * and the page stays; methods say what the person does.
 *
 * @example
 * await user.click(screen.getByRole('button', { name: 'Sign in' }));
 * await discovr.browser.signIn();
 */
export class TestBrowser {
  /** Whether windows are blocked. */
  isBlocking = false;
  /** Address of the app's page. */
  readonly pageAddress = 'https://app.example/';
  /** What the client is given in place of the browser's own. */
  readonly environment: WebSignInEnvironment;
  readonly #authorize: Authorize;
  readonly #changes = createObservers<void>();
  readonly #messages = createObservers<ReceivedMessage>();
  #window: OpenWindow | undefined;
  #leftFor: string | undefined;
  #hasFocus = true;
  #windowCount = 0;

  constructor(authorize: Authorize) {
    this.#authorize = authorize;
    const stored = new Map<string, string>();
    this.environment = {
      pageAddress: () => this.pageAddress,
      openPopup: () => (this.isBlocking ? null : this.#open()),
      goTo: (address) => this.#change(() => (this.#leftFor = address)),
      onMessage: (listener) => this.#messages.add(listener),
      hasFocus: () => this.#hasFocus,
      storage: () => ({
        getItem: (name) => stored.get(name) ?? null,
        setItem: (name, value) => void stored.set(name, value),
        removeItem: (name) => void stored.delete(name),
      }),
      crypto: () => globalThis.crypto,
    };
  }

  /** Whether a sign-in window is open. */
  get isWindowOpen(): boolean {
    return this.#window?.closed === false;
  }

  /** How many sign-in windows were opened so far. */
  get windowCount(): number {
    return this.#windowCount;
  }

  /** Address the page was left for, where it was. */
  get leftFor(): string | undefined {
    return this.#leftFor;
  }

  /** Hears whenever a window opens, loads or closes, or the page is left. Returns the undo. */
  onChanged(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  /** Settles with the address of the sign-in page, once it has loaded in the window. */
  pageOfWindow(): Promise<string> {
    return this.#until(() => this.#window?.address);
  }

  /** Signs in in the window, once its page has loaded. */
  signIn(): Promise<void> {
    return this.#decide('signIn');
  }

  /** Declines in the window, once its page has loaded. */
  decline(): Promise<void> {
    return this.#decide('cancel');
  }

  /** Closes the window, once its page has loaded and the app could see so. */
  async closeWindow(): Promise<void> {
    await this.#until(() => this.#window && this.#window.looks > 1);
    this.#change(() => this.#window?.close());
  }

  /** Cuts the window off from the page as soon as it loads, as a `Cross-Origin-Opener-Policy` does. */
  async cutWindowOff(): Promise<void> {
    await this.pageOfWindow();
    this.#hasFocus = false;
    this.#change(() => this.#window?.close());
  }

  /** Takes the person through the page the app left for; gives the address they come back to. */
  async comeBack(decision: 'signIn' | 'cancel' = 'signIn'): Promise<string> {
    return this.#authorize(await this.#until(() => this.#leftFor), decision).callbackUrl;
  }

  async #decide(decision: 'signIn' | 'cancel'): Promise<void> {
    const address = await this.pageOfWindow();
    const { message } = this.#authorize(address, decision);
    this.#messages.notify({ origin: new URL(address).origin, source: this.#window, data: message });
    this.#change(() => this.#window?.close());
  }

  #open(): OpenWindow {
    const opened: OpenWindow = {
      closed: false,
      address: undefined,
      looks: 0,
      location: {
        get href() {
          if (opened.address === undefined) return 'about:blank';
          opened.looks += 1;
          queueMicrotask(() => tell());
          throw new DOMException('The window shows another origin.', 'SecurityError');
        },
        replace: (address) => this.#change(() => (opened.address = address)),
      },
      focus: () => undefined,
      close: () => this.#change(() => (opened.closed = true)),
    };
    const tell = () => this.#changes.notify();
    this.#hasFocus = true;
    this.#windowCount += 1;
    this.#change(() => (this.#window = opened));
    return opened;
  }

  #change(change: () => void): void {
    change();
    this.#changes.notify();
  }

  /** Waits until there is something. */
  #until<T>(find: () => T | undefined): Promise<NonNullable<T>> {
    return new Promise((resolve) => {
      const look = () => {
        const found = find();
        if (!found) return;
        undo();
        resolve(found);
      };
      const undo = this.#changes.add(look);
      look();
    });
  }
}
