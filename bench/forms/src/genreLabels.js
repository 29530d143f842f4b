const SHORT_LENGTH = 100;

/** Lists of made-up genres, of any length; the first 100 are the same in each. */
export const genreLabels = {
  /** Beyond the first 100 nothing has the letters that are typed, so that each search shows the same rows. */
  alike: (count) =>
    labels(count, (index) =>
      index < SHORT_LENGTH ? wordOf(index, 'bdfklmnprst', 'aeiou') : wordOf(index, 'vwxz', 'y'),
    ),
  /** Of a longer list more match, and more rows are shown, up to the list's bound. */
  varied: (count) => labels(count, (index) => wordOf(index, 'bdfklmnprst', 'aeiou')),
};

function labels(count, wordAt) {
  return Array.from({ length: count }, (_, index) => `${wordAt(index)} ${index + 1}`);
}

/** A word of three syllables, as by chance but always the same for an index. */
function wordOf(index, consonants, vowels) {
  let seed = index + 1;
  const oneOf = (letters) => {
    seed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return letters[(seed >>> 8) % letters.length];
  };
  const word = Array.from({ length: 3 }, () => oneOf(consonants) + oneOf(vowels)).join('');
  return `${word[0].toUpperCase()}${word.slice(1)}`;
}
