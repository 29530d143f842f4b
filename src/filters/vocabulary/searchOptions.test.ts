import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../test/arbitraries.js';
import { searchOptions } from './searchOptions.js';
import type { Option } from './vocabulary.js';

const optionsOf = (...labels: string[]): Option[] => labels.map((label, index) => ({ id: String(index), label }));
const found = (options: readonly Option[], query: string) => searchOptions(options, query).map(({ label }) => label);

const regions = optionsOf('Åland Islands', 'Curaçao', 'Ireland', 'Northern Ireland', 'Österreich', 'São Tomé');

describe('searching a list', () => {
  it('does not mind capital letters or accents, on either side', () => {
    expect(found(regions, 'OSTER')).toEqual(['Österreich']);
    expect(found(regions, 'öster')).toEqual(['Österreich']);
    expect(found(regions, 'curacao')).toEqual(['Curaçao']);
    expect(found(regions, 'sao tome')).toEqual(['São Tomé']);
    expect(found(regions, 'írelánd')).toEqual(['Ireland', 'Northern Ireland']);
    // The same letter, written as one character or as two.
    expect(found(optionsOf('Pokémon'), 'Poke\u0301mon')).toEqual(['Pokémon']);
  });

  it('shows first what begins with the text, then what contains it, each in the order of the list', () => {
    const options = optionsOf('War & Politics', 'Action', 'Star Wars', 'Warning', 'Western', 'Postwar');
    expect(found(options, 'war')).toEqual(['War & Politics', 'Warning', 'Star Wars', 'Postwar']);
  });

  it('shows the whole list, and the same list, while nothing is typed', () => {
    expect(searchOptions(regions, '')).toBe(regions);
    expect(searchOptions(regions, ' \t ')).toBe(regions);
  });

  it('does not mind space around the text, but within it', () => {
    expect(found(regions, '  northern ireland ')).toEqual(['Northern Ireland']);
    expect(found(regions, 'northernireland')).toEqual([]);
  });

  it('takes a text as it is, not as a pattern', () => {
    const options = optionsOf('Disney+', 'A.B', 'AxB', '[x]');
    expect(found(options, '+')).toEqual(['Disney+']);
    expect(found(options, 'a.b')).toEqual(['A.B']);
    expect(found(options, '[')).toEqual(['[x]']);
    expect(found(options, '.*')).toEqual([]);
  });

  it('finds in each list its own options, however often it is asked', () => {
    const others = optionsOf('Iran', 'Iraq');
    for (let time = 0; time < 2; time++) {
      expect(found(regions, 'ire')).toEqual(['Ireland', 'Northern Ireland']);
      expect(found(others, 'ira')).toEqual(['Iran', 'Iraq']);
    }
  });

  it('prepares a list once, so that typing on in a long one stays quick', () => {
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

  it('finds every option by its own name, and shows nothing twice', () => {
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

it('a region is found with the apostrophe of a keyboard', () => {
  expect(searchOptions([{ id: 'CI', label: 'Côte d’Ivoire' }], "cote d'ivoire")).toHaveLength(1);
});

it('capitals of Greek find what ends in them', () => {
  expect(searchOptions([{ id: 'BA', label: 'Βοσνία' }], 'ΒΟΣ')).toHaveLength(1);
});
