'use client';

import { forwardRef, memo, useContext, useId, type ComponentPropsWithoutRef, type MouseEvent } from 'react';
import { useFormState } from 'react-hook-form';
import { activeFilters } from '../../filters/activeFilters.js';
import { filterFields, filterKinds, isRangeKind } from '../../filters/filterFields.js';
import { formValuesFromFilters } from '../../filters/formValues.js';
import { errorMessage } from '../../messages/errorMessage.js';
import { formatMessage, numberFormatOf } from '../../messages/formatMessage.js';
import { formatList } from '../../messages/locale.js';
import { Alert } from '../../ui/Announcement.js';
import { Icon, undoIcon } from '../../ui/Icon.js';
import { StableLabel } from '../../ui/StableLabel.js';
import { useSlotClass } from '../../ui/classNames.js';
import { useHeightVariable, useSharedRef } from '../../ui/hooks.js';
import { useUncoveredFocus } from '../../ui/useUncoveredFocus.js';
import { ApplyTextContext, useDraft, useFormController } from './context.js';
import { areEqualValues, isSessionError } from './fieldErrors.js';
import { lateForm } from './useApplyDraft.js';

/** Props of {@link PageFilterFormActions}, including those of a `<div>`. */
export interface PageFilterFormActionsProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /**
   * Number of titles that match the draft, shown on the button that applies it unless a field has an error. Pass
   * `undefined` while it is unknown; the button reserves the space for it.
   * @default the button shows no number
   */
  titleCount?: number | undefined;
}

const EMPTY = formValuesFromFilters();

/** As wide as the spinner before the text, which the stylesheet draws. */
const SPINNER = '\u2003\u2002';

/** The button reserves space for numbers up to this one. */
const WIDEST_COUNT = 9999;

/**
 * Buttons of the form; the one that clears the draft shows the number of its filters. A button that would change nothing
 * is `aria-disabled`, and the stylesheet hides it; after a click, the focus is on the main button. Above them, an alert shows
 * why the last Apply failed, or a notice says that the user has to sign in. Renders a `<div>`; `data-status` is the form's
 * status.
 */
export const PageFilterFormActions = memo(
  forwardRef<HTMLDivElement, PageFilterFormActionsProps>(function PageFilterFormActions(props, ref) {
    const { className, titleCount, ...rest } = props;
    const controller = useFormController();
    const { messages, locale, status, error } = controller;
    const { values, draftFilters, labelOf } = useDraft(controller);
    const active = activeFilters(draftFilters, { messages, locale, labelOf });
    // A range that the form rejects, such as a reversed one, is no filter, but there is something to clear.
    const rejected = filterKinds.filter(
      (kind) =>
        isRangeKind(kind) &&
        filterFields[kind].fields.some((field) => values[field]) &&
        !active.some((filter) => filter.kind === kind),
    );
    const count = active.length + rejected.length;
    const canClear = !areEqualValues(values, EMPTY);
    const canUndo = !areEqualValues(values, controller.appliedValues);
    const texts = messages.form;
    const applyText = useContext(ApplyTextContext) ?? texts.apply;
    const withTitleCount = (titles: number) => formatMessage(texts.applyTitleCount, { count: titles }, locale);
    const { missingSession } = controller;
    const { signIn, chooseProfile } = messages.states;
    const sessionText = missingSession && (missingSession === 'signedOut' ? signIn : chooseProfile);
    const { errors } = useFormState({ control: controller.form.control });
    const isCounted = titleCount !== undefined && Object.keys(errors).length === 0;
    const countedText = isCounted ? withTitleCount(titleCount) : applyText;
    const currentText = sessionText ?? countedText;
    const roomForTitleCount = 'titleCount' in props ? [withTitleCount(WIDEST_COUNT)] : [];
    const inParentheses = (filters: number) => ` (${numberFormatOf(locale).format(filters)})`;
    const isCreating = status === 'creating';
    const failure = isCreating ? null : error;
    // Loaded by then, because only applying a draft can fail like this.
    const { SessionFailure, partsOf } = lateForm ?? {};
    const parts = failure && partsOf?.(failure, messages);
    // Errors of parts that the app has left out.
    const hidden = filterKinds.filter((kind) =>
      filterFields[kind].fields.some((field) => errors[field] && !errors[field].ref),
    );
    const toCheck = parts?.length ? parts : hidden.map((kind) => texts[kind]);
    const failureText =
      toCheck.length > 0
        ? formatMessage(texts.checkParts, { parts: formatList(toCheck, locale, 'conjunction') })
        : failure && errorMessage(failure, messages);
    const slotClass = useSlotClass();
    const id = useId();
    const bar = useHeightVariable<HTMLDivElement>('--d-foot-height', formOf);
    useUncoveredFocus(bar, formOf);
    const sharedRef = useSharedRef(ref, bar);
    return (
      <div
        {...rest}
        ref={sharedRef}
        className={slotClass('actions', 'discovr-Actions', className)}
        data-status={status}
        data-remote="bar"
      >
        <Alert
          text={failureText && !(failure && isSessionError(failure)) ? failureText : undefined}
          className={slotClass('alert', 'discovr-Alert')}
        />
        {failure && isSessionError(failure) && SessionFailure && <SessionFailure error={failure} />}
        {missingSession && (
          <p id={`${id}-session`} className="discovr-FilterGroup-note">
            {missingSession === 'signedOut' ? texts.signedOut : texts.noProfile}
          </p>
        )}
        <div className="discovr-Actions-bar" data-idle={canClear || canUndo ? undefined : ''}>
          <button
            type="button"
            className={slotClass('clearAllButton', 'discovr-Button')}
            aria-describedby={count > 0 ? `${id}-count` : undefined}
            aria-disabled={!canClear || undefined}
            onClick={canClear ? (event) => change(event, controller.clear) : undefined}
          >
            <StableLabel
              text={texts.clearAll}
              // Reserves two digits, because few drafts have more than 99 filters.
              texts={[texts.clearAll + inParentheses(Math.max(count, 10))]}
              suffix={count > 0 ? inParentheses(count) : undefined}
            />
          </button>{' '}
          {count > 0 && (
            <span id={`${id}-count`} hidden>
              {formatMessage(texts.filterCount, { count }, locale)}
            </span>
          )}
          <button
            type="button"
            className={slotClass('resetButton', 'discovr-Button discovr-UndoButton')}
            aria-label={texts.reset}
            aria-disabled={!canUndo || undefined}
            onClick={canUndo ? (event) => change(event, controller.reset) : undefined}
          >
            <Icon path={undoIcon} />
            <span className="discovr-UndoButton-text" data-text={texts.undo}>
              {texts.reset}
            </span>
          </button>{' '}
          <button
            type="submit"
            className={slotClass('applyButton', 'discovr-Button')}
            data-variant="main"
            aria-describedby={missingSession && `${id}-session`}
            aria-disabled={isCreating || undefined}
          >
            <StableLabel
              text={isCreating ? texts.creating : currentText}
              texts={[applyText, SPINNER + texts.creating, currentText, ...roomForTitleCount]}
            />
          </button>
        </div>
      </div>
    );
  }),
);

/** Changes the draft by a button that has nothing left to change, and leads to the next step: to apply the draft. */
function change({ currentTarget }: MouseEvent<HTMLButtonElement>, run: () => void): void {
  run();
  currentTarget.parentElement?.querySelector<HTMLElement>('[type="submit"]')?.focus({ preventScroll: true });
}

function formOf(bar: HTMLElement): HTMLElement | null {
  return bar.closest('form');
}
