'use client';

import { forwardRef, memo } from 'react';
import { useWatch } from 'react-hook-form';
import { useVocabularyLists } from '../../../react/filters/useVocabulary.js';
import { FilterGroup, type GroupElementProps } from '../../../ui/fields/FilterGroup.js';
import { OptionPicker } from '../../../ui/options/OptionPicker.js';
import { useFormController } from '../context.js';
import { useChoiceField } from './useChoiceField.js';

/** Props of {@link PageFilterFormGenres}: the props of a `<fieldset>`. */
export type PageFilterFormGenresProps = GroupElementProps;

/** A list with more genres than this gets a search field. */
const MAX_GENRES_WITHOUT_SEARCH = 60;

/** Field for choosing genres. The options depend on the chosen type. Renders a `<fieldset>` of checkboxes. */
export const PageFilterFormGenres = memo(
  forwardRef<HTMLFieldSetElement, PageFilterFormGenresProps>(function PageFilterFormGenres(props, ref) {
    const controller = useFormController();
    const { form, vocabulary, messages } = controller;
    const mediaType = useWatch({ control: form.control, name: 'mediaType' });
    const ofType = mediaType === 'all' ? undefined : mediaType;
    const list = useVocabularyLists(vocabulary).genres(ofType);
    const { group, picker } = useChoiceField(controller, 'genres', messages.form.genres);
    const isLong = list.options.length > MAX_GENRES_WITHOUT_SEARCH;
    return (
      <FilterGroup {...props} {...group} ref={ref} isWide>
        <OptionPicker
          {...picker}
          readList={() => list}
          look="pills"
          searchLabel={isLong ? messages.form.searchGenres : undefined}
        />
      </FilterGroup>
    );
  }),
);
