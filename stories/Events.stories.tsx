import { useReducer } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { NavigationStack, PageFilterForm, useDiscovrEvents, type DiscovrEvent } from '../src/index.js';
import './support/events.css';

/** The last events, numbered. */
interface Stream {
  readonly count: number;
  readonly last: readonly (DiscovrEvent & { readonly number: number })[];
}

/** Adds an event at the start. Keeps the last 50. */
const addEvent = ({ count, last }: Stream, event: DiscovrEvent): Stream => ({
  count: count + 1,
  last: [{ ...event, number: count }, ...last].slice(0, 50),
});

/** Returns the facts of an event in a few words. */
function factsOf(event: DiscovrEvent): string {
  if ('item' in event) return `${event.item.title} (row ${event.rowIndex}, item ${event.itemIndex})`;
  if ('rowTitle' in event) return `${event.rowTitle || 'Hero'} (row ${event.rowIndex})`;
  if ('filters' in event) return JSON.stringify(event.filters ?? {});
  return '';
}

/** Shows the stream of events beside an app. */
function EventStream() {
  const [{ last }, add] = useReducer(addEvent, { count: 0, last: [] });
  useDiscovrEvents(add);
  return (
    <section className="event-stream" aria-label="Events">
      <h2>Events</h2>
      <ol>
        {last.map((event) => (
          <li key={event.number} data-type={event.type}>
            <strong>{event.type}</strong> {factsOf(event)}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What `useDiscovrEvents` reports while a user browses: pages, rows and items on screen, clicks, applied filters. */
const meta = {
  title: 'Events',
  parameters: { layout: 'fullscreen' },
} satisfies Meta;

export default meta;

/** Scroll, open a destination and go back: each item is reported once. */
export const Browsing: StoryObj<typeof meta> = {
  render: () => (
    <div className="with-events">
      <main>
        <NavigationStack history="none" pageProps={{ onItemClick: () => undefined }} />
      </main>
      <EventStream />
    </div>
  ),
  play: async ({ canvasElement }) => {
    const found = (type: string) => canvasElement.querySelector(`[data-type="${type}"]`);
    await waitFor(() => expect(found('itemImpression')).not.toBeNull());
    await expect(found('pageShown')).not.toBeNull();
  },
};

/** Each applied filter is reported, with the reason of the change. */
export const Filtering: StoryObj<typeof meta> = {
  render: () => (
    <div className="with-events">
      <main>
        <PageFilterForm />
      </main>
      <EventStream />
    </div>
  ),
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'Comedy' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Apply filters' }));
    const found = () => canvasElement.querySelector('[data-type="filtersApplied"]');
    await waitFor(() => expect(found()).toHaveTextContent('{"genres":[35]}'));
  },
};
