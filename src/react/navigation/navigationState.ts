/** A page on the stack of a tab, above the page of the tab itself. */
export interface StackedPage {
  readonly id: string;
  readonly title: string;
  readonly pageId: string;
}

/** Where a person is: a tab, and how far it was gone into each. Plain data, so that the browser's history can keep it. */
export interface NavigationState {
  /** Whose stacks they are; absent where no profile was active yet. */
  readonly profileId: string | undefined;
  readonly tab: string;
  /** Pages above the first one of each tab, outermost first. A tab that was not gone into is absent. */
  readonly stacks: Readonly<Record<string, readonly StackedPage[]>>;
}

/** The pages above the first one of the tab that is shown. */
export function stackOf({ tab, stacks }: NavigationState): readonly StackedPage[] {
  return (Object.hasOwn(stacks, tab) && stacks[tab]) || [];
}

/** The same with another stack on the tab that is shown. */
export function withStack(state: NavigationState, stack: readonly StackedPage[]): NavigationState {
  return { ...state, stacks: { ...state.stacks, [state.tab]: stack } };
}

/** Names the place a state shows, the same for the same profile, tab and pages. */
export function placeOf(state: NavigationState): string {
  return JSON.stringify([state.profileId ?? '', state.tab, ...stackOf(state).map(({ pageId }) => pageId)]);
}

/** Reads a state that came from outside; `undefined` where it is none. */
export function readNavigationState(value: unknown): NavigationState | undefined {
  if (!isRecord(value) || typeof value['tab'] !== 'string' || !isRecord(value['stacks'])) return undefined;
  const { profileId, tab, stacks } = value;
  return {
    profileId: typeof profileId === 'string' ? profileId : undefined,
    tab,
    stacks: Object.fromEntries(Object.entries(stacks).map(([id, stack]) => [id, readStack(stack)])),
  };
}

/** Tells whether a value is an object with keys of its own. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As far as it can be read: what stands above a page that makes no sense would hang in the air. */
function readStack(value: unknown): StackedPage[] {
  const pages: StackedPage[] = [];
  for (const page of Array.isArray(value) ? (value as unknown[]) : []) {
    if (!isRecord(page)) break;
    const { id, title, pageId } = page;
    if (typeof id !== 'string' || typeof title !== 'string' || typeof pageId !== 'string' || !pageId) break;
    pages.push({ id, title, pageId });
  }
  return pages;
}
