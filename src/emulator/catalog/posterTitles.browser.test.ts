import { expect, test } from 'vitest';
import { posterOf } from './artwork.js';
import { catalogTitles } from './catalog.js';

const WIDTH = 500;
const MARGIN = 36;
const svgOf = (url: string) => decodeURIComponent(url.slice(url.indexOf(',') + 1));
const withoutSpaces = (text: string) => text.replaceAll(/\s/g, '');

// Checks the fonts of the poster and the widest common fonts. A machine without them falls back to a narrower font.
test.each(['its default font', 'DejaVu Sans', 'DejaVu Sans Mono', 'DejaVu Serif'])(
  'a poster shows its full title within its margins in %s',
  (face) => {
    const container = document.createElement('div');
    document.body.append(container);
    const cut = catalogTitles().filter((title) => {
      container.innerHTML = svgOf(posterOf(title));
      const words = container.querySelector('text')!;
      if (face !== 'its default font') words.style.fontFamily = `"${face}"`;
      const { x, y, width } = words.getBBox();
      const isInside = x >= 0 && y >= 0 && x + width <= WIDTH - MARGIN;
      return !isInside || withoutSpaces(words.textContent) !== withoutSpaces(title.title);
    });
    container.remove();
    expect(cut.map(({ title }) => title)).toEqual([]);
  },
);
