import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { contrastBetween, fillOf } from '../../../test/support/contrast.js';
import { inRelease } from '../../../test/support/inRelease.js';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { lowestContrasts } from '../../../test/support/lowestContrasts.js';
import { heroItems } from '../../../test/support/pageItems.js';
import { hardPictureNames, hardPictures } from '../../../test/support/pictures.js';
import { untilStill } from '../../../test/support/untilStill.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { Hero } from './Hero.js';

loadStyles();

const item = heroItems(1)[0]!;
const actions = ['Watch', 'Add to my list', 'More about this title'];

async function renderHero(backdrop: string, width: number) {
  // 820 is a portrait tablet.
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

test.each([320, 1200])('a hero without an image is readable on each hue (%i px)', async (width) => {
  await renderHero('', width);
  const slide = document.querySelector<HTMLElement>('[data-shown]')!;
  slide.querySelector('img')?.remove();
  for (let hue = 0; hue < 12; hue += 1) {
    slide.dataset['hue'] = `${hue}`;
    expect((await contrasts()).filter(({ contrast }) => contrast < 4.5)).toEqual([]);
  }
});

const contrasts = () => lowestContrasts(document.querySelector('.discovr-Hero')!);

test.each(
  inRelease(
    hardPictureNames.flatMap((name) => [320, 390, 520, 820, 1200].map((width) => [name, width] as const)),
    [
      ['white', 320],
      ['white', 820],
      ['black', 1200],
      ['striped', 390],
      ['striped', 520],
    ],
  ),
)('a hero keeps its texts, buttons and position readable on a %s picture (%i px)', async (name, width) => {
  await renderHero(hardPictures[name], width);
  const found = await contrasts();
  expect(found.map(({ text }) => text)).toEqual(
    expect.arrayContaining(width < 640 ? actions : [...actions, '1 / 2', 'Next title']),
  );
  expect(found.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
  for (const button of document.querySelectorAll('.discovr-Hero-actions:not([inert] *) > button')) {
    await userEvent.hover(button);
    await untilStill(() => button.getAnimations().length > 0);
    const hovered = (await contrasts()).find(({ text }) => text === button.textContent);
    expect(hovered!.contrast).toBeGreaterThan(4.5);
  }
});

test.each([
  ['light', 'with an image', item],
  ['dark', 'with an image', item],
  ['dark', 'without an image', { ...item, backdrop_path: null, poster_path: null }],
] as const)(
  'the main button of a hero stands out, and is white without an accent of the app (%s, %s)',
  async (scheme, _image, shown) => {
    await page.viewport(900, 700);
    const { Wrapper } = createTestDiscovr({ provider: { colorScheme: scheme } });
    const play = () => (
      <button type="button" className="discovr-Button" data-variant="main">
        Watch
      </button>
    );
    await render(<Hero items={[shown]} renderActions={play} />, { wrapper: Wrapper });
    const button = page.getByRole('button', { name: 'Watch' }).element() as HTMLElement;
    expect(contrastBetween(await fillOf(button), [38, 38, 43])).toBeGreaterThan(4.5);
    expect(await fillOf(button)).toEqual([255, 255, 255]);
    expect((await contrasts()).find(({ text }) => text === 'Watch')!.contrast).toBeGreaterThan(4.5);
    // The accent of the app is the same on a picture. With a text color of its own, no engine shades it.
    const { style } = document.querySelector<HTMLElement>('.discovr-Hero')!;
    style.setProperty('--discovr-on-accent', '#fff');
    style.setProperty('--discovr-accent', 'rgb(90, 40, 200)');
    await untilStill(() => button.getAnimations().length > 0);
    expect(await fillOf(button)).toEqual([90, 40, 200]);
  },
);
