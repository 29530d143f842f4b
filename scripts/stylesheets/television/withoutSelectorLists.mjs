import { closing, splitOutside } from './parentheses.mjs';

/**
 * Expands a selector for browsers that support neither `:is()` nor `:where()`: `:where(.a, .b) .c` becomes `.a .c` and
 * `.b .c`. A `:not()` with several arguments becomes several `:not()`.
 *
 * @param {string} selector
 * @returns {string[]}
 */
export function withoutSelectorLists(selector) {
  const found = /:(is|where|not)\(/.exec(selector);
  if (!found) return [selector];
  const start = found.index + found[0].length;
  const end = closing(selector, start);
  const before = selector.slice(0, found.index);
  const inner = splitOutside(selector.slice(start, end), /,/);
  const after = selector.slice(end + 1);
  if (found[1] === 'not') {
    const negations = inner
      .flatMap((argument) => withoutSelectorLists(argument))
      .map((argument) => `:not(${argument})`);
    return withoutSelectorLists(after).map((rest) => before + negations.join('') + rest);
  }
  return inner.flatMap((argument) => withoutSelectorLists(merge(before, argument, after)));
}

/** Puts a type selector from a list first in its compound selector: `.a:where(button)` becomes `button.a`. */
function merge(before, argument, after) {
  const compound = /[^ >+~]*$/.exec(before)[0];
  if (compound && /^[a-z]/.test(argument)) {
    return before.slice(0, before.length - compound.length) + argument + compound + after;
  }
  // `.a:where(.b *)` matches .a inside .b.
  if (compound && argument.endsWith(' *')) {
    return `${before.slice(0, before.length - compound.length)}${argument.slice(0, -1)}${compound}${after}`;
  }
  return before + argument + after;
}
