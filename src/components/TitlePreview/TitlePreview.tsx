'use client';

import { forwardRef, useRef, type ComponentPropsWithoutRef, type MouseEvent, type ReactNode } from 'react';
import type { MediaItem } from '../../api/media.js';
import { pageEnglish } from '../../messages/english/page.js';
import { titleSheetEnglish } from '../../messages/english/titleSheet.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { ITEM_OPENED } from '../../react/events/locate.js';
import { useDiscovrContext, useMessages } from '../../react/provider/context.js';
import { focusSuccessor, placeOfControl } from '../../focus/successor.js';
import { Alert } from '../../ui/Announcement.js';
import { forwardIcon, Icon, playIcon, watchlistIcon } from '../../ui/Icon.js';
import { slotClass } from '../../ui/classNames.js';
import { composeHandlers, usePrefersReducedMotion } from '../../ui/hooks.js';
import { Picture } from '../../ui/pictures/Picture.js';
import { CardRoot } from '../../ui/pictures/Poster.js';
import { lengthOf, useGenreNames, yearOf } from '../../ui/titleFacts.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { clickOf, itemLink, opensItem } from '../Rail/RailCard.js';
import type { RailActions } from '../Rail/types.js';
import { playLabel, WatchedProgress } from '../TitleSheet/TitleSheetActions.js';
import type { PlayDetails } from '../TitleSheet/types.js';
import { useTitleSheet } from '../TitleSheet/useTitleSheet.js';
import type { PreviewedCard, TitlePreviewController } from './useTitlePreview.js';

/** Class names by slot. Each is added to the stable `discovr-…` class of its element. */
export interface TitlePreviewClassNames {
  /** The link or button with the picture and the texts. */
  card?: string;
  /** The box of the picture. */
  picture?: string;
  /** The title. */
  title?: string;
  /** Why the title is recommended; year and length; genres. */
  facts?: string;
  /** The overview, of two lines at most. */
  overview?: string;
  /** The play button. */
  playButton?: string;
  /** The button that adds the title to the watchlist. */
  toggle?: string;
}

/** Props of {@link TitlePreview}, including those of a `<div>`. */
export interface TitlePreviewProps
  extends
    Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'onPlay' | 'title'>,
    Pick<RailActions, 'href' | 'onItemClick' | 'renderLink'> {
  /** Return value of `useTitlePreview()`. */
  controller: TitlePreviewController;
  /** Called when the play button is clicked. Without it, there is none. */
  onPlay?: ((details: PlayDetails) => void) | undefined;
  /**
   * Renders a muted clip over the picture. It is not called when the user prefers reduced motion or wants to save data.
   * As one preview is open at a time, one clip plays at a time.
   */
  renderPreview?: ((item: MediaItem) => ReactNode) | undefined;
  /** Class names by slot. Define the object at module level. */
  classNames?: TitlePreviewClassNames | undefined;
  /** Messages that override the provider's. Define the object at module level. */
  messages?: MessagesOverride | undefined;
}

/**
 * Panel over the card on which the mouse rests: a picture, year, length and genres, and buttons to play and to save the
 * title. A click on the panel does what a click on the card does, so pass it the same `href` or `onItemClick`. It requests
 * nothing before it opens, and then what `<TitleSheet>` would request. Escape closes it. For the keyboard, touch and
 * televisions, the sheet has all of this. Render it once, next to the components with the cards. Renders a `<div>`, or
 * nothing while closed.
 *
 * @throws {Error} when rendered outside a `<DiscovrProvider>`.
 * @example
 * const preview = useTitlePreview();
 * <DiscovrPage filters={filters} href="/title/{id}" onItemIntent={preview.onItemIntent} />
 * <TitlePreview controller={preview} href="/title/{id}" onPlay={play} />
 */
export const TitlePreview = forwardRef<HTMLDivElement, TitlePreviewProps>(function TitlePreview(props, ref) {
  const { shown } = props.controller;
  return shown ? <OpenTitlePreview key={shown.item.id} {...props} ref={ref} shown={shown} /> : null;
});

const english = { ...titleSheetEnglish, ...pageEnglish };

const OpenTitlePreview = forwardRef<HTMLDivElement, TitlePreviewProps & { shown: PreviewedCard }>(
  function OpenTitlePreview(props, ref) {
    const { controller, shown, onPlay, renderPreview, href, onItemClick, renderLink, ...others } = props;
    const { classNames, className, messages: ownMessages, ...rest } = others;
    const { card, item } = shown;
    const { locale } = useDiscovrContext('<TitlePreview>');
    const messages = useMessages(english, ownMessages, '<TitlePreview>');
    const sheet = useTitleSheet(item.id, { item });
    const { media, meta, toggles, failedToggle } = sheet;
    const isStill = usePrefersReducedMotion() || savesData();
    const genres = media?.genres?.slice(0, MAX_GENRES) ?? [];
    const genreNames = useGenreNames(genres, locale, '<TitlePreview>');
    const facts =
      media && [yearOf(media, locale), lengthOf(media, messages.titleSheet.seasons, locale)].filter(Boolean);
    const named = genreNames(genres);
    const isCutOff = named !== undefined && named.length > LINE_LENGTH;
    const element = useRef<HTMLDivElement>(null);
    const rootProps = useRootProps('<TitlePreview>', 'discovr-TitlePreview', { ref, className, element });

    // Before paint, after each render: a message can make the panel higher. A card that was removed has no place.
    useIsomorphicLayoutEffect(() => {
      if (element.current && card.isConnected) placeOver(element.current, card);
    });
    useIsomorphicLayoutEffect(() => {
      const panel = element.current;
      const place = placeOfControl(card);
      return () => {
        // A click on a button of the panel has moved the focus into it, and may have removed the card.
        if (!panel?.contains(document.activeElement)) return;
        if (card.isConnected) card.focus({ preventScroll: true });
        else focusSuccessor(place);
      };
    }, [card]);

    /** The page of the card reports that the item is opened. While capturing, because the app may remove the card. */
    const noteOpening = ({ target, type, button }: MouseEvent<HTMLElement>) => {
      const control = (target as Element).closest(OPENS_ITEM);
      // The middle button opens a link in another tab.
      const opens = type === 'click' ? control?.matches('a, button') : button === 1 && control?.matches('a');
      if (opens) card.dispatchEvent(new Event(ITEM_OPENED, { bubbles: true }));
    };

    const picture = item.backdrop_path ?? item.poster_path;
    const details = { mediaId: item.id, media, meta, ...sheet.resume };
    const label = playLabel({ sheet, messages, locale });
    const watchlist = messages.titleToggles.watchlist;
    const action = { ...itemLink(item, { href, renderLink }), onClick: clickOf(item, { onItemClick }) };
    return (
      <div
        role="group"
        aria-label={item.title}
        {...rest}
        {...rootProps}
        {...composeHandlers(rest, {
          onClickCapture: noteOpening,
          onAuxClickCapture: noteOpening,
          onPointerEnter: controller.keep,
          onPointerLeave: controller.leave,
          // A dialog that opens returns the focus to the card. Safari has not focused the clicked button.
          onClick: ({ target }: MouseEvent<HTMLElement>) => {
            if (!(target as Element).closest(OPENS_ITEM)) return;
            card.focus({ preventScroll: true });
            controller.close();
          },
        })}
        popover="manual"
        data-title-preview=""
      >
        <CardRoot className={slotClass(classNames, 'card', 'discovr-TitlePreview-card')} {...action}>
          <span className={slotClass(classNames, 'picture', 'discovr-TitlePreview-picture')}>
            <Picture
              url={picture}
              kind={item.backdrop_path ? 'backdrop' : 'poster'}
              sizes="380px"
              // The title is below.
              alt=""
              width={380}
              height={214}
              className="discovr-TitlePreview-image"
              isUrgent
              fallback={null}
            />
            {!isStill && renderPreview && <span className="discovr-TitlePreview-clip">{renderPreview(item)}</span>}
          </span>
          <bdi className={slotClass(classNames, 'title', 'discovr-TitlePreview-title')}>{item.title}</bdi>
          {item.rowReason && (
            <bdi className={slotClass(classNames, 'facts', 'discovr-TitlePreview-facts discovr-TitlePreview-reason')}>
              {item.rowReason}
            </bdi>
          )}
          <span className={slotClass(classNames, 'facts', 'discovr-TitlePreview-facts')}>
            {facts?.map((fact) => (
              <bdi key={fact} className="discovr-TitlePreview-fact">
                {fact}
              </bdi>
            ))}
          </span>
          <bdi className={slotClass(classNames, 'facts', 'discovr-TitlePreview-facts')}>
            {isCutOff ? genreNames(genres.slice(0, 1)) : named}
          </bdi>
          {(sheet.isLoading || media?.overview) && (
            <bdi className={slotClass(classNames, 'overview', 'discovr-TitlePreview-overview')}>{media?.overview}</bdi>
          )}
        </CardRoot>
        <div className="discovr-TitlePreview-actions">
          {onPlay && (
            <div className="discovr-TitlePreview-play">
              <button
                type="button"
                className={slotClass(classNames, 'playButton', 'discovr-Button')}
                data-variant="main"
                disabled={sheet.isMetaLoading}
                onClick={() => {
                  onPlay({ ...details, label });
                  controller.close();
                }}
              >
                <Icon path={playIcon} /> <span className="discovr-Button-text">{label}</span>
              </button>
              <WatchedProgress sheet={sheet} messages={messages} locale={locale} />
            </div>
          )}
          <button
            type="button"
            className={slotClass(classNames, 'toggle', 'discovr-TitlePreview-toggle')}
            aria-pressed={toggles.watchlist.isOn}
            // A name and a tooltip at once. Some screen readers would read a name and an equal tooltip.
            title={watchlist}
            disabled={toggles.watchlist.isOn === undefined}
            onClick={toggles.watchlist.toggle}
          >
            <Icon path={watchlistIcon} />
          </button>
          {opensItem(item, { href, renderLink, onItemClick }) && (
            <CardRoot
              className="discovr-TitlePreview-toggle discovr-TitlePreview-more"
              title={messages.page.details}
              {...action}
            >
              <Icon path={forwardIcon} />
            </CardRoot>
          )}
        </div>
        <Alert text={failedToggle ? messages.titleNotSaved[failedToggle] : undefined} />
      </div>
    );
  },
);

/** Selector of the parts that open the item, if the app opens items. */
const OPENS_ITEM = '.discovr-TitlePreview-card, .discovr-TitlePreview-more';

const MAX_GENRES = 2;

/** Number of characters that fit on the line of the genres. */
const LINE_LENGTH = 34;

/** Whether the user has asked the browser to save data. Only Chromium knows. */
const savesData = () =>
  (globalThis.navigator as { connection?: { saveData?: boolean } } | undefined)?.connection?.saveData === true;

/** Distance of the panel from the edges of the window, in CSS pixels. */
const MARGIN = 8;

/** Opens the panel in the top layer, over the middle of a card, and keeps it inside the window. */
function placeOver(panel: HTMLElement, card: Element): void {
  // Older browsers have no popovers. The stylesheet raises the panel there.
  if ('showPopover' in panel && !panel.matches(':popover-open')) panel.showPopover();
  const { clientWidth, clientHeight } = document.documentElement;
  const { left, top, width, height } = card.getBoundingClientRect();
  const within = (start: number, size: number, room: number) => Math.max(MARGIN, Math.min(start, room - MARGIN - size));
  panel.style.width = `${Math.min(Math.max(300, 1.6 * width), 380, clientWidth - 2 * MARGIN)}px`;
  const { offsetWidth, offsetHeight } = panel;
  // The heading of the row stays visible.
  const above = Math.min((offsetHeight - height) / 2, MARGIN);
  panel.style.left = `${within(left + (width - offsetWidth) / 2, offsetWidth, clientWidth)}px`;
  panel.style.top = `${within(top - above, offsetHeight, clientHeight)}px`;
}
