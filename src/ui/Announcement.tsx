'use client';

import type { ReactNode } from 'react';
import { Icon, warningIcon } from './Icon.js';

/** Text that screen readers announce once. Equal text is announced again when its `id` changes. */
interface AnnouncementValue {
  readonly id: number;
  readonly text: string;
}

/** Announces text to screen readers, politely. Renders a visually hidden `<div>`, even when there is no text. */
export function Announcement({ value: { id, text } }: { value: AnnouncementValue }) {
  return (
    <div role="status" className="discovr-VisuallyHidden">
      {text && <span key={id}>{text}</span>}
    </div>
  );
}

interface AlertProps {
  /** The error message. Without it, nothing is rendered. */
  text: string | undefined;
  className?: string | undefined;
  /** Button for the next step. Screen readers do not announce it with the text. */
  children?: ReactNode;
}

/** Shows an error message. Screen readers announce it immediately, because its element is inserted with the text. */
export function Alert({ text, className = 'discovr-Alert', children }: AlertProps) {
  if (!text) return null;
  return (
    <div className={className}>
      <Icon path={warningIcon} />
      <p role="alert" className="discovr-Alert-text">
        {text}
      </p>
      {children}
    </div>
  );
}
