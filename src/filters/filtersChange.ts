/**
 * Why the applied filters changed: `apply` when the user applied a form, `chip` when the user removed a filter outside
 * the form, `preset` when a preset was applied, `navigation` when the URL changed (Back, Forward, a link).
 */
export type FiltersChangeReason = 'apply' | 'chip' | 'preset' | 'navigation';

/** Details passed with each change of the applied filters. */
export interface FiltersChange {
  readonly reason: FiltersChangeReason;
}
