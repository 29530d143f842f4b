'use client';

import { forwardRef, type ComponentPropsWithRef, type HTMLAttributes, type ReactNode, type Ref } from 'react';
import { Picture } from './Picture.js';

/** Props of the link around a card. Spread them on your router's link, and add the destination. */
export type CardLinkProps = ComponentPropsWithRef<'a'>;

/** Props that determine which element a card renders. */
export interface CardAction {
  /** URL that the card links to. Makes the card an `<a>`. */
  href?: string | undefined;
  /** Renders the link of a router instead of an `<a>`: `(props) => <Link {...props} to="…" />`. */
  renderLink?: ((props: CardLinkProps) => ReactNode) | undefined;
}

interface CardRootProps extends HTMLAttributes<HTMLElement>, CardAction {
  'data-item-id'?: string | undefined;
  'data-media-type'?: string | undefined;
  'data-title'?: string | undefined;
  'data-facts'?: string | undefined;
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

/** Number of colors in the stylesheet for what has no picture: two shades of each of six hues, six numbers apart. */
export const HUES = 12;

/**
 * Returns the number of the color that a title has without a poster: that of its first genre, if the item has genres,
 * otherwise one that follows from its id.
 */
export function hueOf({ id = '', ...item }: { readonly id?: string | undefined }): number {
  // Discovr documents no genres of the items of rows, but an item keeps the fields that it has.
  const { genres } = item as { genres?: readonly unknown[] | null };
  return Number(genres?.[0] ?? id.slice(3)) % HUES || 0;
}

interface PosterProps {
  /** Number of the color shown without an image. See {@link hueOf}. */
  hue: string | number;
  url: string | null | undefined;
  /** Title of the film or series: alternative text of the image, and text shown when there is no image. */
  title: string;
  /** Whether the title is also shown next to the poster. */
  showCaption: boolean;
  /** Displayed width, as a value of the `sizes` attribute. */
  sizes: string;
  className: string;
}

/** Poster with an aspect ratio of 2:3. Without an image, it shows the title on a color: gray means loading. */
export function Poster({ hue, url, title, showCaption, sizes, className }: PosterProps) {
  return (
    <span className={className}>
      <Picture
        url={url}
        kind="poster"
        sizes={sizes}
        alt={showCaption ? '' : title}
        width={342}
        height={513}
        className="discovr-Poster-picture"
        fallback={
          <bdi className="discovr-Poster-drawn" data-hue={hue} aria-hidden={showCaption || undefined}>
            {title}
          </bdi>
        }
      />
    </span>
  );
}

interface LetteringProps {
  /** URL of the lettering image. */
  url: string | null | undefined;
  title: string;
  /** Displayed width, as a value of the `sizes` attribute. */
  sizes: string;
}

/** Image of a title's lettering, or the title as text when there is no image or it fails to load. */
export function Lettering({ url, title, sizes }: LetteringProps) {
  return (
    <Picture
      url={url}
      kind="logo"
      sizes={sizes}
      alt={title}
      width={500}
      height={200}
      className="discovr-Hero-logo"
      fallback={<bdi>{title}</bdi>}
    />
  );
}
