'use client';

import { joinClasses } from '../../ui/classNames.js';

/** Props of {@link PageEnd}. */
export interface PageEndProps {
  text: string;
  backText: string;
  /** Leads to the beginning of the page. */
  onBack: () => void;
  className: string | undefined;
}

/** Says that a page has no more rails, and leads back to its beginning. The arrows up and down lead to it, too. */
export function PageEnd({ text, backText, onBack, className }: PageEndProps) {
  return (
    <div className={joinClasses('discovr-DiscovrPage-end', className)} data-rail-stop="">
      <p>{text}</p>
      <button type="button" className="discovr-Button" onClick={onBack}>
        {backText}
      </button>
    </div>
  );
}
