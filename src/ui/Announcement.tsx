/** Text for screen readers to announce once. A new `id` announces equal text again. */
export interface AnnouncementValue {
  readonly id: number;
  readonly text: string;
}

/** Announces text to screen readers, politely. Renders a visually hidden `<div>` that stays while its text changes. */
export function Announcement({ value: { id, text } }: { value: AnnouncementValue }) {
  return (
    <div role="status" className="discovr-VisuallyHidden">
      {text && <span key={id}>{text}</span>}
    </div>
  );
}
