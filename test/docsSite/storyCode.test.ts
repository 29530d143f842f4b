import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { storyCode } from '../../scripts/storyCode/storyCode.mjs';

const story = `
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { Rail, type RowItem } from '../src/index.js';
import { emulatorVocabulary } from '../src/emulator/emulatorVocabulary.js';
import { mediaItems } from '../test/support/pageItems.js';

const items: readonly RowItem[] = mediaItems(3);
const unused = 1;

/** Shows a rail. */
function Shown(props: { items: readonly RowItem[] }) {
  return <Rail {...props} type="media" />;
}

const meta = { title: 'Rail', component: Rail, args: { type: 'media', items } } satisfies Meta<typeof Rail>;
export default meta;

export const Plain: StoryObj<typeof meta> = { args: { title: 'New', hasMore: true } };
export const InMain: StoryObj<typeof meta> = {
  render: (args) => <main><Rail {...args} /></main>,
  play: async () => { await expect(unused).toBe(1); },
};
export const WithHelper: StoryObj = { render: () => <Shown items={items} /> };
export const Spread: StoryObj<typeof meta> = { render: ({ items: _items, ...rest }) => <Rail items={[]} {...rest} /> };
export const Counted: StoryObj<typeof meta> = {
  render: function Counted(args) {
    return <Rail {...args} title={String(args.items.length)} />;
  },
};
export const Vocabulary: StoryObj<typeof meta> = { args: { title: emulatorVocabulary().genres()[0].label } };
`;

describe('the code of a story', () => {
  const read = async (name: string) => (await storyCode('stories/Rail.stories.tsx', story))[name]!;

  it('is the component with the props of the file and of the story', async () => {
    expect(await read('Plain')).toContain('return <Rail type="media" items={items} title="New" hasMore />;');
  });

  it('imports the library by the names of its entries', async () => {
    expect(await read('Plain')).toContain("import { Rail, type RowItem } from 'discovr-react';");
    expect(await read('Vocabulary')).toContain("import { emulatorVocabulary } from 'discovr-react/emulator';");
  });

  it('omits the play function and everything that only it uses', async () => {
    expect(await read('InMain')).toContain('<Rail type="media" items={items} />');
    expect(await read('InMain')).not.toMatch(/play|expect|unused|storybook/);
  });

  it('includes the helpers that the story uses, with their comments', async () => {
    expect(await read('WithHelper')).toContain('/** Shows a rail. */\nfunction Shown(');
    expect(await read('Plain')).not.toContain('Shown');
  });

  it('omits props that the story removes', async () => {
    expect(await read('Spread')).toContain('return <Rail items={[]} type="media" />;');
  });

  it('declares the props as an object if the story reads one of them', async () => {
    expect(await read('Counted')).toContain("const args = { type: 'media', items: items };");
  });
});

it.each(readdirSync('stories').filter((name) => name.endsWith('.stories.tsx')))(
  'the code of every story in %s imports nothing from src',
  async (name) => {
    const code = readFileSync(`stories/${name}`, 'utf8');
    const examples = Object.entries(await storyCode(`stories/${name}`, code));
    expect(examples).toHaveLength([...code.matchAll(/^export const \w+/gm)].length);
    for (const [example, text] of examples) {
      expect(text, example).toContain(`export function ${example}()`);
      expect(text, example).not.toMatch(/\.\.\/src\/|StoryObj|\bplay\b:/);
    }
  },
);
