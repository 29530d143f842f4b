// The conformance report in docs/accessibility.md, in the terms of VPAT 2.5. Written by `npm run guides -- --write`, which
// fails when a test that a row names does not exist.
import { existsSync, readdirSync } from 'node:fs';

/** Tests that are not one file. */
const PROJECTS = { wide: 'project `wide`', stories: 'every story with `npm run test:all`' };

/**
 * Criterion, name, level, conformance, how the drop-ins meet it, and the tests that prove it: names of files in `src`,
 * paths of others, or keys of `PROJECTS`. Without a test, a criterion is met by review.
 *
 * @type {readonly (readonly [string, string, string, string, string, readonly string[]])[]}
 */
const CRITERIA = [
  [
    '1.1.1',
    'Non-text Content',
    'A',
    'Supports',
    'titles name posters, a text the QR code; backdrops and avatars are decorative',
    ['MediaCard.test.tsx', 'DeviceSignIn.test.tsx', 'test/spoken'],
  ],
  ['1.2.1', 'Audio-only and Video-only', 'A', 'Not Applicable', 'the player is your app’s', []],
  ['1.2.2', 'Captions (Prerecorded)', 'A', 'Not Applicable', 'the player is your app’s', []],
  ['1.2.3', 'Audio Description or Media Alternative', 'A', 'Not Applicable', 'the player is your app’s', []],
  ['1.2.4', 'Captions (Live)', 'AA', 'Not Applicable', 'the player is your app’s', []],
  ['1.2.5', 'Audio Description (Prerecorded)', 'AA', 'Not Applicable', 'the player is your app’s', []],
  [
    '1.3.1',
    'Info and Relationships',
    'A',
    'Supports',
    'native elements; items of a rail have their position',
    ['DiscovrPage.test.tsx', 'Rail.test.tsx', 'test/spoken'],
  ],
  ['1.3.2', 'Meaningful Sequence', 'A', 'Supports', 'document order is reading order', ['test/spoken']],
  ['1.3.3', 'Sensory Characteristics', 'A', 'Supports', 'no text refers to a color or place', []],
  ['1.3.4', 'Orientation', 'AA', 'Supports', 'not used', []],
  ['1.3.5', 'Identify Input Purpose', 'AA', 'Supports', 'no field asks for user data', []],
  [
    '1.4.1',
    'Use of Color',
    'A',
    'Supports',
    'a chosen option and the active profile have a check mark; an error has a text',
    ['ProfilePicker.browser.test.tsx', 'test/styles/forcedColors.browser.test.tsx'],
  ],
  ['1.4.2', 'Audio Control', 'A', 'Supports', 'avatars are muted', ['ProfilePicker.browser.test.tsx']],
  [
    '1.4.3',
    'Contrast (Minimum)',
    'AA',
    'Supports',
    '4.5 : 1 in the default colors, also over white, black and striped pictures',
    [
      'test/styles/tokenContrast.browser.test.ts',
      'contrast.browser.test.tsx',
      'picture.browser.test.tsx',
      'bar.browser.test.tsx',
      'tiles.browser.test.tsx',
    ],
  ],
  [
    '1.4.4',
    'Resize Text',
    'AA',
    'Supports',
    "sizes follow the browser's text size, also at 400 % zoom",
    ['wide', 'TitleSheetActions.browser.test.tsx', 'bar.browser.test.tsx'],
  ],
  [
    '1.4.5',
    'Images of Text',
    'AA',
    'Supports',
    'only logos of titles; if one does not load, the title is text',
    ['Hero.test.tsx'],
  ],
  ['1.4.10', 'Reflow', 'AA', 'Supports', 'only rails, tabs and chips scroll sideways', ['wide']],
  [
    '1.4.11',
    'Non-text Contrast',
    'AA',
    'Supports',
    '3 : 1 for outlines; the focus ring is visible on any picture',
    ['test/styles/tokenContrast.browser.test.ts', 'styles.browser.test.tsx', 'edges.browser.test.tsx'],
  ],
  ['1.4.12', 'Text Spacing', 'AA', 'Supports', 'nothing is cut off', ['wide']],
  [
    '1.4.13',
    'Content on Hover or Focus',
    'AA',
    'Partially Supports',
    'Escape closes the preview of a title; the scroll buttons of rails cover posters, and no key dismisses them',
    ['TitlePreview.browser.test.tsx'],
  ],
  [
    '2.1.1',
    'Keyboard',
    'A',
    'Supports',
    'the arrow keys replace the scroll buttons of rails',
    ['test/journey/journey.chromium.test.ts', 'PageFilterForm.browser.test.tsx', 'Rail.test.tsx'],
  ],
  [
    '2.1.2',
    'No Keyboard Trap',
    'A',
    'Supports',
    'dialogs are native and close on Escape',
    ['PageFilterDialog.browser.test.tsx', 'TitleSheet.browser.test.tsx'],
  ],
  [
    '2.1.4',
    'Character Key Shortcuts',
    'A',
    'Supports',
    'Escape and Backspace go back, except in fields; Escape also cancels the form of a profile',
    [],
  ],
  [
    '2.2.1',
    'Timing Adjustable',
    'A',
    'Partially Supports',
    'expired codes are replaced; renewed sessions change nothing; a sign-in by popup or redirect has ten minutes',
    ['DeviceSignIn.test.tsx', 'DiscovrPage.browser.test.tsx'],
  ],
  [
    '2.2.2',
    'Pause, Stop, Hide',
    'A',
    'Partially Supports',
    'autoplay is off by default, has a stop button, and respects reduced motion; moving avatars have no stop button',
    ['Hero.test.tsx'],
  ],
  ['2.3.1', 'Three Flashes', 'A', 'Supports', 'nothing flashes; pictures come from Discovr', []],
  [
    '2.4.1',
    'Bypass Blocks',
    'A',
    'Supports',
    'headings; a button skips long lists of options',
    ['PageFilterForm.browser.test.tsx'],
  ],
  ['2.4.2', 'Page Titled', 'A', 'Not Applicable', 'the document is your app’s', []],
  [
    '2.4.3',
    'Focus Order',
    'A',
    'Supports',
    'closed dialogs return the focus; what replaces a focused element takes it',
    [
      'PageFilterDialog.browser.test.tsx',
      'TitleSheet.browser.test.tsx',
      'openerGone.browser.test.tsx',
      'NavigationStack.test.tsx',
      'Rail.test.tsx',
      'test/remote/randomKeys.chromium.test.ts',
    ],
  ],
  [
    '2.4.4',
    'Link Purpose (In Context)',
    'A',
    'Supports',
    'a link is named by its title',
    ['MediaCard.test.tsx', 'test/spoken'],
  ],
  ['2.4.5', 'Multiple Ways', 'AA', 'Supports', 'tabs, filters and rails lead to titles', []],
  [
    '2.4.6',
    'Headings and Labels',
    'AA',
    'Supports',
    'pages, rails, sections and fields',
    ['DiscovrPage.test.tsx', 'test/spoken'],
  ],
  [
    '2.4.7',
    'Focus Visible',
    'AA',
    'Supports',
    'an outline of 2 px',
    ['edges.browser.test.tsx', 'ProfilePicker.browser.test.tsx'],
  ],
  [
    '2.4.11',
    'Focus Not Obscured (Minimum)',
    'AA',
    'Supports',
    'focus scrolls out from under bars and buttons',
    ['focusInView.browser.test.tsx', 'NavigationStack.browser.test.tsx', 'stories'],
  ],
  [
    '2.5.1',
    'Pointer Gestures',
    'A',
    'Supports',
    'swipes are native scrolling; the hero also has buttons',
    ['Hero.browser.test.tsx'],
  ],
  [
    '2.5.2',
    'Pointer Cancellation',
    'A',
    'Supports',
    'controls act on click; a press that begins in a dialog does not close it',
    ['PageFilterDialog.browser.test.tsx'],
  ],
  ['2.5.3', 'Label in Name', 'A', 'Supports', 'always', []],
  ['2.5.4', 'Motion Actuation', 'A', 'Not Applicable', 'nothing reacts to motion', []],
  ['2.5.7', 'Dragging Movements', 'AA', 'Supports', 'none', []],
  [
    '2.5.8',
    'Target Size (Minimum)',
    'AA',
    'Supports',
    '24 px; 44 px on pages, sheets and profiles, and for fields on touch screens',
    [
      'test/conformance/parts.browser.test.tsx',
      'touchTargets.browser.test.tsx',
      'DiscovrPage.browser.test.tsx',
      'TitleSheet.browser.test.tsx',
      'ProfilePicker.browser.test.tsx',
    ],
  ],
  ['3.1.1', 'Language of Page', 'A', 'Not Applicable', 'the document is your app’s', []],
  [
    '3.1.2',
    'Language of Parts',
    'AA',
    'Partially Supports',
    'the language of texts from Discovr is not marked: [the contract](contract.md) has no field for it',
    [],
  ],
  ['3.2.1', 'On Focus', 'A', 'Supports', 'focus changes nothing; a tab loads its page in advance', []],
  [
    '3.2.2',
    'On Input',
    'A',
    'Supports',
    'the form changes nothing until Apply, and names removed choices',
    ['PageFilterForm.test.tsx', 'dependentChoices.test.tsx'],
  ],
  ['3.2.3', 'Consistent Navigation', 'AA', 'Supports', 'shared messages', []],
  ['3.2.4', 'Consistent Identification', 'AA', 'Supports', 'shared messages', []],
  ['3.2.6', 'Consistent Help', 'A', 'Not Applicable', 'help is your app’s', []],
  [
    '3.3.1',
    'Error Identification',
    'A',
    'Supports',
    'a text at the field, marked as invalid',
    ['PageFilterForm.test.tsx', 'ProfileForm.test.tsx'],
  ],
  [
    '3.3.2',
    'Labels or Instructions',
    'A',
    'Supports',
    'fields have labels with their unit',
    ['PageFilterForm.test.tsx'],
  ],
  [
    '3.3.3',
    'Error Suggestion',
    'AA',
    'Supports',
    'errors say what is valid: "Enter a date between 1870 and 2100."',
    ['PageFilterForm.test.tsx'],
  ],
  [
    '3.3.4',
    'Error Prevention',
    'AA',
    'Supports',
    'deleting a profile needs confirmation',
    ['ProfilePicker.browser.test.tsx'],
  ],
  [
    '3.3.7',
    'Redundant Entry',
    'A',
    'Supports',
    'a failure or closing the dialog keeps the draft',
    ['PageFilterForm.test.tsx', 'PageFilterDialog.browser.test.tsx'],
  ],
  [
    '3.3.8',
    'Accessible Authentication',
    'AA',
    'Supports',
    "a QR code or copied code replaces typing; the sign-in page is Discovr's",
    ['DeviceSignIn.browser.test.tsx'],
  ],
  ['4.1.1', 'Parsing', 'A', 'Supports', 'always met, as WCAG 2.2 says', []],
  [
    '4.1.2',
    'Name, Role, Value',
    'A',
    'Supports',
    'native elements',
    ['test/conformance/parts.browser.test.tsx', 'test/spoken'],
  ],
  [
    '4.1.3',
    'Status Messages',
    'AA',
    'Supports',
    'live regions',
    ['PageFilterForm.test.tsx', 'ActiveFilters.test.tsx', 'Hero.browser.test.tsx', 'test/spoken'],
  ],
];

/** Criteria that EN 301 549 V3.2.1 does not have, because WCAG 2.2 added them. */
const ADDED = new Set(['2.4.11', '2.5.7', '2.5.8', '3.2.6', '3.3.7', '3.3.8']);

const titleOf = (number, name) => `${number} ${name}${ADDED.has(number) ? '*' : ''}`;

/** Returns the report as Markdown, with a table for each level, and the tests that it names but that do not exist. */
export function conformanceReport() {
  const sources = new Set(
    readdirSync('src', { recursive: true, encoding: 'utf8' }).map((path) => path.replace(/^.*[/\\]/, '')),
  );
  const isThere = (test) => test in PROJECTS || sources.has(test) || existsSync(test);
  const tables = ['A', 'AA'].map((level) => {
    const rows = CRITERIA.filter((criterion) => criterion[2] === level && criterion[3] !== 'Not Applicable').map(
      ([number, name, , conformance, remark, tests]) => [
        titleOf(number, name),
        conformance === 'Supports' ? remark : `**${conformance}:** ${remark}`,
        tests.map((test) => PROJECTS[test] ?? `\`${test}\``).join(', '),
      ],
    );
    return [[`Level ${level}`, 'Remarks', 'Tests'], ['---', '---', '---'], ...rows]
      .map((cells) => `| ${cells.join(' | ')} |`)
      .join('\n');
  });
  const others = CRITERIA.filter((criterion) => criterion[3] === 'Not Applicable');
  const sentence = `Not Applicable: ${others.map(([number, name]) => titleOf(number, name)).join(', ')}.`;
  return {
    report: [...tables, sentence].join('\n\n'),
    missing: CRITERIA.flatMap(([, , , , , tests]) => tests.filter((test) => !isThere(test))),
  };
}
