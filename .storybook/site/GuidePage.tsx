import { Canvas, CodeOrSourceMdx, HeadersMdx, Markdown } from '@storybook/addon-docs/blocks';
import { useRef } from 'react';
import type { ModuleExport } from 'storybook/internal/types';
import { slugOf } from '../../scripts/docsSite/slugOf.mjs';
import './guidePage.css';
import { SiteImage } from './SiteImage.js';
import { SiteLink } from './SiteLink.js';
import { SiteTable } from './SiteTable.js';
import { useLinkedHeading } from './useLinkedHeading.js';

interface GuidePageProps {
  /** Path of the Markdown in the repository. Its links are relative to it. */
  file: string;
  /** The Markdown. A line `<!-- story: id 320 -->` shows a story with this height. */
  text: string;
  /** The stories of the page, by id. */
  examples: Readonly<Record<string, ModuleExport>>;
}

/** Shows a page of the site: Markdown with live stories. Its children are only for Storybook's search. */
export function GuidePage({ file, text, examples }: GuidePageProps) {
  const root = useRef<HTMLDivElement>(null);
  useLinkedHeading(root);
  const options = {
    slugify: slugOf,
    overrides: {
      ...HeadersMdx,
      code: CodeOrSourceMdx,
      table: SiteTable,
      a: { component: SiteLink, props: { file } },
      img: { component: SiteImage, props: { file } },
    },
  };
  // The pieces with odd indexes are stories, such as `filter-form--filled 320`.
  const pieces = text.split(/^<!-- story: ([\w-]+(?: \d+)?) -->$/m);
  return (
    <div className="guide" data-file={file} ref={root}>
      {pieces.map((piece, index) =>
        index % 2 === 0 ? (
          <Markdown key={piece} options={options}>
            {piece.replaceAll(/<!--[\s\S]*?-->/g, '')}
          </Markdown>
        ) : (
          <Example key={piece} story={piece} examples={examples} />
        ),
      )}
    </div>
  );
}

function Example({ story, examples }: Pick<GuidePageProps, 'examples'> & { story: string }) {
  const [id = '', height = '560'] = story.split(' ');
  return <Canvas of={examples[id]} story={{ inline: false, height: `${height}px` }} />;
}
