import { en } from '../../../src/locales/en.js';

/** The error codes by their messages. */
const CODES = new Map<string, string>(Object.entries(en.errors).map(([code, text]) => [text, code]));

/** What the user can see of the app, or hear from a screen reader, at one moment. */
export interface View {
  /** Headings of the visible steps. Empty when the app inside the gate is shown. */
  readonly steps: readonly string[];
  /** Messages about the status, visible or only for screen readers, by the element that contains them. */
  readonly messages: ReadonlyMap<Element, string>;
  /** Names of the profiles the user can choose. */
  readonly profiles: readonly string[];
  /** The code for another device, if one is shown. */
  readonly code: string | undefined;
}

const STEPS =
  '.discovr-SignIn-title, .discovr-DeviceSignIn-title, .discovr-ProfilePicker-title, .discovr-StateNotice-title';
const MESSAGES = '[role=alert], [role=status], .discovr-FieldMessage, .discovr-StateNotice-text';

/** Reads what the user can see at this moment. */
export function currentView(page: ParentNode = document): View {
  const elements = [...page.querySelectorAll(MESSAGES)].filter((element) => textOf(element) !== '');
  // A screen reader announces the content of a live region each time the child element is replaced.
  const innermost = elements.map((element) => element.querySelector(':scope > span, :scope > p') ?? element);
  return {
    steps: [...page.querySelectorAll(STEPS)].map(textOf),
    messages: new Map(innermost.map((element) => [element, textOf(element)])),
    profiles: [...page.querySelectorAll('bdi.discovr-ProfileTile-name')].map(textOf),
    code: page.querySelector('.discovr-DeviceSignIn-code [aria-hidden]')?.textContent ?? undefined,
  };
}

/**
 * Describes what the user sees after a step as Markdown, with the code of an error in place of its message. Returns
 * "nothing" if no message is shown.
 */
export function describeView(before: View, after: View): string {
  const isSameStep = before.steps.join() === after.steps.join();
  const step = isSameStep ? [] : [after.steps.length > 0 ? `_${after.steps.map(stepName).join(', ')}_` : 'the app'];
  const isListChanged = isSameStep && before.profiles.join() !== after.profiles.join();
  const list = isListChanged ? [after.profiles.join(', ')] : [];
  const isFailed = [...after.messages.keys()].some((element) => element.closest('[role=alert]'));
  const messages = after.code
    ? [after.code === before.code ? 'the same code' : 'a code']
    : [...after.messages]
        // A state of a sign-in without a sentence consists of its heading, which is named as the step.
        .filter(([element, text]) => !after.steps.includes(text) && isPerceived(element, text, before, isFailed))
        .map(([, text]) => (CODES.has(text) ? `\`${CODES.get(text)}\`` : `“${text}”`));
  return [...step, ...list, ...new Set(messages)].join(' ') || 'nothing';
}

const STEP_NAMES = new Map<string, string>([
  [en.signIn.title, 'sign-in'],
  [en.deviceSignIn.title, 'code'],
]);
const stepName = (heading: string) => STEP_NAMES.get(heading) ?? heading;

/**
 * Whether a message counts for the table. A visible message counts as long as it is shown. A message only for screen
 * readers counts when it is announced, unless an alert reports a failure.
 */
function isPerceived(element: Element, text: string, before: View, isFailed: boolean): boolean {
  if (element.closest('.discovr-VisuallyHidden') === null) return true;
  return !isFailed && before.messages.get(element) !== text;
}

function textOf(element: Element): string {
  return (element.textContent ?? '').replace(/(?<=Error ID: )\w+/, '…').trim();
}
