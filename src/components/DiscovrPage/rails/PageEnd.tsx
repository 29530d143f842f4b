'use client';

import { joinClasses } from '../../../ui/slotClass.js';

/** Props of {@link PageEnd}. */
export interface PageEndProps {
  text: string;
  actionText: string;
  onAction: () => void;
  className: string | undefined;
}

/** Renders a text and a button at the end of a page. The up and down arrow keys reach it too. */
export function PageEnd({ text, actionText, onAction, className }: PageEndProps) {
  return (
    <div className={joinClasses('discovr-DiscovrPage-end', className)} data-rail-stop="">
      <p className="discovr-DiscovrPage-endText">{text}</p>
      <button type="button" className="discovr-Button" onClick={onAction}>
        {actionText}
      </button>
    </div>
  );
}
