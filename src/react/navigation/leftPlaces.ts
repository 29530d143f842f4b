/** What is remembered of a place that was left. */
export interface LeftPlace {
  /** Pixels it was scrolled down. */
  readonly scrollTop: number;
  /** The row at the upper edge, and how many pixels its own edge was from there: more exact, since heights differ. */
  readonly topRow: { readonly id: string; readonly offset: number } | undefined;
  /** The row that had the focus, or was pressed, last. */
  readonly focusedRowId: string | undefined;
}

/** How many places are remembered, those left last. */
const MAX_REMEMBERED = 100;

/** What is remembered of the places of a navigation, by their keys; kept while the document lives. */
export class LeftPlaces {
  readonly #places = new Map<string, LeftPlace>();

  get(key: string): LeftPlace | undefined {
    return this.#places.get(key);
  }

  set(key: string, place: LeftPlace): void {
    this.#places.delete(key);
    this.#places.set(key, place);
    const [oldest] = this.#places.keys();
    if (this.#places.size > MAX_REMEMBERED && oldest !== undefined) this.#places.delete(oldest);
  }

  /** Forgets a place, so that it begins at its top. */
  delete(key: string): void {
    this.#places.delete(key);
  }
}
