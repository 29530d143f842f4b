import { keepLast } from '../../shared/keepLast.js';

/** What was focused or clicked on a page: a row, and one of its items if it has items. */
export interface FocusedItem {
  readonly rowId: string;
  readonly itemId: string | undefined;
}

/** What to restore when the user returns to a place. */
export interface SavedPlace {
  /** Vertical scroll offset in pixels. */
  readonly scrollTop: number;
  /** The row at the top edge, and the offset of its top from that edge in pixels. Takes precedence over `scrollTop`. */
  readonly topRow: { readonly id: string; readonly offset: number } | undefined;
  /** The row and the item that were last focused or clicked. */
  readonly focused: FocusedItem | undefined;
}

/** Maximum number of places kept; the oldest is dropped first. */
const MAX_REMEMBERED = 100;

/** The places of a navigation by key, kept in memory until the document is unloaded. */
export class SavedPlaces {
  readonly #places = new Map<string, SavedPlace>();

  get(key: string): SavedPlace | undefined {
    return this.#places.get(key);
  }

  set(key: string, place: SavedPlace): void {
    keepLast(this.#places, key, place, MAX_REMEMBERED);
  }

  /** Forgets a place, so that it is next shown from its top. */
  delete(key: string): void {
    this.#places.delete(key);
  }
}
