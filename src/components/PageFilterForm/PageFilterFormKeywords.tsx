'use client';

import { forwardRef, memo, useState } from 'react';
import { useKeywordSearch } from '../../react/useKeywordSearch.js';
import { FilterGroup, type GroupElementProps } from '../../ui/FilterGroup.js';
import { OptionPicker } from '../../ui/OptionPicker.js';
import { usePageFilterFormContext } from './context.js';
import { useChoiceField } from './useChoiceField.js';
import { useNameOf } from './useNameOf.js';

/** Props of {@link PageFilterFormKeywords}: those of a `<fieldset>`. */
export type PageFilterFormKeywordsProps = GroupElementProps;

/**
 * Finds and chooses keywords. Renders a `<fieldset>` with a search field, or nothing where the vocabulary has no
 * keyword search and no keyword is chosen.
 */
export const PageFilterFormKeywords = memo(
  forwardRef<HTMLFieldSetElement, PageFilterFormKeywordsProps>(function PageFilterFormKeywords(props, ref) {
    const controller = usePageFilterFormContext();
    const { vocabulary, messages, locale } = controller;
    const [query, setQuery] = useState('');
    const search = useKeywordSearch(vocabulary, query);
    const { group, ...choice } = useChoiceField(controller, 'keywords', messages.form.keywords);
    const nameOf = useNameOf(controller, 'keywords', choice.value);
    const canSearch = vocabulary.searchKeywords !== undefined;
    if (!canSearch && choice.value.length === 0) return null;
    return (
      <FilterGroup {...props} {...group} ref={ref} legend={messages.form.keywords}>
        <OptionPicker
          {...choice}
          group={messages.form.keywords}
          messages={messages}
          locale={locale}
          options={search.options}
          status={canSearch ? search.status : 'success'}
          onRetry={search.retry}
          nameOf={nameOf}
          look="pills"
          searchLabel={canSearch ? messages.form.searchKeywords : undefined}
          remoteSearch={{ query, onQueryChange: setQuery }}
          announce={controller.announce}
        />
      </FilterGroup>
    );
  }),
);
