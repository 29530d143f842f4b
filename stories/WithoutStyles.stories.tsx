import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { PageFilterForm } from '../src/index.js';
import { filledFilters } from './support/filledFilters.js';
import { Unstyled } from './support/Unstyled.js';

const meta = { title: 'Filter form/Without styles', component: PageFilterForm } satisfies Meta<typeof PageFilterForm>;

export default meta;

/** Without the stylesheet, the form consists of native controls in a readable order, and the app can style them. */
export const WithoutStyles: StoryObj<typeof meta> = {
  tags: ['not-television'],
  args: { defaultFilters: filledFilters },
  render: (args) => (
    <Unstyled>
      <PageFilterForm {...args} />
    </Unstyled>
  ),
  play: async ({ canvasElement }) => {
    const shadow = canvasElement.querySelector('main')!.shadowRoot!;
    const genres = shadow.querySelectorAll<HTMLInputElement>('fieldset input[type="checkbox"]');
    await expect(genres.length).toBeGreaterThan(19);
    await expect(getComputedStyle(genres[0]!).appearance).toBe('auto');
  },
};
