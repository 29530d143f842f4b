import type { MediaList } from '../../api/facts.js';
import type { ScrobbleTv } from '../../api/history.js';
import type { HeroItem } from '../../api/media.js';
import type { Row, RowItem } from '../../api/rows.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import type { FiltersChangeReason } from '../../filters/filtersChange.js';
import { perObject } from '../../messages/perObject.js';
import { createObservers } from '../../shared/observers.js';

/** The page of an event. For rows and items, it is the page that they came from. */
export interface EventPage {
  readonly pageId: string;
  /** Session that was current when the page was first reported; `null` if the client does not know it. */
  readonly sessionId: string | null;
}

/** The row that an event belongs to. The hero of a page counts as a row. */
export interface EventRow extends EventPage {
  /** `'hero'` for the hero. */
  readonly rowId: string;
  readonly rowType: Row['type'] | 'hero';
  /** Title of the row; empty for the hero. */
  readonly rowTitle: string;
  /** Position of the row on the page, from 0; -1 for the hero. */
  readonly rowIndex: number;
}

/** The item that an event belongs to. */
export interface EventItem extends EventRow {
  readonly item: RowItem | HeroItem;
  /** Position of the item in its row, from 0; -1 for a title of a row that a hero shows because it follows the focus. */
  readonly itemIndex: number;
}

/** A page is on screen. `isReturn` is `true` if it was shown before, such as after Back. */
interface PageShown extends EventPage {
  readonly type: 'pageShown';
  readonly name: string | undefined;
  readonly filters: FilterSpec | undefined;
  readonly isReturn: boolean;
}

/** At least half of a row was visible for one second. Reported once per page and row. */
interface RowImpression extends EventRow {
  readonly type: 'rowImpression';
}

/** At least half of an item was visible for one second. Reported once per page, row and item. */
interface ItemImpression extends EventItem {
  readonly type: 'itemImpression';
}

/** The keyboard focus left an item on which it had rested for at least one second. */
interface FocusDwell extends EventItem {
  readonly type: 'focusDwell';
  /** How long the focus was on the item, in milliseconds. */
  readonly durationMs: number;
}

/** The user opened an item, also in another tab, or clicked a button of a hero title. */
interface ItemClick extends EventItem {
  readonly type: 'itemClick';
}

/** The user applied filters. Filters that come from a URL, such as after Back, are not reported. */
interface FiltersApplied {
  readonly type: 'filtersApplied';
  readonly filters: FilterSpec;
  readonly reason: Exclude<FiltersChangeReason, 'navigation'>;
}

/** A page without titles is on screen. */
interface EmptyPageShown extends EventPage {
  readonly type: 'emptyPage';
  readonly filters: FilterSpec | undefined;
}

/** A page whose session had expired was created again. Rows on screen still belong to `from`. */
interface PageHealed {
  readonly type: 'pageHealed';
  readonly from: string;
  readonly to: string;
}

/** Discovr accepted a change of a list: the user likes a title, or puts it on the watchlist. */
interface TitleAction {
  readonly type: 'titleAction';
  readonly mediaId: string;
  readonly list: MediaList;
  /** `true` if the title was added to the list, `false` if it was removed. */
  readonly on: boolean;
}

/** Playback was reported to Discovr. */
interface PlaybackProgress {
  readonly type: 'playbackProgress';
  readonly mediaId: string;
  readonly tv: ScrobbleTv | undefined;
  readonly event: 'playing' | 'paused' | 'resumed' | 'ended';
  /** Progress in percent, 0 to 100. */
  readonly progress: number;
}

/** What happened, without the time. */
export type DiscovrEventDetails =
  | PageShown
  | RowImpression
  | ItemImpression
  | FocusDwell
  | ItemClick
  | FiltersApplied
  | EmptyPageShown
  | PageHealed
  | TitleAction
  | PlaybackProgress;

/** Something that the user saw or did, distinguished by `type`. The library itself never sends it anywhere. */
export type DiscovrEvent = DiscovrEventDetails & {
  /** When it happened, in milliseconds since the Unix epoch, by the clock of the device. */
  readonly at: number;
};

class ClientEvents {
  readonly #listeners = createObservers<DiscovrEvent>();
  readonly #observers = createObservers<void>();
  #count = 0;

  /** Whether the app listens. Pages observe what is visible only then. */
  readonly isHeard = (): boolean => this.#count > 0;

  /** Calls the listener when `isHeard` changes. Returns a function that removes it. */
  readonly onHeardChanged = (listener: () => void): (() => void) => this.#observers.add(listener);

  /** Calls the listener for each event. Returns a function that removes it; call that once. */
  add(listener: (event: DiscovrEvent) => void): () => void {
    const remove = this.#listeners.add(listener);
    this.#change(1);
    return () => {
      remove();
      this.#change(-1);
    };
  }

  emit(details: DiscovrEventDetails): void {
    this.#listeners.notify({ ...details, at: Date.now() });
  }

  #change(by: 1 | -1): void {
    this.#count += by;
    this.#observers.notify();
  }
}

/** Returns the events of a client. */
export const eventsOf = perObject<object, ClientEvents>(() => new ClientEvents());
