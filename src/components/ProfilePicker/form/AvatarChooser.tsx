'use client';

import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState, type Ref, type RefCallback } from 'react';
import { focusableWithin, focusFirst } from '../../../focus/focusable.js';
import { formatMessage } from '../../../messages/formatMessage.js';
import { useIsomorphicLayoutEffect } from '../../../react/hooks.js';
import { profileImagesQueryOptions } from '../../../react/profiles/queries.js';
import { useDiscovrContext } from '../../../react/provider/context.js';
import { FieldMessage } from '../../../ui/fields/NativeField.js';
import { useLostFocus } from '../../../ui/useViewFocus.js';
import { ActiveMark, ProfileAvatar, type ProfileAvatarProps } from '../ProfileAvatar.js';
import { useProfilePicker } from '../context.js';
import { GifSearch, useGifSearch } from './GifSearch.js';

interface AvatarChooserProps {
  /** URL of the chosen avatar; empty when none is chosen. */
  value: string;
  /** URL of the avatar that is saved in the profile. */
  saved: string | undefined;
  ready: ReadyAvatars;
  error: string | undefined;
  /** Receives the first radio button, so that the form can focus it. */
  focusRef: RefCallback<HTMLElement>;
  onChange: (url: string) => void;
}

/** Group of radio buttons for choosing an avatar: ready-made avatars and, when available, results of a GIF search. */
export function AvatarChooser({ value, saved, ready, error, focusRef, onChange }: AvatarChooserProps) {
  const { messages, locale, can } = useProfilePicker();
  const texts = messages.profiles;
  const [query, setQuery] = useState('');
  const search = useGifSearch(query);
  const isGone = search.status === 'gone';
  const group = useRef<HTMLFieldSetElement>(null);
  const id = useId();

  useIsomorphicLayoutEffect(() => {
    // The search field was removed while it had focus.
    if (isGone && document.activeElement === document.body) {
      group.current?.querySelector<HTMLElement>('input:checked, input')?.focus();
    }
  }, [isGone]);

  // The "Try again" button disappears when it is clicked.
  useLostFocus(group, (area) => focusFirst([area, area.form ?? area].flatMap(focusableWithin)));

  const numbered = (index: number) => formatMessage(texts.pictureNumber, { number: index + 1 }, locale);
  const listed = [...ready.urls, ...search.gifs.map(({ url }) => url)];
  const own = saved && !listed.includes(saved) ? saved : undefined;
  const options = [
    ...(own ? [{ url: own, label: texts.currentPicture }] : []),
    // A chosen GIF stays visible when the results that contained it are replaced.
    ...(value && value !== own && !listed.includes(value) ? [{ url: value, label: texts.chosenPicture }] : []),
    ...ready.urls.map((url, index) => ({ url, label: numbered(index) })),
  ];
  const columns = ready.urls.length > 0 ? avatarColumns(options.length) : undefined;
  const radio = { group: id, describedBy: error ? `${id}-error` : undefined, onChoose: onChange };

  return (
    <fieldset
      ref={group}
      className="discovr-FilterGroup"
      aria-labelledby={`${id}-legend`}
      data-invalid={error ? '' : undefined}
    >
      <legend className="discovr-FilterGroup-head">
        <span id={`${id}-legend`} className="discovr-FilterGroup-legend">
          {texts.picture}
        </span>
      </legend>
      <div className="discovr-AvatarOptions" data-columns={columns?.wide} data-narrow-columns={columns?.narrow}>
        {options.map((option, index) => (
          <AvatarOption
            key={option.url}
            {...radio}
            {...option}
            isChosen={option.url === value}
            inputRef={index === 0 ? focusRef : undefined}
          />
        ))}
        {ready.status === 'pending' && <p className="discovr-OptionPicker-remark">{texts.loadingPictures}</p>}
      </div>
      {ready.status === 'error' && (
        <p className="discovr-FieldMessage">
          <span role="alert">{texts.picturesFailed}</span>{' '}
          <button type="button" className="discovr-TextButton" onClick={ready.retry}>
            {texts.retry}
          </button>
        </p>
      )}
      {can.searchGifs && !isGone && (
        <GifSearch query={query} onQueryChange={setQuery} search={search}>
          {search.gifs.map((gif, index) => (
            <AvatarOption
              key={gif.url}
              {...radio}
              url={gif.url}
              previewUrl={gif.preview.url}
              kind="gif"
              label={gif.description || numbered(index)}
              isChosen={gif.url === value}
            />
          ))}
        </GifSearch>
      )}
      <FieldMessage id={`${id}-error`} text={error} />
    </fieldset>
  );
}

interface AvatarOptionProps extends Pick<ProfileAvatarProps, 'kind'> {
  /** Name of the radio group. */
  group: string;
  url: string;
  /** URL of a smaller version of the image. */
  previewUrl?: string | undefined;
  label: string;
  isChosen: boolean;
  describedBy: string | undefined;
  inputRef?: Ref<HTMLInputElement> | undefined;
  onChoose: (url: string) => void;
}

/** One avatar to choose: a radio button that covers its image. */
function AvatarOption(props: AvatarOptionProps) {
  const { group, url, previewUrl = url, kind, label, isChosen, describedBy, inputRef, onChoose } = props;
  return (
    <label className="discovr-AvatarOption" data-chosen={isChosen ? '' : undefined}>
      <ProfileAvatar url={previewUrl} name={label} kind={kind} />
      {isChosen && <ActiveMark />}
      <input
        ref={inputRef}
        type="radio"
        className="discovr-AvatarOption-radio"
        name={group}
        aria-label={label}
        aria-describedby={describedBy}
        checked={isChosen}
        onChange={() => onChoose(url)}
      />
    </label>
  );
}

/** Numbers of columns for a grid of avatars. */
interface AvatarColumns {
  /** In a wide form. */
  readonly wide: number;
  /** In a narrow form, such as on a phone. */
  readonly narrow: number;
}

/** Returns the numbers of columns that fill the last row best, so that no avatar is alone in it. */
export function avatarColumns(count: number): AvatarColumns {
  return { wide: fullest(count, [7, 6, 8], 5), narrow: fullest(count, [4, 5], 3) };
}

/** Returns the choice with the fullest last row, or `spare` when that row has only one avatar. */
function fullest(count: number, choices: readonly number[], spare: number): number {
  const inLastRow = (columns: number) => count % columns || columns;
  const best = choices.reduce((a, b) => (inLastRow(b) / b > inLastRow(a) / a ? b : a));
  return count > best && inLastRow(best) === 1 ? spare : best;
}

/** Ready-made avatars and their loading status. */
interface ReadyAvatars {
  readonly status: 'pending' | 'success' | 'error';
  readonly urls: readonly string[];
  readonly retry: () => void;
}

const NONE: readonly string[] = [];

/** Loads the ready-made avatars. The list is empty with an SDK that cannot list them. */
export function useReadyAvatars(): ReadyAvatars {
  const { client, queryClient } = useDiscovrContext('<ProfilePicker>');
  const isPossible = !client.lacks?.('getProfileImages');
  const query = useQuery({ ...profileImagesQueryOptions(client), enabled: isPossible }, queryClient);
  const retry = () => void query.refetch();
  if (!isPossible) return { status: 'success', urls: NONE, retry };
  return { status: query.isFetching ? 'pending' : query.status, urls: query.data ?? NONE, retry };
}
