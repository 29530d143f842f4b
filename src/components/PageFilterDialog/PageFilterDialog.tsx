'use client';

import { forwardRef, useId, useRef, useState, type ComponentPropsWithoutRef } from 'react';
import type { FilterSpec } from '../../filters/filterSpec.js';
import type { FiltersChange } from '../../filters/filtersChange.js';
import { filterDialogEnglish } from '../../messages/english/filters.js';
import { useMessages } from '../../react/provider/context.js';
import { Announcement } from '../../ui/Announcement.js';
import { useModalDialog } from '../../ui/dialog/useModalDialog.js';
import { slotClass } from '../../ui/slotClass.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { allParts } from '../PageFilterForm/allParts.js';
import { ApplyTextContext } from '../PageFilterForm/context.js';
import { PageFilterFormRoot } from '../PageFilterForm/parts/PageFilterFormRoot.js';
import type { UsePageFilterFormOptions } from '../PageFilterForm/types.js';
import { usePageFilterFormController } from '../PageFilterForm/usePageFilterFormController.js';
import type { PageFilterDialogClassNames } from './classNames.js';
import { DialogHead } from './DialogHead.js';
import { OpenButton } from './OpenButton.js';

/** Props of {@link PageFilterDialog}: the options of `PageFilterForm`, and the props of a `<div>`. */
export interface PageFilterDialogProps extends ComponentPropsWithoutRef<'div'>, UsePageFilterFormOptions {
  /** Custom class names by slot, added to the stable class names; `root` is the form. Define them at module level. */
  classNames?: PageFilterDialogClassNames | undefined;
}

/** State of the dialog. `unopened`: the content is not rendered yet. `applied`: Apply closed the dialog. */
type View = 'unopened' | 'open' | 'closed' | 'applied';

const NO_ANNOUNCEMENT = { id: 0, text: '' };

/**
 * The filter form as a modal dialog: a sheet at the side, or the whole screen of a phone. The button that opens it
 * shows the number of active filters. Apply closes the dialog when it succeeds. Escape, a click outside and the close
 * button close it too, and keep the draft. Children replace the form's parts. Renders a `<div>` around button and
 * dialog, with `data-open` while the dialog is open.
 *
 * @example
 * <PageFilterDialog onPageCreated={(page) => navigate(`/browse/${page.id}`)} />
 */
export const PageFilterDialog = forwardRef<HTMLDivElement, PageFilterDialogProps>(
  function PageFilterDialog(props, ref) {
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
      classNames,
      className,
      children = allParts,
      ...rest
    } = props;
    const rootProps = useRootProps('<PageFilterDialog>', 'discovr-PageFilterDialog', { ref, className });
    const texts = useMessages(filterDialogEnglish, messages, '<PageFilterDialog>').filterDialog;
    const [view, setView] = useState<View>('unopened');
    const isOpen = view === 'open';
    const openButton = useRef<HTMLButtonElement>(null);
    const id = useId();

    const close = () => setView((previous) => (previous === 'open' ? 'closed' : previous));
    const dialog = useModalDialog(isOpen, close, openButton);
    const controller = usePageFilterFormController({
      filters,
      defaultFilters,
      defaultName,
      onFiltersChange(next: FilterSpec, details: FiltersChange) {
        setView('applied');
        onFiltersChange?.(next, details);
      },
      createsPage,
      onPageCreated,
      onSessionRequired,
      vocabulary,
      messages,
    });

    return (
      <div {...rest} {...rootProps} data-open={isOpen ? '' : undefined}>
        <OpenButton
          ref={openButton}
          text={texts.open}
          controller={controller}
          classNames={classNames}
          isExpanded={isOpen}
          onOpen={() => setView('open')}
        />
        <dialog
          ref={dialog}
          className={slotClass(classNames, 'dialog', 'discovr-Dialog discovr-Sheet')}
          aria-labelledby={`${id}-title`}
        >
          {view !== 'unopened' && (
            <div className="discovr-Sheet-body">
              <DialogHead titleId={`${id}-title`} texts={texts} classNames={classNames} onClose={close} />
              <PageFilterFormRoot form={controller} headingLevel={3} classNames={classNames}>
                <ApplyTextContext.Provider value={texts.apply}>{children}</ApplyTextContext.Provider>
              </PageFilterFormRoot>
            </div>
          )}
        </dialog>
        {/* The live region of the form closes with the dialog, so a successful Apply is announced here. */}
        <Announcement value={view === 'applied' ? controller.announcement : NO_ANNOUNCEMENT} />
      </div>
    );
  },
);
