'use client';

import { forwardRef, useEffect, useId, useRef, useState, type RefObject } from 'react';
import { useLastClick, whenIdle, useStillLoading } from '../../ui/hooks.js';
import type { MediaList } from '../../api/facts.js';
import { errorsEnglish, statesEnglish } from '../../messages/english/states.js';
import { titleSheetEnglish } from '../../messages/english/titleSheet.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { focusableWithin } from '../../focus/focusable.js';
import { areLevel } from '../../focus/geometry.js';
import { isRemoteInUse } from '../../focus/scope.js';
import { useDiscovrContext, useMessages } from '../../react/provider/context.js';
import { useSession } from '../../react/session/useSession.js';
import { Announcement } from '../../ui/Announcement.js';
import { moveToNearest } from '../../ui/arrowKeys.js';
import { closeIcon, Icon } from '../../ui/Icon.js';
import { slotClass } from '../../ui/classNames.js';
import { LEVEL_BELOW } from '../../ui/StateNotice.js';
import { useFocusAcrossViews } from '../../ui/useViewFocus.js';
import { useIsomorphicLayoutEffect, useLatestMethods } from '../../react/hooks.js';
import { openerOf, useModalDialog } from '../../ui/dialog/useModalDialog.js';
import { useRootProps } from '../../ui/useRootProps.js';
import type { TitleSheetProps } from './types.js';
import { leaveHead, TitleSheetActions } from './TitleSheetActions.js';
import { TitleSheetDetails, TitleSheetUnavailable, unavailableReason, unavailableTitle } from './TitleSheetDetails.js';
import { TitleSheetHead } from './TitleSheetHead.js';
import type * as SheetMotion from './sheetMotion.js';
import { useTitleSheet } from './useTitleSheet.js';

const english = { ...titleSheetEnglish, ...statesEnglish, ...errorsEnglish };

const SILENCE = { id: 0, text: '' };

/**
 * Modal dialog for one title: facts, play or resume, like, dislike, super-like, watchlist and where to watch. Render it
 * once, next to the components that open it. It is open while `mediaId` is set. Escape, the Back key of a remote
 * control, the device's Back gesture, a click outside and the close button call `onClose`. After closing, focus returns
 * to the element that had it. Renders a `<dialog>`, or nothing while closed. `data-state` is `loading`, `failed` or
 * `ready`.
 *
 * @throws {Error} when it is rendered outside `<DiscovrProvider>`.
 * @example
 * const [shown, setShown] = useState<MediaItem>();
 * <Rail … onItemClick={(item) => item.type === 'media' && setShown(item)} />
 * <TitleSheet mediaId={shown?.id} item={shown} onClose={() => setShown(undefined)} onPlay={play} />
 */
export const TitleSheet = forwardRef<HTMLDialogElement, TitleSheetProps>(function TitleSheet(props, ref) {
  const { mediaId, ...rest } = props;
  const lastClick = useLastClick();
  useEffect(() => whenIdle(() => void loadMotion()), []);
  return mediaId ? <OpenTitleSheet {...rest} ref={ref} {...{ mediaId, lastClick }} /> : null;
});

/** Props of {@link OpenTitleSheet}. */
interface OpenTitleSheetProps extends TitleSheetProps {
  mediaId: string;
  /** The control that was clicked last. */
  lastClick: RefObject<HTMLElement | null>;
}

/** What moves sheets, once it is loaded. */
let motion: typeof SheetMotion | undefined;

/** Loads the code that moves sheets. Without it, a sheet opens and closes all the same. */
export async function loadMotion(): Promise<void> {
  // Test environments without layout have no media queries.
  if (typeof matchMedia !== 'undefined') motion ??= await import('./sheetMotion.js').catch(() => undefined);
}

/** The title sheet while it is open. */
const OpenTitleSheet = forwardRef<HTMLDialogElement, OpenTitleSheetProps>(function OpenTitleSheet(props, ref) {
  const {
    mediaId,
    item: given,
    onClose,
    renderPlay,
    onPlay,
    providerHref,
    onSessionRequired,
    lastClick,
    headingLevel = 2,
    classNames,
    className,
    messages: ownMessages,
    onKeyDown,
    ...rest
  } = props;
  const { locale } = useDiscovrContext('<TitleSheet>');
  const messages = useMessages(english, ownMessages, '<TitleSheet>');
  const texts = messages.titleSheet;
  const titleId = useId();
  const [announcement, setAnnouncement] = useState(SILENCE);

  const opener = useRef<HTMLElement>(null);
  const isShown = useRef(false);
  useIsomorphicLayoutEffect(() => {
    // Runs before the dialog takes focus.
    opener.current = openerOf(lastClick);
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, [lastClick]);
  // A dialog that the app closed fires `close` too, but after it is unmounted.
  const closeNow = () => isShown.current && onClose();
  const close = () => {
    if (isShown.current && motion && dialog.current) motion.leave(dialog.current, opener.current, closeNow);
    else closeNow();
  };
  const dialog = useModalDialog(true, close, opener);
  const { latestClose } = useLatestMethods({ latestClose: close });
  // After the dialog has opened.
  useIsomorphicLayoutEffect(() => {
    const { current: element } = dialog;
    if (!element) return;
    // The next Tab leads to Play. With a remote control, only a control is a place for the focus.
    if (!isRemoteInUse(element)) element.querySelector<HTMLElement>('[data-title]')?.focus({ preventScroll: true });
    void motion?.arrive(element, opener.current);
  }, [dialog]);
  useEffect(() => {
    const { current: element } = dialog;
    let stop: (() => void) | undefined;
    let isOver = false;
    void loadMotion().then(() => {
      if (element && !isOver) stop = motion?.dragToClose(element, latestClose);
    });
    return () => {
      isOver = true;
      stop?.();
    };
  }, [dialog, latestClose]);
  const rootProps = useRootProps('<TitleSheet>', 'discovr-TitleSheet', { ref, className, element: dialog });

  const item = given?.id === mediaId ? given : undefined;
  const sheet = useTitleSheet(mediaId, {
    item,
    onToggled(list: MediaList, isOn: boolean, toggledId: string) {
      // The sheet may show another title when the response arrives.
      if (toggledId !== mediaId) return;
      const text = formatMessage((isOn ? messages.titleAdded : messages.titleRemoved)[list], {
        title: title ?? mediaId,
      });
      setAnnouncement(({ id }) => ({ id: id + 1, text }));
    },
  });
  const isStill = useStillLoading(sheet.isLoading);
  // What was announced before would be announced again afterwards.
  useEffect(
    () => setAnnouncement(isStill ? { id: -1, text: texts.stillLoading } : SILENCE),
    [isStill, mediaId, texts.stillLoading],
  );
  const reason = unavailableReason(sheet);
  const session = useSession();
  const name = sheet.media?.title ?? item?.title;
  const title = name ?? (sheet.error && unavailableTitle(sheet.error, session, messages)) ?? undefined;
  const hasFailed = sheet.error !== null || sheet.metaError !== null;
  const body = useFocusAcrossViews<HTMLDivElement>(
    `${mediaId} ${hasFailed} ${reason !== undefined}`,
    // Only a control is a place for the focus of a remote control.
    (root) =>
      (isRemoteInUse(root) ? null : root.querySelector<HTMLElement>('[data-title]')) ?? root.querySelector('button'),
  );
  const isSettled = reason !== undefined || (!sheet.isMetaLoading && (sheet.media ?? sheet.meta) !== undefined);
  // Before the focus counts as lost, because the sheet itself has it.
  useIsomorphicLayoutEffect(() => {
    if (isSettled && body.current) leaveHead(body.current);
  }, [isSettled, mediaId, body]);
  const state = sheet.media ? 'ready' : sheet.error ? 'failed' : 'loading';
  const parts = { sheet, item, messages, locale, classNames };
  return (
    <dialog
      aria-labelledby={title === undefined ? undefined : titleId}
      aria-label={title === undefined ? texts.loading : undefined}
      {...rest}
      {...rootProps}
      data-state={state}
      aria-busy={sheet.isLoading || undefined}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        const seen = body.current?.getBoundingClientRect();
        // While the focused control is scrolled out of view, the browser scrolls the sheet. It is the target of the key.
        if (seen && areLevel((event.target as Element).getBoundingClientRect(), seen))
          moveToNearest(event, () => focusableWithin(event.currentTarget));
      }}
    >
      {/* Otherwise Chromium focuses the scroll area while it has no controls, and takes the focus away when it has some. */}
      <div ref={body} tabIndex={-1} className="discovr-TitleSheet-body">
        <button
          type="button"
          className={slotClass(classNames, 'closeButton', 'discovr-TitleSheet-close')}
          aria-label={texts.close}
          data-remote="bar"
          onClick={close}
        >
          <Icon path={closeIcon} />
        </button>
        <TitleSheetHead
          {...parts}
          {...{ title, titleId, headingLevel, isStill }}
          hasPlay={renderPlay !== undefined || onPlay !== undefined}
        />
        {reason ? (
          <TitleSheetUnavailable
            {...parts}
            reason={reason}
            isNamed={name !== undefined}
            headingLevel={LEVEL_BELOW[headingLevel]}
            onSessionRequired={onSessionRequired}
            onClose={close}
          />
        ) : (
          <>
            <TitleSheetActions {...parts} mediaId={mediaId} renderPlay={renderPlay} onPlay={onPlay} />
            <TitleSheetDetails {...parts} {...{ mediaId, headingLevel, providerHref }} />
          </>
        )}
        <Announcement value={announcement} />
      </div>
    </dialog>
  );
});
