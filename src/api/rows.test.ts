import { describe, expect, it } from 'vitest';
import { getRowItemsResponseSchema, getRowsResponseSchema, rowSchema } from './rows.js';

const row = { id: 'row_1', title: 'New', pageId: 'page_1', type: 'media', createdAt: '2026-01-01T00:00:00Z' };
const film = { type: 'media', id: 'MV_550', title: 'Fight Club', media_type: 'movie' };
const romance = { type: 'navigation', id: 'nav_1', title: 'Romance', pageId: 'page_2' };
const netflix = { type: 'provider', id: '8', title: 'Netflix' };

describe('the response with rows', () => {
  it.each([
    ['under "rows"', { rows: [row], hasMore: true, nextPageToken: 'next' }],
    ['under "items"', { items: [row], hasMore: true, nextPageToken: 'next' }],
    ['under "rows" next to other "items"', { rows: [row], items: [], hasMore: true, nextPageToken: 'next' }],
  ])('can have rows %s', (_where, body) => {
    expect(getRowsResponseSchema.parse(body)).toEqual({ rows: [row], hasMore: true, nextPageToken: 'next' });
  });

  it('can be an array, which contains all rows', () => {
    expect(getRowsResponseSchema.parse([row, row])).toEqual({ rows: [row, row], hasMore: false });
  });

  it.each([
    [{ rows: [] }, false],
    [{ rows: [], nextPageToken: 'next' }, true],
    [{ rows: [], hasMore: false, nextPageToken: 'next' }, false],
    [{ rows: [], nextPageToken: '' }, false],
    [{ rows: [], hasMore: true, nextPageToken: '' }, false],
  ])('has more rows when hasMore is true or, if hasMore is missing, when there is a token: %j', (body, hasMore) => {
    expect(getRowsResponseSchema.parse(body).hasMore).toBe(hasMore);
  });

  it('omits rows of unknown types, and keeps unknown fields', () => {
    const rows = [{ ...row, type: 'podcasts' }, null, 7, { ...row, theme: 'dark' }, {}];
    expect(getRowsResponseSchema.parse({ rows, took: 5 })).toMatchObject({
      rows: [{ ...row, theme: 'dark' }],
      took: 5,
    });
  });

  it('is invalid without a list, or when a row of a known type lacks an id', () => {
    for (const body of [{}, null, undefined, 'rows', { rows: {} }, { rows: [{ ...row, id: undefined }] }]) {
      expect(getRowsResponseSchema.safeParse(body).success).toBe(false);
    }
  });
});

it('the response with a single row is invalid when the type of the row is unknown', () => {
  expect(rowSchema.safeParse({ ...row, type: 'podcasts' }).success).toBe(false);
});

describe('the items of a row', () => {
  const read = (items: unknown[]) => getRowItemsResponseSchema.parse({ items, hasMore: false }).items;

  it('are read according to their type', () => {
    expect(read([film, romance, netflix])).toEqual([
      { ...film, poster_path: null, backdrop_path: null },
      romance,
      { ...netflix, logo_path: null },
    ]);
  });

  it('are omitted when their type, media type or id format is unknown', () => {
    const unknown = [
      { type: 'advert', id: 'ad_1' },
      { ...film, media_type: 'podcast' },
      { ...film, id: 'BK_1' },
      { id: 'MV_1' },
      null,
      'MV_1',
    ];
    expect(read([...unknown, romance]).map(({ id }) => id)).toEqual(['nav_1']);
  });

  it('have null for images with unsafe URLs', () => {
    const [logo] = read([{ ...netflix, logo_path: 'javascript:alert(1)' }]);
    const [poster] = read([{ ...film, poster_path: 'javascript:alert(1)' }]);
    expect([logo, poster]).toMatchObject([{ logo_path: null }, { poster_path: null }]);
  });

  it('have string ids for providers, as filters expect, even if the server sends numbers', () => {
    expect(read([{ ...netflix, id: 8 }])).toMatchObject([{ id: '8' }]);
  });

  it('are invalid when a navigation item has no page or a provider has no title', () => {
    for (const item of [
      { ...romance, pageId: undefined },
      { ...romance, pageId: '' },
      { ...netflix, title: 5 },
    ]) {
      expect(getRowItemsResponseSchema.safeParse({ items: [item] }).success).toBe(false);
    }
  });
});
