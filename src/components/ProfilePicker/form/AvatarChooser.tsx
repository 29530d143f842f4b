'use client';

import { useId, useRef, useState, type RefCallback } from 'react';
import { focusableWithin, focusFirst } from '../../../focus/focusable.js';
import { formatMessage } from '../../../messages/formatMessage.js';
import { FieldMessage } from '../../../ui/fields/FieldMessage.js';
import { useIsomorphicLayoutEffect } from '../../../react/hooks.js';
import { useLostFocus } from '../../../ui/useLostFocus.js';
import { avatarColumns } from './avatarColumns.js';
import { AvatarOption } from './AvatarOption.js';
import { useProfilePicker } from '../context.js';
import { GifSearch } from './GifSearch.js';
import { useGifSearch } from './useGifSearch.js';
import type { ReadyAvatars } from './useReadyAvatars.js';

/** Props of {@link AvatarChooser}. */
export interface AvatarChooserProps {
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
  const own = saved && !ready.urls.includes(saved) ? saved : undefined;
  const isListed = [own, ...ready.urls, ...search.gifs.map(({ url }) => url)].includes(value);
  const options = [
    ...(own ? [{ url: own, label: texts.currentPicture }] : []),
    // A chosen GIF stays visible when the results that contained it are replaced.
    ...(value && !isListed ? [{ url: value, label: texts.chosenPicture }] : []),
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
          {texts.picturesFailed}{' '}
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
