'use client';

import { Icon } from './Icon.js';
import { warningIcon } from './icons.js';

/** Props of {@link Alert}. */
export interface AlertProps {
  /** The error message. Without it, nothing is rendered. */
  text: string | undefined;
  className?: string | undefined;
}

/** Shows an error message. Screen readers announce it immediately, because its element is inserted with the text. */
export function Alert({ text, className = 'discovr-Alert' }: AlertProps) {
  if (!text) return null;
  return (
    <p role="alert" className={className}>
      <Icon path={warningIcon} />
      {text}
    </p>
  );
}
