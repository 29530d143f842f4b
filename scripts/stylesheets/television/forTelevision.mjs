import postcss from 'postcss';
import { resolveContainers, resolveForcedColors } from './containers.mjs';
import { rewriteDeclarations } from './declarations.mjs';
import { rewriteExceptions } from './exceptions.mjs';
import { keepCascade } from './keepCascade.mjs';
import { specificityOf } from './specificity.mjs';
import { withoutSelectorLists } from './withoutSelectorLists.mjs';

const PLAIN = '--d-sheet-plain: 1;';
/** Widths of elements that have an aspect ratio. */
const WIDTHS = { '.discovr-Hero-slide': 'var(--d-cq)' };

/**
 * Rewrites `styles.css` for televisions of 2022 (Chromium 85), so that it looks the same there at 1920 × 1080.
 *
 * @param {string} css
 * @param {string} extra rules for what cannot be rewritten, such as aspect ratios.
 */
export function forTelevision(css, extra = '') {
  const root = postcss.parse(`${css.replace(PLAIN, '--d-sheet-tv: 1;')}\n${extra}`);
  root.walkComments((comment) => comment.remove());
  // Each asks for a feature of a later browser.
  root.walkAtRules('supports', (rule) => rule.remove());
  root.walkRules(/::-moz-/, (rule) => rule.remove());
  resolveForcedColors(root);
  resolveContainers(root);
  rewriteExceptions(root);
  rewriteDeclarations(root);
  rewriteAspectRatios(root, extra);
  rewriteSelectors(root);
  for (const type of ['rule', 'atrule']) {
    root.walk((node) => {
      if (node.type === type && node.nodes.length === 0) node.remove();
    });
  }
  return root.toString();
}

/** Replaces the aspect ratios. The extra rules must set the height of each element whose width is not known here. */
function rewriteAspectRatios(root, extra) {
  root.walkDecls('aspect-ratio', (declaration) => {
    const { selector } = declaration.parent;
    const width = WIDTHS[selector];
    if (width) declaration.cloneBefore({ prop: 'min-block-size', value: `calc(${width} / (${declaration.value}))` });
    else if (declaration.value !== 'auto' && !extra.includes(selector))
      throw new Error(`chromium85.css lacks the height of "${selector}".`);
    declaration.remove();
  });
}

/** Writes out lists of selectors, and keeps which rule wins. */
function rewriteSelectors(root) {
  const entries = [];
  root.walkRules((rule) => {
    if (rule.parent.name?.endsWith('keyframes')) return;
    const properties = rule.nodes.map(({ prop }) => prop);
    for (const written of rule.selectors) {
      for (const selector of withoutSelectorLists(written.replaceAll(':focus-visible', ':focus'))) {
        entries.push({ rule, selector, before: specificityOf(written), properties });
      }
    }
  });
  const selectorsOf = new Map();
  for (const [index, selector] of keepCascade(entries).entries()) {
    const { rule } = entries[index];
    selectorsOf.set(rule, [...(selectorsOf.get(rule) ?? []), selector]);
  }
  for (const [rule, selectors] of selectorsOf) rule.selectors = [...new Set(selectors)];
}
