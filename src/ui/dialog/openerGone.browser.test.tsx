import { useEffect, useRef, useState, type ReactNode } from 'react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { mediaItems } from '../../../test/support/pageItems.js';
import { untilStill } from '../../../test/support/untilStill.js';
import type { MediaItem } from '../../api/media.js';
import { DiscovrPage } from '../../components/DiscovrPage/DiscovrPage.js';
import { Rail } from '../../components/Rail/Rail.js';
import { SessionDialog } from '../../components/SessionGates/SessionDialog.js';
import { TitleSheet } from '../../components/TitleSheet/TitleSheet.js';
import { RemoteControl } from '../../television/RemoteControl.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { useModalDialog } from './useModalDialog.js';

loadStyles();
beforeAll(() => page.viewport(1280, 720));

const titles = mediaItems(12);
const others = mediaItems(12, 12);
const keys = (text: string) => userEvent.keyboard(text);
const dialog = page.getByRole('dialog');
/** What has the focus: the title of a card, with the id of its row, or the text of a control. */
const focused = () => {
  const active = document.activeElement as HTMLElement;
  const row = active.closest<HTMLElement>('[data-row-id]')?.dataset['rowId'];
  const name = active.dataset['title'] ?? active.textContent;
  return row === undefined ? name : `${row}: ${name}`;
};

/** Rows with their ids and items. */
type Rows = Readonly<Record<string, readonly MediaItem[]>>;

let showRows: (rows: Rows) => void;
let closeSheet: () => void;

/** Rails under a menu. A click on a card opens the sheet. */
function Browse({ start }: { start: Rows }) {
  const [rows, setRows] = useState(start);
  const [shown, setShown] = useState<MediaItem>();
  useEffect(() => {
    showRows = setRows;
    closeSheet = () => setShown(undefined);
  }, []);
  return (
    <main>
      <button type="button">Menu</button>
      {Object.entries(rows).map(([id, items]) => (
        <Rail
          key={id}
          data-row-id={id}
          title={id}
          type="media"
          items={items}
          onItemClick={(item) => item.type === 'media' && setShown(item)}
        />
      ))}
      <TitleSheet mediaId={shown?.id} item={shown} onClose={() => setShown(undefined)} onPlay={() => undefined} />
    </main>
  );
}

async function renderIn(hasRemote: boolean, ui: ReactNode, options?: TestDiscovrOptions) {
  const discovr = createTestDiscovr(options);
  const view = await render(hasRemote ? <RemoteControl>{ui}</RemoteControl> : ui, { wrapper: discovr.Wrapper });
  return { ...discovr, ...view };
}

// Without `<RemoteControl>`, this is what keyboard users get. With it, a warning about a lost focus would fail the test.
describe.each([false, true])('closing a dialog (with `<RemoteControl>`: %s)', (hasRemote) => {
  /** Opens the sheet of the third card of the first row. */
  const openThird = async (start: Rows) => {
    await renderIn(hasRemote, <Browse start={start} />);
    const card = () => document.querySelector<HTMLElement>('[data-position="2"] > [data-item-id]');
    await vi.waitFor(() => expect(card()).not.toBeNull());
    // The remote control is in use after its first key.
    await keys('{ArrowDown}');
    card()!.focus();
    await keys('{Enter}');
    await expect.element(dialog).toBeVisible();
  };
  const closed = async () => {
    await keys('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    const first = focused();
    await untilStill();
    expect(focused()).toBe(first);
    return first;
  };

  test('focuses the card of the same item on the page that replaced the previous one', async () => {
    await openThird({ first: titles, second: others });
    const third = titles[2]!;
    showRows({ other: others.slice(0, 6), another: [titles[5]!, titles[4]!, third] });
    expect(await closed()).toBe(`another: ${third.title}`);
  });

  test('focuses the card at the same place of the rail when the page that replaced the previous one lacks the item', async () => {
    await openThird({ first: titles });
    showRows({ other: others, another: others.slice(0, 4) });
    expect(await closed()).toBe(`other: ${others[2]!.title}`);
  });

  test('focuses the next card of the same rail when the item was removed from it, though another rail has it', async () => {
    await openThird({ first: titles, second: titles });
    showRows({ first: titles.filter((_, index) => index !== 2), second: titles });
    expect(await closed()).toBe(`first: ${titles[3]!.title}`);
  });

  test('focuses the last card when the items from there on were removed', async () => {
    await openThird({ first: titles });
    showRows({ first: titles.slice(0, 2) });
    expect(await closed()).toBe(`first: ${titles[1]!.title}`);
  });

  test('focuses the nearest control when all rails were removed', async () => {
    await openThird({ first: titles });
    showRows({});
    expect(await closed()).toBe('Menu');
  });

  test('focuses what took the place of the card when the rail changes and the sheet closes in one render', async () => {
    await openThird({ first: titles });
    showRows({ first: titles.slice(3) });
    closeSheet();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(focused()).toBe(`first: ${titles[5]!.title}`);
  });

  test('focuses a visible control beside a button that has been disabled', async () => {
    function App() {
      const [isOpen, setIsOpen] = useState(false);
      const opener = useRef<HTMLButtonElement>(null);
      const element = useModalDialog(isOpen, () => setIsOpen(false), opener);
      const [isUsed, setIsUsed] = useState(false);
      return (
        <>
          <button type="button">Far</button>
          <div style={{ height: 300 }} />
          <button type="button" hidden={isUsed}>
            Hidden
          </button>
          <button ref={opener} type="button" disabled={isUsed} onClick={() => setIsOpen(true)}>
            Open
          </button>
          <button type="button">Near</button>
          <dialog ref={element} aria-label="Question">
            <button type="button" onClick={() => setIsUsed(true)}>
              Use
            </button>
          </dialog>
        </>
      );
    }
    await renderIn(hasRemote, <App />);
    await keys('{ArrowDown}');
    (page.getByRole('button', { name: 'Open' }).element() as HTMLElement).focus();
    await keys('{Enter}{Enter}');
    expect(await closed()).toBe('Near');
  });

  test('focuses a rail of the page that took the place of the sign-in button', async () => {
    const { client, emulator } = await renderIn(
      hasRemote,
      <>
        <a href="#help">Help</a>
        <SessionDialog>
          <DiscovrPage pageId="page" onItemClick={() => undefined} />
        </SessionDialog>
      </>,
      { session: 'signedOut' },
    );
    await keys('{ArrowDown}');
    const opener = page.getByRole('button', { name: 'Sign in' });
    (opener.element() as HTMLElement).focus();
    await keys('{Enter}');
    await expect.element(dialog).toBeVisible();
    await client.adoptCredential(emulator.issueCredential());
    await page.getByRole('button', { name: 'Alex' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    await vi.waitFor(() => expect(document.activeElement?.closest('.discovr-DiscovrPage')).not.toBeNull());
  });
});

test('closing the sheet focuses the rail at the same place while the page that replaced the previous one is loading', async () => {
  const discovr = createTestDiscovr();
  const created = await discovr.client.createPage({ pageFilters: {} });
  let refresh!: () => Promise<unknown>;
  function App() {
    const [shown, setShown] = useState<MediaItem>();
    return (
      <RemoteControl>
        <DiscovrPage
          pageId={created.id}
          onItemClick={(item) => item.type === 'media' && setShown(item)}
          onPageReplaced={(replaced) => (refresh = replaced.refresh)}
        />
        <TitleSheet mediaId={shown?.id} item={shown} onClose={() => setShown(undefined)} />
      </RemoteControl>
    );
  }
  await render(<App />, { wrapper: discovr.Wrapper });
  const rails = () => [...document.querySelectorAll<HTMLElement>('.discovr-Rail[data-row-id]')];
  const cards = () =>
    rails().flatMap((rail) => [...rail.querySelectorAll<HTMLElement>('[data-position="1"] > button')]);
  await vi.waitFor(() => expect(cards().length).toBeGreaterThan(1));
  await keys('{ArrowDown}');
  const [card] = cards();
  const [before] = rails();
  const railIndex = rails().indexOf(card!.closest<HTMLElement>('.discovr-Rail')!);
  card!.focus();
  await keys('{Enter}');
  await expect.element(dialog).toBeVisible();
  discovr.control.expireSession();
  discovr.control.outdatePages();
  await discovr.client.createPage({ pageFilters: { genres: [99] } });
  await vi.waitFor(() => expect(refresh).toBeDefined());
  discovr.control.failNext({ kind: 'hang' }, { route: 'GET /pages/:id/rows/:id/items', times: 9 });
  await refresh();
  await vi.waitFor(() => expect(before!.isConnected).toBe(false));
  await keys('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await untilStill();
  expect(document.activeElement).toBe(rails()[railIndex]!.querySelector('ul'));
});
