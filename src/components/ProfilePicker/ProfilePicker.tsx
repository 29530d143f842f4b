'use client';

import { forwardRef, useId, useMemo, useState, type ComponentPropsWithoutRef, type KeyboardEvent } from 'react';
import { errorsEnglish, statesEnglish } from '../../messages/english/states.js';
import { fieldErrorsEnglish } from '../../messages/english/filters.js';
import { profilesEnglish } from '../../messages/english/profiles.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { useDiscovrContext, useMessages } from '../../react/provider/context.js';
import { useProfiles } from '../../react/profiles/useProfiles.js';
import { useSession, type SessionRequestOptions } from '../../react/session/useSession.js';
import { Announcement } from '../../ui/Announcement.js';
import type { BrandProps } from '../../ui/brand.js';
import { composeHandlers } from '../../ui/hooks.js';
import { useRootProps } from '../../ui/useRootProps.js';
import type { Profile } from '../../api/profiles.js';
import type { SessionState } from '../../session/sessionState.js';
import type { DiscovrError } from '../../shared/errors.js';
import { profileIcon } from '../../ui/Icon.js';
import { SessionNotice } from '../../ui/SessionNotice.js';
import { FailureNotice } from '../../ui/FailureNotice.js';
import { StateNotice } from '../../ui/StateNotice.js';
import { ProfilePickerContext, useProfilePicker } from './context.js';
import { isBackFromStep, leaveTitle, usePickerFocus, usePickerView, ADD_TILE } from './usePickerView.js';
import { tileHue } from './ProfileAvatar.js';
import { ProfileTiles, type ProfileTilesProps } from './ProfileTiles.js';
import { CreateProfile, DeleteProfile, EditProfile } from './form/EditProfile.js';

const english = { ...profilesEnglish, ...fieldErrorsEnglish, ...statesEnglish, ...errorsEnglish };

/** Props of {@link ProfilePicker}: its options, and the props of a `<section>`. */
export interface ProfilePickerProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children'>, SessionRequestOptions, BrandProps {
  /** Called with the id of the profile that the user chose, once it is active. */
  onProfileSelected?: ((profileId: string) => void) | undefined;
  /**
   * Whether to show the buttons that add, edit and delete profiles. Actions that the client does not support are not
   * offered.
   * @default true
   */
  showManagement?: boolean | undefined;
  /**
   * Whether to show a search for GIFs as avatars. It is not shown if the client does not support it.
   * @default true
   */
  showGifSearch?: boolean | undefined;
  /**
   * Name of the service that the GIFs come from, shown next to them.
   * @default host of the GIFs' `tenorUrl`
   */
  gifSource?: string | undefined;
  /**
   * Whether the picker takes focus when it appears, and its content when it has loaded: the active profile, otherwise the
   * heading. Use it on a screen that shows only the picker.
   * @default false
   */
  takesFocus?: boolean | undefined;
  /**
   * Level of the heading: 1 on a screen that shows nothing else.
   * @default 2
   */
  headingLevel?: 1 | 2 | 3 | undefined;
  /** Custom messages that override the provider's. Define them at module level. */
  messages?: MessagesOverride | undefined;
}

type PickerState = 'loading' | 'signedOut' | 'failed' | 'choosing' | 'managing' | 'creating' | 'editing';

/**
 * Profile picker in which the user chooses who is watching, and adds, edits and deletes profiles. When there are no
 * profiles, it starts with the form for the first one. Renders a `<section>`; `data-state` is `loading`, `signedOut`,
 * `failed`, `choosing`, `managing`, `creating` or `editing`.
 *
 * @example
 * <ProfilePicker onProfileSelected={() => navigate('/browse')} />
 */
export const ProfilePicker = forwardRef<HTMLElement, ProfilePickerProps>(function ProfilePicker(props, ref) {
  const {
    onProfileSelected,
    onSessionRequired,
    showManagement = true,
    showGifSearch = true,
    gifSource,
    brand,
    takesFocus = false,
    headingLevel = 2,
    messages: ownMessages,
    className,
    ...rest
  } = props;
  const { client, locale } = useDiscovrContext('<ProfilePicker>');
  const messages = useMessages(english, ownMessages, '<ProfilePicker>');
  const texts = messages.profiles;
  const session = useSession();
  const query = useProfiles();
  const isSignedIn = session.status === 'signedIn' || session.status === 'active';
  const profiles = isSignedIn ? query.data : undefined;
  const picker = usePickerView(profiles !== undefined, takesFocus);
  const [announcement, setAnnouncement] = useState({ id: 0, text: '' });
  const titleId = useId();
  const retry = () => void query.refetch();

  const searchesGifs = showGifSearch && !client.lacks?.('searchGifs');
  const context = useMemo(
    () => ({
      messages,
      locale,
      can: {
        // A profile needs a picture.
        create:
          showManagement && !client.lacks?.('createProfile') && (searchesGifs || !client.lacks?.('getProfileImages')),
        update: showManagement && !client.lacks?.('updateProfile'),
        delete: showManagement && !client.lacks?.('deleteProfile'),
        searchGifs: searchesGifs,
      },
      gifSource,
      headingLevel,
      announce: (text: string) => setAnnouncement(({ id }) => ({ id: id + 1, text })),
    }),
    [messages, locale, showManagement, searchesGifs, gifSource, headingLevel, client],
  );

  const handleKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if ((isBackFromStep(event) && picker.back()) || leaveTitle(event)) event.preventDefault();
  };
  const state = stateOf();
  const root = usePickerFocus(state, takesFocus);
  const rootProps = useRootProps('<ProfilePicker>', 'discovr-ProfilePicker', { ref, className, element: root });
  const Heading = `h${headingLevel}` as const;
  // A notice has its own heading.
  const isEmpty = profiles?.length === 0 && state !== 'creating';
  const titles: Partial<Record<PickerState, string | undefined>> = {
    loading: texts.choose,
    choosing: isEmpty ? undefined : texts.choose,
    creating: texts.add,
    editing: texts.edit,
    managing: isEmpty ? undefined : texts.manage,
  };
  return (
    <ProfilePickerContext.Provider value={context}>
      <section
        aria-labelledby={titleId}
        tabIndex={-1}
        {...rest}
        {...rootProps}
        {...composeHandlers(rest, { onKeyDown: handleKeyDown })}
        data-state={state}
        aria-busy={state === 'loading' || undefined}
      >
        {brand && <div className="discovr-Brand">{brand}</div>}
        {titles[state] && (
          <Heading id={titleId} tabIndex={-1} className="discovr-ProfilePicker-title">
            {titles[state]}
          </Heading>
        )}
        {profiles ? (
          <LoadedProfiles
            profiles={profiles}
            picker={picker}
            titleId={titleId}
            onProfileSelected={onProfileSelected}
            onRetry={retry}
          />
        ) : state === 'loading' ? (
          <ProfilesLoading />
        ) : (
          <ProfilesUnavailable
            error={isSignedIn ? query.error : null}
            session={session}
            titleId={titleId}
            onSessionRequired={onSessionRequired}
            onRetry={retry}
          />
        )}
        <Announcement value={announcement} />
      </section>
    </ProfilePickerContext.Provider>
  );

  function stateOf(): PickerState {
    if (session.status === 'signedOut') return 'signedOut';
    if (!profiles) return query.isError && !query.isFetching ? 'failed' : 'loading';
    const { form, mode } = picker.view;
    if (form?.kind === 'edit') return 'editing';
    return form || (profiles.length === 0 && context.can.create) ? 'creating' : mode;
  }
});

interface LoadedProfilesProps extends ProfileTilesProps {
  /** Loads the list again. */
  onRetry: () => void;
}

/** Content of the picker when the list is loaded: the tiles, with a dialog before a deletion, or a form. */
function LoadedProfiles({ onRetry, ...props }: LoadedProfilesProps) {
  const { profiles, picker, titleId } = props;
  const { messages, can, headingLevel } = useProfilePicker();
  const { form, deleting } = picker.view;
  const isEmpty = profiles.length === 0;
  if (form?.kind === 'edit') {
    const { profile } = form;
    return (
      <EditProfile
        profile={profile}
        hue={tileHue(profiles.findIndex(({ id }) => id === profile.id))}
        titleId={titleId}
        onDone={() => picker.closeForm(profile.id)}
        onDeleted={() => picker.closeForm(tileBeside(profiles, profile))}
      />
    );
  }
  if (form || (isEmpty && can.create)) {
    return (
      <CreateProfile
        profiles={profiles}
        titleId={titleId}
        takesFocus={!picker.isUntouched}
        onCreated={picker.closeForm}
        onCancel={isEmpty ? undefined : () => picker.closeForm(ADD_TILE)}
      />
    );
  }
  if (isEmpty) {
    const { none, noneHint, retry } = messages.profiles;
    return (
      <StateNotice
        title={none}
        text={noneHint}
        action={{ label: retry, act: onRetry }}
        icon={profileIcon}
        {...{ titleId, headingLevel }}
        className="discovr-ProfilePicker-notice"
      />
    );
  }
  return (
    <>
      <ProfileTiles {...props} />
      {deleting && (
        <DeleteProfile
          profile={deleting}
          onDeleted={() => picker.closeDialog(tileBeside(profiles, deleting))}
          onCancel={() => picker.closeDialog(deleting.id)}
        />
      )}
    </>
  );
}

/** Returns the key of the tile to focus after a deletion: the next tile, or the previous one at the end of the list. */
function tileBeside(profiles: readonly Profile[], { id }: Profile): string {
  const index = profiles.findIndex((profile) => profile.id === id);
  return (profiles[index + 1] ?? profiles[index - 1])?.id ?? ADD_TILE;
}

/** Keys of the placeholder tiles. */
const PLACES = ['1', '2', '3', '4'];

/** Placeholder while the profiles load. */
function ProfilesLoading() {
  const { messages } = useProfilePicker();
  return (
    <>
      <p role="status" className="discovr-VisuallyHidden">
        {messages.profiles.loading}
      </p>
      <div className="discovr-ProfileTiles" aria-hidden="true">
        {PLACES.map((place) => (
          <div key={place} className="discovr-ProfileTiles-item">
            <div className="discovr-ProfileTile" data-placeholder="">
              <span className="discovr-ProfileTile-face" />
              <span className="discovr-ProfileTile-name" />
            </div>
          </div>
        ))}
      </div>
    </>
  );
}

interface ProfilesUnavailableProps extends SessionRequestOptions {
  /** Why the list failed to load; `null` when no user is signed in. */
  error: DiscovrError | null;
  session: SessionState;
  titleId: string;
  onRetry: () => void;
}

/** Shows why there are no profiles to choose from, with a button to sign in or to try again. */
function ProfilesUnavailable({ error, session, titleId, onSessionRequired, onRetry }: ProfilesUnavailableProps) {
  const { messages, headingLevel } = useProfilePicker();
  const texts = messages.profiles;
  const looks = { headingLevel, titleId, className: 'discovr-ProfilePicker-notice' } as const;
  if (error) return <FailureNotice {...looks} {...{ error, messages }} retry={{ label: texts.retry, act: onRetry }} />;
  if (session.status !== 'signedOut') return null;
  return (
    <SessionNotice
      {...looks}
      {...{ session, messages, onSessionRequired }}
      texts={{ signedOut: texts.signedOut, noProfile: texts.choose }}
    />
  );
}
