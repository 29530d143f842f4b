'use client';

import { forwardRef, memo, useContext, useId, useState, type ComponentPropsWithoutRef } from 'react';
import { activeFilters } from '../../filters/activeFilters.js';
import { phrasesOf } from '../../filters/describeFilter.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { formatList } from '../../messages/locale.js';
import { useSlotClass } from '../../ui/classNames.js';
import { FilterChips } from '../../ui/fields/FilterChips.js';
import { useMediaQuery } from '../../ui/hooks.js';
import { FieldMessage } from '../../ui/fields/NativeField.js';
import { HeadingLevelContext, useDraft, useField, useFormController } from './context.js';

/** Props of {@link PageFilterFormSummary}: the props of a heading. */
export type PageFilterFormSummaryProps = Omit<ComponentPropsWithoutRef<'h2'>, 'children'>;

/** Around the text of a button in the sentence. */
const BUTTON = '\0';

/**
 * Shows the draft as one sentence. Of a long list, it names three, and on the narrowest phones, it ends after about four
 * lines. A button shows the others. Renders the heading of the form; `headingLevel` of the form sets its level.
 */
export const PageFilterFormSummary = memo(
  forwardRef<HTMLHeadingElement, PageFilterFormSummaryProps>(function PageFilterFormSummary(
    { className, ...rest },
    ref,
  ) {
    const controller = useFormController();
    const { messages, locale } = controller;
    const { draftFilters, labelOf } = useDraft(controller);
    const slotClass = useSlotClass();
    const Heading = `h${useContext(HeadingLevelContext)}` as const;
    const [isWhole, setIsWhole] = useState(false);
    const others = (count: number) => BUTTON + formatMessage(messages.summary.others, { count }, locale) + BUTTON;
    const isNarrow = useMediaQuery(NARROW, false);
    const phrases = phrasesOf(draftFilters, { messages, locale, labelOf }, isWhole ? undefined : others);
    const whole = phrases.join(messages.summary.separator);
    const sentence = isNarrow && !isWhole ? shortened({ phrases, whole, locale, others }) : whole;
    return (
      <Heading tabIndex={-1} {...rest} ref={ref} className={slotClass('summary', 'discovr-Summary', className)}>
        {sentence.split(BUTTON).map((text, index, texts) =>
          index % 2 === 0 ? (
            text
          ) : (
            <button
              key={texts[index - 1]}
              type="button"
              className="discovr-TextButton discovr-Summary-more"
              onClick={({ currentTarget }) => {
                // The button is gone with its click.
                currentTarget.parentElement?.focus();
                setIsWhole(true);
              }}
            >
              {text}
            </button>
          ),
        )}
      </Heading>
    );
  }),
);

/** The screens of the narrowest phones, and of a laptop at 400 %. */
const NARROW = '(max-width: 359.98px)';

/** Width of four lines of a heading on a narrow screen, or of three in a dialog, in average letters. */
const FOUR_LINES = 120;

interface Sentence {
  phrases: readonly string[];
  /** All of them. */
  whole: string;
  locale: string;
  /** Returns what stands for a number of phrases. */
  others: (count: number) => string;
}

/** Returns a sentence with as many of its phrases as fit into four lines, and what `others` returns for the rest. */
function shortened({ phrases, whole, locale, others }: Sentence): string {
  let text = whole;
  // A phrase that stands for one other hardly saves a line.
  for (let kept = phrases.length - 2; kept > 0 && widthOf(text) > FOUR_LINES; kept -= 1)
    text = formatList([...phrases.slice(0, kept), others(phrases.length - kept)], locale, 'conjunction');
  return text;
}

/** Returns the width of a text. Chinese, Japanese and Korean letters are twice as wide as others. */
function widthOf(text: string): number {
  return text.replaceAll(/[\u2e80-\uffdc]/g, 'mm').length;
}

/** Props of {@link PageFilterFormActiveFilters}: the props of a `<div>`. */
export type PageFilterFormActiveFiltersProps = Omit<ComponentPropsWithoutRef<'div'>, 'children'>;

/**
 * Shows the filters of the draft as chips: buttons that remove their filter. Renders a `<div>` around a list, with
 * `data-empty` when no filter is active.
 */
export const PageFilterFormActiveFilters = memo(
  forwardRef<HTMLDivElement, PageFilterFormActiveFiltersProps>(function PageFilterFormActiveFilters(
    { className, ...rest },
    ref,
  ) {
    const controller = useFormController();
    const { messages, locale } = controller;
    const { draftFilters, labelOf } = useDraft(controller);
    const filters = activeFilters(draftFilters, { messages, locale, labelOf });
    const slotClass = useSlotClass();
    return (
      <div
        {...rest}
        ref={ref}
        className={slotClass('chips', 'discovr-ActiveFilters', className)}
        data-empty={filters.length === 0 ? '' : undefined}
      >
        <FilterChips
          filters={filters}
          label={messages.form.activeFilters}
          removeText={messages.chips.remove}
          onRemove={controller.removeFilter}
        />
      </div>
    );
  }),
);

/** Props of {@link PageFilterFormPageName}: the props of a `<div>`. */
export type PageFilterFormPageNameProps = Omit<ComponentPropsWithoutRef<'div'>, 'children'>;

/** Optional field for the page's name. Renders a `<div>` with a labeled text field. */
export const PageFilterFormPageName = memo(
  forwardRef<HTMLDivElement, PageFilterFormPageNameProps>(function PageFilterFormPageName({ className, ...rest }, ref) {
    const controller = useFormController();
    const texts = controller.messages.form;
    const { value, error, focusRef, onChange, onBlur } = useField(controller, 'name');
    const slotClass = useSlotClass();
    const id = useId();
    return (
      <div
        {...rest}
        ref={ref}
        className={slotClass('group', 'discovr-PageName', className)}
        data-invalid={error ? '' : undefined}
      >
        <label className={slotClass('legend', 'discovr-FilterGroup-legend')} htmlFor={id}>
          {texts.pageName}
        </label>{' '}
        <input
          ref={focusRef}
          id={id}
          name="name"
          type="text"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
          className={slotClass('input', 'discovr-Input')}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        />
        <p id={`${id}-hint`} className="discovr-FilterGroup-note">
          {texts.pageNameHint}
        </p>
        <FieldMessage id={`${id}-error`} text={error} />
      </div>
    );
  }),
);
