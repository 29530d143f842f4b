import { avatarMarks } from './avatarMarks.js';
import { palettes } from '../catalog/artPalettes.js';
import { drawingColors } from './drawingColors.js';
import { svgDataUrl } from './svgDataUrl.js';

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
