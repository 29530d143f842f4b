/**
 * Why the applied filters changed: by Apply in a form, by a filter that was taken out outside it, by a preset, or because the address did so
 * by itself (Back, Forward, a link).
 */
export type FiltersChangeReason = 'apply' | 'chip' | 'preset' | 'navigation';

/** What is told with each change of the applied filters. */
export interface FiltersChange {
  readonly reason: FiltersChangeReason;
}
