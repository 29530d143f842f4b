import type { Browser, BrowserContext } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serveEmulator, type ServedEmulator } from '../../src/emulator/serve/serveEmulator.js';
import { click, filterComedies, likeFirstTitle, openDestination, signIn, untilReady } from '../journey/steps.js';
import { playwrightTab } from '../support/browsers/playwrightTab.js';
import { launchChromium } from '../support/chromium/launchChromium.js';
import { bundleScript, bundleStyles, servePage, type ServedPage } from '../support/chromium/servePage.js';
import { dropInStories } from '../support/dropInStories.js';
import { untilStill } from '../support/untilStill.js';
import { recommendedPolicy } from './recommendedPolicy.js';
import { serverMarkup } from './serverMarkup.js';
import { openWatched, type WatchedPage } from './watchedPage.js';

/** Stories whose steps use more of a drop-in than its stories in `dropInStories`. */
const steps: typeof dropInStories = {
  DeviceSignIn: ['SignInByCode', 'Approved'],
  DiscovrPage: ['DiscovrPage', 'Everything', 'RowsFailed', 'ItemsFailed'],
  EmptyPage: ['EmptyPage', 'Searching', 'Offline'],
  PageFilterForm: ['FilterForm', 'KeywordSearch', 'CustomAccent', 'ServerErrorOnField', 'Offline'],
  Hero: ['Hero', 'AutoPlay', 'TitleLogos'],
  MediaCard: ['Card', 'BrokenPoster', 'NoPoster'],
  ProfilePicker: ['Profiles', 'Creating', 'GifSearch', 'Avatars', 'Initials', 'Deleting'],
  RemoteControl: ['Television', 'WholeApp', 'HeroFollowsFocus'],
  SignIn: ['SignInByPopup', 'SignedIn'],
};

let browser: Browser;
let styles: string;
let context: BrowserContext;
const served: ServedPage[] = [];

/** Serves an app with the recommended policy. */
async function serve(script: string, connections: string, body?: string): Promise<string> {
  const headers = { 'content-security-policy': recommendedPolicy(connections) };
  const app = await servePage(script, { headers, styles, ...(body !== undefined && { body }) });
  served.push(app);
  return app.url;
}

beforeAll(async () => {
  [browser, styles] = await Promise.all([launchChromium(), bundleStyles()]);
});
afterAll(() => Promise.all([browser.close(), ...served.map((app) => app.close())]));
const newContext = async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en-US' });
};

describe('with the recommended policy and the embedded Discovr, which needs no connections', () => {
  let watched: WatchedPage;

  beforeAll(async () => {
    await newContext();
    watched = await openWatched(context, await serve(await bundleScript('test/spoken/app.tsx'), "'none'"));
  });
  afterAll(() => context.close());

  /** Shows stories and plays their steps. Returns what the browser blocked. */
  async function blockedIn([file, ...names]: readonly [string, ...string[]]): Promise<string[]> {
    for (const name of names) {
      await watched.page.evaluate(([of, story]) => window.showStory(of, story), [file, name] as const);
      await watched.page.evaluate(untilStill, undefined);
    }
    return watched.faults.splice(0);
  }

  test.each(Object.entries(dropInStories))('the browser blocks nothing in <%s>', async (_, stories) => {
    expect(await blockedIn(stories)).toEqual([]);
  });

  test.each(Object.entries(steps))('the browser blocks nothing during further steps in <%s>', async (_, stories) => {
    expect(await blockedIn(stories)).toEqual([]);
  });
});

describe('with the recommended policy and an API of another origin', () => {
  let emulator: ServedEmulator;
  let watched: WatchedPage;

  beforeEach(async () => {
    await newContext();
    emulator = await serveEmulator({ port: 0 });
    const url = await serve(await bundleScript('test/journey/app.tsx'), `'self' ${emulator.url}`);
    watched = await openWatched(context, `${url}?api=${encodeURIComponent(emulator.url)}`);
  });
  afterEach(() => Promise.all([context.close(), emulator.close()]));

  test('the user signs in by code, filters, opens pages and likes a title', async () => {
    const tab = playwrightTab(watched.page);
    await signIn(tab, emulator.emulator);
    await filterComedies(tab);
    await openDestination(tab);
    await likeFirstTitle(tab, emulator.emulator);
    expect(watched.faults).toEqual([]);
  }, 120_000);

  test('the user signs in by popup', async () => {
    const { page, faults } = watched;
    const opened = page.waitForEvent('popup');
    await page.getByRole('button', { name: 'Sign in on this device' }).click();
    await (await opened).getByRole('button', { name: 'Sign in', exact: true }).click();
    const tab = playwrightTab(page);
    await click(tab, 'button', emulator.emulator.control.profiles()[0]!.name);
    await untilReady(tab);
    expect(faults).toEqual([]);
  });
});

describe('with the recommended policy', () => {
  beforeEach(newContext);
  afterEach(() => context.close());

  test('the browser blocks nothing in the HTML that a server renders', async () => {
    const { page, faults } = await openWatched(context, await serve('', "'self'", serverMarkup()));
    expect(await page.locator('.discovr-Root').count()).toBeGreaterThan(15);
    await page.evaluate(untilStill, undefined);
    expect(faults).toEqual([]);
  });

  test.each([
    ['an inline style', '<p style="color: red">Red</p>', 'style-src-attr forbids inline'],
    ['an inline script', '<script>document.title = "Own"</script>', 'script-src-elem forbids inline'],
    ['an image without encryption', '<img src="http://other.invalid/a.png" alt="">', 'img-src forbids'],
  ])('the browser blocks %s', async (_, body, fault) => {
    const { faults } = await openWatched(context, await serve('', "'self'", body));
    await expect.poll(() => faults.join('\n')).toContain(fault);
  });

  test('the browser blocks markup written as a string', async () => {
    const script = 'document.body.innerHTML = "<b>Bold</b>";';
    const { faults } = await openWatched(context, await serve(script, "'self'"));
    await expect.poll(() => faults.join('\n')).toContain('require-trusted-types-for forbids trusted-types-sink');
  });
});
