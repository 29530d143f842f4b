'use client';

import { forwardRef, type ComponentPropsWithRef, type HTMLAttributes, type ReactNode, type Ref } from 'react';

/** Props of the link around a card. Spread them on your router's link, and add the destination. */
export type CardLinkProps = ComponentPropsWithRef<'a'>;

/** Props that determine which element a card renders. */
export interface CardAction {
  /** URL that the card links to. Makes the card an `<a>`. */
  href?: string | undefined;
  /** Renders the link of a router instead of an `<a>`: `(props) => <Link {...props} to="…" />`. */
  renderLink?: ((props: CardLinkProps) => ReactNode) | undefined;
}

/** Props of {@link CardRoot}. */
export interface CardRootProps extends HTMLAttributes<HTMLElement>, CardAction {
  'data-item-id'?: string | undefined;
  'data-media-type'?: string | undefined;
  'data-title'?: string | undefined;
  'data-discovr-scheme'?: string | undefined;
}

/**
 * Root element of a card: a router's link if there is `renderLink`, an `<a>` if there is `href`, a `<button>` if there
 * is only `onClick`, and a non-interactive `<div>` otherwise.
 */
export const CardRoot = forwardRef<HTMLElement, CardRootProps>(function CardRoot(props, ref) {
  const { href, renderLink, children, ...rest } = props;
  if (renderLink || href !== undefined) {
    // A ref to an HTML element can hold an anchor, but TypeScript does not allow that for ref objects.
    const link: CardLinkProps = { ...rest, children, ref: ref as Ref<HTMLAnchorElement> };
    if (href !== undefined) link.href = href;
    return renderLink ? renderLink(link) : <a {...link}>{children}</a>;
  }
  if (rest.onClick) {
    return (
      <button type="button" {...rest} ref={ref as Ref<HTMLButtonElement>}>
        {children}
      </button>
    );
  }
  return (
    <div {...rest} ref={ref as Ref<HTMLDivElement>}>
      {children}
    </div>
  );
});
