'use client';

/** Props of {@link StableLabel}. */
export interface StableLabelProps {
  /** The text shown now. */
  text: string;
  /** Every text the label can show. The largest decides its size. */
  texts: readonly string[];
}

/**
 * A label that keeps its size while its text or weight changes. Renders a `<span>`.
 *
 * The room for each text comes from an attribute that the stylesheet lays out unseen. Assistive technology, find in
 * page and pages without the stylesheet have only the current text.
 */
export function StableLabel({ text, texts }: StableLabelProps) {
  return (
    <span className="discovr-StableLabel">
      <span className="discovr-Button-text">{text}</span>
      {[...new Set(texts)].map((each) => (
        <span key={each} className="discovr-StableLabel-room" data-text={each} aria-hidden="true" />
      ))}
    </span>
  );
}
