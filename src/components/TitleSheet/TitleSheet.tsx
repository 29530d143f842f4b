'use client';

import { forwardRef, type ComponentPropsWithoutRef } from 'react';
import type { HeroItem, MediaItem } from '../../api/schemas/media.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { useLastPress } from '../../ui/useLastPress.js';
import { OpenTitleSheet } from './OpenTitleSheet.js';
import type { PlayDetails, RenderPlay, TitleSheetClassNames } from './types.js';

/** Props of {@link TitleSheet}: its own, and those of a `<dialog>`. */
export interface TitleSheetProps extends Omit<
  ComponentPropsWithoutRef<'dialog'>,
  'children' | 'onClose' | 'onPlay' | 'open' | 'title'
> {
  /** The title to show; the sheet is open while there is one. */
  mediaId: string | null | undefined;
  /** Hears that the person closes it: then give no `mediaId` any more. */
  onClose: () => void;
  /** What was pressed, so that name and picture are there at once. One of another title is left alone. */
  item?: MediaItem | HeroItem | null | undefined;
  /** Renders your own control that plays, such as a link to the player. */
  renderPlay?: RenderPlay | undefined;
  /** Hears a press of the sheet's own button that plays. Without it and `renderPlay` there is none. */
  onPlay?: ((details: PlayDetails) => void) | undefined;
  /**
   * Level of the heading; those of the sections are one below.
   * @default 2
   */
  headingLevel?: 2 | 3 | 4 | undefined;
  /** Own class names by slot. Keep it at module level. */
  classNames?: TitleSheetClassNames | undefined;
  /** Own words over the provider's. Keep it at module level. */
  messages?: MessagesOverride | undefined;
}

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
