import { palettes } from '../catalog/artwork.js';
import { escapeMarkup } from '../http/htmlPage.js';
import { drawingColors, svgDataUrl, type DrawingColors } from './svg.js';

/** Returns the twelve avatars that the user can choose from, each with a different mark and colors. */
export function defaultAvatars(): readonly string[] {
  return avatarMarks.map((mark, index) => {
    const palette = palettes[index % palettes.length]!;
    return svgDataUrl(
      { width: 160, height: 160, viewBox: '0 0 160 160' },
      `<rect width="160" height="160" fill="${palette.field}"/>${mark(drawingColors(palette))}`,
    );
  });
}

/** Eight colors, so that in rows of up to six tiles, no tile has the color of a tile that touches it. */
const COLORS = ['#4f46a5', '#0f6e6e', '#9a3f5b', '#2f6690', '#6b5b17', '#7a3e9d', '#8f4a1e', '#3a6a3a'];

/** Returns the avatar of a profile without an image: its initial on a color that depends on its position. */
export function avatarOf(name: string, position: number): string {
  const color = COLORS[position % COLORS.length];
  const initial = [...name.trim()][0]?.toUpperCase() ?? '';
  return svgDataUrl(
    { width: 160, height: 160, viewBox: '0 0 160 160' },
    `<rect width="160" height="160" fill="${color}"/>` +
      `<text x="80" y="80" dy=".36em" fill="#fff" font-family="system-ui,sans-serif" font-size="80" font-weight="600" ` +
      `text-anchor="middle">${escapeMarkup(initial)}</text>`,
  );
}

/** Draws a mark on an area of 160 by 160. Its essential parts are inside the inscribed circle, for round tiles. */
type AvatarMark = (colors: DrawingColors) => string;

const disc = (x: number, y: number, radius: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;
const shape = (path: string, fill: string) => `<path d="${path}" fill="${fill}"/>`;
const line = (path: string, stroke: string, width: number) =>
  `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"/>`;
const turned = (angles: readonly number[], drawing: (index: number) => string) =>
  angles.map((angle, index) => `<g transform="rotate(${angle} 80 80)">${drawing(index)}</g>`).join('');

const hills: AvatarMark = ({ bold, soft, dark }) =>
  disc(80, 66, 34, bold) +
  shape('M0 96Q40 72 80 96T160 92V160H0z', soft) +
  shape('M0 122Q50 96 98 122T160 118V160H0z', dark);

const pinwheel: AvatarMark = ({ bold, light }) =>
  turned([0, 90, 180, 270], (index) => shape('M80 80V26A54 54 0 0 1 134 80z', index % 2 === 0 ? bold : light));

const peaks: AvatarMark = ({ bold, soft, light }) =>
  shape('M12 128L62 44L112 128z', soft) + shape('M66 128L106 62L146 128z', bold) + shape('M62 44L47 69H77z', light);

const rings: AvatarMark = ({ field, bold, soft, light }) =>
  disc(80, 80, 56, bold) + disc(80, 80, 42, field) + disc(80, 80, 28, soft) + disc(80, 80, 12, light);

const crescent: AvatarMark = ({ field, light, bold }) =>
  disc(74, 80, 50, light) + disc(96, 68, 43, field) + disc(108, 66, 11, bold);

const petals: AvatarMark = ({ bold, soft, dark }) =>
  turned([0, 90, 180, 270, 45, 135, 225, 315], (index) =>
    shape('M80 80C62 58 64 34 80 24C96 34 98 58 80 80z', index < 4 ? soft : bold),
  ) + disc(80, 80, 13, dark);

const stairs: AvatarMark = ({ bold, soft, light }) =>
  shape('M32 128V96H64V128z', soft) + shape('M64 128V66H96V128z', bold) + shape('M96 128V36H128V128z', light);

const diamond: AvatarMark = ({ bold, light, dark }) =>
  shape('M80 20L140 80L80 140L20 80z', bold) +
  shape('M80 20L140 80H20z', light) +
  shape('M80 58L102 80L80 102L58 80z', dark);

const waves: AvatarMark = ({ bold, soft, light }) =>
  [soft, bold, light]
    .map((stroke, index) => line(`M20 ${52 + index * 28}q15-24 30 0t30 0t30 0t30 0`, stroke, 14))
    .join('');

const arch: AvatarMark = ({ bold, soft, light }) =>
  line('M32 122V84a48 48 0 0 1 96 0V122', bold, 18) +
  line('M56 122V84a24 24 0 0 1 48 0V122', soft, 18) +
  disc(80, 92, 11, light);

const dots: AvatarMark = ({ bold, soft, light }) =>
  [bold, soft, bold, soft, light, soft, bold, soft, bold]
    .map((fill, index) => disc(44 + (index % 3) * 36, 44 + Math.floor(index / 3) * 36, 14, fill))
    .join('');

const halves: AvatarMark = ({ bold, light }) =>
  shape('M80 22A46 46 0 0 0 80 114z', bold) + shape('M80 46A46 46 0 0 1 80 138z', light);

/** Marks of the default avatars. */
const avatarMarks: readonly AvatarMark[] = [
  hills,
  pinwheel,
  peaks,
  rings,
  crescent,
  petals,
  stairs,
  diamond,
  waves,
  arch,
  dots,
  halves,
];
