import { StrictMode } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../test/support/loadStyles.js';
import { focused, grid, keys } from '../../test/support/remoteGrid.js';
import { untilStill } from '../../test/support/untilStill.js';
import { DiscovrGate } from '../components/DiscovrGate/DiscovrGate.js';
import { DiscovrPage } from '../components/DiscovrPage/DiscovrPage.js';
import { NavigationStack } from '../components/NavigationStack/NavigationStack.js';
import { createTestDiscovr } from '../testing/createTestDiscovr.js';
import { RemoteControl } from './RemoteControl.js';

loadStyles();
beforeAll(() => page.viewport(1280, 720));

describe('on a television', () => {
  const app = (hasFirst: boolean) => (
    <RemoteControl>
      {grid}
      {hasFirst && (
        <button type="button" data-remote="first">
          Play
        </button>
      )}
    </RemoteControl>
  );
  /** A Discovr that answers each request with an error. */
  const createFailing = () => {
    const discovr = createTestDiscovr();
    discovr.control.failNext({ kind: 'status', status: 500 }, { times: Infinity });
    return discovr;
  };
  // A page in a frame takes no focus from the page around it. Tests run in a frame.
  beforeEach(() => window.focus());
  afterEach(() => page.viewport(1280, 720));

  test('a screen has its focus when it is mounted, so that the first key moves it', async () => {
    const screen = await render(<RemoteControl>{grid}</RemoteControl>);
    expect(focused()).toBe('A');
    await keys('{ArrowRight}');
    expect(focused()).toBe('B');
    await screen.unmount();
    const { rerender } = await render(<RemoteControl>Loading…</RemoteControl>);
    await rerender(app(false));
    await expect.poll(focused).toBe('A');
    await rerender(app(true));
    await expect.poll(focused).toBe('Play');
  });

  test('a group of radio buttons has its focus on the checked one, so that OK changes nothing', async () => {
    const radio = (name: string) => (
      <label key={name}>
        <input type="radio" name="type" aria-label={name} defaultChecked={name === 'Movies'} />
      </label>
    );
    await render(<RemoteControl>{['All', 'Movies', 'Series'].map((name) => radio(name))}</RemoteControl>);
    expect(focused()).toBe('Movies');
    await keys('{ArrowLeft}');
    expect(focused()).toBe('All');
  });

  test('sign-in and a page that fails to load have their focus when they are mounted', async () => {
    const signedOut = createTestDiscovr({ session: 'signedOut' });
    const screen = await render(
      <RemoteControl>
        <DiscovrGate />
      </RemoteControl>,
      { wrapper: signedOut.Wrapper },
    );
    await expect.poll(() => document.activeElement?.closest('.discovr-SignIn')).toBeTruthy();
    await screen.unmount();
    await render(
      <RemoteControl>
        <DiscovrPage pageId="page" />
      </RemoteControl>,
      { wrapper: createFailing().Wrapper },
    );
    await expect.poll(focused).toBe('Try again');
  });

  test('“Try again” takes the focus over from the tabs before the first key, and passes it on to the page', async () => {
    const stack = (
      <RemoteControl>
        <NavigationStack history="none" />
      </RemoteControl>
    );
    const failing = createFailing();
    const { unmount } = await render(stack, { wrapper: failing.Wrapper });
    expect(focused()).toBe('Home');
    await expect.poll(focused).toBe('Try again');
    failing.control.clearFaults();
    await keys('{Enter}');
    await expect.poll(() => document.activeElement?.closest('.discovr-Hero')).toBeTruthy();
    await unmount();
    await render(stack, { wrapper: createFailing().Wrapper });
    await keys('{ArrowRight}');
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await untilStill();
    expect(focused()).toBe('Movies');
  });

  test('“Try again” takes the focus over in StrictMode, too', async () => {
    const { Wrapper } = createFailing();
    await render(
      <StrictMode>
        <Wrapper>
          <RemoteControl>
            <NavigationStack history="none" />
          </RemoteControl>
        </Wrapper>
      </StrictMode>,
    );
    await expect.poll(focused).toBe('Try again');
  });

  test('a screen has its focus when the app chooses the layout after it is mounted', async () => {
    const { rerender } = await render(<RemoteControl layout="none">{grid}</RemoteControl>);
    await rerender(<RemoteControl layout="television">{grid}</RemoteControl>);
    expect(focused()).toBe('A');
  });

  test('the app and a pointer decide about the focus before the first key', async () => {
    const { rerender, unmount } = await render(app(false));
    page.getByRole('button', { name: 'C' }).element().focus();
    await rerender(app(true));
    await untilStill();
    expect(focused()).toBe('C');
    await unmount();
    const loading = await render(<RemoteControl>Loading…</RemoteControl>);
    await userEvent.click(page.getByText('Loading…'));
    await loading.rerender(<RemoteControl>{grid}</RemoteControl>);
    await untilStill();
    expect(document.body).toHaveFocus();
  });

  test('only there: a phone and `layout="none"` leave the focus alone', async () => {
    const screen = await render(<RemoteControl layout="none">{grid}</RemoteControl>);
    await untilStill();
    expect(document.body).toHaveFocus();
    await screen.unmount();
    await page.viewport(390, 844);
    await render(<RemoteControl>{grid}</RemoteControl>);
    await untilStill();
    expect(document.body).toHaveFocus();
  });
});
