'use client';

import { forwardRef, useContext, useEffect, useId, useRef, useState, type ComponentPropsWithoutRef } from 'react';
import { chosenIds } from '../../filters/activeFilters.js';
import { describeFilter } from '../../filters/describeFilter.js';
import { filtersKey } from '../../filters/canonicalFilters.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { filtersFromFormValues } from '../../filters/formValues.js';
import type { OptionLists } from '../../filters/vocabulary/defaultVocabulary.js';
import type { LabelOf, VocabularyKind } from '../../filters/vocabulary/vocabulary.js';
import { isOfInputMethod } from '../../focus/remoteKeys.js';
import { promptEnglish } from '../../messages/english/prompt.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { MessagesOverride } from '../../messages/messages.js';
import type { PromptPart } from '../../prompts/parsePrompt.js';
import { usePromptFilters, type UsePromptFiltersOptions } from '../../react/filters/usePromptFilters.js';
import { useLatestMethods } from '../../react/hooks.js';
import { useMessages } from '../../react/provider/context.js';
import { loadOnce } from '../../shared/lateModule.js';
import { Icon, closeIcon, plusIcon, wishIcon } from '../../ui/Icon.js';
import { useSlotClass } from '../../ui/classNames.js';
import { closeGap } from '../../ui/motion.js';
import { RemoteContext } from '../../ui/remoteContext.js';
import { showFocused, useFocusAcrossViews } from '../../ui/useViewFocus.js';
import type * as VoiceInput from './PromptVoice.js';
import { PromptNote, PromptRestNotes } from './PromptRestNotes.js';
import { changeDraft, useDraft, useFormController } from './context.js';

/** Props of {@link PageFilterFormPrompt}, including those of a `<div>`. */
export interface PageFilterFormPromptProps
  extends
    Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    Pick<UsePromptFiltersOptions, 'languages' | 'synonyms' | 'interpret'> {
  /**
   * Called when the user asks for words that were not understood, such as the name of a title, to search for them.
   * @default there is no button
   */
  onUnknown?: ((words: string) => void) | undefined;
  /**
   * Whether a button fills the field by the speech recognition of the browser, where it has one: on the device if the
   * browser offers that for the language. Otherwise, the browser can send the audio to a server of its maker.
   * @default false
   */
  voice?: boolean | undefined;
  /** Messages that override the provider's. Define the object at module level. */
  messages?: MessagesOverride | undefined;
}

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
    const { languages, synonyms, interpret, onUnknown, voice, messages: ownMessages, className, ...rest } = props;
    const controller = useFormController();
    const texts = useMessages(promptEnglish, ownMessages, '<PageFilterFormPrompt>').prompt;
    const { locale, messages, vocabulary } = controller;
    const [lists, setLists] = useState<OptionLists>();
    const { draftFilters, labelOf } = useDraft(controller);
    const prompt = usePromptFilters({
      languages,
      synonyms,
      interpret,
      vocabulary,
      messages,
      lists,
      within: draftFilters,
    });
    const { text, setText, parts, isInterpreting } = prompt;
    const slotClass = useSlotClass();
    const remote = useContext(RemoteContext);
    const id = useId();
    const [removedIndex, setRemovedIndex] = useState(0);
    const [appliesAnswer, setAppliesAnswer] = useState(false);
    const voiceInput = useVoice(voice === true);
    const [voiceNote, setVoiceNote] = useState('');

    const read = `${filtersKey(prompt.filters)} ${prompt.mentioned.join(' ')}`;
    const draftKey = filtersKey(draftFilters);
    const followed = useRef(draftKey);
    const { follow, stay, apply } = useLatestMethods({
      follow() {
        const draft = filtersFromFormValues(controller.form.getValues());
        changeDraft(controller, draft, prompt.applyTo(draft));
        followed.current = filtersKey(filtersFromFormValues(controller.form.getValues()));
      },
      stay() {
        setAppliesAnswer(false);
        prompt.keepReading();
        // Nothing of the wish is left in the draft, as after "Clear all".
        if (parts.some(({ choices }) => !choices) && clear.length === 0) edit('');
      },
      apply() {
        setAppliesAnswer(false);
        void controller.apply();
      },
    });
    // The draft follows the text, not the other way round.
    useEffect(() => follow(), [follow, read]);
    // What has been changed elsewhere, no answer changes.
    useEffect(() => {
      if (draftKey !== followed.current) stay();
    }, [stay, draftKey]);
    useEffect(() => {
      if (appliesAnswer && !isInterpreting) apply();
    }, [apply, appliesAnswer, isInterpreting]);
    const fieldRef = useEnter(apply);

    const edit = (next: string) => {
      setAppliesAnswer(false);
      setVoiceNote('');
      setText(next);
    };
    const views = parts.map(({ start, label, choices }) => `${start} ${label}${choices ? '?' : ''}`).join(' ');
    const chips = useFocusAcrossViews<HTMLDivElement>(views, (root) => {
      // A wish was chosen as a whole, so the next thing to do is to apply it.
      const submit = remote?.hasTelevisionLayout && root.closest('form')?.querySelector<HTMLElement>('[type=submit]');
      if (submit && removedIndex < 0) return submit;
      const buttons = root.querySelectorAll<HTMLElement>('.discovr-Chip');
      return buttons[Math.min(Math.max(removedIndex, 0), buttons.length - 1)] ?? root.querySelector('textarea');
    });
    useAboveKeyboard(chips, views);
    // The last of two bounds counts, and its chip shows it.
    const unused = prompt.rest.filter(({ reason }) => reason !== 'replaced');
    const clear = parts.filter(({ choices, filters }) => !choices && isIn(draftFilters, filters));
    const open = parts.filter(({ choices }) => choices);
    // The chips say all of the draft, or there is nothing to say.
    const isEmpty = draftKey === filtersKey({});
    const examples = [texts.example1, texts.example2, texts.example3, texts.example4];
    const isComplete = isEmpty || (clear.length > 0 && filtersKey(prompt.filters) === draftKey);
    return (
      <div
        {...rest}
        ref={ref}
        className={slotClass('group', 'discovr-Prompt', className)}
        data-complete={isComplete ? '' : undefined}
      >
        <div ref={chips} className="discovr-Prompt-body">
          <label className={slotClass('legend', 'discovr-Prompt-label')} htmlFor={id}>
            {texts.label}
          </label>
          <div
            className={slotClass('search', 'discovr-Search')}
            data-busy={isInterpreting ? '' : undefined}
            data-voice={voice ? '' : undefined}
          >
            <Icon path={wishIcon} />
            {/* The stylesheet shows the text a second time, invisibly, so that the field grows with it. */}
            <span className="discovr-Prompt-text" data-text={text}>
              <textarea
                ref={fieldRef}
                id={id}
                rows={1}
                className={slotClass('input', 'discovr-Search-input discovr-Prompt-input')}
                value={text}
                placeholder={texts.example5}
                maxLength={MAX_LENGTH}
                autoComplete="off"
                enterKeyHint="search"
                aria-describedby={unused.map(({ start }) => `${id}-rest-${start}`).join(' ') || undefined}
                onChange={(event) => edit(event.target.value.replaceAll(/\s*\n\s*/g, ' '))}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return;
                  // Enter chooses a word of an input method editor. It also waits for an answer; pressed again, it does not.
                  const choosesWord = isOfInputMethod(event.nativeEvent);
                  const waits = !choosesWord && !appliesAnswer && prompt.interpretNow();
                  if (waits) {
                    setAppliesAnswer(true);
                    setVoiceNote('');
                  }
                  if (waits || choosesWord) event.preventDefault();
                }}
              />
            </span>
            {text !== '' && (
              <button
                type="button"
                className={slotClass('clearButton', 'discovr-Prompt-clear')}
                aria-label={messages.picker.clear}
                onClick={() => {
                  edit('');
                  fieldRef.current?.focus();
                }}
              >
                <Icon path={closeIcon} />
              </button>
            )}
            {voiceInput && (
              <voiceInput.PromptVoice
                text={text}
                locale={locale}
                texts={texts}
                max={MAX_LENGTH}
                isApplying={appliesAnswer}
                onText={edit}
                onNote={setVoiceNote}
              />
            )}
          </div>
          {text === '' && (
            <ul className="discovr-Shortcuts" aria-label={texts.examples} data-remote="filter">
              {examples.map((example, index) => (
                <li key={example} className={index < 3 ? undefined : 'discovr-Prompt-more'}>
                  <button
                    type="button"
                    className={slotClass('shortcut', 'discovr-Shortcut')}
                    onClick={() => {
                      setRemovedIndex(-1);
                      edit(example);
                    }}
                  >
                    {example}
                  </button>
                </li>
              ))}
              {!isEmpty && (
                <li>
                  <button
                    type="button"
                    className={slotClass('clearButton', 'discovr-TextButton')}
                    onClick={() => {
                      setLists(namedIn(draftFilters, labelOf));
                      setVoiceNote('');
                      prompt.describe(describeFilter(draftFilters, { messages, locale, labelOf }));
                    }}
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
                const filter = chipTextOf(part, texts.part);
                return (
                  <li key={`${part.start} ${part.text} ${part.label}`} className="discovr-Chips-item">
                    <button
                      type="button"
                      className={slotClass('chip', 'discovr-Chip')}
                      aria-label={formatMessage(messages.chips.remove, { filter })}
                      onFocus={showFocused}
                      onClick={({ currentTarget }) => {
                        closeGap(currentTarget.closest('ul')!);
                        setRemovedIndex(index);
                        setAppliesAnswer(false);
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
          <p
            role="status"
            className={voiceNote ? slotClass('note', 'discovr-FilterGroup-note') : 'discovr-VisuallyHidden'}
          >
            {isInterpreting ? texts.reading : voiceNote}
          </p>
          {open.length + unused.length > 0 && (
            <div className="discovr-Prompt-notes">
              {open.map((part) => (
                <PromptNote key={part.start} words={part.text} template={texts.part}>
                  {part.choices?.map((choice) => (
                    <button
                      key={choice.label}
                      type="button"
                      className={slotClass('shortcut', 'discovr-Shortcut')}
                      onClick={() => {
                        setAppliesAnswer(false);
                        prompt.choose(part, choice);
                      }}
                    >
                      <Icon path={plusIcon} />
                      {choice.label}
                    </button>
                  ))}
                </PromptNote>
              ))}
              <PromptRestNotes
                id={`${id}-rest`}
                rest={unused}
                texts={texts}
                languages={languages}
                onUnknown={onUnknown}
                onKeyword={(words, option) => {
                  const { id: keyword, label } = option;
                  // Only makes its name known: the draft follows the text.
                  controller.setChoice('keywords', option, draftFilters.keywords?.includes(Number(keyword)) ?? false);
                  prompt.choose(words, { label, filters: { keywords: [Number(keyword)] } });
                }}
              />
            </div>
          )}
        </div>
      </div>
    );
  },
);

/** Longest wish, in UTF-16 units. */
const MAX_LENGTH = 500;

/**
 * Calls `onEnter` in place of a line break. Not for the Enter key itself: on a television, it ends the editing, and makes
 * no line break.
 */
function useEnter(onEnter: () => void) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    const handle = (event: InputEvent) => {
      if (event.inputType !== 'insertLineBreak') return;
      event.preventDefault();
      onEnter();
    };
    element?.addEventListener('beforeinput', handle);
    return () => element?.removeEventListener('beforeinput', handle);
  }, [onEnter]);
  return field;
}

const loadVoice = loadOnce('voice input', () => import('./PromptVoice.js'));

/** Returns the module with the button for speech, when it is loaded. */
function useVoice(isWanted: boolean): typeof VoiceInput | undefined {
  const [loaded, setLoaded] = useState<typeof VoiceInput>();
  useEffect(() => {
    if (!isWanted) return;
    // Without the code, there is no button.
    loadVoice().then(setLoaded, () => undefined);
  }, [isWanted]);
  return isWanted ? loaded : undefined;
}

/** Less than the height of any on-screen keyboard, and more than that of the bars of a browser, in CSS pixels. */
const KEYBOARD = 140;

/**
 * While the user types with an on-screen keyboard, keeps the chips above it: scrolls the field to the top if they are
 * not.
 */
function useAboveKeyboard(root: { readonly current: HTMLElement | null }, views: string): void {
  useEffect(() => {
    const { visualViewport: view } = window;
    const show = () => {
      const body = root.current;
      if (!view || !body?.contains(document.activeElement)) return;
      const hasKeyboard = view.height * view.scale < window.innerHeight - KEYBOARD;
      const isHidden = body.getBoundingClientRect().bottom > view.offsetTop + view.height;
      if (hasKeyboard && isHidden) body.scrollIntoView({ block: 'start' });
    };
    show();
    view?.addEventListener('resize', show);
    return () => view?.removeEventListener('resize', show);
  }, [root, views]);
}

/** Returns the text of a chip: the words, and the filter that they mean if that has another name. */
function chipTextOf({ text, label }: PromptPart, template: string): string {
  const isSame = text === '' || text.toLowerCase() === label.toLowerCase();
  return isSame ? label : formatMessage(template, { words: text, filter: label });
}

/** Returns the choices of filters with the names that their sentence has. */
function namedIn(filters: FilterSpec, labelOf: LabelOf): OptionLists {
  const named = (kind: VocabularyKind) =>
    chosenIds(filters, kind).map((id) => ({ id, label: labelOf(kind, id) ?? id }));
  return {
    genres: named('genres'),
    keywords: named('keywords'),
    regions: named('regions'),
    watchProviders: named('watchProviders'),
  };
}

/** Whether a draft still contains what a part of a wish has added to it. */
function isIn(draft: FilterSpec, added: FilterSpec): boolean {
  return Object.entries(added).every(([key, value]) => {
    const own: unknown = draft[key as keyof FilterSpec];
    return Array.isArray(value) ? value.some((id) => Array.isArray(own) && own.includes(id)) : own === value;
  });
}
