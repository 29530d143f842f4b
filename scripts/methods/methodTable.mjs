import { basename } from 'node:path/posix';
import { format, resolveConfig } from 'prettier';
import { findReach } from './reach.mjs';
import { sdkMethods, withoutDropIn, withoutHook } from './sdkMethods.mjs';
import { findTest, readTests } from './tests.mjs';

const START = '<!-- methods: written by `npm run methods -- --write` -->';
const END = '<!-- /methods -->';

/**
 * Finds the hooks, drop-ins and tests of each method in the sources: `{ group, method, hooks, dropIns, test }`. If a
 * method has no hook, its query options are listed instead.
 *
 * @param readme text of README.md. A test in its table stays there while it still calls the method.
 */
export function readMethods(readme) {
  const { hooks, factories, dropIns } = findReach(Object.values(sdkMethods).flat());
  const tests = readTests();
  const rows = Object.entries(sdkMethods).flatMap(([group, methods]) => methods.map((method) => ({ group, method })));
  return rows.map(({ group, method }) => {
    const callersIn = (all) => all.filter(({ methods }) => methods.has(method));
    const ownHooks = [callersIn(hooks), callersIn(factories)].find((callers) => callers.length > 0) ?? [];
    const currentTest = new RegExp(`^\\| \`${method}\`.*\\]\\(([^)]*)\\) *\\|$`, 'm').exec(readme)?.[1];
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

/** Returns a message for each method that lacks a hook, drop-in or test without a reason, and for outdated reasons. */
export function findGaps(rows) {
  const unhooked = Object.values(withoutHook).flat();
  const undropped = Object.values(withoutDropIn).flat();
  return rows.flatMap(({ method, hooks, dropIns, test }) => {
    const hasReason = unhooked.includes(method) || undropped.includes(method);
    return [
      !test && `No test calls ${method}() or a hook of it. Write one.`,
      hooks.length === 0 &&
        !unhooked.includes(method) &&
        `${method}() has no hook. Write one, or add the reason to withoutHook.`,
      hooks.length > 0 && unhooked.includes(method) && `${method}() has a hook. Remove it from withoutHook.`,
      dropIns.length === 0 &&
        !hasReason &&
        `${method}() has no drop-in. Write one, or add the reason to withoutDropIn.`,
      dropIns.length > 0 && undropped.includes(method) && `${method}() has a drop-in. Remove it from withoutDropIn.`,
    ].filter(Boolean);
  });
}

/** Returns the README with the current table between its markers. */
export async function withTable(readme, rows) {
  const [before, rest] = readme.split(START);
  const after = rest?.split(END)[1];
  if (after === undefined)
    throw new Error(`README.md lacks the lines ${START} and ${END}. Add them where the table belongs.`);
  const table = [
    '| method | hook or query options | drop-in | test |',
    '| --- | --- | --- | --- |',
    ...tableRows(rows),
  ].join('\n');
  const reasons = reasonLines({ 'no hook': withoutHook, 'no drop-in': withoutDropIn }).join('\n');
  const text = `${before}${START}\n\n${table}\n\n${reasons}\n\n${END}${after}`;
  return format(text, { ...(await resolveConfig('README.md')), parser: 'markdown' });
}

function tableRows(rows) {
  const link = ({ name, path }) => `[\`${name}\`](${path})`;
  const cell = (links) => links.map(link).join(', ') || '–';
  const asTag = ({ name, path }) => ({ name: `<${name}>`, path });
  return rows.flatMap(({ group, method, hooks, dropIns, test }, index) => [
    ...(rows[index - 1]?.group === group ? [] : [`| **${group}** | | | |`]),
    `| \`${method}\` | ${cell(hooks)} | ${cell(dropIns.map(asTag))} | [${basename(test ?? '')}](${test}) |`,
  ]);
}

function reasonLines(kinds) {
  return Object.entries(kinds).flatMap(([kind, reasons]) =>
    Object.entries(reasons).map(
      ([reason, methods]) => `- ${kind} for ${methods.map((method) => `\`${method}\``).join(', ')}: ${reason}`,
    ),
  );
}
