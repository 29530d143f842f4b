/** Renders a line icon from a path on a 16 × 16 grid. It is decorative and hidden from assistive technology. */
export function Icon({ path }: { path: string }) {
  return (
    <svg className="discovr-Icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
