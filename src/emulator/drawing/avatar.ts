import { escapeMarkup } from '../http/escapeMarkup.js';
import { hash32 } from '../random.js';
import { svgDataUrl } from './svgDataUrl.js';

const COLORS = ['#4f46a5', '#0f6e6e', '#9a3f5b', '#2f6690', '#6b5b17', '#7a3e9d'];

/** Returns the avatar of a profile without an image: its initial on a color derived from the name. */
export function avatarOf(name: string): string {
  const color = COLORS[(hash32(name) >>> 0) % COLORS.length];
  const initial = [...name.trim()][0]?.toUpperCase() ?? '';
  return svgDataUrl(
    { width: 160, height: 160, viewBox: '0 0 160 160' },
    `<rect width="160" height="160" fill="${color}"/>` +
      `<text x="80" y="80" dy=".36em" fill="#fff" font-family="system-ui,sans-serif" font-size="80" font-weight="600" ` +
      `text-anchor="middle">${escapeMarkup(initial)}</text>`,
  );
}
