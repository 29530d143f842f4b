'use client';

import { forwardRef } from 'react';
import { allParts, parts } from './allParts.js';
import { PageFilterFormRoot, type PageFilterFormRootProps } from './parts/PageFilterFormRoot.js';
import type { UsePageFilterFormOptions } from './types.js';
import { usePageFilterFormController } from './usePageFilterFormController.js';

/** Props of {@link PageFilterForm}: its options, and the props of a `<form>`. */
export interface PageFilterFormProps extends Omit<PageFilterFormRootProps, 'form'>, UsePageFilterFormOptions {}

const DropIn = forwardRef<HTMLFormElement, PageFilterFormProps>(function PageFilterForm(props, ref) {
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
});

/**
 * Form that creates a personalized page from filters. Children replace its parts: omit some, reorder them, or add
 * custom ones. Each part is also a separate export, because a server component cannot read `PageFilterForm.Genres`.
 *
 * @example
 * <PageFilterForm onPageCreated={(page) => navigate(`/browse/${page.id}`)} />
 */
export const PageFilterForm = Object.assign(DropIn, parts);
