import { defaultVocabulary, releaseDateShortcuts, runtimeShortcuts } from 'discovr-react/filters';
import { en } from 'discovr-react/locales/en';

/** The options of all forms, created once before the measurements. */
const vocabulary = defaultVocabulary();

export const words = en.form;
export const mediaTypes = Object.entries(en.mediaTypes).map(([id, label]) => ({ id, label }));
export const genres = vocabulary.genres(undefined);
export const regions = vocabulary.regions();
export const providers = vocabulary.providers([]);

/** The ranges runtime and release date, with their shortcuts. */
export const ranges = [
  {
    legend: words.runtime,
    type: 'number',
    min: '0',
    bounds: [
      { name: 'runtimeMin', label: words.runtimeAtLeast },
      { name: 'runtimeMax', label: words.runtimeAtMost },
    ],
    shortcuts: runtimeShortcuts.map(({ id }) => en.shortcuts[id]),
  },
  {
    legend: words.releaseDate,
    type: 'date',
    min: '1870-01-01',
    bounds: [
      { name: 'releaseFrom', label: words.releaseFrom },
      { name: 'releaseTo', label: words.releaseTo },
    ],
    shortcuts: releaseDateShortcuts().map(({ id, decade }) => en.shortcuts[id].replace('{decade}', String(decade))),
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
