import { render, screen, waitFor } from '@testing-library/react';
import { useRef } from 'react';
import { expect, test } from 'vitest';
import { DiscovrPage } from '../../components/DiscovrPage/DiscovrPage.js';
import { useDiscovrPage } from '../../components/DiscovrPage/useDiscovrPage.js';
import type { CreatePagePayload } from '../../api/pages.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { createEventRecorder } from '../../testing/createEventRecorder.js';
import { usePageEvents } from './usePageEvents.js';

const westerns: CreatePagePayload = { pageFilters: { genres: [37], media_type: 'movie' } };

async function start() {
  const recorder = createEventRecorder();
  const discovr = createTestDiscovr({ provider: { onEvent: recorder.onEvent } });
  const { id: pageId } = await discovr.client.createPage(westerns);
  return { ...discovr, recorder, pageId };
}

/** Shows a page, and lets the focus rest on a card for more than a second. */
async function startWithRest() {
  const started = await start();
  const view = render(<DiscovrPage pageId={started.pageId} href="#{id}" />, { wrapper: started.Wrapper });
  const card = () => document.querySelector<HTMLElement>('.discovr-Rail a[data-item-id]');
  await waitFor(() => expect(card()).not.toBeNull());
  await waitFor(() => expect(started.recorder.ofType('pageShown')).toHaveLength(1));
  card()!.focus();
  const since = performance.now();
  await waitFor(() => expect(performance.now() - since).toBeGreaterThan(1_100));
  return { ...started, ...view };
}

/** A page with own markup: the ref of its root, and its data. */
function useOwnPage(pageId: string) {
  const root = useRef<HTMLElement>(null);
  const { page, rows, status } = useDiscovrPage({ pageId });
  usePageEvents(root, page && { page, rows, isEmpty: status === 'empty' });
  return [root, page] as const;
}

// jsdom, unlike browsers, reports no lost focus when the focused element is removed.
test('an app keeps working when another page replaces the one on which the focus rested', async () => {
  const { client, rerender } = await startWithRest();
  const { id } = await client.createPage({ pageFilters: { genres: [16] } });
  rerender(<DiscovrPage pageId={id} href="#{id}" />);
  await waitFor(() => expect(document.querySelector('[data-state="ready"]')).not.toBeNull());
});

test('an app keeps working when the user signs out while the focus rests on a card', async () => {
  const { client } = await startWithRest();
  await client.signOut();
  expect(await screen.findByText('Sign in to see your recommendations.')).toBeVisible();
});

test('own markup is reported when an element gets another item, and when the link is around the card', async () => {
  const { Wrapper, recorder, pageId } = await start();
  function OwnPage({ slide }: { slide: number }) {
    const [root, page] = useOwnPage(pageId);
    return (
      <main ref={root} data-row-id="hero">
        <a href="#title">
          <article data-item-id={page?.hero[slide]?.id}>Title</article>
        </a>
      </main>
    );
  }
  const { rerender } = render(<OwnPage slide={0} />, { wrapper: Wrapper });
  await waitFor(() => expect(recorder.ofType('itemImpression')).toHaveLength(1));
  rerender(<OwnPage slide={1} />);
  await waitFor(() => expect(recorder.ofType('itemImpression')).toHaveLength(2));
  screen.getByText('Title').click();
  expect(recorder.ofType('itemClick')).toMatchObject([{ rowId: 'hero', itemIndex: 1 }]);
});

test('a page with own markup is reported when its element appears after the page has loaded', async () => {
  const { Wrapper, recorder, pageId } = await start();
  function OwnPage({ isShown }: { isShown: boolean }) {
    const [root, page] = useOwnPage(pageId);
    return isShown ? (
      <main ref={root}>
        <section data-row-id="hero">
          <a href="#title" data-slide-id={page?.hero[0]?.id}>
            {page?.hero[0]?.title}
          </a>
        </section>
      </main>
    ) : (
      <p>{page?.id}</p>
    );
  }
  const { rerender } = render(<OwnPage isShown={false} />, { wrapper: Wrapper });
  await screen.findByText(pageId);
  expect(recorder.events).toEqual([]);
  rerender(<OwnPage isShown />);
  await waitFor(() => expect(recorder.ofType('itemImpression')).toMatchObject([{ pageId, rowId: 'hero' }]));
});
