import { useDiscovrPage, useErrorText, useRowItems, type Row } from 'discovr-react';

export function OwnPage({ pageId }: { pageId: string }) {
  const { status, page, rows, hasMoreRows, loadMoreRows, error, rowsError, retry } = useDiscovrPage({ pageId });
  const errorText = useErrorText();
  const failure = error ?? rowsError;
  if (status === 'loading') return <p>Loading…</p>;
  if (status === 'failed') {
    return (
      <p role="alert">
        {failure && errorText(failure)} <button onClick={retry}>Try again</button>
      </p>
    );
  }
  return (
    <main>
      <h1>{page?.hero[0]?.title}</h1>
      {rows.map((row) => (
        <OwnRow key={row.id} row={row} />
      ))}
      {hasMoreRows && <button onClick={loadMoreRows}>More</button>}
    </main>
  );
}

function OwnRow({ row }: { row: Row }) {
  const { data } = useRowItems(row.pageId, row.id, { limit: 10 });
  const items = data?.pages.flatMap((batch) => batch.items) ?? [];
  return (
    <section aria-label={row.title}>
      <ul>
        {items.map((item) => (
          <li key={`${item.type} ${item.id}`}>{item.title}</li>
        ))}
      </ul>
    </section>
  );
}
