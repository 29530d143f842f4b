import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isDiscovrError } from '../../api/errors/discovrError.js';
import { createObservers } from '../observers.js';
import { waitForAnswer } from './popupSignIn.js';
import type { ReceivedMessage } from './webSignInEnvironment.js';

const origin = 'https://api.discovr.media';
const good = { type: 'discovr:authorization', state: 'ours', code: 'c0de' };

const throws = () => {
  throw new Error('a getter');
};

/** A window, a page and a person who do as the test says. */
function start() {
  const messages = createObservers<ReceivedMessage>();
  const facts = { view: 'blank' as 'blank' | 'elsewhere' | 'gone' | 'unreadable', hasFocus: true };
  const undone = vi.fn();
  const window = {
    get closed() {
      if (facts.view === 'unreadable') throw new DOMException('kept apart', 'SecurityError');
      return facts.view === 'gone';
    },
    location: {
      get href() {
        if (facts.view !== 'blank') throw new DOMException('another origin', 'SecurityError');
        return 'about:blank';
      },
      replace: () => undefined,
    },
    focus: () => undefined,
    close: () => undefined,
  };
  const giveUp = new AbortController();
  const environment = {
    hasFocus: () => facts.hasFocus,
    onMessage(listener: (message: ReceivedMessage) => void) {
      const undo = messages.add(listener);
      return () => {
        undone();
        undo();
      };
    },
  };
  const answer = waitForAnswer({ window, origin, state: 'ours', environment, signal: giveUp.signal });
  const outcome = vi.fn();
  answer.then(
    (value) => outcome('code' in value && value.code),
    (error: unknown) => outcome(isDiscovrError(error) ? error.code : String(error)),
  );
  return {
    facts,
    window,
    outcome,
    undone,
    giveUp: () => giveUp.abort(),
    post: (message: Partial<ReceivedMessage>) => messages.notify({ origin, source: window, data: good, ...message }),
  };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('an answer', () => {
  test('is taken from the window that was opened', async () => {
    const { post, outcome, undone } = start();
    post({});
    await pass(0);
    expect(outcome).toHaveBeenCalledExactlyOnceWith('c0de');
    expect(undone).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is taken from a window that closed right after posting it', async () => {
    const { facts, post, outcome } = start();
    facts.view = 'elsewhere';
    await pass(200);
    facts.view = 'gone';
    await pass(900);
    post({ source: null });
    await pass(0);
    expect(outcome).toHaveBeenCalledExactlyOnceWith('c0de');
  });

  test.each<[string, Partial<ReceivedMessage>]>([
    ['from another origin', { origin: 'https://api.discovr.media.example' }],
    ['from a page that has none', { origin: 'null' }],
    ['from another window of the right origin', { source: {} }],
    ['to another sign-in', { data: { ...good, state: 'theirs' } }],
    ['of another type', { data: { ...good, type: 'other' } }],
    ['without a code', { data: { type: good.type, state: good.state } }],
    ['with a code that is no text', { data: { ...good, code: 5 } }],
    ['that is no object', { data: 'discovr:authorization' }],
    ['that is nothing', { data: null }],
    ['with a type every object has', { data: { ...good, type: 'constructor' } }],
    ['in a list', { data: [good] }],
    ['with a huge code', { data: { ...good, code: 'x'.repeat(1_000_000) } }],
    ['with a huge error', { data: { type: good.type, state: good.state, error: 'x'.repeat(1_000_000) } }],
    ['that throws where it is read', { data: Object.defineProperty({ ...good }, 'code', { get: throws }) }],
  ])('is not taken from a message %s', async (_case, message) => {
    const { post, outcome, giveUp } = start();
    post(message);
    await pass(1_000);
    expect(outcome).not.toHaveBeenCalled();
    post({});
    await pass(0);
    expect(outcome).toHaveBeenCalledOnce();
    giveUp();
  });
});

describe('a window that is gone', () => {
  test('was closed by the person, where it had loaded and they are back at the page', async () => {
    const { facts, outcome } = start();
    facts.view = 'elsewhere';
    await pass(400);
    facts.view = 'gone';
    await pass(1_199);
    expect(outcome).not.toHaveBeenCalled();
    await pass(1);
    expect(outcome).toHaveBeenCalledExactlyOnceWith('USER_CANCELLED');
  });

  test.each(['gone', 'unreadable'] as const)(
    'was cut off by a policy, where it reads as %s before its page was seen',
    async (view) => {
      const { facts, outcome } = start();
      await pass(2_000);
      facts.view = view;
      await pass(1_200);
      expect(outcome).toHaveBeenCalledExactlyOnceWith('POPUP_BLOCKED');
    },
  );

  test('was cut off by a policy, where its page is seen for a moment before', async () => {
    const { facts, outcome } = start();
    facts.view = 'elsewhere';
    await pass(200);
    facts.view = 'gone';
    await pass(1_200);
    expect(outcome).toHaveBeenCalledExactlyOnceWith('POPUP_BLOCKED');
  });

  test('was cut off by a later page, where the person is still in it', async () => {
    const { facts, outcome } = start();
    facts.view = 'elsewhere';
    await pass(400);
    facts.view = 'gone';
    facts.hasFocus = false;
    await pass(1_200);
    expect(outcome).toHaveBeenCalledExactlyOnceWith('POPUP_BLOCKED');
  });

  test('was closed by the person, where the focus needs a moment to come back', async () => {
    const { facts, outcome } = start();
    facts.view = 'elsewhere';
    facts.hasFocus = false;
    await pass(400);
    facts.view = 'gone';
    await pass(600);
    facts.hasFocus = true;
    await pass(600);
    expect(outcome).toHaveBeenCalledExactlyOnceWith('USER_CANCELLED');
  });
});

test('ten minutes without an answer are enough', async () => {
  const { outcome, undone } = start();
  await pass(600_000);
  expect(outcome).toHaveBeenCalledExactlyOnceWith('AUTH_FAILED');
  expect(undone).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

test('nothing is heard after it was given up', async () => {
  const { outcome, undone, giveUp, post } = start();
  giveUp();
  post({});
  await pass(0);
  expect(outcome).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^AbortError/));
  expect(undone).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});
