/**
 * Writes filmsTo2010.data.ts, part of the emulator's catalog, from movies.json of vega-datasets. That file has no
 * separate license, so the script takes only facts: title, release date, runtime and genre (`Major Genre` and
 * `Creative Type`).
 */
import { readFileSync, writeFileSync } from 'node:fs';

const source = new URL('../node_modules/vega-datasets/data/movies.json', import.meta.url);
const folder = new URL('../src/emulator/catalog/', import.meta.url);
const firstId = 900000001;
const lastYear = 2010;
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const majorGenres = {
  Action: [28],
  Adventure: [12],
  'Black Comedy': [35],
  Comedy: [35],
  'Concert/Performance': [10402],
  Documentary: [99],
  Drama: [18],
  Horror: [27],
  Musical: [10402],
  'Romantic Comedy': [35, 10749],
  'Thriller/Suspense': [53],
  Western: [37],
};
const creativeGenres = {
  Fantasy: [14],
  'Historical Fiction': [36],
  'Kids Fiction': [10751],
  'Science Fiction': [878],
  'Super Hero': [28, 12],
};
/** Films of these genres do not get the genre History, even if they are set in the past. */
const neverHistory = ['Black Comedy', 'Comedy', 'Horror', 'Romantic Comedy'];

const creativeKeywords = {
  Dramatization: 'based on true story',
  'Historical Fiction': 'period piece',
  'Super Hero': 'superhero',
};

const keywordIds = new Map(
  [...read('keywords.ts').matchAll(/id: (\d+), name: '(.*)'/g)].map(([, id, name]) => [name, Number(id)]),
);
const corrections = new Map(tableOf('filmsTo2010.corrections.txt').map(([found, ...right]) => [found, right]));
const genreNotes = tableOf('filmsTo2010.genres.txt').flatMap(([genres, titles]) =>
  titles.split('; ').map((title) => ({ title, replaces: genres[0] === '=', genres: genres.slice(1).split(',') })),
);

function read(name) {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** Returns the rows of a table. The first line of the file describes the table and is skipped. */
function tableOf(name) {
  const lines = read(name).split('\n').slice(1).filter(Boolean);
  return lines.map((line) => line.split('|'));
}

/** Converts a date to ISO format. The source expands two-digit years to 20xx, so its 2039 means 1939. */
function isoDate(text) {
  const [month, day, year] = text.split(' ');
  const trueYear = Number(year) > lastYear + 1 ? Number(year) - 100 : Number(year);
  return [trueYear, String(months.indexOf(month) + 1).padStart(2, '0'), day].join('-');
}

function genresOf(row, title) {
  const mapped = [majorGenres[row['Major Genre']], creativeGenres[row['Creative Type']] ?? []].flat();
  const notes = genreNotes.filter((note) => note.title === title);
  const replaced = notes.some((note) => note.replaces);
  const noted = notes.filter((note) => note.replaces === replaced).flatMap((note) => note.genres.map(Number));
  const genres = replaced ? noted : [...mapped, ...noted];
  const kept = !replaced && neverHistory.includes(row['Major Genre']) ? genres.filter((id) => id !== 36) : genres;
  return [...new Set(kept)].slice(0, 4);
}

function keywordsOf(row) {
  const name = creativeKeywords[row['Creative Type']];
  return name === undefined ? [] : [keywordIds.get(name)];
}

function filmOf(row) {
  const [title, date, runtime] = corrections.get(String(row.Title)) ?? [];
  const rightTitle = title || String(row.Title);
  return {
    title: rightTitle,
    date: date || isoDate(row['Release Date']),
    runtime: Number(runtime || row['Running Time min']),
    genres: genresOf(row, rightTitle),
    keywords: keywordsOf(row),
  };
}

function isComplete(row) {
  return row.Title !== null && row['Release Date'] && row['Running Time min'] && row['Major Genre'] in majorGenres;
}

const yearAndTitle = (film) => `${film.date.slice(0, 4)} ${film.title.toLowerCase()}`;
const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const byDate = (a, b) => (a.date + a.title < b.date + b.title ? -1 : 1);

const rows = JSON.parse(readFileSync(source, 'utf8')).filter(isComplete);
const plausible = rows.map(filmOf).filter((film) => film.runtime >= 60 && film.runtime <= 300);
const films = [...new Map(plausible.map((film) => [yearAndTitle(film), film])).values()].sort(byDate);

const found = new Set(rows.map((row) => String(row.Title)));
const kept = new Set(films.map((film) => film.title));
const stray = [
  ...[...corrections.keys()].filter((title) => !found.has(title)),
  ...genreNotes.map((note) => note.title).filter((title) => !kept.has(title)),
];
if (stray.length > 0)
  throw new Error(
    `filmsTo2010.*.txt names films that are not in the catalog. Correct or remove them: ${stray.join('; ')}`,
  );

const lines = films.map((film, index) => {
  const lists = `[${film.genres.join(', ')}], [${film.keywords.join(', ')}]`;
  return `  [${firstId + index}, ${quoted(film.title)}, '${film.date}', ${film.runtime}, ${lists}],`;
});
const header = `// Derived from movies.json of vega-datasets (a BSD-3-Clause package, see NOTICE.md), by scripts/buildCatalog.mjs
import type { CatalogRow } from './catalogTitle.js';

/** Feature films released up to ${lastYear}, sorted by release date. */
export const filmsTo${lastYear}: readonly CatalogRow[] = [
`;
writeFileSync(new URL(`filmsTo${lastYear}.data.ts`, folder), `${header}${lines.join('\n')}\n];\n`);
