'use client';

import { forwardRef, useId, useRef, useState, type ComponentPropsWithoutRef } from 'react';
import type { FilterSpec } from '../../filters/filterSpec.js';
import type { FiltersChange } from '../../filters/filtersChange.js';
import { filterDialogEnglish } from '../../messages/english/filterDialog.js';
import { useWords } from '../../react/provider/useWords.js';
import { Announcement } from '../../ui/Announcement.js';
import { Icon } from '../../ui/Icon.js';
import { closeIcon } from '../../ui/icons.js';
import { useModalDialog } from '../../ui/dialog/useModalDialog.js';
import { slotClass } from '../../ui/slotClass.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { allParts } from '../PageFilterForm/allParts.js';
import { PageFilterFormRoot } from '../PageFilterForm/parts/PageFilterFormRoot.js';
import type { UsePageFilterFormOptions } from '../PageFilterForm/types.js';
import { usePageFilterFormController } from '../PageFilterForm/usePageFilterFormController.js';
import type { PageFilterDialogClassNames } from './classNames.js';
import { OpenButton } from './OpenButton.js';

/** Props of {@link PageFilterDialog}: those of `PageFilterForm`, with the root's being those of a `<div>`. */
export interface PageFilterDialogProps extends ComponentPropsWithoutRef<'div'>, UsePageFilterFormOptions {
  /** Own class names by slot, beside the stable ones; `root` is the form's. Keep them at module level. */
  classNames?: PageFilterDialogClassNames | undefined;
}

/** Its parts are rendered once it was opened; `applied` is closed by an Apply. */
type View = 'unopened' | 'open' | 'closed' | 'applied';

const NO_NEWS = { id: 0, text: '' };

/**
 * The form as a modal dialog: a sheet at the side, over the whole of a phone. A button opens it and carries the number of
 * active filters. Apply closes it once it succeeded; Escape, a press beside it and its own button close it too, and keep
 * the draft for the next time. Children replace the form's parts. Renders a `<div>` around button and dialog;
 * `data-open` while it is open.
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
    const words = useWords(filterDialogEnglish, messages, '<PageFilterDialog>').filterDialog;
    const [view, setView] = useState<View>('unopened');
    const isOpen = view === 'open';
    const openButton = useRef<HTMLButtonElement>(null);
    const id = useId();

    const close = () => setView((former) => (former === 'open' ? 'closed' : former));
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
          text={words.open}
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
              <div className={slotClass(classNames, 'dialogHead', 'discovr-Sheet-head')}>
                <h2 id={`${id}-title`} className="discovr-Dialog-title">
                  {words.title}
                </h2>
                <button
                  type="button"
                  className={slotClass(classNames, 'closeButton', 'discovr-Sheet-close')}
                  aria-label={words.close}
                  onClick={close}
                >
                  <Icon path={closeIcon} />
                </button>
              </div>
              <PageFilterFormRoot form={controller} classNames={classNames}>
                {children}
              </PageFilterFormRoot>
            </div>
          )}
        </dialog>
        {/* The form's own news go with the dialog; those of an Apply are told when it has gone. */}
        <Announcement value={view === 'applied' ? controller.announcement : NO_NEWS} />
      </div>
    );
  },
);
