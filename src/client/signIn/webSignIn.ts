import { abortError } from '../../api/http/abort.js';
import type { CallOptions } from '../../api/http/transport.js';
import { loadOnce } from '../../api/loadOnce.js';
import { openWindow, pageAddress } from '../../session/web/openWindow.js';
import { isRedirectUri, redirectUriOf } from '../../session/web/redirectUri.js';
import type { SignInResult } from '../../session/signInResult.js';
import type { WebAuthEnvironment } from '../../session/web/webAuthEnvironment.js';
import type {
  CompletedWebAuth,
  SignInWithPopupOptions,
  SignInWithWebAuthOptions,
} from '../../session/web/webAuthOptions.js';
import type { SignInEntrance, WebSignInContext, WebSignInFlows } from './webSignInFlows.js';

/**
 * Signs in by window and by redirect. Only what has to happen inside a click is here; {@link WebSignInFlows} is loaded
 * by the first call, and says what is wrong where something is.
 */
export class WebSignIn {
  readonly #context: WebSignInContext;
  readonly #browser: Pick<WebAuthEnvironment, 'pageAddress' | 'openWindow'>;
  readonly #load: () => Promise<WebSignInFlows>;
  #entrance: SignInEntrance | undefined;

  constructor(context: WebSignInContext) {
    this.#context = context;
    this.#browser = { pageAddress, openWindow, ...context.options.environment };
    this.#load = loadOnce('sign-ins', async () => {
      const { WebSignInFlows } = await import('./webSignInFlows.js');
      return new WebSignInFlows(context);
    });
  }

  /** See `DiscovrClient.signInWithPopup`. */
  async inWindow({ signal, redirectUri }: SignInWithPopupOptions): Promise<SignInResult> {
    if (signal?.aborted || this.#context.lifetime.isOver) throw abortError();
    const entrance = (this.#entrance ??= this.#enter(redirectUri));
    const flows = await this.#load().catch((error: unknown) => {
      entrance.leave();
      throw error;
    });
    return flows.inWindow(entrance, signal);
  }

  /** See `DiscovrClient.signInWithWebAuth`. */
  async byRedirect(options: SignInWithWebAuthOptions): Promise<void> {
    return (await this.#load()).byRedirect(options);
  }

  /** See `DiscovrClient.completeWebAuth`. */
  async complete(url: string | URL | undefined, options: CallOptions): Promise<CompletedWebAuth | null> {
    const address = url?.toString() ?? this.#browser.pageAddress();
    // Most loads of a page end no sign-in, and should load nothing for it.
    return address.includes('state=') ? (await this.#load()).complete(address, options) : null;
  }

  #enter(given: string | undefined): SignInEntrance {
    const redirectUri = redirectUriOf(given, this.#context.options, this.#browser);
    const window = isRedirectUri(redirectUri) ? this.#browser.openWindow() : null;
    const entrance = {
      window,
      redirectUri,
      leave: () => {
        window?.close();
        if (this.#entrance === entrance) this.#entrance = undefined;
      },
    };
    return entrance;
  }
}
