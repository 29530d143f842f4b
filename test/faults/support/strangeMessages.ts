import type { SignInPopup } from '../../../src/session/web/openPopup.js';
import type { ReceivedMessage, WebSignInEnvironment } from '../../../src/session/web/webSignInEnvironment.js';

const ORIGIN = 'https://api.discovr.media';
const ANSWER = { type: 'discovr:authorization', state: 'somebody else’s', code: 'made-up' };

/** A browser whose page also receives messages that are no answer to its sign-in. */
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
  /** Posts one from another origin, one from another window, and one from the right window with a wrong state. */
  const post = () => {
    const messages: ReceivedMessage[] = [
      { origin: 'https://discovr.example', source: opened, data: ANSWER },
      { origin: ORIGIN, source: {}, data: ANSWER },
      { origin: ORIGIN, source: opened, data: ANSWER },
      { origin: ORIGIN, source: opened, data: 'discovr:authorization' },
    ];
    for (const message of messages) for (const listener of listeners) listener(message);
  };
  return { environment, post };
}
