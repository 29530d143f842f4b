import { basename } from 'node:path/posix';
import { codeOf, filesIn } from './modules.mjs';

/** The tests of the project with their code; those of the types run nothing. */
export function readTests() {
  return ['src', 'test']
    .flatMap(filesIn)
    .filter((path) => /\.test\.tsx?$/.test(path) && !path.startsWith('test/consumers/'))
    .map((path) => ({ path, code: codeOf(path) }));
}

/**
 * Finds the test that says most about a method: one named after it or a hook of it, else the one with the most calls of
 * either, the tests of clients and hooks first.
 *
 * @param present the test that stands in the table now. It stays while it makes such a call, so that other tests may
 * change without the table.
 * @returns its path, or `undefined` where no test calls the method or a hook of it.
 */
export function findTest(tests, method, hooks, present) {
  const names = [method, ...hooks];
  const calls = new RegExp(names.map((name) => `\\b${name}(?:!|\\?\\.)?\\(|'${name}'`).join('|'), 'g');
  const found = tests
    .map(({ path, code }) => ({ path, rank: rankOf(path, names), count: [...code.matchAll(calls)].length }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.rank - one.rank || other.count - one.count);
  return (found.find(({ path }) => path === present) ?? found[0])?.path;
}

function rankOf(path, names) {
  const [name] = basename(path).split('.');
  if (names.includes(name)) return 3;
  const subject = name.toLowerCase().replace(/s$/, '');
  if (names.some((one) => one.toLowerCase().includes(subject))) return 2;
  return /^src\/(client|react)\//.test(path) ? 1 : 0;
}
