'use client';

import { useRef } from 'react';
import type { ActiveFilter } from '../../filters/activeFilters.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { useSlotClass } from '../classNames.js';
import { closeIcon, Icon } from '../Icon.js';
import { closeGap } from '../motion.js';
import { showFocused, useFocusAcrossViews } from '../useViewFocus.js';

export interface FilterChipsProps {
  filters: readonly ActiveFilter[];
  /** Accessible name of the list. */
  label: string;
  /** Accessible name of a chip, with the placeholder `{filter}`. */
  removeText: string;
  onRemove: (filter: ActiveFilter) => void;
  /** Button that removes all filters. Shown when there is more than one filter. */
  clearAll?: { text: string; onClear: () => void };
}

/**
 * Shows filters as chips: buttons that remove their filter. When the focused chip disappears, focus moves to the next
 * chip, otherwise to the last chip, or to the list when no chip is left. Renders a `<div>` around a `<ul>`.
 */
export function FilterChips({ filters, label, removeText, onRemove, clearAll }: FilterChipsProps) {
  const slotClass = useSlotClass();
  const removedIndex = useRef(0);
  const identities = filters.map(({ kind, id }) => `${kind} ${id ?? ''}`);
  const root = useFocusAcrossViews<HTMLDivElement>(identities.join('\n'), (element) => {
    const buttons = element.querySelectorAll<HTMLElement>('.discovr-Chip');
    return buttons[Math.min(removedIndex.current, buttons.length - 1)] ?? element.querySelector('ul');
  });
  return (
    <div ref={root} className="discovr-FilterChips">
      <ul tabIndex={-1} className="discovr-Chips" aria-label={label}>
        {filters.map((filter, index) => (
          <li key={identities[index]} className="discovr-Chips-item">
            <button
              type="button"
              className={slotClass('chip', 'discovr-Chip')}
              aria-label={formatMessage(removeText, { filter: filter.label })}
              onFocus={showFocused}
              onClick={({ currentTarget }) => {
                closeGap(currentTarget.closest('ul')!);
                removedIndex.current = index;
                onRemove(filter);
              }}
            >
              <bdi className="discovr-Chip-label">{filter.label}</bdi> <Icon path={closeIcon} />
            </button>
          </li>
        ))}
      </ul>
      {clearAll && filters.length > 1 && (
        <button
          type="button"
          className={slotClass('clearAllButton', 'discovr-TextButton discovr-Chips-clearAll')}
          onClick={clearAll.onClear}
        >
          {clearAll.text}
        </button>
      )}
    </div>
  );
}
