import postcss from 'postcss';
import { withoutSelectorLists } from './withoutSelectorLists.mjs';

const PLAIN = '--d-sheet-plain: 1;';
const SIDES = { block: ['top', 'bottom'], inline: ['left', 'right'] };

/**
 * Rewrites `styles.css` for the browsers of televisions since 2022 (Chromium 85). Replaces selector lists,
 * `:focus-visible` and logical shorthands. Container widths and aspect ratios stay unchanged, because replacing them
 * would need a different layout. For that reason, the result is not part of the package.
 *
 * @param {string} css
 */
export function forTelevision(css) {
  const root = postcss.parse(css.replace(PLAIN, '--d-sheet-tv: 1;'));
  root.walkRules((rule) => {
    if (rule.parent.name?.endsWith('keyframes')) return;
    const selectors = rule.selectors.flatMap((selector) => withoutSelectorLists(selector));
    rule.selectors = [...new Set(selectors.map((selector) => selector.replaceAll(':focus-visible', ':focus')))];
  });
  root.walkDecls(/^(padding|margin|border)-(block|inline)$/, (declaration) => {
    const [start, end = start] = valuesOf(declaration.value);
    // A border shorthand has one value, which applies to both sides.
    const [first, last] = declaration.prop.startsWith('border') ? [declaration.value, declaration.value] : [start, end];
    replace(declaration, { [`${declaration.prop}-start`]: first, [`${declaration.prop}-end`]: last });
  });
  root.walkDecls(/^inset(-block|-inline)?$/, (declaration) => {
    const axis = declaration.prop.slice('inset-'.length);
    const [first, second = first, third = first, fourth = second] = valuesOf(declaration.value);
    const sides = axis
      ? { [SIDES[axis][0]]: first, [SIDES[axis][1]]: second }
      : { top: first, right: second, bottom: third, left: fourth };
    replace(declaration, sides);
  });
  root.walkDecls(/^inset-block-(start|end)$/, (declaration) => {
    replace(declaration, { [declaration.prop.endsWith('start') ? 'top' : 'bottom']: declaration.value });
  });
  return root.toString();
}

function replace(declaration, values) {
  for (const [prop, value] of Object.entries(values)) declaration.cloneBefore({ prop, value });
  declaration.remove();
}

/** Splits a value at spaces outside parentheses. */
function valuesOf(value) {
  return value.match(/(?:[^\s()]+|\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\))+/g) ?? [value];
}
