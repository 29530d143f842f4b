import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { mediaItems, navigationItems } from '../../../test/support/pageItems.js';
import css from '../../styles/styles.css?inline';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { Rail, type RailProps } from '../Rail/Rail.js';
import { MediaCard, type MediaCardProps } from './MediaCard.js';

const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterEach(async () => {
  await preferMotion('no-preference');
  await page.viewport(414, 896);
});
afterAll(() => sheet.remove());

const items = mediaItems(3);
const preferMotion = (value: 'reduce' | 'no-preference') =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] });

async function renderCard(props: Partial<MediaCardProps>) {
  const { Wrapper } = createTestDiscovr();
  const card = <MediaCard item={items[0]!} {...props} />;
  await render(<main style={{ inlineSize: 200, padding: 40 }}>{card}</main>, { wrapper: Wrapper });
  return document.querySelector<HTMLElement>('.discovr-Card')!;
}

/** Moves the mouse onto a card. Returns the factor by which it grows, and the opacity of its picture. */
async function hover(card: HTMLElement) {
  await userEvent.hover(card);
  await Promise.all(card.getAnimations({ subtree: true }).map(({ finished }) => finished));
  const { boxShadow } = getComputedStyle(card.querySelector('.discovr-Poster')!);
  const { opacity } = getComputedStyle(card.querySelector('img')!);
  const factor = card.getBoundingClientRect().width / card.offsetWidth;
  return { factor: Math.round(factor * 100) / 100, hasShadow: boxShadow !== 'none', opacity };
}

const resting = { factor: 1, hasShadow: false, opacity: '1' };

test.each([
  ['a link', { href: '#title' }],
  ['a button', { onClick: () => undefined }],
])('a card that is %s lifts under the mouse and does not fade', async (_, props) => {
  expect(await hover(await renderCard(props))).toEqual({ factor: 1.04, hasShadow: true, opacity: '1' });
});

test('a card that is not clickable does not move under the mouse', async () => {
  expect(await hover(await renderCard({}))).toEqual(resting);
});

test('a card does not move under the mouse when the user prefers reduced motion', async () => {
  await preferMotion('reduce');
  expect(await hover(await renderCard({ href: '#title' }))).toEqual(resting);
});

test.each<RailProps>([
  { title: 'New releases', type: 'media', items },
  { title: 'Genres', type: 'navigation', items: navigationItems },
])('a rail does not cut off a card under the mouse ($type)', async (props) => {
  await page.viewport(1280, 700);
  const { Wrapper } = createTestDiscovr();
  await render(<Rail {...props} href={() => '#title'} />, { wrapper: Wrapper });
  const card = document.querySelector<HTMLElement>('a.discovr-Card')!;
  await userEvent.hover(card);
  await Promise.all(card.getAnimations().map(({ finished }) => finished));
  const [lifted, list] = [card, card.closest('.discovr-Rail-list')!].map((each) => each.getBoundingClientRect());
  expect(lifted!.width / card.offsetWidth).toBeCloseTo(1.04, 2);
  expect(lifted!.top - list!.top).toBeGreaterThan(4);
  expect(list!.bottom - lifted!.bottom).toBeGreaterThan(4);
});
