'use client';

import { useId, useState } from 'react';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { Icon, warningIcon } from '../../ui/Icon.js';
import { StableLabel } from '../../ui/StableLabel.js';
import { slotClass } from '../../ui/classNames.js';
import { useFocusAcrossViews } from '../../ui/useViewFocus.js';
import type { EmptyPageClassNames } from './types.js';
import type { Suggestion, Suggestions } from './useSuggestions.js';

interface FilterSearchProps {
  search: Suggestions;
  texts: Messages['emptyPage'];
  /** Text of a suggestion, with the placeholder `{filter}`. */
  removeText: string;
  classNames: EmptyPageClassNames | undefined;
  onApply: (suggestion: Suggestion) => void;
  onClearAll: () => void;
}

/** Renders the search for the filter to remove: its buttons, its progress and its results. */
export function FilterSearch({ search, texts, removeText, classNames, onApply, onClearAll }: FilterSearchProps) {
  const { status, suggestions, text, progress } = search;
  const id = useId();
  const isProbing = status === 'probing';
  // The clicked button is removed, so the focus moves to its replacement or, after the search, to the first suggestion
  // if there is one.
  const root = useFocusAcrossViews<HTMLDivElement>(status, (element) =>
    element.querySelector(status === 'done' ? 'button' : '.discovr-EmptyPage-actions > button'),
  );
  const button = (label: string, onClick: () => void, variant?: 'main') => (
    <button
      type="button"
      className={slotClass(classNames, 'button', 'discovr-Button')}
      data-variant={variant}
      onClick={onClick}
    >
      {label}
    </button>
  );
  const canFind = search.canSearch && status === 'idle';
  // Suggestions are the most useful next actions. A filled suggestion would look chosen, and a filled button beside
  // suggestions without a fill would look more important than they are. So no button is filled.
  const main = suggestions.length > 0 ? undefined : 'main';
  const isClearingBest = !canFind && !search.canRetry;
  const actions = (
    <div className="discovr-EmptyPage-actions">
      {isProbing && button(texts.cancel, search.cancel)}
      {canFind && button(texts.find, search.start, main)}
      {search.canRetry && button(texts.retry, search.start, main)}
      {!isProbing && button(texts.clearAll, onClearAll, isClearingBest ? main : undefined)}
    </div>
  );
  return (
    <div ref={root} className="discovr-EmptyPage-search">
      {isProbing && <progress className="discovr-EmptyPage-progress" aria-hidden="true" {...progress} />}
      {text && (
        <p className={slotClass(classNames, 'text', 'discovr-EmptyPage-text')}>
          {search.canRetry && <Icon path={warningIcon} />} {text}
        </p>
      )}
      {/* Above the suggestions found so far, so that the cancel button does not move. */}
      {isProbing && actions}
      {suggestions.length > 0 && (
        <div className="discovr-EmptyPage-found">
          <p id={`${id}-lead`} className={slotClass(classNames, 'text', 'discovr-EmptyPage-lead')}>
            {texts.suggestionsTitle}
          </p>
          <ul className="discovr-EmptyPage-suggestions" aria-labelledby={`${id}-lead`}>
            {suggestions.map((suggestion) => (
              <li key={suggestion.kind} className="discovr-EmptyPage-suggestionItem">
                <button
                  type="button"
                  className={slotClass(classNames, 'suggestion', 'discovr-Button discovr-EmptyPage-suggestion')}
                  onClick={() => onApply(suggestion)}
                >
                  {formatMessage(removeText, { filter: suggestion.text })}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {!isProbing && actions}
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
