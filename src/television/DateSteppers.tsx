'use client';

import { useCallback, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { today } from '../filters/values.js';
import { focusableWithin, focusFirst } from '../focus/focusable.js';
import { isBackKey, remoteActionOf } from '../focus/remoteKeys.js';
import { isRightToLeft } from '../ui/arrowKeys.js';
import { StableLabel } from '../ui/StableLabel.js';
import {
  dateTextsFor,
  limitsOf,
  parseDate,
  rangeOf,
  stepDate,
  toFieldValue,
  within,
  type DatePart,
  type DateParts,
} from './dateParts.js';
import { writeValue } from './textEditing.js';

/** Props of {@link DateSteppers}. */
export interface DateSteppersProps {
  /** The date field, which may be anywhere on the page. */
  readonly field: HTMLInputElement;
  /** Called when they have closed, and the field has the focus again. */
  readonly onClose: () => void;
}

/** Whether the browser can show {@link DateSteppers}. Test environments have no modal dialogs. */
export const canShowDateSteppers = () => 'showModal' in document.createElement('dialog');

/**
 * Shows three steppers for a date field in the middle of the screen: year, month and day, in the order of the language
 * around the field. Up and down change the focused one, left and right move between them, OK and Back close them. Each
 * change is written to the field as if the user had typed it.
 *
 * Renders a modal `<dialog>` after the field, where the language, direction and variables of the field apply.
 */
export function DateSteppers({ field, onClose }: DateSteppersProps) {
  const panel = useRef<HTMLDialogElement>(null);
  const year = useRef<HTMLDivElement>(null);
  const actions = useRef<HTMLDivElement>(null);
  const preferredDay = useRef<number>(undefined);
  const hasStepped = useRef(false);
  const [{ host, texts, before }] = useState(() => startOn(field));
  const date = parseDate(useValueOf(field));
  const limits = limitsOf(field);
  const name = (field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? '').trim();
  const group = field.closest('fieldset')?.querySelector('legend')?.textContent.trim();
  const [clearText, doneText] = ['clear', 'done'].map((button) =>
    field.closest(`[data-remote-${button}]`)?.getAttribute(`data-remote-${button}`),
  );

  useLayoutEffect(() => {
    const dialog = panel.current;
    if (!dialog) return undefined;
    (field.closest('label') ?? field).after(host);
    dialog.showModal();
    year.current?.focus();
    return () => {
      dialog.close();
      host.remove();
    };
  }, [field, host]);

  const step = (part: DatePart, by: 1 | -1) => {
    const next = date ? stepDate(date, part, by, limits, preferredDay.current) : within(startDateOf(field), limits);
    if (part === 'day' || !date) preferredDay.current = next.day;
    else preferredDay.current ??= date.day;
    writeValue(field, toFieldValue(next));
  };
  /** Steps at most once in a frame while a key is held. */
  const stepByKey = (part: DatePart, by: 1 | -1, isRepeat: boolean) => {
    if (isRepeat && hasStepped.current) return;
    hasStepped.current = true;
    requestAnimationFrame(() => {
      hasStepped.current = false;
    });
    step(part, by);
  };
  const close = () => {
    panel.current?.close();
    field.focus({ preventScroll: true });
    if (field.value !== before) field.dispatchEvent(new Event('change', { bubbles: true }));
    onClose();
  };
  const clear = () => {
    writeValue(field, '');
    close();
  };

  const stepperOf = (part: DatePart) => {
    const text = date && texts.textOf(part, date);
    const [min, max] = rangeOf(date ?? startDateOf(field), part, limits);
    return (
      <div
        key={part}
        ref={part === 'year' ? year : undefined}
        role="spinbutton"
        tabIndex={0}
        aria-label={texts.nameOf(part)}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={date?.[part]}
        aria-valuetext={text}
        className="discovr-DateStepper"
        // The arrow keys to the left and right move between the steppers as between all controls.
        onKeyDown={(event) => {
          const action = remoteActionOf(event.nativeEvent);
          const toEnd = isRightToLeft(event.currentTarget) ? 'left' : 'right';
          // Down changes the date, so this is the way to the buttons below.
          if (
            action === toEnd &&
            part === texts.order[2] &&
            // The last one, which is below it.
            focusFirst(focusableWithin(actions.current ?? undefined).slice(-1))
          ) {
            event.preventDefault();
          }
          if (action !== 'up' && action !== 'down' && action !== 'ok') return;
          event.preventDefault();
          if (action !== 'ok') stepByKey(part, action === 'up' ? 1 : -1, event.repeat);
          else if (!event.repeat) close();
        }}
        // For the pointer of a remote control: above the middle, a click counts as up, and below it as down.
        onClick={({ currentTarget, clientY }) => {
          const { top, bottom } = currentTarget.getBoundingClientRect();
          step(part, clientY < (top + bottom) / 2 ? 1 : -1);
        }}
      >
        <StableLabel text={text ?? '–'} texts={[texts.widest(part)]} />
      </div>
    );
  };
  return createPortal(
    // A modal dialog handles the Back key and clicks outside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={panel}
      aria-label={name}
      className="discovr-Root discovr-DateSteppers"
      onKeyDown={(event) => {
        if (event.isDefaultPrevented() || !isBackKey(event.nativeEvent)) return;
        event.preventDefault();
        if (!event.repeat) close();
      }}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      // A click outside of the panel counts as Back.
      onClick={({ target, currentTarget, clientX: x, clientY: y }) => {
        const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
        if (target === currentTarget && (x < left || x > right || y < top || y > bottom)) close();
      }}
    >
      <p className="discovr-DateSteppers-title">
        {group && <span className="discovr-DateSteppers-group">{group}</span>} {name}
      </p>
      <div className="discovr-DateSteppers-row">{texts.order.map(stepperOf)}</div>
      {(clearText || doneText) && (
        <div ref={actions} className="discovr-DateSteppers-actions">
          {/* Keeps its place while the field is empty. */}
          {clearText && (
            <button
              type="button"
              className="discovr-Button discovr-DateSteppers-clear"
              data-empty={date ? undefined : ''}
              onClick={clear}
            >
              {clearText}
            </button>
          )}
          {doneText && (
            <button type="button" className="discovr-Button" data-variant="main" onClick={close}>
              {doneText}
            </button>
          )}
        </div>
      )}
    </dialog>,
    host,
  );
}

/** Returns what stays the same while the steppers are open. */
function startOn(field: HTMLInputElement) {
  // An element of its own, because the app may replace the content of the elements around the field.
  const host = document.createElement('div');
  host.style.display = 'contents';
  const language = field.closest<HTMLElement>('[lang]')?.lang || undefined;
  return { host, texts: dateTextsFor(language), before: field.value };
}

/** Returns the value of a field, as the user and the steppers change it. */
function useValueOf(field: HTMLInputElement): string {
  const subscribe = useCallback(
    (onInput: () => void) => {
      field.addEventListener('input', onInput);
      return () => field.removeEventListener('input', onInput);
    },
    [field],
  );
  return useSyncExternalStore(subscribe, () => field.value);
}

/**
 * Returns the date at which the steppers of an empty field start: the first day of a year, or the last day if the field
 * is the second of two in its fieldset, which is the end of a range. The year is that of the other field, otherwise the
 * current one.
 */
function startDateOf(field: HTMLInputElement): DateParts {
  const range = [...(field.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input[type="date"]') ?? [])];
  const index = range.length === 2 ? range.indexOf(field) : 0;
  const other = parseDate(range[1 - index]?.value ?? '');
  const { year } = other ?? parseDate(today())!;
  return index === 1 ? { year, month: 12, day: 31 } : { year, month: 1, day: 1 };
}
