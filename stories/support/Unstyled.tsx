import { useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Renders its children into a shadow tree, where the stylesheets of the document do not apply. */
export function Unstyled({ children }: { children: ReactNode }) {
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  const attach = (element: HTMLElement | null) => {
    if (element && !element.shadowRoot) setRoot(element.attachShadow({ mode: 'open' }));
  };
  return <main ref={attach}>{root && createPortal(children, root)}</main>;
}
