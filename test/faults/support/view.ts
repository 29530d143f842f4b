/** What a person can see and hear of the app at one moment. */
export interface View {
  /** Headings of the steps that are shown; none once the person is in. */
  readonly steps: readonly string[];
  /** Visible words about how things stand, and what a screen reader was told; by the element that holds them. */
  readonly words: ReadonlyMap<Element, string>;
  /** Names of the profiles that are offered. */
  readonly profiles: readonly string[];
  /** The code for another device, where one is shown. */
  readonly code: string | undefined;
}

const STEPS = '.discovr-SignIn-title, .discovr-DeviceSignIn-title, .discovr-ProfilePicker-title';
const WORDS = '[role=alert], [role=status], .discovr-FieldMessage, .discovr-ProfilePicker-text';

/** Looks at the page. */
export function viewOfPopup(page: ParentNode = document): View {
  const elements = [...page.querySelectorAll(WORDS)].filter((element) => textOf(element) !== '');
  // What stands inside a live region is told anew whenever it is put there anew.
  const innermost = elements.map((element) => element.querySelector(':scope > span, :scope > p') ?? element);
  return {
    steps: [...page.querySelectorAll(STEPS)].map(textOf),
    words: new Map(innermost.map((element) => [element, textOf(element)])),
    profiles: [...page.querySelectorAll('bdi.discovr-ProfileTile-name')].map(textOf),
    code: page.querySelector('.discovr-DeviceSignIn-code [aria-hidden]')?.textContent ?? undefined,
  };
}

/** What a person sees after something happened, as Markdown; "nothing" where nothing tells of it. */
export function describeView(before: View, after: View): string {
  const isSameStep = before.steps.join() === after.steps.join();
  const step = isSameStep ? [] : [after.steps.length > 0 ? `_${after.steps.join(', ')}_` : 'the app'];
  const isListNews = isSameStep && before.profiles.join() !== after.profiles.join();
  const list = isListNews ? [after.profiles.join(', ')] : [];
  const isFailed = [...after.words.keys()].some((element) => element.closest('[role=alert]'));
  const words = after.code
    ? [after.code === before.code ? 'the same code' : 'a code']
    : [...after.words]
        .filter(([element, text]) => isNews(element, text, before, isFailed))
        .map(([, text]) => `“${text}”`);
  return [...step, ...list, ...new Set(words)].join(' ') || 'nothing';
}

/**
 * What can be seen counts as long as it stands there; what only a screen reader hears counts when it is told, and until
 * an alert says what came of it.
 */
function isNews(element: Element, text: string, before: View, isFailed: boolean): boolean {
  if (element.closest('.discovr-VisuallyHidden') === null) return true;
  return !isFailed && before.words.get(element) !== text;
}

function textOf(element: Element): string {
  return (element.textContent ?? '').replace(/(?<=Error ID: )\w+/, '…').trim();
}
