import { DocsContext } from '@storybook/addon-docs/blocks';
import { useContext, type ComponentProps, type MouseEvent } from 'react';
import { NAVIGATE_URL } from 'storybook/internal/core-events';
import { toId } from 'storybook/internal/csf';
import { resolvePath } from './resolvePath.js';

const [titles = {}] = Object.values(
  import.meta.glob<Record<string, string>>('../pages/titles.json', { eager: true, import: 'default' }),
);

/** Shows a link of a page. A link to a file that is a page of the site leads to this page. */
export function SiteLink({ file, href = '', children, ...rest }: ComponentProps<'a'> & { file: string }) {
  const { channel } = useContext(DocsContext);
  const url = siteUrl(file, href);
  const navigate = (event: MouseEvent) => {
    const hasKey = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    // Without the frame of Storybook, the link opens it.
    if (url === undefined || hasKey || window.parent === window) return;
    event.preventDefault();
    channel.emit(NAVIGATE_URL, url);
  };
  return (
    <a
      {...rest}
      href={url === undefined ? href : `./${url}`}
      target={url === undefined ? '_blank' : '_top'}
      rel="noreferrer"
      onClick={navigate}
    >
      {children}
    </a>
  );
}

/** Returns the URL of the page that a link leads to, relative to the site; `undefined` if no page is meant. */
function siteUrl(file: string, href: string): string | undefined {
  if (/^[a-z]+:/.test(href)) return undefined;
  const [path = '', anchor] = href.split('#');
  const wanted = path === '' ? file : resolvePath(file, path);
  // A link to a folder leads to its first page.
  const target = Object.keys(titles).find(
    (each) => each === wanted || (wanted.endsWith('/') && each.startsWith(wanted)),
  );
  const title = target === undefined ? undefined : titles[target];
  if (title === undefined) return undefined;
  return `?path=/docs/${toId(title, 'Docs')}${anchor === undefined ? '' : `#${anchor}`}`;
}
