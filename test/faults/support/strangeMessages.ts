import type { ReceivedMessage, SignInPopup } from '../../../src/platform/platform.js';
import type { WebSignInEnvironment } from '../../../src/session/web/environment.js';

const ORIGIN = 'https://api.discovr.media';
const RESPONSE = { type: 'discovr:authorization', state: 'another state', code: 'made-up' };

/** Wraps a browser so that the app also receives messages that are not responses to its sign-in. */
export function strangeMessages(browser: WebSignInEnvironment) {
  const listeners = new Set<(message: ReceivedMessage) => void>();
  let opened: SignInPopup | null = null;
  const environment: WebSignInEnvironment = {
    ...browser,
    openPopup: () => (opened = browser.openPopup()),
    onMessage(listener) {
      const undo = browser.onMessage(listener);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        undo();
      };
    },
  };
  /** Posts messages with a wrong origin, a wrong source, a wrong `state` and a wrong shape. */
  const post = () => {
    const messages: ReceivedMessage[] = [
      { origin: 'https://discovr.example', source: opened, data: RESPONSE },
      { origin: ORIGIN, source: {}, data: RESPONSE },
      { origin: ORIGIN, source: opened, data: RESPONSE },
      { origin: ORIGIN, source: opened, data: 'discovr:authorization' },
    ];
    for (const message of messages) for (const listener of listeners) listener(message);
  };
  return { environment, post };
}
