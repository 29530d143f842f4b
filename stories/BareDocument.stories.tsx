import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { expect, waitFor } from 'storybook/test';
import readme from '../README.md?raw';
import { PageFilterForm } from '../src/index.js';
import styles from '../src/styles/styles.css?inline';

/** The styles that the README gives for the page around the drop-ins. */
const [, ownStyles = ''] = /```css\n([^]*?)```/.exec(readme) ?? [];
const schemes = ['light', 'dark'];

const meta = { title: 'Compose/Bare document' } satisfies Meta;

export default meta;

/** Whole documents without other styles than those of the README, in the light and in the dark scheme of a device. */
export const BareDocument: StoryObj<typeof meta> = {
  tags: ['not-television'],
  render: () => (
    <main style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(300px, 1fr))' }}>
      {schemes.map((scheme) => (
        <Frame key={scheme} scheme={scheme} />
      ))}
    </main>
  ),
  play: async ({ canvasElement }) => {
    const frames = [...canvasElement.querySelectorAll('iframe')];
    const seen = () =>
      frames.map(({ contentDocument }) =>
        [contentDocument!.documentElement, contentDocument!.querySelector('form')!].map(
          (element) => getComputedStyle(element).backgroundColor,
        ),
      );
    // Browsers without `light-dark()` show their own ground of the scheme.
    const page = (color: string) => (CSS.supports('color', 'light-dark(red, red)') ? color : 'rgba(0, 0, 0, 0)');
    await waitFor(async () => {
      await expect(seen()).toEqual([
        [page('rgb(255, 255, 255)'), 'rgb(255, 255, 255)'],
        [page('rgb(18, 18, 20)'), 'rgb(18, 18, 20)'],
      ]);
    });
  },
};

/** A document in a frame. Its root element has the scheme that it would have from the device. */
function Frame({ scheme }: { scheme: string }) {
  const [body, setBody] = useState<HTMLElement>();
  const root = `<html lang="en" data-discovr-scheme="${scheme}" style="color-scheme: ${scheme}">`;
  return (
    // oxlint-disable-next-line react/iframe-missing-sandbox -- The story renders into the frame.
    <iframe
      title={`Document in the ${scheme} scheme`}
      srcDoc={`<!doctype html>${root}<style>${styles}${ownStyles}</style></html>`}
      style={{ inlineSize: '100%', blockSize: '100vh', border: 0 }}
      onLoad={(event) => setBody(event.currentTarget.contentDocument!.body)}
    >
      {body &&
        createPortal(
          <>
            <h1>My app</h1>
            <PageFilterForm />
          </>,
          body,
        )}
    </iframe>
  );
}
