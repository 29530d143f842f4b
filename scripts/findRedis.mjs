import { spawnSync } from 'node:child_process';
import { installDebianPackages } from './debianPackages.mjs';

const NAME = 'redis-server';

/** Returns the command that starts a Redis server, or `undefined` if none is installed. */
export function findRedis() {
  return spawnSync(NAME, ['--version'], { stdio: 'ignore' }).status === 0 ? NAME : undefined;
}

/** Installs a Redis server with apt if none is installed. Without apt, says what the tests skip. */
export function ensureRedis() {
  if (findRedis() || installDebianPackages(NAME)) return;
  console.warn(`${NAME} is not installed, so the tests of the shared session cache do not run.`);
}
