import { Activity } from 'react';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { movingAvatar } from '../../../test/support/movingAvatar.js';
import { pressKey } from '../../../test/support/pressKey.js';
import { untilStill, untilUnmoved } from '../../../test/support/untilStill.js';
import css from '../../styles/styles.css?inline';
import cinema from '../../themes/cinema.css?inline';
import { RemoteControl } from '../../television/RemoteControl.js';
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

test('the first key of a remote control focuses the profile in use', async () => {
  const { Wrapper, client, control } = createTestDiscovr();
  const second = control.profiles()[1]!;
  await client.switchProfile(second.id);
  await render(
    <RemoteControl>
      <ProfilePicker />
    </RemoteControl>,
    { wrapper: Wrapper },
  );
  await expect.element(page.getByRole('button', { name: new RegExp(second.name) })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('button', { name: new RegExp(second.name) })).toHaveFocus();
});

test('Back of a remote control leads from a form to the tiles, from managing to choosing, and then out', async () => {
  const onExit = vi.fn<() => void>();
  const { Wrapper } = createTestDiscovr();
  await render(
    <RemoteControl onExit={onExit}>
      <ProfilePicker />
    </RemoteControl>,
    { wrapper: Wrapper },
  );
  await expect.element(button('Manage profiles')).toBeVisible();
  await userEvent.keyboard('{ArrowDown}');
  await button('Manage profiles').click();
  await button('Edit Sam').click();
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect.element(name).toBeVisible();
  // The field has the focus and waits for OK. While it is being edited, Back ends the editing.
  await userEvent.keyboard('{ArrowDown}{ArrowUp}');
  (name.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  pressKey('GoBack');
  await expect.element(name).toBeVisible();
  pressKey('GoBack');
  await expect.element(button('Edit Sam')).toHaveFocus();
  pressKey('GoBack');
  await expect.element(button('Manage profiles')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /Sam/ })).toHaveFocus();
  expect(onExit).not.toHaveBeenCalled();
  pressKey('GoBack');
  expect(onExit).toHaveBeenCalledTimes(1);
});

const extents = (elements: Iterable<Element>) =>
  [...elements].map((element) => {
    const { left, top, width } = element.getBoundingClientRect();
    return [left, top, width];
  });

const managed = async (options?: TestDiscovrOptions) => {
  const view = await renderPicker(options);
  await button('Manage profiles').click();
  return view;
};

const edited = async (name: string, options?: TestDiscovrOptions) => {
  const view = await managed(options);
  await button(`Edit ${name}`).click();
  await button(`Delete ${name}`).click();
  return view;
};
const dialog = () => page.getByRole('dialog');
const confirm = () => button('Delete profile').click();

describe('deleting a profile', () => {
  test('is offered in the editor, and opens a confirmation dialog with focus on Cancel', async () => {
    const { control } = await edited('Alex');
    await expect.element(dialog()).toHaveAccessibleName('Delete profile “Alex”?');
    await expect.element(dialog()).toHaveAccessibleDescription('This can’t be undone.');
    await expect.element(dialog().getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.element(button('Delete Alex')).toHaveFocus();
    expect(control.profiles()).toHaveLength(2);
  });

  test('is not offered on the tiles', async () => {
    await managed();
    await expect.element(button('Edit Alex')).toBeVisible();
    expect(page.getByRole('button', { name: /Delete/ }).elements()).toEqual([]);
  });

  test('is canceled by Escape, which returns focus to the Delete button and keeps the input', async () => {
    const { control } = await managed();
    await button('Edit Sam').click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Samira');
    await button('Delete Sam').click();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.element(button('Delete Sam')).toHaveFocus();
    await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Samira');
    expect(control.profiles()).toHaveLength(2);
  });

  test.each(['Escape', 'Backspace'])(
    'is canceled by %s of a remote control, which keeps the form and its input',
    async (key) => {
      const { Wrapper } = createTestDiscovr({ session: 'signedIn' });
      await render(
        <RemoteControl>
          <ProfilePicker />
        </RemoteControl>,
        { wrapper: Wrapper },
      );
      await button('Manage profiles').click();
      await button('Edit Sam').click();
      const name = page.getByRole('textbox', { name: 'Name' });
      await name.fill('Samira');
      await button('Delete Sam').click();
      await userEvent.keyboard(`{ArrowRight}{${key}}`);
      await expect.element(dialog()).not.toBeInTheDocument();
      await expect.element(name).toHaveValue('Samira');
    },
  );

  test('is canceled by a click outside the dialog, not on its padding, and can be started again', async () => {
    const { control } = await edited('Alex');
    const pressAt = (y: number) => userEvent.click(dialog(), { position: { x: 4, y }, force: true });
    await pressAt(4);
    await untilStill();
    await expect.element(dialog()).toBeVisible();
    await pressAt(-20);
    await expect.element(dialog()).not.toBeInTheDocument();
    await button('Delete Alex').click();
    await confirm();
    await expect.element(button('Edit Sam')).toHaveFocus();
    expect(control.profiles()).toHaveLength(1);
  });

  test('moves focus to the next profile and announces the deletion', async () => {
    const { control } = await edited('Alex');
    await confirm();
    await expect.element(button('Edit Sam')).toHaveFocus();
    await expect.element(page.getByText('Profile “Alex” deleted.')).toBeInTheDocument();
    expect(control.profiles().map(({ name }) => name)).toEqual(['Sam']);
  });

  test('opens the form for a new profile when no profile is left', async () => {
    await edited('Alex', { profiles: [{ name: 'Alex' }] });
    await confirm();
    await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveFocus();
    await expect.element(page.getByText('Profile “Alex” deleted.')).toBeInTheDocument();
  });

  test('leaves the rest of the app usable when the route with the picker is hidden', async () => {
    const { Wrapper } = createTestDiscovr({ session: 'signedIn' });
    const app = (mode: 'hidden' | 'visible') => (
      <Wrapper>
        <button type="button">Home</button>
        <Activity mode={mode}>
          <ProfilePicker />
        </Activity>
      </Wrapper>
    );
    const { rerender } = await render(app('visible'));
    await button('Manage profiles').click();
    await button('Edit Alex').click();
    await button('Delete Alex').click();
    await expect.element(dialog()).toBeVisible();
    await rerender(app('hidden'));
    await userEvent.click(button('Home'));
    await expect.element(button('Home')).toHaveFocus();
    await rerender(app('visible'));
    await expect.element(dialog()).toBeVisible();
  });

  test('shows an error in the dialog when it fails, and can be tried again', async () => {
    const { control } = await managed();
    control.failNext({ kind: 'status', status: 429, retryAfter: 600 }, { route: 'DELETE /profiles/:id' });
    await button('Edit Alex').click();
    await button('Delete Alex').click();
    await confirm();
    await expect.element(dialog().getByRole('alert')).toHaveTextContent('Too many attempts');
    await confirm();
    await expect.element(button('Edit Sam')).toHaveFocus();
  });
});

describe('the arrow keys', () => {
  const guests = Array.from({ length: 11 }, (_, index) => ({ name: `${index + 1}` }));

  test('move between rows, however many tiles a row has', async () => {
    await renderPicker({ profiles: guests }, 'ltr', '480px');
    await button('1').click();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowDown}');
    await expect.element(button('8')).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    await expect.element(button('2')).toHaveFocus();
  });

  test('stay in the same column when a name takes two lines', async () => {
    const name = 'A name that takes two lines';
    await renderPicker({ profiles: [{ name: '1' }, { name }, { name: '3' }, { name: '4' }] }, 'ltr', '350px');
    await button('Manage profiles').click();
    (await button('Edit 3').findElement()).focus();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(button('Edit 1')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(button('Edit 3')).toHaveFocus();
  });

  test('follow the writing direction', async () => {
    await renderPicker({}, 'rtl');
    (await button('Alex').findElement()).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(button('Alex')).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(button('Sam')).toHaveFocus();
  });
});

test('the initials of neighboring profiles without a picture have different colors', async () => {
  const guests = Array.from({ length: 16 }, () => ({ name: 'Guest', avatarUrl: 'data:image/png;base64,AAAA' }));
  const { container } = await renderPicker({ profiles: guests }, 'ltr', '640px');
  await expect.poll(() => container.querySelectorAll('.discovr-Avatar-monogram').length).toBe(16);
  const tiles = [...container.querySelectorAll('.discovr-Avatar-monogram')].map((tile) => ({
    box: tile.getBoundingClientRect(),
    color: getComputedStyle(tile).backgroundColor,
  }));
  for (const { box, color } of tiles) {
    const around = tiles.filter(
      (other) =>
        other.box !== box &&
        Math.abs(other.box.left - box.left) < 1.6 * box.width &&
        Math.abs(other.box.top - box.top) < 2 * box.height,
    );
    expect(around.length).toBeGreaterThan(1);
    expect(around.map((other) => other.color)).not.toContain(color);
  }
});

test.each(['320px', '1240px'])('the initial of a profile is half as high as its picture (%s)', async (inlineSize) => {
  const avatarUrl = 'data:image/png;base64,AAAA';
  const { container } = await renderPicker({ profiles: [{ name: 'Alex', avatarUrl }] }, 'ltr', inlineSize);
  await expect.poll(() => container.querySelector('.discovr-Avatar-monogram')).not.toBeNull();
  const initial = container.querySelector('.discovr-Avatar-monogram')!;
  const { width } = initial.getBoundingClientRect();
  expect(Number.parseFloat(getComputedStyle(initial).fontSize)).toBeCloseTo(width / 2, 1);
});

test('a video plays muted when its URL has no file extension', async () => {
  const url = URL.createObjectURL(await (await fetch(movingAvatar)).blob());
  const { container } = await renderPicker({ profiles: [{ name: 'Alex', avatarUrl: url }] });
  await expect.poll(() => container.querySelector('video')?.paused).toBe(false);
  expect(container.querySelector('video')?.muted).toBe(true);
});

test('a video stays at its first frame when the user prefers reduced motion', async () => {
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

test('the tile of the active profile has a check mark', async () => {
  const { container } = await renderPicker({ session: 'active' });
  const marks = () => [...container.querySelectorAll('.discovr-ProfileTile-mark')];
  await expect.poll(() => marks().map((mark) => mark.closest('button')?.ariaCurrent)).toEqual(['true']);
});

test('the check mark of the active profile is small and in the corner, clear of the initial', async () => {
  const { container } = await renderPicker({ session: 'active' }, 'ltr', '350px');
  await expect.poll(() => container.querySelector('.discovr-ProfileTile-mark')).toBeVisible();
  const mark = container.querySelector('.discovr-ProfileTile-mark')!.getBoundingClientRect();
  const face = container.querySelector('.discovr-ProfileTile-face')!.getBoundingClientRect();
  expect(mark.width).toBeLessThanOrEqual(28);
  expect([face.right - mark.right, face.bottom - mark.bottom]).toEqual([6, 6]);
});

test.each([350, 700])('the check mark is inside the round pictures of the look Cinema (%i px)', async (width) => {
  const theme = document.createElement('style');
  theme.textContent = cinema;
  document.head.append(theme);
  onTestFinished(() => theme.remove());
  const { container } = await renderPicker({ session: 'active' }, 'ltr', `${width}px`);
  await expect.poll(() => container.querySelector('.discovr-ProfileTile-mark')).toBeVisible();
  const mark = container.querySelector('.discovr-ProfileTile-mark')!.getBoundingClientRect();
  const face = container.querySelector('.discovr-ProfileTile-face')!.getBoundingClientRect();
  const [dx, dy] = [
    mark.right - mark.width / 2 - face.right + face.width / 2,
    mark.bottom - mark.height / 2 - face.bottom + face.height / 2,
  ];
  expect(Math.hypot(dx, dy) + mark.width / 2).toBeLessThanOrEqual(face.width / 2 + 1);
});

test('the question before a deletion keeps its width with a long name', async () => {
  const name = 'The living room of grandmother and grandfather in the country';
  await edited(name, { profiles: [{ name }, { name: 'Alex' }] });
  await expect.element(dialog()).toBeVisible();
  expect(dialog().element().getBoundingClientRect().width).toBeLessThanOrEqual(420);
});

test('the names of the profiles stay in line when a tile has the focus', async () => {
  const { container } = await renderPicker();
  await expect.element(button('Alex')).toBeVisible();
  const names = () => extents(container.querySelectorAll('.discovr-ProfileTile-name'));
  const before = names();
  await userEvent.tab();
  const face = document.activeElement!.querySelector('.discovr-ProfileTile-face')!;
  await Promise.all(face.getAnimations().map(({ finished }) => finished));
  expect(getComputedStyle(face).transform).not.toBe('none');
  expect(names()).toEqual(before);
});

test('the focus ring of a tile is around its picture only', async () => {
  await renderPicker();
  await expect.element(button('Alex')).toBeVisible();
  await userEvent.tab();
  const tile = document.activeElement!;
  expect(getComputedStyle(tile).outlineStyle).toBe('none');
  expect(getComputedStyle(tile.querySelector('.discovr-ProfileTile-face')!).outlineStyle).toBe('solid');
});

test.each([
  ['320px', 112],
  ['390px', 148],
  ['1240px', 168],
])('the tiles are larger where there is room (%s)', async (inlineSize, size) => {
  const { container } = await renderPicker(undefined, 'ltr', inlineSize);
  await expect.element(button('Alex')).toBeVisible();
  expect(container.querySelector('.discovr-ProfileTile-face')?.getBoundingClientRect().width).toBeCloseTo(size, 0);
});

test.each(['320px', '390px'])(
  'two profiles fit side by side on a phone, and the buttons are as wide as both (%s)',
  async (inlineSize) => {
    const profiles = [{ name: 'Alex' }, { name: 'Sam' }];
    await renderPicker({ profiles }, 'ltr', inlineSize);
    await expect.element(button('Add profile')).toBeVisible();
    const boxOf = (name: string) => button(name).element().getBoundingClientRect();
    expect(boxOf('Sam').top).toBe(boxOf('Alex').top);
    for (const name of ['Add profile', 'Manage profiles']) {
      expect(boxOf(name).left, name).toBeCloseTo(boxOf('Alex').left, 0);
      expect(boxOf(name).right, name).toBeCloseTo(boxOf('Sam').right, 0);
      expect(boxOf(name).height, name).toBeLessThan(60);
    }
  },
);

test('the button that adds a profile is a tile like the profiles where it is not alone in its row', async () => {
  await renderPicker({ profiles: [{ name: 'Alex' }, { name: 'Sam' }, { name: 'Kids' }] }, 'ltr', '390px');
  await expect.element(button('Add profile')).toBeVisible();
  const boxOf = (name: string) => button(name).element().getBoundingClientRect();
  expect(boxOf('Add profile').top).toBe(boxOf('Kids').top);
  expect(boxOf('Add profile').width).toBe(boxOf('Alex').width);
});

test('the ring of a focused profile stays 16 px clear of the edge of the narrowest phone', async () => {
  const { container } = await renderPicker(undefined, 'ltr', '320px');
  await expect.element(button('Alex')).toBeVisible();
  await userEvent.keyboard('{Tab}');
  const face = container.querySelector('.discovr-ProfileTile:focus-visible > .discovr-ProfileTile-face')!;
  await untilUnmoved();
  const edge = container.querySelector('.discovr-ProfilePicker')!.getBoundingClientRect().left;
  expect(face.getBoundingClientRect().left - 4 - edge).toBeGreaterThanOrEqual(16);
});

test('Save and Cancel are side by side on a phone, and Delete is as wide as both', async () => {
  await renderPicker(undefined, 'ltr', '320px');
  await button('Manage profiles').click();
  await button('Edit Alex').click();
  const boxOf = (name: string) => button(name).element().getBoundingClientRect();
  expect(boxOf('Save').top).toBe(boxOf('Cancel').top);
  expect(boxOf('Save').width).toBe(boxOf('Cancel').width);
  expect(boxOf('Delete Alex').left).toBe(boxOf('Save').left);
  expect(boxOf('Delete Alex').right).toBe(boxOf('Cancel').right);
});

test('the button of a new profile and Cancel are equally high on a phone, in one line or two', async () => {
  await renderPicker(undefined, 'ltr', '320px');
  await button('Add profile').click();
  const [add, cancel] = ['Add profile', 'Cancel'].map((name) => button(name).element().getBoundingClientRect());
  expect([add!.top, add!.height]).toEqual([cancel!.top, cancel!.height]);
});

test.each(['350px', '700px'])('the button that deletes a profile is below Save and Cancel (%s)', async (inlineSize) => {
  await renderPicker(undefined, 'ltr', inlineSize);
  await button('Manage profiles').click();
  await button('Edit Alex').click();
  const boxOf = (name: string) => button(name).element().getBoundingClientRect();
  expect(boxOf('Delete Alex').top).toBeGreaterThan(Math.max(boxOf('Save').bottom, boxOf('Cancel').bottom) + 16);
});

test.each([
  ['320px', 5, 3],
  ['390px', 5, 3],
  ['700px', 7, 6],
])('no picture is alone in the last row of the editor (%s)', async (inlineSize, columns, inLastRow) => {
  await renderPicker(undefined, 'ltr', inlineSize);
  await button('Manage profiles').click();
  await button('Edit Alex').click();
  const pictures = page.getByRole('radio');
  await expect.poll(() => pictures.elements().length).toBe(13);
  const boxes = pictures.elements().map((picture) => picture.getBoundingClientRect());
  const inRowOf = (index: number) => boxes.filter(({ top }) => top === boxes.at(index)!.top).length;
  expect([inRowOf(0), inRowOf(-1)]).toEqual([columns, inLastRow]);
  expect(Math.min(...boxes.map(({ width }) => width))).toBeGreaterThanOrEqual(44);
});

test('every button is at least 44 pixels high and nothing overflows at a width of 320 pixels', async () => {
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
