import { escapeMarkup } from '../http/escapeMarkup.js';
import { svgDataUrl } from './svgDataUrl.js';

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
