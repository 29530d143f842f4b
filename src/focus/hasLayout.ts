/**
 * Returns whether the environment lays out elements. jsdom has no `IntersectionObserver`, and that of happy-dom and of
 * most mocks never reports anything. Only a native one has the attributes of its instances on its prototype.
 */
export function hasLayout(): boolean {
  return typeof IntersectionObserver !== 'undefined' && 'thresholds' in IntersectionObserver.prototype;
}
