'use client';

import { useEffect, useId } from 'react';
import { startTimer } from '../../shared/time.js';
import { Icon, searchIcon } from '../Icon.js';
import { useSlotClass } from '../classNames.js';

/** Delay before the number of results is announced to screen readers, in milliseconds. */
const ANNOUNCE_DELAY_MS = 600;

interface OptionSearchProps {
  label: string;
  query: string;
  onQueryChange: (query: string) => void;
  /** Id of the list that is searched. */
  controls: string;
  focusRef?: ((element: HTMLElement | null) => void) | undefined;
  /** Message with the number of results; empty when there is nothing to announce. */
  found: string;
  announce: (text: string) => void;
}

/** Search field of a list. Enter does not submit the form. */
export function OptionSearch({ label, query, onQueryChange, controls, focusRef, found, announce }: OptionSearchProps) {
  const slotClass = useSlotClass();
  const id = useId();
  useEffect(() => {
    if (!found) return undefined;
    return startTimer(() => announce(found), ANNOUNCE_DELAY_MS);
  }, [found, query, announce]);
  return (
    <div className={slotClass('search', 'discovr-Search')}>
      <Icon path={searchIcon} />
      <input
        ref={focusRef}
        id={id}
        type="search"
        className={slotClass('input', 'discovr-Search-input')}
        aria-label={label}
        aria-controls={controls}
        placeholder={label}
        value={query}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={(event) => onQueryChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
    </div>
  );
}

/**
 * Enough placeholders to fill three rows of any look, even in a wide form. The stylesheet hides those after the third
 * row.
 */
const ITEMS = Array.from({ length: 36 }, (_, index) => index);

/** Three rows of placeholders in the size of the options that are loading. Renders an `<li>`. */
export function OptionSkeleton() {
  return (
    <li className="discovr-OptionSkeleton" aria-hidden="true">
      {ITEMS.map((index) => (
        <span key={index} className="discovr-OptionSkeleton-item" />
      ))}
    </li>
  );
}
