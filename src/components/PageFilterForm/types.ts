import type { UseFormReturn } from 'react-hook-form';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { CreatePagePayload, CreatePageResponse } from '../../api/schemas/page.js';
import type { ActiveFilter } from '../../filters/activeFilters.js';
import type { FiltersChange } from '../../filters/filtersChange.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import type { PageFilterFormValues, PageFilterPayload } from '../../filters/formValues.js';
import type { FilterVocabulary, Option, VocabularyKind } from '../../filters/vocabulary/vocabulary.js';
import type { MessagesOverride } from '../../messages/messages.js';
import type { FilterFormMessages } from './filterFormMessages.js';
import type { SessionState } from '../../session/state/sessionState.js';
import type { RangeKind } from '../../filters/filterFields.js';

/** Options of {@link usePageFilterForm}. */
export interface UsePageFilterFormOptions {
  /**
   * The applied filters, kept by the app (in the URL, for instance). A new value resets an untouched draft; a draft
   * with edits is kept, and Reset goes to the new value.
   */
  filters?: FilterSpec | undefined;
  /** The applied filters to begin with, where the form keeps them itself. */
  defaultFilters?: FilterSpec | undefined;
  /** Name of the page to begin with. */
  defaultName?: string | undefined;
  /** Hears of newly applied filters: after the page was created, or at Apply where none is. Never on mount. */
  onFiltersChange?: ((filters: FilterSpec, details: FiltersChange) => void) | undefined;
  /**
   * Whether Apply creates a page; if not, it only reports.
   * @default true
   */
  createsPage?: boolean | undefined;
  /** Hears of the created page, and of the payload it was created from. */
  onPageCreated?: ((page: CreatePageResponse, payload: CreatePagePayload) => void) | undefined;
  /** Hears that Apply needs a person (`signedOut`) or a profile (`signedIn`), to show sign-in or the profile picker. */
  onSessionRequired?: ((status: SessionState['status']) => void) | undefined;
  /**
   * Genres, keywords, regions and watch providers to choose from. Keep it at module level.
   * @default the provider's
   */
  vocabulary?: FilterVocabulary | undefined;
  /** Own words over the provider's. Keep it at module level. */
  messages?: MessagesOverride | undefined;
}

/** Choices that went because another one no longer offers them. */
export interface DroppedChoices {
  readonly kind: 'genres' | 'watchProviders';
  readonly names: readonly string[];
  /** The sentence that says so. */
  readonly message: string;
}

/** What the parts of the form work with. It changes when a page is created, not when a choice is made. */
export interface PageFilterFormController {
  /** The react-hook-form object; values in, payload out. */
  readonly form: UseFormReturn<PageFilterFormValues, unknown, PageFilterPayload>;
  readonly vocabulary: FilterVocabulary;
  readonly messages: FilterFormMessages;
  /** BCP 47 tag. */
  readonly locale: string;
  /** Filters in force, in canonical form. */
  readonly appliedFilters: FilterSpec;
  readonly status: 'idle' | 'creating' | 'created' | 'failed';
  /** The page that was created last. */
  readonly page: CreatePageResponse | undefined;
  /** Why the last Apply failed. */
  readonly error: DiscovrError | null;
  /** What the last change of type or regions dropped. */
  readonly dropped: DroppedChoices | null;
  /** The latest news for screen readers; a new `id` makes equal text news again. */
  readonly announcement: { readonly id: number; readonly text: string };
  /** Options met in searches, so that chosen ones keep their names. */
  readonly optionsMet: ReadonlyMap<VocabularyKind, readonly Option[]>;
  /** Chooses films, series or both; genres that no longer exist go. */
  setMediaType(mediaType: PageFilterFormValues['mediaType']): void;
  /** Adds or takes away one choice; with regions, watch providers that are no longer offered go. */
  setChoice(kind: VocabularyKind, option: Option, isChosen: boolean): void;
  /** Takes away all choices of a kind. */
  clearChoices(kind: VocabularyKind): void;
  /** Fills in both bounds; an absent one leaves that end open. */
  setRange(range: RangeKind, lower?: string, upper?: string): void;
  /** Notes what a person did to a bound, and checks the pair where it has to be. */
  noteRangeEdit(range: RangeKind, bound: 'lower' | 'upper', event: 'change' | 'blur'): void;
  /** Takes one active filter out of the draft. */
  removeFilter(filter: Pick<ActiveFilter, 'kind' | 'id'>): void;
  /** Tells screen readers something, politely. */
  announce(text: string): void;
  /** Checks the draft and applies it. While a page is being created it does nothing. */
  apply(): Promise<void>;
  /** Takes the draft back to the applied filters. */
  reset(): void;
  /** Empties the draft. */
  clear(): void;
}

/** What {@link usePageFilterForm} gives. */
export interface UsePageFilterFormResult extends PageFilterFormController {
  /** The same without the draft: it stays one object while choices are made, so that parts need not render again. */
  readonly controller: PageFilterFormController;
  /** What the form says right now; what is not a value yet is left out. */
  readonly draftFilters: FilterSpec;
  /** The filters of the draft, one by one, with words for chips. */
  readonly activeFilters: readonly ActiveFilter[];
  /** The draft as one sentence. */
  readonly summary: string;
}
