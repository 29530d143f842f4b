import type { ReactElement } from 'react';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { DiscovrError } from '../shared/errors.js';
import { PageAlert } from '../components/DiscovrPage/PageRefresh.js';
import { HeroControls } from '../components/Hero/HeroControls.js';
import { PageFilterDialog } from '../components/PageFilterDialog/PageFilterDialog.js';
import { PageFilterForm } from '../components/PageFilterForm/PageFilterForm.js';
import { ProfilePicker } from '../components/ProfilePicker/ProfilePicker.js';
import { SignIn } from '../components/SignIn/SignIn.js';
import { TitleSheet } from '../components/TitleSheet/TitleSheet.js';
import { ar } from '../locales/ar.js';
import { de } from '../locales/de.js';
import { en } from '../locales/en.js';
import { formatMessage, numberFormatOf } from '../messages/formatMessage.js';
import { inRelease } from '../../test/support/inRelease.js';
import { heroItems } from '../../test/support/pageItems.js';
import { untilUnmoved } from '../../test/support/untilStill.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../testing/createTestDiscovr.js';
import css from './styles.css?inline';

const sheet = document.createElement('style');
sheet.textContent = css;
// A viewport so wide that no button fills its line.
beforeAll(async () => {
  document.head.append(sheet);
  await page.viewport(1200, 900);
});
afterAll(async () => {
  sheet.remove();
  await page.viewport(414, 896);
});

const packs = { en, de, ar };

/** Renders a component in a locale. `named` finds a button by its name. */
async function renderIn(locale: keyof typeof packs, ui: ReactElement, options: TestDiscovrOptions = {}) {
  const messages = packs[locale];
  const discovr = createTestDiscovr({ ...options, provider: { locale, messages } });
  const view = await render(<main dir={locale === 'ar' ? 'rtl' : 'ltr'}>{ui}</main>, { wrapper: discovr.Wrapper });
  const named = (name: string) => view.getByRole('button', { name, exact: true });
  return { ...discovr, ...view, messages, named };
}

/** Returns the exact left edge and width of each element. */
const extents = (elements: Iterable<Element>) =>
  [...elements].map((element) => {
    const { left, width } = element.getBoundingClientRect();
    return [left, width];
  });
const extent = (element: Element) => extents([element]);

// The longest texts, and those from right to left.
describe.each(inRelease<keyof typeof packs>(['en', 'de', 'ar'], ['de', 'ar']))('in the locale %s', (locale) => {
  test('Apply and the buttons next to it do not move while a page is being created or when that fails', async () => {
    const { control, messages, named } = await renderIn(locale, <PageFilterForm defaultFilters={{ genres: [35] }} />, {
      client: { timeoutMs: 1_500 },
    });
    control.failNext({ kind: 'hang' }, { route: 'POST /pages', times: 9 });
    const apply = named(messages.form.apply).element();
    const buttons = () => extents(apply.parentElement!.children);
    const before = buttons();
    await named(messages.form.apply).click();
    await expect.element(named(messages.form.creating)).toBe(apply);
    expect(buttons()).toEqual(before);
    await expect.element(named(messages.form.apply)).toBe(apply);
    expect(buttons()).toEqual(before);
  });

  test('Apply and the buttons next to it do not move when the number of titles or filters changes', async () => {
    const formWith = (titleCount: number | undefined) => (
      <PageFilterForm defaultFilters={{ genres: [35, 18] }}>
        <PageFilterForm.Genres />
        <PageFilterForm.Actions titleCount={titleCount} />
      </PageFilterForm>
    );
    const view = await renderIn(locale, formWith(undefined));
    const { messages, named } = view;
    const apply = named(messages.form.apply).element();
    const buttons = () => extents(apply.parentElement!.querySelectorAll('button'));
    const before = buttons();
    for (const titleCount of [0, 1, 2, 214, 9999]) {
      await view.rerender(<main dir={locale === 'ar' ? 'rtl' : 'ltr'}>{formWith(titleCount)}</main>);
      const text = formatMessage(messages.form.applyTitleCount, { count: titleCount }, locale);
      await expect.element(named(text)).toBe(apply);
      expect(buttons(), text).toEqual(before);
    }
    await named(messages.form.clearAll).click();
    await expect.element(named(messages.form.clearAll)).not.toBeInTheDocument();
    expect(buttons()).toEqual(before);
  });

  test('types and range shortcuts keep their width when one is chosen', async () => {
    const { container, getByRole, messages } = await renderIn(locale, <PageFilterForm />);
    // Bold text can be a few hundredths of a pixel wider or narrower than the room for it.
    const choices = () =>
      extents(container.querySelectorAll('.discovr-Segment, .discovr-Shortcut')).map((sides) => sides.map(Math.round));
    const before = choices();
    await getByRole('radio', { name: messages.mediaTypes.tv }).click();
    for (const shortcut of container.querySelectorAll<HTMLElement>('.discovr-Shortcuts > :first-child'))
      shortcut.click();
    await expect.poll(() => container.querySelectorAll('.discovr-Shortcut[aria-pressed="true"]').length).toBe(2);
    expect(choices()).toEqual(before);
  });

  test('the button that shows or hides a list keeps its width when its label changes', async () => {
    const { messages, named } = await renderIn(locale, <PageFilterForm />);
    const show = named(formatMessage(messages.picker.showAll, { count: 249 }, locale));
    const button = show.element();
    const before = extent(button);
    await show.click();
    await expect.element(named(messages.picker.showFewer)).toBe(button);
    expect(extent(button)).toEqual(before);
  });

  test('the button that opens the filter dialog keeps its width with up to 99 filters, which it counts inside', async () => {
    const view = await renderIn(
      locale,
      <PageFilterDialog formProps={{ filters: { genres: [35] }, onFiltersChange: () => undefined }} />,
    );
    const button = view.getByRole('button').element();
    const before = extent(button);
    for (const genres of [[28], [12, 14, 16, 18, 27, 28, 35, 36, 37, 53, 80, 99]]) {
      await view.rerender(
        <main dir={locale === 'ar' ? 'rtl' : 'ltr'}>
          <PageFilterDialog formProps={{ filters: { genres }, onFiltersChange: () => undefined }} />
        </main>,
      );
      const count = () => button.querySelector('.discovr-OpenButton-count')!;
      await expect.poll(() => count().textContent).toBe(numberFormatOf(locale).format(genres.length));
      expect(extent(button)).toEqual(before);
      const [outer, inner] = [button, count()].map((each) => each.getBoundingClientRect());
      expect(inner!.top).toBeGreaterThan(outer!.top + 8);
      expect(Math.min(inner!.left - outer!.left, outer!.right - inner!.right)).toBeGreaterThan(8);
    }
  });

  test('the buttons that manage, save and delete profiles keep their width when their label changes', async () => {
    const { control, messages, named, getByRole } = await renderIn(locale, <ProfilePicker />, { session: 'signedIn' });
    const words = messages.profiles;
    await expect.element(named(words.manage)).toBeVisible();
    const manage = named(words.manage).element();
    const managing = extent(manage);
    await named(words.manage).click();
    await expect.element(named(words.done)).toBe(manage);
    expect(extent(manage)).toEqual(managing);

    control.failNext({ kind: 'hang' }, { route: 'DELETE /profiles/:id' });
    await named(words.editNamed.replace('{name}', 'Sam')).click();
    await named(words.deleteNamed.replace('{name}', 'Sam')).click();
    await expect.element(named(words.deleteConfirm)).toBeVisible();
    const confirm = named(words.deleteConfirm).element();
    const deleting = extents(confirm.parentElement!.children);
    await named(words.deleteConfirm).click();
    await expect.element(named(words.deleting)).toBe(confirm);
    expect(extents(confirm.parentElement!.children)).toEqual(deleting);
    await getByRole('dialog').getByRole('button', { name: words.cancel }).click();

    control.failNext({ kind: 'hang' }, { route: 'PATCH /profiles/:id' });
    await getByRole('textbox', { name: words.name }).fill('Samira');
    const save = named(words.save).element();
    const saving = extents(save.parentElement!.children);
    await named(words.save).click();
    await expect.element(named(words.saving)).toBe(save);
    expect(extents(save.parentElement!.children)).toEqual(saving);
  });

  test('the sign-in button keeps its width when its label changes', async () => {
    const { browser, messages, named } = await renderIn(locale, <SignIn />, { session: 'signedOut' });
    const words = messages.signIn;
    const label = (text: string) => extent(named(text).element().firstElementChild!);
    const before = label(words.openHere);
    await named(words.openHere).click();
    await expect.element(named(words.showPopup)).toBeVisible();
    expect(label(words.showPopup)).toEqual(before);
    await named(words.cancel).click();
    browser.isBlocking = true;
    await named(words.openHere).click();
    await expect.element(named(words.continueHere)).toBeVisible();
    expect(label(words.continueHere)).toEqual(before);
  });

  test('the button that retries a part of a page keeps its width while loading', async () => {
    const alert = (isTrying: boolean) => (
      <PageAlert
        error={new DiscovrError('NETWORK_ERROR', 'offline')}
        isTrying={isTrying}
        onRetry={() => undefined}
        messages={packs[locale]}
        className={undefined}
      />
    );
    const { messages, named, rerender } = await renderIn(locale, alert(false));
    const button = named(messages.page.retry).element();
    const before = extent(button);
    await rerender(<main dir={locale === 'ar' ? 'rtl' : 'ltr'}>{alert(true)}</main>);
    await expect.element(named(messages.page.loading)).toBe(button);
    expect(extent(button)).toEqual(before);
  });

  test('the toggles of a title keep their width when one is clicked', async () => {
    const { messages, getByRole } = await renderIn(
      locale,
      <TitleSheet mediaId="MV_900000001" onClose={() => undefined} />,
    );
    const like = getByRole('button', { name: messages.titleToggles.liked, exact: true });
    await expect.element(like).toBeEnabled();
    await untilUnmoved();
    const toggles = () => extents(document.querySelectorAll('.discovr-TitleSheet-toggle'));
    const before = toggles();
    await like.click();
    await expect.element(like).toHaveAttribute('aria-pressed', 'true');
    expect(toggles()).toEqual(before);
  });

  test('the buttons of a hero do not move when the slide number gets another digit', async () => {
    const controls = (index: number) => (
      <section className="discovr-Hero">
        <HeroControls
          index={index}
          items={heroItems(10)}
          isPlaying
          onTogglePlaying={() => undefined}
          onGoTo={() => undefined}
          texts={packs[locale].page}
          locale={locale}
          className={undefined}
        />
      </section>
    );
    const { container, rerender } = await renderIn(locale, controls(8));
    const before = extents(container.querySelectorAll('button'));
    await rerender(<main dir={locale === 'ar' ? 'rtl' : 'ltr'}>{controls(9)}</main>);
    expect(extents(container.querySelectorAll('button'))).toEqual(before);
  });
});

test('a button contains only the text of its current label', async () => {
  const { container, named } = await renderIn('en', <PageFilterForm />);
  await expect.element(named('Apply filters')).toBeVisible();
  expect(container.textContent).not.toContain('Applying');
});
