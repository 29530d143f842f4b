import type { ReactElement } from 'react';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { heroItems, mediaItems } from '../../test/support/pageItems.js';
import { Hero } from '../components/Hero/Hero.js';
import { RailGroup } from '../components/Rail/RailGroup.js';
import { TitleSheet } from '../components/TitleSheet/TitleSheet.js';
import css from '../styles/styles.css?inline';
import { createTestDiscovr } from '../testing/createTestDiscovr.js';

const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());

/** Ways in which an app can hide a control. */
const WAYS: Readonly<Record<string, (control: ReactElement) => ReactElement>> = {
  'display: none': (control) => <span style={{ display: 'none' }}>{control}</span>,
  'visibility: hidden': (control) => <span style={{ visibility: 'hidden' }}>{control}</span>,
  'the hidden attribute': (control) => <span hidden>{control}</span>,
  'a closed <details>': (control) => (
    <details>
      <summary tabIndex={-1}>More</summary>
      {control}
    </details>
  ),
  // React 18 does not know the attribute, so a ref sets it.
  inert: (control) => <span ref={(element) => void element?.toggleAttribute('inert', true)}>{control}</span>,
};

const button = (name: string) => page.getByRole('button', { name, exact: true });

describe.each(Object.entries(WAYS))('a control hidden by %s', (_, hide) => {
  const hidden = hide(<button type="button">Hidden</button>);

  test('is skipped when the arrow keys move focus into a hero and inside it', async () => {
    const { Wrapper } = createTestDiscovr();
    const actions = () => (
      <>
        {hidden}
        <button type="button">Play</button>
        {hidden}
        <button type="button">Details</button>
      </>
    );
    await render(
      <RailGroup tabIndex={-1} role="group" aria-label="Page">
        <Hero items={heroItems(1)} renderActions={actions} />
      </RailGroup>,
      { wrapper: Wrapper },
    );
    (page.getByRole('group', { name: 'Page' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(button('Play')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(button('Details')).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(button('Play')).toHaveFocus();
  });

  test('is skipped when the arrow keys move focus inside a title sheet', async () => {
    const { Wrapper } = createTestDiscovr();
    const [item] = mediaItems(1);
    const renderPlay = () => (
      <>
        <button type="button">Play</button>
        {hidden}
        <button type="button">Trailer</button>
      </>
    );
    await render(<TitleSheet mediaId={item!.id} item={item} onClose={() => undefined} renderPlay={renderPlay} />, {
      wrapper: Wrapper,
    });
    await expect.element(button('Play')).toBeVisible();
    await expect.element(page.getByRole('heading', { name: item!.title })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(button('Play')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(button('Trailer')).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(button('Play')).toHaveFocus();
  });
});
