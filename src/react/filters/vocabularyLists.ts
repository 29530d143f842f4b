import { perObject } from '../../messages/perObject.js';
import type { MediaType } from '../../filters/filterSpec.js';
import { createObservers } from '../../shared/observers.js';
import {
  isPending,
  type FilterVocabulary,
  type Option,
  type OptionsResult,
  type VocabularyKind,
} from '../../filters/vocabulary/vocabulary.js';

/** A list of a vocabulary, and its status. */
export interface VocabularyList {
  readonly status: 'pending' | 'success' | 'error';
  /** Empty until the list is loaded. */
  readonly options: readonly Option[];
  /** Requests the list again after a failure. */
  readonly retry: () => void;
  /** The vocabulary's response: the options, or a promise of them. */
  readonly response: OptionsResult;
}

const NO_OPTIONS: readonly Option[] = [];

/**
 * The lists of one vocabulary. Each list is requested when it is first read, and then kept. So all components see the
 * same list, and so does the code that updates dependent fields, such as the genres when the media type changes.
 * Components are notified when a list has loaded.
 */
export class VocabularyLists {
  readonly #vocabulary: FilterVocabulary;
  readonly #lists = new Map<string, VocabularyList>();
  readonly #names = new Map<string, string | undefined>();
  readonly #observers = createObservers<void>();
  #version = 0;
  /** The lists of which these are the first view. */
  readonly #source: VocabularyLists | undefined;
  #first: VocabularyLists | undefined;

  constructor(vocabulary: FilterVocabulary, source?: VocabularyLists) {
    this.#vocabulary = vocabulary;
    this.#source = source;
  }

  /**
   * The lists as the first render shows them: of one that loads, nothing is known. A server keeps its lists from request to
   * request, which a browser that hydrates does not have.
   */
  get first(): VocabularyLists {
    return (this.#first ??= new VocabularyLists(this.#vocabulary, this));
  }

  /** Returns a number that grows whenever a list changes: the snapshot for `useSyncExternalStore`. */
  readonly getVersion = (): number => this.#version;

  /** Calls the listener whenever a list changes. Returns a function that removes it. */
  readonly subscribe = (listener: () => void): (() => void) => this.#observers.add(listener);

  genres(mediaType: MediaType | undefined): VocabularyList {
    return this.#read(`genres ${mediaType ?? ''}`, () => this.#vocabulary.genres(mediaType));
  }

  regions(): VocabularyList {
    return this.#read('regions', () => this.#vocabulary.regions());
  }

  providers(regions: readonly string[]): VocabularyList {
    const sorted = [...regions].sort();
    return this.#read(`providers ${sorted.join(' ')}`, () => this.#vocabulary.providers(sorted));
  }

  popularKeywords(): VocabularyList {
    return this.#read('keywords', () => this.#vocabulary.popularKeywords?.() ?? NO_OPTIONS);
  }

  /** Returns the name that `resolve` found for an id. */
  resolvedName(kind: VocabularyKind, id: string): string | undefined {
    return this.#names.get(`${kind} ${id}`);
  }

  /** Requests the names of ids from the vocabulary. Requests each id once, and again only after a failure. */
  async resolve(kind: VocabularyKind, ids: readonly string[]): Promise<void> {
    if (this.#source) return this.#source.resolve(kind, ids);
    const newIds = ids.filter((id) => !this.#names.has(`${kind} ${id}`));
    if (newIds.length === 0 || !this.#vocabulary.resolve) return;
    for (const id of newIds) this.#names.set(`${kind} ${id}`, undefined);
    try {
      // Never aborted, because the names serve every component that shows the ids.
      const { signal } = new AbortController();
      const options = await this.#vocabulary.resolve(kind, newIds, { signal });
      for (const { id, label } of options) this.#names.set(`${kind} ${id}`, label);
      this.#notify();
    } catch {
      // Deletes the entries, so that the request is repeated when the ids are shown again.
      for (const id of newIds) this.#names.delete(`${kind} ${id}`);
    }
  }

  #read(key: string, request: () => OptionsResult): VocabularyList {
    if (!this.#source) return this.#lists.get(key) ?? this.#request(key, request);
    const list = this.#source.#read(key, request);
    return isPending(list.response) ? { ...list, status: 'pending', options: NO_OPTIONS } : list;
  }

  #request(key: string, request: () => OptionsResult): VocabularyList {
    const response = attempt(request);
    const retry = () => {
      this.#request(key, request);
      this.#notify();
    };
    const keep = (status: VocabularyList['status'], options: readonly Option[]) => {
      const list = { status, options, retry, response };
      this.#lists.set(key, list);
      return list;
    };
    if (!isPending(response)) return keep('success', response);
    const settle = (status: VocabularyList['status'], options: readonly Option[]) => {
      if (this.#lists.get(key)?.response !== response) return;
      keep(status, options);
      this.#notify();
    };
    response.then(
      (options) => settle('success', options),
      () => settle('error', NO_OPTIONS),
    );
    return keep('pending', NO_OPTIONS);
  }

  #notify(): void {
    this.#version += 1;
    this.#observers.notify();
  }
}

/** Returns the lists of a vocabulary: one object per vocabulary. */
export const vocabularyLists = perObject((vocabulary: FilterVocabulary) => new VocabularyLists(vocabulary));

/** Calls a method of the vocabulary. If it throws, returns a promise that rejects with the error. */
function attempt(request: () => OptionsResult): OptionsResult {
  try {
    return request();
  } catch (error) {
    return Promise.reject(error);
  }
}
