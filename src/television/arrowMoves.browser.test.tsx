import type { ComponentProps, CSSProperties, ReactNode } from 'react';
import { beforeAll, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../test/support/loadStyles.js';
import { pressKey } from '../../test/support/pressKey.js';
import { untilStill } from '../../test/support/untilStill.js';
import { RemoteControl } from './RemoteControl.js';

loadStyles();
beforeAll(() => page.viewport(1280, 720));

const keys = (text: string) => userEvent.keyboard(text);
const focused = () => document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label');
const place = (left: number, top: number) => ({ position: 'absolute', left, top, width: 100, height: 40 }) as const;

describe('left and right, when no control is level,', () => {
  const button = (name: string, style: CSSProperties = {}) => (
    <button key={name} type="button" style={{ height: 40, ...style }}>
      {name}
    </button>
  );
  const list = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => button(`${name} ${index + 1}`, { display: 'block', width: 100 }));
  const rails = (starts: Readonly<Record<string, number>>) =>
    Object.entries(starts).map(([name, start]) => (
      <ul key={name} data-remote="group" style={{ display: 'flex', padding: `0 0 0 ${start}px` }}>
        {button(name)}
      </ul>
    ));
  const menu = <nav style={{ position: 'fixed', top: 0, left: 0, width: 120 }}>{list('Menu', 3)}</nav>;
  const from = (name: string) => page.getByRole('button', { name, exact: true }).element() as HTMLElement;
  const pressOn = async (name: string, key: string) => {
    from(name).focus();
    await keys(key);
    return focused();
  };

  test('reach a fixed side menu from a column of buttons, also when the page is scrolled', async () => {
    await render(
      <RemoteControl layout="none">
        {menu}
        <main style={{ marginLeft: 160 }}>{list('Main', 40)}</main>
      </RemoteControl>,
    );
    expect(await pressOn('Main 12', '{ArrowLeft}')).toBe('Menu 3');
    expect(await pressOn('Main 40', '{ArrowLeft}')).toMatch('Menu');
    expect(scrollY).toBeGreaterThan(0);
    await keys('{ArrowRight}');
    expect(focused()).toMatch('Main');
  });

  test('reach a fixed side menu from buttons without an element around them', async () => {
    await render(
      <RemoteControl layout="none">
        {menu}
        {list('Main', 12).map((each) => button(each.key!, { display: 'block', marginLeft: 160 }))}
      </RemoteControl>,
    );
    expect(await pressOn('Main 12', '{ArrowLeft}')).toBe('Menu 3');
  });

  test('reach a column that is shorter, and the menu from the start of a rail below it', async () => {
    await render(
      <RemoteControl layout="none">
        <div style={{ display: 'flex', alignItems: 'start', gap: 40 }}>
          <nav>{list('Menu', 3)}</nav>
          <main>
            <header style={{ height: 300 }}>{button('Play', { marginLeft: 20 })}</header>
            {rails({ 'Card 1': 60, 'Card 2': 60 })}
          </main>
          <aside>{list('Side', 2)}</aside>
        </div>
      </RemoteControl>,
    );
    expect(await pressOn('Card 2', '{ArrowLeft}')).toBe('Menu 3');
    expect(await pressOn('Card 1', '{ArrowRight}')).toBe('Side 2');
  });

  test('do not jump from a rail to a hero, to another rail or to a fixed control over it', async () => {
    await render(
      <RemoteControl layout="none">
        <header style={{ height: 300 }}>
          {button('Play')} {button('More', { marginLeft: 900 })}
        </header>
        {rails({ 'Card 1': 200, 'Card 2': 400 })}
        <div style={{ position: 'fixed', top: 0, right: 300 }}>{button('Profile')}</div>
      </RemoteControl>,
    );
    expect(await pressOn('Card 2', '{ArrowLeft}')).toBe('Card 2');
    expect(await pressOn('Card 2', '{ArrowRight}')).toBe('Card 2');
  });

  test('do not jump to another row of a grid', async () => {
    await render(
      <RemoteControl layout="none">
        <ul style={{ display: 'grid', gridTemplateColumns: '100px 100px', gap: '60px 8px', padding: 0 }}>
          {['A', 'B', 'C'].map((name) => (
            <li key={name} style={{ listStyle: 'none' }}>
              {button(name, { width: 100 })}
            </li>
          ))}
        </ul>
      </RemoteControl>,
    );
    expect(await pressOn('C', '{ArrowRight}')).toBe('C');
  });
});

describe('a transparent control', () => {
  const show = (middle: ReactNode) =>
    render(
      <RemoteControl layout="none">
        <button type="button" style={place(0, 0)}>
          A
        </button>
        {middle}
        <button type="button" style={place(0, 200)}>
          C
        </button>
      </RemoteControl>,
    );
  const fade = (props: ComponentProps<'button'>) => (
    <button type="button" {...props} style={{ ...place(0, 100), ...props.style }}>
      B
    </button>
  );

  test.each<[string, CSSProperties, CSSProperties]>([
    ['itself', { opacity: 1 }, { opacity: 0 }],
    ['with its bar', { opacity: 0 }, {}],
  ])('(%s) is skipped', async (_, bar, style) => {
    await show(<div style={bar}>{fade({ style })}</div>);
    await keys('{ArrowDown}{ArrowDown}');
    expect(focused()).toBe('C');
  });

  test('that fades in, or has a visible label, is reached', async () => {
    await show(
      <>
        <div ref={(bar) => void bar?.animate({ opacity: [0, 0, 1] }, 60_000)}>{fade({})}</div>
        <label style={place(0, 150)}>
          <input type="checkbox" aria-label="Styled" style={{ opacity: 0 }} /> Styled
        </label>
        <input type="checkbox" aria-label="Covered" style={{ ...place(0, 300), opacity: 0 }} />
      </>,
    );
    const places: (string | null | undefined)[] = [];
    for (let count = 0; count < 5; count++) {
      await keys('{ArrowDown}');
      places.push(focused());
    }
    expect(places).toEqual(['A', 'B', 'Styled', 'C', 'Covered']);
  });

  test('gets the focus if there is no other one, and keeps it when it becomes transparent', async () => {
    const { rerender } = await render(<RemoteControl layout="none">{fade({ style: { opacity: 0 } })}</RemoteControl>);
    await keys('{ArrowDown}');
    expect(focused()).toBe('B');
    await rerender(<RemoteControl layout="none">{fade({})}</RemoteControl>);
    await rerender(<RemoteControl layout="none">{fade({ style: { opacity: 0 } })}</RemoteControl>);
    await untilStill();
    expect(focused()).toBe('B');
  });
});

test('controls that a scroll container hides are not before the visible ones beside it', async () => {
  await render(
    <RemoteControl layout="none">
      <button type="button">Top</button>
      <div data-testid="list" style={{ height: 300, overflow: 'auto' }}>
        {Array.from({ length: 20 }, (_, index) => (
          <button key={index} type="button" style={{ display: 'block', height: 50 }}>
            {index + 1}
          </button>
        ))}
      </div>
      <button type="button">Below</button>
      <button type="button" style={{ display: 'block', marginTop: 200 }}>
        Bottom
      </button>
    </RemoteControl>,
  );
  page.getByRole('button', { name: 'Bottom' }).element().focus();
  const places: (string | null | undefined)[] = [];
  for (const key of ['Up', 'Up', 'Up', 'Down', 'Down']) {
    await keys(`{Arrow${key}}`);
    places.push(focused());
  }
  expect(places).toEqual(['Below', '6', '5', '6', '7']);
  page.getByTestId('list').element().scrollTop = 500;
  page.getByRole('button', { name: 'Top' }).element().focus();
  await keys('{ArrowDown}');
  expect(focused()).toBe('11');
});

test('a held arrow key moves on only when the page has drawn the last move and run other tasks', async () => {
  const names = ['A', 'B', 'C', 'D'];
  const buttons = names.map((name) => (
    <button key={name} type="button" style={{ display: 'block' }}>
      {name}
    </button>
  ));
  await render(<RemoteControl layout="none">{buttons}</RemoteControl>);
  const hold = () => {
    pressKey('ArrowDown', { repeat: true });
    return focused();
  };
  await keys('{ArrowDown}');
  pressKey('ArrowDown');
  expect(focused()).toBe('B');
  expect(hold()).toBe('B');
  // No task runs between the callbacks of a frame.
  expect(await new Promise((resolve) => requestAnimationFrame(() => resolve(hold())))).toBe('B');
  await expect.poll(hold).toBe('C');
});

test('a click between controls leaves the page where it is, and the next arrow key continues there', async () => {
  const row = (name: string) => (
    <p key={name} style={{ margin: 0, height: 400 }}>
      <button type="button">{name}</button>
    </p>
  );
  await render(
    <RemoteControl layout="none">
      <main tabIndex={-1}>{['A', 'B', 'C', 'D', 'E', 'F'].map(row)}</main>
    </RemoteControl>,
  );
  await keys('{ArrowDown}');
  expect(focused()).toBe('A');
  await untilStill();
  const main = page.getByRole('main').element();
  main.dispatchEvent(new WheelEvent('wheel', { bubbles: true }));
  window.scrollTo({ top: 1150, behavior: 'instant' });
  await untilStill();
  await userEvent.click(main, { position: { x: 600, y: 1500 } });
  expect(main).toHaveFocus();
  const { scrollY: before } = window;
  await untilStill();
  expect(main).toHaveFocus();
  await keys('{ArrowDown}');
  await untilStill();
  expect(focused()).toBe('D');
  expect(window.scrollY).toBe(before);
});
