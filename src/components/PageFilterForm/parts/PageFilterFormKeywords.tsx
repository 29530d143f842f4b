'use client';

import { forwardRef, memo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useKeywordSearch } from '../../../react/filters/useVocabulary.js';
import { FilterGroup, type GroupElementProps } from '../../../ui/fields/FilterGroup.js';
import { OptionPicker } from '../../../ui/options/OptionPicker.js';
import { useFormController } from '../context.js';
import { useChoiceField } from './useChoiceField.js';

/** Props of {@link PageFilterFormKeywords}: the props of a `<fieldset>`. */
export type PageFilterFormKeywordsProps = GroupElementProps;

/**
 * Field for finding and choosing keywords. Renders a `<fieldset>` with a search field, or nothing when the vocabulary
 * has no keyword search and no keyword is chosen.
 */
export const PageFilterFormKeywords = memo(
  forwardRef<HTMLFieldSetElement, PageFilterFormKeywordsProps>(function PageFilterFormKeywords(props, ref) {
    const { form, vocabulary } = useFormController();
    const chosen = useWatch({ control: form.control, name: 'keywords' });
    if (vocabulary.searchKeywords === undefined && chosen.length === 0) return null;
    return <Keywords {...props} ref={ref} />;
  }),
);

const Keywords = forwardRef<HTMLFieldSetElement, PageFilterFormKeywordsProps>(function Keywords(props, ref) {
  const controller = useFormController();
  const { vocabulary, messages } = controller;
  const [query, setQuery] = useState('');
  const search = useKeywordSearch(vocabulary, query);
  const { group, picker } = useChoiceField(controller, 'keywords', messages.form.keywords);
  const canSearch = vocabulary.searchKeywords !== undefined;
  return (
    <FilterGroup {...props} {...group} ref={ref}>
      <OptionPicker
        {...picker}
        readList={() => (canSearch ? search : { ...search, status: 'success' })}
        look="pills"
        searchLabel={canSearch ? messages.form.searchKeywords : undefined}
        remoteSearch={{ query, onQueryChange: setQuery }}
      />
    </FilterGroup>
  );
});
