import { basename } from 'node:path/posix';
import { format, resolveConfig } from 'prettier';
import { findReach } from './reach.mjs';
import { sdkMethods, withoutDropIn, withoutHook } from './sdkMethods.mjs';
import { findTest, readTests } from './tests.mjs';

const START = '<!-- methods: written by `npm run methods -- --write` -->';
const END = '<!-- /methods -->';

/**
 * Reads off the sources what there is for each method: `{ group, method, hooks, dropIns, test }`. Where there is no hook of
 * its own, query options stand for it.
 *
 * @param readme text whose table names the tests that may stay.
 */
export function readMethods(readme) {
  const { hooks, factories, dropIns } = findReach(Object.values(sdkMethods).flat());
  const tests = readTests();
  const rows = Object.entries(sdkMethods).flatMap(([group, methods]) => methods.map((method) => ({ group, method })));
  return rows.map(({ group, method }) => {
    const callersIn = (all) => all.filter(({ methods }) => methods.has(method));
    const itsHooks = [callersIn(hooks), callersIn(factories)].find((callers) => callers.length > 0) ?? [];
    const present = new RegExp(`^\\| \`${method}\`.*\\]\\(([^)]*)\\) *\\|$`, 'm').exec(readme)?.[1];
    const names = itsHooks.map(({ name }) => name);
    return {
      group,
      method,
      hooks: itsHooks,
      dropIns: callersIn(dropIns),
      test: findTest(tests, method, names, present),
    };
  });
}

/** Says, a line each, which methods lack something without a reason, and which reasons no longer hold. */
export function findGaps(rows) {
  const unhooked = Object.values(withoutHook).flat();
  const undropped = Object.values(withoutDropIn).flat();
  return rows.flatMap(({ method, hooks, dropIns, test }) => {
    const hasReason = unhooked.includes(method) || undropped.includes(method);
    return [
      !test && `${method}() is called by no test, nor is a hook of it. Write one.`,
      hooks.length === 0 &&
        !unhooked.includes(method) &&
        `${method}() has no hook. Write one, or the reason in withoutHook.`,
      hooks.length > 0 && unhooked.includes(method) && `${method}() has a hook. Delete it from withoutHook.`,
      dropIns.length === 0 && !hasReason && `${method}() has no drop-in. Write one, or the reason in withoutDropIn.`,
      dropIns.length > 0 && undropped.includes(method) && `${method}() has a drop-in. Delete it from withoutDropIn.`,
    ].filter(Boolean);
  });
}

/** Gives the README with the table of today between its marks. */
export async function withTable(readme, rows) {
  const [before, rest] = readme.split(START);
  const after = rest?.split(END)[1];
  if (after === undefined)
    throw new Error(`README.md needs the lines ${START} and ${END}: the table goes between them.`);
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
