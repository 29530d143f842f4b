import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { installDebianPackages } from '../../scripts/debianPackages.mjs';
import { ensureBrowser } from '../../scripts/findBrowser.mjs';

/**
 * The engines by their names in `DISCOVR_ENGINE`. `prepare` installs the browser if necessary and returns environment
 * variables with its path. If it cannot install the browser, it throws an error that says what to install. `projects`
 * are the Vitest projects to run, and `fullProjects` the projects to run with `--full`. Tests whose name contains one of
 * the texts in `without` are skipped. Without `--full`, only stories with one of the tags in `stories` are run. With
 * `isTelevision`, the stories are built for old televisions.
 */
export const engines = {
  // Represents Chromium 108, the oldest supported version. The npm package of version 108 is incomplete.
  chromium: {
    projects: ['engine', 'browser'],
    fullProjects: ['engine', 'browser', 'chromium'],
    stories: ['engines'],
    // Old headless versions of Chromium do not block popups and have no developer tools. Version 109 has no view
    // transitions, does not animate a dialog that closes, shows pictures of data URLs at once, cannot simulate safe areas,
    // and warns of the attribute `popover`. Its accessibility tree has other roles than the committed texts.
    without: [
      'blocked by the browser',
      'the poster of the clicked card',
      'the head of a sheet that closes',
      'a finger on the head of the sheet of a phone',
      'comes from the end edge and goes back there',
      'fades in when it was not there at once',
      'network panel opens a recording',
      'stay clear of what covers the screen',
      'blocks nothing in <TitlePreview>',
      'blocks nothing in the HTML that a server renders',
      'finds the committed text',
    ],
    async prepare(folder) {
      const unpacked = join(folder, 'chromium-109');
      mkdirSync(unpacked, { recursive: true });
      // The package unpacks its browser into the folder for temporary files (TMPDIR).
      const script = "require('@sparticuz/chromium').executablePath().then((path) => process.stdout.write(path))";
      const options = { cwd: import.meta.dirname, encoding: 'utf8', env: { ...process.env, TMPDIR: unpacked } };
      return { DISCOVR_BROWSER: execFileSync(process.execPath, ['-e', script], options) };
    },
  },
  // Represent the televisions of 2022 and 2023. The tests compare them with the current Chromium. What works in both
  // neighbors of Chromium 92, 85 and 109, works there too, so its stories are played only before a release.
  'chromium-85': television('chromium-85', ['engine', 'television']),
  'chromium-92': television('chromium-92', ['television']),
  firefox: {
    projects: ['engine'],
    fullProjects: ['engine'],
    stories: ['engines'],
    prepare: async () => ({ DISCOVR_FIREFOX: ensure('firefox-esr', findCommand('firefox-esr'), ['firefox-esr']) }),
  },
  // Represents Safari.
  webkit: {
    projects: ['engine'],
    fullProjects: ['engine'],
    stories: ['engines'],
    async prepare() {
      const packages = ['webkit2gtk-driver', 'xvfb'];
      ensure('Xvfb', findCommand('Xvfb'), packages);
      ensure('WebKitWebDriver', findCommand('WebKitWebDriver'), packages);
      return { DISCOVR_MINIBROWSER: ensure('MiniBrowser', findMiniBrowser, packages) };
    },
  },
};

/** Describes an old Chromium that a package of this folder contains. */
function television(name, projects) {
  return {
    projects,
    fullProjects: ['engine', 'television'],
    stories: ['engines', 'television'],
    isTelevision: true,
    async prepare(folder) {
      const browser = join(folder, name);
      const packed = join(import.meta.dirname, 'node_modules', name, 'bin/chromium.br');
      writeFileSync(browser, brotliDecompressSync(readFileSync(packed)), { mode: 0o755 });
      return { DISCOVR_TELEVISION: browser, DISCOVR_BROWSER: ensureBrowser() };
    },
  };
}

/**
 * Returns the path of a program, and installs it if it is missing.
 *
 * @throws {Error} when it cannot be installed. The message names the Debian packages.
 */
function ensure(name, find, packages) {
  const found = find() ?? (installDebianPackages(...packages) ? find() : undefined);
  if (found) return found;
  throw new Error(`${name} is missing. Install the Debian packages ${packages.join(' and ')}.`);
}

const findCommand = (name) => () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/** Finds MiniBrowser in a folder named after the architecture. */
const findMiniBrowser = () =>
  ['x86_64', 'aarch64']
    .map((architecture) => `/usr/lib/${architecture}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
    .find((path) => existsSync(path));
