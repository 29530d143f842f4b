'use client';

import { useContext, useState } from 'react';
import type { Messages } from '../../messages/messages.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { Icon, warningIcon } from '../../ui/Icon.js';
import { StableLabel } from '../../ui/StableLabel.js';
import { slotClass } from '../../ui/classNames.js';
import { RemoteContext } from '../../ui/remoteContext.js';
import { useFocusAcrossViews } from '../../ui/useViewFocus.js';
import type { EmptyPageClassNames } from './types.js';
import type { Suggestion, Suggestions } from './useSuggestions.js';

interface FilterSearchProps {
  search: Suggestions;
  texts: Messages['emptyPage'];
  classNames: EmptyPageClassNames | undefined;
  onApply: (suggestion: Suggestion) => void;
  onClearAll: () => void;
}

/** Renders the search for the filter to remove: its progress, its results, and the button that clears all filters. */
export function FilterSearch({ search, texts, classNames, onApply, onClearAll }: FilterSearchProps) {
  const { status, suggestions, progress } = search;
  const isProbing = status === 'probing';
  const hasFound = suggestions.length > 0;
  const remote = useContext(RemoteContext);
  // "Try again" is removed when it is clicked.
  const root = useFocusAcrossViews<HTMLDivElement>(status, (element) => element);
  useIsomorphicLayoutEffect(() => {
    const first = root.current?.closest('.discovr-EmptyPage')?.querySelector('button');
    // A remote control is on the first control until the user moves it.
    if (remote && hasFound && document.activeElement === first)
      root.current?.querySelector<HTMLElement>('.discovr-EmptyPage-suggestion')?.focus();
  }, [remote, hasFound, root]);
  const button = (label: string, onClick: () => void, isMain: boolean) => (
    <button
      type="button"
      className={slotClass(classNames, 'button', 'discovr-Button')}
      data-variant={isMain ? 'main' : undefined}
      onClick={onClick}
    >
      {label}
    </button>
  );
  // Suggestions are the most useful next actions. A filled suggestion would look chosen, and a filled button beside
  // suggestions without a fill would look more important than they are. So no button is filled.
  const canBeMain = !hasFound && !isProbing;
  return (
    <div ref={root} tabIndex={-1} className="discovr-EmptyPage-search">
      {search.canSearch && (
        <p className={slotClass(classNames, 'text', 'discovr-EmptyPage-text discovr-EmptyPage-lead')}>
          {search.canRetry && <Icon path={warningIcon} />} {search.text || (hasFound && texts.suggestionsTitle)}
        </p>
      )}
      {(isProbing || hasFound) && (
        <>
          {/* Keeps its place after the search, so that nothing moves. */}
          <progress
            className="discovr-EmptyPage-progress"
            data-done={isProbing ? undefined : ''}
            aria-hidden="true"
            {...progress}
          />
          <ul className="discovr-EmptyPage-suggestions" aria-label={texts.suggestionsTitle}>
            {suggestions.map((suggestion, index) => (
              <li key={suggestion.kind} className="discovr-EmptyPage-suggestionItem">
                <button
                  type="button"
                  className={slotClass(classNames, 'suggestion', 'discovr-Button discovr-EmptyPage-suggestion')}
                  data-remote={index === 0 ? 'first' : undefined}
                  onClick={() => onApply(suggestion)}
                >
                  {suggestion.text}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="discovr-EmptyPage-actions">
        {search.canRetry && button(texts.retry, search.start, canBeMain)}
        {button(texts.clearAll, onClearAll, canBeMain && !search.canRetry)}
      </div>
    </div>
  );
}

interface NothingYetProps {
  texts: Messages['emptyPage'];
  onRetry: (() => void | Promise<void>) | undefined;
  classNames: EmptyPageClassNames | undefined;
}

/** Text and button of a page that is empty without filters. */
export function NothingYet({ texts, onRetry, classNames }: NothingYetProps) {
  const [isTrying, setIsTrying] = useState(false);
  const retry = async () => {
    if (isTrying) return;
    setIsTrying(true);
    try {
      await onRetry?.();
    } finally {
      setIsTrying(false);
    }
  };
  return (
    <>
      <p className={slotClass(classNames, 'text', 'discovr-EmptyPage-text')}>{texts.nothingYetHint}</p>
      {onRetry && (
        <button
          type="button"
          className={slotClass(classNames, 'button', 'discovr-Button')}
          data-variant="main"
          aria-disabled={isTrying || undefined}
          onClick={() => void retry()}
        >
          <StableLabel text={isTrying ? texts.loading : texts.retry} texts={[texts.retry, texts.loading]} />
        </button>
      )}
    </>
  );
}
