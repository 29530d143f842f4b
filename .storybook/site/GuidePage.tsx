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
  /** The Markdown. A line `<!-- story: id -->` shows a story. */
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
  // The pieces with odd indexes are the ids of stories.
  const pieces = text.split(/^<!-- story: ([\w-]+) -->$/m);
  return (
    <div className="guide" ref={root}>
      {pieces.map((piece, index) =>
        index % 2 === 0 ? (
          <Markdown key={index} options={options}>
            {piece.replaceAll(/<!--[\s\S]*?-->/g, '')}
          </Markdown>
        ) : (
          <Canvas key={index} of={examples[piece]} story={{ inline: false, height: '560px' }} />
        ),
      )}
    </div>
  );
}
