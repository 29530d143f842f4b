'use client';

import { useState } from 'react';
import type { Messages } from '../../messages/messages.js';
import { Announcement } from '../../ui/Announcement.js';
import { StableLabel } from '../../ui/StableLabel.js';

/** Props of {@link CopyCode}. */
export interface CopyCodeProps {
  userCode: string;
  texts: Messages['deviceSignIn'];
}

/** Button that copies the code to the clipboard. Renders nothing where the browser has no clipboard, such as over HTTP. */
export function CopyCode({ userCode, texts }: CopyCodeProps) {
  const [copiedCode, setCopiedCode] = useState<string>();
  // TypeScript's library says that the clipboard always exists.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) return null;
  const isCopied = copiedCode === userCode;
  return (
    <div className="discovr-DeviceSignIn-copy">
      <button
        type="button"
        className="discovr-Button"
        onClick={() => {
          // Without permission the label does not change, and the code is still on screen.
          clipboard.writeText(userCode).then(
            () => setCopiedCode(userCode),
            () => setCopiedCode(undefined),
          );
        }}
      >
        <StableLabel text={isCopied ? texts.copied : texts.copy} texts={[texts.copy, texts.copied]} />
      </button>
      <Announcement value={{ id: 0, text: isCopied ? texts.copied : '' }} />
    </div>
  );
}
