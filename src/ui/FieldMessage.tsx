'use client';

import { useSlotClass } from './classNames.js';
import { Icon } from './Icon.js';

/** Props of {@link FieldMessage}. */
export interface FieldMessageProps {
  id: string;
  /** Nothing is shown without a text, but the place is kept. */
  text: string | undefined;
}

/** Says what is wrong with a field, under it. */
export function FieldMessage({ id, text }: FieldMessageProps) {
  const slotClass = useSlotClass();
  return (
    <p id={id} className={slotClass('error', 'discovr-FieldMessage')} hidden={!text}>
      {text && <Icon name="warning" />}
      {text}
    </p>
  );
}
