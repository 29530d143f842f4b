/**
 * Expands a selector for browsers that support neither `:is()` nor `:where()`: `:where(.a, .b) .c` becomes `.a .c` and
 * `.b .c`. A `:not()` with several arguments becomes several `:not()`. Arguments of `:not()` that contain a combinator
 * are dropped, because these browsers do not support them.
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
  const inner = splitList(selector.slice(start, end));
  const after = selector.slice(end + 1);
  if (found[1] === 'not') {
    const simple = inner.filter((argument) => !/[ >+~]/.test(argument.trim()));
    const negations = simple
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

function closing(text, from) {
  let depth = 1;
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')' && (depth -= 1) === 0) return index;
  }
  throw new Error(`The selector ${text} has an unclosed parenthesis.`);
}

/** Splits a list at commas outside parentheses. */
function splitList(text) {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}
