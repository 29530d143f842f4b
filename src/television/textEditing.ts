import type { RemoteAction } from '../focus/remoteKeys.js';
import { isRightToLeft } from '../ui/arrowKeys.js';

/** Types of `<input>` in which a user types. */
const TYPED = /^(date|datetime-local|email|month|number|password|search|tel|text|time|url|week)$/;

/** Types whose parts the browser changes with the up and down keys. */
const STEPPED = /^(date|datetime-local|month|time|week)$/;

/** Keys of the on-screen keyboard of Tizen: Done and Cancel. */
const DONE = 65_376;
const CANCEL = 65_385;

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Keeps the on-screen keyboard of a television away from a field until the user presses OK. */
export interface TextEditing {
  /** Makes a field that gets the focus read-only. Fields that the app made read-only stay as they are. */
  readonly lock: (target: EventTarget | null) => void;
  /** Makes a field that the user clicks or taps editable. */
  readonly open: (target: EventTarget | null) => void;
  /** Whether a field waits for OK. */
  readonly isLocked: (target: EventTarget | null) => boolean;
  /** Whether the user is typing into a field. */
  readonly isEditing: (target: EventTarget | null) => boolean;
  /**
   * Handles a key in a field.
   *
   * @returns `handled`; `leave` when the focus should move on; `native` when the browser should handle the key.
   */
  readonly handle: (event: KeyboardEvent, action: string | undefined) => 'handled' | 'leave' | 'native' | undefined;
  /** Makes the locked field editable again. */
  readonly release: () => void;
}

/**
 * Creates {@link TextEditing}. Its state is one field: the one that has the focus.
 *
 * @param openDate shows steppers over a date field. Returns whether it can.
 */
export function createTextEditing(openDate: (field: HTMLInputElement) => boolean): TextEditing {
  let locked: Field | undefined;
  let edited: Field | undefined;
  const release = () => {
    if (locked) locked.readOnly = false;
    locked = undefined;
    edited = undefined;
  };
  const lock = (target: EventTarget | null) => {
    if (target === locked || target === edited) return;
    release();
    if (!isField(target) || target.readOnly) return;
    target.readOnly = true;
    locked = target;
  };
  const open = (target: EventTarget | null) => {
    if (!isField(target) || (target.readOnly && target !== locked)) return;
    release();
    edited = target;
  };
  const end = (field: Field) => {
    edited = undefined;
    lock(field);
  };
  return {
    lock,
    open,
    release,
    isLocked: (target) => target !== null && target === locked,
    isEditing: (target) => target !== null && target === edited,
    handle(event, action) {
      const { target } = event;
      if (!isField(target)) return undefined;
      if (target !== edited) {
        if (action !== 'ok' || target !== locked) return undefined;
        if (isOfType(target, 'date') && openDate(target)) return 'handled';
        open(target);
        // Televisions show their keyboard when an editable field gets the focus.
        target.blur();
        target.focus();
        return 'handled';
      }
      if (action === 'ok' || action === 'back' || event.keyCode === DONE || event.keyCode === CANCEL) {
        end(target);
        return 'handled';
      }
      if (action === 'left' || action === 'right' || action === undefined) return 'native';
      if (STEPPED.test(target.type)) return 'native';
      if (isOfType(target, 'number')) {
        stepNumber(target, action === 'up' ? 1 : -1);
        return 'handled';
      }
      end(target);
      return 'leave';
    },
  };
}

function isOfType(field: Field, type: string): field is HTMLInputElement {
  return field.type === type;
}

function isField(target: EventTarget | null): target is Field {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && TYPED.test(target.type));
}

/** Changes the value of a native slider with the left and right keys. Returns whether it did. */
export function stepSlider(target: EventTarget | null, action: RemoteAction): boolean {
  if (!(target instanceof HTMLInputElement) || target.type !== 'range') return false;
  if (action !== 'left' && action !== 'right') return false;
  stepNumber(target, (action === 'right') === isRightToLeft(target) ? -1 : 1);
  return true;
}

/**
 * Changes the number in a field to the next multiple of `data-remote-step`, on the field or an element around it. Without
 * it, changes the number by the step of the field, as the browser does.
 */
function stepNumber(field: HTMLInputElement, by: 1 | -1): void {
  const { remoteStep } = field.closest<HTMLElement>('[data-remote-step]')?.dataset ?? {};
  const step = Number(remoteStep ?? (field.step === 'any' ? 1 : 0));
  if (!step) {
    field[by === 1 ? 'stepUp' : 'stepDown']();
    writeValue(field, field.value);
    return;
  }
  // Decimal fractions such as 0.1 have rounding errors.
  const rounded = (value: number) => Number(value.toPrecision(12));
  const position = rounded((field.valueAsNumber || 0) / step);
  const value = rounded((by === 1 ? Math.floor(position) + 1 : Math.ceil(position) - 1) * step);
  const [min, max] = [field.min, field.max].map((limit) => (limit === '' ? Number.NaN : Number(limit)));
  writeValue(field, String(value < min! ? min : value > max! ? max : value));
}

/** Writes the value of a field as if the user had typed it. */
export function writeValue(field: HTMLInputElement, value: string): void {
  // React notes what a script writes to `value`, and then ignores the event. The prototype's setter avoids that.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
