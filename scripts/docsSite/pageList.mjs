/** Creates the entry of a file: its path, its title in the sidebar, and a sentence about it for `llms.txt`. */
const page = (file, title, about) => ({ file, title, about });
const guide = (name, title, about) => page(`docs/${name}.md`, title, about);

/**
 * The pages of the site that are written by hand, by group of the sidebar and in its order. The files of
 * `docs/decisions` are added to the last group.
 */
export const pageGroups = {
  'Read me': [page('README.md', '', 'Installs the library, shows the first page and lists components and entries.')],
  Guides: [
    guide('sign-in', 'Sign-in', 'Signs users in by popup, redirect, or a code for a phone or television.'),
    guide('sessions', 'Sessions', 'How credentials and session tokens are kept, renewed, shared and dropped.'),
    guide('server', 'With a server', 'Keeps the refresh token in a cookie that no script can read.'),
    guide('hosts/next', 'With Next.js', 'A complete app for Next.js that renders the page on the server.'),
    guide(
      'hosts/react-router',
      'With React Router',
      'A complete app for React Router that renders the page on the server.',
    ),
    guide('hosts/hono', 'With Hono', 'A complete app with a Hono server for Node, Bun, Deno and workerd.'),
    guide('hosts/edge', 'In a worker', 'A complete server for an edge runtime.'),
    guide('profiles', 'Profiles', 'Asks who is watching, and adds, edits and deletes profiles.'),
    guide('form', 'Form', 'The filter form, its parts, the dialog and the active filters.'),
    guide('filters', 'Filters', 'Functions that read, compare, describe and serialize filters, without React.'),
    guide('prompts', 'Prompts', 'Reads a wish in plain words as filters, on the device.'),
    guide('url', 'URL and presets', 'Keeps filters in the URL and saves them as presets.'),
    guide('page', 'Page', 'Shows a page with its hero and rails, or each of these for your own data.'),
    guide('title-sheet', 'Title sheet', 'A modal dialog with everything about one title.'),
    guide('titles', 'Titles, lists and history', 'Hooks for rows, titles, likes, watchlist, history and playback.'),
    guide('navigation', 'Navigation', 'Tabs, the pages opened from them, and Back.'),
    guide('states', 'States', 'What drop-ins show without a user, a profile, a connection or content.'),
    guide('styling', 'Styling', 'Stylesheets, CSS variables, class names, color schemes and density.'),
    guide('theming', 'Theming', 'Three ready-made looks (shadcn/ui, Cinema and Paper), and how to make your own.'),
    guide('messages', 'Messages', 'Texts and languages.'),
    guide('events', 'Events and errors', 'Reports what users see and do, and failures, to analytics and monitoring.'),
    guide('native', 'React Native', 'The hooks on phones and televisions, with your own views.'),
    guide('television', 'Television', 'Remote controls, layout and packaging for televisions.'),
    guide('compatibility', 'Compatibility', 'Versions of React, TypeScript and other packages that are tested.'),
    guide('testing', 'Testing an app', 'Tests of an app with the embedded Discovr.'),
    guide('doctor', 'Doctor', 'A command that compares an API with the contract that the library relies on.'),
    guide('recordings', 'Recordings', 'Records requests without secrets, to report a fault or to test with.'),
    guide(
      'devtools',
      'Devtools',
      'Shows what a client does and why, and how the API differs from what the library reads.',
    ),
    guide(
      'upgrading',
      'Upgrading',
      'From 0.2 to 0.3: a script that renames, what to change by hand, and what behaves differently.',
    ),
    guide('accessibility', 'Accessibility', 'How the drop-ins meet each criterion of WCAG 2.2 AA.'),
    guide(
      'coming-from-sdk',
      'Coming from the SDK',
      'What replaces the calls of the official SDK or of your own client.',
    ),
  ],
  Errors: [guide('errors', 'All codes', 'Every error code: what happened, why, and what to do.')],
  Reference: [
    guide('data', 'Data', 'The fields of items, pages, titles and profiles, mutations, and Suspense.'),
    guide('methods', 'Methods of the client', 'The hooks and drop-ins that use each method of the client.'),
    guide('faults', 'Faults', 'What can go wrong, what users see, and what the library does.'),
    guide('contract', 'Contract', 'What the library assumes about the API of Discovr.'),
    guide('glossary', 'Glossary', 'The terms of this project.'),
    guide('bench', 'Benchmarks', 'Measured speed, memory and sizes.'),
    guide('engines', 'Browser engines', 'The browsers in which the library is tested.'),
    guide('threat-model', 'Threat model', 'What an attacker can try, and which protection holds.'),
    page('SECURITY.md', 'Security', 'How to report a vulnerability.'),
    page('CHANGELOG.md', 'Changelog', 'What changes when you upgrade.'),
    page('SKILL.md', 'Tasks', 'Ten tasks of an app, each with complete code.'),
    page('NOTICE.md', 'Notice', 'Bundled code and the sources of the sample data.'),
  ],
  Contributing: [
    page('CONTRIBUTING.md', 'Contributing', 'How to run, test and extend the library.'),
    guide('architecture', 'Architecture', 'The layers of the library, and where things are.'),
    guide('publishing', 'Publishing', 'How maintainers publish the package to npm.'),
  ],
};

/** Group of the pages in `docs/decisions`, below `Contributing`. */
export const DECISIONS = 'Contributing/Decisions';
/** Group of the pages about exports. They are generated from types. */
export const API = 'API';
/** Group of the pages about error codes. They are generated from the sections of `docs/errors.md`. */
export const ERRORS = 'Errors';
