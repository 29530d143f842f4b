import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { movingAvatar } from '../../../test/support/movingAvatar.js';
import css from '../../styles/styles.css?inline';
import { createTestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { ProfilePicker } from './ProfilePicker.js';

const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());

const button = (name: string) => page.getByRole('button', { name, exact: true });

async function renderPicker(options?: TestDiscovrOptions, direction: 'ltr' | 'rtl' = 'ltr', inlineSize = '700px') {
  const discovr = createTestDiscovr({ session: 'signedIn', ...options });
  const view = await render(
    <main dir={direction} style={{ inlineSize }}>
      <ProfilePicker />
    </main>,
    { wrapper: discovr.Wrapper },
  );
  return { ...discovr, ...view };
}

const managed = async (options?: TestDiscovrOptions) => {
  const view = await renderPicker(options);
  await button('Manage profiles').click();
  return view;
};

describe('deleting', () => {
  test('is never done by one press: a dialog asks, with the focus on the button that keeps', async () => {
    const { control } = await managed();
    await button('Delete Alex').click();
    const dialog = page.getByRole('dialog', { name: 'Delete profile “Alex”?' });
    await expect.element(dialog).toHaveAccessibleDescription('This can’t be undone.');
    await expect.element(button('Cancel')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Delete Alex')).toHaveFocus();
    expect(control.profiles()).toHaveLength(2);
  });

  test('is given up by Escape, which leads back to its button', async () => {
    const { control } = await managed();
    await button('Delete Sam').click();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(button('Delete Sam')).toHaveFocus();
    expect(control.profiles()).toHaveLength(2);
  });

  test('leads to the next profile, and is told', async () => {
    const { control } = await managed();
    await button('Delete Alex').click();
    await button('Delete profile').click();
    await expect.element(button('Edit Sam')).toHaveFocus();
    await expect.element(page.getByText('Profile “Alex” deleted.')).toBeInTheDocument();
    expect(control.profiles().map(({ name }) => name)).toEqual(['Sam']);
  });

  test('the last one leads to the form for a first one', async () => {
    await managed({ profiles: [{ name: 'Alex' }] });
    await button('Delete Alex').click();
    await button('Delete profile').click();
    await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveFocus();
    await expect.element(page.getByText('Profile “Alex” deleted.')).toBeInTheDocument();
  });

  test('that fails says why in the dialog, and can be tried again', async () => {
    const { control } = await managed();
    control.failNext({ kind: 'status', status: 429, retryAfter: 600 }, { route: 'DELETE /profiles/:id' });
    await button('Delete Alex').click();
    await button('Delete profile').click();
    await expect.element(page.getByRole('dialog').getByRole('alert')).toHaveTextContent('Too many attempts');
    await button('Delete profile').click();
    await expect.element(button('Edit Sam')).toHaveFocus();
  });
});

describe('the arrow keys', () => {
  const guests = Array.from({ length: 11 }, (_, index) => ({ name: `${index + 1}` }));

  test('move between rows, however many tiles stand in one', async () => {
    await renderPicker({ profiles: guests }, 'ltr', '480px');
    await button('1').click();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowDown}');
    await expect.element(button('8')).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    await expect.element(button('2')).toHaveFocus();
  });

  test('stay in their column, also past a name of two lines', async () => {
    const name = 'A name that takes two lines';
    await renderPicker({ profiles: [{ name: '1' }, { name }, { name: '3' }, { name: '4' }] }, 'ltr', '350px');
    await button('Manage profiles').click();
    (await button('Edit 3').findElement()).focus();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(button('Delete 1')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(button('Edit 3')).toHaveFocus();
  });

  test('follow the direction of the script', async () => {
    await renderPicker({}, 'rtl');
    (await button('Alex').findElement()).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(button('Alex')).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(button('Sam')).toHaveFocus();
  });

  test('reach the buttons beneath the tiles', async () => {
    await managed();
    (await button('Edit Alex').findElement()).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await expect.element(button('Delete Sam')).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(button('Edit Sam')).toHaveFocus();
  });
});

test('a clip plays silently, whatever its address says of it', async () => {
  const url = URL.createObjectURL(await (await fetch(movingAvatar)).blob());
  const { container } = await renderPicker({ profiles: [{ name: 'Alex', avatarUrl: url }] });
  await expect.poll(() => container.querySelector('video')?.paused).toBe(false);
  expect(container.querySelector('video')?.muted).toBe(true);
});

test('a clip stays at its first frame for a person who asked for less motion', async () => {
  const motion = (value: string) =>
    cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] });
  await motion('reduce');
  try {
    const { container } = await renderPicker({ profiles: [{ name: 'Alex', avatarUrl: movingAvatar }] });
    await expect.poll(() => container.querySelector('video')?.readyState).toBe(4);
    expect(container.querySelector('video')).toMatchObject({ paused: true, currentTime: 0 });
    await motion('no-preference');
    await expect.poll(() => container.querySelector('video')?.paused).toBe(false);
  } finally {
    await motion('');
  }
});

test('every button is large enough for a finger at 320 pixels, and nothing is wider than the page', async () => {
  const { container } = await renderPicker(
    { profiles: [{ name: 'Donaudampfschifffahrtsgesellschaft' }] },
    'ltr',
    '320px',
  );
  await button('Manage profiles').click();
  for (const element of container.querySelectorAll('button')) {
    expect(element.getBoundingClientRect().height, element.textContent).toBeGreaterThanOrEqual(44);
  }
  expect(container.querySelector('section')?.scrollWidth).toBeLessThanOrEqual(320);
});
