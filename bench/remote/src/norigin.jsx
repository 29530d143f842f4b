import { memo, useEffect, useRef, useState } from 'react';
import { FocusContext, init, useFocusable } from '@noriginmedia/norigin-spatial-navigation';
import { loadRows } from './loadRows.js';
import { start } from './start.jsx';
import './norigin.css';

init();

/**
 * The same rows as plain lists of React, with Norigin's spatial navigation: the focus is kept in JavaScript, and the
 * focused card is scrolled into view. All items of a batch are in the document. With `hero` in the query, the titles of
 * the hero are above them.
 */
start((settings) => <Browse settings={settings} />);

function Browse({ settings }) {
  const [rows, setRows] = useState([]);
  const [hero, setHero] = useState([]);
  const { ref, focusKey, focusSelf } = useFocusable();
  const hasRows = rows.length > 0;
  useEffect(() => {
    const addRow = (row) => setRows((known) => [...known, row].sort((a, b) => a.order - b.order));
    void loadRows(settings, addRow, settings.hero && setHero);
  }, [settings]);
  useEffect(() => {
    if (hasRows) focusSelf();
  }, [hasRows, focusSelf]);
  return (
    <FocusContext.Provider value={focusKey}>
      <main ref={ref}>
        {hero.length > 0 && <Hero titles={hero} />}
        {rows.map((row) => (
          <RowOfCards key={row.id} title={row.title} items={row.items} />
        ))}
      </main>
    </FocusContext.Provider>
  );
}

const Hero = memo(function Hero({ titles }) {
  const { ref, focused } = useFocusable();
  return (
    <div className="hero">
      {titles.map(({ id, title, overview, backdrop_path: backdrop, release_date: date, runtime }, index) => (
        <div key={id} className="slide">
          <img src={backdrop} alt="" width="1280" height="720" loading={index === 0 ? 'eager' : 'lazy'} />
          <h2>{title}</h2>
          <p>
            {date?.slice(0, 4)} {runtime}
          </p>
          <p>{overview}</p>
          <button ref={index === 0 ? ref : undefined} type="button" data-focused={focused ? '' : undefined}>
            Details
          </button>
        </div>
      ))}
    </div>
  );
});

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
