import { afterEach, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { defaultVocabulary } from '../../filters/vocabulary/defaultVocabulary.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { PageFilterForm } from './PageFilterForm.js';

const applyButton = page.getByRole('button', { name: 'Apply filters', exact: true });
const from = page.getByLabelText('From', { exact: true });
const incomplete = page.getByText('Enter a complete date.');

const dateInput = () => from.element() as HTMLInputElement;

async function renderForm() {
  const discovr = createTestDiscovr();
  await render(<PageFilterForm />, { wrapper: discovr.Wrapper });
  return discovr;
}

test('a half-typed date is an error when the field loses focus, and stays in the field', async () => {
  const { control } = await renderForm();
  await from.click({ position: { x: 16, y: 12 } });
  await userEvent.keyboard('12');
  expect(dateInput().validity.badInput).toBe(true);
  await page.getByLabelText('Page name', { exact: true }).click();
  await expect.element(incomplete).toBeVisible();
  await applyButton.click();
  await expect.element(from).toHaveFocus();
  expect(dateInput().validity.badInput).toBe(true);
  expect(control.count('POST /pages')).toBe(0);
});

test('Enter in a half-typed date shows an error instead of creating a page without the date', async () => {
  const { control } = await renderForm();
  await from.click({ position: { x: 16, y: 12 } });
  await userEvent.keyboard('12{Enter}');
  await expect.element(incomplete).toBeVisible();
  expect(control.count('POST /pages')).toBe(0);
});

test('a typed date is applied unchanged', async () => {
  const { control } = await renderForm();
  await from.fill('2020-02-29');
  await applyButton.click();
  await expect.element(page.getByRole('status')).toHaveTextContent('Page created.');
  await expect.element(page.getByText('Movies and series, released since Feb 29, 2020')).toBeVisible();
  expect(control.count('POST /pages')).toBe(1);
});

test('Undo changes empties a half-typed date and removes its error', async () => {
  await renderForm();
  await from.click({ position: { x: 16, y: 12 } });
  await userEvent.keyboard('12');
  await page.getByLabelText('Page name', { exact: true }).click();
  await expect.element(incomplete).toBeVisible();
  await page.getByRole('button', { name: 'Undo changes', exact: true }).click();
  await expect.element(incomplete).not.toBeInTheDocument();
  expect(dateInput().validity.badInput).toBe(false);
});

test('non-numeric text in a number field is an error, not an empty bound', async () => {
  const { control } = await renderForm();
  await page.getByLabelText('At most, minutes', { exact: true }).click();
  await userEvent.keyboard('-{Enter}');
  await expect.element(page.getByText('Enter a whole number of minutes.')).toBeVisible();
  expect(control.count('POST /pages')).toBe(0);
});

test('a list of more than eight options has a button that skips it', async () => {
  await renderForm();
  const skip = page.getByRole('button', { name: /^Skip/ });
  await page.getByRole('button', { name: 'Show all 249', exact: true }).click();
  await expect.element(page.getByRole('button', { name: 'Skip Regions' })).toBeInTheDocument();
  expect(skip.elements()).toHaveLength(1);
  await page.getByRole('searchbox', { name: 'Search regions' }).fill('max');
  await expect.element(skip).not.toBeInTheDocument();
});

test('the form can be filled in and applied with the keyboard alone', async () => {
  const { control } = await renderForm();
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('radio', { name: 'All', exact: true })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{Tab}');
  await expect.element(page.getByRole('radio', { name: 'Movies', exact: true })).toBeChecked();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('searchbox', { name: 'Search regions' })).toHaveFocus();
  page.getByRole('button', { name: 'Show all 18' }).element().focus();
  await userEvent.keyboard('{Tab} ');
  await expect.element(page.getByRole('checkbox', { name: 'Action', exact: true })).toBeChecked();
  await page.getByLabelText('Page name', { exact: true }).click();
  await expect.element(page.getByLabelText('Page name', { exact: true })).toHaveFocus();
  await userEvent.keyboard('By keys{Enter}');
  await expect.element(page.getByRole('status')).toHaveTextContent('Page “By keys” created.');
  expect(control.count('POST /pages')).toBe(1);
});

describe('with the stylesheet', () => {
  loadStyles();
  afterEach(() => page.viewport(414, 896));
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const filled = <PageFilterForm createsPage={false} defaultFilters={{ genres: [35], with_watch_providers: ['8'] }} />;
  const boxOf = (element: Element | null | undefined) => element!.getBoundingClientRect();
  const group = (name: string) => page.getByRole('group', { name, exact: true }).element();

  async function renderAt(width: number) {
    await page.viewport(width, 844);
    const { Wrapper, control } = createTestDiscovr();
    await render(filled, { wrapper: Wrapper });
    return control;
  }

  test.each([390, 1280])('a button with nothing left to change passes its focus to Apply (%i px)', async (width) => {
    await renderAt(width);
    for (const name of ['Undo changes', 'Clear all']) {
      await page.getByRole('checkbox', { name: 'Drama', exact: true }).click();
      await button(name).click();
      await expect.element(applyButton).toHaveFocus();
    }
  });

  test.each([390, 1280])('only buttons that would change something are beside Apply (%i px)', async (width) => {
    await renderAt(width);
    const names = () =>
      [...document.querySelectorAll<HTMLElement>('.discovr-Actions-bar > button')]
        .filter((each) => each.offsetWidth > 0 && getComputedStyle(each).visibility === 'visible')
        .map(({ textContent }) => textContent);
    expect(names()).toEqual(['Clear all (2)', 'Apply filters']);
    await page.getByRole('checkbox', { name: 'Drama', exact: true }).click();
    expect(names()).toEqual(['Clear all (3)', 'Undo changes', 'Apply filters']);
    await button('Clear all').click();
    expect(names()).toEqual(['Undo changes', 'Apply filters']);
  });

  test.each([390, 1280])('a button with nothing left to change stays while it has the focus (%i px)', async (width) => {
    await renderAt(width);
    const drama = page.getByRole('checkbox', { name: 'Drama', exact: true });
    await drama.click();
    const undo = button('Undo changes');
    undo.element().focus();
    drama.element().dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.element(drama).not.toBeChecked();
    await expect.element(undo).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    await expect.element(applyButton).toHaveFocus();
    await expect.element(undo).not.toBeInTheDocument();
  });

  /** Numbers of watch providers in each row. */
  const rowsOfProviders = () => {
    const items = [...group('Watch providers').querySelectorAll('.discovr-OptionItem')];
    const tops = items.filter((item) => item.checkVisibility()).map((item) => boxOf(item).top);
    return [...new Set(tops)].map((top) => tops.filter((other) => other === top).length);
  };

  test('the watch providers are in two columns at 320 px, and in rows without a gap at the end on a wide screen', async () => {
    await renderAt(320);
    expect(rowsOfProviders()).toEqual([2, 2, 2]);
    await page.viewport(768, 844);
    expect(rowsOfProviders()).toEqual([4, 4, 4]);
    await page.viewport(1280, 844);
    expect(rowsOfProviders()).toEqual([6, 6]);
    await button('Show all 18').click();
    await expect.poll(rowsOfProviders).toEqual([6, 6, 6]);
  });

  test.each([
    [8, [4, 4]],
    [10, [5, 5]],
  ])('%i watch providers are in two full rows on a wide screen', async (count, rows) => {
    await page.viewport(1280, 844);
    const providers = Array.from({ length: count }, (_, index) => ({ id: `${index}`, label: `Service ${index}` }));
    const vocabulary = { ...defaultVocabulary(), providers: () => providers };
    await render(<PageFilterForm vocabulary={vocabulary} />, { wrapper: createTestDiscovr().Wrapper });
    expect(rowsOfProviders()).toEqual(rows);
  });

  test('on a phone, the first six of many watch providers are shown, and all that match a search', async () => {
    await page.viewport(390, 844);
    const providers = Array.from({ length: 30 }, (_, index) => ({ id: `${index}`, label: `Service ${index}` }));
    const vocabulary = { ...defaultVocabulary(), providers: () => providers };
    await render(<PageFilterForm vocabulary={vocabulary} />, { wrapper: createTestDiscovr().Wrapper });
    expect(rowsOfProviders()).toEqual([2, 2, 2]);
    await page.getByRole('searchbox', { name: 'Search watch providers' }).fill('service 1');
    await expect.poll(rowsOfProviders).toEqual([2, 2, 2, 2, 2, 1]);
    await expect.element(button('Show all 30')).not.toBeInTheDocument();
  });

  test('on a phone, twelve genres and the chosen ones are shown, until the user opens the list', async () => {
    await page.viewport(390, 844);
    const { Wrapper } = createTestDiscovr();
    await render(<PageFilterForm defaultFilters={{ media_type: 'movie', genres: [37] }} />, { wrapper: Wrapper });
    const genres = page.getByRole('group', { name: 'Genres' });
    const names = () => genres.getByRole('checkbox').elements().length;
    expect(names()).toBe(13);
    const western = genres.getByRole('checkbox', { name: 'Western', exact: true });
    await western.click();
    await expect.element(western).not.toBeChecked();
    // It stays, so that nothing moves under the pointer.
    expect(names()).toBe(13);
    const showAll = genres.getByRole('button', { name: 'Show all 19' });
    await expect.element(showAll).toHaveAttribute('aria-expanded', 'false');
    await showAll.click();
    await expect.poll(names).toBe(19);
    await genres.getByRole('button', { name: 'Show fewer' }).click();
    await expect.poll(names).toBe(12);
    // A form with room shows all of them.
    await page.viewport(1280, 844);
    await expect.poll(names).toBe(19);
    // A button with the focus stays until the focus moves on.
    await expect.element(showAll).toHaveFocus();
    await userEvent.tab();
    await expect.element(showAll).not.toBeInTheDocument();
  });

  test('the types share the width of a phone, and the ring of one stays inside it', async () => {
    await renderAt(390);
    const segments = document.querySelector('.discovr-Segments');
    expect(boxOf(segments).width).toBe(350);
    await page.getByRole('radio', { name: 'All', exact: true }).click();
    await userEvent.keyboard('{ArrowRight}');
    const radio = page.getByRole('radio', { name: 'Movies', exact: true });
    await expect.element(radio).toHaveFocus();
    const { outlineWidth, outlineOffset } = getComputedStyle(radio.element());
    expect(Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset)).toBeLessThanOrEqual(0);
  });

  test('on a phone, the fields of each range are close below its own shortcuts', async () => {
    await renderAt(390);
    for (const name of ['Runtime', 'Release date']) {
      const range = group(name).querySelector('.discovr-Range')!;
      const label = boxOf(range.querySelector('label'));
      expect(label.top - boxOf(range.previousElementSibling).bottom).toBeCloseTo(12, 0);
    }
  });

  test.each([1280, 680, 440, 390, 320])('the shortcuts of each range fill their rows at %i px', async (width) => {
    await renderAt(width);
    for (const name of ['Runtime', 'Release date']) {
      const shortcuts = [...group(name).querySelectorAll('.discovr-Shortcut')].map(boxOf);
      for (const [index, { top, left, width: size }] of shortcuts.slice(1).entries()) {
        const before = shortcuts[index]!;
        const isNext = top === before.top && Math.abs(left - before.right - 8) < 0.5;
        expect(isNext || before.right + 8 + size > boxOf(group(name)).right).toBe(true);
      }
    }
  });

  test('both fields of each range are side by side on a phone', async () => {
    await renderAt(390);
    for (const name of ['Runtime', 'Release date']) {
      const [lower, upper] = [...group(name).querySelectorAll('.discovr-Field')].map(boxOf);
      expect(upper!.top).toBe(lower!.top);
      expect(upper!.left).toBeGreaterThan(lower!.right);
      for (const input of group(name).querySelectorAll('input'))
        expect(input.scrollWidth).toBeLessThanOrEqual(input.clientWidth);
    }
  });

  test('side by side, the fields of both ranges are at one height, also below an error', async () => {
    await renderAt(1280);
    const rangeOf = (name: string) => group(name).querySelector('.discovr-Range');
    const tops = () => ['Runtime', 'Release date'].map((name) => boxOf(rangeOf(name)).top);
    const [runtime, dates] = tops();
    expect(runtime).toBeCloseTo(dates!, 0);
    const [few, many] = ['Runtime', 'Release date'].map(
      (name) => boxOf(group(name).querySelector('.discovr-Shortcuts')).bottom,
    );
    expect(few).toBeCloseTo(many!, 0);
    expect(boxOf(group('Regions')).top - boxOf(rangeOf('Release date')).bottom).toBeCloseTo(28, 0);
    await page.getByLabelText('At most, minutes', { exact: true }).fill('601');
    await page.getByLabelText('Page name', { exact: true }).click();
    const message = page.getByText('Enter 600 minutes or less.');
    await expect.element(message).toBeVisible();
    const [withError, beside] = tops();
    expect(withError).toBeCloseTo(beside!, 0);
    // The error does not take the space between the parts.
    expect(boxOf(group('Regions')).top - boxOf(message.element()).bottom).toBeCloseTo(28, 0);
    expect(boxOf(message.element()).top - boxOf(rangeOf('Runtime')).bottom).toBeCloseTo(8, 0);
  });

  test('content fades out above the buttons, where it is neither focused nor out of reach', async () => {
    await page.viewport(1280, 600);
    await renderForm();
    const bar = document.querySelector('.discovr-Actions')!;
    const { top, width } = boxOf(bar);
    const fade = getComputedStyle(bar, '::before');
    expect([fade.height, fade.width, fade.marginTop]).toEqual(['40px', `${width}px`, '-40px']);
    expect(fade.backgroundImage).toContain(getComputedStyle(bar).backgroundColor);
    expect(bar.contains(document.elementFromPoint(640, top + 2))).toBe(true);
    expect(bar.contains(document.elementFromPoint(640, top - 2))).toBe(false);
    await userEvent.keyboard('{Tab}');
    for (const pill of document.querySelectorAll<HTMLElement>('[data-look="pills"] input')) {
      pill.focus();
      expect(boxOf(pill).bottom).toBeLessThan(top - 31);
    }
  });

  test('Undo changes is beside Apply, and the buttons are one distance apart', async () => {
    await renderAt(1280);
    await page.getByRole('checkbox', { name: 'Drama', exact: true }).click();
    const undo = boxOf(button('Undo changes').element());
    expect(boxOf(applyButton.element()).left - undo.right).toBe(12);
    expect(undo.left - boxOf(button('Clear all').element()).right).toBeGreaterThanOrEqual(12);
  });

  test('while a page is being created, names, options, links and fields are fainter, and Clear all as faint as Undo changes', async () => {
    await page.viewport(1280, 844);
    const { Wrapper, control } = createTestDiscovr();
    await render(<PageFilterForm defaultFilters={{ genres: [35] }} />, { wrapper: Wrapper });
    const opacity = (name: string) => getComputedStyle(button(name).element().firstElementChild!).opacity;
    const texts = () =>
      ['.discovr-FilterGroup-legend', '.discovr-Option:not([data-chosen])', '[data-chosen]', '.discovr-Shortcut'].map(
        (selector) =>
          getComputedStyle(group(selector === '.discovr-Shortcut' ? 'Runtime' : 'Genres').querySelector(selector)!)
            .color,
      );
    await page.getByRole('checkbox', { name: 'Drama', exact: true }).click();
    expect(opacity('Clear all')).toBe('1');
    const [black] = texts();
    const accents = () => [
      getComputedStyle(button('Clear Genres').element()).color,
      getComputedStyle(group('Genres').querySelector('[data-chosen]')!).boxShadow,
      getComputedStyle(dateInput()).borderColor,
    ];
    const [link, outline, border] = accents();
    control.failNext({ kind: 'hang' }, { route: 'POST /pages' });
    await applyButton.click();
    await expect.poll(() => opacity('Clear all')).toBe('0.6');
    expect(getComputedStyle(button('Undo changes').element().lastElementChild!).opacity).toBe('0.6');
    expect(new Set(texts()).size).toBe(1);
    expect(texts()[0]).not.toBe(black);
    expect(accents()[0]).not.toBe(link);
    expect(accents()[1]).not.toBe(outline);
    expect(accents()[2]).not.toBe(border);
  });

  test('what can be chosen has a fill and no edge, and what is chosen has both', async () => {
    await renderAt(1280);
    const look = (selector: string) => {
      const { backgroundColor, boxShadow } = getComputedStyle(document.querySelector(selector)!);
      return [backgroundColor === 'rgba(0, 0, 0, 0)' ? 'no fill' : 'fill', boxShadow === 'none' ? 'no edge' : 'edge'];
    };
    for (const kind of ['[data-look="pills"] .discovr-Option', '[data-look="tiles"] .discovr-Option']) {
      expect(look(`${kind}:not([data-chosen])`)).toEqual(['fill', 'no edge']);
      expect(look(`${kind}[data-chosen]`)).toEqual(['fill', 'edge']);
    }
    for (const kind of ['.discovr-Shortcut', '.discovr-Segments']) expect(look(kind)).toEqual(['fill', 'no edge']);
  });

  test.each([390, 1280])('the types are of equal width, and a choice moves none of them (%i px)', async (width) => {
    await renderAt(width);
    const places = () => [...document.querySelectorAll('.discovr-Segment')].map((each) => boxOf(each).left);
    const before = places();
    expect(before[1]! - before[0]!).toBeCloseTo(before[2]! - before[1]!, 0);
    await page.getByRole('radio', { name: 'Movies', exact: true }).click();
    places().forEach((left, index) => expect(left).toBeCloseTo(before[index]!, 0));
  });

  test.each([320, 390])(
    'a service keeps its size when it is chosen, and is as high as its neighbor (%i px)',
    async (width) => {
      await renderAt(width);
      const tiles = [...group('Watch providers').querySelectorAll('.discovr-Option')];
      const sizes = () => tiles.filter((tile) => tile.checkVisibility()).map((tile) => boxOf(tile).height);
      const before = sizes();
      expect(Math.min(...before)).toBe(48);
      for (let index = 0; index < 6; index += 2) expect(before[index]).toBe(before[index + 1]);
      for (const box of page.getByRole('group', { name: 'Watch providers' }).getByRole('checkbox').all().slice(1, 5)) {
        await box.click();
      }
      expect(sizes()).toEqual(before);
    },
  );

  test.each([
    ['lte', 'At most, minutes'],
    ['gte', 'At least, minutes'],
  ])('the error of a range starts under the field that is wrong (%s)', async (bound, name) => {
    const { Wrapper, control } = createTestDiscovr();
    await page.viewport(390, 844);
    await render(<PageFilterForm defaultFilters={{ with_runtime_gte: 60, with_runtime_lte: 90 }} />, {
      wrapper: Wrapper,
    });
    const issues = [{ path: ['pageFilters', `with_runtime_${bound}`], message: 'Not now.' }];
    control.failNext({ kind: 'status', status: 400, code: 'VALIDATION_FAILED', issues }, { route: 'POST /pages' });
    await applyButton.click();
    const field = page.getByLabelText(name, { exact: true });
    await expect.element(field).toHaveFocus();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Check Runtime, then try again.');
    const message = page.getByText('Not now.').element();
    expect(boxOf(message.querySelector('svg')).left).toBeCloseTo(boxOf(field.element()).left, 0);
    // As far from the next group as any other.
    const between = boxOf(group('Regions')).top - boxOf(group('Release date')).bottom;
    expect(between).toBe(28);
    expect(boxOf(group('Release date')).top - boxOf(message).bottom).toBeCloseTo(between, 0);
  });

  test.each([390, 1280])(
    'an error that is longer than the second field of a range is in one line, from the start of the range (%i px)',
    async (width) => {
      await renderAt(width);
      await page.getByLabelText('At least, minutes', { exact: true }).fill('120');
      await page.getByLabelText('At most, minutes', { exact: true }).fill('90');
      await page.getByLabelText('Page name', { exact: true }).click();
      const message = page.getByText('The minimum can’t be higher than the maximum.');
      await expect.element(message).toBeVisible();
      const { height, left } = boxOf(message.element());
      expect(height).toBeLessThan(20);
      expect(left).toBe(boxOf(group('Runtime')).left);
    },
  );

  test('a range says its value beside its name', async () => {
    await renderAt(390);
    expect(group('Release date')).not.toHaveAccessibleDescription();
    await button('2010s').click();
    await expect.element(page.getByRole('group', { name: 'Release date' })).toHaveAccessibleDescription('2010 – 2019');
    await page.getByLabelText('At most, minutes', { exact: true }).fill('90');
    await expect.element(page.getByText('Up to 90 min').first()).toBeVisible();
    expect(group('Runtime')).toHaveAccessibleDescription('Up to 90 min');
  });

  test('an error that moves the form waits for the press that leaves the field', async () => {
    await renderAt(390);
    await page.getByLabelText('At most, minutes', { exact: true }).fill('601');
    await button('2010s').click();
    await expect.element(page.getByText('Enter 600 minutes or less.')).toBeVisible();
    await expect.element(button('2010s')).toHaveAttribute('aria-pressed', 'true');
  });

  test('an empty date is as light as a placeholder, until it has a value', async () => {
    await renderAt(390);
    // Not compared with a placeholder itself: Chromium 109 does not tell its color.
    const probe = document.createElement('p');
    probe.style.color = 'var(--d-text-3)';
    document.querySelector('.discovr-PageFilterForm')!.append(probe);
    const light = getComputedStyle(probe).color;
    expect(light).not.toBe(getComputedStyle(document.querySelector('.discovr-PageFilterForm')!).color);
    expect(getComputedStyle(dateInput()).color).toBe(light);
    await from.fill('2020-02-29');
    await page.getByLabelText('To', { exact: true }).click();
    expect(getComputedStyle(dateInput()).color).not.toBe(light);
  });
});
