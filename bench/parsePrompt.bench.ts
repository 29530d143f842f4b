import { bench, describe } from 'vitest';
import { de } from '../src/prompts/languages/de.js';
import { en } from '../src/prompts/languages/en.js';
import { parsePrompt } from '../src/prompts/parsePrompt.js';

const options = { languages: [en, de], locale: 'en', today: '2026-11-29' };
const manyOptions = {
  ...options,
  lists: { keywords: Array.from({ length: 10_000 }, (_, id) => ({ id: String(id), label: `keyword ${id}` })) },
};
const wish = 'a funny film under 100 minutes on Netflix';

const texts = {
  genres: 'comedy, ',
  lengths: 'under 90 min ',
  negations: 'no horror ',
  'unknown words': 'xylophone ',
  Japanese: 'ホラー映画',
  marks: 'e\u0301',
};

// Ten times the characters should take about ten times the time, in each kind of text.
for (const [what, text] of Object.entries(texts)) {
  describe(`wish of many ${what}`, () => {
    for (const length of [10_000, 100_000]) {
      const long = text.repeat(length / text.length);
      bench(`${length.toLocaleString('en')} characters`, () => void parsePrompt(long, options));
    }
  });
}

// The number of options should not matter once they are indexed.
describe('usual wish', () => {
  for (const [what, option] of Object.entries({ 'built-in options': options, '10,000 more options': manyOptions }))
    bench(what, () => void parsePrompt(wish, option));
});
