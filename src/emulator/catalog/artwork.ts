import { compositions } from './artCompositions.js';
import { palettes } from './artPalettes.js';
import type { Palette } from './artPalettes.js';
import type { CatalogTitle } from './catalogTitle.js';
import { fnv1a } from '../random.js';
import { titleLines } from './titleLines.js';

type Drawn = Pick<CatalogTitle, 'title' | 'releaseDate'>;

interface Art {
  readonly palette: Palette;
  readonly layout: number;
  readonly isSerif: boolean;
  readonly picture: (x: number, y: number, width: number, height: number) => string;
}

/** Returns a Mulberry32 generator of integers below a bound. */
function picker(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function artOf({ title, releaseDate }: Drawn): Art {
  // Derived from the title, so that a title always has the same images.
  const seed = fnv1a(title + releaseDate) >>> 0;
  const pick = picker(seed);
  const [colors, compose] = [palettes[pick(palettes.length)], compositions[pick(compositions.length)]];
  if (!colors || !compose) throw new Error('There are no palettes or compositions to draw with.');
  const palette = pick(2) === 0 ? colors : { ...colors, bold: colors.soft, soft: colors.bold };
  return {
    palette,
    layout: pick(3),
    isSerif: pick(2) === 0,
    picture: (x, y, width, height) =>
      `<svg x="${x}" y="${y}" width="${width}" height="${height}">` +
      `<rect width="${width}" height="${height}" fill="${palette.field}"/>` +
      `${compose(width, height, palette, picker(~seed))}</svg>`,
  };
}

/** Escapes text for XML. Replaces control characters, which XML forbids, and lone surrogates, which break encoding. */
function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function dataUrl(width: number, height: number, content: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
  const encoded = encodeURIComponent(svg)
    .replace(/%(?:2F|3A|3D|2C)/g, decodeURIComponent)
    .replace(/['()]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `data:image/svg+xml,${encoded}`;
}

/** Returns the poster of a title (2:3) as the URL of an SVG image. */
export function posterOf(title: Drawn): string {
  const { palette, layout, isSerif, picture } = artOf(title);
  const margin = 36;
  const { size, lines } = titleLines(title.title, 500 - margin * 2, 184);
  const isTitleFirst = layout === 1;
  const top = isTitleFirst ? 44 + size * 0.78 : 690 - 30 - (lines.length - 1) * size * 1.04;
  const [art, edges] = [
    [picture(0, 0, 500, 478), 'M0 478h500'],
    [picture(0, 236, 500, 444), 'M0 236h500M0 680h500'],
    [picture(margin, margin, 428, 436), 'M36 36h428v436h-428z'],
  ][layout] ?? ['', ''];
  const words = lines
    .map((line, index) => `<tspan x="${margin}" y="${Math.round(top + index * size * 1.04)}">${escaped(line)}</tspan>`)
    .join('');
  const face = isSerif ? `Georgia,'Times New Roman',serif` : `'Helvetica Neue',Helvetica,Arial,sans-serif`;
  return dataUrl(
    500,
    750,
    `<rect width="500" height="750" fill="${palette.ground}"/>${art}` +
      // Covers a hairline that would be visible when the edge of the picture has the background color.
      `<path d="${edges}" fill="none" stroke="${palette.ground}" stroke-width="6"/>` +
      `<g fill="${palette.ink}" font-family="${face}">` +
      `<text font-size="${size}" font-weight="700" letter-spacing="-.5">${words}</text>` +
      `<text x="${margin}" y="722" font-size="20" letter-spacing="3">${escaped(title.releaseDate.slice(0, 4))}</text></g>`,
  );
}

/** Returns the backdrop of a title (16:9, without text) as the URL of an SVG image. */
export function backdropOf(title: Drawn): string {
  return dataUrl(1280, 720, artOf(title).picture(0, 0, 1280, 720));
}
