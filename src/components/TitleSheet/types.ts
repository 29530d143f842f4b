import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import type { HeroItem, MediaItem } from '../../api/media.js';
import type { ProviderItem } from '../../api/rows.js';
import type { Media, MediaProfileMeta } from '../../api/mediaFacts.js';
import type { MessagesOverride } from '../../messages/messages.js';
import type { SessionRequestOptions } from '../../react/session/useSession.js';

/** Custom class names by slot. Each is added to the stable `discovr-…` class of its element. */
export interface TitleSheetClassNames {
  /** The button that closes the sheet. */
  closeButton?: string;
  /** The image, and the texts over or below it. */
  head?: string;
  /** The image. */
  picture?: string;
  /** The heading, with the title or its logo. */
  title?: string;
  /** Year, length, genres, why the title is recommended, and whether it was watched. */
  facts?: string;
  /** The container of the play control. */
  play?: string;
  /** The default play button; not rendered when `renderPlay` is set. */
  playButton?: string;
  /** Each of the four buttons: like, dislike, super-like, watchlist. */
  toggle?: string;
  /** The note that the title was watched, after its facts. */
  note?: string;
  /** The message of a failed request. */
  alert?: string;
  /** The overview. */
  overview?: string;
  /** The services that offer the title. */
  providers?: string;
  /** Each link to a service. */
  providerLink?: string;
  /** The cast. */
  cast?: string;
}

/** Position from which playback can be resumed. */
export interface ResumePoint {
  /** Percentage watched, 0 to 100. */
  readonly progress: number;
  /** Season of a series, from 1. */
  readonly season?: number | undefined;
  /** Episode of a series, from 1. */
  readonly episode?: number | undefined;
}

/** Details of the title to play. Progress, season and episode are absent when playback starts from the beginning. */
export interface PlayDetails extends Partial<ResumePoint> {
  readonly mediaId: string;
  /** Facts of the title; `undefined` while they load and when they failed to load. */
  readonly media: Media | undefined;
  /** Data of the title for the active profile; `undefined` when it failed to load. */
  readonly meta: MediaProfileMeta | undefined;
  /** "Play", "Resume · 1 hr 4 min left", "Resume from 43%" or "Resume S2 E3", in the language of the provider. */
  readonly label: string;
}

/** Props of `<TitleSheet>`: its options, and the props of a `<dialog>`. */
export interface TitleSheetProps
  extends
    Omit<ComponentPropsWithoutRef<'dialog'>, 'children' | 'onClose' | 'onPlay' | 'open' | 'title'>,
    SessionRequestOptions {
  /** Id of the title to show. The sheet is open while it is set. */
  mediaId: string | null | undefined;
  /** Called when the user closes the sheet. The app must then set `mediaId` to `undefined`. */
  onClose: () => void;
  /** The clicked item, whose name and image are shown immediately. It is ignored when its id is not `mediaId`. */
  item?: MediaItem | HeroItem | null | undefined;
  /** Renders a custom play control, such as a link to the player. */
  renderPlay?: ((details: PlayDetails) => ReactNode) | undefined;
  /** Called when the default play button is clicked. Without `onPlay` or `renderPlay`, there is no play control. */
  onPlay?: ((details: PlayDetails) => void) | undefined;
  /**
   * Returns the URL of the title at a service that offers it, or `undefined` for a service that is not a link. Only
   * `http(s):` URLs and paths of the app become links. Without it, services are not links.
   */
  providerHref?:
    ((provider: ProviderItem, title: Pick<PlayDetails, 'mediaId' | 'media'>) => string | null | undefined) | undefined;
  /**
   * Level of the sheet's heading. Section headings are one level below.
   * @default 2
   */
  headingLevel?: 2 | 3 | 4 | undefined;
  /** Custom class names by slot. Define them at module level. */
  classNames?: TitleSheetClassNames | undefined;
  /** Custom messages that override the provider's. Define them at module level. */
  messages?: MessagesOverride | undefined;
}
