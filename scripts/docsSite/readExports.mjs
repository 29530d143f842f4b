import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SyntaxKind } from 'typescript/unstable/ast';
import { API, SignatureKind, SymbolFlags, TypeFlags } from 'typescript/unstable/sync';
import { entries } from '../entries.mjs';

const { name: packageName } = JSON.parse(readFileSync('package.json', 'utf8'));

/**
 * Reads the exports of the package with their types and comments: `{ name, entries, path, kind, text, tags, members }`.
 * `path` is the source file, `kind` is `class`, `function`, `type` or `value`, and `text` is the documentation.
 */
export function readExports() {
  const api = new API();
  try {
    const [project] = api.updateSnapshot({ openProject: resolve('tsconfig.json') }).getProjects();
    const found = new Map();
    for (const { path, name } of entries) {
      const file = project.program.getSourceFile(resolve(`src/${name}.ts`));
      for (const symbol of project.checker.getExportsOfModule(project.checker.getSymbolAtLocation(file))) {
        const known = found.get(symbol.name) ?? { ...describe(symbol, project), entries: [] };
        known.entries.push(path.replace('.', packageName));
        found.set(symbol.name, known);
      }
    }
    return [...found.values()];
  } finally {
    api.close();
  }
}

function describe(symbol, project) {
  const { checker } = project;
  const target = symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const node = target.declarations[0].resolve(project);
  const kind = kindOf(target);
  const type =
    kind === 'type' || kind === 'class' ? checker.getDeclaredTypeOfSymbol(target) : checker.getTypeOfSymbol(target);
  return {
    name: symbol.name,
    path: sourcePath(target.declarations[0]),
    kind,
    ...commentOf(target, checker),
    declaration: declarationOf(node, kind, type, checker),
    members: membersOf(type, kind, project),
  };
}

function kindOf({ flags }) {
  if (flags & SymbolFlags.Class) return 'class';
  if (flags & SymbolFlags.Function) return 'function';
  return flags & SymbolFlags.Value ? 'value' : 'type';
}

const sourcePath = ({ path }) => String(path).slice(resolve('.').length + 1);

function commentOf(symbol, checker) {
  const tags = symbol.getJsDocTags(checker).map(({ name, text }) => ({ name, text: (text ?? '').trim() }));
  return { text: symbol.getDocumentationComment(checker).trim(), tags };
}

/** Returns the code that declares a function or a type, without its body. */
function declarationOf(node, kind, type, checker) {
  if (kind === 'function')
    return checker.getSignaturesOfType(type, SignatureKind.Call).length > 0 ? headOf(node) : undefined;
  if (node.kind === SyntaxKind.TypeAliasDeclaration) return withoutComments(textOf(node));
  if (kind === 'value' && checker.getSignaturesOfType(type, SignatureKind.Call).length > 0)
    return `const ${node.name.text}: ${checker.typeToString(type)};`;
  return undefined;
}

const textOf = (node) => node.getText(node.getSourceFile());
const withoutComments = (code) => code.replaceAll(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '').replace(/^export /, '');

function headOf(node) {
  const text = textOf(node);
  const head = node.body
    ? text.slice(0, node.body.getStart(node.getSourceFile()) - node.getStart(node.getSourceFile()))
    : text;
  return `${withoutComments(head).trim().replace(/;$/, '')};`;
}

/** Returns the props, options, methods or fields of a type that sources of this package declare. */
function membersOf(type, kind, project) {
  const { checker } = project;
  const isObject = (type.flags & TypeFlags.Object) !== 0 || type.isIntersectionType();
  if (
    !isObject ||
    checker.isArrayLikeType(type) ||
    (kind !== 'class' && checker.getSignaturesOfType(type, SignatureKind.Call).length > 0)
  )
    return [];
  return checker
    .getPropertiesOfType(type)
    .filter(({ name, declarations }) => declarations?.[0] && !name.includes('#') && isOfPackage(declarations[0]))
    .map((property) => memberOf(property, project));
}

const isOfPackage = ({ path }) => String(path).startsWith(`${resolve('src')}/`);

function memberOf(property, project) {
  const { checker } = project;
  const node = property.declarations[0].resolve(project);
  const { text, tags } = commentOf(property, checker);
  const isOptional = (property.flags & SymbolFlags.Optional) !== 0;
  return {
    name: property.name,
    isOptional,
    isMethod: (property.flags & SymbolFlags.Method) !== 0,
    type: typeText(node, property, checker, isOptional),
    text,
    default: tags.find(({ name }) => name === 'default')?.text,
    throws: tags.filter(({ name }) => name === 'throws').map((tag) => tag.text),
  };
}

function typeText(node, property, checker, isOptional) {
  const written = node.type && node.kind !== SyntaxKind.PropertyAssignment ? methodHead(node) : undefined;
  const text = written ?? checker.typeToString(checker.getTypeOfSymbol(property));
  const line = withoutComments(text).replaceAll(/\s+/g, ' ').replace(/^\| /, '').trim();
  return isOptional ? line.replace(/ \| undefined$/, '').replace(/^\((\(.*\) => .*)\)$/, '$1') : line;
}

/** Returns the written type of a property, or the signature of a method. */
function methodHead(node) {
  if (node.kind !== SyntaxKind.MethodDeclaration && node.kind !== SyntaxKind.MethodSignature) return textOf(node.type);
  return `(${node.parameters.map(textOf).join(', ')}) => ${textOf(node.type)}`;
}
