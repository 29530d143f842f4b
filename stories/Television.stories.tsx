import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, screen, waitFor } from 'storybook/test';
import {
  ActiveFilters,
  DeviceSignIn,
  DiscovrGate,
  DiscovrPage,
  EmptyPage,
  Hero,
  NavigationStack,
  PageFilterDialog,
  PageFilterForm,
  PageFilterFormPrompt,
  Rail,
  RemoteControl,
  TitleSheet,
  type MediaItem,
} from '../src/index.js';
import { en } from '../src/prompts/languages/en.js';
import { JourneyApp } from '../test/journey/JourneyApp.js';
import { severalHelp } from '../test/support/emptyFilters.js';
import { heroItems, mediaItems, navigationItems } from '../test/support/pageItems.js';
import { Art, Brand } from './support/brand.js';
import { CountedParts } from './support/CountedParts.js';
import { filledFilters } from './support/filledFilters.js';
import { OnScreenRemote } from './support/OnScreenRemote.js';
import { OwnElements } from './support/OwnElements.js';
import type { DiscovrParameters } from './support/storyDiscovr.js';
import './support/page.css';

const LANGUAGES = [en];
const [film] = heroItems(1);
/** Items of a row with facts, which the focused card shows. */
const facts = heroItems(18).slice(6);
const play = (
  <button type="button" className="discovr-Button" data-variant="main" data-icon="play">
    Play
  </button>
);
/**
 * The size of the screen. These stories do not draw the remote control of the first story, because it would cover a part
 * of the screen.
 */
const television = { viewport: { value: 'television' } };

/**
 * Operated only with arrow keys, OK and Back, in the layout of a television. The toolbar can show the safe area: old
 * sets cut off what is outside of it.
 */
const meta = {
  title: 'Television',
  component: RemoteControl,
  tags: ['television'],
  parameters: { discovr: { session: 'active' } satisfies DiscovrParameters },
  // Restores the URL after the story.
  beforeEach() {
    const before = window.location.href;
    return () => window.history.pushState(null, '', before);
  },
} satisfies Meta<typeof RemoteControl>;

export default meta;

type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

/** Waits for the focus of the first control. Where the story is in a frame without focus, an arrow key gives it. */
const pressFirstKey = (canvas: Parameters<Play>[0]['canvas'], role: string, name: string | RegExp): Promise<void> =>
  canvas.findAllByRole(role, { name }).then(async ([first]) => {
    const press = () => new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true });
    if (document.activeElement === document.body) document.body.dispatchEvent(press());
    await waitFor(() => expect(first).toHaveFocus());
  });

/** The hero has the focus first. From then on, the focus is always on a visible control. Click the remote control. */
export const WholeApp: Story = {
  args: { children: <JourneyApp history="none" isTelevision /> },
  render: (args) => (
    <OnScreenRemote>
      <RemoteControl {...args} />
    </OnScreenRemote>
  ),
  play: async ({ canvas, userEvent }) => {
    await canvas.findByRole('region', { name: 'Featured' });
    const press = async (name: string) => userEvent.click(canvas.getByRole('button', { name, hidden: true }));
    const details = await canvas.findAllByRole('button', { name: /^Details/ });
    // Where the story is in a frame without focus, a key gives it.
    await waitFor(() => expect([document.body, details[0]]).toContain(document.activeElement));
    if (document.activeElement === document.body) await press('Down');
    await waitFor(() => expect(details[0]).toHaveFocus());
    await press('OK');
    await canvas.findByRole('dialog');
    await press('Back');
    await waitFor(() => expect(details[0]).toHaveFocus());
    await press('Down');
    // A rail that loads has the focus itself, until its first item takes it.
    await waitFor(() => expect(document.activeElement?.closest('li')).toHaveAttribute('data-position', '0'));
    await press('Right');
    await waitFor(() => expect(document.activeElement?.closest('li')).toHaveAttribute('data-position', '1'));
  },
};

/** The posters of the first rail are whole on the first screen. The focused card shows its title, year and length. */
export const Page: Story = {
  globals: television,
  args: {
    children: (
      <NavigationStack history="none">
        {() => (
          <>
            <Hero items={heroItems(5)} renderActions={() => play} />
            <Rail title="Recommended for you" type="media" items={facts} onItemClick={() => undefined} />
            <Rail title="Top 10" type="top_n" items={mediaItems(10, 12)} onItemClick={() => undefined} />
            <Rail title="Genres" type="navigation" items={navigationItems} onItemClick={() => undefined} />
          </>
        )}
      </NavigationStack>
    ),
  },
  play: async ({ canvas, userEvent }) => {
    await pressFirstKey(canvas, 'button', 'Play');
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-title'));
  },
};

/** Waits until the hero shows the title of the focused card. */
const untilFollowed = () =>
  waitFor(async () => {
    const title = document.activeElement?.getAttribute('data-title');
    await expect(title).toBeTruthy();
    const heading = document.querySelector('.discovr-Hero-slide[data-shown] .discovr-Hero-title');
    await expect(heading).toHaveTextContent(title!);
  });

/**
 * The hero shows the title of the focused card when the focus has rested on it. It stays at the top of the screen, and
 * the row with the focus is below it.
 */
export const HeroFollowsFocus: Story = {
  globals: television,
  args: {
    children: <NavigationStack history="none" pageProps={{ heroFollowsFocus: true, onItemClick: () => undefined }} />,
  },
  play: async ({ canvas, userEvent }) => {
    await pressFirstKey(canvas, 'button', 'Details');
    const { height } = canvas.getByRole('region', { name: 'Featured' }).getBoundingClientRect();
    await userEvent.keyboard('{ArrowDown}');
    await untilFollowed();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    await untilFollowed();
    const hero = canvas.getByRole('region', { name: 'Featured' }).getBoundingClientRect();
    await expect(hero.height).toBe(height);
    // On a screen of a television, the hero does not cover the focused card.
    if (hero.top === 0) await expect(document.activeElement!.getBoundingClientRect().top).toBeGreaterThan(hero.bottom);
  },
};

function FilteredPage() {
  const [filters, setFilters] = useState(filledFilters);
  return (
    <NavigationStack history="none" actions={play}>
      {({ pageId }) => (
        <>
          <ActiveFilters filters={filters} onFiltersChange={setFilters} />
          <DiscovrPage pageId={pageId} title={null} heroFollowsFocus onItemClick={() => undefined} />
        </>
      )}
    </NavigationStack>
  );
}

/**
 * Up leads from the hero to the chips, and from the chips to the tabs. When a chip is removed, the next one gets the
 * focus.
 */
export const ChipsAbovePage: Story = {
  globals: television,
  args: { children: <FilteredPage /> },
  play: async ({ canvas, userEvent }) => {
    await pressFirstKey(canvas, 'button', 'Details');
    await userEvent.keyboard('{ArrowUp}');
    const [first, second] = canvas.getAllByRole('button', { name: /^Remove/ });
    await expect(first).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    await expect(canvas.getByRole('button', { name: 'Home' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(first).not.toBeInTheDocument());
    await expect(second).toHaveFocus();
  },
};

/** One group after the other, with the shortcuts of a range before its fields. */
export const Form: Story = {
  globals: television,
  args: {
    children: (
      <PageFilterForm defaultFilters={filledFilters}>
        <CountedParts />
      </PageFilterForm>
    ),
  },
  play: ({ canvas }) => pressFirstKey(canvas, 'radio', 'Movies'),
};

/** Whole wishes are offered first: OK fills in one of them, and then applies it. OK on the field opens the keyboard. */
export const Wishes: Story = {
  globals: television,
  args: {
    children: (
      <PageFilterForm>
        <PageFilterFormPrompt languages={LANGUAGES} />
        <CountedParts />
      </PageFilterForm>
    ),
  },
  play: async ({ canvas }) => pressFirstKey(canvas, 'button', 'A funny movie under 100 minutes'),
};

/** OK on a date shows steppers: up and down change the focused part, left and right move, OK and Back close them. */
export const Dates: Story = {
  globals: television,
  args: {
    children: (
      <PageFilterForm defaultFilters={filledFilters}>
        <CountedParts />
      </PageFilterForm>
    ),
  },
  play: async ({ canvas, userEvent }) => {
    await pressFirstKey(canvas, 'radio', 'Movies');
    // The steppers have the name of the field.
    const field = canvas.getByLabelText('From');
    field.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(canvas.getByRole('spinbutton', { name: 'year' })).toHaveFocus());
    await userEvent.keyboard('{ArrowUp}');
    await expect(field).toHaveValue('2011-01-01');
  },
};

/** The dialog fills the screen. */
export const Dialog: Story = {
  globals: television,
  args: {
    children: (
      <main className="television-page">
        <PageFilterDialog formProps={{ defaultFilters: filledFilters }}>
          <CountedParts />
        </PageFilterDialog>
      </main>
    ),
  },
  play: async ({ canvas, userEvent }) => {
    await pressFirstKey(canvas, 'button', /^Filters/);
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog).toBeVisible());
  },
};

/** The code and the QR code are side by side in the middle of the screen. */
export const SignInByCode: Story = {
  globals: television,
  args: { children: <DeviceSignIn address="example.com/tv" brand={<Brand />} /> },
  parameters: { discovr: { session: 'signedOut' } satisfies DiscovrParameters },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^Code: /)).toBeInTheDocument();
  },
};

/** The sign-in over art is in the middle of the screen. */
export const SignIn: Story = {
  globals: television,
  args: { children: <DiscovrGate brand={<Brand />} art={<Art />} address="example.com/tv" /> },
  parameters: { discovr: { session: 'signedOut' } satisfies DiscovrParameters },
};

/** The profiles are in the middle of the screen. */
export const Profiles: Story = {
  globals: television,
  args: { children: <DiscovrGate brand={<Brand />} /> },
  parameters: { discovr: { session: 'signedIn' } satisfies DiscovrParameters },
  play: ({ canvas }) => pressFirstKey(canvas, 'button', /./),
};

/** The sheet fills the screen, with the picture at the end. Back closes it. */
export const Title: Story = {
  globals: television,
  args: { children: <TitleSheet mediaId={film!.id} item={film} onPlay={() => undefined} onClose={() => undefined} /> },
};

function WatchNext() {
  const [items, setItems] = useState(() => mediaItems(8));
  const [shown, setShown] = useState<MediaItem>();
  return (
    <main className="television-page">
      <Rail
        title="Watch next"
        type="media"
        items={items}
        onItemClick={(item) => item.type === 'media' && setShown(item)}
      />
      <TitleSheet
        mediaId={shown?.id}
        item={shown}
        onPlay={({ mediaId }) => setItems((before) => before.filter(({ id }) => id !== mediaId))}
        onClose={() => setShown(undefined)}
      />
    </main>
  );
}

/** “Play” removes the title from the rail behind the sheet. The card that took its place gets the focus. */
export const TitleRemovedBehindSheet: Story = {
  globals: television,
  args: { children: <WatchNext /> },
  play: async ({ canvas, userEvent }) => {
    const [second, third] = mediaItems(2, 1).map(({ title }) => title) as [string, string];
    await pressFirstKey(canvas, 'button', /./);
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: 'Play' }));
    await waitFor(() => expect(canvas.queryByRole('button', { name: second, hidden: true })).toBeNull());
    document.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'GoBack', bubbles: true, cancelable: true }),
    );
    await waitFor(() => expect(canvas.getByRole('button', { name: third })).toHaveFocus());
  },
};

/** The message and its buttons are large enough to be read from three meters. */
export const Empty: Story = {
  globals: television,
  args: { children: <EmptyPage filters={severalHelp} onFiltersChange={() => undefined} /> },
  play: ({ canvas }) => pressFirstKey(canvas, 'button', /^Remove “/),
};

/** A grid, a player and a menu of an app. OK on a card opens the player; Back returns to the card. */
export const OwnControls: Story = {
  globals: television,
  render: () => <OwnElements />,
  play: async ({ canvas, userEvent }) => {
    const [, , third] = mediaItems(3).map(({ title }) => title);
    const back = () =>
      document.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'GoBack', bubbles: true, cancelable: true }),
      );
    await pressFirstKey(canvas, 'button', 'Menu');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Search' })).toHaveFocus());
    await userEvent.keyboard('{ArrowRight}');
    await expect(screen.getByRole('button', { name: 'Settings' })).toHaveFocus();
    back();
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Menu' })).toHaveFocus());
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}{Enter}');
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Pause' })).toHaveFocus());
    await userEvent.keyboard('{ArrowRight}');
    await expect(canvas.getByRole('button', { name: 'Subtitles' })).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}{ArrowRight}{ArrowRight}');
    await expect(canvas.getByRole('slider')).toHaveAttribute('aria-valuenow', '20');
    await userEvent.keyboard('{ArrowDown}');
    await expect(canvas.getByRole('slider')).not.toHaveFocus();
    back();
    await waitFor(() => expect(canvas.getByRole('button', { name: third! })).toHaveFocus());
  },
};

/** When a request fails, the page offers one button, “Try again”. */
export const Failure: Story = {
  globals: television,
  args: { children: <NavigationStack history="none" pageProps={{ onItemClick: () => undefined }} /> },
  parameters: { discovr: { session: 'active', isOffline: true } satisfies DiscovrParameters },
  play: ({ canvas }) => pressFirstKey(canvas, 'button', 'Try again'),
};
