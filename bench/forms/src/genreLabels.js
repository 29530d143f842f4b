const SYLLABLES = ['ba', 'co', 'dra', 'fi', 'ka', 'lo', 'mar', 'ne', 'po', 'ri', 'sol', 'tu', 've', 'win', 'xa', 'zo'];

/** Lists of made-up genres, of any length. */
export const genreLabels = {
  /** Half begin with "Bolero", half with "Kinema": any search shows as many rows in a short list as in a long one. */
  alike: (count) => Array.from({ length: count }, (_, index) => `${index % 2 ? 'Kinema' : 'Bolero'} ${index + 1}`),
  /** Words of three syllables: of a longer list more match, and more rows are shown, up to the list's bound. */
  varied: (count) => Array.from({ length: count }, (_, index) => `${wordOf(index)} ${index + 1}`),
};

function wordOf(index) {
  const mixed = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  return [28, 24, 20].map((shift) => SYLLABLES[(mixed >>> shift) & 15]).join('');
}
