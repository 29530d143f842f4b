'use client';

import type { Messages } from '../../messages/messages.js';
import { Icon } from '../../ui/Icon.js';
import { closeIcon } from '../../ui/icons.js';
import { slotClass } from '../../ui/slotClass.js';
import { useHeightVariable } from '../../ui/useHeightVariable.js';
import type { PageFilterDialogClassNames } from './classNames.js';

/** Props of {@link DialogHead}. */
interface DialogHeadProps {
  titleId: string;
  texts: Messages['filterDialog'];
  classNames: PageFilterDialogClassNames | undefined;
  onClose: () => void;
}

/** Title and close button of the dialog. */
export function DialogHead({ titleId, texts, classNames, onClose }: DialogHeadProps) {
  const bar = useHeightVariable<HTMLDivElement>('--d-head-height', bodyOf);
  return (
    <div ref={bar} className={slotClass(classNames, 'dialogHead', 'discovr-Sheet-head')} data-remote="bar">
      <h2 id={titleId} className="discovr-Dialog-title">
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
}

function bodyOf(bar: HTMLElement): HTMLElement | null {
  return bar.parentElement;
}
