'use client';

import { forwardRef } from 'react';
import { allParts, parts } from './allParts.js';
import { PageFilterFormRoot, type PageFilterFormRootProps } from './parts/PageFilterFormRoot.js';
import type { UsePageFilterFormOptions } from './types.js';
import { usePageFilterFormController } from './usePageFilterFormController.js';

/** Props of {@link PageFilterForm}: its options, and those of a `<form>`. */
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
 * The form from filters to a personalised page: drop it in, and hear of the page it creates. Children replace its
 * parts; leave some out, reorder them, put own ones between. The parts are also flat exports, which server components
 * need.
 *
 * @example
 * <PageFilterForm onPageCreated={(page) => navigate(`/browse/${page.id}`)} />
 */
export const PageFilterForm = Object.assign(DropIn, parts);
