const SYLLABLES = ['ba', 'co', 'dra', 'fi', 'ka', 'lo', 'mar', 'ne', 'po', 'ri', 'sol', 'tu', 've', 'win', 'xa', 'zo'];

/** Lists of made-up genres, of any length. */
export const genreLabels = {
  /** Every other begins with "Bolero", the rest with "Kinema": any search shows as many rows in a short list as in a long one. */
  alike: (count) => Array.from({ length: count }, (_, index) => `${index % 2 ? 'Kinema' : 'Bolero'} ${index + 1}`),
  /** Words of three syllables: a longer list has more that match, and shows more rows up to its bound. */
  varied: (count) =>
    Array.from({ length: count }, (_, index) => {
      const word = [1, 7, 31].map((step) => SYLLABLES[Math.floor((index * step) / (step === 1 ? 1 : 5)) % 16]).join('');
      return `${word[0].toUpperCase()}${word.slice(1)} ${index + 1}`;
    }),
};
