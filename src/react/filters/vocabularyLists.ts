import type { MediaType } from '../../filters/filterSpec.js';
import { createObservers } from '../../session/observers.js';
import {
  isPending,
  type FilterVocabulary,
  type Option,
  type OptionsResult,
  type VocabularyKind,
} from '../../filters/vocabulary/vocabulary.js';

/** A list of a vocabulary, or how far it has come. */
export interface VocabularyList {
  readonly status: 'pending' | 'success' | 'error';
  /** Empty until there is a list. */
  readonly options: readonly Option[];
  /** Asks again after a failure. */
  readonly retry: () => void;
  /** Settles with the options; at once where the vocabulary answered at once. */
  readonly answer: OptionsResult;
}

const NO_OPTIONS: readonly Option[] = [];
let lastId = 0;

/**
 * The lists of one vocabulary. Each is asked for when it is first read and then remembered, so that all parts, and the
 * rules between fields, see the same; those who render hear when a later one comes.
 */
export class VocabularyLists {
  /** Tells the vocabulary apart in query keys. */
  readonly id = (lastId += 1);
  readonly #vocabulary: FilterVocabulary;
  readonly #lists = new Map<string, VocabularyList>();
  readonly #names = new Map<string, string | undefined>();
  readonly #observers = createObservers<void>();
  #version = 0;

  constructor(vocabulary: FilterVocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Grows whenever a list changes: the snapshot for `useSyncExternalStore`. */
  readonly getVersion = (): number => this.#version;

  /** Hears whenever a list changes. Returns the undo. */
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

  /** Name of an id as `resolve` gave it. */
  resolvedName(kind: VocabularyKind, id: string): string | undefined {
    return this.#names.get(`${kind} ${id}`);
  }

  /** Asks the vocabulary to name ids, each once. Where that fails they go without a name. */
  async resolve(kind: VocabularyKind, ids: readonly string[]): Promise<void> {
    const unasked = ids.filter((id) => !this.#names.has(`${kind} ${id}`));
    if (unasked.length === 0 || !this.#vocabulary.resolve) return;
    for (const id of unasked) this.#names.set(`${kind} ${id}`, undefined);
    try {
      // Never aborted: a name serves every part that shows the id.
      const { signal } = new AbortController();
      const options = await this.#vocabulary.resolve(kind, unasked, { signal });
      for (const { id, label } of options) this.#names.set(`${kind} ${id}`, label);
      this.#notify();
    } catch {
      // Asked again when somebody next shows them; until then the id stands for its name.
      for (const id of unasked) this.#names.delete(`${kind} ${id}`);
    }
  }

  #read(key: string, ask: () => OptionsResult): VocabularyList {
    return this.#lists.get(key) ?? this.#ask(key, ask);
  }

  #ask(key: string, ask: () => OptionsResult): VocabularyList {
    const answer = attempt(ask);
    const retry = () => {
      this.#ask(key, ask);
      this.#notify();
    };
    const keep = (status: VocabularyList['status'], options: readonly Option[]) => {
      const list = { status, options, retry, answer };
      this.#lists.set(key, list);
      return list;
    };
    if (!isPending(answer)) return keep('success', answer);
    const settle = (status: VocabularyList['status'], options: readonly Option[]) => {
      if (this.#lists.get(key)?.answer !== answer) return;
      keep(status, options);
      this.#notify();
    };
    answer.then(
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

const listsByVocabulary = new WeakMap<FilterVocabulary, VocabularyLists>();

/** The lists of a vocabulary: one object for each vocabulary. */
export function vocabularyLists(vocabulary: FilterVocabulary): VocabularyLists {
  let lists = listsByVocabulary.get(vocabulary);
  if (!lists) {
    lists = new VocabularyLists(vocabulary);
    listsByVocabulary.set(vocabulary, lists);
  }
  return lists;
}

/** A vocabulary that throws has failed like one that rejects. */
function attempt(ask: () => OptionsResult): OptionsResult {
  try {
    return ask();
  } catch (error) {
    return Promise.reject(error);
  }
}
