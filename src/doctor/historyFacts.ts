import {
  answered,
  bodyOf,
  both,
  entries,
  failed,
  has,
  itemsOf,
  mediaId,
  sentBodyOf,
  succeeded,
  type Body,
  type Exchange,
  type Fact,
  type Seen,
} from './seen.js';

/** Facts about history and playback, in the order of `docs/contract.md`. */
export const historyFacts: readonly Fact[] = [
  {
    id: 'progress',
    fact: 'progress',
    value: 'percent, 0 to 100; completed from 80',
    basis: 'documented',
    where: '`history.ts`',
    notice: 'Progress bars are too short.',
    find: (seen) =>
      entries(
        seen,
        historyRoutes,
        ({ progress, completed }) =>
          typeof progress === 'number' &&
          progress >= 0 &&
          progress <= 100 &&
          // A fraction is below 80 when the title is completed.
          (typeof completed !== 'boolean' || completed === progress >= 80),
      ),
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
      both(
        seen.answers('GET /profile/history', (_body, one) => isHistory(one, 'createdAt')),
        seen.all(seen.on('GET /profile/history/{id}').filter(succeeded), (one) => isHistory(one, 'updatedAt')),
      ),
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
    find: (seen) =>
      seen.all(
        seen.on('GET /profile/history/{id}').filter((one) => addedEntry(seen, one)),
        (one) => addedEntry(seen, one)?.['progress'] === 100,
      ),
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
    find: (seen) =>
      seen.all(
        seen.on('PATCH /profile/playback').filter((one) => failed(one) && answered(one)),
        ({ status }) => status === 404,
      ),
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

/** Whether an answer is a list of entries, the latest first. */
function isHistory(one: Exchange, key: 'createdAt' | 'updatedAt'): boolean {
  const times = itemsOf(one).map((item) => timeOf(item[key]));
  return (
    has(bodyOf(one), { items: 'array', hasMore: 'boolean', nextPageToken: 'string?' }) &&
    times.every((time, index) => index === 0 || time <= times[index - 1]!)
  );
}

/** Returns the entry that was added without a progress just before its title's history was requested. */
function addedEntry(seen: Seen, one: Exchange): Body | undefined {
  const added = seen.changeBefore(one);
  if (!added || !succeeded(added) || added.path !== '/profile/history') return undefined;
  const { mediaId: title, progress, season, episode } = sentBodyOf(added);
  if (title === undefined || progress !== undefined) return undefined;
  return itemsOf(one).find(
    (item) => (item['season'] ?? undefined) === season && (item['episode'] ?? undefined) === episode,
  );
}

const isoTime = /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/;

/** Returns a time as a number that can be compared, whatever its format. */
const timeOf = (value: unknown) => (typeof value === 'number' ? value * 1000 : Date.parse(String(value)));
