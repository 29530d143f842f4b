/** Something to be read out once; a new `id` makes equal text news again. */
export interface AnnouncementValue {
  readonly id: number;
  readonly text: string;
}

/** Reads news out, politely. Renders a `<div>` that nobody sees and that stays while its text changes. */
export function Announcement({ value: { id, text } }: { value: AnnouncementValue }) {
  return (
    <div role="status" className="discovr-VisuallyHidden">
      {text && <span key={id}>{text}</span>}
    </div>
  );
}
