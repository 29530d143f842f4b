'use client';

import { forwardRef, useId } from 'react';
import { activeFilters } from '../../filters/activeFilters.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { Icon } from '../../ui/Icon.js';
import { filtersIcon } from '../../ui/icons.js';
import { slotClass } from '../../ui/slotClass.js';
import type { PageFilterFormController } from '../PageFilterForm/types.js';
import type { PageFilterDialogClassNames } from './classNames.js';

/** Props of {@link OpenButton}. */
interface OpenButtonProps {
  text: string;
  controller: PageFilterFormController;
  classNames: PageFilterDialogClassNames | undefined;
  isExpanded: boolean;
  onOpen: () => void;
}

/** Opens the dialog and shows the number of active filters. Renders a `<button>`. */
export const OpenButton = forwardRef<HTMLButtonElement, OpenButtonProps>(function OpenButton(
  { text, controller, classNames, isExpanded, onOpen },
  ref,
) {
  const { appliedFilters, messages, locale } = controller;
  const count = activeFilters(appliedFilters, { messages, locale }).length;
  const id = useId();
  return (
    <button
      ref={ref}
      type="button"
      className={slotClass(classNames, 'openButton', 'discovr-Button discovr-OpenButton')}
      aria-haspopup="dialog"
      aria-expanded={isExpanded}
      aria-describedby={count > 0 ? `${id}-count` : undefined}
      onClick={onOpen}
    >
      <Icon path={filtersIcon} />
      <span className="discovr-Button-text">{text}</span>
      {count > 0 && (
        <>
          {' '}
          <span className={slotClass(classNames, 'openCount', 'discovr-OpenButton-count')} aria-hidden="true">
            {new Intl.NumberFormat([locale, 'en']).format(count)}
          </span>
          <span id={`${id}-count`} hidden>
            {formatMessage(messages.form.filterCount, { count }, locale)}
          </span>
        </>
      )}
    </button>
  );
});
