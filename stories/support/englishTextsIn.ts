import { textsOf } from '../../scripts/locales/gaps.mjs';
import { en } from '../../src/locales/en.js';
import type { Messages } from '../../src/messages/messages.js';

/** Returns the texts and names inside an element that are English messages, except loan words of the pack. */
export function englishTextsIn(root: Element, pack: Messages): string[] {
  const known = new Set(textsOf(pack).map(([, text]) => text));
  const english = new Set(textsOf(en).map(([, text]) => text));
  return shownIn(root).filter((text) => english.has(text) && !known.has(text));
}

function shownIn(root: Element): string[] {
  return (
    [...root.querySelectorAll('*')]
      // Discovr names the rails, which may be an English genre.
      .filter((element) => !element.closest('.discovr-Rail'))
      .flatMap((element) => [
        ...[...element.childNodes].filter((node) => node instanceof Text).map((node) => node.data.trim()),
        ...['aria-label', 'placeholder', 'aria-roledescription'].map((name) => element.getAttribute(name) ?? ''),
      ])
  );
}
