import type { EmulatorState, StoredPage, StoredSession } from '../types.js';
import type { CreatePagePayload } from '../../api/schemas/page.js';
import { canonicalFilters, filtersKey } from '../../filters/canonicalFilters.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { Problem } from '../http/problem.js';

/**
 * Creates a page, or finds the one this session made for the same filters. The name is no part of a page's identity
 * (inferred): another name renames the page, and none leaves it as it is.
 *
 * @param level how many navigation rows lead to it; 0 where an app asks for it.
 */
export function createPage(
  state: EmulatorState,
  session: Pick<StoredSession, 'id'>,
  { pageFilters, name }: CreatePagePayload = {},
  level = 0,
): StoredPage {
  const key = pageKeyOf(session.id, pageFilters);
  const existing = state.pages.get(state.pageIds.get(key) ?? '');
  if (existing) {
    // A page that an app asked for keeps the name it has, whatever row leads to it.
    existing.name = level === 0 ? (name ?? existing.name) : (existing.name ?? name);
    if (level < existing.level) {
      existing.level = level;
      // Its rows are made anew, with the same ids, and go on to further levels.
      state.rows.delete(existing.id);
    }
    return existing;
  }
  const page: StoredPage = {
    id: `page_${state.makeIdentifier('page', 24)}`,
    sessionId: session.id,
    createdAt: new Date(state.now()).toISOString(),
    filters: canonicalFilters(pageFilters),
    name,
    level,
    isOutdated: false,
  };
  state.pages.set(page.id, page);
  state.pageIds.set(key, page.id);
  state.sessions.get(session.id)?.pageIds.add(page.id);
  return page;
}

/**
 * Finds a page of the present snapshot. One made under another session of the account, be it an older one or one of
 * another profile, is answered with its filters, so that it can be created again.
 */
export function findPage(state: EmulatorState, session: StoredSession, pageId: string): StoredPage {
  const page = findPageOfAnySession(state, pageId);
  if (page.sessionId !== session.id || page.isOutdated) {
    throw new Problem('SESSION_EXPIRED', 'The page belongs to an older session. Create it again.', {
      pageLevelFilters: page.filters,
    });
  }
  return page;
}

/** Finds a page, fresh or not: the items of a rail on screen go on, whatever session there is now. */
export function findPageOfAnySession(state: EmulatorState, pageId: string): StoredPage {
  const page = state.pages.get(pageId);
  if (!page) throw new Problem('NOT_FOUND', 'No page has this id.');
  return page;
}

/** Forgets the pages of a session, and their rows. */
export function forgetPages(state: EmulatorState, session: StoredSession): void {
  for (const id of session.pageIds) {
    state.pageIds.delete(pageKeyOf(session.id, state.pages.get(id)?.filters));
    state.pages.delete(id);
    state.rows.delete(id);
  }
}

function pageKeyOf(sessionId: string, filters: FilterSpec | undefined): string {
  return `${sessionId} ${filtersKey(filters)}`;
}
