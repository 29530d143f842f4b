import { useEffect, useRef } from 'react';
import { Configure, InstantSearch, useInfiniteHits } from 'react-instantsearch';
import { PlainRow } from './plain.jsx';

/** Shows the titles with the infinite hits of InstantSearch. Each row is a batch. The next batch loads near the end. */
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
  const batches = Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
  return (
    <>
      {batches.map((batch, index) => (
        <PlainRow key={batch[0].id} title={`Row number ${index}`} items={batch} />
      ))}
      <div ref={end} />
    </>
  );
}

/** Creates a search client that responds immediately, without a network. */
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
