'use client';

import { useSlotClass } from '../classNames.js';
import { Icon } from '../Icon.js';
import { warningIcon } from '../icons.js';

/** Props of {@link FieldMessage}. */
export interface FieldMessageProps {
  id: string;
  /** Nothing is rendered without a text. */
  text: string | undefined;
  /** Keeps its place while there is no text: renders it empty, with `data-empty`. */
  keepsPlace?: boolean | undefined;
}

/** Says what is wrong with a field, under it. */
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
