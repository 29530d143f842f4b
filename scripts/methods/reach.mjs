import { basename, dirname } from 'node:path/posix';
import { codeOf, exportsOf, modulesFrom } from './modules.mjs';

const LIST_TABLE = 'src/react/titles/lists/listMethodNames.ts';
/** The search stops at the client, because the table does not depend on its implementation. */
const CLIENT = 'src/client/DiscovrClient.ts';

/**
 * Finds the client methods that hooks, query options and drop-ins call. Searches the modules of hooks and query
 * options, and the hooks that drop-ins use. A call that a hook makes through another hook counts only for that other
 * hook. The same applies to query options and drop-ins.
 *
 * @returns `hooks`, `factories` and `dropIns`, each a list of `{ name, path, methods }` in the order of `src/index.ts`.
 */
export function findReach(methods) {
  const exported = exportsOf('src/index.ts');
  const [hooks, factories] = [/^use[A-Z]/, /QueryOptions$/].map((kind) =>
    exported
      .filter(({ name }) => kind.test(name))
      .map((one, _index, all) => ({ ...one, modules: modulesOf(one.path, all) }))
      .map((one) => ({ ...one, methods: calledIn(one.modules, methods, listsNamedIn(codeOf(one.path))) })),
  );
  const dropIns = exported
    .filter(({ name, path }) => isDropIn(name, path))
    .map((dropIn, _index, all) => ({ ...dropIn, methods: calledBy(modulesOf(dropIn.path, all), hooks, methods) }));
  return { hooks, factories, dropIns };
}

/** Whether an export is a drop-in: a component in a folder of its name, or in `src/react`, such as the provider. */
function isDropIn(name, path) {
  if (!/^[A-Z]/.test(name)) return false;
  return path.startsWith('src/components/') ? basename(dirname(path)) === name : path.startsWith('src/react/');
}

/** Returns the modules that an export imports, directly or indirectly, but not through exports of the same kind. */
function modulesOf(path, siblings) {
  const others = new Set(siblings.map((sibling) => sibling.path).filter((other) => other !== path));
  const isBorder = (module) => module === CLIENT || others.has(module);
  return modulesFrom(path, isBorder).filter((module) => !isBorder(module));
}

/**
 * Returns the methods a drop-in calls, directly or through hooks. A hook that names no list counts for the lists that
 * the drop-in names, or for all lists if the drop-in names none either.
 */
function calledBy(modules, hooks, methods) {
  const own = modules.filter((module) => module.startsWith('src/components/'));
  const lists = listsNamedIn(own.map(codeOf).join('\n'));
  const used = hooks.filter(({ path }) => modules.includes(path));
  const ofHooks = used.flatMap((hook) => {
    const named = listsNamedIn(codeOf(hook.path));
    return [...calledIn(hook.modules, methods, named.length > 0 ? named : lists)];
  });
  const behindHooks = new Set(used.flatMap((hook) => hook.modules));
  return new Set([
    ...ofHooks,
    ...calledIn(
      modules.filter((module) => !behindHooks.has(module)),
      methods,
      lists,
    ),
  ]);
}

function calledIn(modules, methods, lists) {
  const code = modules.map(codeOf).join('\n');
  const isCalled = (name) =>
    new RegExp(`\\b[cC]lient\\.${name}(?:\\?\\.)?\\(|\\brequireMethod\\(\\s*\\w+,\\s*'${name}'`).test(code);
  return new Set([...methods.filter(isCalled), ...calledByTable(code, lists)]);
}

/** Returns the methods that are called through the table of list methods. If no list is named, all lists count. */
function calledByTable(code, lists) {
  if (!/\blistMethodNames\[/.test(code)) return [];
  const kinds = ['get', 'add', 'remove'].filter((kind) => new RegExp(`(?:\\]|\\bnames)\\.${kind}\\b`).test(code));
  return listTable()
    .filter(({ list }) => lists.length === 0 || lists.includes(list))
    .flatMap(({ names }) => kinds.map((kind) => names[kind]));
}

function listsNamedIn(code) {
  return listTable()
    .map(({ list }) => list)
    .filter((list) => code.includes(`'${list}'`));
}

function listTable() {
  return [...codeOf(LIST_TABLE).matchAll(/(\w+): \{([^}]*)\}/g)].map(([, list, row]) => ({
    list,
    names: Object.fromEntries([...row.matchAll(/(\w+): '(\w+)'/g)].map(([, kind, name]) => [kind, name])),
  }));
}
