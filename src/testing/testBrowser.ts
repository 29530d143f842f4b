import type { AuthorizationOutcome } from '../emulator/auth/authorization.js';
import { createObservers } from '../shared/observers.js';
import type { ReceivedMessage, SignInPopup } from '../platform/platform.js';
import type { SignInReport, WebSignInEnvironment } from '../session/web/environment.js';

type Authorize = (url: string, decision: 'signIn' | 'cancel') => AuthorizationOutcome;

/** The sign-in popup as the library sees it. */
interface OpenPopup extends SignInPopup {
  closed: boolean;
  url: string | undefined;
  /** Number of times that the client has checked the popup since its page loaded. */
  looks: number;
}

/**
 * Replaces the browser functions that the web sign-in uses, and simulates the user. No real popup opens and the page
 * does not navigate; methods perform the actions of the user.
 *
 * @example
 * await user.click(screen.getByRole('button', { name: 'Sign in on this device' }));
 * await discovr.browser.signIn();
 */
export class TestBrowser {
  /** Whether popups are blocked. */
  isBlocking = false;
  /** URL of the app's page. */
  readonly pageUrl = 'https://app.example/';
  /** Environment that the client uses instead of the real browser. */
  readonly environment: WebSignInEnvironment;
  readonly #authorize: Authorize;
  readonly #changes = createObservers<void>();
  readonly #messages = createObservers<ReceivedMessage>();
  readonly #reports = createObservers<SignInReport>();
  #popup: OpenPopup | undefined;
  #redirectUrl: string | undefined;
  #hasFocus = true;
  #popupCount = 0;

  constructor(authorize: Authorize) {
    this.#authorize = authorize;
    const stored = new Map<string, string>();
    this.environment = {
      pageUrl: () => this.pageUrl,
      openPopup: () => (this.isBlocking ? null : this.#open()),
      goTo: (url) => this.#change(() => (this.#redirectUrl = url)),
      onMessage: (listener) => this.#messages.add(listener),
      onReport: (listener) => this.#reports.add(listener),
      hasFocus: () => this.#hasFocus,
      storage: () => ({
        getItem: (name) => stored.get(name) ?? null,
        setItem: (name, value) => void stored.set(name, value),
        removeItem: (name) => void stored.delete(name),
      }),
      crypto: () => globalThis.crypto,
    };
  }

  /** Whether the sign-in popup is open. */
  get isPopupOpen(): boolean {
    return this.#openPopup !== undefined;
  }

  /** Number of sign-in popups opened so far. */
  get popupCount(): number {
    return this.#popupCount;
  }

  /** URL that the app navigated to for a redirect; `undefined` until then, and after {@link completeRedirect}. */
  get redirectUrl(): string | undefined {
    return this.#redirectUrl;
  }

  /**
   * Calls the listener when a popup opens, loads or closes, when the client checks a loaded popup, and when the app
   * navigates away. Returns a function that removes the listener.
   */
  onChanged(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  /** Resolves with the URL of the sign-in page when it has loaded in the popup. */
  popupUrl(): Promise<string> {
    return this.#until(() => this.#openPopup?.url);
  }

  /** Signs in through the popup as soon as its page has loaded. */
  signIn(): Promise<void> {
    return this.#decide('signIn');
  }

  /** Declines in the popup as soon as its page has loaded. */
  decline(): Promise<void> {
    return this.#decide('cancel');
  }

  /** Closes the popup, as the user would, as soon as the client has observed the loaded page twice. */
  async closePopup(): Promise<void> {
    await this.#until(() => this.#openPopup && this.#openPopup.looks > 1);
    this.#change(() => this.#popup?.close());
  }

  /** Cuts the popup off from the app as soon as the sign-in page loads, like a `Cross-Origin-Opener-Policy` does. */
  async cutOffPopup(): Promise<void> {
    await this.popupUrl();
    this.#hasFocus = false;
    this.#change(() => this.#popup?.close());
  }

  /** Signs in or cancels on the sign-in page of a redirect. Resolves with the URL to which the user returns. */
  async completeRedirect(decision: 'signIn' | 'cancel' = 'signIn'): Promise<string> {
    const url = await this.#until(() => this.#redirectUrl);
    // The next redirect is waited for.
    this.#redirectUrl = undefined;
    return this.#authorize(url, decision).callbackUrl;
  }

  get #openPopup(): OpenPopup | undefined {
    return this.#popup?.closed ? undefined : this.#popup;
  }

  async #decide(decision: 'signIn' | 'cancel'): Promise<void> {
    const url = await this.popupUrl();
    const { message } = this.#authorize(url, decision);
    this.#messages.notify({ origin: new URL(url).origin, source: this.#popup, data: message });
    this.#change(() => this.#popup?.close());
  }

  #open(): OpenPopup {
    const opened: OpenPopup = {
      closed: false,
      url: undefined,
      looks: 0,
      location: {
        get href() {
          if (opened.url === undefined) return 'about:blank';
          opened.looks += 1;
          queueMicrotask(() => notify());
          throw new DOMException('The popup shows another origin.', 'SecurityError');
        },
        replace: (url) => this.#change(() => (opened.url = url)),
      },
      focus: () => undefined,
      close: () => this.#change(() => (opened.closed = true)),
    };
    const notify = () => this.#changes.notify();
    this.#hasFocus = true;
    this.#popupCount += 1;
    this.#change(() => (this.#popup = opened));
    return opened;
  }

  #change(change: () => void): void {
    change();
    this.#changes.notify();
  }

  /** Waits until `find` returns a value. */
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
