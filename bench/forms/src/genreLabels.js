const SHORT_LENGTH = 100;

/** Functions that create lists of invented genres. Each function returns the same first 100 genres for any length. */
export const genreLabels = {
  /** Only the first 100 genres contain the typed letters, so a search finds the same options in lists of any length. */
  alike: (count) =>
    labels(count, (index) =>
      index < SHORT_LENGTH ? wordOf(index, 'bdfklmnprst', 'aeiou') : wordOf(index, 'vwxz', 'y'),
    ),
  /** All genres can contain the typed letters, so a search finds more options in longer lists. */
  varied: (count) => labels(count, (index) => wordOf(index, 'bdfklmnprst', 'aeiou')),
};

function labels(count, wordAt) {
  return Array.from({ length: count }, (_, index) => `${wordAt(index)} ${index + 1}`);
}

/** Returns a pseudorandom word of three syllables. An index always results in the same word. */
function wordOf(index, consonants, vowels) {
  let seed = index + 1;
  const oneOf = (letters) => {
    seed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return letters[(seed >>> 8) % letters.length];
  };
  const word = Array.from({ length: 3 }, () => oneOf(consonants) + oneOf(vowels)).join('');
  return `${word[0].toUpperCase()}${word.slice(1)}`;
}
