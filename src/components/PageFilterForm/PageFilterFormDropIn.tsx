'use client';

import { forwardRef } from 'react';
import type { PageFilterFormActionsProps } from './PageFilterFormActions.js';
import { PageFilterFormRoot, type PageFilterFormRootProps } from './PageFilterFormRoot.js';
import { parts } from './parts.js';
import type { UsePageFilterFormOptions } from './types.js';
import { usePageFilterFormController } from './usePageFilterForm.js';

/** Props of `<PageFilterForm>`: its options, and the props of a `<form>`. */
export interface PageFilterFormProps extends Omit<PageFilterFormRootProps, 'controller'>, UsePageFilterFormOptions {}

/** Renders `<PageFilterForm>`. */
export const PageFilterFormDropIn = forwardRef<HTMLFormElement, PageFilterFormProps>(function PageFilterForm(
  { children = defaultParts, ...props },
  ref,
) {
  const controller = usePageFilterFormController(props);
  return (
    <PageFilterFormRoot {...withoutOptions(props)} ref={ref} controller={controller}>
      {children}
    </PageFilterFormRoot>
  );
});

const OPTIONS: Readonly<Record<keyof UsePageFilterFormOptions, true>> = {
  filters: true,
  defaultFilters: true,
  defaultName: true,
  onFiltersChange: true,
  createsPage: true,
  onPageCreated: true,
  onSessionRequired: true,
  vocabulary: true,
  messages: true,
};

/** Returns the props that are not options of the form. */
function withoutOptions<Props extends UsePageFilterFormOptions>(
  props: Props,
): Omit<Props, keyof UsePageFilterFormOptions> {
  const entries = Object.entries(props).filter(([name]) => !(name in OPTIONS));
  // Only the options are missing.
  return Object.fromEntries(entries) as Omit<Props, keyof UsePageFilterFormOptions>;
}

/** All parts above the buttons but the chips, because the sentence and the fields say the same. */
const partsAboveButtons = Object.entries(parts).flatMap(([name, Part]) =>
  name === 'ActiveFilters' || name === 'Actions' ? [] : <Part key={name} />,
);

/**
 * All parts of the form, in default order, to put something before or after them, or to show the number of titles
 * (`titleCount`).
 */
export const PageFilterFormParts = (props: Pick<PageFilterFormActionsProps, 'titleCount'>) => (
  <>
    {partsAboveButtons}
    <parts.Actions {...props} />
  </>
);

/** What the form and the dialog contain unless the app composes them. */
export const defaultParts = <PageFilterFormParts />;
