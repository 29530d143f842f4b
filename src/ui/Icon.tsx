/** Drawings by name, on a 16 × 16 grid. */
const PATHS = {
  back: 'M10 3L5 8l5 5',
  check: 'M3 8.5l3.3 3.3L13 4.8',
  close: 'M4.5 4.5l7 7m0-7l-7 7',
  dislike:
    'M11 8.8L8.2 14a1.6 1.6 0 0 1-1.5-2l.5-2.5H3.6a1.3 1.3 0 0 1-1.3-1.6l1-4.4a1.3 1.3 0 0 1 1.3-1H11zm0-6.3h2.7v6.3H11z',
  edit: 'M3 13l.6-3L11 2.6a1.2 1.2 0 0 1 1.7 0l.7.7a1.2 1.2 0 0 1 0 1.7L6 12.4z',
  filters: 'M2 4h12M4.5 8h7M7 12h2',
  like: 'M5 7.2L7.8 2a1.6 1.6 0 0 1 1.5 2l-.5 2.5h3.6a1.3 1.3 0 0 1 1.3 1.6l-1 4.4a1.3 1.3 0 0 1-1.3 1H5zm0 6.3H2.3V7.2H5z',
  on: 'M6 3l5 5-5 5',
  pause: 'M5.5 3.5v9m5-9v9',
  play: 'M5 3l8 5-8 5z',
  plus: 'M8 3v10M3 8h10',
  search: 'M10.5 10.5L14 14M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10z',
  superLike: 'M8 13.5S2.3 10 2.3 6.2A3 3 0 0 1 8 4.8a3 3 0 0 1 5.7 1.4C13.7 10 8 13.5 8 13.5z',
  warning: 'M8 5v4m0 2.5v.01M8 1.8l6.6 11.7H1.4z',
  watchlist: 'M4 2.5h8v11l-4-2.7-4 2.7z',
} as const;

/** Name of a drawing. */
export type IconName = keyof typeof PATHS;

/** Draws a small line icon: decoration beside words, hidden from assistive technology. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="discovr-Icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
