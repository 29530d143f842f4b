import { vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { ReactElement } from 'react';
import { emulatorVocabulary } from '../../src/emulator/emulatorVocabulary.js';
import {
  ActiveFilters,
  DiscovrPage,
  EmptyPage,
  Hero,
  MediaCard,
  NavigationStack,
  PageFilterDialog,
  PageFilterFormActiveFilters,
  PageFilterForm,
  Rail,
  TitlePreview,
  TitleSheet,
  type ActiveFiltersClassNames,
  type DiscovrPageClassNames,
  type EmptyPageClassNames,
  type FilterSpec,
  type HeroClassNames,
  type MediaCardClassNames,
  type NavigationStackClassNames,
  type PageFilterDialogClassNames,
  type PageFilterFormClassNames,
  type RailClassNames,
  type TitlePreviewClassNames,
  type TitleSheetClassNames,
} from '../../src/index.js';
import type * as library from '../../src/index.js';
import { DiscovrError } from '../../src/client/index.js';
import { createTestDiscovr, type TestDiscovr, type TestDiscovrOptions } from '../../src/testing/createTestDiscovr.js';
import { oneHelps } from '../support/emptyFilters.js';
import { openPreview } from '../support/openPreview.js';
import { heroItems, mediaItems, navigationItems } from '../support/pageItems.js';

/** Names of the components that take class names by slot, found by the compiler. */
type WithSlots = {
  [Name in keyof typeof library]: (typeof library)[Name] extends (props: infer Props) => unknown
    ? 'classNames' extends keyof Props
      ? Name
      : never
    : never;
}[keyof typeof library];

/** A state of a drop-in and the slots that are rendered in it. */
export interface SlotState {
  readonly state: string;
  readonly slots: readonly string[];
  /** Renders the drop-in in this state, with the class `own-…` for each of its slots. */
  readonly bring: () => Promise<unknown>;
}

/**
 * Describes the slots of a drop-in. The compiler requires each slot of the type `ClassNames` and rejects others.
 *
 * @param states functions that render the drop-in in a state, by the name of the state.
 * @param slots the state in which each slot is rendered.
 */
function slotsOf<ClassNames extends object, State extends string>(
  states: Readonly<Record<State, (classNames: ClassNames) => Promise<unknown>>>,
  slots: Readonly<Record<keyof ClassNames, NoInfer<State>>>,
): readonly SlotState[] {
  const places = Object.entries<string>(slots);
  // The keys are the keys of the type, and each value is the class of the slot.
  const classNames = Object.fromEntries(places.map(([slot]) => [slot, `own-${slot}`])) as ClassNames;
  return Object.entries<(classNames: ClassNames) => Promise<unknown>>(states).map(([state, bring]) => ({
    state,
    slots: places.filter(([, place]) => place === state).map(([slot]) => slot),
    bring: () => bring(classNames),
  }));
}

async function show(ui: ReactElement, options: TestDiscovrOptions = {}): Promise<TestDiscovr> {
  const discovr = createTestDiscovr({ provider: { vocabulary: emulatorVocabulary() }, ...options });
  await render(<main>{ui}</main>, { wrapper: discovr.Wrapper });
  return discovr;
}

const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
const nothing = () => undefined;
const hrefOf = () => '#title';

/** Options for waiting until a slot is rendered. */
export const PATIENCE = { timeout: 10_000 };

const filters: FilterSpec = {
  media_type: 'tv',
  genres: [10763],
  keywords: [910001],
  region: ['DE'],
  with_watch_providers: ['8'],
  with_runtime_lte: 90,
};

/** Makes the form show which choices another media type removes, and the error of a rejected request. */
async function removeAndFail({ control }: TestDiscovr) {
  control.failNext({ kind: 'status', status: 403 }, { route: 'POST /pages' });
  await page.getByRole('radio', { name: 'Movies' }).click();
  await press(/^(Apply filters|Show titles)$/);
}

async function enterTooMuch() {
  await page.getByLabelText('At least, minutes').fill('9999');
  await page.getByLabelText('At most, minutes').click();
}

const formSlots = {
  root: 'filled in',
  group: 'filled in',
  legend: 'filled in',
  count: 'filled in',
  clearButton: 'filled in',
  error: 'invalid',
  options: 'filled in',
  option: 'filled in',
  search: 'filled in',
  field: 'filled in',
  input: 'filled in',
  shortcut: 'filled in',
  chips: 'with its own parts',
  chip: 'with its own parts',
  summary: 'filled in',
  actions: 'filled in',
  applyButton: 'filled in',
  resetButton: 'filled in',
  clearAllButton: 'filled in',
  note: 'rejected',
  alert: 'rejected',
} as const satisfies Record<keyof PageFilterFormClassNames, string>;

const pageOf = async (pageFilters: FilterSpec, own: Record<keyof DiscovrPageClassNames, string>) => {
  const discovr = createTestDiscovr();
  const { id } = await discovr.client.createPage({ pageFilters });
  return { discovr, id, classNames: { ...own, hero: { title: own.hero }, rail: { title: own.rail } } };
};

/** Every slot of every drop-in, with a state in which it is rendered. `PageFilterForm` covers `PageFilterFormRoot`. */
export const slotStates = {
  ActiveFilters: slotsOf(
    { filtered: (own: ActiveFiltersClassNames) => show(<ActiveFilters filters={filters} classNames={own} />) },
    { root: 'filtered', chip: 'filtered', clearAllButton: 'filtered' },
  ),
  DiscovrPage: slotsOf(
    {
      whole: async (own: Record<keyof DiscovrPageClassNames, string>) => {
        const { discovr, id, classNames } = await pageOf({ genres: [37], media_type: 'movie' }, own);
        const ui = <DiscovrPage pageId={id} href={hrefOf} classNames={classNames} />;
        await render(ui, { wrapper: discovr.Wrapper });
        await vi.waitUntil(() => {
          window.scrollTo(0, document.documentElement.scrollHeight);
          return document.querySelector(`.${own.end}`);
        }, PATIENCE);
      },
      failed: async (own) => {
        const { discovr, id, classNames } = await pageOf({ genres: [37] }, own);
        discovr.control.failNext({ kind: 'status', status: 403 }, { times: Number.MAX_SAFE_INTEGER });
        await render(<DiscovrPage pageId={id} classNames={classNames} />, { wrapper: discovr.Wrapper });
      },
      outdated: async (own) => {
        const { discovr, id, classNames } = await pageOf({ genres: [37] }, own);
        const ui = <DiscovrPage pageId={id} showRefreshButton classNames={classNames} />;
        await render(ui, { wrapper: discovr.Wrapper });
        await vi.waitUntil(() => document.querySelector('[data-item-id]'), PATIENCE);
        await vi.waitUntil(() => document.querySelector('.discovr-Hero[data-state="ready"]'), PATIENCE);
        discovr.control.expireSession();
        await vi.waitUntil(() => {
          window.scrollTo(0, document.documentElement.scrollHeight);
          return document.querySelector(`.${own.refresh}`);
        }, PATIENCE);
      },
      locked: async (own) => {
        const { classNames } = await pageOf({}, own);
        await show(<DiscovrPage pageId="page" classNames={classNames} />, { session: 'signedOut' });
      },
    },
    { hero: 'whole', rail: 'whole', end: 'whole', refresh: 'outdated', alert: 'failed', notice: 'locked' },
  ),
  EmptyPage: slotsOf(
    {
      searched: (own: EmptyPageClassNames) =>
        show(<EmptyPage filters={oneHelps} onFiltersChange={nothing} classNames={own} />),
    },
    {
      root: 'searched',
      icon: 'searched',
      title: 'searched',
      text: 'searched',
      chip: 'searched',
      button: 'searched',
      suggestion: 'searched',
    },
  ),
  Hero: slotsOf(
    {
      shown: (own: HeroClassNames) =>
        show(<Hero items={heroItems(3)} renderActions={() => <button type="button">Play</button>} classNames={own} />),
    },
    {
      slides: 'shown',
      slide: 'shown',
      picture: 'shown',
      text: 'shown',
      title: 'shown',
      facts: 'shown',
      overview: 'shown',
      actions: 'shown',
      controls: 'shown',
    },
  ),
  MediaCard: slotsOf(
    {
      captioned: (own: MediaCardClassNames) =>
        show(<MediaCard item={mediaItems(1)[0]!} showCaption classNames={own} />),
    },
    { poster: 'captioned', caption: 'captioned' },
  ),
  NavigationStack: slotsOf(
    {
      'with an opened page': async (own: NavigationStackClassNames) => {
        await show(
          <NavigationStack
            history="none"
            brand="Films"
            actions={<button type="button">Search</button>}
            classNames={own}
          >
            {({ open }) => (
              <button type="button" onClick={() => open(navigationItems[0]!)}>
                Further
              </button>
            )}
          </NavigationStack>,
        );
        await press('Further');
      },
      failed: async (own) => {
        const discovr = createTestDiscovr();
        discovr.control.failNext({ kind: 'status', status: 403 }, { times: Number.MAX_SAFE_INTEGER });
        await render(<NavigationStack history="none" classNames={own} />, { wrapper: discovr.Wrapper });
      },
    },
    {
      bar: 'with an opened page',
      brand: 'with an opened page',
      actions: 'with an opened page',
      tabs: 'with an opened page',
      tab: 'with an opened page',
      head: 'with an opened page',
      backButton: 'with an opened page',
      title: 'with an opened page',
      page: 'with an opened page',
      alert: 'failed',
    },
  ),
  PageFilterForm: slotsOf(
    {
      'filled in': (own: PageFilterFormClassNames) =>
        show(<PageFilterForm defaultFilters={filters} classNames={own} />),
      invalid: async (own) => {
        await show(<PageFilterForm defaultFilters={filters} classNames={own} />);
        await enterTooMuch();
      },
      rejected: async (own) => removeAndFail(await show(<PageFilterForm defaultFilters={filters} classNames={own} />)),
      'with its own parts': (own) =>
        show(
          <PageFilterForm defaultFilters={filters} classNames={own}>
            <PageFilterFormActiveFilters />
          </PageFilterForm>,
        ),
    },
    formSlots,
  ),
  PageFilterDialog: slotsOf(
    {
      'filled in': async (own: PageFilterDialogClassNames) => {
        await show(<PageFilterDialog classNames={own} formProps={{ defaultFilters: filters }} />);
        await press(/^Filters/);
      },
      invalid: async (own) => {
        await show(<PageFilterDialog classNames={own} formProps={{ defaultFilters: filters }} />);
        await press(/^Filters/);
        await enterTooMuch();
      },
      rejected: async (own) => {
        const discovr = await show(<PageFilterDialog classNames={own} formProps={{ defaultFilters: filters }} />);
        await press(/^Filters/);
        await removeAndFail(discovr);
      },
      'with its own parts': async (own) => {
        await show(
          <PageFilterDialog classNames={own} formProps={{ defaultFilters: filters }}>
            <PageFilterFormActiveFilters />
          </PageFilterDialog>,
        );
        await press(/^Filters/);
      },
    },
    {
      ...formSlots,
      openButton: 'filled in',
      openCount: 'filled in',
      dialog: 'filled in',
      dialogHead: 'filled in',
      closeButton: 'filled in',
    },
  ),
  Rail: slotsOf(
    {
      'with more items': (own: RailClassNames) =>
        show(
          <Rail title="Top" type="top_n" items={mediaItems(20)} hasMore showCaptions href={hrefOf} classNames={own} />,
        ),
      failed: (own) => {
        const error = new DiscovrError('SERVER_ERROR', 'Is down.');
        return show(<Rail title="New" type="media" items={[]} error={error} onRetry={nothing} classNames={own} />);
      },
    },
    {
      title: 'with more items',
      list: 'with more items',
      item: 'with more items',
      card: 'with more items',
      poster: 'with more items',
      caption: 'with more items',
      rank: 'with more items',
      arrow: 'with more items',
      placeholder: 'with more items',
      alert: 'failed',
    },
  ),
  TitlePreview: slotsOf(
    {
      open: (own: TitlePreviewClassNames) =>
        show(<TitlePreview controller={openPreview()} onPlay={nothing} classNames={own} />),
    },
    {
      card: 'open',
      picture: 'open',
      title: 'open',
      facts: 'open',
      overview: 'open',
      playButton: 'open',
      toggle: 'open',
    },
  ),
  TitleSheet: slotsOf(
    {
      async open(own: TitleSheetClassNames) {
        const [item] = heroItems(1);
        const props = { item, onClose: nothing, onPlay: nothing, providerHref: () => 'https://example.com' };
        const { client, Wrapper } = createTestDiscovr();
        await client.addHistoryItem(item!.id);
        await render(<TitleSheet {...props} mediaId={item!.id} classNames={own} />, { wrapper: Wrapper });
      },
    },
    {
      closeButton: 'open',
      head: 'open',
      picture: 'open',
      title: 'open',
      facts: 'open',
      play: 'open',
      playButton: 'open',
      toggle: 'open',
      note: 'open',
      alert: 'open',
      overview: 'open',
      providers: 'open',
      providerLink: 'open',
      cast: 'open',
    },
  ),
} satisfies Record<Exclude<WithSlots, 'PageFilterFormRoot'>, readonly SlotState[]>;
