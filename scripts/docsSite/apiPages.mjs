import { exportSection } from './exportSection.mjs';
import { slugOf } from './slugOf.mjs';

const component = (folder, ...guides) => ({ from: `src/components/${folder}/`, title: `Components/${folder}`, guides });
const hooks = (folder, title, ...guides) => ({ from: `src/react/${folder}/`, title: `Hooks/${title}`, guides });

/** The pages about exports: which source files they cover, and the guides that explain them. The first match counts. */
const subjects = [
  component('ActiveFilters', 'form'),
  component('DeviceSignIn', 'sign-in'),
  component('DiscovrGate', 'sign-in'),
  component('DiscovrPage', 'page'),
  component('EmptyPage', 'page'),
  component('Hero', 'page'),
  component('MediaCard', 'page'),
  component('NavigationStack', 'navigation'),
  component('PageFilterDialog', 'form'),
  component('PageFilterForm', 'form'),
  component('ProfilePicker', 'profiles'),
  component('Rail', 'page'),
  component('SessionGates', 'states'),
  component('SignIn', 'sign-in'),
  component('TitlePreview', 'title-sheet'),
  component('TitleSheet', 'title-sheet'),
  { from: 'src/television/', title: 'Components/RemoteControl', guides: ['television'] },
  { from: 'src/focus/', title: 'Components/RemoteControl', guides: [] },
  { from: 'src/ui/', title: 'Components/Shared types', guides: ['styling'] },
  { from: 'src/react/provider/', title: 'Components/Provider', guides: ['styling', 'messages', 'sessions'] },
  hooks('filters', 'Filters', 'url', 'filters'),
  hooks('pages', 'Pages', 'page', 'titles'),
  hooks('titles', 'Titles', 'titles'),
  hooks('profiles', 'Profiles', 'profiles'),
  hooks('session', 'Session', 'sign-in', 'sessions'),
  hooks('navigation', 'Navigation', 'navigation'),
  hooks('query', 'Query keys', 'titles'),
  hooks('events', 'Events', 'events'),
  hooks('failures', 'Errors', 'events', 'errors'),
  hooks('url', 'Router adapters', 'url'),
  { from: /^src\/(devtools\/|(api\/drift|shared\/trace)\.ts)/, title: 'Devtools', guides: ['devtools'] },
  { from: 'src/shared/', title: 'Errors', guides: ['errors'] },
  { from: 'src/api/', title: 'Data', guides: ['contract'] },
  { from: /^src\/(client|session|platform)\//, title: 'Client', guides: ['methods', 'sessions'] },
  { from: 'src/filters/', title: 'Filters', guides: ['filters'] },
  { from: 'src/prompts/', title: 'Prompts', guides: ['prompts'] },
  { from: /^src\/(messages|locales)\//, title: 'Messages', guides: ['messages'] },
  { from: 'src/server/', title: 'Server', guides: ['server'] },
  { from: 'src/emulator/', title: 'Emulator', guides: ['testing'] },
  { from: 'src/native/', title: 'React Native', guides: ['native'] },
  { from: 'src/har/', title: 'Recordings', guides: ['recordings'] },
  { from: 'src/testing/', title: 'Testing', guides: ['testing'] },
];

const inOrder = (a, b) => a.localeCompare(b, 'en');
const fileOf = (title) => `docs/api/${title.replaceAll('/', '-').replaceAll(' ', '-').toLowerCase()}.md`;

/**
 * Returns the pages about exports: `{ file, title, about, text }`, and a page with all names.
 *
 * @param exports see `readExports`.
 * @throws {Error} if no page covers an export.
 */
export function apiPages(exports) {
  const titles = [...new Set([...subjects.map(({ title }) => title), ...exports.map(titleOf)])];
  const pages = titles.map((title) =>
    pageAbout(
      title,
      exports.filter((each) => titleOf(each) === title),
    ),
  );
  return [namesPage(exports), ...pages];
}

function titleOf({ name, path }) {
  const subject = subjects.find(({ from }) => (typeof from === 'string' ? path.startsWith(from) : from.test(path)));
  // A component without a guide of its own has a page too.
  const [, folder] = /^src\/components\/(\w+)\//.exec(path) ?? [];
  if (!subject && folder) return `Components/${folder}`;
  if (!subject) throw new Error(`No page of the site covers ${name} of ${path}. Add its folder to apiPages.mjs.`);
  return subject.title;
}

function pageAbout(title, exports) {
  const heading = title.split('/').at(-1);
  const guides = [...new Set(subjects.filter((each) => each.title === title).flatMap((each) => each.guides))];
  const links = guides.map((name) => `[${name}](../${name}.md)`).join(', ');
  const sections = arranged(exports).map(({ item, level }) => exportSection(item, level));
  const names = exports.filter(({ kind }) => kind !== 'type').map(({ name }) => name);
  return {
    file: fileOf(title),
    title,
    about: `Props, options and results: ${(names.length > 0 ? names : exports.map(({ name }) => name)).slice(0, 12).join(', ')}.`,
    text: [`# ${heading}`, guides.length > 0 && `${guides.length > 1 ? 'Guides' : 'Guide'}: ${links}.`, ...sections]
      .filter(Boolean)
      .join('\n\n'),
  };
}

/** Orders exports: components, classes, hooks, then others, each followed by its types as subsections. */
function arranged(exports) {
  const rank = ({ name, kind }) => {
    if (kind === 'type') return 4;
    if (kind === 'class' || /^[A-Z][a-z]/.test(name)) return 0;
    return /^use[A-Z]/.test(name) ? 1 : 2;
  };
  const sorted = exports.toSorted((a, b) => rank(a) - rank(b) || inOrder(a.name, b.name));
  const owners = sorted.filter(({ kind }) => kind !== 'type');
  const types = sorted.filter(({ kind }) => kind === 'type');
  const owned = (owner) =>
    types
      .filter(({ name }) => baseOf(name) === baseOf(owner.name) && isRelated(owner.name, name))
      .sort((a, b) => suffixRank(a.name) - suffixRank(b.name));
  const placed = new Set(owners.flatMap(owned));
  return [
    ...owners.flatMap((owner) => [{ item: owner, level: 2 }, ...owned(owner).map((item) => ({ item, level: 3 }))]),
    ...types.filter((type) => !placed.has(type)).map((item) => ({ item, level: 2 })),
  ];
}

const suffixes = ['Props', 'Options', 'Result', 'ClassNames'];
const suffixRank = (name) => suffixes.findIndex((suffix) => name.endsWith(suffix));

const baseOf = (name) =>
  name
    .replace(/^[uU]se(?=[A-Z])/, '')
    .replace(/(Props|Options|Result|ClassNames)$/, '')
    .toLowerCase();

/** Whether a type belongs to this export: `UseRailOptions` to `useRail`, `RailProps` to `Rail`. */
const isRelated = (owner, type) => /^use[A-Z]/.test(owner) === /^Use[A-Z]/.test(type);

function namesPage(exports) {
  const sorted = exports.toSorted((a, b) => inOrder(a.name, b.name));
  const lists = [...new Set(sorted.map(({ entries }) => entries[0]))].sort(inOrder).map((entry) => {
    const links = sorted.filter(({ entries }) => entries[0] === entry).map(linkTo);
    return `## ${entry}\n\n${links.join(', ')}`;
  });
  const intro = 'The exports of the package, by the first entry that has them.';
  return {
    file: fileOf('All names'),
    title: 'All names',
    about: intro,
    text: ['# All names', intro, ...lists].join('\n\n'),
  };
}

function linkTo(item) {
  const file = fileOf(titleOf(item)).replace('docs/api/', '');
  return `[\`${item.name}\`](${file}#${slugOf(item.name)})`;
}
