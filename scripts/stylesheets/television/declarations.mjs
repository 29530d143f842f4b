import { splitOutside } from './parentheses.mjs';

const SIDES = { block: ['top', 'bottom'], inline: ['left', 'right'] };
/** Properties without effect in Chromium 85 that no layout depends on. */
const DROPPED =
  /^(text-wrap|accent-color|text-underline-offset|forced-color-adjust|scrollbar-width|line-clamp|mask-image)$/;

/** Replaces the properties and values that Chromium 85 does not have. */
export function rewriteDeclarations(root) {
  root.walkDecls(DROPPED, (declaration) => declaration.remove());
  root.walkDecls((declaration) => {
    declaration.value = declaration.value.replaceAll(/(\d)[dsl]v([hw])\b/g, '$1v$2');
  });
  root.walkDecls(/^(padding|margin|border)-(block|inline)$/, (declaration) => {
    const { prop, value } = declaration;
    // A border has one value, which applies to both sides.
    const [start, end = start] = prop.startsWith('border') ? [value] : splitOutside(value, /\s/);
    replace(declaration, { [`${prop}-start`]: start, [`${prop}-end`]: end });
  });
  root.walkDecls(/^(justify-content|align-(content|items|self))$/, (declaration) => {
    // Flex containers do not know `start` and `end`. In grids, `flex-start` means `start`, and `flex-end` means `end`.
    declaration.value = declaration.value.replace(/^(start|end)$/, 'flex-$1');
  });
  root.walkDecls('overflow-x', (declaration) => {
    if (declaration.value === 'clip') replace(declaration, { 'clip-path': 'inset(-1em 0)' });
  });
  root.walkDecls('contain-intrinsic-block-size', (declaration) => {
    replace(declaration, { 'contain-intrinsic-size': `1px ${declaration.value}` });
  });
  rewriteInsets(root);
}

/** Writes `inset` and its like as `top`, `right`, `bottom` and `left`, with a rule for text that runs to the left. */
function rewriteInsets(root) {
  root.walkDecls('inset', (declaration) => {
    const [top, right = top, bottom = top, left = right] = splitOutside(declaration.value, /\s/);
    replace(declaration, { top, right, bottom, left });
  });
  root.walkDecls(/^inset-block/, (declaration) => replace(declaration, sidesOf(declaration, 'block')));
  root.walkRules((rule) => {
    const inline = rule.nodes.filter(({ prop }) => prop?.startsWith('inset-inline'));
    const sides = Object.assign({}, ...inline.map((declaration) => sidesOf(declaration, 'inline')));
    for (const declaration of inline) replace(declaration, sidesOf(declaration, 'inline'));
    const { left = 'auto', right = 'auto' } = sides;
    if (left === right) return;
    const mirrored = rule.cloneAfter();
    mirrored.removeAll();
    mirrored.selectors = rule.selectors.map((selector) => `:where([dir='rtl']) ${selector}`);
    mirrored.append({ prop: 'left', value: right }, { prop: 'right', value: left });
  });
}

function sidesOf({ prop, value }, axis) {
  const [before, after] = SIDES[axis];
  if (prop.endsWith('-start')) return { [before]: value };
  if (prop.endsWith('-end')) return { [after]: value };
  const [start, end = start] = splitOutside(value, /\s/);
  return { [before]: start, [after]: end };
}

function replace(declaration, values) {
  for (const [prop, value] of Object.entries(values)) declaration.cloneBefore({ prop, value });
  declaration.remove();
}
