import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { emulatorVocabulary } from '../../src/emulator/emulatorVocabulary.js';
import {
  DiscovrPage,
  Hero,
  MediaCard,
  PageFilterForm,
  ProfilePicker,
  Rail,
  TitleSheet,
  type DiscovrImageProps,
  type RenderImage,
} from '../../src/index.js';
import type { TestDiscovrOptions } from '../../src/testing/createTestDiscovr.js';
import { renderWithDiscovr } from '../../src/testing/renderWithDiscovr.js';
import { heroItems, mediaItems } from '../support/pageItems.js';

const TMDB = 'https://image.tmdb.org/t/p/original';
const vocabulary = emulatorVocabulary();
const picture = { type: 'media', media_type: 'movie', id: 'MV_1', title: 'Alien', backdrop_path: null } as const;

/** Renders images as an app with its own image component does, and returns the props that it received. */
function renderOwnImages(ui: ReactElement, options: TestDiscovrOptions = {}) {
  const received: (DiscovrImageProps & { srcSet: string | undefined })[] = [];
  const renderImage: RenderImage = ({ kind, ...image }, srcSet) => {
    received.push({ kind, ...image, srcSet });
    return <img {...image} alt={image.alt} data-own={kind} />;
  };
  const view = renderWithDiscovr(ui, { ...options, provider: { vocabulary, renderImage } });
  return { ...view, received };
}

const images = (kind: string) => document.querySelectorAll<HTMLImageElement>(`img[data-own="${kind}"]`);

afterEach(() => {
  if (document.querySelector('img:not([data-own])')) throw new Error('A drop-in renders an image by itself.');
  cleanup();
});

test('the app renders posters', () => {
  const { received } = renderOwnImages(<MediaCard item={{ ...picture, poster_path: `${TMDB}/a.jpg` }} sizes="20vw" />);
  expect(images('poster')).toHaveLength(1);
  expect(received[0]).toEqual({
    kind: 'poster',
    src: 'https://image.tmdb.org/t/p/w780/a.jpg',
    srcSet: expect.stringContaining('https://image.tmdb.org/t/p/w154/a.jpg 154w, '),
    sizes: '20vw',
    alt: 'Alien',
    width: 342,
    height: 513,
    className: 'discovr-Poster-picture',
    loading: 'lazy',
    decoding: 'async',
    onError: expect.any(Function),
    ref: expect.any(Function),
  });
});

test('the app renders the backdrops and the logos of a hero, the first with high priority', () => {
  const [first, second] = heroItems(2);
  const { received } = renderOwnImages(
    <Hero items={[{ ...first!, logo_path: `${TMDB}/logo.png` }, second!]} renderActions={() => null} />,
  );
  expect(images('backdrop')[0]).toHaveAttribute('fetchpriority', 'high');
  expect(images('backdrop')[0]).toHaveAttribute('loading', 'eager');
  expect(received).toContainEqual(
    expect.objectContaining({ kind: 'logo', alt: first!.title, src: 'https://image.tmdb.org/t/p/w500/logo.png' }),
  );
});

test('the app renders the images of a page and of its rails', async () => {
  const { client, rerender } = renderOwnImages(<DiscovrPage pageId={undefined} />);
  const { id } = await client.createPage();
  rerender(<DiscovrPage pageId={id} />);
  await waitFor(() => expect(images('backdrop').length).toBeGreaterThan(0));
  await waitFor(() => expect(images('poster').length).toBeGreaterThan(5));
});

test('the app renders the images of tiles: the backdrop of a destination, the logo of a watch provider', () => {
  renderOwnImages(
    <>
      <Rail
        title="Genres"
        type="navigation"
        items={[{ type: 'navigation', id: '1', title: 'Crime', pageId: 'p', backdrop_path: `${TMDB}/b.jpg` }]}
      />
      <Rail
        title="Services"
        type="provider"
        items={[{ type: 'provider', id: '8', title: 'Netflix', logo_path: `${TMDB}/n.jpg` }]}
      />
    </>,
  );
  expect(images('backdrop')).toHaveLength(1);
  expect(images('logo')).toHaveLength(1);
});

test('the app renders the backdrop of a title sheet and the logos of its watch providers', async () => {
  const [item] = mediaItems(1);
  renderOwnImages(<TitleSheet mediaId={item!.id} item={item} onClose={() => undefined} />);
  await waitFor(() => expect(images('backdrop')).toHaveLength(1));
  await waitFor(() => expect(screen.getByRole('dialog')).toHaveAttribute('data-state', 'ready'));
});

test('the app renders the logos of watch providers in the form', async () => {
  const logo = 'https://cdn.example/8.png';
  const received: string[] = [];
  renderWithDiscovr(<PageFilterForm />, {
    provider: {
      vocabulary: { ...vocabulary, providers: () => [{ id: '8', label: 'Netflix', logo }] },
      renderImage: ({ kind, ...image }) => {
        received.push(`${kind} ${image.src}`);
        return <img {...image} alt={image.alt} data-own={kind} />;
      },
    },
  });
  await waitFor(() => expect(images('logo')).toHaveLength(1));
  expect(received).toContain(`logo ${logo}`);
});

test('the app renders avatars and GIFs', async () => {
  const user = userEvent.setup();
  const { received } = renderOwnImages(<ProfilePicker />, { session: 'signedIn' });
  await waitFor(() => expect(images('avatar').length).toBeGreaterThan(0));
  await user.click(await screen.findByRole('button', { name: 'Add profile' }));
  await user.type(screen.getByRole('searchbox', { name: 'Search GIFs' }), 'happy');
  await waitFor(() => expect(images('gif').length).toBeGreaterThan(0));
  for (const image of received) expect(image).toMatchObject({ width: 160, height: 160, alt: '' });
});

test('an image of the app that fails to load is replaced by the fallback of the drop-in', async () => {
  renderOwnImages(<MediaCard item={{ ...picture, poster_path: 'https://cdn.example/a.jpg' }} />);
  fireEvent.error(screen.getByRole('img', { name: 'Alien' }));
  expect(screen.queryByRole('img')).toBeNull();
  expect(screen.getByText('Alien')).toBeVisible();
});

test('an image of the app that failed before hydration is replaced too, if the app passes on its ref', () => {
  const { received } = renderOwnImages(<MediaCard item={{ ...picture, poster_path: 'https://cdn.example/a.jpg' }} />);
  const failed = Object.assign(new Image(), { src: 'https://cdn.example/a.jpg' });
  vi.spyOn(failed, 'complete', 'get').mockReturnValue(true);
  Object.defineProperty(failed, 'currentSrc', { value: failed.src });
  const { ref } = received[0]!;
  act(() => {
    if (typeof ref === 'function') ref(failed);
  });
  expect(screen.queryByRole('img')).toBeNull();
});

test('an avatar that is not an image is shown as a video', async () => {
  renderOwnImages(<ProfilePicker />, { session: 'signedIn' });
  await waitFor(() => expect(images('avatar').length).toBeGreaterThan(0));
  fireEvent.error(images('avatar')[0]!);
  expect(document.querySelector('video.discovr-Avatar-picture')).not.toBeNull();
});
