import { specificityOf } from './specificity.mjs';
import { familyOf } from './families.mjs';
import { subjectOf } from './parentheses.mjs';

const CLASS = 1000;
/** Classes of elements that have a second class of the library. */
export const SHARED = ['Root', 'Button', 'TextButton', 'Card', 'Dialog'].map((name) => `.discovr-${name}`);

/**
 * Makes the same rules win after `:where()` is removed. Without `:where()`, a selector is more specific than before, so
 * it would win over later rules. Such a later rule gets its class repeated until it is specific enough. Rules for other
 * elements or other properties stay as they are.
 *
 * @param {{ selector: string, before: number, properties: Iterable<string> }[]} entries selectors in the order of the
 *   stylesheet, each with its specificity before the change.
 * @returns {string[]} the selectors, in the same order.
 */
export function keepCascade(entries) {
  const all = entries.map(({ selector, before, properties }, index) => {
    const subject = subjectOf(selector);
    return {
      selector,
      before,
      index,
      after: specificityOf(selector),
      families: new Set([...properties].map(familyOf)),
      classes: subject.match(/\.discovr-[\w-]+/g) ?? [],
      pseudoElement: subject.match(/::[\w-]+/)?.[0],
    };
  });
  const weaker = [];
  for (const entry of all.toSorted((a, b) => a.before - b.before || a.index - b.index)) {
    const needed = weaker
      .filter((other) => areOnSameElement(entry, other) && setSameProperty(entry, other))
      .map((other) => (other.index < entry.index ? other.after : other.after + 1));
    const missing = Math.max(0, ...needed) - entry.after;
    if (missing > 0) {
      const repeats = Math.ceil(missing / CLASS);
      entry.selector = repeatClass(entry.selector, repeats);
      entry.after += repeats * CLASS;
    }
    weaker.push(entry);
  }
  return all.map(({ selector }) => selector);
}

function areOnSameElement(one, other) {
  if (one.pseudoElement !== other.pseudoElement) return false;
  if (one.classes.length === 0 || other.classes.length === 0) return true;
  return [...one.classes, ...other.classes].some(
    (name) => SHARED.includes(name) || (one.classes.includes(name) && other.classes.includes(name)),
  );
}

const setSameProperty = (one, other) => [...one.families].some((family) => other.families.has(family));

/** Repeats the first class or attribute of a selector. */
function repeatClass(selector, times) {
  return selector.replace(/\.[\w-]+|\[[^\]]*\]/, (found) => found.repeat(times + 1));
}
