import { useEffect, useState } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { DiscovrPage, useCreatePage, type CreatePagePayload, type DiscovrPageProps } from '../src/index.js';
import type { TestDiscovr } from '../src/testing/createTestDiscovr.js';
import { endlessBatches } from '../test/support/endlessBatches.js';
import './support/page.css';

/** Creates a page, and shows it. */
function Created({ payload, ...props }: Omit<DiscovrPageProps, 'pageId'> & { payload: CreatePagePayload }) {
  const { mutate, data } = useCreatePage();
  useEffect(() => mutate(payload), [mutate, payload]);
  return <DiscovrPage {...props} pageId={data?.id} />;
}

const everything: CreatePagePayload = {};
const comedies: CreatePagePayload = { pageFilters: { genres: [35] }, name: 'Comedies' };
const nothing: CreatePagePayload = { pageFilters: { genres: [99], with_runtime_lte: 5, region: ['AQ'] } };

/** A page with its hero and its rails, over the hooks. */
const meta = {
  title: 'Page/Discovr page',
  component: DiscovrPage,
  args: { pageId: undefined, hrefOf: ({ id }) => `#${id}` },
  render: (args) => (
    <main>
      <Created {...args} payload={everything} />
    </main>
  ),
} satisfies Meta<typeof DiscovrPage>;

export default meta;

type Story = StoryObj<typeof meta>;

const failing =
  (route: `GET /${string}`, times = Number.MAX_SAFE_INTEGER) =>
  ({ control }: TestDiscovr) =>
    control.failNext({ kind: 'status', status: 500 }, { route, times });

/** Rows come as the end comes near, items as a rail enters the viewport. */
export const Everything: Story = {
  tags: ['engines'],
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByRole('list').length).toBeGreaterThan(3), { timeout: 5000 });
  },
};

/** The page of some filters. Its name is the group's. */
export const Comedies: Story = {
  render: (args) => (
    <main>
      <Created {...args} payload={comedies} />
    </main>
  ),
  play: async ({ canvas }) => {
    await canvas.findByRole('group', { name: 'Comedies' });
  },
};

/** Titles under the posters. */
export const Captions: Story = { args: { hasCaptions: true } };

/** Places of the size of what comes. */
export const Loading: Story = { render: (args) => <DiscovrPage {...args} /> };

/** Neither hero nor rows came. */
export const Failed: Story = {
  parameters: { discovr: { setUp: ({ control }: TestDiscovr) => control.setOffline(true) } },
  render: (args) => <DiscovrPage {...args} pageId="page_1" />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert', undefined, { timeout: 9000 })).toHaveTextContent('Can’t connect');
  },
};

/** The hero did not come; the rails did. */
export const HeroFailed: Story = { parameters: { discovr: { setUp: failing('GET /pages/:id') } } };

/** The rails did not come; the hero did. */
export const RowsFailed: Story = { parameters: { discovr: { setUp: failing('GET /pages/:id/rows') } } };

/** A rail whose items did not come. */
export const ItemsFailed: Story = {
  tags: ['engines'],
  parameters: { discovr: { setUp: failing('GET /pages/:id/rows/:id/items', 3) } },
};

/** No row came three times in a row, though there are more. A press asks for three more parts at most. */
export const Stalled: Story = {
  parameters: { discovr: { setUp: ({ control }: TestDiscovr) => endlessBatches(control, 'GET /pages/:id/rows') } },
  play: async ({ canvas, userEvent }) => {
    const button = () => canvas.findByRole('button', { name: 'Load more' }, { timeout: 9000 });
    await userEvent.click(await button());
    await expect(await button()).toBeVisible();
  },
};

/** No title matches the filters. */
export const Empty: Story = {
  render: (args) => (
    <main>
      <Created {...args} payload={nothing} />
    </main>
  ),
};

/** Nobody is signed in. */
export const SignedOut: Story = {
  parameters: { discovr: { session: 'signedOut' } },
  render: (args) => <DiscovrPage {...args} pageId="page_1" />,
};

/** No profile is chosen. */
export const NoProfile: Story = {
  parameters: { discovr: { session: 'signedIn' } },
  render: (args) => <DiscovrPage {...args} pageId="page_1" />,
};

/** A page that was left in its middle, and is there again. */
export const LeftAndBack: Story = {
  args: { onItemClick: fn() },
  render: function Leaving({ onItemClick }) {
    const [isHere, setIsHere] = useState(true);
    const { mutate, data } = useCreatePage();
    useEffect(() => mutate(everything), [mutate]);
    return (
      <main>
        <button type="button" onClick={() => setIsHere(!isHere)}>
          {isHere ? 'Leave' : 'Come back'}
        </button>
        {isHere && <DiscovrPage pageId={data?.id} onItemClick={onItemClick} />}
      </main>
    );
  },
};

/** From right to left. */
export const RightToLeft: Story = { parameters: { discovr: { locale: 'ar' } } };

/** On a television: fewer and larger posters. */
export const Television: Story = {
  render: (args) => (
    <main className="tv">
      <Created {...args} payload={everything} />
    </main>
  ),
};
