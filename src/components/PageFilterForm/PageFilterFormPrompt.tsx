'use client';

import { forwardRef, useEffect, useId, useState, type ComponentPropsWithoutRef } from 'react';
import { describeFilter } from '../../filters/describeFilter.js';
import { filtersKey } from '../../filters/canonicalFilters.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { filtersFromFormValues, formValuesFromFilters, type PageFilterFormValues } from '../../filters/formValues.js';
import { promptEnglish } from '../../messages/english/prompt.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { MessagesOverride } from '../../messages/messages.js';
import type { PromptRest, PromptRestReason } from '../../prompts/parsePrompt.js';
import { usePromptFilters, type UsePromptFiltersOptions } from '../../react/filters/usePromptFilters.js';
import { useLatestMethods } from '../../react/hooks.js';
import { useMessages } from '../../react/provider/context.js';
import { Icon, closeIcon, searchIcon } from '../../ui/Icon.js';
import { useSlotClass } from '../../ui/classNames.js';
import { showFocused, useFocusAcrossViews } from '../../ui/useViewFocus.js';
import { allParts } from './PageFilterFormDropIn.js';
import { useDraft, useFormController } from './context.js';
import type { PageFilterFormController } from './types.js';

/** Props of {@link PageFilterFormPrompt}, including those of a `<div>`. */
export interface PageFilterFormPromptProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, Omit<UsePromptFiltersOptions, 'vocabulary'> {
  /**
   * Called when the user asks for words that were not understood, such as the name of a title, to search for them.
   * @default there is no button
   */
  onUnknown?: ((words: string) => void) | undefined;
  /** Messages that override the provider's. Define the object at module level. */
  messages?: MessagesOverride | undefined;
}

/** All parts of the form, in default order, to put something before or after them. */
export const PageFilterFormParts = () => allParts;

/**
 * Field for a wish in plain words, such as "a funny film under 100 minutes on Netflix". It fills the draft of the form
 * while the user types: kinds of filters that the wish mentions are replaced, the others stay. Chips below show what was
 * understood; removing one removes its words. Enter applies the draft. Renders a `<div>`. Only an app that renders it
 * bundles the code that reads wishes.
 *
 * @example
 * <PageFilterForm>
 *   <PageFilterFormPrompt languages={[en, de]} />
 *   <PageFilterFormParts />
 * </PageFilterForm>
 */
export const PageFilterFormPrompt = forwardRef<HTMLDivElement, PageFilterFormPromptProps>(
  function PageFilterFormPrompt(props, ref) {
    const { languages, synonyms, onUnknown, messages: ownMessages, className, ...rest } = props;
    const controller = useFormController();
    const texts = useMessages(promptEnglish, ownMessages, '<PageFilterFormPrompt>').prompt;
    const prompt = usePromptFilters({ languages, synonyms, vocabulary: controller.vocabulary });
    const { text, setText, parts } = prompt;
    const slotClass = useSlotClass();
    const id = useId();
    const { locale, messages } = controller;
    const { draftFilters, labelOf } = useDraft(controller);
    const [removedIndex, setRemovedIndex] = useState(0);

    const read = `${filtersKey(prompt.filters)} ${prompt.mentioned.join(' ')}`;
    const { follow } = useLatestMethods({
      follow() {
        const draft = filtersFromFormValues(controller.form.getValues());
        changeDraft(controller, draft, prompt.applyTo(draft));
      },
    });
    // The draft follows the text, not the other way round.
    useEffect(() => follow(), [follow, read]);

    const views = parts.map(({ start, choices }) => `${start}${choices ? '?' : ''}`).join(' ');
    const chips = useFocusAcrossViews<HTMLDivElement>(views, (root) => {
      const buttons = root.querySelectorAll<HTMLElement>('.discovr-Chip');
      return buttons[Math.min(removedIndex, buttons.length - 1)] ?? root.querySelector('input');
    });
    // The last of two bounds counts, and its chip shows it.
    const unused = prompt.rest.filter(({ reason }) => reason !== 'replaced');
    const clear = parts.filter(({ choices, filters }) => !choices && isIn(draftFilters, filters));
    const open = parts.filter(({ choices }) => choices);
    return (
      <div {...rest} ref={ref} className={slotClass('group', 'discovr-Prompt', className)}>
        <div ref={chips} className="discovr-Prompt-body">
          <label className={slotClass('legend', 'discovr-Prompt-label')} htmlFor={id}>
            {texts.label}
          </label>
          <div className={slotClass('search', 'discovr-Search')}>
            <Icon path={searchIcon} />
            <input
              id={id}
              type="text"
              className={slotClass('input', 'discovr-Search-input')}
              value={text}
              maxLength={MAX_LENGTH}
              autoComplete="off"
              enterKeyHint="search"
              aria-describedby={`${id}-rest`}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                // Enter chooses a word of an input method editor.
                if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault();
              }}
            />
          </div>
          {text === '' && (
            <ul className="discovr-Shortcuts" aria-label={texts.examples}>
              {[texts.example1, texts.example2, texts.example3].map((example) => (
                <li key={example}>
                  <button
                    type="button"
                    className={slotClass('shortcut', 'discovr-Shortcut')}
                    onClick={() => setText(example)}
                  >
                    {example}
                  </button>
                </li>
              ))}
              {filtersKey(draftFilters) !== filtersKey({}) && (
                <li>
                  <button
                    type="button"
                    className={slotClass('clearButton', 'discovr-TextButton')}
                    onClick={() => setText(describeFilter(draftFilters, { messages, locale, labelOf }))}
                  >
                    {texts.editAsText}
                  </button>
                </li>
              )}
            </ul>
          )}
          {clear.length > 0 && (
            <ul className={slotClass('chips', 'discovr-Chips')} aria-label={texts.understood}>
              {clear.map((part, index) => {
                const { text: words, label } = part;
                const isSame = words.toLowerCase() === label.toLowerCase();
                const filter = isSame ? label : formatMessage(texts.part, { words, filter: label });
                return (
                  <li key={`${part.start} ${words}`} className="discovr-Chips-item">
                    <button
                      type="button"
                      className={slotClass('chip', 'discovr-Chip')}
                      aria-label={formatMessage(messages.chips.remove, { filter })}
                      onFocus={showFocused}
                      onClick={() => {
                        setRemovedIndex(index);
                        prompt.removePart(part);
                      }}
                    >
                      <span className="discovr-Chip-label">{filter}</span> <Icon path={closeIcon} />
                    </button>
                  </li>
                );
              })}
            </ul>
          )}
          {open.map((part) => (
            <div key={part.start} role="group" aria-label={part.text} className="discovr-Shortcuts">
              <bdi>{part.text}</bdi>
              {part.choices?.map((choice) => (
                <button
                  key={choice.label}
                  type="button"
                  className={slotClass('shortcut', 'discovr-Shortcut')}
                  onClick={() => prompt.choose(part, choice)}
                >
                  {choice.label}
                </button>
              ))}
            </div>
          ))}
          <div id={`${id}-rest`} role="status" className="discovr-Prompt-rest">
            {unused.map((words) => (
              <p key={words.start} className={slotClass('note', 'discovr-FilterGroup-note')}>
                <bdi>{formatMessage(texts[restTextOf(words)], { words: words.text })}</bdi>
              </p>
            ))}
          </div>
          {onUnknown &&
            unused
              .filter(({ reason }) => reason === undefined || reason === 'name')
              .map((words) => (
                <button
                  key={words.start}
                  type="button"
                  className="discovr-TextButton"
                  onClick={() => onUnknown(words.text)}
                >
                  {formatMessage(texts.searchFor, { words: words.text })}
                </button>
              ))}
        </div>
      </div>
    );
  },
);

/** Longest wish, in UTF-16 units. */
const MAX_LENGTH = 500;

const OTHER_REASONS: Readonly<Partial<Record<PromptRestReason, 'negation' | 'notOffered'>>> = {
  negation: 'negation',
  genre: 'notOffered',
  watchProvider: 'notOffered',
};

/** Returns the key of the message that says why words were not applied. */
function restTextOf({ reason }: PromptRest) {
  return reason === undefined ? 'notUnderstood' : (OTHER_REASONS[reason] ?? 'noFilter');
}

/**
 * Changes the draft of a form from some filters to others. Fields that are the same in both keep their text, even if it is
 * half typed. Choices that the new type or regions do not offer are dropped, as for an edit.
 */
function changeDraft(
  { form, setChoice, setMediaType }: PageFilterFormController,
  from: FilterSpec,
  to: FilterSpec,
): void {
  const name = form.getValues('name');
  const [before, after] = [formValuesFromFilters(from, name), formValuesFromFilters(to, name)];
  const hasChanged = (field: keyof PageFilterFormValues) => String(before[field]) !== String(after[field]);
  for (const field of Object.keys(after) as (keyof PageFilterFormValues)[]) {
    if (!hasChanged(field) || field === 'mediaType' || field === 'regions') continue;
    form.setValue(field, after[field], { shouldDirty: true });
    form.clearErrors(field);
  }
  // Last, because they drop choices of other fields.
  for (const id of before.regions) if (!after.regions.includes(id)) setChoice('regions', id, false);
  for (const id of after.regions) if (!before.regions.includes(id)) setChoice('regions', id, true);
  if (hasChanged('mediaType')) setMediaType(after.mediaType);
}

/** Whether a draft still contains what a part of a wish has added to it. */
function isIn(draft: FilterSpec, added: FilterSpec): boolean {
  return Object.entries(added).every(([key, value]) => {
    const own: unknown = draft[key as keyof FilterSpec];
    return Array.isArray(value) ? value.some((id) => Array.isArray(own) && own.includes(id)) : own === value;
  });
}
