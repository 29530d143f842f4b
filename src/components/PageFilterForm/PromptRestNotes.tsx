'use client';

import { useState } from 'react';
import type { Option } from '../../filters/vocabulary/vocabulary.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import type { PromptLanguage } from '../../prompts/language.js';
import type { PromptRest, PromptRestReason } from '../../prompts/parsePrompt.js';
import { useKeywordSearch } from '../../react/filters/useVocabulary.js';
import { Icon, plusIcon } from '../../ui/Icon.js';
import { useSlotClass } from '../../ui/classNames.js';
import { useFormController } from './context.js';

interface PromptRestNotesProps {
  /** Id of the list of notes. */
  id: string;
  rest: readonly PromptRest[];
  /** Why nothing was understood of speech. */
  voiceNote: string;
  texts: Messages['prompt'];
  languages: readonly PromptLanguage[];
  onUnknown: ((words: string) => void) | undefined;
  onKeyword: (words: PromptRest, option: Option) => void;
}

/** Says which words of a wish were not applied, and why. Offers to search for those that no filter knows. */
export function PromptRestNotes(props: PromptRestNotesProps) {
  const { id, rest, voiceNote, texts, languages, onUnknown, onKeyword } = props;
  const slotClass = useSlotClass();
  const { vocabulary } = useFormController();
  const canSearch = vocabulary.searchKeywords !== undefined;
  // Last, so that they are next to the buttons that search for them.
  const unknown = rest.filter(({ reason }) => reason === undefined || reason === 'name');
  const notes = [...rest.filter((words) => !unknown.includes(words)), ...unknown];
  return (
    <div className="discovr-Prompt-notes" data-empty={rest.length > 0 || voiceNote ? undefined : ''}>
      <div id={id} role="status" className="discovr-Prompt-rest">
        {voiceNote && <p className={slotClass('note', 'discovr-FilterGroup-note')}>{voiceNote}</p>}
        {notes.map((words) => (
          <p key={words.start} className={slotClass('note', 'discovr-FilterGroup-note')}>
            <bdi>{formatMessage(texts[textOf(words.reason)], { words: words.text })}</bdi>
          </p>
        ))}
      </div>
      {(canSearch || onUnknown) &&
        unknown.map((words) => (
          <div key={`${words.start} ${words.text}`} className="discovr-Prompt-unknown">
            {canSearch && (
              <KeywordSearch
                topic={topicOf(words.text, languages)}
                text={texts.keywordsFor}
                onChoose={(option) => onKeyword(words, option)}
              />
            )}
            {onUnknown && (
              <button
                type="button"
                className={slotClass('shortcut', 'discovr-Shortcut')}
                onClick={() => onUnknown(words.text)}
              >
                {formatMessage(texts.searchFor, { words: words.text })}
              </button>
            )}
          </div>
        ))}
    </div>
  );
}

const TEXTS: Readonly<Record<Exclude<PromptRestReason, 'replaced'>, keyof Messages['prompt']>> = {
  name: 'notUnderstood',
  negation: 'negation',
  genre: 'notOffered',
  watchProvider: 'notOffered',
  rating: 'noRating',
  awards: 'noAwards',
  quality: 'noQuality',
  price: 'noPrice',
  language: 'noLanguage',
  age: 'noAge',
  origin: 'noOrigin',
};

/** Returns the key of the message that says why words were not applied. */
function textOf(reason: PromptRestReason | undefined): keyof Messages['prompt'] {
  return reason === undefined || reason === 'replaced' ? 'notUnderstood' : TEXTS[reason];
}

/** Number of keywords that are offered. */
const MAX_KEYWORDS = 6;

interface KeywordSearchProps {
  topic: string;
  text: string;
  onChoose: (option: Option) => void;
}

/** Button that searches keywords for words, and offers those that were found. */
function KeywordSearch({ topic, text, onChoose }: KeywordSearchProps) {
  const { vocabulary, messages, locale } = useFormController();
  const slotClass = useSlotClass();
  const [query, setQuery] = useState('');
  const { status, options, retry } = useKeywordSearch(vocabulary, query);
  const texts = messages.picker;
  const found = {
    idle: '',
    pending: texts.searching,
    error: texts.failed,
    success:
      options.length > 0
        ? formatMessage(texts.found, { count: options.length }, locale)
        : formatMessage(texts.noneFound, { query }),
  }[status];
  return (
    <>
      <button
        type="button"
        className={slotClass('shortcut', 'discovr-Shortcut')}
        onClick={() => (status === 'error' ? retry() : setQuery(topic))}
      >
        {formatMessage(text, { words: topic })}
      </button>{' '}
      <span role="status" className="discovr-FilterGroup-note">
        {found}
      </span>
      {options.length > 0 && (
        <div className="discovr-Shortcuts">
          {options.slice(0, MAX_KEYWORDS).map((option) => (
            <button
              key={option.id}
              type="button"
              className={slotClass('shortcut', 'discovr-Shortcut')}
              onClick={() => onChoose(option)}
            >
              <Icon path={plusIcon} />
              {option.label}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

/** Returns what words are about, to search for it: "dragons" of "with dragons". */
function topicOf(words: string, languages: readonly PromptLanguage[]): string {
  const lower = words.toLowerCase();
  if (lower.length !== words.length) return words;
  const topics = languages.flatMap(({ opaque, topics: about = '' }) =>
    `${opaque}|${about}`.split('|').flatMap((template) => {
      const [before = '', after = ''] = template.split('#').map((word) => word.trim());
      if (!lower.startsWith(before) || !lower.endsWith(after)) return [];
      const topic = words.slice(before.length, words.length - after.length);
      // A word of letters ends before a space.
      const isWhole = !/\p{Script=Latin}$/u.test(before) || /^\s/.test(topic);
      return isWhole && topic.trim() ? [topic.trim()] : [];
    }),
  );
  const topic = topics.reduce((shortest, one) => (one.length < shortest.length ? one : shortest), words);
  const filler = new Set(languages.flatMap((language) => language.filler.split('|')));
  const [article = '', ...rest] = topic.split(/\s+/);
  return rest.length > 0 && filler.has(article.toLowerCase()) ? rest.join(' ') : topic;
}
