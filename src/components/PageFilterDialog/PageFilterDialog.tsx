'use client';

import { forwardRef, useId, useRef, useState, type ComponentPropsWithoutRef, type Ref } from 'react';
import { activeFilters } from '../../filters/activeFilters.js';
import { filterDialogEnglish } from '../../messages/english/filters.js';
import { isRemoteInUse } from '../../focus/scope.js';
import { formatMessage, numberFormatOf } from '../../messages/formatMessage.js';
import type { Messages, MessagesOverride } from '../../messages/messages.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { useMessages } from '../../react/provider/context.js';
import { Announcement } from '../../ui/Announcement.js';
import { closeIcon, filtersIcon, Icon } from '../../ui/Icon.js';
import { slotClass, type PageFilterFormClassNames } from '../../ui/classNames.js';
import { useModalDialog } from '../../ui/dialog/useModalDialog.js';
import { useHeightVariable } from '../../ui/hooks.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { defaultParts } from '../PageFilterForm/PageFilterFormDropIn.js';
import { PageFilterFormRoot } from '../PageFilterForm/PageFilterFormRoot.js';
import { ApplyTextContext } from '../PageFilterForm/context.js';
import type { PageFilterFormController, UsePageFilterFormOptions } from '../PageFilterForm/types.js';
import { usePageFilterFormController } from '../PageFilterForm/usePageFilterForm.js';

/** Props of {@link PageFilterDialog}, including those of a `<div>`. */
export interface PageFilterDialogProps extends ComponentPropsWithoutRef<'div'> {
  /** Options of the form, as for `<PageFilterForm>`. */
  formProps?: Omit<UsePageFilterFormOptions, 'messages'> | undefined;
  /** Custom messages that override the provider's. Define them at module level. */
  messages?: MessagesOverride | undefined;
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
 * <PageFilterDialog formProps={{ onPageCreated: (page) => navigate(`/browse/${page.id}`) }} />
 */
export const PageFilterDialog = forwardRef<HTMLDivElement, PageFilterDialogProps>(
  function PageFilterDialog(props, ref) {
    const { formProps, messages, classNames, className, children = defaultParts, ...rest } = props;
    const rootProps = useRootProps('<PageFilterDialog>', 'discovr-PageFilterDialog', { ref, className });
    const texts = useMessages(filterDialogEnglish, messages, '<PageFilterDialog>').filterDialog;
    const [view, setView] = useState<View>('unopened');
    const isOpen = view === 'open';
    const openButton = useRef<HTMLButtonElement>(null);
    const id = useId();

    const close = () => setView((previous) => (previous === 'open' ? 'closed' : previous));
    const dialog = useModalDialog(isOpen, close, openButton);
    const title = useRef<HTMLHeadingElement>(null);
    // Where reading starts, and not the button that closes the dialog. A remote control starts on the first field.
    useIsomorphicLayoutEffect(() => {
      if (isOpen && title.current && !isRemoteInUse(title.current)) title.current.focus({ preventScroll: true });
    }, [isOpen]);
    const onFiltersChange: UsePageFilterFormOptions['onFiltersChange'] = (next, details) => {
      setView('applied');
      formProps?.onFiltersChange?.(next, details);
    };
    // A draft is shown before it is applied.
    const controller = usePageFilterFormController({ ...formProps, messages, onFiltersChange }, () => setView('open'));

    return (
      <div {...rest} {...rootProps} data-open={isOpen ? '' : undefined}>
        <OpenButton
          ref={openButton}
          texts={texts}
          controller={controller}
          classNames={classNames}
          onOpen={() => setView('open')}
        />
        <dialog
          ref={dialog}
          className={slotClass(classNames, 'dialog', 'discovr-Dialog discovr-Sheet')}
          aria-labelledby={`${id}-title`}
        >
          {view !== 'unopened' && (
            <div className="discovr-Sheet-body">
              <DialogHead ref={title} titleId={`${id}-title`} texts={texts} classNames={classNames} onClose={close} />
              <PageFilterFormRoot controller={controller} headingLevel={3} classNames={classNames}>
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

interface OpenButtonProps {
  texts: Messages['filterDialog'];
  controller: PageFilterFormController;
  classNames: PageFilterDialogClassNames | undefined;
  onOpen: () => void;
}

/** Opens the dialog and shows the number of active filters. Renders a `<button>`. */
const OpenButton = forwardRef<HTMLButtonElement, OpenButtonProps>(function OpenButton(
  { texts, controller, classNames, onOpen },
  ref,
) {
  const { appliedFilters, messages, locale } = controller;
  const count = activeFilters(appliedFilters, { messages, locale }).length;
  const { open } = texts;
  return (
    <button
      ref={ref}
      type="button"
      className={slotClass(classNames, 'openButton', 'discovr-Button discovr-OpenButton')}
      aria-haspopup="dialog"
      aria-label={count > 0 ? formatMessage(texts.active, { open, count }, locale) : undefined}
      onClick={onOpen}
    >
      <Icon path={filtersIcon} />
      <span className="discovr-Button-text">{open}</span>
      {count > 0 && (
        <>
          {' '}
          <span className={slotClass(classNames, 'openCount', 'discovr-OpenButton-count')}>
            {numberFormatOf(locale).format(count)}
          </span>
        </>
      )}
    </button>
  );
});

interface DialogHeadProps {
  titleId: string;
  texts: Messages['filterDialog'];
  classNames: PageFilterDialogClassNames | undefined;
  onClose: () => void;
}

/** Title and close button of the dialog. */
const DialogHead = forwardRef(function DialogHead(
  { titleId, texts, classNames, onClose }: DialogHeadProps,
  ref: Ref<HTMLHeadingElement>,
) {
  const bar = useHeightVariable<HTMLDivElement>('--d-head-height', bodyOf);
  return (
    <div ref={bar} className={slotClass(classNames, 'dialogHead', 'discovr-Sheet-head')} data-remote="bar">
      <h2 ref={ref} id={titleId} tabIndex={-1} className="discovr-Dialog-title">
        {texts.title}
      </h2>
      <button
        type="button"
        className={slotClass(classNames, 'closeButton', 'discovr-Sheet-close')}
        aria-label={texts.close}
        onClick={onClose}
      >
        <Icon path={closeIcon} />
      </button>
    </div>
  );
});

function bodyOf(bar: HTMLElement): HTMLElement | null {
  return bar.parentElement;
}

/** Custom class names by slot: the slots of the form, and those of the elements around it. */
export interface PageFilterDialogClassNames extends PageFilterFormClassNames {
  /** The button that opens the dialog. */
  openButton?: string;
  /** The number of active filters, shown on that button. */
  openCount?: string;
  /** The `<dialog>`. */
  dialog?: string;
  /** The head of the dialog: title and close button. */
  dialogHead?: string;
  /** The button that closes the dialog. */
  closeButton?: string;
}
