'use client';

import { forwardRef, useEffect } from 'react';
import { useLastClick, whenIdle } from '../../ui/hooks.js';
import { loadMotion, OpenTitleSheet } from './OpenTitleSheet.js';
import type { TitleSheetProps } from './types.js';

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
