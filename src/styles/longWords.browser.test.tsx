import type { ReactElement } from 'react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { textWithoutRoom } from '../../test/support/textWithoutRoom.js';
import { DeviceSignIn } from '../components/DeviceSignIn/DeviceSignIn.js';
import { DiscovrPage } from '../components/DiscovrPage/DiscovrPage.js';
import { EmptyPage } from '../components/EmptyPage/EmptyPage.js';
import { PageFilterDialog } from '../components/PageFilterDialog/PageFilterDialog.js';
import { PageFilterForm } from '../components/PageFilterForm/PageFilterForm.js';
import { ProfilePicker } from '../components/ProfilePicker/ProfilePicker.js';
import { SignIn } from '../components/SignIn/SignIn.js';
import { TitleSheet } from '../components/TitleSheet/TitleSheet.js';
import { en } from '../locales/en.js';
import type { Messages } from '../messages/messages.js';
import { createTestDiscovr, type TestDiscovr, type TestDiscovrOptions } from '../testing/createTestDiscovr.js';
import css from './styles.css?inline';

const sheet = document.createElement('style');
sheet.textContent = `${css} body { margin: 0 }`;
beforeAll(async () => {
  document.head.append(sheet);
  await page.viewport(320, 640);
});
afterAll(async () => {
  sheet.remove();
  await page.viewport(414, 896);
});

const LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitänspatent';

/** Returns messages in which each text starts with a word that is longer than a line. */
function withLongWords<Words>(words: Words): Words {
  const longer = (value: unknown): unknown => {
    if (typeof value === 'string') return `${LONG_WORD} ${value}`;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, longer(inner)]));
  };
  // Each text is replaced by another text, so the type is unchanged.
  return longer(words) as Words;
}
const messages: Messages = withLongWords(en);

const filters = { genres: [35, 10759], region: ['BA'], with_watch_providers: ['8'], with_runtime_gte: 90 };
const offline = {
  client: { retries: 0 },
  setUp: ({ control }: TestDiscovr) => control.setOffline(true),
};
const nothing = () => undefined;
const word = new RegExp(LONG_WORD);

interface Case extends TestDiscovrOptions {
  name: string;
  ui: ReactElement;
  setUp?: (discovr: TestDiscovr) => void;
}

const cases: Case[] = [
  { name: 'the filter form', ui: <PageFilterForm defaultFilters={filters} /> },
  { name: 'the button of the filter dialog', ui: <PageFilterDialog formProps={{ defaultFilters: filters }} /> },
  { name: 'the empty page', ui: <EmptyPage filters={filters} onFiltersChange={nothing} /> },
  { name: 'the sign-in', ui: <SignIn />, session: 'signedOut' },
  { name: 'the sign-in by code', ui: <DeviceSignIn address={`${LONG_WORD}.example`} />, session: 'signedOut' },
  { name: 'the profile picker', ui: <ProfilePicker />, session: 'signedIn', profiles: [{ name: LONG_WORD }] },
  { name: 'the profile form', ui: <ProfilePicker />, session: 'signedIn', profiles: [] },
  { name: 'a page that fails to load', ui: <DiscovrPage pageId="page_1" />, ...offline },
  { name: 'a title sheet that fails to load', ui: <TitleSheet mediaId="MV_900000001" onClose={nothing} />, ...offline },
  { name: 'a title sheet', ui: <TitleSheet mediaId="MV_900000001" onClose={nothing} onPlay={nothing} /> },
];

test.each(cases)('$name wraps words that are longer than a line', async ({ name: _name, ui, setUp, ...options }) => {
  const discovr = createTestDiscovr({ ...options, provider: { messages } });
  setUp?.(discovr);
  const { container } = await render(ui, { wrapper: discovr.Wrapper });
  await expect.poll(() => container.textContent).toMatch(word);
  await expect.poll(() => container.querySelector('[data-placeholder], [aria-busy="true"]')).toBeNull();
  expect(textWithoutRoom()).toEqual([]);
});
