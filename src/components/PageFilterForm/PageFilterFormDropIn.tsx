'use client';

import { forwardRef } from 'react';
import { allParts } from './allParts.js';
import { PageFilterFormRoot, type PageFilterFormRootProps } from './parts/PageFilterFormRoot.js';
import type { UsePageFilterFormOptions } from './types.js';
import { usePageFilterFormController } from './usePageFilterFormController.js';

/** Props of `<PageFilterForm>`: its options, and the props of a `<form>`. */
export interface PageFilterFormProps extends Omit<PageFilterFormRootProps, 'form'>, UsePageFilterFormOptions {}

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
    const form = usePageFilterFormController({
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
      <PageFilterFormRoot {...rest} ref={ref} form={form}>
        {children}
      </PageFilterFormRoot>
    );
  },
);
