import { familiesOf, familyOf } from './families.mjs';
import { subjectOf } from './parentheses.mjs';

/** An argument of `:not()` that is everything inside an element: `.a *` of `:not(.b, .a *)`. */
const EXCEPTION = /(:not\((?:[^()]+, )?)([^(), ]+) \*(?:, )?/;

/**
 * Rewrites rules that do not apply inside an element, such as `.x:not(.dialog *)`, because `:not()` cannot contain a
 * combinator. The rule applies everywhere, and the rules that it overrides are repeated for that element.
 */
export function rewriteExceptions(root) {
  root.walkRules((rule) => {
    if (!EXCEPTION.test(rule.selector)) return;
    for (const selector of rule.selectors.toReversed()) rule.after(rewritten(rule, selector, root));
    rule.remove();
  });
}

/**
 * Returns the rule for one of its selectors, and the rules that restore, inside the elements that the selector leaves
 * out, what the rule overrides.
 */
function rewritten(rule, selector, root) {
  const containers = [];
  let written = selector;
  for (let found = EXCEPTION.exec(written); found; found = EXCEPTION.exec(written)) {
    containers.push(found[2]);
    written = written.replace(EXCEPTION, '$1');
  }
  written = written.replace(', )', ')').replace(':not()', '').replace(':where()', '');
  const overridden = overriddenBy(rule, written, root);
  const restored = new Set(overridden.flatMap((earlier) => [...familiesOf(earlier)]));
  const others = rule.nodes
    .filter(({ type, prop }) => type === 'decl' && !restored.has(familyOf(prop)))
    .map((declaration) => declaration.clone({ value: 'revert' }));
  const reverting = others.length > 0 ? [cloneWith(rule, [written], others)] : [];
  const restoring = containers.flatMap((container) =>
    [...reverting, ...overridden].map((earlier) => {
      const inside = earlier.selectors.map((inner) => `:where(${container}) ${inner}`);
      return cloneWith(earlier, inside, earlier.nodes);
    }),
  );
  return [cloneWith(rule, [written], rule.nodes), ...restoring];
}

/** Copies the earlier rules for the same class, with only the properties that the rule sets. */
function overriddenBy(rule, written, root) {
  const classOf = (selector) => subjectOf(selector).match(/^\.[\w-]+/)?.[0];
  const families = familiesOf(rule);
  const topLevel = (node) => (node.parent === root ? node : topLevel(node.parent));
  return root.nodes.slice(0, root.index(topLevel(rule))).flatMap((earlier) => {
    if (earlier.type !== 'rule') return [];
    const selectors = earlier.selectors.filter((selector) => classOf(selector) === classOf(written));
    const nodes = earlier.nodes.filter(({ type, prop }) => type === 'decl' && families.has(familyOf(prop)));
    return selectors.length > 0 && nodes.length > 0 ? [cloneWith(earlier, selectors, nodes)] : [];
  });
}

function cloneWith(rule, selectors, nodes) {
  const copy = rule.clone();
  copy.removeAll();
  copy.selectors = selectors;
  return copy.append(nodes.map((node) => node.clone()));
}
