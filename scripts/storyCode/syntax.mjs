/** Returns the code of a node, with the doc comment above it. */
export function textOf({ start, end }, code) {
  const [comment = ''] = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n$/.exec(code.slice(0, start)) ?? [];
  return comment + code.slice(start, end);
}

/** Removes `as`, `satisfies` and parentheses around an expression. */
export function unwrapped(node) {
  return node && 'expression' in node && node.type !== 'JSXExpressionContainer' ? unwrapped(node.expression) : node;
}

/** Returns the values of an object literal by name. Methods are functions. Spread objects are ignored. */
export function valuesOf(node) {
  const properties = unwrapped(node)?.properties ?? [];
  return Object.fromEntries(
    properties.filter(({ key }) => key).map(({ key, value }) => [key.name ?? key.value, value]),
  );
}

/** Returns the names that a node refers to. Names of properties and attributes are not references. */
export function namesIn(node, names = new Set()) {
  if (Array.isArray(node)) {
    for (const each of node) namesIn(each, names);
  } else if (node && typeof node === 'object') {
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') names.add(node.name);
    for (const [key, child] of Object.entries(node)) if (!isOnlyName(node, key)) namesIn(child, names);
  }
  return names;
}

function isOnlyName(node, key) {
  if (node.computed) return false;
  if (key === 'property') return node.type === 'MemberExpression' || node.type === 'JSXMemberExpression';
  if (key === 'name') return node.type === 'JSXAttribute';
  return key === 'key' && !node.shorthand;
}
