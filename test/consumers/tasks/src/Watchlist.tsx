import { useListItems, useUpdateList } from 'discovr-react';

export function Watchlist() {
  const { data } = useListItems('watchlist');
  const { mutate } = useUpdateList('watchlist');
  const items = data?.pages.flatMap((batch) => batch.items) ?? [];
  return (
    <ul>
      {items.map(({ id, title }) => (
        <li key={id}>
          {title}
          <button type="button" onClick={() => mutate({ mediaId: id, on: false })}>
            Remove {title}
          </button>
        </li>
      ))}
    </ul>
  );
}
