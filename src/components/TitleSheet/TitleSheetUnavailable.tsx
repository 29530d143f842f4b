'use client';

import type { DiscovrError } from '../../api/errors/discovrError.js';
import { errorMessage } from '../../messages/errorMessage.js';
import { slotClass } from '../../ui/slotClass.js';
import type { TitleSheetPartProps } from './partProps.js';
import type { UseTitleSheetResult } from './useTitleSheet.js';

/** States in which a retry cannot help. */
const FINAL = /^(NOT_FOUND|NOT_SIGNED_IN|NO_ACTIVE_PROFILE)$/;

/** Returns why a sheet has nothing to show, or `undefined` if something has loaded or is loading. */
export function unavailableReason({ error, metaError }: UseTitleSheetResult): DiscovrError | undefined {
  if (error?.code === 'NOT_FOUND') return error;
  return error && metaError ? error : undefined;
}

/** Props of {@link TitleSheetUnavailable}. */
export interface TitleSheetUnavailableProps extends TitleSheetPartProps {
  reason: DiscovrError;
  onClose: () => void;
}

/** Replaces the actions and details of a title that cannot be shown: says why, and has a single button that helps. */
export function TitleSheetUnavailable({ sheet, messages, classNames, reason, onClose }: TitleSheetUnavailableProps) {
  const texts = messages.titleSheet;
  const isFinal = FINAL.test(reason.code);
  return (
    <div className="discovr-TitleSheet-unavailable">
      <p role="alert" className={slotClass(classNames, 'alert', 'discovr-TitleSheet-reason')}>
        {reason.code === 'NOT_FOUND' ? texts.notFound : errorMessage(reason, messages)}
      </p>
      <button type="button" className="discovr-Button" data-variant="main" onClick={isFinal ? onClose : sheet.retry}>
        {isFinal ? texts.close : texts.retry}
      </button>
    </div>
  );
}
