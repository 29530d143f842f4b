'use client';

export interface StableLabelProps {
  /** The current text. */
  text: string;
  /** Every text that the label can show. The largest determines its size. */
  texts: readonly string[];
  /** Shown after the text, but hidden from assistive technology. */
  suffix?: string | undefined;
}

/**
 * Label that keeps its size when its text or font weight changes. Renders a `<span>`.
 *
 * To reserve the space, the stylesheet renders every text invisibly from an attribute. Assistive technology and the
 * browser's search see only the current text. Without the stylesheet, only the current text is shown.
 */
export function StableLabel({ text, texts, suffix }: StableLabelProps) {
  return (
    <span className="discovr-StableLabel">
      <span className="discovr-Button-text">
        {text}
        {suffix && <span aria-hidden="true">{suffix}</span>}
      </span>
      {[...new Set(texts)].map((each) => (
        <span key={each} className="discovr-StableLabel-room" data-text={each} aria-hidden="true" />
      ))}
    </span>
  );
}
