import { expect, test } from 'vitest';
import { posterOf } from './artwork.js';
import { catalogueTitles } from './catalogue.js';

const WIDTH = 500;
const MARGIN = 36;
const svgOf = (url: string) => decodeURIComponent(url.slice(url.indexOf(',') + 1));
const withoutSpaces = (text: string) => text.replaceAll(/\s/g, '');

// In the face a poster asks for, and in the widest that are common. A machine without them falls back to a narrower one.
test.each(['its own face', 'DejaVu Sans', 'DejaVu Sans Mono', 'DejaVu Serif'])(
  'a poster shows its whole title between its margins when it is set in %s',
  (face) => {
    const place = document.createElement('div');
    document.body.append(place);
    const cut = catalogueTitles().filter((title) => {
      place.innerHTML = svgOf(posterOf(title));
      const words = place.querySelector('text')!;
      if (face !== 'its own face') words.style.fontFamily = `"${face}"`;
      const { x, y, width } = words.getBBox();
      const isInside = x >= 0 && y >= 0 && x + width <= WIDTH - MARGIN;
      return !isInside || withoutSpaces(words.textContent) !== withoutSpaces(title.title);
    });
    place.remove();
    expect(cut.map(({ title }) => title)).toEqual([]);
  },
);
