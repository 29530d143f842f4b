import { VIEWPORT, type Tab, type TabBrowser } from './tab.js';
import { webDriver, type WebDriver } from './webDriver.js';

/** WebDriver codes for keys that are not a single character. */
const KEYS = new Map([
  ['Tab', '\uE004'],
  ['Enter', '\uE007'],
  ['Escape', '\uE00C'],
  ['ArrowLeft', '\uE012'],
  ['ArrowUp', '\uE013'],
  ['ArrowRight', '\uE014'],
  ['ArrowDown', '\uE015'],
]);

/** Starts a WebDriver session and drives the tabs of its browser. */
export async function webDriverTabs(server: string, capabilities: object, name: string): Promise<TabBrowser> {
  const started = await webDriver(server)<{ sessionId: string; capabilities: { browserVersion: string } }>(
    'POST',
    '/session',
    { capabilities: { alwaysMatch: capabilities } },
  );
  const send = webDriver(`${server}/session/${started.sessionId}`);
  await send('POST', '/timeouts', { script: 30_000, pageLoad: 30_000 });
  let unused: string | undefined = await send<string>('GET', '/window');
  return {
    name: `${name} ${started.capabilities.browserVersion}`,
    newTab: async () => {
      // Opens a window, because WebKitGTK cannot open tabs, and tabs of one window would hide each other.
      const handle: string =
        unused ?? (await send<{ handle: string }>('POST', '/window/new', { type: 'window' })).handle;
      unused = undefined;
      return webDriverTab(send, handle);
    },
    close: async () => void (await send('DELETE', '')),
  };
}

/** Wraps a window of a WebDriver session as a tab. */
async function webDriverTab(send: WebDriver, handle: string): Promise<Tab> {
  /** Switches to this window, then sends a command. */
  const here: WebDriver = async (method, path, body) => {
    await send('POST', '/window', { handle });
    return send(method, path, body);
  };
  const evaluate: Tab['evaluate'] = (run, ...argument) =>
    here('POST', '/execute/sync', { script: `return (${run.toString()})(arguments[0])`, args: argument });
  const perform = (...actions: object[]) => here('POST', '/actions', { actions });
  const pointerMove = { type: 'pointerMove', duration: 0, origin: 'viewport' };

  // The browser's toolbar takes up part of the window's height.
  await here('POST', '/window/rect', VIEWPORT);
  const bar = VIEWPORT.height - (await evaluate(() => innerHeight));
  await here('POST', '/window/rect', { ...VIEWPORT, height: VIEWPORT.height + bar });

  return {
    goto: async (url) => void (await here('POST', '/url', { url })),
    reload: async () => void (await here('POST', '/refresh')),
    back: async () => void (await here('POST', '/back')),
    show: async () => void (await send('POST', '/window', { handle })),
    close: async () => void (await here('DELETE', '/window')),
    evaluate,
    clickAt: async (x, y) => {
      const actions = [
        { ...pointerMove, x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
    },
    wheel: async (pixels) => {
      const middle = { x: VIEWPORT.width / 2, y: VIEWPORT.height / 2 };
      const actions = [{ type: 'scroll', ...middle, deltaX: 0, deltaY: pixels, duration: 0, origin: 'viewport' }];
      await perform({ type: 'wheel', id: 'wheel', actions });
    },
    press: async (key) => {
      const value = KEYS.get(key) ?? key;
      const actions = [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ];
      await perform({ type: 'key', id: 'keyboard', actions });
    },
  };
}
