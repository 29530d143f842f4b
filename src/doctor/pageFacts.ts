import {
  answered,
  bodyOf,
  codeOf,
  errorFields,
  failed,
  fieldsOf,
  has,
  isFullUrl,
  itemsOf,
  lists,
  mediaId,
  sentBodyOf,
  succeeded,
  type Body,
  type Exchange,
  type Fact,
  type Finding,
  type Seen,
} from './seen.js';

/** Facts about pages, filters and errors, in the order of `docs/contract.md`. */
export const pageFacts: readonly Fact[] = [
  {
    id: 'create-page',
    fact: '`POST /pages` `{ pageFilters?, name? }`',
    value: '`{ id, createdAt, pageFilters? }`; without filters, the default page',
    basis: 'documented',
    where: '`api/pages.ts`',
    notice: 'No page can be created.',
    find: (seen) =>
      seen.all(seen.on('POST /pages').filter(succeeded), (one) =>
        has(bodyOf(one), { id: 'string', createdAt: 'string', pageFilters: 'object?' }),
      ),
  },
  {
    id: 'page',
    fact: '`GET /pages/{id}`',
    value: '`{ id, name?, createdAt, pageFilters?, hero }`; ten hero items',
    basis: 'documented',
    where: '`api/pages.ts`',
    notice: 'Pages show an error, or no hero.',
    find: (seen) =>
      seen.all(
        seen.on('GET /pages/{id}').filter(succeeded),
        (one) =>
          has(bodyOf(one), {
            id: 'string',
            name: 'string?',
            createdAt: 'string',
            pageFilters: 'object?',
            hero: 'array',
          }) && heroOf(one).length <= 10,
      ),
  },
  {
    id: 'media-ids',
    fact: 'media ids',
    value: '`MV_<tmdb>` and `TV_<tmdb>`; images are full URLs despite the `_path` suffix',
    basis: 'documented',
    where: '`api/media.ts`',
    notice: 'Titles are missing from rails, or have no picture.',
    find: (seen) =>
      seen.all(
        [...itemRoutes.flatMap((route) => seen.on(route)), ...seen.on('GET /pages/{id}')].filter(
          (one) => succeeded(one) && titlesOf(one).length > 0,
        ),
        (one) =>
          titlesOf(one).every(
            ({ id, poster_path, backdrop_path }) =>
              mediaId.test(String(id)) && isFullUrl(poster_path) && isFullUrl(backdrop_path),
          ),
      ),
  },
  {
    id: 'equal-filters',
    fact: 'equal filters in one session',
    value:
      'return the same page; in a new session, another one, and the old page 401 `SESSION_EXPIRED` with `pageLevelFilters`',
    basis: 'documented',
    where: 'emulator: `pages.ts`',
    notice: 'A page changes when the app is opened again.',
    find: (seen) => samePage(seen, (one, other) => hasName(one) === hasName(other)),
  },
  {
    id: 'filter-ids',
    fact: 'genres and keywords are TMDB ids, watch providers the same as strings, regions ISO 3166-1 alpha-2 codes',
    basis: 'inferred',
    where: '`filters/filterSpec.ts`',
    notice: 'Filters are refused, or do something else.',
    find: (seen) =>
      seen.all(
        filtered(seen, (filters) => 'genres' in filters),
        succeeded,
      ),
  },
  {
    id: 'matching',
    fact: 'a title must match every field, and one value of a list; bounds are inclusive; swapped bounds return 400',
    basis: 'inferred',
    where: '`filters/filterSpec.ts`, emulator',
    notice: 'Swapped bounds show an empty page instead of an error at the field.',
    find: (seen) =>
      seen.all(
        filtered(seen, ({ with_runtime_gte: low, with_runtime_lte: high }) => Number(low) > Number(high)),
        ({ status }) => status === 400,
      ),
  },
  {
    id: 'page-name',
    fact: "a page's name is not part of its identity",
    basis: 'inferred',
    where: 'emulator: `pages.ts`',
    notice: 'Renaming a page changes its titles.',
    find: (seen) => samePage(seen, (one, other) => hasName(one) !== hasName(other)),
  },
  {
    id: 'whole-hero',
    fact: 'a hero with fewer than ten titles has all titles of its page',
    basis: 'inferred',
    where: '`components/EmptyPage/useSuggestions.ts`',
  },
  {
    id: 'hero-facts',
    fact: 'image paths may be null; hero items may have `overview`, `logo_path`, `release_date`, `runtime`, `genres` and `seasons`',
    basis: 'inferred',
    where: '`api/media.ts`',
    notice: 'The hero shows only titles.',
    find: (seen) =>
      seen.all(
        seen.on('GET /pages/{id}').filter((one) => succeeded(one) && heroOf(one).length > 0),
        (one) => heroOf(one).some(({ overview }) => typeof overview === 'string'),
      ),
  },
  {
    id: 'error-body',
    fact: 'error body `{ code, message }`, also read as `{ error: { code } }`; validation as `issues: [{ path, message }]`',
    basis: 'inferred',
    where: '`api/body.ts`',
    notice: 'Errors are shown with a general text.',
    find: (seen) =>
      seen.all(
        seen.where(failed),
        (one) =>
          codeOf(one) !== '' && (codeOf(one) !== 'VALIDATION_FAILED' || errorFields(one, 'issues').some(Array.isArray)),
      ),
  },
  {
    id: 'statuses',
    fact: 'a 403 without a code is read as `FORBIDDEN`, a 404 as `NOT_FOUND`; a 429 has `Retry-After`; the id of the request is in `x-request-id`',
    basis: 'inferred',
    where: '`api/body.ts`',
    notice: 'Errors have no id that support could look up.',
    find: (seen) =>
      seen.all(
        seen.where(
          (one) =>
            (failed(one) || one.status === 429) &&
            // The server of an app gets no token, and may refuse a request itself.
            one.token !== 'none' &&
            // In a browser, scripts see the other headers only if the API exposes them.
            (one.headers.has('date') || one.headers.has('x-request-id')),
        ),
        ({ status, headers }) => headers.has(status === 429 ? 'retry-after' : 'x-request-id'),
      ),
  },
  {
    id: 'body-limit',
    fact: 'a request body over 1 MB returns 413 `PAYLOAD_TOO_LARGE`',
    basis: 'inferred',
    where: 'emulator: `requestBody.ts`',
  },
];

const filtersOf = (one: Exchange) => fieldsOf(sentBodyOf(one)['pageFilters']);

/** Returns the creations of pages whose filters meet a condition. */
const filtered = (seen: Seen, isMeant: (filters: Body) => boolean) =>
  seen.on('POST /pages').filter((one) => answered(one) && isMeant(filtersOf(one)));

/** Judges whether creations in one session with the same filters return the same page, if they meet a condition. */
function samePage(seen: Seen, isMeant: (one: Exchange, other: Exchange) => boolean): Finding | undefined {
  const created = seen
    .on('POST /pages')
    .filter((one) => succeeded(one) && one.token === 'session' && one.sent !== undefined);
  const key = (one: Exchange) => JSON.stringify([one.bearer, filtersOf(one)]);
  const earlierOf = (one: Exchange) =>
    created.slice(0, created.indexOf(one)).filter((earlier) => key(earlier) === key(one) && isMeant(earlier, one));
  return seen.all(
    created.filter((one) => earlierOf(one).length > 0),
    (one) => earlierOf(one).some((earlier) => bodyOf(earlier)['id'] === bodyOf(one)['id']),
  );
}

const hasName = (one: Exchange) => 'name' in sentBodyOf(one);

const heroOf = (one: Exchange) => {
  const { hero } = bodyOf(one);
  return Array.isArray(hero) ? hero.map(fieldsOf) : [];
};

const itemRoutes = ['GET /pages/{id}/rows/{row}/items', ...lists.map((list) => `GET /profile/${list}`)];

/** Returns the titles of a page's hero or of a list. */
const titlesOf = (one: Exchange) => [
  ...heroOf(one),
  ...itemsOf(one).filter(({ type }) => type === undefined || type === 'media'),
];
