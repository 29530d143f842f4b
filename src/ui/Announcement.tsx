'use client';

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
