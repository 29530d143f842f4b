'use client';

import { Icon } from './Icon.js';
import { warningIcon } from './icons.js';

/**
 * Shows an error message. Screen readers announce it immediately, because the live region exists before the text.
 * Takes no space without a text.
 */
export function AlertPlace({ text }: { text: string | undefined }) {
  return (
    <div role="alert" className="discovr-Actions-alertPlace">
      {text && (
        <p className="discovr-Alert">
          <Icon path={warningIcon} />
          {text}
        </p>
      )}
    </div>
  );
}
