import { fireEvent, screen } from '@testing-library/react';
import { createRef } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { MediaCard } from './MediaCard.js';

const poster_path = 'https://image.tmdb.org/t/p/w500/alien.jpg';
const item = { title: 'Alien', media_type: 'movie' as const, poster_path };

describe('a card is one element', () => {
  test('a link by its address', () => {
    renderWithDiscovr(<MediaCard item={item} href="/title/1" />);
    expect(screen.getByRole('link', { name: 'Alien' })).toHaveAttribute('href', '/title/1');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  test('the link of a router, with all that a card needs', () => {
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

  test('a button where it only hears a press', () => {
    const onClick = vi.fn<() => void>();
    renderWithDiscovr(<MediaCard item={item} onClick={onClick} />);
    fireEvent.click(screen.getByRole('button', { name: 'Alien' }));
    expect(onClick).toHaveBeenCalledOnce();
  });

  test('nothing to press otherwise', () => {
    renderWithDiscovr(<MediaCard item={item} data-testid="card" />);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.getByTestId('card')).toHaveAttribute('data-media-type', 'movie');
  });
});

describe('the title', () => {
  test('is said once, with a caption too', () => {
    renderWithDiscovr(<MediaCard item={item} href="/" hasCaption />);
    expect(screen.getByRole('link')).toHaveAccessibleName('Alien');
  });

  test.each([null, undefined, 'javascript:alert(1)'])('stands in the place of a poster that is %s', (url) => {
    renderWithDiscovr(<MediaCard item={{ ...item, poster_path: url ?? null }} href="/" />);
    expect(screen.getByText('Alien')).toBeVisible();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    expect(screen.getByRole('link')).toHaveAccessibleName('Alien');
  });

  test('stands there once a poster fails, and another poster is tried anew', () => {
    const { rerender } = renderWithDiscovr(<MediaCard item={item} href="/" />);
    fireEvent.error(screen.getByRole('img', { name: 'Alien' }));
    expect(screen.getByText('Alien')).toBeVisible();
    rerender(<MediaCard item={{ ...item, poster_path: 'https://cdn.example/other.jpg' }} href="/" />);
    expect(screen.getByRole('img', { name: 'Alien' })).toHaveAttribute('src', 'https://cdn.example/other.jpg');
  });
});

test('a poster waits until it comes near, keeps its place, and comes in a fitting size', () => {
  renderWithDiscovr(<MediaCard item={item} sizes="20vw" />);
  const image = screen.getByRole('img');
  expect(image).toHaveAttribute('loading', 'lazy');
  expect(image).toHaveAttribute('decoding', 'async');
  expect(image).toHaveAttribute('width', '342');
  expect(image).toHaveAttribute('height', '513');
  expect(image).toHaveAttribute('sizes', '20vw');
  expect(image.getAttribute('srcset')).toContain('/w185/alien.jpg 185w');
});
