import {
  answered,
  bodyOf,
  entries,
  failed,
  has,
  isFullUrl,
  itemsOf,
  lists,
  mediaId,
  sentBodyOf,
  succeeded,
  type Fact,
} from './seen.js';

/** Facts about rows, titles, lists and history, in the order of `docs/contract.md`. */
export const titleFacts: readonly Fact[] = [
  {
    id: 'row-routes',
    fact: '`GET /pages/{id}/rows`, `/rows/{rowId}`, `/rows/{rowId}/items`',
    value: 'rows without their items; one row; items of a row, `limit` 1 to 50, default 10, `nextPageToken` opaque',
    basis: 'documented',
    where: '`rows.ts`, `paging.ts`',
    notice: 'Rails stay empty.',
    find: (seen) =>
      seen.answers(
        'GET /pages/{id}/rows/{row}/items',
        (_body, one) => itemsOf(one).length <= Number(one.query.get('limit') ?? 10),
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
    where: '`paging.ts`, emulator: `rowRoutes.ts`',
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
    where: 'emulator: `rowRoutes.ts`',
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
    find: (seen) => {
      const shown = entries(
        seen,
        ['GET /pages/{id}/rows/{row}/items'],
        ({ backdrop_path, poster_path }) => isFullUrl(backdrop_path) && isFullUrl(poster_path),
        (item) => item['type'] === 'navigation' && (item['backdrop_path'] ?? item['poster_path']) !== undefined,
      );
      return shown;
    },
  },
  {
    id: 'navigation-depth',
    fact: 'navigation leads three levels down from the page that was created',
    value: 'the number is documented; where it begins is _inferred_',
    basis: 'inferred',
    where: 'emulator: `rowRecipes.ts`',
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
            playback: 'object?',
          }) &&
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
      seen.all(
        lists.flatMap((list) => seen.on(`GET /profile/${list}`)).filter(answered),
        (one) => succeeded(one) && Array.isArray(bodyOf(one)['items']),
      ),
  },
  {
    id: 'remove-twice',
    fact: 'removing a title that is not on the list succeeds, with `removed: null`; adding a title again keeps its place',
    basis: 'inferred',
    where: 'emulator: `listRoutes.ts`',
    notice: 'Removing a title on two devices shows an error on one.',
    find: (seen) => {
      const again = lists
        .flatMap((list) => seen.on(`DELETE /profile/${list}/{id}`))
        .filter((one, index, all) => all.slice(0, index).some(({ path }) => path === one.path));
      return seen.all(again.filter(answered), (one) => succeeded(one) && bodyOf(one)['removed'] === null);
    },
  },
  {
    id: 'method-names',
    fact: 'names of the methods `getLikedItems`, `removeLikedItem`, …, `getHistoryItemsByMediaId`, `removeHistoryItem`',
    basis: 'inferred',
    where: '`client/DiscovrClient.ts`',
  },
  {
    id: 'progress',
    fact: 'progress',
    value: 'percent, 0 to 100; completed from 80',
    basis: 'documented',
    where: '`history.ts`',
    notice: 'Progress bars are too short.',
    find: (seen) =>
      entries(seen, historyRoutes, ({ progress }) => typeof progress === 'number' && progress >= 0 && progress <= 100),
  },
  {
    id: 'history',
    fact: '`GET /profile/history`, `GET /profile/history/{mediaId}`',
    value:
      'most recently created first; for one title, most recently changed first; a series needs `season`, `episode` is optional',
    basis: 'documented',
    where: '`history.ts`',
    notice: 'The history shows an error, or is in another order.',
    find: (seen) =>
      seen.answers('GET /profile/history', (body, one) => {
        const times = itemsOf(one).map(({ createdAt }) => timeOf(createdAt));
        return Array.isArray(body['items']) && times.every((time, index) => index === 0 || time <= times[index - 1]!);
      }),
  },
  {
    id: 'history-id',
    fact: "the `id` of an entry is the title's media id",
    basis: 'inferred',
    where: '`history.ts`',
    notice: 'History entries are missing, or cannot be removed.',
    find: (seen) => entries(seen, historyRoutes, ({ id }) => mediaId.test(String(id))),
  },
  {
    id: 'history-times',
    fact: '`createdAt` and `updatedAt` are ISO 8601, also read as Unix seconds; sent with a time zone',
    basis: 'inferred',
    where: '`history.ts`',
    notice: 'The order of the history can be wrong.',
    find: (seen) =>
      entries(seen, historyRoutes, ({ createdAt, updatedAt }) =>
        [createdAt, updatedAt].every((time) => time === undefined || (typeof time === 'string' && isoTime.test(time))),
      ),
  },
  {
    id: 'add-history',
    fact: '`POST /profile/history`',
    value: 'a series needs its season, from 1; an entry without an episode covers the season',
    basis: 'documented',
    where: '`history.ts`',
    notice: 'Titles cannot be marked as watched.',
    find: (seen) => seen.all(seen.on('POST /profile/history').filter(answered), succeeded),
  },
  {
    id: 'progress-default',
    fact: '`progress` defaults to 100; adding an entry again keeps its place, and increases `watched_count` if completed',
    basis: 'inferred',
    where: 'emulator: `history.ts`',
    notice: 'A title marked as watched looks unfinished.',
    find: (seen) => {
      const added = seen
        .on('POST /profile/history')
        .filter((one) => succeeded(one) && sentBodyOf(one)['progress'] === undefined);
      const ids = new Set(added.map(({ sent }) => Object(sent)['mediaId']));
      return entries(
        seen,
        ['GET /profile/history/{id}'],
        ({ progress }) => progress === 100,
        ({ id }) => ids.has(id),
      );
    },
  },
  {
    id: 'patch-history',
    fact: '`PATCH /profile/history/{mediaId}?season&episode`',
    value: 'one entry for each title, season and episode, created if it does not exist',
    basis: 'documented',
    where: '`history.ts`',
    notice: 'The progress of a title is not saved.',
    find: (seen) => seen.all(seen.on('PATCH /profile/history/{id}').filter(answered), succeeded),
  },
  {
    id: 'patch-season',
    fact: '`PATCH` also needs the season of a series; a film has none',
    basis: 'inferred',
    where: '`history.ts`',
  },
  {
    id: 'episode-first',
    fact: 'the entry of an episode takes precedence over that of its season, which applies to episodes that aired before its `updatedAt`',
    value: 'documented; also if the air date is unknown, _inferred_',
    basis: 'documented',
    where: '`facts.ts`',
  },
  {
    id: 'remove-history',
    fact: '`DELETE /profile/history/{mediaId}` removes all entries',
    basis: 'inferred',
    where: '`api/history.ts`, emulator: `historyRoutes.ts`',
    notice: 'A title cannot be removed from the history.',
    find: (seen) => seen.all(seen.on('DELETE /profile/history/{id}').filter(answered), succeeded),
  },
  {
    id: 'playback',
    fact: '`POST` and `PATCH /profile/playback`',
    value: '`{ mediaId, progress?, updatedAt? }`; `PATCH` also `season?`, `episode?`',
    basis: 'documented',
    where: '`playback.ts`',
    notice: '"Continue watching" starts from the beginning.',
    find: (seen) => seen.all(seen.on('POST /profile/playback').filter(answered), succeeded),
  },
  {
    id: 'unknown-playback',
    fact: '`PATCH` of an unknown playback returns 404',
    basis: 'inferred',
    where: 'emulator: `playbackRoutes.ts`',
    notice: 'Nothing.',
    find: (seen) => seen.all(seen.on('PATCH /profile/playback').filter(failed), ({ status }) => status === 404),
  },
  {
    id: 'scrobble',
    fact: '`POST /profile/scrobble/{mediaId}`, `…/skip`',
    value:
      "`{ progress, tv? }`; `{ from, to, duration, tv? }`, in percent and seconds; `…/skip` returns `{ status: 'ok' }`",
    basis: 'documented',
    where: '`playback.ts`',
    notice: 'The progress of a playing title is not saved.',
    find: (seen) => seen.all(seen.on('POST /profile/scrobble/{id}').filter(answered), succeeded),
  },
  {
    id: 'scrobble-result',
    fact: "`POST /profile/scrobble/{mediaId}` also returns `{ status: 'ok' }`, adds a completed title to the history, and replaces a completed episode by the next unwatched one; a skip changes nothing",
    basis: 'inferred',
    where: '`playback.ts`, emulator: `playback.ts`',
    notice: 'Reported progress rejects with `BAD_RESPONSE`.',
    find: (seen) =>
      seen.all(seen.on('POST /profile/scrobble/{id}').filter(succeeded), (one) => bodyOf(one)['status'] === 'ok'),
  },
];

const historyRoutes = ['GET /profile/history', 'GET /profile/history/{id}'];

const isoTime = /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/;

/** Returns a time as a number that can be compared, whatever its format. */
const timeOf = (value: unknown) => (typeof value === 'number' ? value * 1000 : Date.parse(String(value)));
