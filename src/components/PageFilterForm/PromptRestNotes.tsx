'use client';

import { useEffect, useState, type ReactNode } from 'react';
import type { Option } from '../../filters/vocabulary/vocabulary.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import type { PromptLanguage } from '../../prompts/language.js';
import type { PromptRest, PromptRestReason } from '../../prompts/parsePrompt.js';
import { useKeywordSearch } from '../../react/filters/useVocabulary.js';
import { Icon, plusIcon } from '../../ui/Icon.js';
import { useSlotClass } from '../../ui/classNames.js';
import { useFormController } from './context.js';

interface PromptNoteProps {
  /** Id of the text. */
  id?: string;
  words: string;
  /** Message with the words, and what they come to: `prompt.part`. */
  template: string;
  /** Why the words were not applied. */
  reason?: string;
  /** Buttons for what can be done. */
  children?: ReactNode;
}

/** Words of a wish that need a choice or were not applied, in one line. */
export function PromptNote({ id, words, template, reason, children }: PromptNoteProps) {
  const slotClass = useSlotClass();
  return (
    <div
      className="discovr-Prompt-note"
      role={children ? 'group' : undefined}
      aria-label={children ? words : undefined}
    >
      <span id={id}>
        <bdi>{formatMessage(template, { words, filter: '' }).trim()}</bdi>{' '}
        {reason && <span className={slotClass('note', 'discovr-Prompt-reason')}>{reason}</span>}
      </span>
      {children && <div className="discovr-Shortcuts">{children}</div>}
    </div>
  );
}

interface PromptRestNotesProps {
  /** Id of each text, up to the place of its words. */
  id: string;
  rest: readonly PromptRest[];
  texts: Messages['prompt'];
  languages: readonly PromptLanguage[];
  onUnknown: ((words: string) => void) | undefined;
  onKeyword: (words: PromptRest, option: Option) => void;
}

/** Says which words of a wish were not applied, and why. Offers to search for those that no filter knows. */
export function PromptRestNotes(props: PromptRestNotesProps) {
  const { id, rest, texts, languages, onUnknown, onKeyword } = props;
  const slotClass = useSlotClass();
  const { vocabulary, announce } = useFormController();
  const canSearch = vocabulary.searchKeywords !== undefined;
  const isUnknown = ({ reason }: PromptRest) => reason === undefined || reason === 'name';
  // First those for which something can be done.
  const notes = [...rest.filter(isUnknown), ...rest.filter((words) => !isUnknown(words))];
  const said = notes
    .map(({ text, reason }) => formatMessage(texts.part, { words: text, filter: texts[textOf(reason)] }))
    .join('\n');
  useEffect(() => {
    if (said) announce(said);
  }, [announce, said]);
  return notes.map((words) => (
    <PromptNote
      key={`${words.start} ${words.text}`}
      id={`${id}-${words.start}`}
      words={words.text}
      template={texts.part}
      reason={texts[textOf(words.reason)]}
    >
      {isUnknown(words) && (canSearch || onUnknown) && (
        <>
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
              {texts.searchFor}
            </button>
          )}
        </>
      )}
    </PromptNote>
  ));
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
        {text}
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
