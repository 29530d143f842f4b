import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { emulatorVocabulary } from '../../src/emulator/emulatorVocabulary.js';
import { PageFilterForm } from '../../src/index.js';
import css from '../../src/styles/styles.css?inline';
import cinema from '../../src/themes/cinema.css?inline';
import paper from '../../src/themes/paper.css?inline';
import shadcn from '../../src/themes/shadcn.css?inline';
import { createTestDiscovr } from '../../src/testing/createTestDiscovr.js';
import { parts } from '../conformance/parts.js';
import { type Color, commonest, contrastBetween, paintOf } from '../support/contrast.js';
import { inRelease } from '../support/inRelease.js';
import { untilStill } from '../support/untilStill.js';
import { visibleTexts } from '../support/visibleTexts.js';
import { nameOf } from './ownElements.js';

const sheet = document.createElement('style');
sheet.textContent = css;
const provider = { vocabulary: emulatorVocabulary() };

async function forceColors(theme?: 'light' | 'dark') {
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'forced-colors', value: theme ? 'active' : 'none' },
      { name: 'prefers-color-scheme', value: theme ?? 'light' },
    ],
  });
}

/** Resizes the window. Vitest scales down a frame that is larger than the window, and its texts become faint. */
const resizeWindow = (width: number, height: number) =>
  cdp().send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });

beforeAll(async () => {
  document.head.append(sheet);
  await resizeWindow(1280, 2000);
  await page.viewport(1280, 2000);
});

afterAll(async () => {
  sheet.remove();
  await forceColors();
  await resizeWindow(1280, 720);
  await page.viewport(414, 896);
});

/** The contrast between the most common color of an area and the color that differs most from it. */
function mostContrast(colors: readonly Color[]): number {
  const fill = commonest(colors);
  return Math.max(...colors.map((color) => contrastBetween(color, fill)));
}

/** Returns the texts and icons in the window that differ too little from what is painted behind them. */
async function faintParts() {
  const colorsIn = await paintOf(document.documentElement);
  const texts = visibleTexts(document.body)
    .filter(({ area }) => area.bottom <= innerHeight)
    .filter(({ area }) => mostContrast(colorsIn(area)) < 4.5)
    .map(({ text }) => text);
  const icons = [...document.querySelectorAll('.discovr-Icon')]
    .filter((icon) => icon.getBoundingClientRect().bottom <= innerHeight)
    // Chromium 109 knows the options by these names.
    .filter((icon) => icon.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }))
    .filter((icon) => mostContrast(colorsIn(icon.getBoundingClientRect())) < 3)
    .map(({ parentElement }) => nameOf(parentElement));
  return [...texts, ...icons];
}

/** Together, they contain most of the other parts. */
const composed = ['NavigationStack', 'PageFilterForm', 'ProfilePicker', 'SignIn', 'TitleSheet'];
const sample = parts.filter(({ name }) => composed.includes(name));

describe.each(Object.entries({ cinema, paper, shadcn }))('in the look %s with forced colors', (_, look) => {
  const lookSheet = document.createElement('style');
  lookSheet.textContent = look;
  beforeAll(async () => {
    document.head.append(lookSheet);
    await forceColors('light');
  });
  afterAll(() => lookSheet.remove());

  test.each(inRelease(parts, sample))('$name shows its texts and icons readably', async ({ Part, surround }) => {
    const { Wrapper } = createTestDiscovr({ provider });
    await render(<main>{surround(<Part />)}</main>, { wrapper: Wrapper });
    await untilStill();
    await expect.poll(faintParts).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('with a %s theme of forced colors', (theme) => {
  beforeAll(() => forceColors(theme));

  // The library's own colors follow the theme too, so a color that is not replaced is mostly found with either theme.
  describe.each(theme === 'dark' ? parts : inRelease(parts, sample))('$name', ({ Part, surround }) => {
    test('shows its texts and icons readably', async () => {
      const { Wrapper } = createTestDiscovr({ provider });
      await render(<main>{surround(<Part />)}</main>, { wrapper: Wrapper });
      expect(matchMedia('(forced-colors: active)').matches).toBe(true);
      await untilStill();
      await expect.poll(faintParts).toEqual([]);
    });
  });

  test('the buttons of a form have an edge in place of the fade above them', async () => {
    await render(<PageFilterForm />, { wrapper: createTestDiscovr({ provider }).Wrapper });
    const bar = document.querySelector('.discovr-Actions')!;
    const { borderTopWidth, borderTopColor, color } = getComputedStyle(bar);
    expect([borderTopWidth, borderTopColor]).toEqual(['1px', color]);
    expect(getComputedStyle(bar, '::before').visibility).toBe('hidden');
  });

  describe('an option', () => {
    const filters = { genres: [35], region: ['DE'], with_watch_providers: ['8'] };
    const look = (element: Element) => {
      const { backgroundColor, color } = getComputedStyle(element);
      return { backgroundColor, color };
    };
    const tickOf = (option: Element) => getComputedStyle(option, '::before');

    async function renderForm() {
      const { Wrapper } = createTestDiscovr({ provider });
      await render(<PageFilterForm defaultFilters={filters} />, { wrapper: Wrapper });
      const probe = document.createElement('i');
      probe.style.cssText = 'forced-color-adjust: none; background-color: Highlight; color: HighlightText';
      document.body.append(probe);
      const highlighted = look(probe);
      probe.remove();
      return highlighted;
    }

    test.each(['pills', 'tiles'])('is highlighted when chosen, also under the pointer (%s)', async (kind) => {
      const highlighted = await renderForm();
      const option = await vi.waitFor(() => {
        const found = document.querySelector(`[data-look="${kind}"] .discovr-Option[data-chosen]`);
        expect(found).not.toBeNull();
        return found!;
      });
      expect(look(option)).toEqual(highlighted);
      await userEvent.hover(option);
      await vi.waitFor(() => expect(look(option)).toEqual(highlighted));
      expect(tickOf(option).visibility).toBe('visible');
      expect(tickOf(option).borderBottomColor).toBe(highlighted.color);
    });

    test('has no check mark when it is not chosen', async () => {
      await renderForm();
      const tile = document.querySelector('[data-look="tiles"] .discovr-Option:not([data-chosen])')!;
      const [outer, label] = [tile, tile.querySelector('bdi')!].map((element) => element.getBoundingClientRect());
      const colorsIn = await paintOf(tile);
      const besideLabel = new DOMRect(label!.right, outer!.top + 4, outer!.right - 4 - label!.right, outer!.height - 8);
      expect(mostContrast(colorsIn(besideLabel))).toBe(1);
    });
  });
});
