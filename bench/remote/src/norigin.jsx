import { memo, useEffect, useRef, useState } from 'react';
import { FocusContext, init, useFocusable } from '@noriginmedia/norigin-spatial-navigation';
import { loadRows } from './loadRows.js';
import { start } from './start.jsx';
import './norigin.css';

init();

/**
 * The same rows as plain lists of React, with Norigin's spatial navigation: the focus is kept in JavaScript, and the
 * focused card is scrolled into view. All items of a batch are in the document.
 */
start((settings) => <Browse settings={settings} />);

function Browse({ settings }) {
  const [rows, setRows] = useState([]);
  const { ref, focusKey, focusSelf } = useFocusable();
  const hasRows = rows.length > 0;
  useEffect(() => {
    void loadRows(settings, (row) => setRows((known) => [...known, row].sort((a, b) => a.order - b.order)));
  }, [settings]);
  useEffect(() => {
    if (hasRows) focusSelf();
  }, [hasRows, focusSelf]);
  return (
    <FocusContext.Provider value={focusKey}>
      <main ref={ref}>
        {rows.map((row) => (
          <RowOfCards key={row.id} title={row.title} items={row.items} />
        ))}
      </main>
    </FocusContext.Provider>
  );
}

const RowOfCards = memo(function RowOfCards({ title, items }) {
  const { ref, focusKey } = useFocusable();
  return (
    <FocusContext.Provider value={focusKey}>
      <section ref={ref}>
        <h2>{title}</h2>
        <ul>
          {items.map((item) => (
            <Card key={item.id} item={item} />
          ))}
        </ul>
      </section>
    </FocusContext.Provider>
  );
});

const Card = memo(function Card({ item }) {
  const element = useRef(null);
  const { ref, focused } = useFocusable({
    onFocus: () => element.current?.scrollIntoView({ block: 'center', inline: 'center' }),
  });
  return (
    <li
      ref={(node) => {
        element.current = node;
        ref.current = node;
      }}
      className="card"
      data-focused={focused ? '' : undefined}
    >
      {item.poster_path && <img src={item.poster_path} alt="" width="170" height="255" loading="lazy" />}
      <span>{item.title ?? item.name}</span>
    </li>
  );
});
