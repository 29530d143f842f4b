'use client';

import { useId } from 'react';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { Icon } from '../../ui/Icon.js';
import { warningIcon } from '../../ui/icons.js';
import { slotClass } from '../../ui/slotClass.js';
import { useFocusAcrossViews } from '../../ui/useFocusAcrossViews.js';
import type { EmptyPageClassNames } from './types.js';
import type { Suggestion, Suggestions } from './useSuggestions.js';

/** Props of {@link FilterSearch}. */
export interface FilterSearchProps {
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
