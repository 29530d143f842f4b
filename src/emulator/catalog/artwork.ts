import { fnv1a } from '../random.js';
import type { CatalogTitle } from './catalogTitle.js';
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

/** Colors of a poster: its background, its text, and the background and two accents of its picture. */
export interface Palette {
  readonly ground: string;
  readonly ink: string;
  readonly field: string;
  readonly bold: string;
  readonly soft: string;
}

const colors: readonly (readonly [ground: string, ink: string, field: string, bold: string, soft: string])[] = [
  ['#14203a', '#f3e9d6', '#243a5e', '#e3a857', '#8fa6c4'],
  ['#2b1619', '#f5e5d2', '#5c2629', '#e0633f', '#edb458'],
  ['#10302b', '#eff1e3', '#1d5048', '#e7b75f', '#8dbb9b'],
  ['#efe6d4', '#23262c', '#2f4a5c', '#d2572f', '#dcc9a3'],
  ['#22282e', '#e8edef', '#394853', '#dd9c55', '#86a9b9'],
  ['#2a1b33', '#f4e8ef', '#50345f', '#f0c27b', '#c0769a'],
  ['#e6d3ae', '#2e2519', '#a9572e', '#f1e3c0', '#3f5c53'],
  ['#0d3742', '#eef4eb', '#17596a', '#f4a259', '#63b7ab'],
  ['#17171a', '#f4f0e8', '#b0262e', '#f0e4ce', '#64181e'],
  ['#31351f', '#f4eedb', '#575c33', '#dd7142', '#c6b25a'],
  ['#d3e0e1', '#1c2b36', '#3b6c8c', '#e06b42', '#b7d0d3'],
  ['#f0dcd2', '#35202a', '#8f3b4c', '#f2b8a0', '#45606f'],
];

/** All palettes for posters. */
export const palettes: readonly Palette[] = colors.map(([ground, ink, field, bold, soft]) => ({
  ground,
  ink,
  field,
  bold,
  soft,
}));

/** Draws a picture of the given size as SVG. `vary(n)` returns a pseudorandom integer below n. */
type Composition = (width: number, height: number, palette: Palette, vary: (below: number) => number) => string;

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
const disc = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${Math.round(x)}" cy="${Math.round(y)}" r="${Math.round(radius)}" fill="${fill}"/>`;
const shape = (path: string, fill: string): string => `<path d="${path}" fill="${fill}"/>`;
const numbers = (...values: number[]): string => values.map(Math.round).join(' ');

const moonrise: Composition = (width, height, { ground, bold, soft }, vary) => {
  const radius = Math.min(width, height) * (0.2 + vary(4) * 0.03);
  const hill = (top: number, lift: number, fill: string): string =>
    shape(
      `M0 ${numbers(top)}Q${numbers(width * 0.25, top - lift, width / 2, top)}T${numbers(width, top)}V${height}H0z`,
      fill,
    );
  const lift = (vary(2) === 0 ? 1 : -1) * height * (0.1 + vary(3) * 0.04);
  return (
    disc(width * (0.28 + vary(4) * 0.12), height * (0.3 + vary(3) * 0.07), radius, bold) +
    hill(height * 0.7, lift, soft) +
    hill(height * 0.84, -lift * 0.8, ground)
  );
};

const rings: Composition = (width, height, { field, bold, soft }, vary) => {
  const x = width * (0.2 + vary(4) * 0.2);
  const y = height * (0.3 + vary(3) * 0.25);
  const step = Math.min(width, height) * (0.1 + vary(3) * 0.015);
  const circles = range(6).map((index) => disc(x, y, step * (6 - index), index % 2 === 0 ? bold : field));
  return circles.join('') + disc(x, y, step * 0.75, soft);
};

const stripes: Composition = (width, height, { ground, bold, soft }, vary) => {
  const thickness = Math.min(width, height) * (0.07 + vary(3) * 0.02);
  const bars = range(5).map((index) => {
    const y = height / 2 + (index - 2) * thickness * 1.7;
    const fill = [soft, bold, ground][(index + vary(3)) % 3] ?? bold;
    return `<rect x="${-width}" y="${Math.round(y)}" width="${width * 3}" height="${Math.round(thickness)}" fill="${fill}"/>`;
  });
  const angle = [-38, -24, 24, 38][vary(4)] ?? 24;
  return `<g transform="rotate(${angle} ${numbers(width / 2, height / 2)})">${bars.join('')}</g>`;
};

const skyline: Composition = (width, height, { ground, bold, soft }, vary) => {
  const columns = Math.round(width / (62 + vary(3) * 14));
  const across = width / columns;
  const tops = range(columns).map(() => height * (0.34 + vary(7) * 0.08));
  const lit = vary(3);
  // One outline, because adjacent towers would have visible seams.
  const outline = tops.map((top, index) => `V${numbers(top)}H${numbers((index + 1) * across)}`).join('');
  const litTowers = tops.map((top, index) =>
    index % 3 === lit
      ? shape(`M${numbers(index * across, top)}h${numbers(across)}V${height}h${numbers(-across)}z`, soft)
      : '',
  );
  return (
    disc(width * (0.3 + vary(3) * 0.2), height * 0.34, Math.min(width, height) * 0.22, bold) +
    shape(`M0 ${height}${outline}V${height}z`, ground) +
    litTowers.join('')
  );
};

const arcs: Composition = (width, height, { ground, bold, soft }, vary) => {
  const rows = 3;
  const columns = Math.round((width / height) * rows);
  const side = Math.max(width / columns, height / rows);
  const tiles = range(rows * columns).map((index) => {
    const left = (width - columns * side) / 2 + (index % columns) * side;
    const top = (height - rows * side) / 2 + Math.floor(index / columns) * side;
    const [right, bottom] = [left + side, top + side];
    const quarters = [
      [left, top, right, top, left, bottom],
      [right, top, right, bottom, left, top],
      [right, bottom, left, bottom, right, top],
      [left, bottom, left, top, right, bottom],
    ];
    const [x = 0, y = 0, fromX = 0, fromY = 0, toX = 0, toY = 0] = quarters[vary(4)] ?? [];
    const arc = `A${numbers(side, side)} 0 0 1 ${numbers(toX, toY)}`;
    return { fill: vary(3), path: `M${numbers(x, y)}L${numbers(fromX, fromY)}${arc}z` };
  });
  // One path per color, because adjacent tiles would have visible seams.
  return [bold, soft, ground]
    .map((fill, index) => shape(tiles.map((tile) => (tile.fill === index ? tile.path : '')).join(''), fill))
    .join('');
};

const sunset: Composition = (width, height, { field, bold, ground }, vary) => {
  const x = width * (0.35 + vary(3) * 0.15);
  const horizon = height * (0.6 + vary(3) * 0.05);
  const radius = Math.min(width, height) * (0.28 + vary(3) * 0.03);
  const slits = range(4).map((index) => {
    const y = horizon - radius * 0.62 + index * radius * 0.18;
    return `<rect x="0" y="${Math.round(y)}" width="${width}" height="${Math.round(radius * (0.03 + index * 0.022))}" fill="${field}"/>`;
  });
  const glints = range(4).map((index) => {
    const half = radius * (0.8 - index * 0.18);
    const y = horizon + height * (0.06 + index * 0.065);
    return `<rect x="${Math.round(x - half)}" y="${Math.round(y)}" width="${Math.round(half * 2)}" height="7" fill="${bold}"/>`;
  });
  const sea = shape(`M0 ${numbers(horizon)}H${width}V${height}H0z`, ground);
  return disc(x, horizon - radius * 0.15, radius, bold) + slits.join('') + sea + glints.join('');
};

const beams: Composition = (width, height, { ground, bold, soft }, vary) => {
  const left = vary(2) === 0;
  const x = left ? width * 0.16 : width * 0.84;
  const y = height * (0.2 + vary(3) * 0.12);
  const far = left ? width * 1.1 : -width * 0.1;
  const beam = (from: number, to: number, fill: string): string =>
    shape(`M${numbers(x, y)}L${numbers(far, height * from)} ${numbers(far, height * to)}z`, fill);
  const spread = vary(3) * 0.08;
  return (
    beam(-0.3 - spread, 0.12, soft) +
    beam(0.3, 0.72 + spread, bold) +
    beam(0.95, 1.7, soft) +
    disc(x, y, Math.min(width, height) * 0.13, ground) +
    disc(x, y, Math.min(width, height) * 0.06, bold)
  );
};

const tide: Composition = (width, height, { ground, bold, soft, field }, vary) => {
  const waves = 2 + vary(2);
  const rise = height * (0.05 + vary(3) * 0.015);
  const half = width / waves / 2;
  const layers = range(5).map((index) => {
    const y = height * (0.36 + index * 0.13);
    const start = -half * (index % 2);
    const crests = `Q${numbers(start + half / 2, y - rise * 2, start + half, y)}` + crestsFrom(start + half, y);
    return shape(
      `M${numbers(start, y)}${crests}V${height}H${numbers(start)}z`,
      [soft, bold, field, soft, ground][index] ?? soft,
    );
  });
  function crestsFrom(from: number, y: number): string {
    return range(waves * 2 + 1)
      .map((index) => `T${numbers(from + half * (index + 1), y)}`)
      .join('');
  }
  return disc(width * (0.25 + vary(3) * 0.25), height * 0.2, Math.min(width, height) * 0.09, bold) + layers.join('');
};

/** All compositions for posters and backdrops. */
const compositions: readonly Composition[] = [moonrise, rings, stripes, skyline, arcs, sunset, beams, tide];
