import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { heroItems } from '../../../test/support/pageItems.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import type { MediaItem } from '../../api/media.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { previewOf } from '../DiscovrPage/previewOf.js';
import { Hero } from '../Hero/Hero.js';
import { TitlePreview } from '../TitlePreview/TitlePreview.js';
import { TitleSheet } from '../TitleSheet/TitleSheet.js';
import { Rail } from './Rail.js';

const items = heroItems(2);
const [title] = items;
const REASON = 'Because you liked Fargo';
const ignore = () => undefined;

/** Rails with one title, and a sheet that opens with what a rail passes to its handler. */
function Browse({ rows, onShow = ignore }: { rows: readonly string[]; onShow?: (item: MediaItem) => void }) {
  const [shown, setShown] = useState<MediaItem>();
  const open = (item: MediaItem) => {
    onShow(item);
    setShown(item);
  };
  return (
    <>
      {rows.map((row) => (
        <Rail key={row} title={row} type="media" items={shown ? [shown] : [title!]} onItemClick={{ media: open }} />
      ))}
      <TitleSheet mediaId={shown?.id} item={shown} onClose={() => setShown(undefined)} />
    </>
  );
}

const cardIn = (row: string) => within(screen.getByRole('region', { name: row })).getByRole('button');

test('a title sheet says why a title is recommended, where its row does, before anything has loaded', async () => {
  const user = userEvent.setup();
  const { control } = renderWithDiscovr(<Browse rows={[REASON]} />);
  control.setLatency(2_000);
  await user.click(cardIn(REASON));
  expect(within(screen.getByRole('dialog')).getByText(REASON)).toBeVisible();
});

test('a title that is on another row too has no reason there', async () => {
  const shown: MediaItem[] = [];
  const user = userEvent.setup();
  renderWithDiscovr(<Browse rows={[REASON, 'New releases']} onShow={(item) => shown.push(item)} />);
  await user.click(cardIn(REASON));
  const { title: name } = title!;
  const other = screen.getByRole('region', { name: 'New releases', hidden: true });
  await user.click(within(other).getByRole('button', { name, hidden: true }));
  expect(shown.map(({ rowReason }) => rowReason)).toEqual([REASON, undefined]);
});

test('a preview of a card says why its title is recommended', async () => {
  const item = { ...title!, rowReason: REASON };
  const controller = {
    shown: { card: document.body, item },
    onItemIntent: ignore,
    keep: ignore,
    leave: ignore,
    close: ignore,
  };
  const discovr = renderWithDiscovr(<TitlePreview controller={controller} />);
  expect(screen.getByText(REASON)).toBeInTheDocument();
  await untilQuiet(discovr);
});

test('a hero that follows the focus says why the title of the card is recommended', async () => {
  const preview = await previewOf({ ...title!, rowReason: REASON }, items, false);
  renderWithDiscovr(<Hero items={items} preview={preview} />);
  expect(screen.getByText(REASON)).toBeVisible();
});
