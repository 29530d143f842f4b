'use client';

import { errorMessage } from '../../messages/errorMessage.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { Alert } from '../../ui/Alert.js';
import { slotClass } from '../../ui/slotClass.js';
import type { TitleSheetPartProps } from './partProps.js';

/** Shows what failed while something else has loaded, with a button to load it again. */
export function TitleSheetAlert({ sheet, messages, classNames }: TitleSheetPartProps) {
  const texts = messages.titleSheet;
  const { error, metaError, toggleError } = sheet;
  const reason = toggleError && errorMessage(toggleError, messages);
  const metaReason = metaError && errorMessage(metaError, messages);
  return (
    <div className={slotClass(classNames, 'alert', 'discovr-TitleSheet-alert')}>
      <Alert text={reason ? formatMessage(texts.notSaved, { reason }) : undefined} />
      <Alert
        text={
          error
            ? errorMessage(error, messages)
            : metaReason
              ? formatMessage(texts.metaFailed, { reason: metaReason })
              : undefined
        }
      />
      {(error ?? metaError) && (
        <button type="button" className="discovr-Button" onClick={sheet.retry}>
          {texts.retry}
        </button>
      )}
    </div>
  );
}
