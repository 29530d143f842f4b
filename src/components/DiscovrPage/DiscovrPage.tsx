'use client';

import {
  forwardRef,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type MouseEvent,
  type ReactNode,
} from 'react';
import type { HeroItem } from '../../api/media.js';
import type { RowItem } from '../../api/rows.js';
import { filtersKey } from '../../filters/canonicalFilters.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { errorsEnglish, statesEnglish } from '../../messages/english/states.js';
import { pageEnglish } from '../../messages/english/page.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { usePageEvents } from '../../react/events/usePageEvents.js';
import { useDebounced, useEqual, useLatestMethods } from '../../react/hooks.js';
import { useDiscovrContext, useMessages } from '../../react/provider/context.js';
import { useOwner } from '../../react/query/useScoped.js';
import type { SessionRequestOptions } from '../../react/session/useSession.js';
import { Announcement } from '../../ui/Announcement.js';
import { FailureNotice } from '../../ui/FailureNotice.js';
import { joinNames } from '../../ui/titleFacts.js';
import { missingSessionOf, SessionNotice } from '../../ui/SessionNotice.js';
import { RemoteContext } from '../../ui/remoteContext.js';
import { LEVEL_BELOW } from '../../ui/StateNotice.js';
import { useRootProps } from '../../ui/useRootProps.js';
import type { EmptyPageProps } from '../EmptyPage/EmptyPage.js';
import type { EmptyPageChange } from '../EmptyPage/types.js';
import type { HeroProps } from '../Hero/Hero.js';
import { FailedRailsContext, StillLoadingContext, type RailProps } from '../Rail/Rail.js';
import { RailGroup, type RailGroupProps } from '../Rail/RailGroup.js';
import { clickOf, opensItem } from '../Rail/RailCard.js';
import type { RailActions } from '../Rail/types.js';
import { HeroDetails } from '../Hero/HeroSlide.js';
import { PageAlert, PageRefresh } from './PageRefresh.js';
import { PageHero, usePrefetchedDestinations, type NoteFocus } from './PageHero.js';
import { PageRails } from './PageRails.js';
import { placesOf } from './pagePlaces.js';
import type { DiscovrPageClassNames } from './types.js';
import { usePageEntry, usePageFocus } from './usePageFocus.js';
import { useDiscovrPage, type UseDiscovrPageOptions } from './useDiscovrPage.js';
import { useEmptyPage } from './useEmptyPage.js';

const english = { ...pageEnglish, ...statesEnglish, ...errorsEnglish };
/** How long a page waits for further rails to fail before it announces them, in milliseconds. */
const GATHERING_MS = 1000;

/** Props of {@link DiscovrPage}, including those of a `<div>`. */
export interface DiscovrPageProps
  extends
    Omit<RailGroupProps, 'children' | 'title'>,
    RailActions,
    UseDiscovrPageOptions,
    SessionRequestOptions,
    Pick<HeroProps, 'autoPlayMs'>,
    Pick<EmptyPageProps, 'onEditFilters'>,
    Pick<RailProps, 'showCaptions'> {
  /**
   * Heading of the page, for screen readers. Pass `null` if your app shows a heading above the page.
   * @default the name of the page
   */
  title?: string | null | undefined;
  /**
   * Level of the page's heading. The headings of the hero and the rails are one level below.
   * @default 1
   */
  headingLevel?: 1 | 2 | 3 | undefined;
  /**
   * Called with the remaining filters when the user removes filters from a page without titles. Apply the remaining
   * filters.
   * @default shows the page of the remaining filters in place
   */
  onFiltersChange?: ((filters: FilterSpec, change: EmptyPageChange) => void) | undefined;
  /**
   * Called when the user leaves a page that does not exist.
   * @default there is no button
   */
  onBack?: (() => void) | undefined;
  /**
   * Renders the buttons of a hero title; `null` for none.
   * @default a button that does what a click on a card does; none when cards are not clickable
   */
  renderHeroActions?: ((item: HeroItem) => ReactNode) | null | undefined;
  /**
   * Whether the hero shows the title of the focused card when the keyboard focus has rested on it for 300 ms, for
   * televisions. It loads the image and, unless the row has them, the details, which a title sheet shows too.
   * It keeps the title when the focus returns to it. Items that are not titles, such as watch providers, do not change
   * it. Its titles then do not change automatically, and nothing is announced.
   * @default `true` in `<RemoteControl>` with the television layout, otherwise `false`
   */
  heroFollowsFocus?: boolean | undefined;
  /**
   * Whether to show a button when another page has replaced the page, because its session has expired. The button shows
   * the replacement, from its top.
   * @default false
   */
  showRefreshButton?: boolean | undefined;
  /** Class names by slot. Define the object at module level. */
  classNames?: DiscovrPageClassNames | undefined;
  /** Messages that override the provider's. Define the object at module level. */
  messages?: MessagesOverride | undefined;
}

/**
 * Creates and shows the page with these filters, or shows the page with this id: its hero and rails. When the filters
 * change, the shown page stays until the next one is loaded, and if that fails, a notice says why. Rows load when the end
 * of the page comes near the viewport. The first row loads its items at once, the others when their rail comes near the
 * viewport, three at the same time at most. A renewed session changes nothing on screen: more rows load from the page
 * that replaces this one, and the next mount shows only the replacement. Renders a `<div>`; `data-state` is `locked`,
 * `loading`, `failed`, `empty` or `ready`; `data-previous` is `loading` or `failed` while the shown page belongs to
 * previous filters.
 *
 * @throws {Error} when rendered outside a `<DiscovrProvider>`.
 * @example
 * <DiscovrPage filters={filters} href="/title/{id}" />
 */
export const DiscovrPage = forwardRef<HTMLDivElement, DiscovrPageProps>(function DiscovrPage(props, ref) {
  const {
    pageId: givenId,
    filters: givenFilters,
    name: givenName,
    title,
    onFiltersChange,
    onEditFilters,
    onPageReplaced,
    onSessionRequired,
    onBack,
    renderHeroActions: givenActions,
    heroFollowsFocus: givenFollows,
    showRefreshButton = false,
    autoPlayMs,
    showCaptions,
    headingLevel: pageLevel = 1,
    href,
    onItemClick,
    onItemIntent,
    renderLink,
    messages: ownMessages,
    classNames,
    className,
    ...rest
  } = props;
  const { client, snapshots, locale } = useDiscovrContext('<DiscovrPage>');
  const remote = useContext(RemoteContext);
  const heroFollowsFocus = givenFollows ?? remote?.hasTelevisionLayout ?? false;
  const texts = useMessages(english, ownMessages, '<DiscovrPage>');
  const { profileId } = useOwner(snapshots);
  // The filters that are left when the user removes some in place, for as long as the app shows the same page.
  const [fewer, setFewer] = useState<{ readonly of: string; readonly filters: FilterSpec }>();
  const given = JSON.stringify([profileId, givenId, filtersKey(givenFilters ?? {}), givenName]);
  if (fewer && fewer.of !== given) setFewer(undefined);
  const { filters: remaining } = fewer?.of === given ? fewer : {};
  const discovrPage = useDiscovrPage(remaining ? { filters: remaining, name: givenName, onPageReplaced } : props);
  const { session, pageId, page, isPrevious, error, rowsError, isStalled, retry } = discovrPage;
  const isLoadingNext = isPrevious && discovrPage.isLoadingPage;
  const isEmpty = discovrPage.status === 'empty';
  const { EmptyPage, ...emptyPage } = useEmptyPage(page?.hero.length === 0);
  const status = isEmpty && !EmptyPage ? (emptyPage.error ? 'failed' : 'loading') : discovrPage.status;
  const places = useMemo(() => placesOf(client, pageId ?? ''), [client, pageId]);
  const [failedRails, setFailedRails] = useState<readonly string[]>([]);
  const [stillLoading, setStillLoading] = useState(0);
  const announcedRails = useDebounced(failedRails, GATHERING_MS);
  useEffect(() => {
    // A rail is announced once, also when others fail later.
    if (announcedRails.length > 0) setFailedRails((all) => all.filter((rail) => !announcedRails.includes(rail)));
  }, [announcedRails]);
  const rows = joinNames(announcedRails, locale);
  const noteFocus = useRef<NoteFocus>(null);
  const noteIntent = usePrefetchedDestinations(onItemIntent, noteFocus);
  const root = usePageFocus(`${status} ${error !== null} ${rowsError !== null} ${isStalled}`, discovrPage.rows);
  usePageEvents(root, page && { page, rows: discovrPage.rows, isEmpty: status === 'empty' });
  usePageEntry(root, pageId === undefined ? undefined : places);
  const rootProps = useRootProps('<DiscovrPage>', 'discovr-DiscovrPage', { ref, className, element: root });

  // The hero and the rails render again only for other props, because apps often open a title by changing a state
  // around the page.
  const { click } = useLatestMethods({
    click: (item: RowItem, event: MouseEvent<HTMLElement>) => clickOf(item, { onItemClick })?.(event),
  });
  const clicks =
    typeof onItemClick === 'object'
      ? Object.fromEntries(Object.entries(onItemClick).map(([type, own]) => [type, own && click]))
      : onItemClick && click;
  const actions = useEqual({ href, onItemClick: clicks, renderLink });
  const renderDetails = useCallback(
    (item: HeroItem) => opensItem(item, actions) && <HeroDetails item={item} text={texts.page.details} {...actions} />,
    [actions, texts],
  );
  const keepIndex = useCallback(
    (index: number) => {
      if (page) places.hero = { pageId: page.id, index };
    },
    [page, places],
  );
  const hasDetails = givenActions === undefined && page?.hero.some((item) => opensItem(item, actions));
  const renderHeroActions = hasDetails ? renderDetails : givenActions;
  const backToTop = () => {
    root.current?.focus({ preventScroll: true });
    // Test environments without layout have no `scrollIntoView`.
    root.current?.scrollIntoView?.({ block: 'start' });
  };
  const pageError = status === 'ready' ? error : null;
  const [hasWaited, setHasWaited] = useState(false);
  if (status === 'loading' && !hasWaited) setHasWaited(true);
  const failure = status === 'failed' ? (error ?? rowsError ?? emptyPage.error) : null;
  const missing = missingSessionOf(session);
  const isShown = status === 'loading' || status === 'ready';
  const hasRefresh = isShown && showRefreshButton && discovrPage.isOutdated;
  const label = title ?? page?.name ?? (page || status !== 'loading' ? texts.page.untitled : undefined);
  const heading = title === null ? undefined : label;
  const Heading = `h${pageLevel}` as const;
  const headingLevel = LEVEL_BELOW[pageLevel];

  return (
    <RailGroup
      role="group"
      aria-label={label}
      tabIndex={-1}
      {...rest}
      {...rootProps}
      data-state={status}
      data-previous={isPrevious ? (isLoadingNext ? 'loading' : 'failed') : undefined}
      data-outdated={discovrPage.isOutdated ? '' : undefined}
      data-hero-follows={heroFollowsFocus ? '' : undefined}
      data-waited={hasWaited ? '' : undefined}
      aria-busy={status === 'loading' || isLoadingNext || undefined}
    >
      {heading && (
        <Heading className="discovr-VisuallyHidden">
          <bdi>{heading}</bdi>
        </Heading>
      )}
      {failure && (
        <FailureNotice
          error={failure}
          messages={texts}
          retry={{ label: texts.page.retry, act: isEmpty ? emptyPage.retry : retry }}
          onBack={onBack}
          headingLevel={headingLevel}
          className={classNames?.alert}
        />
      )}
      {pageError && (
        <PageAlert error={pageError} isTrying={false} onRetry={retry} messages={texts} className={classNames?.alert} />
      )}
      {hasRefresh && (
        <PageRefresh
          discovrPage={discovrPage}
          onRefreshed={() => {
            // Leaves the user alone who has moved on to something else.
            const { activeElement, body } = document;
            if (activeElement === body || root.current?.contains(activeElement)) backToTop();
          }}
          messages={texts}
          className={classNames?.refresh}
        />
      )}
      {isShown && (page || !pageError) && (
        <PageHero
          key={page?.id}
          items={page?.hero ?? []}
          isLoading={!page}
          renderActions={renderHeroActions ?? undefined}
          noteFocus={heroFollowsFocus ? noteFocus : undefined}
          autoPlayMs={heroFollowsFocus ? undefined : autoPlayMs}
          defaultIndex={places.hero?.pageId === page?.id ? places.hero?.index : undefined}
          onIndexChange={keepIndex}
          headingLevel={headingLevel}
          classNames={classNames?.hero}
          messages={ownMessages}
          data-row-id="hero"
        />
      )}
      {isShown && (
        <FailedRailsContext.Provider value={setFailedRails}>
          <StillLoadingContext.Provider value={setStillLoading}>
            <PageRails
              {...actions}
              {...{ discovrPage, places, texts, ownMessages, classNames, showCaptions, headingLevel }}
              onItemIntent={noteIntent}
              onBackToTop={backToTop}
            />
          </StillLoadingContext.Provider>
        </FailedRailsContext.Provider>
      )}
      {status === 'empty' && EmptyPage && (
        <EmptyPage
          filters={page?.pageFilters}
          onFiltersChange={onFiltersChange ?? ((left) => setFewer({ of: given, filters: left }))}
          onRetry={async () => {
            await discovrPage.refresh();
          }}
          onEditFilters={onEditFilters}
          headingLevel={headingLevel}
          messages={ownMessages}
          data-rail-stop=""
        />
      )}
      {status === 'locked' && missing && (
        <SessionNotice
          session={missing}
          messages={texts}
          texts={texts.page}
          onSessionRequired={onSessionRequired}
          headingLevel={headingLevel}
          className={classNames?.notice}
        />
      )}
      {/* Not before the hero, which is then not the start of the page for the bar over it. */}
      {showRefreshButton && <Announcement value={{ id: 0, text: hasRefresh ? texts.page.newer : '' }} />}
      <Announcement
        value={{
          id: 0,
          text: isLoadingNext
            ? texts.page.loading
            : rows
              ? formatMessage(texts.page.rowsFailed, { rows })
              : stillLoading > 0
                ? texts.page.stillLoading
                : '',
        }}
      />
    </RailGroup>
  );
});
