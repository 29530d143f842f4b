'use client';

import { forwardRef, type ComponentPropsWithoutRef, type FormEvent } from 'react';
import { FormProvider } from 'react-hook-form';
import { Announcement } from '../../ui/Announcement.js';
import { ClassNamesContext, type PageFilterFormClassNames } from '../../ui/classNames.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { HeadingLevelContext, PageFilterFormContext } from './context.js';
import type { PageFilterFormController, UsePageFilterFormResult } from './types.js';

/** Props of {@link PageFilterFormRoot}: the result of `usePageFilterForm`, and the props of a `<form>`. */
export interface PageFilterFormRootProps extends Omit<ComponentPropsWithoutRef<'form'>, 'onSubmit' | 'onReset'> {
  /** Result of `usePageFilterForm`. */
  controller: UsePageFilterFormResult | PageFilterFormController;
  /**
   * Level of the summary, which is the heading of the form.
   * @default 2
   */
  headingLevel?: 2 | 3 | 4 | undefined;
  /** Custom class names by slot, added to the stable class names. Define them at module level. */
  classNames?: PageFilterFormClassNames | undefined;
}

/**
 * Form around parts and custom markup, with the logic of `usePageFilterForm`. Renders a `<form>`; `data-status` is the
 * form's status, and `data-discovr-scheme` the provider's color scheme when it is fixed.
 */
export const PageFilterFormRoot = forwardRef<HTMLFormElement, PageFilterFormRootProps>(function PageFilterFormRoot(
  { controller: result, headingLevel = 2, classNames, className, children, ...rest },
  ref,
) {
  const rootProps = useRootProps('<PageFilterFormRoot>', 'discovr-PageFilterForm', {
    ref,
    className,
    classNames,
  });
  const controller = 'controller' in result ? result.controller : result;
  const { form, messages, status, announcement } = controller;
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void controller.apply();
  };
  return (
    <PageFilterFormContext.Provider value={controller}>
      <ClassNamesContext.Provider value={classNames}>
        <FormProvider {...form}>
          <form
            aria-label={messages.form.label}
            noValidate
            {...rest}
            {...rootProps}
            data-status={status}
            aria-busy={status === 'creating' || undefined}
            onSubmit={handleSubmit}
          >
            <HeadingLevelContext.Provider value={headingLevel}>{children}</HeadingLevelContext.Provider>
            <Announcement value={announcement} />
          </form>
        </FormProvider>
      </ClassNamesContext.Provider>
    </PageFilterFormContext.Provider>
  );
});
