import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isDiscovrError } from '../../shared/errors.js';
import { createObservers } from '../../shared/observers.js';
import { waitForResponse } from './popup.js';
import type { ReceivedMessage } from '../../platform/platform.js';

const origin = 'https://api.discovr.media';
const good = { type: 'discovr:authorization', state: 'ours', code: 'c0de' };

const throws = () => {
  throw new Error('a getter');
};

/** Starts to wait for a popup whose state the test controls. */
function start() {
  const messages = createObservers<ReceivedMessage>();
  const facts = { view: 'blank' as 'blank' | 'elsewhere' | 'gone' | 'unreadable', hasFocus: true };
  const undone = vi.fn();
  const window = {
    get closed() {
      if (facts.view === 'unreadable') throw new DOMException('isolated by a policy', 'SecurityError');
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
  const controller = new AbortController();
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
  const response = waitForResponse({ window, origin, state: 'ours', environment, signal: controller.signal });
  const outcome = vi.fn();
  response.then(
    (value) => outcome('code' in value && value.code),
    (error: unknown) => outcome(isDiscovrError(error) ? error.code : String(error)),
  );
  return {
    facts,
    window,
    outcome,
    undone,
    abort: () => controller.abort(),
    post: (message: Partial<ReceivedMessage>) => messages.notify({ origin, source: window, data: good, ...message }),
  };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a response', () => {
  test('is accepted from the popup', async () => {
    const { post, outcome, undone } = start();
    post({});
    await pass(0);
    expect(outcome).toHaveBeenCalledExactlyOnceWith('c0de');
    expect(undone).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is accepted from a popup that closes right after posting it', async () => {
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
    ['comes from another origin', { origin: 'https://api.discovr.media.example' }],
    ['comes from an opaque origin', { origin: 'null' }],
    ['comes from another window of the right origin', { source: {} }],
    ['belongs to another sign-in', { data: { ...good, state: 'theirs' } }],
    ['has another type', { data: { ...good, type: 'other' } }],
    ['has no code', { data: { type: good.type, state: good.state } }],
    ['has a code that is not a string', { data: { ...good, code: 5 } }],
    ['is not an object', { data: 'discovr:authorization' }],
    ['is null', { data: null }],
    ['has the name of an inherited property as its type', { data: { ...good, type: 'constructor' } }],
    ['is inside an array', { data: [good] }],
    ['has a huge code', { data: { ...good, code: 'x'.repeat(1_000_000) } }],
    ['has a huge error', { data: { type: good.type, state: good.state, error: 'x'.repeat(1_000_000) } }],
    ['throws when it is read', { data: Object.defineProperty({ ...good }, 'code', { get: throws }) }],
  ])('is ignored when its message %s', async (_case, message) => {
    const { post, outcome, abort } = start();
    post(message);
    await pass(1_000);
    expect(outcome).not.toHaveBeenCalled();
    post({});
    await pass(0);
    expect(outcome).toHaveBeenCalledOnce();
    abort();
  });
});

describe('a popup that cannot be reached', () => {
  test('counts as closed by the user when it had loaded and the page has the focus again', async () => {
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
    'counts as cut off by a policy when it is %s before its page was observed',
    async (view) => {
      const { facts, outcome } = start();
      await pass(2_000);
      facts.view = view;
      await pass(1_200);
      expect(outcome).toHaveBeenCalledExactlyOnceWith('POPUP_BLOCKED');
    },
  );

  test('counts as cut off by a policy when its page was observed only once', async () => {
    const { facts, outcome } = start();
    facts.view = 'elsewhere';
    await pass(200);
    facts.view = 'gone';
    await pass(1_200);
    expect(outcome).toHaveBeenCalledExactlyOnceWith('POPUP_BLOCKED');
  });

  test('counts as cut off by the policy of a later page when the app’s page has no focus', async () => {
    const { facts, outcome } = start();
    facts.view = 'elsewhere';
    await pass(400);
    facts.view = 'gone';
    facts.hasFocus = false;
    await pass(1_200);
    expect(outcome).toHaveBeenCalledExactlyOnceWith('POPUP_BLOCKED');
  });

  test('counts as closed by the user when the focus returns to the page a moment later', async () => {
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

test('waitForResponse rejects with AUTH_FAILED after ten minutes without a response', async () => {
  const { outcome, undone } = start();
  await pass(600_000);
  expect(outcome).toHaveBeenCalledExactlyOnceWith('AUTH_FAILED');
  expect(undone).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

test('waitForResponse rejects with an AbortError when the signal aborts, and ignores later messages', async () => {
  const { outcome, undone, abort, post } = start();
  abort();
  post({});
  await pass(0);
  expect(outcome).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^AbortError/));
  expect(undone).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});
