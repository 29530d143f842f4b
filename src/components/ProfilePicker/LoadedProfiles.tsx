'use client';

import type { Profile } from '../../api/profiles.js';
import type { SessionRequestOptions } from '../../react/session/useSession.js';
import type { SessionState } from '../../session/sessionState.js';
import type { DiscovrError } from '../../shared/errors.js';
import { profileIcon } from '../../ui/Icon.js';
import { SessionNotice } from '../../ui/SessionNotice.js';
import { FailureNotice, StateNotice } from '../../ui/StateNotice.js';
import { tileHue } from './ProfileAvatar.js';
import { ProfileTiles, type ProfileTilesProps } from './ProfileTiles.js';
import { useProfilePicker } from './context.js';
import { CreateProfile, DeleteProfile, EditProfile } from './form/EditProfile.js';
import { ADD_TILE } from './usePickerView.js';

interface LoadedProfilesProps extends ProfileTilesProps {
  /** Loads the list again. */
  onRetry: () => void;
}

/** Content of the picker when the list is loaded: the tiles, with a dialog before a deletion, or a form. */
export function LoadedProfiles({ onRetry, ...props }: LoadedProfilesProps) {
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
export function ProfilesLoading() {
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
export function ProfilesUnavailable({ error, session, titleId, onSessionRequired, onRetry }: ProfilesUnavailableProps) {
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
