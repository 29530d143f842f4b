/** Returns the index of the parenthesis that closes the one before `from`. */
export function closing(text, from) {
  let depth = 1;
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')' && (depth -= 1) === 0) return index;
  }
  throw new Error(`"${text}" has an unclosed parenthesis.`);
}

/** Splits text where a character matches, except inside parentheses. */
export function splitOutside(text, separator) {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth === 0 && separator.test(letter)) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** Returns the last compound of a selector: `.b:hover` of `.a > .b:hover`. */
export function subjectOf(selector) {
  return splitOutside(selector, /[ >+~]/).at(-1);
}
