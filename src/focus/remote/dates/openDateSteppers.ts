import { isBackKey, remoteActionOf } from '../remoteKeys.js';
import { limitsOf, parseDate, rangeOf, stepDate, toFieldValue, within, type DatePart } from './dateParts.js';
import { dateTextsFor } from './dateTexts.js';
import { placeOver } from './placeOver.js';
import { startDateOf } from './startDate.js';
import { writeValue } from '../writeValue.js';

/** Selector of elements that state the text of the button that empties a date field. */
const CLEARABLE = '[data-remote-clear]';

/**
 * Shows three steppers over a date field: year, month and day, in the order of the language around the field. Up and
 * down change the focused one, left and right move between them, OK and Back close them. Each change is written to the
 * field as if the user had typed it.
 *
 * @returns whether they are shown. Test environments without modal dialogs do not show them.
 */
export function openDateSteppers(field: HTMLInputElement): boolean {
  const { ownerDocument: document } = field;
  const panel = document.createElement('dialog');
  if (!('showModal' in panel)) return false;
  const texts = dateTextsFor(field.closest<HTMLElement>('[lang]')?.lang || undefined);
  const limits = limitsOf(field);
  const before = field.value;
  let preferredDay: number | undefined;
  let hasStepped = false;

  const create = (tag: string, className: string, text = '') => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  };
  const name = field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? '';
  const row = create('div', 'discovr-DateSteppers-row');
  const steppers = texts.order.map((part) => {
    const element = create('div', 'discovr-DateStepper discovr-StableLabel');
    const text = create('span', 'discovr-DateStepper-text');
    // Keeps its width when the text changes.
    const room = create('span', 'discovr-StableLabel-room');
    room.dataset['text'] = texts.widest(part);
    room.setAttribute('aria-hidden', 'true');
    element.append(text, room);
    element.tabIndex = 0;
    element.setAttribute('role', 'spinbutton');
    element.setAttribute('aria-label', texts.nameOf(part));
    return { part, element, text };
  });
  row.append(...steppers.map(({ element }) => element));
  panel.className = 'discovr-Root discovr-DateSteppers';
  panel.setAttribute('aria-label', name.trim());
  panel.append(create('p', 'discovr-DateSteppers-title', name.trim()), row);

  const clear = create('button', 'discovr-TextButton', field.closest<HTMLElement>(CLEARABLE)?.dataset['remoteClear']);
  clear.setAttribute('type', 'button');

  const show = () => {
    const date = parseDate(field.value);
    if (date && clear.textContent) row.append(clear);
    else clear.remove();
    for (const { part, element, text } of steppers) {
      text.textContent = date ? texts.textOf(part, date) : '–';
      const [min, max] = rangeOf(date ?? startDateOf(field), part, limits);
      const values = { valuemin: min, valuemax: max, valuenow: date?.[part], valuetext: date && text.textContent };
      for (const [key, value] of Object.entries(values)) {
        if (value === undefined) element.removeAttribute(`aria-${key}`);
        else element.setAttribute(`aria-${key}`, String(value));
      }
    }
  };
  const step = (part: DatePart, by: 1 | -1) => {
    const date = parseDate(field.value);
    const next = date ? stepDate(date, part, by, limits, preferredDay) : within(startDateOf(field), limits);
    if (part === 'day' || !date) preferredDay = next.day;
    else preferredDay ??= date.day;
    writeValue(field, toFieldValue(next));
    show();
  };
  const close = () => {
    if (!panel.isConnected) return;
    panel.close();
    field.focus({ preventScroll: true });
    panel.remove();
    if (field.value !== before) field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  clear.addEventListener('click', () => {
    writeValue(field, '');
    close();
  });
  panel.addEventListener('keydown', (event) => {
    const action = remoteActionOf(event) ?? (isBackKey(event) ? 'back' : undefined);
    const stepper = steppers.find(({ element }) => element === event.target);
    // The arrow keys move between the steppers as between all controls.
    if (action === 'back' || (action === 'ok' && stepper)) {
      event.preventDefault();
      if (!event.repeat) close();
    } else if (stepper && (action === 'up' || action === 'down')) {
      event.preventDefault();
      if (event.repeat && hasStepped) return;
      hasStepped = true;
      requestAnimationFrame(() => {
        hasStepped = false;
      });
      step(stepper.part, action === 'up' ? 1 : -1);
    }
  });
  // For the pointer of a remote control: a click above the middle of a stepper counts as up, below it as down, and
  // outside of the panel as Back.
  panel.addEventListener('click', ({ target, clientX: x, clientY: y }) => {
    const stepper = steppers.find(({ element }) => element.contains(target as Node));
    const { left, right, top, bottom } = (stepper?.element ?? panel).getBoundingClientRect();
    if (stepper) step(stepper.part, y < (top + bottom) / 2 ? 1 : -1);
    else if (x < left || x > right || y < top || y > bottom) close();
  });
  panel.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });

  (field.closest('label') ?? field).after(panel);
  // The place has room for the button, which appears when the field has a date.
  if (clear.textContent) row.append(clear);
  panel.showModal();
  placeOver(panel, field);
  show();
  steppers.find(({ part }) => part === 'year')?.element.focus();
  return true;
}
