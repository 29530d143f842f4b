'use client';

import { forwardRef, memo } from 'react';
import { useWatch } from 'react-hook-form';
import { useVocabularyLists } from '../../../react/filters/useVocabulary.js';
import { FilterGroup, type GroupElementProps } from '../../../ui/fields/FilterGroup.js';
import { OptionPicker } from '../../../ui/options/OptionPicker.js';
import { useFormController } from '../context.js';
import { useChoiceField } from './useChoiceField.js';

/** Props of {@link PageFilterFormWatchProviders}: the props of a `<fieldset>`. */
export type PageFilterFormWatchProvidersProps = GroupElementProps;

/** Field for choosing watch providers, which depend on the regions. Renders a `<fieldset>` with a search field. */
export const PageFilterFormWatchProviders = memo(
  forwardRef<HTMLFieldSetElement, PageFilterFormWatchProvidersProps>(function PageFilterFormWatchProviders(props, ref) {
    const controller = useFormController();
    const { form, vocabulary, messages } = controller;
    const regions = useWatch({ control: form.control, name: 'regions' });
    const list = useVocabularyLists(vocabulary).providers(regions);
    const { group, picker } = useChoiceField(controller, 'watchProviders', messages.form.watchProviders);
    return (
      <FilterGroup {...props} {...group} ref={ref} isWide>
        <OptionPicker
          {...picker}
          readList={() => list}
          look="tiles"
          mark="logo"
          searchLabel={messages.form.searchWatchProviders}
        />
      </FilterGroup>
    );
  }),
);
