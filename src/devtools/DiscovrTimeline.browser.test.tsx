import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { finishedTrace, manyEvents, timelineTraces } from '../../stories/support/timelineTraces.js';
import { untilStill } from '../../test/support/untilStill.js';
import styles from '../styles/styles.css?inline';
import { DiscovrTimeline } from './DiscovrTimeline.js';
import css from './timeline.css?inline';

const sheet = document.createElement('style');
sheet.textContent = styles + css;
beforeAll(() => document.head.append(sheet));
afterEach(() => page.viewport(414, 896));
afterAll(() => sheet.remove());

const many = finishedTrace(manyEvents(10_000));
const elements = () => document.querySelectorAll('.discovr-Timeline *').length;
const scroller = () => document.querySelector('.discovr-Timeline-scroller')!;
const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));

describe('a trace of 10,000 events', () => {
  it('has few elements in the document, wherever it is scrolled', async () => {
    await page.viewport(1280, 800);
    await render(<DiscovrTimeline trace={many} />);
    expect(elements()).toBeLessThan(1200);
    for (let zoom = 0; zoom < 6; zoom += 1) await press('Zoom in');
    const { scrollWidth, clientWidth } = scroller();
    expect(scrollWidth).toBeGreaterThan(clientWidth * 20);
    for (let part = 0; part <= 4; part += 1) {
      scroller().scrollLeft = ((scrollWidth - clientWidth) * part) / 4;
      await untilStill();
      expect(elements()).toBeLessThan(1200);
      const marks = [...document.querySelectorAll('[role="option"]')].map((mark) => mark.getBoundingClientRect());
      expect(marks.filter(({ left, right }) => right > 120 && left < 1280).length).toBeGreaterThan(3);
    }
  });

  it('reaches an event that was not in the document, and keeps the focus there', async () => {
    await render(<DiscovrTimeline trace={many} />);
    for (let zoom = 0; zoom < 6; zoom += 1) await press('Zoom in');
    await untilStill();
    document.querySelector<HTMLElement>('[role="option"][tabindex="0"]')!.focus();
    await userEvent.keyboard('{Home}');
    await untilStill();
    expect(scroller().scrollLeft).toBe(0);
    expect(document.activeElement).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{+}{-}');
    await untilStill();
    expect(document.activeElement).toHaveAttribute('aria-posinset', '3');
  });

  it('keeps an event in view that is reached before a zoom is rendered', async () => {
    await render(<DiscovrTimeline trace={many} />);
    for (let zoom = 0; zoom < 6; zoom += 1) await press('Zoom in');
    await untilStill();
    document.querySelector<HTMLElement>('[role="option"][tabindex="0"]')!.focus();
    await untilStill();
    page
      .getByRole('button', { name: 'Zoom in', exact: true })
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
    await untilStill();
    expect(document.activeElement).toHaveAttribute('aria-posinset', '1');
    const { left, right } = scroller().getBoundingClientRect();
    expect(document.activeElement!.getBoundingClientRect().left).toBeGreaterThan(left);
    expect(document.activeElement!.getBoundingClientRect().left).toBeLessThan(right);
  });
});

it('keeps the selected event in its place while zooming', async () => {
  await page.viewport(1280, 800);
  await render(<DiscovrTimeline trace={many} />);
  for (let zoom = 0; zoom < 3; zoom += 1) await press('Zoom in');
  await untilStill();
  const visible = [...document.querySelectorAll('[data-lane="session"] [role="option"]')].find(
    (mark) => mark.getBoundingClientRect().left > 400,
  )!;
  await userEvent.click(visible);
  const left = () => document.querySelector('[aria-selected="true"]')!.getBoundingClientRect().left;
  await untilStill();
  const before = left();
  await press('Zoom in');
  await untilStill();
  expect(Math.abs(left() - before)).toBeLessThan(2);
});

describe.each(['ltr', 'rtl'])('%s, on a narrow screen', (dir) => {
  it.each(['light', 'dark'] as const)('fits, and has no fault that axe finds (%s)', async (scheme) => {
    await page.viewport(320, 640);
    await render(
      <main dir={dir}>
        <h1>Timeline</h1>
        <DiscovrTimeline trace={finishedTrace(timelineTraces.session)} colorScheme={scheme} />
      </main>,
    );
    document.querySelector<HTMLElement>('[role="option"][tabindex="0"]')!.focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(document.documentElement.scrollWidth).toBe(320);
    const { violations } = await axe.run('.discovr-Timeline');
    expect(violations).toEqual([]);
  });
});

it('runs from right to left in right-to-left text, and so do the arrow keys', async () => {
  await page.viewport(1280, 800);
  await render(
    <div dir="rtl">
      <DiscovrTimeline trace={finishedTrace(timelineTraces.failures)} />
    </div>,
  );
  document.querySelector<HTMLElement>('[role="option"][tabindex="0"]')!.focus();
  const right = () => document.activeElement!.getBoundingClientRect().right;
  const last = right();
  await userEvent.keyboard('{ArrowRight}');
  expect(right()).toBeGreaterThan(last);
});
