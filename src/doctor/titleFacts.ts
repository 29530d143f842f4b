import {
  answered,
  bodyOf,
  both,
  entries,
  fieldsOf,
  has,
  isFullUrl,
  itemsOf,
  lists,
  succeeded,
  type Exchange,
  type Fact,
  type Seen,
} from './seen.js';

/** Facts about rows, titles and lists, in the order of `docs/contract.md`. */
export const titleFacts: readonly Fact[] = [
  {
    id: 'row-routes',
    fact: '`GET /pages/{id}/rows`, `/rows/{rowId}`, `/rows/{rowId}/items`',
    value: 'rows without their items; one row; items of a row, `limit` 1 to 50, default 10, `nextPageToken` opaque',
    basis: 'documented',
    where: '`rows.ts`, `paging.ts`',
    notice: 'Rails stay empty.',
    find: (seen) =>
      both(
        seen.answers(
          'GET /pages/{id}/rows/{row}/items',
          (body, one) =>
            has(body, { items: 'array', hasMore: 'boolean', nextPageToken: 'string?' }) &&
            itemsOf(one).length <= Number(one.query.get('limit') ?? 10),
        ),
        seen.answers('GET /pages/{id}/rows/{row}', (body) => has(body, { id: 'string', title: 'string' })),
      ),
  },
  {
    id: 'row',
    fact: 'a row',
    value: '`{ id, title, pageId, type, createdAt }`, `type` one of `media`, `top_n`, `navigation`, `provider`',
    basis: 'documented',
    where: '`rows.ts`',
    notice: 'Rails are missing.',
    find: (seen) =>
      entries(
        seen,
        ['GET /pages/{id}/rows'],
        (row) =>
          has(row, { id: 'string', title: 'string', pageId: 'string', createdAt: 'string' }) &&
          /^(?:media|top_n|navigation|provider)$/.test(String(row['type'])),
      ),
  },
  {
    id: 'reason-rows',
    fact: 'a row whose title begins with "Because " says why its titles are recommended',
    basis: 'inferred',
    where: '`components/Rail/Rail.tsx`',
  },
  {
    id: 'rows-envelope',
    fact: 'envelope of rows: `{ rows, hasMore, nextPageToken? }`, also read as `{ items }` and as an array',
    basis: 'inferred',
    where: '`rows.ts`',
    notice: 'Pages have no rails.',
    find: (seen) =>
      seen.answers(
        'GET /pages/{id}/rows',
        (body) => Array.isArray(body['rows']) && has(body, { hasMore: 'boolean', nextPageToken: 'string?' }),
      ),
  },
  {
    id: 'rows-limit',
    fact: '`limit` of rows: 1 to 50, default 5',
    basis: 'inferred',
    where: '`paging.ts`, emulator: `pageRoutes.ts`',
    notice: 'Nothing: the library sends what it needs.',
    find: (seen) =>
      seen.all(
        seen.on('GET /pages/{id}/rows').filter((one) => answered(one) && Number(one.query.get('limit')) > 50),
        ({ status }) => status === 400,
      ),
  },
  {
    id: 'has-more',
    fact: 'if `hasMore` is missing, a `nextPageToken` means that there are more entries',
    basis: 'inferred',
    where: '`paging.ts`',
  },
  {
    id: 'rows-expire',
    fact: 'rows return `SESSION_EXPIRED` like the page',
    value: '_inferred_; documented: items do not',
    basis: 'inferred',
    where: 'emulator: `pageRoutes.ts`',
  },
  {
    id: 'row-items',
    fact: '`NavigationItem` `{ type, id, title, pageId }`, `ProviderItem` `{ type, id, title, logo_path }`',
    basis: 'inferred',
    where: '`rows.ts`',
    notice: 'Rails of destinations and services are missing.',
    find: (seen) =>
      entries(
        seen,
        ['GET /pages/{id}/rows/{row}/items'],
        (item) =>
          has(item, { title: 'string' }) &&
          (item['type'] === 'navigation'
            ? has(item, { id: 'string', pageId: 'string' })
            : item['id'] !== undefined && has(item, { logo_path: 'string?' })),
        (item) => item['type'] === 'navigation' || item['type'] === 'provider',
      ),
  },
  {
    id: 'navigation-images',
    fact: '`NavigationItem` may have `backdrop_path` and `poster_path`, the image of one of its titles',
    value: '_inferred_; the emulator sends none',
    basis: 'inferred',
    where: '`rows.ts`',
    find: (seen) =>
      entries(
        seen,
        ['GET /pages/{id}/rows/{row}/items'],
        ({ backdrop_path, poster_path }) => isFullUrl(backdrop_path) && isFullUrl(poster_path),
        ({ type, backdrop_path, poster_path }) =>
          type === 'navigation' && (backdrop_path ?? poster_path ?? undefined) !== undefined,
      ),
  },
  {
    id: 'navigation-depth',
    fact: 'navigation leads three levels down from the page that was created',
    value: 'the number is documented; where it begins is _inferred_',
    basis: 'inferred',
    where: 'emulator: `rowItems.ts`',
  },
  {
    id: 'media',
    fact: '`GET /media/{mediaId}` `{ id, title, media_type, overview?, runtime?, release_date?, genres?, cast?, seasons?, … }`',
    value: '_inferred_: path, tier, names',
    basis: 'inferred',
    where: '`mediaFacts.ts`',
    notice: 'The title sheet shows no facts.',
    find: (seen) =>
      seen.answers('GET /media/{id}', (body) =>
        has(body, {
          id: 'string',
          title: 'string',
          media_type: 'string',
          overview: 'string?',
          runtime: 'number?',
          release_date: 'string?',
          genres: 'array?',
          cast: 'array?',
          seasons: 'array?',
        }),
      ),
  },
  {
    id: 'media-meta',
    fact: '`GET /profile/media/{mediaId}?providers=true`',
    value: 'the information is documented; path, query, and the fields of `playback` and `providers` are _inferred_',
    basis: 'inferred',
    where: '`mediaFacts.ts`',
    notice: 'Likes and progress are missing in the title sheet.',
    find: (seen) =>
      seen.answers(
        'GET /profile/media/{id}',
        (body, { query }) =>
          has(body, {
            liked: 'boolean',
            disliked: 'boolean',
            super_liked: 'boolean',
            watchlist: 'boolean',
            history: 'boolean',
            playback: 'object?',
          }) &&
          (!body['playback'] || has(fieldsOf(body['playback']), { resumable: 'boolean', progress: 'number' })) &&
          (query.get('providers') !== 'true' || Array.isArray(body['providers'])),
      ),
  },
  {
    id: 'add-to-list',
    fact: '`POST /profile/disliked` `{ mediaId }`',
    value: '`{ message, added?, removed? }`; liked, disliked and super-liked are exclusive',
    basis: 'documented',
    where: '`lists.ts`',
    notice: 'A like is shown, and taken back.',
    find: (seen) =>
      seen.all(
        lists.flatMap((list) => seen.on(`POST /profile/${list}`)).filter(answered),
        (one) => succeeded(one) && has(bodyOf(one), { message: 'string', added: 'string?', removed: 'string?' }),
      ),
  },
  {
    id: 'lists',
    fact: 'the same for `liked`, `super_liked`, `watchlist`; `GET` of each list, most recently added first; `DELETE /{mediaId}` of each list',
    basis: 'inferred',
    where: '`lists.ts`',
    notice: 'Lists show an error, and titles cannot be removed.',
    find: (seen) =>
      both(
        seen.all(
          lists.flatMap((list) => seen.on(`GET /profile/${list}`)).filter(answered),
          (one) => succeeded(one) && Array.isArray(bodyOf(one)['items']),
        ),
        seen.all(removals(seen, 'POST'), succeeded),
      ),
  },
  {
    id: 'remove-twice',
    fact: 'removing a title that is not on the list succeeds, with `removed: null`; adding a title again keeps its place',
    basis: 'inferred',
    where: 'emulator: `listRoutes.ts`',
    notice: 'Removing a title on two devices shows an error on one.',
    find: (seen) => seen.all(removals(seen, 'DELETE'), (one) => succeeded(one) && bodyOf(one)['removed'] === null),
  },
  {
    id: 'method-names',
    fact: 'names of the methods `getLikedItems`, `removeLikedItem`, …, `getHistoryItemsByMediaId`, `removeHistoryItem`',
    basis: 'inferred',
    where: '`client/DiscovrClient.ts`',
  },
];

/** Returns the removals from a list whose title was added to it just before, or removed from it. */
const removals = (seen: Seen, before: 'POST' | 'DELETE'): Exchange[] =>
  lists
    .flatMap((list) => seen.on(`DELETE /profile/${list}/{id}`))
    .filter((one) => {
      const change = seen.changeBefore(one);
      return (
        answered(one) &&
        change?.method === before &&
        succeeded(change) &&
        one.path.startsWith(change.path) &&
        (before === 'DELETE' || change.sent !== undefined)
      );
    });
