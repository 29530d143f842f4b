/** Renders a line icon from a path on a 16 × 16 grid. It is decorative and hidden from assistive technology. */
export function Icon({ path }: { path: string }) {
  return (
    <svg className="discovr-Icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

/* Paths of line icons on a 16 × 16 grid, as separate constants, so that an app bundles only the icons it uses. */
export const backIcon = 'M10 3L5 8l5 5';
export const checkIcon = 'M3 8.5l3.2 3.2L13 5';
export const clockIcon = 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM8 4.8V8l2.2 1.6';
export const closeIcon = 'M4.5 4.5l7 7m0-7l-7 7';
export const editIcon = 'M3 13l.6-3L11 2.6a1.2 1.2 0 0 1 1.7 0l.7.7a1.2 1.2 0 0 1 0 1.7L6 12.4z';
export const filtersIcon = 'M2 4h12M4.5 8h7M7 12h2';
export const forwardIcon = 'M6 3l5 5-5 5';
export const offlineIcon =
  'M5.4 5A4.1 4.1 0 0 1 12 7.3a2.7 2.7 0 0 1 1.6 4.5M10.6 12.8H4.7a2.9 2.9 0 0 1-.6-5.7M2.2 2.2l11.6 11.6';
export const pauseIcon = 'M5.5 3.5v9m5-9v9';
export const playIcon = 'M5 3l8 5-8 5z';
export const plusIcon = 'M8 3v10M3 8h10';
export const profileIcon = 'M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8zM2.6 14c.5-2.6 2.7-4 5.4-4s4.9 1.4 5.4 4';
export const searchIcon = 'M10.5 10.5L14 14M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10z';
export const undoIcon = 'M5.5 3L2.5 6l3 3M2.5 6h7a3.5 3.5 0 0 1 0 7H6';
export const watchlistIcon = 'M4 2.5h8v11l-4-2.7-4 2.7z';
export const warningIcon = 'M8 5v4m0 2.5v.01M8 1.8l6.6 11.7H1.4z';
export const wishIcon =
  'M7 3c.6 3.3 2.2 5 5.5 5.5C9.2 9.1 7.6 10.8 7 14c-.6-3.2-2.2-4.9-5.5-5.5C4.8 8 6.4 6.3 7 3zM13 1.5v3M11.5 3h3';
