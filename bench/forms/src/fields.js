import { defaultVocabulary, releaseDatePresets, runtimePresets } from 'discovr-react/filters';
import { en } from 'discovr-react/locales/en';

/** What every form lets choose, made once and before any measurement. */
const vocabulary = defaultVocabulary();

export const words = en.form;
export const mediaTypes = Object.entries(en.mediaTypes).map(([id, label]) => ({ id, label }));
export const genres = vocabulary.genres(undefined);
export const regions = vocabulary.regions();
export const providers = vocabulary.providers([]);

/** The two ranges: names and labels of the bounds, type of the fields, labels of the presets. */
export const ranges = [
  {
    legend: words.runtime,
    type: 'number',
    min: '0',
    bounds: [
      { name: 'runtimeMin', label: words.runtimeAtLeast },
      { name: 'runtimeMax', label: words.runtimeAtMost },
    ],
    presets: runtimePresets.map(({ id }) => en.presets[id]),
  },
  {
    legend: words.releaseDate,
    type: 'date',
    min: '1870-01-01',
    bounds: [
      { name: 'releaseFrom', label: words.releaseFrom },
      { name: 'releaseTo', label: words.releaseTo },
    ],
    presets: releaseDatePresets().map(({ id, decade }) => en.presets[id].replace('{decade}', String(decade))),
  },
];

export const defaultValues = {
  mediaType: 'all',
  genres: [],
  runtimeMin: '',
  runtimeMax: '',
  releaseFrom: '',
  releaseTo: '',
  regions: [],
  watchProviders: [],
  name: '',
};
