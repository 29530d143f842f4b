import { format, resolveConfig } from 'prettier';
import { findReach } from './reach.mjs';
import { sdkMethods, withoutDropIn, withoutHook } from './sdkMethods.mjs';
import { findTest, readTests } from './tests.mjs';

const START = '<!-- methods: written by `npm run methods -- --write` -->';
const END = '<!-- /methods -->';

/**
 * Reads the hooks, drop-ins and the test of each method from the sources: `{ group, method, hooks, dropIns, test }`.
 * For a method without a hook, `hooks` contains query options.
 *
 * @param page current text of docs/methods.md. A test listed there is kept as long as it calls its method.
 */
export function readMethods(page) {
  const { hooks, factories, dropIns } = findReach(Object.values(sdkMethods).flat());
  const tests = readTests();
  const rows = Object.entries(sdkMethods).flatMap(([group, methods]) => methods.map((method) => ({ group, method })));
  return rows.map(({ group, method }) => {
    const callersIn = (all) => all.filter(({ methods }) => methods.has(method));
    const ownHooks = [callersIn(hooks), callersIn(factories)].find((callers) => callers.length > 0) ?? [];
    const currentTest = new RegExp(`^\\| \`${method}\`.*\`([^\`]*)\` *\\|$`, 'm').exec(page)?.[1];
    const names = ownHooks.map(({ name }) => name);
    return {
      group,
      method,
      hooks: ownHooks,
      dropIns: callersIn(dropIns),
      test: findTest(tests, method, names, currentTest),
    };
  });
}

/** Returns a message for each missing test, each hook or drop-in missing without a reason, and each obsolete reason. */
export function findGaps(rows) {
  const unhooked = Object.values(withoutHook).flat();
  const undropped = Object.values(withoutDropIn).flat();
  return rows.flatMap(({ method, hooks, dropIns, test }) => {
    const hasReason = unhooked.includes(method) || undropped.includes(method);
    return [
      !test && `No test calls ${method}() or one of its hooks. Write a test.`,
      hooks.length === 0 &&
        !unhooked.includes(method) &&
        `${method}() has no hook. Write one, or add a reason to withoutHook.`,
      hooks.length > 0 && unhooked.includes(method) && `${method}() has a hook. Remove it from withoutHook.`,
      dropIns.length === 0 && !hasReason && `${method}() has no drop-in. Write one, or add a reason to withoutDropIn.`,
      dropIns.length > 0 && undropped.includes(method) && `${method}() has a drop-in. Remove it from withoutDropIn.`,
    ].filter(Boolean);
  });
}

/** Returns the page with the current table between its marks. */
export async function withTable(page, rows) {
  const [before, rest] = page.split(START);
  const after = rest?.split(END)[1];
  if (after === undefined)
    throw new Error(`docs/methods.md needs the lines ${START} and ${END}. The table is written between them.`);
  const table = [
    '| method | hook or query options | drop-in | test |',
    '| --- | --- | --- | --- |',
    ...tableRows(rows),
  ].join('\n');
  const reasons = reasonLines({ 'No hook': withoutHook, 'No drop-in': withoutDropIn }).join('\n');
  const text = `${before}${START}\n\n${table}\n\n${reasons}\n\n${END}${after}`;
  return format(text, { ...(await resolveConfig('docs/methods.md')), parser: 'markdown' });
}

function tableRows(rows) {
  const cell = (names) => names.map((name) => `\`${name}\``).join(', ') || '–';
  const namesOf = (callers) => callers.map(({ name }) => name);
  return rows.flatMap(({ group, method, hooks, dropIns, test }, index) => [
    ...(rows[index - 1]?.group === group ? [] : [`| **${group}** | | | |`]),
    `| \`${method}\` | ${cell(namesOf(hooks))} | ${cell(namesOf(dropIns).map((name) => `<${name}>`))} | \`${test}\` |`,
  ]);
}

function reasonLines(kinds) {
  return Object.entries(kinds).flatMap(([kind, reasons]) =>
    Object.entries(reasons).map(
      ([reason, methods]) => `- ${kind} for ${methods.map((method) => `\`${method}\``).join(', ')}: ${reason}`,
    ),
  );
}
