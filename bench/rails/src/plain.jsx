import './plain.css';

/** Renders the rows as plain elements with all titles: no library, no windowing, no `content-visibility`. */
export const plain = (rows) => rows.map((row) => <PlainRow key={row.id} title={row.title} items={row.items} />);

export function PlainRow({ title, items }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <a href={`#${item.id}`}>
              <img src={item.poster_path} alt={item.title} width={342} height={513} loading="lazy" decoding="async" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
