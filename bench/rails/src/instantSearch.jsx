import { useEffect, useRef } from 'react';
import { Configure, InstantSearch, useInfiniteHits } from 'react-instantsearch';
import { PlainRow } from './plain.jsx';

/** InstantSearch's infinite hits over the same titles: a row is a part of them, and the next comes as the end comes near. */
export const instantSearch = (rows) => (
  <InstantSearch indexName="titles" searchClient={searchClientOf(rows)}>
    <Configure hitsPerPage={rows[0].items.length} />
    <InfiniteRows size={rows[0].items.length} />
  </InstantSearch>
);

function InfiniteRows({ size }) {
  const { items, isLastPage, showMore } = useInfiniteHits();
  const end = useRef(null);
  useEffect(() => {
    if (isLastPage) return undefined;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && showMore(),
      { rootMargin: '200% 0px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [isLastPage, showMore, items.length]);
  const parts = Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
  return (
    <>
      {parts.map((part, index) => (
        <PlainRow key={part[0].id} title={`Row number ${index}`} items={part} />
      ))}
      <div ref={end} />
    </>
  );
}

/** Answers at once, without a network. */
function searchClientOf(rows) {
  return {
    search: async (requests) => ({
      results: requests.map(({ indexName, params: { page = 0, query = '' } = {} }) => ({
        index: indexName,
        hits: rows[page].items,
        page,
        nbPages: rows.length,
        nbHits: rows.length * rows[0].items.length,
        hitsPerPage: rows[0].items.length,
        processingTimeMS: 1,
        exhaustiveNbHits: true,
        query,
        params: '',
      })),
    }),
  };
}
