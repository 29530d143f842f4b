import type { EmulatorState, PageRows, RowContent, StoredPage, StoredRow } from '../types.js';
import { hash32 } from '../random.js';
import { createRowMaker } from './rowMaker.js';
import { rowRecipes, type RowRecipe } from './rowRecipes.js';

/** The rows of a page: the same each time. */
export function rowsOf(state: EmulatorState, page: StoredPage): PageRows {
  const rows = state.rows.get(page.id) ?? createPageRows(state, page);
  state.rows.set(page.id, rows);
  return rows;
}

function createPageRows(state: EmulatorState, page: StoredPage): PageRows {
  const made: StoredRow[] = [];
  const making = makeRows(state, page);
  const makeNext = () => {
    const { value } = making.next();
    if (value) made.push(value);
    return value;
  };
  return {
    first(count) {
      while (made.length < count && makeNext());
      return made.slice(0, count);
    },
    find(rowId) {
      let row = made.find(({ id }) => id === rowId) ?? makeNext();
      while (row && row.id !== rowId) row = makeNext();
      return row;
    },
  };
}

function* makeRows(state: EmulatorState, page: StoredPage): Generator<StoredRow, undefined> {
  const session = state.sessions.get(page.sessionId);
  if (!session) throw new Error('A page belongs to a session that was minted.');
  const maker = createRowMaker(state, page, session);
  for (const recipe of rowRecipes(page, session)) {
    if (maker.isEmpty(recipe)) continue;
    let content: RowContent | undefined;
    yield {
      id: rowIdOf(page, recipe),
      title: recipe.title,
      type: recipe.type,
      createdAt: new Date(state.now()).toISOString(),
      content: () => (content ??= maker.make(recipe)),
    };
  }
  return undefined;
}

/** Follows from page and row, so that a row that was not listed yet has its id already. */
function rowIdOf(page: StoredPage, { key }: RowRecipe): string {
  const part = (salt: string) => (hash32(`${salt} ${page.id} ${key}`) >>> 0).toString(16).padStart(8, '0');
  return `row_${part('a')}${part('b')}`;
}
