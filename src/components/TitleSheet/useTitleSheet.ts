'use client';

import { useMemo, useState } from 'react';
import { mediaLists, type MediaList } from '../../api/facts.js';
import type { HeroItem, MediaItem } from '../../api/media.js';
import type { Media, MediaProfileMeta } from '../../api/mediaFacts.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { useSession } from '../../react/session/useSession.js';
import type { UpdateListVariables } from '../../react/titles/listChange.js';
import { useUpdateList } from '../../react/titles/useTitleChanges.js';
import { useMedia, useMediaProfileMeta } from '../../react/titles/useTitles.js';
import { profileIdOf, type SessionState } from '../../session/sessionState.js';
import { DiscovrError, isDiscovrError } from '../../shared/errors.js';
import type { ResumePoint, TitleSheetClassNames } from './types.js';

/** Options of {@link useTitleSheet}. */
export interface UseTitleSheetOptions {
  /**
   * The title as an item. Lists on screen show it as soon as a toggle is clicked. If omitted, the item is made from the
   * facts.
   */
  item?: MediaItem | undefined;
  /** Called when Discovr has confirmed a change of a list. */
  onToggled?: ((list: MediaList, isOn: boolean, mediaId: string) => void) | undefined;
}

/** Whether a title is on a list, and a method that changes it. */
export interface TitleToggle {
  /** `undefined` until it is known. Changes before the response, and reverts when the request fails. */
  readonly isOn: boolean | undefined;
  /** Whether a change is waiting for its response. */
  readonly isPending: boolean;
  /** Adds the title to the list or removes it. Does nothing while `isOn` is `undefined`. */
  readonly toggle: () => void;
}

/** Result of {@link useTitleSheet}. */
export interface UseTitleSheetResult {
  /** Facts of the title. */
  readonly media: Media | undefined;
  /** Data of the title for the active profile, with the services that offer it. */
  readonly meta: MediaProfileMeta | undefined;
  /** Whether the facts are loading. */
  readonly isLoading: boolean;
  /** Why there are no facts: `NOT_SIGNED_IN`, `NO_ACTIVE_PROFILE`, or the error of the request. */
  readonly error: DiscovrError | null;
  /** Whether the profile data is loading. */
  readonly isMetaLoading: boolean;
  /** Why there is no profile data. */
  readonly metaError: DiscovrError | null;
  /** Repeats the requests that failed. */
  readonly retry: () => void;
  /** Toggles by list: `liked`, `disliked`, `super_liked`, `watchlist`. The first three exclude each other. */
  readonly toggles: Readonly<Record<MediaList, TitleToggle>>;
  /** Why the last toggle failed; `null` after the next click on a toggle. */
  readonly toggleError: DiscovrError | null;
  /** List of the toggle that failed last; `null` without a `toggleError`. */
  readonly failedToggle: MediaList | null;
  /**
   * Position from which playback can be resumed: `undefined` while the profile data is loading, `null` when there is
   * nothing to resume or no profile data.
   */
  readonly resume: ResumePoint | null | undefined;
}

/**
 * Returns the data and methods for a custom title page: facts, profile data and four toggles. {@link TitleSheet} uses
 * this hook.
 *
 * @example
 * const { media, toggles, resume } = useTitleSheet('MV_900000285');
 * <button aria-pressed={toggles.liked.isOn} onClick={toggles.liked.toggle}>Like</button>
 */
export function useTitleSheet(mediaId: string, options: UseTitleSheetOptions = {}): UseTitleSheetResult {
  const session = useSession();
  const facts = useMedia(mediaId);
  const own = useMediaProfileMeta(mediaId, { providers: true });
  const sessionError = useMemo(() => sessionErrorOf(session.status), [session.status]);
  const { data: media, isError: haveFactsFailed } = facts;
  const { data: meta, isError: hasMetaFailed } = own;

  // A failure is shown only for the title and profile that it belongs to.
  const key = `${profileIdOf(session)} ${mediaId}`;
  const [failure, setFailure] = useState<{ key: string; list: MediaList; error: DiscovrError }>();
  const mutationOptions = (list: MediaList) => ({
    onSuccess: (_response: unknown, { on, mediaId: toggledId }: UpdateListVariables) =>
      options.onToggled?.(list, on, toggledId),
    onError: (error: unknown, variables: UpdateListVariables) => {
      // Any other error means that a profile switch prevented the change from being sent.
      if (isDiscovrError(error)) setFailure({ key: `${profileIdOf(session)} ${variables.mediaId}`, list, error });
    },
  });
  const mutations = {
    liked: useUpdateList('liked', mutationOptions('liked')),
    disliked: useUpdateList('disliked', mutationOptions('disliked')),
    super_liked: useUpdateList('super_liked', mutationOptions('super_liked')),
    watchlist: useUpdateList('watchlist', mutationOptions('watchlist')),
  };
  const toggleOf = (list: MediaList): TitleToggle => {
    const { mutate, isPending, variables } = mutations[list];
    return {
      isOn: meta?.[list],
      isPending: isPending && variables.mediaId === mediaId,
      toggle() {
        if (!meta) return;
        setFailure(undefined);
        mutate({ mediaId, on: !meta[list], item: options.item?.id === mediaId ? options.item : itemOf(media) });
      },
    };
  };

  const error = media ? null : (facts.error ?? sessionError);
  const metaError = meta ? null : (own.error ?? sessionError);
  return {
    media,
    meta,
    isLoading: !media && !error,
    error,
    isMetaLoading: !meta && !metaError,
    metaError,
    retry() {
      // Each query reports a failure in its state.
      if (haveFactsFailed) void facts.refetch();
      if (hasMetaFailed) void own.refetch();
    },
    // Each list has a toggle, so the record is complete.
    toggles: Object.fromEntries(mediaLists.map((list) => [list, toggleOf(list)])) as UseTitleSheetResult['toggles'],
    toggleError: failure?.key === key ? failure.error : null,
    failedToggle: failure?.key === key ? failure.list : null,
    resume: meta || metaError ? resumePointOf(meta) : undefined,
  };
}

function sessionErrorOf(status: SessionState['status']): DiscovrError | null {
  if (status === 'signedOut') {
    return new DiscovrError('NOT_SIGNED_IN', 'No user is signed in, so titles cannot be loaded. Sign in first.');
  }
  if (status !== 'signedIn') return null;
  const message = 'No profile is active, so titles cannot be loaded. Call selectProfile().';
  return new DiscovrError('NO_ACTIVE_PROFILE', message);
}

function itemOf(media: Media | undefined): MediaItem | undefined {
  if (!media) return undefined;
  const { id, title, media_type, poster_path, backdrop_path } = media;
  return { type: 'media', id, title, media_type, poster_path, backdrop_path };
}

function resumePointOf(meta: MediaProfileMeta | undefined): ResumePoint | null {
  if (!meta?.playback?.resumable) return null;
  const { progress, season, episode } = meta.playback;
  return { progress, season, episode };
}

/** Props of each part of a sheet. */
export interface TitleSheetPartProps {
  sheet: UseTitleSheetResult;
  /** The item passed to the sheet, when it is an item of this title. */
  item: MediaItem | HeroItem | undefined;
  messages: Pick<
    Messages,
    'titleSheet' | 'titleToggles' | 'titleNotSaved' | 'titleAdded' | 'titleRemoved' | 'states' | 'errors'
  >;
  locale: string;
  classNames: TitleSheetClassNames | undefined;
}

/** Returns how much of a title was watched, as text. */
export function watchedText(
  { progress }: ResumePoint,
  { messages, locale }: { messages: Pick<Messages, 'titleSheet'>; locale: string },
): string {
  return formatMessage(messages.titleSheet.watched, { percent: percentText(progress, locale) });
}

/** Returns a percentage (0 to 100) in the locale's format. */
export function percentText(progress: number, locale: string): string {
  return new Intl.NumberFormat([locale, 'en'], { style: 'percent', maximumFractionDigits: 0 }).format(progress / 100);
}
