import type { MediaType } from '../filters/filterSpec.js';
import { isPending, type FilterVocabulary, type Option, type OptionsResult } from '../filters/vocabulary.js';

/** The lists of a vocabulary, each asked for once and then remembered. */
export interface VocabularyLists {
  /** Tells the vocabulary apart in query keys. */
  readonly id: number;
  genres(mediaType: MediaType | undefined): OptionsResult;
  regions(): OptionsResult;
  providers(regions: readonly string[]): OptionsResult;
  /** Forgets a list that failed, so that it is asked for again. */
  forget(list: OptionsResult): void;
}

const listsByVocabulary = new WeakMap<FilterVocabulary, VocabularyLists>();
let lastId = 0;

/** Remembers what a vocabulary answered, so that rendering and dependent choices see the same lists. */
export function vocabularyLists(vocabulary: FilterVocabulary): VocabularyLists {
  let lists = listsByVocabulary.get(vocabulary);
  if (!lists) {
    lists = makeLists(vocabulary);
    listsByVocabulary.set(vocabulary, lists);
  }
  return lists;
}

function makeLists(vocabulary: FilterVocabulary): VocabularyLists {
  const answers = new Map<string, OptionsResult>();
  const remember = (key: string, ask: () => OptionsResult): OptionsResult => {
    const known = answers.get(key);
    if (known) return known;
    const answer = settle(ask);
    answers.set(key, answer);
    return answer;
  };
  return {
    id: (lastId += 1),
    genres: (mediaType) => remember(`genres ${mediaType ?? ''}`, () => vocabulary.genres(mediaType)),
    regions: () => remember('regions', () => vocabulary.regions()),
    providers: (regions) => {
      const sorted = [...regions].sort();
      return remember(`providers ${sorted.join(' ')}`, () => vocabulary.providers(sorted));
    },
    forget(list) {
      for (const [key, answer] of answers) if (answer === list) answers.delete(key);
    },
  };
}

/** A vocabulary that throws has failed like one that rejects. */
function settle(ask: () => OptionsResult): OptionsResult {
  try {
    const answer = ask();
    // Whoever shows the list tells of the failure; unread, it must not end the process.
    if (isPending(answer)) answer.catch(() => undefined);
    return answer;
  } catch (error) {
    const failed: Promise<readonly Option[]> = Promise.reject(error);
    failed.catch(() => undefined);
    return failed;
  }
}
