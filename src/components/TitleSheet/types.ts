import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import type { HeroItem, MediaItem } from '../../api/schemas/media.js';
import type { Media, MediaProfileMeta } from '../../api/schemas/titles/mediaFacts.js';
import type { MessagesOverride } from '../../messages/messages.js';

/** Own class names by slot; each stands beside the stable `discovr-…` class of the same element. */
export interface TitleSheetClassNames {
  /** The button that closes it. */
  closeButton?: string;
  /** The picture with what is written on it. */
  head?: string;
  /** The picture. */
  picture?: string;
  /** The heading, with the title or its lettering. */
  title?: string;
  /** Year, running time or seasons, and genres. */
  facts?: string;
  /** The place of the button that plays. */
  play?: string;
  /** The button that plays, where it is the sheet's own. */
  playButton?: string;
  /** Each of the four buttons: like, dislike, super-like, watchlist. */
  toggle?: string;
  /** What tells that the title was seen before, and how far. */
  note?: string;
  /** What tells that something failed. */
  alert?: string;
  /** The synopsis. */
  overview?: string;
  /** The services that offer it. */
  providers?: string;
  /** Who plays in it. */
  cast?: string;
}

/** Where playback stands that can be resumed. */
export interface ResumePoint {
  /** Percent: 0 to 100. */
  readonly progress: number;
  /** Of a series, from 1. */
  readonly season?: number | undefined;
  /** Of a series, from 1. */
  readonly episode?: number | undefined;
}

/** What there is to play. Progress, season and episode are absent where it starts from the beginning. */
export interface PlayDetails extends Partial<ResumePoint> {
  readonly mediaId: string;
  /** Absent while it is on its way, and where it did not come. */
  readonly media: Media | undefined;
  /** Absent where it did not come. */
  readonly meta: MediaProfileMeta | undefined;
  /** "Play", "Resume from 43%" or "Resume S2 E3", in the words of the locale. */
  readonly label: string;
}

/** Renders the control that plays: a button or a link. */
export type RenderPlay = (details: PlayDetails) => ReactNode;

/** Props of `<TitleSheet>`: its own, and those of a `<dialog>`. */
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
