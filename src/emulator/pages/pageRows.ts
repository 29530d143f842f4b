import type { EmulatorState, PageRows, RowContent, StoredPage, StoredRow } from '../types.js';
import { hash32 } from '../random.js';
import { createRowMaker } from './rowMaker.js';
import { rowRecipes, type RowRecipe } from './rowRecipes.js';

/**
 * Returns the rows of a page. They stay the same for the lifetime of the page, with one exception: if a navigation item
 * created the page and an app then requests the same page with `POST /pages`, navigation rows can be added.
 */
export function rowsOf(state: EmulatorState, page: StoredPage): PageRows {
  const rows = state.rows.get(page.id) ?? createPageRows(state, page);
  state.rows.set(page.id, rows);
  return rows;
}

function createPageRows(state: EmulatorState, page: StoredPage): PageRows {
  const created: StoredRow[] = [];
  const generator = makeRows(state, page);
  const createNext = () => {
    const { value } = generator.next();
    if (value) created.push(value);
    return value;
  };
  return {
    first(count) {
      while (created.length < count && createNext());
      return created.slice(0, count);
    },
    find(rowId) {
      let row = created.find(({ id }) => id === rowId) ?? createNext();
      while (row && row.id !== rowId) row = createNext();
      return row;
    },
  };
}

function* makeRows(state: EmulatorState, page: StoredPage): Generator<StoredRow, undefined> {
  const session = state.sessions.get(page.sessionId);
  if (!session) throw new Error('The session of the page does not exist.');
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

/** Derives the id of a row from its page and key, so that a row can be requested before it is listed. */
function rowIdOf(page: StoredPage, { key }: RowRecipe): string {
  const part = (salt: string) => (hash32(`${salt} ${page.id} ${key}`) >>> 0).toString(16).padStart(8, '0');
  return `row_${part('a')}${part('b')}`;
}
