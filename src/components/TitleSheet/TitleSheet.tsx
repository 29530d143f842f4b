'use client';

import { forwardRef } from 'react';
import { useLastPress } from '../../ui/useLastPress.js';
import { OpenTitleSheet } from './OpenTitleSheet.js';
import type { TitleSheetProps } from './types.js';

/**
 * All about one title, in a modal dialog: facts, where to go on, like, dislike, super-like and watchlist, where to watch.
 * Render it once, beside what opens it; it is open while there is a `mediaId`. Escape, the device's Back gesture, a press
 * beside it and its button ask to close it; then the focus returns to what had it. Renders a `<dialog>`, and nothing
 * while it is closed. `data-state` is `loading`, `failed` or `ready`.
 *
 * @throws where there is no provider above, or its client lacks a method the sheet needs.
 * @example
 * const [shown, setShown] = useState<MediaItem>();
 * <Rail … onItemClick={(item) => item.type === 'media' && setShown(item)} />
 * <TitleSheet mediaId={shown?.id} item={shown} onClose={() => setShown(undefined)} onPlay={play} />
 */
export const TitleSheet = forwardRef<HTMLDialogElement, TitleSheetProps>(function TitleSheet(props, ref) {
  const { mediaId, ...rest } = props;
  const lastPress = useLastPress();
  return mediaId ? <OpenTitleSheet {...rest} ref={ref} mediaId={mediaId} lastPress={lastPress} /> : null;
});
