import type { ComponentProps } from 'react';

/** Shows a table that scrolls sideways on narrow screens, also with the keyboard. */
export function SiteTable(props: ComponentProps<'table'>) {
  return (
    // The group can be focused, so that the arrow keys scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="guide-table" role="group" aria-label="Table" tabIndex={0}>
      <table {...props} />
    </div>
  );
}
