import { candidatesIn } from '../focus/candidates.js';
import type { Direction } from '../focus/geometry.js';
import {
  isBackKey,
  isForDialog,
  isOfInputMethod,
  remoteActionOf,
  withKeys,
  type RemoteKeys,
} from '../focus/remoteKeys.js';
import { noteRemoteUse, topScope } from '../focus/scope.js';
import { scrollerOf } from '../focus/scrolling.js';
import { moveFocus } from '../focus/spatialMove.js';
import { guardFocus } from './focusGuard.js';
import { canScrollTo, isReachable, offsetUntilClear } from './isReachable.js';
import { closeOverlay, closeTop, pressEnter, pressOk, standardKey } from './keys.js';
import { createTextEditing, stepSlider } from './textEditing.js';

/** Options of {@link startRemoteControl}. */
export interface RemoteControlOptions {
  /** Keys of the device, in addition to {@link remoteKeys}. Define the object at module level. */
  readonly keys?: Partial<RemoteKeys> | undefined;
  /**
   * Called for the Back key when there is no level to go back to, for example to leave the app. Without it, the device
   * handles the key.
   */
  readonly onExit?: (() => void) | undefined;
}

/**
 * Operates everything inside an element with the keys of a remote control: four arrows, OK and Back. Handles a key
 * after the app and the drop-ins, unless they called `preventDefault()`; a key that only gives a control the focus does
 * not reach them. From the first key on, the focus is on a visible control. Does not change how a mouse and fingers work,
 * and of the Tab key only that it locks fields, see {@link TextEditing}.
 *
 * @param optionsOf returns the current options. Called for each key.
 * @param openDate shows steppers over a date field. Returns whether it can.
 * @returns a function that stops it.
 */
export function startRemoteControl(
  root: HTMLElement,
  optionsOf: () => RemoteControlOptions,
  openDate: (field: HTMLInputElement) => boolean,
): () => void {
  const { ownerDocument: document } = root;
  const view = document.defaultView ?? window;
  const editing = createTextEditing(openDate);
  const scopeOf = () => topScope(root);
  const guard = guardFocus(root, scopeOf);
  /**
   * Whether the page has not yet drawn a frame and run other tasks since an arrow key. Repeats of a held key are
   * ignored.
   */
  let isBusy = false;
  /** Whether the user has pressed a key of the remote control. */
  let hasPressed = false;
  /** The field into which the user typed before the first key of the remote control. */
  let typed: EventTarget | null = null;

  const concerns = (event: KeyboardEvent) => {
    if (isOfInputMethod(event) || isForDialog(event)) return false;
    const { activeElement: active } = document;
    return !active || active === document.body || root.contains(active) || scopeOf().contains(active);
  };

  /** Runs before all other handlers. */
  const prepare = (event: KeyboardEvent) => {
    const action = concerns(event) ? remoteActionOf(event, withKeys(optionsOf().keys)) : undefined;
    if (!action || editing.isEditing(event.target)) return;
    const isArrow = action !== 'ok' && action !== 'back';
    if (isArrow && event.repeat && isBusy) {
      consume(event);
      return;
    }
    if (action !== 'back' && takeFocus(action === 'ok')) {
      consume(event);
      return;
    }
    // Starts the editing, which is nothing for the handlers of the field: one may prevent Enter, or submit a search.
    if (action === 'ok' && editing.isLocked(event.target)) {
      consume(event);
      if (!event.repeat) editing.handle(event, action);
      return;
    }
    // The handlers of the app and the drop-ins know only the standard keys.
    const key = standardKey(event, action);
    if (!key) {
      if (isArrow) waitForTasks();
      return;
    }
    consume(event);
    const target = event.target ?? document;
    if (target.dispatchEvent(key) && action === 'ok') pressEnter(target);
  };

  /** Runs after all other handlers. */
  const act = (event: KeyboardEvent) => {
    if (!concerns(event)) return;
    const action = remoteActionOf(event, withKeys(optionsOf().keys)) ?? (isBackKey(event) ? 'back' : undefined);
    // OK ends the editing of a field that has handled the key itself.
    const endsEditing = action === 'ok' && editing.isEditing(event.target);
    if (event.defaultPrevented && !endsEditing) return;
    // The browser clicks a button on each repeat of a held key. What the first press opened would close again.
    if (action === 'ok' && event.repeat) {
      event.preventDefault();
      return;
    }
    const outcome = editing.handle(event, action);
    if (outcome === 'handled') event.preventDefault();
    if (outcome === 'handled' || outcome === 'native' || !action) return;
    if (action === 'back') goBack(event);
    else if (action === 'ok') {
      if (pressOk(event.target)) event.preventDefault();
    } else {
      event.preventDefault();
      if (!stepSlider(event.target, action)) move(action);
    }
  };

  /**
   * Browsers run keys and frames before other tasks, so a held key would delay the renders of React and all responses.
   * A message waits for those sent before it. A timer would not, because Chromium delays messages, but not timers,
   * after a key.
   */
  const waitForTasks = () => {
    isBusy = true;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        isBusy = false;
        port1.close();
      });
      port1.start();
      port2.postMessage(undefined);
    });
  };
  const move = (direction: Direction) => {
    const origin = document.activeElement ?? document.body;
    // When a layer without controls covers the whole app, the user can continue under it.
    const isAllowed = isReachable(origin) ? isReachable : canScrollTo;
    const isSideways = direction === 'left' || direction === 'right';
    // What is behind a hero that stays in place comes after what the user sees. Up and down scroll it into view.
    const isClear = (element: Element) => isAllowed(element) && offsetUntilClear(element) === 0;
    const to = { origin, direction, candidates: candidatesIn(scopeOf(), origin) };
    if (isSideways && moveFocus(to, isClear)) return;
    if (moveFocus(to, isAllowed) || (guard.isLost() && guard.recover())) return;
    if (direction === 'up' || direction === 'down') scrollToEdge(origin, direction);
  };
  const goBack = (event: KeyboardEvent) => {
    const { onExit } = optionsOf();
    const scope = scopeOf();
    if (!event.repeat && closeOverlay()) return event.preventDefault();
    if (scope === root && !onExit) return;
    event.preventDefault();
    if (event.repeat) return;
    if (!closeTop(scope, root)) onExit?.();
    // Back may be the first key.
    takeFocus();
  };

  const noteUse = (isInUse: boolean) => {
    guard.follow(isInUse);
    noteRemoteUse(root, isInUse);
  };
  /**
   * Starts to keep the focus, and focuses a control when none has the focus. Returns whether the key has done enough: OK
   * does nothing to a control that the user does not see.
   */
  const takeFocus = (isOk = false) => {
    const isFirstKey = !hasPressed;
    hasPressed = true;
    guard.start();
    noteUse(true);
    const scope = scopeOf();
    const { activeElement: active } = document;
    if (active && active !== document.body && scope.contains(active)) {
      // Locks a field that the app focused before the first key, unless the user has typed into it and so has a keyboard.
      if (isFirstKey && active !== typed) editing.lock(active);
      if (!isOk || !guard.isLost()) return guard.descend();
      guard.recover();
      return true;
    }
    return guard.recover();
  };
  const noteFocus = ({ target }: Event) => {
    if (!(target instanceof Node) || !(root.contains(target) || scopeOf().contains(target))) return;
    if (hasPressed || guard.isGiving()) editing.lock(target);
    guard.note(target);
  };
  const noteInput = ({ target }: Event) => {
    if (!hasPressed) typed = target;
  };
  const noteOtherInput = () => {
    noteUse(false);
    if (!hasPressed) guard.stop();
  };
  const notePointer = ({ target }: Event) => {
    noteOtherInput();
    editing.open(target);
  };

  guard.note(document.activeElement);
  view.addEventListener('keydown', prepare, true);
  view.addEventListener('keydown', act);
  document.addEventListener('focusin', noteFocus);
  document.addEventListener('input', noteInput);
  document.addEventListener('pointerdown', notePointer, true);
  document.addEventListener('wheel', noteOtherInput, { capture: true, passive: true });
  // A page in a frame does not take the focus from the page around it.
  if (isOnTelevision(root) && (view.parent === view || document.hasFocus())) {
    noteUse(true);
    guard.startEarly();
  }
  return () => {
    view.removeEventListener('keydown', prepare, true);
    view.removeEventListener('keydown', act);
    document.removeEventListener('focusin', noteFocus);
    document.removeEventListener('input', noteInput);
    document.removeEventListener('pointerdown', notePointer, true);
    document.removeEventListener('wheel', noteOtherInput, true);
    noteUse(false);
    editing.release();
    // Effects run twice in StrictMode. The second run gives the focus again.
    guard.takeBack();
    guard.stop();
  };
}

/** Whether the drop-ins have the layout for televisions, as in `television.css`. */
function isOnTelevision(root: Element): boolean {
  const screen = '(min-width: 1200px), (min-width: 960px) and (min-height: 500px) and (min-aspect-ratio: 16/9)';
  // Test environments have no `matchMedia`.
  return root.closest('[data-discovr-television]') !== null && (globalThis.matchMedia?.(screen).matches ?? false);
}

function consume(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Space that stays between the focused control and the edge of the scroll container, in pixels. */
const SPACE_PX = 48;

/**
 * Scrolls on in a direction in which no control follows, until the focused control would leave the screen, so that
 * users can read what is above the first and below the last control.
 */
function scrollToEdge(origin: Element, direction: 'up' | 'down'): void {
  const scroller = scrollerOf(origin);
  const isPage = scroller === document.scrollingElement;
  const seen = isPage ? { top: 0, bottom: window.innerHeight } : scroller.getBoundingClientRect();
  const { top, bottom } = origin.getBoundingClientRect();
  const room = direction === 'up' ? seen.bottom - SPACE_PX - bottom : top - seen.top - SPACE_PX;
  if (room > 0) scroller.scrollBy?.({ top: direction === 'up' ? -room : room });
}
