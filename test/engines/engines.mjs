import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installDebianPackages } from '../../scripts/debianPackages.mjs';

/**
 * The engines, by the name `DISCOVR_ENGINE` gives them. `prepare` returns the environment variables that tell tests where
 * the browser is, installing it where that is possible; it throws one sentence that says what to install where it is not.
 * `projects` and `fullProjects` are Vitest's.
 */
export const engines = {
  // Stands for Chromium 108, the oldest supported: the package of 108 holds a snapshot without all of its features.
  chromium: {
    projects: ['engine', 'browser'],
    fullProjects: ['engine', 'browser', 'chromium'],
    // An old headless Chromium lets each window open.
    without: 'blocked by the browser',
    async prepare(folder) {
      const unpacked = join(folder, 'chromium-109');
      mkdirSync(unpacked, { recursive: true });
      // The package unpacks its browser into the folder for temporary files.
      const script = "require('@sparticuz/chromium').executablePath().then((path) => process.stdout.write(path))";
      const options = { cwd: import.meta.dirname, encoding: 'utf8', env: { ...process.env, TMPDIR: unpacked } };
      return { DISCOVR_BROWSER: execFileSync(process.execPath, ['-e', script], options) };
    },
  },
  firefox: {
    projects: ['engine'],
    fullProjects: ['engine'],
    prepare: async () => ({ DISCOVR_FIREFOX: ensure('firefox-esr', findCommand('firefox-esr'), ['firefox-esr']) }),
  },
  // Stands for Safari.
  webkit: {
    projects: ['engine'],
    fullProjects: ['engine'],
    async prepare() {
      const packages = ['webkit2gtk-driver', 'xvfb'];
      ensure('Xvfb', findCommand('Xvfb'), packages);
      ensure('WebKitWebDriver', findCommand('WebKitWebDriver'), packages);
      return { DISCOVR_MINIBROWSER: ensure('MiniBrowser', findMiniBrowser, packages) };
    },
  },
};

/** Path of a program, installing it where it is not there. */
function ensure(name, find, packages) {
  const found = find() ?? (installDebianPackages(...packages) ? find() : undefined);
  if (found) return found;
  throw new Error(`${name} is missing: install the Debian packages ${packages.join(' and ')}.`);
}

const findCommand = (name) => () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/** It lies in a folder named for the architecture. */
const findMiniBrowser = () =>
  ['x86_64', 'aarch64']
    .map((architecture) => `/usr/lib/${architecture}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
    .find((path) => existsSync(path));
