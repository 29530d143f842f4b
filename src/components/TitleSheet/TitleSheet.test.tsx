import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { createSdkUnderTest } from '../../../test/support/clients.js';
import { loseConnection } from '../../../test/support/loseConnection.js';
import { heroItems, mediaItems, providerItems } from '../../../test/support/pageItems.js';
import { deferred } from '../../../test/support/promises.js';
import type { MediaItem } from '../../api/media.js';
import { de } from '../../locales/de.js';
import { useListItems } from '../../react/titles/useTitles.js';
import { DiscovrError } from '../../shared/errors.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { TitleSheet } from './TitleSheet.js';
import type { TitleSheetProps } from './types.js';

const film = heroItems(20).find(({ media_type }) => media_type === 'movie')!;
const otherFilm = heroItems(20).findLast(({ media_type }) => media_type === 'movie')!;
const series = mediaItems(60).find(({ media_type }) => media_type === 'tv')!;
const FACTS = 'GET /media/:mediaId';
const META = 'GET /profile/media/:mediaId';
const always = { times: Number.MAX_SAFE_INTEGER };
const untouched = { liked: false, disliked: false, super_liked: false, watchlist: false, history: false };

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const isPressed = (name: string) => button(name).getAttribute('aria-pressed');
const loaded = () => waitFor(() => expect(button('Like')).toBeEnabled());

/** Renders the sheet of a film after running `setUp`. */
function renderSheet(
  props: Partial<TitleSheetProps> = {},
  setUp?: (discovr: ReturnType<typeof createTestDiscovr>) => void,
  options?: TestDiscovrOptions,
) {
  const discovr = createTestDiscovr(options);
  setUp?.(discovr);
  const onClose = vi.fn<() => void>();
  const ui = (more: Partial<TitleSheetProps>) => (
    <TitleSheet mediaId={film.id} onClose={onClose} {...props} {...more} />
  );
  const view = render(ui({}), { wrapper: discovr.Wrapper });
  return { ...discovr, ...view, onClose, show: (more: Partial<TitleSheetProps>) => view.rerender(ui(more)) };
}

describe('the title sheet', () => {
  test('says that it failed with an SDK that cannot fetch titles', async () => {
    const { Wrapper } = createSdkUnderTest();
    render(<TitleSheet item={film} mediaId={film.id} onClose={() => undefined} />, { wrapper: Wrapper });
    const dialog = await screen.findByRole('dialog', { name: film.title });
    expect(await within(dialog).findByText('Something went wrong. Try again.')).toBeVisible();
  });

  test('shows the facts of a film in the format of the locale', async () => {
    renderSheet({}, ({ control }) =>
      control.failNext(
        {
          kind: 'body',
          body: {
            ...film,
            overview: 'A captain is lost.',
            runtime: 119,
            release_date: '1999-12-31',
            genres: [35, 18, 424242],
            cast: [{ name: 'Ada Sample', character: 'The Captain' }, { name: 'Ivo Example' }],
          },
        },
        { route: FACTS },
      ),
    );
    // The first test of a file also waits for modules that are loaded on demand.
    const dialog = await screen.findByRole('dialog', { name: film.title });
    expect(dialog).toHaveAttribute('data-state', 'ready');
    for (const text of ['1999', '1 hr 59 min', 'Comedy, Drama', 'A captain is lost.', 'Ada Sample', 'The Captain']) {
      expect(within(dialog).getByText(text)).toBeVisible();
    }
    expect(within(dialog).getByRole('heading', { level: 2, name: film.title })).toBeVisible();
    expect(within(dialog).getByRole('heading', { level: 3, name: 'Cast' })).toBeVisible();
  });

  test('shows the number of seasons of a series in the language of the locale', async () => {
    renderSheet(
      { mediaId: series.id },
      ({ control }) =>
        control.failNext(
          {
            kind: 'body',
            body: { ...series, seasons: [0, 1, 2].map((number) => ({ season_number: number, episode_count: 8 })) },
          },
          { route: FACTS },
        ),
      { provider: { locale: 'de', messages: de } },
    );
    expect(await screen.findByText('2 Staffeln')).toBeVisible();
  });

  test('shows title, image and overview of the item immediately, with placeholders for the rest', () => {
    const { container } = renderSheet({ item: film });
    expect(screen.getByRole('dialog', { name: film.title })).toHaveAttribute('data-state', 'loading');
    expect(screen.getByText(film.overview!)).toBeVisible();
    expect(container.querySelector('img')).toHaveAttribute('src', film.backdrop_path ?? film.poster_path);
    expect(container.querySelectorAll('[data-placeholder]')).not.toHaveLength(0);
    expect(button('Like')).toBeDisabled();
  });

  test('ignores an item with a different id and is named “Loading…” until the facts load', async () => {
    renderSheet({ item: otherFilm });
    expect(screen.getByRole('dialog', { name: 'Loading…' })).toBeVisible();
    expect(screen.queryByText(otherFilm.title)).not.toBeInTheDocument();
    expect(await screen.findByRole('heading', { name: film.title })).toBeVisible();
  });

  test('shows the services that offer the title, and a message when there are none', async () => {
    const response = (providers: unknown) => ({ kind: 'body', body: { ...untouched, providers } }) as const;
    const { show } = renderSheet({}, ({ control }) => {
      control.failNext(response(providerItems.slice(0, 2)), { route: META });
      control.failNext(response([]), { route: META });
    });
    expect(await screen.findByText(providerItems[1]!.title)).toBeVisible();
    show({ mediaId: otherFilm.id });
    expect(await screen.findByText('Not available on any service right now.')).toBeVisible();
  });

  test('shows services with equal names once', async () => {
    const providers = ['777771', '777772'].map((id) => ({ type: 'provider', id, title: 'Filmfriend' }));
    renderSheet({}, ({ control }) => {
      control.failNext({ kind: 'body', body: { ...untouched, providers } }, { route: META });
    });
    expect(await screen.findAllByText('Filmfriend')).toHaveLength(1);
  });

  test('shows that the title was watched before', async () => {
    const seen = { kind: 'body', body: { ...untouched, history: true } } as const;
    renderSheet({}, ({ control }) => control.failNext(seen, { route: META }));
    expect(await screen.findByText('Watched before')).toBeVisible();
  });

  test('opens on an item whose logo is not a URL', async () => {
    renderSheet({ item: { ...film, logo_path: 5 } as MediaItem });
    expect(await screen.findByRole('dialog', { name: film.title })).toBeVisible();
  });

  test('shows only where to resume a title that is watched again', async () => {
    const seen = { ...untouched, history: true, playback: { resumable: true, progress: 43 } };
    renderSheet({ onPlay: vi.fn() }, ({ control }) => control.failNext({ kind: 'body', body: seen }, { route: META }));
    expect(await screen.findByRole('button', { name: /^Resume/ })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('dialog')).toHaveAttribute('data-state', 'ready'));
    expect(screen.queryByText('Watched before')).not.toBeInTheDocument();
  });
});

describe('a service in the sheet', () => {
  const providers = providerItems.slice(0, 4);
  const setUp = ({ control }: ReturnType<typeof createTestDiscovr>) =>
    control.failNext({ kind: 'body', body: { ...untouched, providers } }, { route: META });

  test('is a link to the URL that the app returns for it and the title', async () => {
    const providerHref = vi.fn<NonNullable<TitleSheetProps['providerHref']>>(
      ({ id }, { mediaId }) => `https://watch.example/${id}/${mediaId}`,
    );
    renderSheet({ providerHref }, setUp);
    const link = await screen.findByRole('link', { name: 'Netflix' });
    expect(link).toHaveAttribute('href', `https://watch.example/8/${film.id}`);
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(link).not.toHaveAttribute('target');
    await waitFor(() => expect(providerHref.mock.lastCall?.[1].media?.title).toBe(film.title));
  });

  test('is not a link when its URL is missing or unsafe', async () => {
    const urls: Record<string, string> = { 8: 'javascript:alert(1)', 9: 'java\tscript:alert(1)', 119: '/watch' };
    renderSheet({ providerHref: ({ id }) => urls[id] }, setUp);
    expect(await screen.findByRole('link')).toHaveAttribute('href', '/watch');
    expect(screen.getByText('Netflix')).toBeVisible();
  });

  test('comes before those that are not links', async () => {
    renderSheet({ providerHref: ({ id }) => (id === '8' || id === '9' ? undefined : '/watch') }, setUp);
    await screen.findAllByRole('link');
    const services = within(screen.getAllByRole('list')[1]!).getAllByRole('listitem');
    const areLinks = services.map((service) => within(service).queryByRole('link') !== null);
    expect(areLinks).toEqual([true, true, false, false]);
  });
});

describe('the play section of the sheet', () => {
  const begun = (playback: object) => ({ kind: 'body', body: { ...untouched, playback } }) as const;

  test.each([
    ['Play', { resumable: false, progress: 100 }],
    ['Resume · 1 hr 4 min left', { resumable: true, progress: 43 }],
    ['Resume · 11 min left', { resumable: true, progress: 90 }],
    ['Resume S2 E3', { resumable: true, progress: 43, season: 2, episode: 3 }],
  ])('shows a "%s" button that passes the resume point, if any, to onPlay', async (label, playback) => {
    const onPlay = vi.fn();
    renderSheet({ onPlay }, ({ control }) => control.failNext(begun(playback), { route: META }));
    await userEvent.click(await screen.findByRole('button', { name: label }));
    const { resumable, ...point } = playback;
    expect(onPlay).toHaveBeenCalledWith(expect.objectContaining({ mediaId: film.id, label, ...(resumable && point) }));
    expect(Object.hasOwn(onPlay.mock.calls[0]![0], 'progress')).toBe(resumable);
  });

  test('says how much of the title was watched where its runtime is unknown', async () => {
    renderSheet({ onPlay: () => undefined }, ({ control }) => {
      control.failNext(begun({ resumable: true, progress: 43 }), { route: META });
      control.failNext({ kind: 'body', body: { ...film, runtime: undefined } }, { route: FACTS });
    });
    expect(await screen.findByRole('button', { name: 'Resume from 43%' })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('dialog')).toHaveAttribute('data-state', 'ready'));
    expect(button('Resume from 43%')).toBeVisible();
  });

  test('shows how much of the title was watched: as a bar, or as a fact without a play control', async () => {
    const setUp = ({ control }: ReturnType<typeof createTestDiscovr>) =>
      control.failNext(begun({ resumable: true, progress: 43 }), { route: META });
    const { show } = renderSheet({ onPlay: () => undefined }, setUp);
    expect(await screen.findByRole('progressbar', { name: '43% watched' })).toHaveAttribute('value', '43');
    show({ onPlay: undefined });
    expect(await screen.findByText('43% watched')).toBeVisible();
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });

  test('shows the control that renderPlay returns, and no control without renderPlay or onPlay', async () => {
    const { show } = renderSheet();
    await loaded();
    expect(screen.queryByRole('button', { name: 'Play' })).not.toBeInTheDocument();
    show({ renderPlay: ({ mediaId, media, label }) => <a href={`#${mediaId}`}>{`${label}: ${media?.title}`}</a> });
    expect(await screen.findByRole('link', { name: `Play: ${film.title}` })).toHaveAttribute('href', `#${film.id}`);
  });
});

describe('the toggles', () => {
  test('change immediately, turn off conflicting toggles and announce the change after the response', async () => {
    const { control, client } = renderSheet();
    await loaded();
    // Long enough to observe the state before the response, even on a busy machine.
    control.setLatency(1_000);
    await userEvent.click(button('Like'));
    await waitFor(() => expect(isPressed('Like')).toBe('true'));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(`Liked: ${film.title}`));
    control.setLatency(0);
    await userEvent.click(button('Dislike'));
    await waitFor(() => expect(['Like', 'Dislike'].map(isPressed)).toEqual(['false', 'true']));
    await userEvent.click(button('Watchlist'));
    await waitFor(() => expect(['Dislike', 'Watchlist'].map(isPressed)).toEqual(['true', 'true']));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Added to watchlist'));
    await userEvent.click(button('Dislike'));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Dislike removed'));
    expect((await client.getDislikedItems()).items).toEqual([]);
    expect((await client.getWatchlistItems()).items.map(({ id }) => id)).toEqual([film.id]);
  });

  test('add the title to a list on screen before the response', async () => {
    function Watchlist() {
      const { data } = useListItems('watchlist');
      return (
        <p>{data ? `listed: ${data.pages.flatMap(({ items }) => items.map(({ title }) => title)).join()}` : '…'}</p>
      );
    }
    const { control } = renderWithDiscovr(
      <>
        <Watchlist />
        <TitleSheet mediaId={film.id} onClose={() => undefined} />
      </>,
    );
    await loaded();
    await screen.findByText('listed:');
    await screen.findByRole('heading', { name: film.title });
    control.failNext({ kind: 'hang' }, { route: 'POST /profile/watchlist' });
    await userEvent.click(button('Watchlist'));
    expect(await screen.findByText(`listed: ${film.title}`)).toBeInTheDocument();
  });

  test('revert when the request fails, and show an error until the next click', async () => {
    const { control } = renderSheet();
    await loaded();
    control.failNext({ kind: 'status', status: 400 }, { route: 'POST /profile/liked' });
    await userEvent.click(button('Like'));
    await waitFor(() => expect(screen.getByText(/Couldn’t (save|update) your/)).toBeVisible());
    expect(isPressed('Like')).toBe('false');
    expect(screen.getByText(/Couldn’t (save|update) your/).closest('[role=alert]')).not.toBeNull();
    await userEvent.click(button('Super-like'));
    expect(screen.queryByText(/Couldn’t (save|update) your/)).not.toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(`Super-liked: ${film.title}`));
  });

  test('show no error that belongs to another title', async () => {
    const { control, show } = renderSheet();
    await loaded();
    control.failNext({ kind: 'status', status: 400 }, { route: 'POST /profile/liked' });
    await userEvent.click(button('Like'));
    await screen.findByText(/Couldn’t (save|update) your/);
    show({ mediaId: otherFilm.id });
    expect(screen.queryByText(/Couldn’t (save|update) your/)).not.toBeInTheDocument();
  });
});

describe('after a failed request, the sheet', () => {
  test('loads the facts again on Try again and keeps focus inside', async () => {
    renderSheet({ item: film, onPlay: () => undefined }, ({ control }) =>
      control.failNext({ kind: 'status', status: 400 }, { route: FACTS }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.getByRole('heading', { name: film.title })).toHaveFocus());
    await loaded();
    expect(button('Play')).toBeVisible();
    expect(await screen.findByRole('heading', { name: 'Cast' })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('dialog')).toHaveAttribute('data-state', 'ready'));
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  });

  test('shows why there are no facts', async () => {
    renderSheet({}, ({ control }) => control.failNext({ kind: 'malformed' }, { ...always, route: FACTS }));
    await waitFor(() => expect(screen.getByRole('dialog')).toHaveAttribute('data-state', 'failed'));
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toContainEqual(
      'Couldn’t load details and cast.',
    );
    await loaded();
  });

  test('does not look as if the facts were still loading', async () => {
    const { container } = renderSheet({}, ({ control }) =>
      control.failNext({ kind: 'status', status: 400 }, { route: FACTS }),
    );
    await loaded();
    expect(screen.getByRole('dialog', { name: 'This didn’t load' })).not.toHaveAttribute('aria-busy');
    expect(container.querySelectorAll('[data-placeholder]')).toHaveLength(0);
    expect(container.querySelector('.discovr-TitleSheet-head')).toHaveAttribute('data-plain');
  });

  test('shows the facts when only the profile data failed, and loads the profile data again on Try again', async () => {
    renderSheet({ onPlay: () => undefined }, ({ control }) =>
      control.failNext({ kind: 'status', status: 400 }, { route: META }),
    );
    expect(await screen.findByText(/Couldn’t load/)).toBeVisible();
    expect(await screen.findByRole('heading', { name: film.title })).toBeVisible();
    expect(button('Like')).toBeDisabled();
    expect(button('Play')).toBeEnabled();
    await userEvent.click(button('Try again'));
    await loaded();
    expect(screen.queryByText(/Couldn’t load/)).not.toBeInTheDocument();
  });

  /** Lets the profile data fail at once, and the facts when the test says so. */
  function failOneAfterTheOther() {
    const facts = deferred<never>();
    const { control } = renderSheet({ item: film }, (discovr) => {
      discovr.control.failNext({ kind: 'status', status: 400 }, { route: META });
      vi.spyOn(discovr.client, 'getMedia').mockReturnValue(facts.promise);
    });
    return { control, failFacts: () => facts.reject(new DiscovrError('NETWORK_ERROR', 'No connection.')) };
  }

  test('keeps focus inside when the facts fail after the profile data', async () => {
    const { failFacts } = failOneAfterTheOther();
    (await screen.findByRole('button', { name: 'Try again' })).focus();
    failFacts();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Like' })).not.toBeInTheDocument());
    expect(screen.getByRole('heading', { name: film.title })).toHaveFocus();
  });

  test('says that the browser is offline, and loads by itself when it is online again', async () => {
    const reconnect = loseConnection();
    const { control } = renderSheet({ item: film }, (discovr) => discovr.control.setOffline(true), {
      client: { retries: 0 },
    });
    const text = 'We’ll try again when you’re back online.';
    expect(await screen.findByText(text)).toBeVisible();
    control.setOffline(false);
    act(reconnect);
    await loaded();
    expect(screen.queryByText(text)).toBeNull();
  });

  test('shows one message while it cannot connect, and loads when the user tries again', async () => {
    const { control } = renderSheet({ item: film }, (discovr) => discovr.control.setOffline(true), {
      client: { retries: 0 },
    });
    expect(await screen.findByText(/Can’t connect/)).toBeVisible();
    await waitFor(() => expect(screen.getAllByText(/Can’t connect/)).toHaveLength(1));
    control.setOffline(false);
    await userEvent.click(button('Try again'));
    await loaded();
    expect(await screen.findByRole('heading', { name: 'Cast' })).toBeVisible();
  });

  test('speaks once when its parts fail one after the other', async () => {
    const spoken: (string | null)[] = [];
    const observer = new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll('[role="alert"]')) spoken.push(textContent);
    });
    observer.observe(document.body, { subtree: true, childList: true });
    const { control, failFacts } = failOneAfterTheOther();
    await waitFor(() => expect(control.count(META)).toBe(1));
    failFacts();
    expect(await screen.findByRole('alert')).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Like' })).toBeNull());
    observer.disconnect();
    expect(new Set(spoken).size).toBe(1);
  });

  test('says that the title does not exist, and offers only to close', async () => {
    const { onClose } = renderSheet({ mediaId: 'MV_999999999', onPlay: () => undefined });
    expect(await screen.findByText('This title is no longer available.')).toBeVisible();
    expect(screen.getByRole('dialog', { name: 'Title unavailable' })).toBeVisible();
    const [cross, close, ...others] = screen.getAllByRole('button');
    expect(cross).toHaveAccessibleName('Close');
    expect(others).toEqual([]);
    await userEvent.click(close!);
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('has no toggles, play control or details when nothing has loaded', async () => {
    renderSheet({ item: film, onPlay: () => undefined }, ({ control }) =>
      control.failNext({ kind: 'status', status: 400 }, always),
    );
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['', 'Try again']);
    expect(screen.queryByRole('group')).toBeNull();
    expect(screen.getByRole('dialog', { name: film.title })).toBeVisible();
  });
});

describe('the sheet', () => {
  test.each([
    ['signedOut', 'Sign in to see more about this title.'],
    ['signedIn', 'Choose who’s watching to see more about this title.'],
  ] as const)('shows what to do when the session is %s', async (session, text) => {
    renderSheet({ item: film }, undefined, { session });
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: 'Close' })).toHaveLength(2);
  });

  test('shows no error when the session has expired', async () => {
    const { control } = renderSheet();
    await loaded();
    control.expireSession();
    await userEvent.click(button('Like'));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(`Liked: ${film.title}`));
    expect(screen.queryByText(/Couldn’t/)).not.toBeInTheDocument();
  });

  test('shows the toggles of the new profile after a profile switch', async () => {
    const { client, control } = renderSheet();
    await loaded();
    await userEvent.click(button('Like'));
    await waitFor(() => expect(screen.getByRole('status')).not.toBeEmptyDOMElement());
    await act(() => client.selectProfile(control.profiles()[1]!.id));
    await loaded();
    expect(isPressed('Like')).toBe('false');
  });
});

describe('the dialog of the sheet', () => {
  test('renders nothing and sends no request without a mediaId', async () => {
    const { container, show, control } = renderSheet({ mediaId: null });
    expect(container).toBeEmptyDOMElement();
    expect(control.requests).toEqual([]);
    show({ mediaId: film.id });
    expect(await screen.findByRole('dialog', { name: film.title })).toBeVisible();
  });

  test.each([{ key: 'GoBack' }, { key: 'Unidentified', keyCode: 461 }])(
    'calls onClose on the Back key of a remote control, and prevents its default action (%o)',
    async (key) => {
      const { onClose } = renderSheet({ item: film });
      const isDefaultAllowed = fireEvent.keyDown(screen.getByRole('button', { name: 'Close' }), key);
      expect(isDefaultAllowed).toBe(false);
      expect(onClose).toHaveBeenCalledTimes(1);
    },
  );

  test('calls onClose once when the close button is clicked, and closes when mediaId is removed', async () => {
    const { onClose, show, container } = renderSheet({ item: film });
    await userEvent.click(button('Close'));
    expect(onClose).toHaveBeenCalledOnce();
    show({ mediaId: undefined });
    expect(container).toBeEmptyDOMElement();
    expect(onClose).toHaveBeenCalledOnce();
  });
});
