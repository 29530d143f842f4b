import { minifySync, parseSync, Visitor } from 'vite';

/** Returns the names of the globals that a module reads, as variables or as properties of `globalThis`. */
export function globalsOf(source) {
  // Minified, so that each local variable has a short name of its own.
  const { code } = minifySync('module.js', source, { mangle: { toplevel: true } });
  const names = new Set();
  /** Identifiers that are no variables, because they name a property or an export. */
  const others = new Set();
  const skipKey = ({ key, computed }) => !computed && others.add(key);
  const isGlobal = (node) => node?.type === 'Identifier' && node.name === 'globalThis';
  new Visitor({
    MemberExpression({ object, property, computed }) {
      if (!computed) others.add(property);
      if (isGlobal(object)) names.add(computed ? property.value : property.name);
    },
    VariableDeclarator({ id, init }) {
      if (isGlobal(init) && id.type === 'ObjectPattern') for (const { key } of id.properties) names.add(key?.name);
    },
    Property: skipKey,
    PropertyDefinition: skipKey,
    MethodDefinition: skipKey,
    ImportSpecifier: ({ imported }) => others.add(imported),
    ExportSpecifier: ({ exported }) => others.add(exported),
    Identifier: (node) => others.has(node) || names.add(node.name),
  }).visit(parseSync('module.js', code).program);
  return names;
}
