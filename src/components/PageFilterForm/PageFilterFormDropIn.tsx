'use client';

import { forwardRef } from 'react';
import { PageFilterFormRoot, type PageFilterFormRootProps } from './PageFilterFormRoot.js';
import { parts } from './parts.js';
import type { UsePageFilterFormOptions } from './types.js';
import { usePageFilterFormController } from './usePageFilterForm.js';

/** Props of `<PageFilterForm>`: its options, and the props of a `<form>`. */
export interface PageFilterFormProps extends Omit<PageFilterFormRootProps, 'controller'>, UsePageFilterFormOptions {}

/** Renders `<PageFilterForm>`. */
export const PageFilterFormDropIn = forwardRef<HTMLFormElement, PageFilterFormProps>(
  function PageFilterForm(props, ref) {
    const {
      filters,
      defaultFilters,
      defaultName,
      onFiltersChange,
      createsPage,
      onPageCreated,
      onSessionRequired,
      vocabulary,
      messages,
      children = allParts,
      ...rest
    } = props;
    const controller = usePageFilterFormController({
      filters,
      defaultFilters,
      defaultName,
      onFiltersChange,
      createsPage,
      onPageCreated,
      onSessionRequired,
      vocabulary,
      messages,
    });
    return (
      <PageFilterFormRoot {...rest} ref={ref} controller={controller}>
        {children}
      </PageFilterFormRoot>
    );
  },
);

/** Elements of all parts, in default order. */
export const allParts = Object.entries(parts).map(([name, Part]) => <Part key={name} />);
