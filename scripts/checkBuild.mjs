#!/usr/bin/env node
// Checks requirements of dist/ that cannot be checked in the sources.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as zodForNative from '../dist/native/zod.js';
import { entries } from './entries.mjs';
import { globalsOf } from './globalsOf.mjs';
import { moduleGraph } from './moduleGraph.mjs';

const command = 'dist/emulator/command.js';
const react = /^(react|react-dom|react-hook-form|@tanstack\/.+|@hookform\/.+|@testing-library\/.+)(\/|$)/;
const server = /^(node:|hono|@hono\/)/;
/** Folder of the packages that are copied into the build. */
const bundled = 'dist/bundled/';
const packageIn = /^dist\/bundled\/((?:@[^/]+\/)?[^/]+)\//;

/** Entries with the packages they must not import, directly or indirectly. */
const restrictions = [
  ['dist/index.js', server],
  ['dist/native/index.js', server, /^react-dom/],
  ['dist/client/index.js', react, server],
  ['dist/filters/index.js', react, server],
  ['dist/prompts/index.js', react, server],
  ['dist/server/index.js', react, server],
  ['dist/react/url/index.js', /^(?!react$)/],
  ['dist/emulator/index.js', react, /^(node:|@hono\/node-server)/],
  ['dist/testing/index.js', /^(node:|@hono\/node-server)/],
];

/**
 * The schemas, the calls, how they get a token and what follows other tabs, which every client loads after the first
 * render.
 */
const calls = /^zod(\/|$)|\/client\/calls\.js$|\/session\/(tokenCalls|mints|tabs)\.js$/;

/** The table of filters and the regions, which only the form and what names active filters need. */
const choices = [/\/(filterFields|activeFilters|defaultVocabulary)\.js$/];

/** Modules with what must not be loaded together with them, but later with `import()`. */
const loadedLater = [
  ['dist/client/DiscovrClient.js', calls, /\/(webSignInFlows|deviceSignIn)\.js$/],
  ['dist/client/sdk/adaptSdk.js', calls, /\/sdkCalls\.js$/],
  ['dist/react/provider/DiscovrProvider.js', calls, /\/(watchPage|observeFailures|filterFields)\.js$/],
  ['dist/react/pages/usePage.js', calls, /\/prefetchPage\.js$/],
  [
    'dist/components/DiscovrPage/DiscovrPage.js',
    calls,
    /\/(EmptyPage|prefetchPage|previewOf|watchPage)\.js$/,
    ...choices,
  ],
  ['dist/components/PageFilterForm/PageFilterForm.js', calls, /\/(pageFilterResolver|applyDraft|SessionNotice)\.js$/],
  ['dist/components/PageFilterForm/PageFilterFormPrompt.js', calls, /\/(PromptVoice|wishAnswers)\.js$/],
  ['dist/components/ProfilePicker/ProfilePicker.js', calls],
  ['dist/components/TitleSheet/TitleSheet.js', calls],
  ['dist/components/SignIn/SignIn.js', calls, /\/(webSignInFlows|deviceSignIn|popup|redirect)\.js$/],
  ['dist/session/encryptedStore.js', calls],
];

/** Globals that React Native lacks, or has without what browsers offer there. */
const browserGlobals = [
  'window',
  'document',
  'navigator',
  'BroadcastChannel',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'location',
  'history',
  'DOMException',
];
/** Without `DOMException`, it creates an `Error`. */
const isAllowedGlobal = (name, file) => name === 'DOMException' && file === 'dist/shared/abort.js';

const read = (file) => readFileSync(file, 'utf8');
const namesOfZod = (file) => [...read(file).matchAll(/\bz\.(\w+)/g)].map(([, name]) => name);
const saysUseClient = (text) => /^(['"])use client\1;/.test(text);
/** Matches the directive in a source file, even after a comment. */
const directive = /^(['"])use client\1;/m;
const withoutExtension = (file) => file.replace(/\.(d\.ts|[a-z]+)$/, '');
const files = readdirSync('dist', { recursive: true }).map((file) => join('dist', file));
const modules = files.filter((file) => file.endsWith('.js'));

/** Modules with query options and the entries without React. Loaders and server components call their functions. */
const isForServers = (file) =>
  /^dist\/(?:(?:client|emulator|filters|har|prompts|server)\/index|locales\/\w+)\.js$/.test(file) ||
  /^(?:async )?function (?:\w+QueryOptions|prefetchPage)\(/m.test(read(file));

/** Markdown files that are part of the package. */
const pages = [
  'README.md',
  'NOTICE.md',
  ...readdirSync('docs', { recursive: true }).map((file) => join('docs', file)),
].filter((file) => file.endsWith('.md'));
const { name: packageName, exports, files: packed, dependencies, peerDependencies } = JSON.parse(read('package.json'));
/** Matches source files named in Markdown, except placeholders such as `locales/xx.ts` and `components/X/X.tsx`. */
const sourceFile =
  /`((?:src|api|client|components|filters|messages|react|server|session|test|ui)\/(?![^`]*(?:\/x|xx|X)\.)[\w./-]+\.(?:tsx?|css))`/g;
/** Matches the name of a file of an app above its code, which `npm run guides` copies. */
const copiedFile = /^\*\*`[^`]+`\*\*$/gm;
const isPacked = (file) => packed.some((name) => file === name || file.startsWith(`${name}/`));

/** Packages that an app has after it has installed this package. */
const declared = Object.keys({ ...dependencies, ...peerDependencies });
const isDeclared = (specifier) =>
  specifier.startsWith('node:') || declared.some((name) => specifier === name || specifier.startsWith(`${name}/`));

/** Returns each file that an entry of the package leads to, with the types that TypeScript finds for it. */
function* targetsOf(target, types) {
  if (typeof target === 'string') yield { file: target, types };
  else
    for (const condition of Object.keys(target))
      if (condition !== 'types') yield* targetsOf(target[condition], target.types ?? types);
}

const { resolve } = createRequire(import.meta.url);

function canRequire(specifier) {
  try {
    return existsSync(resolve(specifier));
  } catch {
    return false;
  }
}

function* faults() {
  for (const file of files) {
    if (/\.(test|stories|bench|test-d)\./.test(file)) yield `${file} must not be in the package.`;
  }
  for (const file of modules) {
    if (file.startsWith(bundled)) continue;
    const source = ['.tsx', '.ts'].map((end) => withoutExtension(file).replace(/^dist/, 'src') + end).find(existsSync);
    if (!source) yield `${file} has no source file.`;
    else if (directive.test(read(source)) !== saysUseClient(read(file)))
      yield `Only one of ${file} and ${source} starts with 'use client'. Both must start with it, or neither.`;
    if (/^import ["']\./m.test(read(file))) yield `${file} imports a module of which it uses nothing.`;
  }
  for (const { name } of entries) {
    // English is the default of the drop-ins, so its texts are in modules that they import.
    if (!/^(locales|prompts\/languages)\//.test(name) || name === 'locales/en') continue;
    const [, ...others] = moduleGraph(`dist/${name}.js`).modules;
    if (others.length > 0) yield `dist/${name}.js must import no other module, but imports ${others.join(', ')}.`;
  }
  for (const barrel of restrictions.map(([entry]) => entry)) {
    if (saysUseClient(read(barrel)))
      yield `${barrel} has 'use client', so server components cannot call its functions.`;
  }
  for (const file of modules.filter(isForServers)) {
    const found = [...moduleGraph(file).modules].filter((name) => saysUseClient(read(name)));
    if (found.length > 0) yield `${found.join(', ')} has 'use client', so servers cannot call ${file}.`;
  }
  for (const [entry, ...banned] of restrictions) {
    const reached = moduleGraph(entry);
    const inside = [...reached.modules].filter((file) => file.startsWith(bundled));
    const names = [...reached.packages, ...inside.map((file) => file.slice(bundled.length))];
    const found = names.filter((name) => banned.some((pattern) => pattern.test(name)));
    if (found.length > 0) yield `${entry} must not import ${found.join(', ')}.`;
  }
  for (const [module, ...later] of loadedLater) {
    const { modules: atOnce, packages } = moduleGraph(module, { late: false });
    const found = [...atOnce, ...packages].filter((name) => later.some((pattern) => pattern.test(name)));
    if (found.length > 0) yield `${module} must load ${found.join(', ')} later, with import().`;
  }
  for (const file of moduleGraph('dist/native/index.js').modules) {
    const used = globalsOf(read(file));
    const found = browserGlobals.filter((name) => used.has(name) && !isAllowedGlobal(name, file));
    if (found.length > 0) yield `${file} must ask the platform, not ${found.join(', ')}: it also runs in React Native.`;
  }
  const used = modules.filter((file) => read(file).includes('from "zod/mini"')).flatMap(namesOfZod);
  const provided = Object.keys(zodForNative);
  const wrong = [
    ...used.filter((name) => !provided.includes(name)),
    ...provided.filter((name) => !used.includes(name)),
  ];
  if (wrong.length > 0)
    yield `src/native/zod.ts must export what modules use of zod, and nothing else. Wrong: ${[...new Set(wrong)].join(', ')}.`;
  for (const entry of [...restrictions.map(([file]) => file), command]) {
    const missing = [...moduleGraph(entry).packages].filter((name) => !isDeclared(name));
    if (missing.length > 0) yield `${entry} imports ${missing.join(', ')}, which is not installed with the package.`;
  }
  for (const [path, conditions] of Object.entries(exports)) {
    for (const { types, file } of targetsOf(conditions)) {
      if (file.endsWith('.js') && types !== file.replace(/js$/, 'd.ts'))
        yield `${path} leads to ${file}, but to the types ${types}.`;
    }
    const target = join(packageName, path);
    if (!canRequire(target)) yield `Resolvers for CommonJS, such as that of Jest, do not find ${target}.`;
  }
  for (const file of files.filter((name) => name.endsWith('.d.ts'))) {
    if (/["']@?hono/.test(read(file))) yield `${file} imports Hono, which is not installed with the package.`;
  }
  for (const name of new Set(modules.map((file) => file.match(packageIn)?.[1]).filter(Boolean))) {
    const [copyright] = read(`node_modules/${name}/LICENSE`).match(/^Copyright.*$/m);
    if (!read('NOTICE.md').includes(`${name}\n${copyright}\n`)) yield `NOTICE.md lacks the license of ${name}. Add it.`;
  }
  for (const page of pages) {
    for (const [, link] of read(page).matchAll(/\]\((?![a-z]+:)([^)#\s]+)/g)) {
      const target = join(dirname(page), link);
      if (!existsSync(target)) yield `${page} links to ${target}, which does not exist.`;
      else if (!isPacked(target)) yield `${page} links to ${target}, which is not packed.`;
    }
    // The guides for hosts name the files of their apps.
    if (page.startsWith('docs/hosts/')) continue;
    for (const [, file] of read(page).replaceAll(copiedFile, '').matchAll(sourceFile)) {
      if (![file, `src/${file}`].some(existsSync)) yield `${page} names ${file}, which does not exist.`;
    }
  }
  if (!execFileSync(process.execPath, [command, '--help'], { encoding: 'utf8' }).includes('For development only'))
    yield `${command} --help must contain "For development only".`;
  if (!read(command).startsWith('#!/usr/bin/env node\n')) yield `${command} must start with #!/usr/bin/env node.`;
}

chmodSync(command, 0o755);
const found = [...faults()];
for (const fault of found) console.error(fault);
process.exit(found.length > 0 ? 1 : 0);
