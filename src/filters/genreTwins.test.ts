import { describe, expect, it } from 'vitest';
import { activeFilters, withoutFilter } from './activeFilters.js';
import { describeFilter } from './describeFilter.js';
import { withoutGenre, withoutTwins, withTwins } from './genreTwins.js';
import { genreIds } from './vocabulary/defaultVocabulary.js';

describe('the twins of genres', () => {
  it('are genres that only series have, of genres that films have', () => {
    const twins = withTwins(genreIds.movie.map(String)).filter((id) => !genreIds.movie.includes(Number(id)));
    expect(twins).toEqual(['10759', '10762', '10765', '10768']);
    for (const twin of twins) expect(genreIds.tv).toContain(Number(twin));
  });

  it('are folded only where their genre is chosen', () => {
    expect(withoutTwins(['28', '10759', '10765'])).toEqual(['28', '10765']);
    expect(withoutTwins(withTwins(['878', '10751', '35']))).toEqual(['878', '10751', '35']);
  });

  it('leave with the last of their genres', () => {
    expect(withoutGenre(['12', '28', '10759'], '28')).toEqual(['12', '10759']);
    expect(withoutGenre(['28', '10759', '10765'], '28')).toEqual(['10765']);
    expect(withoutGenre(['35', '10759'], '35')).toEqual(['10759']);
  });

  it('are not named in chips and in the sentence while all types are shown', () => {
    const filters = { genres: [28, 10759] };
    expect(activeFilters(filters).map(({ label }) => label)).toEqual(['Action']);
    expect(describeFilter(filters)).toBe('Action movies and series');
    expect(withoutFilter(filters, { kind: 'genres', id: '28' })).toEqual({});
    const series = describeFilter({ ...filters, media_type: 'tv' });
    expect(series).toBe('Action or Action & Adventure series');
    expect(describeFilter({ genres: [10759] })).toBe('Action & Adventure movies and series');
  });
});
