'use client';

import { forwardRef, memo } from 'react';
import { useWatch } from 'react-hook-form';
import { useOptions } from '../../react/useOptions.js';
import { FilterGroup, type GroupElementProps } from '../../ui/FilterGroup.js';
import { OptionPicker } from '../../ui/OptionPicker.js';
import { usePageFilterFormContext } from './context.js';
import { useChoiceField } from './useChoiceField.js';
import { useNameOf } from './useNameOf.js';

/** Props of {@link PageFilterFormWatchProviders}: those of a `<fieldset>`. */
export type PageFilterFormWatchProvidersProps = GroupElementProps;

/** Chooses streaming services; those offered follow the regions. Renders a `<fieldset>` with a search field. */
export const PageFilterFormWatchProviders = memo(
  forwardRef<HTMLFieldSetElement, PageFilterFormWatchProvidersProps>(function PageFilterFormWatchProviders(props, ref) {
    const controller = usePageFilterFormContext();
    const { form, vocabulary, messages, locale } = controller;
    const regions = useWatch({ control: form.control, name: 'regions' });
    const name = `providers ${[...regions].sort().join(' ')}`;
    const list = useOptions(vocabulary, name, (lists) => lists.providers(regions));
    const { group, ...choice } = useChoiceField(controller, 'watchProviders', messages.form.watchProviders);
    const nameOf = useNameOf(controller, 'watchProviders', choice.value);
    return (
      <FilterGroup {...props} {...group} ref={ref} legend={messages.form.watchProviders}>
        <OptionPicker
          {...choice}
          group={messages.form.watchProviders}
          messages={messages}
          locale={locale}
          options={list.options}
          status={list.status}
          onRetry={list.retry}
          nameOf={nameOf}
          look="tiles"
          mark="logo"
          searchLabel={messages.form.searchWatchProviders}
          announce={controller.announce}
        />
      </FilterGroup>
    );
  }),
);
