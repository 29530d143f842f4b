/** A text as it is compared, with the place of each of its UTF-16 units in the original. */
export interface FoldedText {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Characters that fold to one each: ASCII, most Arabic letters, kana, Han, Hangul. */
const PLAIN =
  '[!-_a-}\\u0627\\u0628\\u062a-\\u063a\\u0641-\\u0648\\u064a\\u3041-\\u3096\\u30a1-\\u30fa\\u30fc\\u4e00-\\u9fff\\uac00-\\ud7a3]+';
const MARK = '[\\p{M}\\uff9e\\uff9f]';
/** Words of plain characters, a character with its marks, or the letters of one Hangul syllable. */
const CLUSTER = new RegExp(`(${PLAIN}(?: ${PLAIN})*)(?!${MARK})|[\\u1100-\\u11ff]{1,3}|[^]${MARK}{0,4}`, 'gu');
/** Marks of Latin, Greek, Cyrillic, Hebrew and Arabic letters. Those of kana and of Indic scripts tell words apart. */
const OPTIONAL_MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640]/g;
const KANA_OR_HANGUL = /[\u3040-\u30ff\uac00-\ud7af]/;
const IGNORED = /^\p{Cf}+$/u;

const spellings: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
};

/** Folded clusters other than ASCII. */
const known = new Map<string, string>();
const MOST_KNOWN = 5_000;

/**
 * Folds a text for comparing: lower case, no accents, ASCII digits, straight apostrophes and hyphens, single spaces. Drops
 * invisible characters, such as isolates. A voiced kana stays different from its unvoiced twin.
 *
 * @param length UTF-16 units to make room for.
 */
export function fold(original: string, length = original.length): FoldedText {
  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  let at = 0;
  let isAfterSpace = false;
  const text = original.replace(CLUSTER, (cluster, plain: string | undefined, index: number) => {
    const folded = plain?.toLowerCase() ?? foldCluster(cluster);
    if (folded === ' ' && isAfterSpace) return '';
    if (folded) isAfterSpace = folded === ' ';
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts[at] = plain ? index + unit : index;
      ends[at] = index + (plain ? unit + 1 : cluster.length);
      at += 1;
    }
    return folded;
  });
  // A ligature is longer when it is folded, and a typed array has a fixed length.
  return at > length ? fold(original, at) : { text, starts, ends };
}

function foldCluster(cluster: string): string {
  let folded = known.get(cluster);
  if (folded === undefined) {
    folded = foldOther(cluster);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(cluster, folded);
  }
  return folded;
}

function foldOther(cluster: string): string {
  if (IGNORED.test(cluster)) return '';
  if (/^\s/.test(cluster)) return ' ';
  let folded = cluster.normalize('NFKC').toLowerCase();
  if (!KANA_OR_HANGUL.test(folded)) folded = folded.normalize('NFKD').replace(OPTIONAL_MARKS, '');
  return folded
    .replace(/[^ -~]/g, (letter) => spellings[letter] ?? letter)
    .replace('1⁄2', '.5')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[‘’ʼ`´′]/g, "'")
    .replace(/[\u2010-\u2015\u2212\u301c~]/g, '-');
}
