import { fireEvent, screen } from '@testing-library/react';
import { createRef, type ReactElement } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import type { CardLinkProps } from '../../ui/pictures/Poster.js';
import { MediaCard } from './MediaCard.js';

const poster_path = 'https://image.tmdb.org/t/p/w500/alien.jpg';
const item = { title: 'Alien', media_type: 'movie' as const, poster_path };

describe('the element of a card', () => {
  test('is a link when the card has an href', () => {
    renderWithDiscovr(<MediaCard item={item} href="/title/1" />);
    expect(screen.getByRole('link', { name: 'Alien' })).toHaveAttribute('href', '/title/1');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  test('links to href with the encoded media id in place of each {id}', () => {
    renderWithDiscovr(<MediaCard item={{ ...item, id: 'my/id?' }} href="/title/{id}#{id}" />);
    expect(screen.getByRole('link')).toHaveAttribute('href', '/title/my%2Fid%3F#my%2Fid%3F');
  });

  test('is not a link when href needs a media id and the title has none', () => {
    const renderLink = vi.fn<() => null>(() => null);
    renderWithDiscovr(<MediaCard item={item} href="/title/{id}" renderLink={renderLink} />);
    expect(screen.getByAltText('Alien')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(renderLink).not.toHaveBeenCalled();
  });

  test.each([
    ['runs a script', 'javascript:alert(1)//{id}', 'MV_1'],
    ['cannot contain the media id', '/title/{id}', 'MV_\ud800'],
    ['would lead to another path', '/title/{id}', '..'],
  ])('is not a link when its URL %s', (_why, href, id) => {
    const renderLink = vi.fn<() => null>(() => null);
    const onClick = vi.fn();
    renderWithDiscovr(<MediaCard item={{ ...item, id }} {...{ href, renderLink, onClick }} />);
    expect(screen.getByRole('button', { name: 'Alien' })).toBeVisible();
    expect(renderLink).not.toHaveBeenCalled();
  });

  test('passes the filled URL to the router link', () => {
    const renderLink = vi.fn<(props: CardLinkProps) => ReactElement>(({ children, ...props }) => (
      <a {...props}>{children}</a>
    ));
    renderWithDiscovr(<MediaCard item={{ ...item, id: 'MV_1' }} href="/title/{id}" renderLink={renderLink} />);
    expect(renderLink.mock.lastCall?.[0].href).toBe('/title/MV_1');
  });

  test('is the router link that renderLink returns, with the props of the card', () => {
    const ref = createRef<HTMLElement>();
    const onClick = vi.fn<() => void>();
    renderWithDiscovr(
      <MediaCard
        ref={ref}
        item={item}
        className="own"
        onClick={onClick}
        renderLink={(props) => (
          <a {...props} href="#by-router">
            {props.children}
          </a>
        )}
      />,
    );
    const link = screen.getByRole('link', { name: 'Alien' });
    fireEvent.click(link);
    expect(onClick).toHaveBeenCalledOnce();
    expect(link).toHaveAttribute('href', '#by-router');
    expect(link).toHaveClass('discovr-MediaCard', 'own');
    expect(ref.current).toBe(link);
  });

  test('is a button when the card only has onClick', () => {
    const onClick = vi.fn<() => void>();
    renderWithDiscovr(<MediaCard item={item} onClick={onClick} />);
    fireEvent.click(screen.getByRole('button', { name: 'Alien' }));
    expect(onClick).toHaveBeenCalledOnce();
  });

  test('is not clickable without href, renderLink or onClick', () => {
    renderWithDiscovr(<MediaCard item={item} data-testid="card" />);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.getByTestId('card')).toHaveAttribute('data-media-type', 'movie');
  });
});

describe('the title of a card', () => {
  test('is in the accessible name only once, even with a caption', () => {
    renderWithDiscovr(<MediaCard item={item} href="/" showCaption />);
    expect(screen.getByRole('link')).toHaveAccessibleName('Alien');
  });

  test.each([null, undefined, 'javascript:alert(1)'])('replaces a poster whose URL is %s', (url) => {
    renderWithDiscovr(<MediaCard item={{ ...item, poster_path: url ?? null }} href="/" />);
    expect(screen.getByText('Alien')).toBeVisible();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    expect(screen.getByRole('link')).toHaveAccessibleName('Alien');
  });

  test('replaces a poster that does not load, until the card gets another URL', () => {
    const { rerender } = renderWithDiscovr(<MediaCard item={item} href="/" />);
    fireEvent.error(screen.getByRole('img', { name: 'Alien' }));
    expect(screen.getByText('Alien')).toBeVisible();
    rerender(<MediaCard item={{ ...item, poster_path: 'https://cdn.example/other.jpg' }} href="/" />);
    expect(screen.getByRole('img', { name: 'Alien' })).toHaveAttribute('src', 'https://cdn.example/other.jpg');
  });
});

test('a poster loads lazily, reserves its space, and has URLs for several sizes', () => {
  renderWithDiscovr(<MediaCard item={item} sizes="20vw" />);
  const image = screen.getByRole('img');
  expect(image).toHaveAttribute('loading', 'lazy');
  expect(image).toHaveAttribute('decoding', 'async');
  expect(image).toHaveAttribute('width', '342');
  expect(image).toHaveAttribute('height', '513');
  expect(image).toHaveAttribute('sizes', '20vw');
  expect(image.getAttribute('srcset')).toContain('/w185/alien.jpg 185w');
});

test('a poster that has only one size has no sizes attribute', () => {
  renderWithDiscovr(<MediaCard item={{ ...item, poster_path: 'https://cdn.example/alien.jpg' }} />);
  expect(screen.getByRole('img').getAttributeNames().sort()).toEqual([
    'alt',
    'class',
    'decoding',
    'height',
    'loading',
    'src',
    'width',
  ]);
});
