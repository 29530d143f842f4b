'use client';

import { useState } from 'react';
import type { Messages } from '../../messages/messages.js';
import { slotClass } from '../../ui/slotClass.js';
import { StableLabel } from '../../ui/StableLabel.js';
import type { EmptyPageClassNames } from './types.js';

/** Props of {@link NothingYet}. */
export interface NothingYetProps {
  texts: Messages['emptyPage'];
  onRetry: (() => void | Promise<void>) | undefined;
  classNames: EmptyPageClassNames | undefined;
}

/** Text and button of a page that is empty without filters. */
export function NothingYet({ texts, onRetry, classNames }: NothingYetProps) {
  const [isTrying, setIsTrying] = useState(false);
  const retry = async () => {
    if (isTrying) return;
    setIsTrying(true);
    try {
      await onRetry?.();
    } finally {
      setIsTrying(false);
    }
  };
  return (
    <>
      <p className={slotClass(classNames, 'text', 'discovr-EmptyPage-text')}>{texts.nothingYetHint}</p>
      {onRetry && (
        <button
          type="button"
          className={slotClass(classNames, 'button', 'discovr-Button')}
          data-variant="main"
          aria-disabled={isTrying || undefined}
          onClick={() => void retry()}
        >
          <StableLabel text={isTrying ? texts.loading : texts.retry} texts={[texts.retry, texts.loading]} />
        </button>
      )}
    </>
  );
}
