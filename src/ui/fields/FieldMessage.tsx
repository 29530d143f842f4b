'use client';

import { useSlotClass } from '../classNames.js';
import { Icon } from '../Icon.js';
import { warningIcon } from '../icons.js';

/** Props of {@link FieldMessage}. */
export interface FieldMessageProps {
  id: string;
  /** The error message. Without it, nothing is rendered unless `keepsPlace` is set. */
  text: string | undefined;
  /** Whether an empty element with `data-empty` reserves the space while there is no text. */
  keepsPlace?: boolean | undefined;
}

/** Error message under a field. */
export function FieldMessage({ id, text, keepsPlace }: FieldMessageProps) {
  const slotClass = useSlotClass();
  if (!text && !keepsPlace) return null;
  return (
    <p id={id} className={slotClass('error', 'discovr-FieldMessage')} data-empty={text ? undefined : ''}>
      {text && <Icon path={warningIcon} />}
      {text}
    </p>
  );
}
