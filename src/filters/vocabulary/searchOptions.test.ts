import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../test/arbitraries.js';
import { searchOptions, type Option } from './vocabulary.js';

const optionsOf = (...labels: string[]): Option[] => labels.map((label, index) => ({ id: String(index), label }));
const found = (options: readonly Option[], query: string) => searchOptions(options, query).map(({ label }) => label);

const regions = optionsOf('Åland Islands', 'Curaçao', 'Ireland', 'Northern Ireland', 'Österreich', 'São Tomé');

describe('searchOptions', () => {
  it('ignores case and accents in the query and the label', () => {
    expect(found(regions, 'OSTER')).toEqual(['Österreich']);
    expect(found(regions, 'öster')).toEqual(['Österreich']);
    expect(found(regions, 'curacao')).toEqual(['Curaçao']);
    expect(found(regions, 'sao tome')).toEqual(['São Tomé']);
    expect(found(regions, 'írelánd')).toEqual(['Ireland', 'Northern Ireland']);
    // The letter é can be one code point or two.
    expect(found(optionsOf('Pokémon'), 'Poke\u0301mon')).toEqual(['Pokémon']);
  });

  it('finds Turkish names typed with or without the dot on the i', () => {
    const turkish = optionsOf('Irak', 'İran', 'Kıbrıs');
    expect(found(turkish, 'ır')).toEqual(['Irak', 'İran']);
    expect(found(turkish, 'iran')).toEqual(['İran']);
    expect(found(turkish, 'kibris')).toEqual(['Kıbrıs']);
  });

  it('finds Japanese names typed in hiragana or full-width letters', () => {
    const japanese = optionsOf('ドイツ', 'デンマーク', 'SF・ファンタジー');
    expect(found(japanese, 'どいつ')).toEqual(['ドイツ']);
    expect(found(japanese, 'ｓｆ')).toEqual(['SF・ファンタジー']);
  });

  it('returns first the labels that start with the query, then the others that contain it, each in list order', () => {
    const options = optionsOf('War & Politics', 'Action', 'Star Wars', 'Warning', 'Western', 'Postwar');
    expect(found(options, 'war')).toEqual(['War & Politics', 'Warning', 'Star Wars', 'Postwar']);
  });

  it('returns the list itself for an empty query', () => {
    expect(searchOptions(regions, '')).toBe(regions);
    expect(searchOptions(regions, ' \t ')).toBe(regions);
  });

  it('trims the query but keeps the spaces inside', () => {
    expect(found(regions, '  northern ireland ')).toEqual(['Northern Ireland']);
    expect(found(regions, 'northernireland')).toEqual([]);
  });

  it('does not treat the query as a pattern', () => {
    const options = optionsOf('Disney+', 'A.B', 'AxB', '[x]');
    expect(found(options, '+')).toEqual(['Disney+']);
    expect(found(options, 'a.b')).toEqual(['A.B']);
    expect(found(options, '[')).toEqual(['[x]']);
    expect(found(options, '.*')).toEqual([]);
  });

  it('keeps the caches of different lists separate', () => {
    const others = optionsOf('Iran', 'Iraq');
    for (let time = 0; time < 2; time++) {
      expect(found(regions, 'ire')).toEqual(['Ireland', 'Northern Ireland']);
      expect(found(others, 'ira')).toEqual(['Iran', 'Iraq']);
    }
  });

  it('reads the labels of a list once for several queries', () => {
    let reads = 0;
    const option: Option = {
      id: '1',
      get label() {
        reads++;
        return 'Ireland';
      },
    };
    const options = [option];
    for (const query of ['i', 'ir', 'ire', 'x']) searchOptions(options, query);
    expect(reads).toBe(1);
  });

  it('finds every option by its full label, and returns no duplicates', () => {
    fc.assert(
      fc.property(fc.array(anyText), fc.nat(), (labels, at) => {
        fc.pre(labels.length > 0);
        const options = optionsOf(...labels);
        const result = searchOptions(options, labels[at % labels.length]!);
        expect(result).toContain(options[at % labels.length]);
        expect(new Set(result).size).toBe(result.length);
      }),
    );
  });
});

it('a straight apostrophe in the query matches a typographic one', () => {
  expect(searchOptions([{ id: 'CI', label: 'Côte d’Ivoire' }], "cote d'ivoire")).toHaveLength(1);
});

it('a Greek capital sigma in the query matches a final sigma in the label', () => {
  expect(searchOptions([{ id: 'BA', label: 'Βοσνία' }], 'ΒΟΣ')).toHaveLength(1);
});
