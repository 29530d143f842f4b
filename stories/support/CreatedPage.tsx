import { useQuery } from '@tanstack/react-query';
import { describeFilter } from '../../src/filters/describeFilter.js';
import { defaultLabels, labelsFrom } from '../../src/filters/vocabulary/defaultVocabulary.js';
import { catalogKeywords } from '../../src/emulator/catalog/keywords.js';
import { pageQueryOptions, useDiscovr, useErrorText } from '../../src/index.js';
import './createdPage.css';

const keywords = catalogKeywords.map(({ id, name }) => ({ id: String(id), label: name }));

/** Example of how an app shows a created page: a summary of its filters, its hero and the response from Discovr. */
export function CreatedPage({ pageId }: { pageId: string }) {
  const { client, profileId, locale, messages } = useDiscovr();
  const { data: page, error } = useQuery(pageQueryOptions(client, pageId, { profileId }));
  const errorText = useErrorText();
  if (error) return <p role="alert">{errorText(error)}</p>;
  if (!page) return <p>Loading the page…</p>;
  const labelOf = labelsFrom({ keywords }, defaultLabels({ locale, messages }));
  return (
    <article className="created">
      <h2>{page.name ?? 'Your page'}</h2>
      <p className="created-summary">{describeFilter(page.pageFilters ?? {}, { locale, messages, labelOf })}</p>
      <ul className="created-hero" aria-label="Hero">
        {page.hero.map((item) => (
          <li key={item.id}>
            {item.poster_path && (
              <img src={item.poster_path} alt={item.title} width="500" height="750" loading="lazy" />
            )}
          </li>
        ))}
      </ul>
      {page.hero.length === 0 && <p>No title matches these filters.</p>}
      <details>
        <summary>Response from Discovr</summary>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll area must be reachable by keyboard */}
        <pre tabIndex={0} role="region" aria-label="Response as JSON">
          {JSON.stringify(page, shorten, 2)}
        </pre>
      </details>
    </article>
  );
}

/** Shortens the data URLs of images, which would fill the screen. */
function shorten(_key: string, value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('data:') ? `${value.slice(0, 32)}…` : value;
}
