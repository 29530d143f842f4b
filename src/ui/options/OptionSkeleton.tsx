/**
 * Enough placeholders to fill three rows of any look, even in a wide form. The stylesheet hides those after the third
 * row.
 */
const ITEMS = Array.from({ length: 36 }, (_, index) => index);

/** Three rows of placeholders in the size of the options that are loading. Renders an `<li>`. */
export function OptionSkeleton() {
  return (
    <li className="discovr-OptionSkeleton" aria-hidden="true">
      {ITEMS.map((index) => (
        <span key={index} className="discovr-OptionSkeleton-item" />
      ))}
    </li>
  );
}
