/** A title broken into lines and the size it is set in. */
export interface TitleLines {
  readonly size: number;
  readonly lines: readonly string[];
}

const sizes = [92, 76, 66, 56, 48, 42, 36, 32];

/** The width of a text in ems, near enough for any common face. */
function emsOf(text: string): number {
  let ems = 0;
  for (const glyph of text) {
    if (/[iljtfI.,:;'!|() ]/.test(glyph)) ems += 0.32;
    else if (/[mwMW@&]/.test(glyph)) ems += 0.88;
    else if (/[A-Z]/.test(glyph)) ems += 0.68;
    else ems += /[\u2e80-\u{1faff}]/u.test(glyph) ? 1 : 0.56;
  }
  return ems;
}

/** Cuts a word that is wider than a whole line. */
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

/** Sets a title as large as a box allows, without breaking words where that can be avoided. */
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
