import type { EmulatorState, StoredPage, StoredSession } from '../types.js';
import type { CreatePagePayload } from '../../api/pages.js';
import { canonicalFilters, filtersKey } from '../../filters/canonicalFilters.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { Problem } from '../http/problem.js';

/**
 * Creates a page, or returns the existing page of this session with equal filters. The name does not distinguish pages
 * (inferred): a different name renames the page, and without a name the page keeps its name.
 *
 * @param level number of navigation steps to the page; 0 when an app creates it.
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
    // A navigation row does not rename an existing page.
    existing.name = level === 0 ? (name ?? existing.name) : (existing.name ?? name);
    if (level < existing.level) {
      existing.level = level;
      // The rows are created again with the same ids, because the page can have navigation rows on its new level.
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
 * Returns a page of the current session.
 *
 * @throws {Problem} NOT_FOUND when no page has this id.
 * @throws {Problem} SESSION_EXPIRED when the page is outdated or belongs to another session, even one of the same
 *   profile.
 * The error contains the filters of the page, so that the client can create the page again.
 */
export function findPage(state: EmulatorState, session: StoredSession, pageId: string): StoredPage {
  const page = findPageOfAnySession(state, pageId);
  if (page.sessionId !== session.id || page.isOutdated) {
    throw new Problem('SESSION_EXPIRED', 'The page is outdated or belongs to another session. Create it again.', {
      pageLevelFilters: page.filters,
    });
  }
  return page;
}

/**
 * Returns a page of any session, so that a rail on screen can load more items after a new session was minted.
 *
 * @throws {Problem} NOT_FOUND when no page has this id.
 */
export function findPageOfAnySession(state: EmulatorState, pageId: string): StoredPage {
  const page = state.pages.get(pageId);
  if (!page) throw new Problem('NOT_FOUND', 'No page has this id.');
  return page;
}

/** Deletes the pages of a session and their rows. */
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
