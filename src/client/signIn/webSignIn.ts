import { abortError } from '../../api/http/abort.js';
import type { CallOptions } from '../../api/http/transport.js';
import { loadOnce } from '../../api/loadOnce.js';
import { openPopup, pageUrl } from '../../session/web/openPopup.js';
import { ERROR_PARAMETER } from '../../session/web/backEndReport.js';
import { isRedirectUri, redirectUriOf } from '../../session/web/redirectUri.js';
import type { SignInResult } from '../../session/signInResult.js';
import type { WebSignInEnvironment } from '../../session/web/webSignInEnvironment.js';
import type {
  CompletedWebSignIn,
  SignInWithPopupOptions,
  SignInWithWebAuthOptions,
} from '../../session/web/webSignInOptions.js';
import type { OpenedPopup, WebSignInDependencies, WebSignInFlows } from './webSignInFlows.js';

/**
 * Signs in by popup and by redirect. Contains only what must run during a click, such as opening the popup. The first
 * call loads {@link WebSignInFlows}, which does the rest, including all checks and errors.
 */
export class WebSignIn {
  readonly #context: WebSignInDependencies;
  readonly #browser: Pick<WebSignInEnvironment, 'pageUrl' | 'openPopup'>;
  readonly #load: () => Promise<WebSignInFlows>;
  #popup: OpenedPopup | undefined;

  constructor(context: WebSignInDependencies) {
    this.#context = context;
    this.#browser = { pageUrl, openPopup, ...context.options.environment };
    this.#load = loadOnce('sign-ins', async () => {
      const { WebSignInFlows } = await import('./webSignInFlows.js');
      return new WebSignInFlows(context);
    });
  }

  /** See `DiscovrClient.signInWithPopup`. */
  async byPopup({ signal, redirectUri }: SignInWithPopupOptions): Promise<SignInResult> {
    if (signal?.aborted || this.#context.lifetime.isOver) throw abortError();
    const popup = (this.#popup ??= this.#openPopup(redirectUri));
    const flows = await this.#load().catch((error: unknown) => {
      popup.leave();
      throw error;
    });
    return flows.byPopup(popup, signal);
  }

  /** See `DiscovrClient.signInWithWebAuth`. */
  async byRedirect(options: SignInWithWebAuthOptions): Promise<void> {
    return (await this.#load()).byRedirect(options);
  }

  /** See `DiscovrClient.completeWebSignIn`. */
  async complete(url: string | URL | undefined, options: CallOptions): Promise<CompletedWebSignIn | null> {
    const text = url?.toString() ?? this.#browser.pageUrl();
    // Most page loads complete no sign-in, so they do not load the code for it.
    return text.includes('state=') || text.includes(ERROR_PARAMETER)
      ? (await this.#load()).complete(text, options)
      : null;
  }

  #openPopup(given: string | undefined): OpenedPopup {
    const redirectUri = redirectUriOf(given, this.#context.options, this.#browser);
    // A back end has a redirect URI of its own.
    const { sessionSource } = this.#context;
    const canRespond = sessionSource ? sessionSource.signIns : isRedirectUri(redirectUri);
    const window = canRespond ? this.#browser.openPopup() : null;
    const popup = {
      window,
      redirectUri,
      leave: () => {
        window?.close();
        if (this.#popup === popup) this.#popup = undefined;
      },
    };
    return popup;
  }
}
