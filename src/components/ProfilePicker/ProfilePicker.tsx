'use client';

import { forwardRef, useId, useMemo, useState, type ComponentPropsWithoutRef } from 'react';
import { errorsEnglish } from '../../messages/english/errors.js';
import { fieldErrorsEnglish } from '../../messages/english/filters.js';
import { profilesEnglish } from '../../messages/english/profiles.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { useDiscovrContext } from '../../react/provider/context.js';
import { useProfiles } from '../../react/profiles/useProfiles.js';
import { useSession } from '../../react/session/useSession.js';
import { useWords } from '../../react/provider/useWords.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { ProfilePickerContext } from './context.js';
import { LoadedProfiles } from './LoadedProfiles.js';
import { ProfilesUnavailable } from './ProfilesUnavailable.js';
import { ProfilesLoading } from './ProfilesLoading.js';
import { usePickerView } from './usePickerView.js';

const english = { ...profilesEnglish, ...fieldErrorsEnglish, ...errorsEnglish };

/** Props of {@link ProfilePicker}: its own, and those of a `<section>`. */
export interface ProfilePickerProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** Hears which profile a person chose, once it is the active one. */
  onProfileSelected?: ((profileId: string) => void) | undefined;
  /**
   * Lets a person add, edit and delete profiles, as far as the client can.
   * @default true
   */
  canManage?: boolean | undefined;
  /**
   * Offers a search for GIFs as avatars, as far as the client can search.
   * @default true
   */
  canSearchGifs?: boolean | undefined;
  /**
   * Name of the service the GIFs come from, shown beside them.
   * @default the host of the address that the GIFs carry
   */
  gifSource?: string | undefined;
  /**
   * Gives the focus to what is shown first, for a screen that shows nothing else.
   * @default false
   */
  takesFocus?: boolean | undefined;
  /** Own words over the provider's. Keep it at module level. */
  messages?: MessagesOverride | undefined;
}

type PickerState = 'loading' | 'signedOut' | 'failed' | 'choosing' | 'managing' | 'creating' | 'editing';

/**
 * Chooses who is watching, and adds, edits and deletes profiles. Where there are none yet it begins with the form that
 * makes one. Renders a `<section>`; `data-state` is `loading`, `signedOut`, `failed`, `choosing`, `managing`, `creating`
 * or `editing`.
 *
 * @throws where the provider's client cannot list or select profiles.
 * @example
 * <ProfilePicker onProfileSelected={() => navigate('/browse')} />
 */
export const ProfilePicker = forwardRef<HTMLElement, ProfilePickerProps>(function ProfilePicker(props, ref) {
  const {
    onProfileSelected,
    canManage = true,
    canSearchGifs = true,
    gifSource,
    takesFocus = false,
    messages: ownMessages,
    className,
    ...rest
  } = props;
  const { client, locale } = useDiscovrContext('<ProfilePicker>');
  const rootProps = useRootProps('<ProfilePicker>', 'discovr-ProfilePicker', { ref, className });
  const messages = useWords(english, ownMessages, '<ProfilePicker>');
  const words = messages.profiles;
  const session = useSession();
  const query = useProfiles();
  const isSignedIn = session.status === 'signedIn' || session.status === 'active';
  const profiles = isSignedIn ? query.data : undefined;
  const picker = usePickerView(profiles !== undefined, takesFocus);
  const [announcement, setAnnouncement] = useState({ id: 0, text: '' });
  const titleId = useId();

  const context = useMemo(
    () => ({
      messages,
      locale,
      can: {
        create: canManage && client.createProfile !== undefined,
        update: canManage && client.updateProfile !== undefined,
        delete: canManage && client.deleteProfile !== undefined,
        searchGifs: canSearchGifs && client.searchGifs !== undefined,
      },
      gifSource,
      announce: (text: string) => setAnnouncement(({ id }) => ({ id: id + 1, text })),
    }),
    [messages, locale, canManage, canSearchGifs, gifSource, client],
  );

  const state = stateOf();
  const titles: Partial<Record<PickerState, string>> = {
    creating: words.add,
    editing: words.edit,
    managing: words.manage,
  };
  return (
    <ProfilePickerContext.Provider value={context}>
      <section
        aria-labelledby={titleId}
        {...rest}
        {...rootProps}
        data-state={state}
        aria-busy={state === 'loading' || undefined}
      >
        <h2 id={titleId} className="discovr-ProfilePicker-title">
          {titles[state] ?? words.choose}
        </h2>
        {profiles ? (
          <LoadedProfiles profiles={profiles} picker={picker} titleId={titleId} onProfileSelected={onProfileSelected} />
        ) : state === 'loading' ? (
          <ProfilesLoading />
        ) : (
          <ProfilesUnavailable error={isSignedIn ? query.error : null} onRetry={() => void query.refetch()} />
        )}
        <div role="status" className="discovr-VisuallyHidden">
          {announcement.text && <span key={announcement.id}>{announcement.text}</span>}
        </div>
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
