import { Drawing } from './Drawing.js';

/** Drawings by name, on a 16 × 16 grid. */
const PATHS = {
  back: 'M10 3L5 8l5 5',
  close: 'M4.5 4.5l7 7m0-7l-7 7',
  edit: 'M3 13l.6-3L11 2.6a1.2 1.2 0 0 1 1.7 0l.7.7a1.2 1.2 0 0 1 0 1.7L6 12.4z',
  filters: 'M2 4h12M4.5 8h7M7 12h2',
  on: 'M6 3l5 5-5 5',
  pause: 'M5.5 3.5v9m5-9v9',
  play: 'M5 3l8 5-8 5z',
  plus: 'M8 3v10M3 8h10',
  search: 'M10.5 10.5L14 14M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10z',
  warning: 'M8 5v4m0 2.5v.01M8 1.8l6.6 11.7H1.4z',
} as const;

/** Draws a small line icon by its name: decoration beside words, hidden from assistive technology. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return <Drawing path={PATHS[name]} />;
}
