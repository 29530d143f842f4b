/** Properties whose name does not begin with that of the shorthand that sets them. */
const SHORTHANDS = { 'line-height': 'font', align: 'place', justify: 'place', row: 'gap', column: 'gap' };

/** Returns a name that a property shares with each property that sets the same thing: `margin` for `margin-left`. */
export function familyOf(property) {
  if (property.startsWith('--') || property === 'color-scheme') return property;
  const [first] = property.replace(/^-\w+-/, '').split('-');
  return SHORTHANDS[property] ?? SHORTHANDS[first] ?? first;
}

/** Returns the families of a rule. */
export function familiesOf(rule) {
  return new Set(rule.nodes.filter(({ type }) => type === 'decl').map(({ prop }) => familyOf(prop)));
}
