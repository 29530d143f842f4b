import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { expectConsole } from '../../test/setup/console.js';
import { frame } from '../../test/support/frame.js';
import { pressKey } from '../../test/support/pressKey.js';
import { untilStill } from '../../test/support/untilStill.js';
import { RemoteControl } from './RemoteControl.js';
import { isReachable } from './isReachable.js';

beforeAll(() => page.viewport(1280, 720));

const keys = (text: string) => userEvent.keyboard(text);
const focused = () => document.activeElement?.textContent;
const press = async (name: string, key: string) => {
  page.getByRole('button', { name, exact: true }).element().focus();
  await keys(`{${key}}`);
  return focused();
};
const button = (name: string, style?: CSSProperties, onClick?: () => void) => (
  <button key={name} type="button" onClick={onClick} style={{ display: 'block', width: 120, height: 40, ...style }}>
    {name}
  </button>
);
const fixed = (style: CSSProperties): CSSProperties => ({ position: 'fixed', background: 'white', ...style });
const show = (content: ReactNode) => render(<RemoteControl layout="none">{content}</RemoteControl>);

describe('a side menu of the app', () => {
  const closed: [string, CSSProperties, string][] = [
    ['a transform', { left: 0, transform: 'translateX(-100%)' }, 'ltr'],
    ['a negative offset', { left: -300 }, 'ltr'],
    ['a transform, from right to left', { right: 0, transform: 'translateX(100%)' }, 'rtl'],
    ['a height of 0', { left: 0, overflow: 'hidden', height: 0 }, 'ltr'],
    ['a transition', { left: -300, transition: 'left 200ms' }, 'ltr'],
    ['a clip from the side', { left: 0, clipPath: 'inset(0 100% 0 0)' }, 'ltr'],
    ['a clip to a point', { left: 0, clipPath: 'polygon(0 0, 0 0, 0 0)' }, 'ltr'],
    ['a clip to a circle', { left: 0, clipPath: 'circle(0)' }, 'ltr'],
    ['an old clip', { left: 0, clip: 'rect(0 0 0 0)' }, 'ltr'],
  ];

  test.each(closed)(
    'that closes by %s passes the focus on, and the keys do not enter it again',
    async (_, style, dir) => {
      expectConsole(/recovered the focus that <button> lost/);
      const onLogOut = vi.fn<() => void>();
      function App() {
        const [isOpen, setIsOpen] = useState(true);
        const logOut = () => {
          onLogOut();
          setIsOpen(false);
        };
        const { left, right, transition } = style;
        const open = { left: left === undefined ? left : 0, right: right === undefined ? right : 0, transition };
        return (
          <RemoteControl layout="none">
            <div dir={dir}>
              <nav style={fixed({ top: 0, width: 200, ...(isOpen ? open : style) })}>
                {button('Log out', {}, logOut)}
              </nav>
              <main style={{ marginInlineStart: 300 }}>{[button('One'), button('Two')]}</main>
            </div>
          </RemoteControl>
        );
      }
      await render(<App />);
      await press('Log out', 'Enter');
      await expect.poll(focused).toBe('One');
      await keys('{Enter}{Enter}');
      await keys(dir === 'rtl' ? '{ArrowRight}{ArrowUp}' : '{ArrowLeft}{ArrowUp}');
      await untilStill();
      expect(focused()).toBe('One');
      expect(onLogOut).toHaveBeenCalledTimes(1);
    },
  );

  test.each(['translateX(120vw)', 'translateX(-120vw)'])(
    'that slides away by %s passes the focus on',
    async (transform) => {
      expectConsole(/recovered the focus that <button> lost/);
      const app = (style: CSSProperties) => (
        <RemoteControl layout="none">
          <nav style={{ transition: 'transform 100ms', ...style }}>{button('Log out')}</nav>
          <main>{[button('One'), button('Two')]}</main>
        </RemoteControl>
      );
      const { rerender } = await render(app({}));
      await press('Log out', 'ArrowUp');
      await untilStill();
      await rerender(app({ transform }));
      await expect.poll(focused).toBe('One');
      expect(scrollX).toBe(0);
    },
  );

  test('that is closed does not run its focused button again while nothing else is visible', async () => {
    const onLogOut = vi.fn<() => void>();
    const menu = (left: number) => <nav style={fixed({ top: 0, left })}>{button('Log out', {}, onLogOut)}</nav>;
    const { rerender } = await render(<RemoteControl layout="none">{menu(0)}</RemoteControl>);
    await press('Log out', 'Enter');
    await rerender(<RemoteControl layout="none">{menu(-300)}</RemoteControl>);
    await keys('{Enter}');
    expect(onLogOut).toHaveBeenCalledTimes(1);
    expect(document.body).toHaveFocus();
  });
});

describe('a menu of the app that moves', () => {
  const slide: CSSProperties = { animation: 'slide 60s' };
  const keyframes = `
    @keyframes slide { from { transform: translateX(-100%) } }
    @keyframes rise { from { transform: translateY(100vh) } }
    @keyframes pop { from { transform: scale(0) } }
    @keyframes grow { from { height: 0 } }
    @keyframes wipe { from { clip-path: inset(0 100% 0 0) } }
    @keyframes leave { from, to { transform: translateX(-100%) } }
    @keyframes turn { to { rotate: 360deg } }`;
  const drawer = (style?: CSSProperties) =>
    fixed({ top: 0, left: 0, width: 300, height: 200, overflow: 'hidden', ...style });
  const endMotion = () => {
    for (const motion of document.getAnimations()) if (motion.playState === 'running') motion.finish();
  };

  interface AppProps {
    readonly closed?: CSSProperties;
    readonly open: CSSProperties;
    readonly useMounted?: typeof useEffect;
  }
  function Drawer({ style, useMounted }: { readonly style: CSSProperties; readonly useMounted: typeof useEffect }) {
    const ref = useRef<HTMLElement>(null);
    useMounted(() => ref.current?.querySelector('button')?.focus(), [style]);
    return (
      <nav ref={ref} style={drawer(style)}>
        {[button('Films'), button('Series')]}
      </nav>
    );
  }
  function App({ closed, open, useMounted = useEffect }: AppProps) {
    const [isOpen, setIsOpen] = useState(false);
    return (
      <RemoteControl layout="none">
        <style>{keyframes}</style>
        <div style={{ marginLeft: 400 }}>{button('Menu', {}, () => setIsOpen(true))}</div>
        {isOpen ? <Drawer style={open} useMounted={useMounted} /> : closed && <nav style={drawer(closed)} />}
      </RemoteControl>
    );
  }

  test.each<[string, AppProps]>([
    ['slides in', { open: slide }],
    ['slides in, focused before it is painted', { open: slide, useMounted: useLayoutEffect }],
    ['rises from below', { open: { animation: 'rise 60s' } }],
    ['pops up', { open: { animation: 'pop 60s' } }],
    ['grows', { open: { animation: 'grow 60s' } }],
    ['is uncovered', { open: { animation: 'wipe 60s' } }],
  ])('keeps the focus while it %s, and afterwards', async (_, app) => {
    await render(<App {...app} />);
    await press('Menu', 'Enter');
    await untilStill();
    expect(focused()).toBe('Films');
    endMotion();
    await untilStill();
    await keys('{ArrowDown}');
    expect(focused()).toBe('Series');
  });

  test('keeps the focus during a transition of a menu that was closed', async () => {
    const menu = (left: number) => (
      <RemoteControl layout="none">
        {button('Menu', { marginLeft: 400 })}
        <nav style={drawer({ left, transition: 'left 60s' })}>{button('Films')}</nav>
      </RemoteControl>
    );
    const { rerender } = await render(menu(-300));
    await keys('{ArrowDown}');
    await rerender(menu(0));
    page.getByRole('button', { name: 'Films' }).element().focus();
    await untilStill();
    expect(focused()).toBe('Films');
    endMotion();
    await untilStill();
    expect(focused()).toBe('Films');
  });

  test('keeps the default of a dialog that rises from below', async () => {
    await show(
      <>
        <style>{keyframes}</style>
        {button('Delete', {}, () => document.querySelector('dialog')!.showModal())}
        <dialog
          ref={(dialog) => dialog?.lastElementChild?.setAttribute('autofocus', '')}
          style={{ animation: 'rise 60s' }}
        >
          {[button('Yes'), button('No')]}
        </dialog>
      </>,
    );
    await press('Delete', 'Enter');
    await untilStill();
    expect(focused()).toBe('No');
    endMotion();
    await untilStill();
    expect(focused()).toBe('No');
  });

  test.each<[string, (menu: HTMLElement) => void]>([
    ['by a style', (menu) => (menu.style.animation = 'leave 60s forwards')],
    ['by a script', (menu) => menu.animate({ left: ['-300px', '-300px'] }, { duration: 60_000, fill: 'forwards' })],
  ])('loses the focus when it has left, and ignores OK once it is off the screen: %s', async (_, leave) => {
    expectConsole(/recovered the focus that <button> lost/);
    const onLogOut = vi.fn<() => void>();
    await show(
      <>
        <style>{keyframes}</style>
        {button('Menu', { marginLeft: 400 })}
        <nav style={drawer()}>{button('Log out', {}, onLogOut)}</nav>
      </>,
    );
    await press('Log out', 'ArrowUp');
    leave(document.querySelector('nav')!);
    await untilStill();
    await keys('{Enter}');
    expect(onLogOut).not.toHaveBeenCalled();
    endMotion();
    await expect.poll(focused).toBe('Menu');
  });

  test('loses the focus at once if only something endless moves', async () => {
    expectConsole(/recovered the focus that <button> lost/);
    await show(
      <>
        <style>{keyframes}</style>
        {button('Menu', { marginLeft: 400 })}
        <nav style={drawer()}>{button('Log out', { animation: 'turn 1s infinite' })}</nav>
      </>,
    );
    await press('Log out', 'ArrowUp');
    document.querySelector('nav')!.style.left = '-300px';
    await expect.poll(focused).toBe('Menu');
  });
});

describe('controls that scrolling brings into view are reached', () => {
  test.each<[string, CSSProperties, CSSProperties]>([
    ['below, in a container', { height: 60, overflow: 'auto' }, {}],
    ['below, in a container without scrollbars', { height: 60, overflow: 'hidden' }, {}],
    ['below, on the page', { height: 2000 }, { marginTop: 1500 }],
    ['in a fixed container', fixed({ top: 0, height: 60, overflow: 'auto' }), {}],
    [
      'outside of a container that does not hold it',
      { height: 60, overflow: 'hidden' },
      { position: 'absolute', top: 400 },
    ],
  ])('%s', async (_, container, style) => {
    await show(<div style={container}>{[button('A'), button('B', { marginTop: 200, ...style })]}</div>);
    expect(await press('A', 'ArrowDown')).toBe('B');
  });

  test.each<[string, CSSProperties]>([
    ['left of the start, from right to left', { direction: 'rtl' }],
    ['right of the start', {}],
  ])('%s', async (_, style) => {
    await show(
      <div style={{ width: 200, overflow: 'auto', display: 'flex', gap: 400, ...style }}>
        {[button('A', { flex: 'none' }), button('B', { flex: 'none' })]}
      </div>,
    );
    const [forth, back] = style.direction ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    expect(await press('A', forth)).toBe('B');
    expect(await press('B', back)).toBe('A');
  });
});

describe('a control under something that covers it', () => {
  const three = [button('A'), button('B', { marginTop: 60 }), button('C', { marginTop: 60 })];

  test.each<[string, ReactNode]>([
    [
      'a banner',
      <header key="cover" style={fixed({ top: 90, left: 0, right: 0, height: 80 })}>
        Offer
      </header>,
    ],
    [
      'another screen',
      <section key="cover" style={{ position: 'absolute', inset: '90px 0 auto', height: 80, background: 'white' }} />,
    ],
  ])('is not reached: %s', async (_, cover) => {
    await show(<div style={{ overflow: 'hidden', height: 720 }}>{[<main key="main">{three}</main>, cover]}</div>);
    expect(await press('A', 'ArrowDown')).toBe('C');
    expect(await press('C', 'ArrowUp')).toBe('A');
  });

  test('is not reached under an overlay without aria-modal, also below the fold, and does not keep the focus', async () => {
    expectConsole(/recovered the focus that <button> lost/);
    const app = (isOpen: boolean) => (
      <RemoteControl layout="none">
        {[...three, button('D', { marginTop: 1000 })]}
        {isOpen && <div style={fixed({ inset: 0 })}>{[button('Yes'), button('No', { marginTop: 60 })]}</div>}
      </RemoteControl>
    );
    const { rerender } = await render(app(false));
    await press('A', 'ArrowDown');
    await rerender(app(true));
    await expect.poll(focused).toMatch(/Yes|No/);
    await keys('{ArrowDown}{ArrowDown}');
    expect(focused()).toBe('No');
    await keys('{ArrowUp}{ArrowUp}');
    expect(focused()).toBe('Yes');
  });

  test.each(['fixed', 'sticky'] as const)('is reached and scrolled clear of a %s banner', async (position) => {
    await show(
      <>
        <header style={fixed({ position, top: 0, left: 0, right: 0, height: 100 })}>Offer</header>
        <main style={{ padding: `${position === 'fixed' ? 200 : 100}px 0 2000px` }}>{three}</main>
      </>,
    );
    page.getByRole('button', { name: 'C' }).element().focus();
    scrollTo(0, 330);
    await keys('{ArrowUp}');
    await untilStill();
    expect(focused()).toBe('B');
    expect(document.activeElement!.getBoundingClientRect().top).toBeGreaterThanOrEqual(100);
  });

  test.each<[string, ReactNode]>([
    ['a badge of the control', <span key="badge" style={{ position: 'absolute', inset: 0, background: 'red' }} />],
    ['a layer without a picture or color', <div key="layer" style={{ position: 'fixed', inset: 0 }} />],
  ])('is reached: %s', async (_, cover) => {
    await show(
      <>
        {button('A')}
        <div style={{ position: 'relative', marginTop: 60 }}>{[button('B'), cover]}</div>
      </>,
    );
    expect(await press('A', 'ArrowDown')).toBe('B');
  });

  test.each<[string, CSSProperties]>([
    ['round corners', { clipPath: 'inset(0 round 8px)' }],
    ['a circle', { clipPath: 'circle(50%)', height: 120 }],
    ['a shape without its center', { clipPath: 'polygon(0 0, 50% 40%, 100% 0, 100% 100%, 50% 60%, 0 100%)' }],
    ['no pointer', { clipPath: 'inset(0)', pointerEvents: 'none' }],
  ])('is reached although a clip cuts it to %s', async (_, style) => {
    await show([button('A'), button('B', { marginTop: 60, ...style })]);
    expect(await press('A', 'ArrowDown')).toBe('B');
  });

  test('is reached although a clip cuts it, before the browser paints the rail around it', () => {
    const rail = document.body.appendChild(document.createElement('div'));
    rail.style.contentVisibility = 'auto';
    rail.innerHTML = '<button style="clip-path: inset(0 round 8px); width: 100px; height: 100px">A</button>';
    expect(isReachable(rail.firstElementChild!)).toBe(true);
    rail.remove();
  });

  test('is reached above a sticky bar, which covers it only while the page is scrolled', async () => {
    await show(
      <>
        {button('Sign out')}
        <main>
          <nav style={{ position: 'sticky', top: 0, height: 100, background: 'white' }}>{button('Home')}</nav>
          <div style={{ height: 2000 }} />
        </main>
      </>,
    );
    scrollTo(0, 1000);
    expect(await press('Home', 'ArrowUp')).toBe('Sign out');
    await untilStill();
    expect(scrollY).toBe(0);
  });

  test('keeps the focus while its slide scrolls under it', async () => {
    const slide = (name: string) => (
      <div key={name} style={{ flex: 'none', width: 600, height: 100 }}>
        {button(name)}
      </div>
    );
    const { container } = await show(
      <>
        <div style={{ position: 'relative', width: 600 }}>
          <div data-rail-entry="" style={{ display: 'flex', overflow: 'auto hidden' }}>
            {[slide('Details'), slide('More')]}
          </div>
          <div style={{ position: 'absolute', inset: '0 0 0 450px', background: 'white' }} />
        </div>
        {button('Card')}
      </>,
    );
    const slides = container.querySelector('[data-rail-entry]')!;
    slides.scrollLeft = 600;
    await press('More', 'ArrowUp');
    await untilStill();
    // As in the middle of a smooth scroll.
    slides.scrollLeft = 120;
    await frame();
    pressKey('Enter');
    slides.scrollLeft = 600;
    await untilStill();
    expect(focused()).toBe('More');
  });

  test('is reached if all controls are covered, because the user could not continue', async () => {
    await show([...three, <div key="noise" style={fixed({ inset: 0 })} />]);
    await keys('{ArrowDown}{ArrowDown}');
    expect(focused()).toBe('B');
  });
});
