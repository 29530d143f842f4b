'use client';

import { Icon } from './Icon.js';
import { warningIcon } from './icons.js';

/**
 * Shows an error message, or takes no space without one. Screen readers announce the message immediately, because the
 * live region is rendered before it.
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
