import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { colorOf, contrastBetween, paintOf } from '../../../test/support/contrast.js';
import { heroItems } from '../../../test/support/pageItems.js';
import { untilStill } from '../../../test/support/untilStill.js';
import { visibleTexts } from '../../../test/support/visibleTexts.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { Hero } from './Hero.js';

loadStyles();

const drawn = (content: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720">${content}</svg>`)}`;
const stripes = Array.from({ length: 160 }, (_, index) => `<rect x="${index * 8}" width="4" height="720"/>`).join('');
const pictures = {
  white: drawn('<rect width="1280" height="720" fill="#fff"/>'),
  black: drawn('<rect width="1280" height="720"/>'),
  striped: drawn(`<rect width="1280" height="720" fill="#fff"/>${stripes}`),
};

const item = heroItems(1)[0]!;
const actions = ['Watch', 'Add to my list', 'More about this title'];

async function renderHero(backdrop: string, width: number) {
  // 820 is an upright tablet.
  await page.viewport(width, width === 820 ? 1180 : 700);
  const { Wrapper } = createTestDiscovr();
  const items = [0, 1].map((index) => ({
    ...item,
    id: `${index}`,
    title: 'A Title as Long as Titles Can Be',
    overview: 'What happens in this film takes a few lines to tell. '.repeat(4),
    backdrop_path: backdrop,
  }));
  const renderActions = () =>
    actions.map((name) => (
      <button key={name} type="button" className="discovr-Button">
        {name}
      </button>
    ));
  await render(<Hero items={items} autoPlayMs={60_000} renderActions={renderActions} />, { wrapper: Wrapper });
  await untilStill(() => [...document.images].some((image) => !image.complete));
}

/** The lowest contrast of each text and icon, with the pixels painted behind it. */
async function contrasts() {
  const hero = document.querySelector('.discovr-Hero')!;
  const icons = [...hero.querySelectorAll('.discovr-Icon')].map((element) => ({
    text: element.parentElement!.getAttribute('aria-label')!,
    element,
    area: element.getBoundingClientRect(),
  }));
  const seen = [...visibleTexts(hero), ...icons].map((each) => ({ ...each, color: colorOf(each.element) }));
  const hidden = document.createElement('style');
  hidden.textContent = '.discovr-Hero * { color: transparent !important; transition: none !important; }';
  document.head.append(hidden);
  const colorsIn = await paintOf(hero);
  hidden.remove();
  return seen.map(({ text, area, color }) => ({
    text,
    contrast: Math.min(...colorsIn(area).map((behind) => contrastBetween(behind, color))),
  }));
}

test.each(Object.keys(pictures).flatMap((name) => [320, 390, 520, 820, 1200].map((width) => [name, width] as const)))(
  'a hero keeps its texts, buttons and position readable on a %s picture (%i px)',
  async (name, width) => {
    await renderHero(pictures[name as keyof typeof pictures], width);
    const found = await contrasts();
    expect(found.map(({ text }) => text)).toEqual(expect.arrayContaining([...actions, '1 / 2', 'Next title']));
    expect(found.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
    for (const button of document.querySelectorAll('.discovr-Hero-actions:not([inert] *) > button')) {
      await userEvent.hover(button);
      await untilStill(() => button.getAnimations().length > 0);
      const hovered = (await contrasts()).find(({ text }) => text === button.textContent);
      expect(hovered!.contrast).toBeGreaterThan(4.5);
    }
  },
);
