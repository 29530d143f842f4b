import { useEffect, useRef, useState } from 'react';
import { DiscovrClient, DiscovrProvider, Rail, RailGroup } from 'discovr-react';
import 'discovr-react/styles.css';

const client = new DiscovrClient('bench');
const hrefOf = (item) => `#${item.id}`;
const ROWS_PER_BATCH = 5;

/** Mounts all rails together. */
export const allTogether = (rows) => (
  <DiscovrProvider client={client}>
    <RailGroup>{rows.map(railOf)}</RailGroup>
  </DiscovrProvider>
);

/** Mounts five rails, and five more each time the end is near, as with `useRows`. */
export const inBatches = (rows) => (
  <DiscovrProvider client={client}>
    <GrowingRails rows={rows} />
  </DiscovrProvider>
);

function GrowingRails({ rows }) {
  const [shown, setShown] = useState(ROWS_PER_BATCH);
  const end = useRef(null);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setShown((count) => count + ROWS_PER_BATCH),
      { rootMargin: '200% 0px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [shown]);
  return (
    <>
      <RailGroup>{rows.slice(0, shown).map(railOf)}</RailGroup>
      <div ref={end} hidden={shown >= rows.length} />
    </>
  );
}

const railOf = (row, index) => (
  <Rail
    key={row.id}
    title={row.title}
    type="media"
    items={row.items}
    href={hrefOf}
    loading={index < 3 ? 'eager' : 'lazy'}
  />
);
