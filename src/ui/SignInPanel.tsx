'use client';

import type { ReactNode } from 'react';
import { checkIcon, Icon } from './Icon.js';
import type { ArtProps } from './brand.js';

export interface SignInPanelProps extends ArtProps {
  children: ReactNode;
}

/** Art behind a sign-in, and a panel with the brand above the content. */
export function SignInPanel({ brand, art, children }: SignInPanelProps) {
  return (
    <>
      {art && (
        <div className="discovr-SignIn-art" aria-hidden="true">
          {art}
        </div>
      )}
      <div className="discovr-SignIn-panel" data-over-art={art ? '' : undefined}>
        {brand && <div className="discovr-Brand">{brand}</div>}
        {children}
      </div>
    </>
  );
}

/** A check mark above the text that the user is signed in. */
export const SuccessMark = () => (
  <span className="discovr-SignIn-success">
    <Icon path={checkIcon} />
  </span>
);
