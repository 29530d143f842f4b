import { closing, splitOutside } from './parentheses.mjs';

/**
 * Returns the specificity of a selector as one number: classes count 1000, types 1. No selector of the stylesheet has an
 * id.
 */
export function specificityOf(selector) {
  const list = /:(is|where|not)\(/.exec(selector);
  if (list) {
    const start = list.index + list[0].length;
    const end = closing(selector, start);
    const inner = splitOutside(selector.slice(start, end), /,/).map(specificityOf);
    const rest = specificityOf(`${selector.slice(0, list.index)}${selector.slice(end + 1)}`);
    return rest + (list[1] === 'where' ? 0 : Math.max(...inner));
  }
  const withoutAttributes = selector.replaceAll(/\[[^\]]*\]/g, '.x').replaceAll(/:[a-z-]+\([^)]*\)/g, '.x');
  const elements = withoutAttributes.match(/::[a-z-]+/g) ?? [];
  const simple = withoutAttributes.replaceAll(/::[a-z-]+/g, '');
  const classes = simple.match(/[.:][\w-]+/g) ?? [];
  const types = simple.replaceAll(/[.:][\w-]+/g, '').match(/[a-z][\w-]*/g) ?? [];
  return classes.length * 1000 + types.length + elements.length;
}
