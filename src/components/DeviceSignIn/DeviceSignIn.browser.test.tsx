import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { visibleTexts } from '../../../test/support/visibleTexts.js';
import css from '../../styles/styles.css?inline';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { RemoteControl } from '../../television/RemoteControl.js';
import { SignIn } from '../SignIn/SignIn.js';
import { DeviceSignIn } from './DeviceSignIn.js';

const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());

const qrCode = () => page.getByRole('img', { name: /QR code/ });
const link = () => page.getByRole('link', { name: 'example.com/tv' });
const copyButton = () => page.getByRole('button', { name: 'Copy code' });

async function renderAt(inlineSize: string, element = <DeviceSignIn address="example.com/tv" />) {
  const discovr = createTestDiscovr({ session: 'signedOut' });
  return render(<main style={{ inlineSize }}>{element}</main>, { wrapper: discovr.Wrapper });
}
const waitForCode = () => expect.element(page.getByText(/^Code: /)).toBeInTheDocument();

describe('the sign-in by code', () => {
  test('shows a QR code with the address when it is wider than a phone', async () => {
    await renderAt('600px');
    await expect.element(qrCode()).toBeVisible();
    await expect.element(page.getByText(/Scan the QR code with your phone, or open this address/)).toBeVisible();
    await expect.element(link()).toBeVisible();
    await expect.element(copyButton()).not.toBeInTheDocument();
  });

  test('gives the focus of a remote control to Cancel, because the address would open outside the app', async () => {
    await renderAt(
      '800px',
      <RemoteControl>
        <DeviceSignIn address="example.com/tv" />
      </RemoteControl>,
    );
    await expect.element(link()).toBeVisible();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  });

  test('shows the QR code and the code beside each other when there is room', async () => {
    await renderAt('800px');
    await expect.element(qrCode()).toBeVisible();
    const picture = qrCode().element().getBoundingClientRect();
    for (const part of ['.discovr-DeviceSignIn-code', '.discovr-DeviceSignIn-address']) {
      const box = document.querySelector(part)!.getBoundingClientRect();
      expect(box.left, part).toBeGreaterThan(picture.right);
    }
    const code = document.querySelector('.discovr-DeviceSignIn-code')!.getBoundingClientRect();
    expect(code.top).toBeGreaterThanOrEqual(picture.top);
    expect(code.bottom).toBeLessThanOrEqual(picture.bottom);
  });

  test.each(['390px', '800px'])(
    'has a Cancel button without a fill below its heading, in the middle (%s)',
    async (inlineSize) => {
      await renderAt(inlineSize);
      await waitForCode();
      const [title, cancel] = ['.discovr-DeviceSignIn-title', '.discovr-DeviceSignIn-cancel'].map((part) =>
        document.querySelector(part)!,
      );
      const middleOf = (element: Element) => {
        const { left, right } = element.getBoundingClientRect();
        return (left + right) / 2;
      };
      expect(middleOf(cancel!)).toBeCloseTo(middleOf(title!), 0);
      const { backgroundColor, boxShadow } = getComputedStyle(cancel!);
      expect([backgroundColor, boxShadow]).toEqual(['rgba(0, 0, 0, 0)', 'none']);
    },
  );

  test.each(['390px', '800px'])('says that it continues by itself on a line of its own (%s)', async (inlineSize) => {
    await renderAt(inlineSize);
    await waitForCode();
    const [first, second] = [...document.querySelectorAll('.discovr-DeviceSignIn-step:last-child > p')];
    const { bottom, left } = first!.getBoundingClientRect();
    expect(second!.getBoundingClientRect().top).toBe(bottom);
    expect(second!.getBoundingClientRect().left).toBe(left);
  });

  test('has the QR code and the steps in the middle below its heading', async () => {
    await renderAt('800px');
    await expect.element(qrCode()).toBeVisible();
    const ends = visibleTexts(document.querySelector('.discovr-DeviceSignIn-steps')!).map(({ area }) => area.right);
    const title = document.querySelector('.discovr-DeviceSignIn-title')!.getBoundingClientRect();
    const middle = (qrCode().element().getBoundingClientRect().left + Math.max(...ends)) / 2;
    expect(Math.abs(middle - (title.left + title.right) / 2)).toBeLessThan(12);
  });

  test('has a square QR code, which begins where the steps begin', async () => {
    await renderAt('800px');
    await expect.element(qrCode()).toBeVisible();
    const { top, width, height } = qrCode().element().getBoundingClientRect();
    expect(top).toBe(document.querySelector('.discovr-DeviceSignIn-steps')!.getBoundingClientRect().top);
    expect(height).toBeCloseTo(width, 0);
  });

  test('has more space between its heading and the steps than between two steps on a phone', async () => {
    await renderAt('390px');
    await waitForCode();
    const boxOf = (part: string) => document.querySelector(`.discovr-DeviceSignIn-${part}`)!.getBoundingClientRect();
    const [first, second] = [...document.querySelectorAll('.discovr-DeviceSignIn-step')];
    const between = second!.getBoundingClientRect().top - first!.getBoundingClientRect().bottom;
    expect(boxOf('steps').top - boxOf('title').bottom).toBeGreaterThanOrEqual(between + 8);
  });

  test.each(['288px', '390px', '800px'])(
    'has steps that are twice as far apart as their parts (%s)',
    async (inlineSize) => {
      await renderAt(inlineSize);
      await waitForCode();
      const [first, second, third] = [...document.querySelectorAll('.discovr-DeviceSignIn-step')].map((step) =>
        [...step.children].map((part) => part.getBoundingClientRect()).filter(({ height }) => height > 0),
      );
      const inside = first![1]!.top - first![0]!.bottom;
      for (const [step, next] of [
        [first, second],
        [second, third],
      ])
        expect(next![0]!.top - step!.at(-1)!.bottom).toBeGreaterThanOrEqual(2 * inside);
      // The line of the code adds no space of its own above and below its digits.
      const code = document.querySelector('.discovr-DeviceSignIn-code')!;
      expect(code.getBoundingClientRect().height).toBeLessThan(Number.parseFloat(getComputedStyle(code).fontSize));
    },
  );

  test('has main buttons of one width and size of text on a phone', async () => {
    await renderAt('390px');
    await waitForCode();
    const buttons = [...document.querySelectorAll('.discovr-DeviceSignIn .discovr-Button')];
    const shown = buttons.filter((button) => button.getBoundingClientRect().width > 0);
    expect(shown).toHaveLength(3);
    expect(new Set(shown.slice(0, 2).map((button) => button.getBoundingClientRect().width)).size).toBe(1);
    expect(shown.map((button) => getComputedStyle(button).fontSize)).toEqual(['16px', '16px', '16px']);
  });

  test('shows a link and a button that copies the code on a phone, which cannot scan its own screen', async () => {
    await renderAt('390px');
    await expect.element(page.getByRole('link', { name: 'Open example.com/tv' })).toBeVisible();
    await expect.element(copyButton()).toBeVisible();
    await expect.element(page.getByText('On this or another device, go to:', { exact: true })).toBeVisible();
    await expect.element(qrCode()).not.toBeInTheDocument();
  });

  test.each(['320px', '700px'])('is centered vertically in its container (%s)', async (inlineSize) => {
    const discovr = createTestDiscovr({ session: 'signedOut' });
    const { container } = await render(
      <main style={{ inlineSize, blockSize: '1400px' }}>
        <SignIn address="example.com/tv" brand={<p>Nightowl</p>} />
      </main>,
      { wrapper: discovr.Wrapper },
    );
    const middleOf = (selector: string) => {
      const { top, bottom } = container.querySelector(selector)!.getBoundingClientRect();
      return (top + bottom) / 2;
    };
    expect(Math.abs(middleOf('.discovr-SignIn-panel') - middleOf('main'))).toBeLessThan(2);
    await page.getByRole('button', { name: 'Use another device' }).click();
    await waitForCode();
    expect(Math.abs(middleOf('.discovr-SignIn-panel') - middleOf('main'))).toBeLessThan(2);
  });

  test('shows the QR code over art, too', async () => {
    await renderAt('1000px', <SignIn address="example.com/tv" art={<div />} />);
    await page.getByRole('button', { name: 'Use another device' }).click();
    await waitForCode();
    await expect.element(qrCode()).toBeVisible();
  });

  test.each([390, 820, 1000])(
    'has the same panel over art as a `<SignIn>` that shows the code, %s px wide',
    async (width) => {
      const look = { brand: <p>Nightowl</p>, art: <div /> };
      const panel = () => document.querySelector('.discovr-SignIn-panel')!.getBoundingClientRect();
      const signIn = await renderAt(`${width}px`, <SignIn address="example.com/tv" {...look} />);
      await page.getByRole('button', { name: 'Use another device' }).click();
      await waitForCode();
      const { width: inlineSize, height } = panel();
      await signIn.unmount();
      await renderAt(`${width}px`, <DeviceSignIn address="example.com/tv" {...look} />);
      await waitForCode();
      expect([panel().width, panel().height]).toEqual([inlineSize, height]);
      await expect.element(page.getByText('Nightowl')).toBeVisible();
    },
  );

  test('has the narrow panel of a `<SignIn>` when it shows no code', async () => {
    const discovr = createTestDiscovr({ session: 'signedOut' });
    discovr.control.failNext({ kind: 'status', status: 403 }, { route: 'POST /auth/device-codes' });
    await render(
      <main style={{ inlineSize: '1000px' }}>
        <DeviceSignIn art={<div />} />
      </main>,
      { wrapper: discovr.Wrapper },
    );
    await expect.element(page.getByRole('button', { name: 'Get a new code' })).toBeVisible();
    expect(document.querySelector('.discovr-SignIn-panel')!.getBoundingClientRect().width).toBe(480);
  });

  test.each([
    [390, '24px'],
    [1280, '28px'],
  ])('has headings of the size of a `<SignIn>` in each step (a screen of %i px)', async (width, size) => {
    await page.viewport(width, 800);
    onTestFinished(() => page.viewport(414, 896));
    await renderAt('100%', <SignIn art={<div />} />);
    const sizeOf = (part: string) => getComputedStyle(document.querySelector(part)!).fontSize;
    const first = sizeOf('.discovr-SignIn-title');
    await page.getByRole('button', { name: 'Use another device' }).click();
    await waitForCode();
    expect([first, sizeOf('.discovr-DeviceSignIn-title')]).toEqual([size, size]);
  });

  test('fills the width of the sign-in around it', async () => {
    await renderAt('600px', <SignIn address="example.com/tv" />);
    await page.getByRole('button', { name: 'Use another device' }).click();
    await waitForCode();
    await expect.element(qrCode()).toBeVisible();
  });
});

describe('the panel over art', () => {
  test.each([
    ['390px', 16, 24],
    ['1000px', 40, 48],
  ])('is as high as its content, with little space around it (%s)', async (inlineSize, least, most) => {
    await renderAt(inlineSize, <SignIn art={<div />} brand={<p style={{ margin: 0 }}>Nightowl</p>} />);
    const panel = document.querySelector('.discovr-SignIn-panel')!.getBoundingClientRect();
    const brand = document.querySelector('.discovr-Brand')!.getBoundingClientRect();
    const actions = document.querySelector('.discovr-SignIn-actions')!.getBoundingClientRect();
    for (const space of [brand.top - panel.top, panel.bottom - actions.bottom]) {
      expect(space).toBeGreaterThanOrEqual(least);
      expect(space).toBeLessThanOrEqual(most);
    }
  });
});
