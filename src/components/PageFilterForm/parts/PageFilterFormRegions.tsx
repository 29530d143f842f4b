'use client';

import { forwardRef, memo } from 'react';
import { regionFlag } from '../../../filters/vocabulary/defaultVocabulary.js';
import { useHydrated } from '../../../react/hooks.js';
import { useVocabularyLists } from '../../../react/filters/useVocabulary.js';
import { FilterGroup, type GroupElementProps } from '../../../ui/fields/FilterGroup.js';
import { OptionPicker } from '../../../ui/options/OptionPicker.js';
import { useFormController } from '../context.js';
import { useChoiceField } from './useChoiceField.js';

/** Props of {@link PageFilterFormRegions}: the props of a `<fieldset>`. */
export type PageFilterFormRegionsProps = GroupElementProps;

const NOT_YET = { status: 'success', options: [], retry: () => undefined } as const;

/**
 * Field for choosing the regions in which titles are available. The offered watch providers depend on them. Renders a
 * `<fieldset>` with a search field. Only chosen regions are listed until the user searches or opens the list.
 */
export const PageFilterFormRegions = memo(
  forwardRef<HTMLFieldSetElement, PageFilterFormRegionsProps>(function PageFilterFormRegions(props, ref) {
    const controller = useFormController();
    const { vocabulary, messages } = controller;
    const lists = useVocabularyLists(vocabulary);
    const { group, picker } = useChoiceField(controller, 'regions', messages.form.regions);
    // Servers and browsers name and sort some regions differently, so the list is not rendered until hydration.
    const isHydrated = useHydrated();
    return (
      <FilterGroup {...props} {...group} ref={ref}>
        <OptionPicker
          {...picker}
          readList={() => (isHydrated ? lists.regions() : NOT_YET)}
          look="list"
          mark="flag"
          flagOf={regionFlag}
          searchLabel={messages.form.searchRegions}
          isCollapsible
        />
      </FilterGroup>
    );
  }),
);
