'use client';

import { useMemo, useState } from 'react';
import { DiscovrError, isDiscovrError } from '../../api/errors/discovrError.js';
import { mediaLists, type MediaList } from '../../api/schemas/titles/list.js';
import type { MediaItem } from '../../api/schemas/media.js';
import type { Media, MediaProfileMeta } from '../../api/schemas/titles/mediaFacts.js';
import type { ListVariables } from '../../react/titles/lists/listChange.js';
import { useDislike } from '../../react/titles/lists/useDislike.js';
import { useLike } from '../../react/titles/lists/useLike.js';
import { useMedia } from '../../react/titles/useMedia.js';
import { useMediaProfileMeta } from '../../react/titles/useMediaProfileMeta.js';
import { useSession } from '../../react/session/useSession.js';
import { useSuperLike } from '../../react/titles/lists/useSuperLike.js';
import { useWatchlist } from '../../react/titles/lists/useWatchlist.js';
import { profileIdOf, type SessionState } from '../../session/state/sessionState.js';
import type { ResumePoint } from './types.js';

/** Options of {@link useTitleSheet}. */
export interface UseTitleSheetOptions {
  /** The title as an item, so that lists on screen show at once what is pressed; else one is made of the facts. */
  item?: MediaItem | undefined;
  /** Hears that a list was changed, once Discovr has said so. */
  onToggled?: ((list: MediaList, isOn: boolean, mediaId: string) => void) | undefined;
}

/** Whether a title is on a list, and what changes that. */
export interface TitleToggle {
  /** `undefined` until it is known. Changes before the answer, and back where that is a failure. */
  readonly isOn: boolean | undefined;
  /** Whether an answer is awaited. */
  readonly isPending: boolean;
  /** Puts the title on the list or takes it off; does nothing until it is known whether it is there. */
  readonly toggle: () => void;
}

/** What {@link useTitleSheet} gives. */
export interface UseTitleSheetResult {
  /** What is known of the title. */
  readonly media: Media | undefined;
  /** What it is to the active profile, with the services that offer it. */
  readonly meta: MediaProfileMeta | undefined;
  /** Whether the facts are on their way. */
  readonly isLoading: boolean;
  /** Why there are no facts; `NOT_SIGNED_IN` or `NO_ACTIVE_PROFILE` where nobody is there to ask for them. */
  readonly error: DiscovrError | null;
  /** Whether it is on its way what the title is to the profile. */
  readonly isMetaLoading: boolean;
  /** Why that is not known. */
  readonly metaError: DiscovrError | null;
  /** Asks again for what failed. */
  readonly retry: () => void;
  /** By list: `liked`, `disliked`, `super_liked`, `watchlist`. The first three exclude each other. */
  readonly toggles: Readonly<Record<MediaList, TitleToggle>>;
  /** Why what was last pressed failed; `null` once something is pressed again. */
  readonly toggleError: DiscovrError | null;
  /** Where to go on; absent where there is nothing to resume. */
  readonly resume: ResumePoint | undefined;
}

/**
 * All that a page about one title needs, for a look of one's own: facts, what the title is to the profile, four toggles.
 * {@link TitleSheet} stands on it.
 *
 * @throws where the provider's client lacks one of the methods.
 * @example
 * const { media, toggles, resume } = useTitleSheet('MV_550');
 * <button aria-pressed={toggles.liked.isOn} onClick={toggles.liked.toggle}>Like</button>
 */
export function useTitleSheet(mediaId: string, options: UseTitleSheetOptions = {}): UseTitleSheetResult {
  const session = useSession();
  const facts = useMedia(mediaId);
  const own = useMediaProfileMeta(mediaId, { providers: true });
  const nobody = useMemo(() => absence(session.status), [session.status]);
  const { data: media, isError: haveFactsFailed } = facts;
  const { data: meta, isError: hasMetaFailed } = own;

  // Of another title, or of another profile, it is no news.
  const asked = `${profileIdOf(session)} ${mediaId}`;
  const [failure, setFailure] = useState<{ asked: string; error: DiscovrError }>();
  const mutationOptions = (list: MediaList) => ({
    onSuccess: (_answer: unknown, { on, mediaId: of }: ListVariables) => options.onToggled?.(list, on, of),
    onError: (error: unknown, variables: ListVariables) => {
      // Not sent since another profile is active: nothing that concerns anybody.
      if (isDiscovrError(error)) setFailure({ asked: `${profileIdOf(session)} ${variables.mediaId}`, error });
    },
  });
  const mutations = {
    liked: useLike(mutationOptions('liked')),
    disliked: useDislike(mutationOptions('disliked')),
    super_liked: useSuperLike(mutationOptions('super_liked')),
    watchlist: useWatchlist(mutationOptions('watchlist')),
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

  const error = media ? null : (facts.error ?? nobody);
  const metaError = meta ? null : (own.error ?? nobody);
  return {
    media,
    meta,
    isLoading: !media && !error,
    error,
    isMetaLoading: !meta && !metaError,
    metaError,
    retry() {
      // Each tells of its failure itself.
      if (haveFactsFailed) void facts.refetch();
      if (hasMetaFailed) void own.refetch();
    },
    // One for each list, as the record says.
    toggles: Object.fromEntries(mediaLists.map((list) => [list, toggleOf(list)])) as UseTitleSheetResult['toggles'],
    toggleError: failure?.asked === asked ? failure.error : null,
    resume: resumePointOf(meta),
  };
}

function absence(status: SessionState['status']): DiscovrError | null {
  if (status === 'signedOut') return new DiscovrError('NOT_SIGNED_IN', 'Nobody is signed in, so no title can be read.');
  if (status !== 'signedIn') return null;
  return new DiscovrError('NO_ACTIVE_PROFILE', 'No profile is active, so no title can be read. Call selectProfile().');
}

function itemOf(media: Media | undefined): MediaItem | undefined {
  if (!media) return undefined;
  const { id, title, media_type, poster_path, backdrop_path } = media;
  return { type: 'media', id, title, media_type, poster_path, backdrop_path };
}

function resumePointOf(meta: MediaProfileMeta | undefined): ResumePoint | undefined {
  if (!meta?.playback?.resumable) return undefined;
  const { progress, season, episode } = meta.playback;
  return { progress, season, episode };
}
