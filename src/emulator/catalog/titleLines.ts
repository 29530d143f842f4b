/** Title wrapped into lines. */
export interface TitleLines {
  /** Font size in units of the poster. */
  readonly size: number;
  readonly lines: readonly string[];
}

const sizes = [92, 84, 76, 70, 64, 58, 52, 48, 44, 40, 36, 32];

/**
 * Upper bounds for the widths of bold glyphs in ems, taken from DejaVu Sans, DejaVu Sans Mono, DejaVu Serif and
 * Verdana. The font that the browser uses is unknown, and an SVG image cannot measure its text.
 */
const widths: readonly (readonly [glyphs: RegExp, ems: number])[] = [
  [/[\s!"'()*,\-./:;?IJ[\]`fijlrstz|–’·]/, 0.62],
  [/[\dL$acekovxynà-ïò-öø-ý]/, 0.72],
  [/[EFPSTYZbdghpquß]/, 0.78],
  [/[A-DGKOQRUVXÀ-ÅÈ-ÏÒ-Ý]/, 0.88],
  [/[HN&w#+<=>~×]/, 0.95],
];
const WIDEST_EMS = 1.13;

function emsOf(text: string): number {
  return [...text].reduce((ems, glyph) => ems + (widths.find(([glyphs]) => glyphs.test(glyph))?.[1] ?? WIDEST_EMS), 0);
}

/** Splits a word that is wider than a line. */
function piecesOf(word: string, ems: number): string[] {
  const pieces = [''];
  for (const glyph of word) {
    const last = pieces.length - 1;
    const longer = (pieces[last] ?? '') + glyph;
    if (emsOf(longer) > ems) pieces.push(glyph);
    else pieces[last] = longer;
  }
  return pieces;
}

function wrap(title: string, ems: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/).flatMap((long) => piecesOf(long, ems))) {
    const line = lines.at(-1);
    const longer = `${line ?? ''} ${word}`;
    if (line !== undefined && emsOf(longer) <= ems) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * Wraps a title in the largest font size that fits a box without splitting words. If no size fits, uses the smallest
 * one, splits words that are too long, and truncates the title with an ellipsis.
 */
export function titleLines(title: string, width: number, height: number): TitleLines {
  const words = title.trim().split(/\s+/);
  for (const size of sizes) {
    const ems = width / size;
    const lines = wrap(title.trim(), ems);
    const isWhole = words.every((word) => emsOf(word) <= ems);
    if (isWhole && lines.length * size * 1.08 <= height) return { size, lines };
  }
  const size = sizes.at(-1) ?? 32;
  const most = Math.floor(height / (size * 1.08));
  const lines = wrap(title.trim(), width / size);
  if (lines.length <= most) return { size, lines };
  return { size, lines: [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`] };
}
