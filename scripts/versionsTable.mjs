import { readdirSync, readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const apps = 'test/consumers';
/** App that installs the minimum version of each peer dependency. */
const oldest = 'vite-react18';
/** Peer dependencies. The head of the table has the versions that most apps install. */
const peers = { React: ['react'], 'TanStack Query': ['@tanstack/react-query'], 'react-hook-form': ['react-hook-form'] };
const TYPESCRIPT = ['typescript', 'typescript-newest'];
/** What else an app is built or run with. */
const tools = {
  'Next.js': ['next'],
  'React Router': ['@react-router/dev'],
  Hono: ['hono'],
  Vite: ['vite'],
  webpack: ['webpack'],
  'Tailwind CSS': ['tailwindcss'],
  'React Compiler': ['babel-plugin-react-compiler'],
  Jest: ['jest'],
  Vitest: ['vitest'],
  Playwright: ['@playwright/test'],
  'jest-environment-jsdom': ['jest-environment-jsdom'],
  jsdom: ['jsdom'],
  'happy-dom': ['happy-dom'],
  'Edge Runtime': ['edge-runtime'],
  Bun: ['bun'],
  Deno: ['deno'],
  workerd: ['workerd'],
};

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

function installed(app) {
  const { dependencies, devDependencies } = readJson(`${apps}/${app}/package.json`);
  return { ...dependencies, ...devDependencies };
}

/** Returns the versions of packages in an app, such as `5.4.5, 7.0.2`. */
function versionsOf(packages, names) {
  return names.flatMap((name) => packages[name]?.replace(/^npm:.*@/, '') ?? []).join(', ');
}

/** Returns a Markdown table of the apps in test/consumers and the versions they install. */
export async function versionsTable() {
  const all = readdirSync(apps).map((app) => [app, installed(app)]);
  const usual = Object.entries(peers).map(([label, names]) => {
    const versions = all
      .map(([, packages]) => versionsOf(packages, names))
      .sort((one, other) => (one < other ? -1 : 1));
    // The middle one, because most apps install it.
    return `${label} ${versions[versions.length >> 1]}`;
  });
  const rows = all.map(([app, packages]) => {
    const used = Object.entries({ ...peers, ...tools }).map(([label, names]) => [label, versionsOf(packages, names)]);
    const others = used.flatMap(([label, versions]) => (versions ? `${label} ${versions}` : []));
    return [
      `\`${app}\``,
      versionsOf(packages, TYPESCRIPT) || '–',
      others.filter((other) => !usual.includes(other)).join(', '),
    ];
  });
  const head = ['App', 'TypeScript', `With ${usual.join(', ')}, unless named, and with`];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return format(lines.join('\n'), { ...(await resolveConfig('docs/compatibility.md')), parser: 'markdown' });
}

/** Returns a sentence for each peer dependency whose minimum version no app installs. */
export function untestedMinimums() {
  const packages = installed(oldest);
  return Object.entries(readJson('package.json').peerDependencies).flatMap(([name, range]) => {
    const minimum = range.replace(/^\^| .*$/g, '');
    return packages[name] === minimum ? [] : `${apps}/${oldest} must install ${name} ${minimum}, the minimum version.`;
  });
}
