const SHORT_LENGTH = 100;

/** Creates lists of invented genres of any length. The first 100 are the same in all lists. */
export const genreLabels = {
  /** Only the first 100 contain the typed letters, so that a search finds the same options in lists of any length. */
  alike: (count) =>
    labels(count, (index) =>
      index < SHORT_LENGTH ? wordOf(index, 'bdfklmnprst', 'aeiou') : wordOf(index, 'vwxz', 'y'),
    ),
  /** A search finds more options in longer lists, up to the limit of visible options. */
  varied: (count) => labels(count, (index) => wordOf(index, 'bdfklmnprst', 'aeiou')),
};

function labels(count, wordAt) {
  return Array.from({ length: count }, (_, index) => `${wordAt(index)} ${index + 1}`);
}

/** Returns a pseudorandom word of three syllables, which is always the same for an index. */
function wordOf(index, consonants, vowels) {
  let seed = index + 1;
  const oneOf = (letters) => {
    seed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return letters[(seed >>> 8) % letters.length];
  };
  const word = Array.from({ length: 3 }, () => oneOf(consonants) + oneOf(vowels)).join('');
  return `${word[0].toUpperCase()}${word.slice(1)}`;
}
