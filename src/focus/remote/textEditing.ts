import { openDateSteppers } from './dates/openDateSteppers.js';
import { stepNumber } from './stepNumber.js';

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

/** Creates {@link TextEditing}. Its state is one field: the one that has the focus. */
export function createTextEditing(): TextEditing {
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
        if (isOfType(target, 'date') && openDateSteppers(target)) return 'handled';
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
