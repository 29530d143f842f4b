'use client';

import { Icon } from './Icon.js';
import { warningIcon } from './icons.js';

/** Says what went wrong, at once also to screen readers: its place is there before the words are. Takes no room without them. */
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
