import type { UseFormReturn } from 'react-hook-form';
import type { DiscovrError } from '../../shared/errors.js';
import type { CreatePagePayload, CreatePageResponse } from '../../api/pages.js';
import type { ActiveFilter } from '../../filters/activeFilters.js';
import type { FiltersChange } from '../../filters/filtersChange.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import type { PageFilterFormValues, PageFilterPayload } from '../../filters/formValues.js';
import type { FilterVocabulary, Option, VocabularyKind } from '../../filters/vocabulary/vocabulary.js';
import type { MessagesOverride } from '../../messages/messages.js';
import type { FilterFormMessages } from './filterFormMessages.js';
import type { SessionState } from '../../session/sessionState.js';
import type { RangeKind } from '../../filters/filterFields.js';

/** Options of {@link usePageFilterForm}. */
export interface UsePageFilterFormOptions {
  /**
   * Applied filters when the app controls them (in the URL, for instance). A new value replaces an unedited draft. An
   * edited draft is kept, and the "Undo changes" button returns it to the new value.
   */
  filters?: FilterSpec | undefined;
  /** Initial applied filters when the form controls them itself. */
  defaultFilters?: FilterSpec | undefined;
  /** Initial page name. */
  defaultName?: string | undefined;
  /**
   * Called when filters are applied: after the page is created, or on Apply when `createsPage` is `false`. Never called
   * on mount.
   */
  onFiltersChange?: ((filters: FilterSpec, details: FiltersChange) => void) | undefined;
  /**
   * Whether Apply creates a page. If not, it only calls `onFiltersChange`.
   * @default true
   */
  createsPage?: boolean | undefined;
  /** Called with the created page and the payload it was created from. */
  onPageCreated?: ((page: CreatePageResponse, payload: CreatePagePayload) => void) | undefined;
  /**
   * Called when creating a page needs a signed-in user (`signedOut`) or an active profile (`signedIn`): instead of Apply,
   * whose button says "Sign in" or "Choose a profile" then. Show the sign-in or the profile picker. The draft is kept.
   * @default the button opens the dialog of the surrounding `<SessionDialog>`; without one, Apply shows a notice
   */
  onSessionRequired?: ((status: SessionState['status']) => void) | undefined;
  /**
   * Genres, keywords, regions and watch providers to choose from. Keep its functions at module level.
   * @default the provider's vocabulary
   */
  vocabulary?: FilterVocabulary | undefined;
  /** Custom messages that override the provider's. Define them at module level. */
  messages?: MessagesOverride | undefined;
}

/** Choices that were dropped because they are not offered for the new type or regions. */
export interface DroppedChoices {
  readonly kind: 'genres' | 'watchProviders';
  readonly names: readonly string[];
  /** The message that names the dropped choices. */
  readonly message: string;
}

/**
 * State and methods of the form, used by its parts. Does not contain the draft, so that an edit alone does not change
 * this object.
 */
export interface PageFilterFormController {
  /** The react-hook-form object. Its fields contain form values, and submitting turns them into the payload. */
  readonly form: UseFormReturn<PageFilterFormValues, unknown, PageFilterPayload>;
  readonly vocabulary: FilterVocabulary;
  readonly messages: FilterFormMessages;
  /** BCP 47 tag. */
  readonly locale: string;
  /** The applied filters in canonical form. */
  readonly appliedFilters: FilterSpec;
  /** The form values that `reset` returns the draft to: the applied filters and the initial page name. */
  readonly appliedValues: PageFilterFormValues;
  readonly status: 'idle' | 'creating' | 'created' | 'failed';
  /** The page created last. */
  readonly page: CreatePageResponse | undefined;
  /** Why the last Apply failed. */
  readonly error: DiscovrError | null;
  /** Choices dropped by the last change of type or regions. */
  readonly dropped: DroppedChoices | null;
  /** The latest announcement for screen readers. Equal text is announced again when its `id` changes. */
  readonly announcement: { readonly id: number; readonly text: string };
  /** Options passed to `setChoice`. They provide the label of a choice that no list contains. */
  readonly knownOptions: ReadonlyMap<VocabularyKind, readonly Option[]>;
  /** Chooses films, series or both, and drops genres that the new type does not offer. */
  setMediaType(mediaType: PageFilterFormValues['mediaType']): void;
  /**
   * Adds or removes one choice: an option, or its id as text if the vocabulary contains it. A change of regions drops
   * watch providers that are not in the new regions.
   */
  setChoice(kind: VocabularyKind, option: Option | string, isChosen: boolean): void;
  /** Chooses regions by their codes, and drops watch providers that none of them has. */
  setRegions(regions: string[]): void;
  /** Removes all choices of a kind. */
  clearChoices(kind: VocabularyKind): void;
  /** Sets both bounds of a range. An omitted bound is emptied. */
  setRange(range: RangeKind, lower?: string, upper?: string): void;
  /** Records that a bound was edited or lost focus, and validates both bounds when needed. */
  noteRangeEdit(range: RangeKind, bound: 'lower' | 'upper', event: 'change' | 'blur'): void;
  /** Removes one active filter from the draft. */
  removeFilter(filter: Pick<ActiveFilter, 'kind' | 'id'>): void;
  /**
   * What `apply()` leads to first, because creating a page needs it: the sign-in (`signedOut`) or the profile picker
   * (`signedIn`). `undefined` when nothing is missing, or when the app offers no way to it.
   */
  readonly missingSession: 'signedOut' | 'signedIn' | undefined;
  /** Announces text to screen readers, politely. */
  announce(text: string): void;
  /**
   * Validates the draft and applies it. Does nothing while a page is being created. With a `missingSession`, keeps the
   * draft and shows the sign-in or the profile picker instead.
   */
  apply(): Promise<void>;
  /** Returns the draft to the applied filters. */
  reset(): void;
  /** Empties the draft. */
  clear(): void;
}

/** Result of {@link usePageFilterForm}. */
export interface UsePageFilterFormResult extends PageFilterFormController {
  /** The result without the draft. It is the same object after an edit, so that parts do not render again. */
  readonly controller: PageFilterFormController;
  /** Filters of the current draft, without incomplete values. */
  readonly draftFilters: FilterSpec;
  /** Active filters of the draft, one entry per chip, with labels. */
  readonly activeFilters: readonly ActiveFilter[];
  /** The draft as one sentence. */
  readonly summary: string;
}
