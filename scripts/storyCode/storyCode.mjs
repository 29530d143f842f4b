import { format, resolveConfig } from 'prettier';
import { parseSync } from 'vite';
import { namesIn, textOf, unwrapped, valuesOf } from './syntax.mjs';
import { importLines } from './importLines.mjs';
import { withProps } from './withProps.mjs';

/**
 * Returns the code that an app would need for each story of a file, by the name of the export: a component with the props
 * of the story, the helpers it uses, and their imports. What only the story needs, such as its play function, is omitted.
 *
 * @param file path of the file, which decides the syntax.
 */
export async function storyCode(file, code) {
  const { program } = parseSync(file, code);
  const source = { code, ...topLevelOf(program.body) };
  const meta = valuesOf(unwrapped(source.declared.get('meta')?.value));
  const options = { ...(await resolveConfig(file)), parser: 'typescript', printWidth: 90 };
  const entries = source.stories.map(async ({ name, value }) => {
    const text = exampleOf(name, meta, valuesOf(unwrapped(value)), source);
    return [name, text && (await format(text, options)).trim()];
  });
  return Object.fromEntries((await Promise.all(entries)).filter(([, text]) => text !== undefined));
}

/** Returns the imports, the declarations and the stories of a module. */
function topLevelOf(body) {
  const imports = new Map();
  const declared = new Map();
  const stories = [];
  for (const node of body) {
    if (node.type === 'ImportDeclaration') {
      for (const each of node.specifiers) imports.set(each.local.name, { node, each });
    } else if (node.type === 'ExportNamedDeclaration' && node.declaration?.type === 'VariableDeclaration') {
      const [{ id, init }] = node.declaration.declarations;
      stories.push({ name: id.name, value: init });
    } else if (node.type === 'VariableDeclaration') {
      for (const { id, init } of node.declarations) if (id.name) declared.set(id.name, { node, value: init });
    } else if ('id' in node && node.id?.name) {
      declared.set(node.id.name, { node, value: node });
    }
  }
  return { imports, declared, stories };
}

function exampleOf(name, meta, story, source) {
  const props = { ...valuesOf(meta.args), ...valuesOf(story.args) };
  const body = bodyOf(name, story.render ?? meta.render, meta.component, props, source);
  if (!body) return undefined;
  const helpers = usedHelpers(body, source);
  const used = new Set([...body.names, ...helpers.flatMap(({ node }) => [...namesIn(node)])]);
  return [importLines(used, source), ...helpers.map(({ node }) => textOf(node, source.code)), body.text].join('\n\n');
}

/** Returns the component of an example, and the names that it uses. */
function bodyOf(name, render, component, props, source) {
  const heads = `export function ${name}()`;
  if (!render) {
    if (!component) return undefined;
    const tag = textOf(component, source.code);
    const { text, names } = withProps(`<${tag} {...args} />`, 'args', props, source.code);
    return { text: `${heads} {\nreturn ${text};\n}`, names: new Set([tag, ...names]) };
  }
  const [parameter] = render.params;
  const omitted = parameter?.type === 'ObjectPattern' ? parameter.properties.filter(({ key }) => key) : [];
  const given = Object.fromEntries(
    Object.entries(props).filter(([key]) => !omitted.some((each) => each.key.name === key)),
  );
  const rest =
    parameter?.type === 'ObjectPattern'
      ? parameter.properties.find(({ argument }) => argument)?.argument.name
      : parameter?.name;
  const { text, names } = withProps(textOf(render.body, source.code), rest ?? '', given, source.code);
  const block = render.body.type === 'BlockStatement' ? text : `{\nreturn ${text};\n}`;
  return { text: `${heads} ${block}`, names: new Set([...namesIn(render.body), ...names]) };
}

/** Returns the declarations of the file that an example uses, directly or through each other, in their order. */
function usedHelpers({ names }, { declared }) {
  const found = new Set();
  const left = [...names];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    const helper = declared.get(name);
    if (!helper || found.has(helper)) continue;
    found.add(helper);
    left.push(...namesIn(helper.node));
  }
  return [...found].sort((a, b) => a.node.start - b.node.start);
}
