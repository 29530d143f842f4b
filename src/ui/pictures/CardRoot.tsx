'use client';

import { forwardRef, type ComponentPropsWithRef, type HTMLAttributes, type ReactNode, type Ref } from 'react';

/** Everything a link around a card needs: spread it on the link of your router, which adds where it leads. */
export type CardLinkProps = ComponentPropsWithRef<'a'>;

/** What decides which element a card is. */
export interface CardAction {
  /** Where a press leads; makes the card an `<a>`. */
  href?: string | undefined;
  /** Renders the link of a router in place of an `<a>`: `(props) => <Link {...props} to="…" />`. */
  renderLink?: ((props: CardLinkProps) => ReactNode) | undefined;
}

/** Props of {@link CardRoot}. */
export interface CardRootProps extends HTMLAttributes<HTMLElement>, CardAction {
  'data-media-type'?: string | undefined;
  'data-discovr-scheme'?: string | undefined;
}

/**
 * The one element a card is: the router's link, an `<a>`, a `<button>` where it only has `onClick`, else a `<div>` that
 * does nothing.
 */
export const CardRoot = forwardRef<HTMLElement, CardRootProps>(function CardRoot(props, ref) {
  const { href, renderLink, children, ...rest } = props;
  if (renderLink || href !== undefined) {
    // A ref to any HTML element takes an anchor as well; TypeScript does not see it of an object.
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
