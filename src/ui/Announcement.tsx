/** Text that screen readers announce once. Equal text is announced again when its `id` changes. */
export interface AnnouncementValue {
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
