import { familiesOf, familyOf } from './families.mjs';
import { subjectOf } from './parentheses.mjs';

/** A `:not()` whose last argument is everything inside an element: `:not(.a *)`. */
const EXCEPTION = /:not\((?:([^()]+), )?([^() ]+) \*\)/;

/**
 * Rewrites rules that do not apply inside an element, such as `.x:not(.dialog *)`, because `:not()` cannot contain a
 * combinator. The rule applies everywhere, and the rules that it overrides are repeated for that element.
 */
export function rewriteExceptions(root) {
  root.walkRules((rule) => {
    const [, others, container] = EXCEPTION.exec(rule.selector) ?? [];
    if (!container) return;
    const overridden = overriddenBy(rule, root);
    const restored = new Set(overridden.flatMap((earlier) => [...familiesOf(earlier)]));
    rule.selector = rule.selector.replace(EXCEPTION, others ? `:not(${others})` : '').replace(':where()', '');
    const nodes = rule.nodes
      .filter(({ type, prop }) => type === 'decl' && !restored.has(familyOf(prop)))
      .map((declaration) => declaration.clone({ value: 'revert' }));
    const restoring = nodes.length > 0 ? [cloneWith(rule, nodes), ...overridden] : overridden;
    for (const earlier of restoring) {
      earlier.selectors = earlier.selectors.map((selector) => `:where(${container}) ${selector}`);
    }
    rule.after(restoring);
  });
}

/** Copies the earlier rules for the same class, with only the properties that the rule sets. */
function overriddenBy(rule, root) {
  const classOf = (selector) => subjectOf(selector).match(/^\.[\w-]+/)?.[0];
  const families = familiesOf(rule);
  const topLevel = (node) => (node.parent === root ? node : topLevel(node.parent));
  return root.nodes.slice(0, root.index(topLevel(rule))).flatMap((earlier) => {
    if (earlier.type !== 'rule') return [];
    const selectors = earlier.selectors.filter((selector) => classOf(selector) === classOf(rule.selector));
    const nodes = earlier.nodes.filter(({ type, prop }) => type === 'decl' && families.has(familyOf(prop)));
    if (selectors.length === 0 || nodes.length === 0) return [];
    const copy = cloneWith(
      earlier,
      nodes.map((node) => node.clone()),
    );
    copy.selectors = selectors;
    return [copy];
  });
}

function cloneWith(rule, nodes) {
  const copy = rule.clone();
  copy.removeAll();
  return copy.append(nodes);
}
