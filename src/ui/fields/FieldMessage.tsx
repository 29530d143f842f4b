'use client';

import { useSlotClass } from '../classNames.js';
import { Icon } from '../Icon.js';
import { warningIcon } from '../icons.js';

/** Props of {@link FieldMessage}. */
export interface FieldMessageProps {
  id: string;
  /** Nothing is rendered without a text. */
  text: string | undefined;
  /** Renders an empty, hidden element without a text, whose place a stylesheet may keep. */
  keepsPlace?: boolean | undefined;
}

/** Says what is wrong with a field, under it. */
export function FieldMessage({ id, text, keepsPlace }: FieldMessageProps) {
  const slotClass = useSlotClass();
  if (!text && !keepsPlace) return null;
  return (
    <p id={id} className={slotClass('error', 'discovr-FieldMessage')} hidden={!text}>
      {text && <Icon path={warningIcon} />}
      {text}
    </p>
  );
}
