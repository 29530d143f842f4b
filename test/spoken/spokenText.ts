import type { CDPSession } from 'playwright';
import { catalogTitles } from '../../src/emulator/catalog/catalog.js';

/** A node of Chromium's accessibility tree, as the DevTools protocol returns it. */
type AccessibilityNode = Awaited<ReturnType<typeof treeOf>>[number];

const treeOf = async (session: CDPSession) => (await session.send('Accessibility.getFullAXTree')).nodes;

const TITLES = new Set(catalogTitles().map(({ title }) => title));
/** Roles that the name of a film or series can have. Some choices of a form are called like a film. */
const OF_TITLES = ['link', 'heading', 'dialog'];
/** Replaces the name of a film or series, because it depends on the catalog. */
const withoutTitle = (role: string, name: string) =>
  OF_TITLES.includes(role) && TITLES.has(name)
    ? '(title)'
    : name.replace(/(?<=: ).+$/, (rest) => (TITLES.has(rest) ? '(title)' : rest));

/** Replaces the name of a film or series before its role in a text of a screen reader. */
export const withoutTitles = (text: string) =>
  text.replace(
    /^(\d+ of \d+: )?(.+?)(?= (?:image|link|heading|slide)\b)/,
    (all, position: string = '', name: string) => (TITLES.has(name) ? `${position}(title)` : all),
  );

/** Screen readers say nothing for these roles when they have no name. */
const SILENT = new Set(['generic', 'none', 'presentation', 'group', 'paragraph', 'listitem', 'LabelText', 'Legend']);
/** The content of these roles is their name or value. */
const COMPLETE = new Set([
  ...['button', 'link', 'heading', 'checkbox', 'radio', 'image', 'StaticText'],
  ...['textbox', 'searchbox', 'spinbutton', 'Date'],
]);
/** Whether a node is skipped: it is only a part of a line of text, or it repeats the name of its field. */
const isSkipped = (role: string, isInLabel: boolean) =>
  ['InlineTextBox', 'ListMarker', 'LineBreak'].includes(role) || (role === 'StaticText' && isInLabel);

const STATES: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  checked: (value) => (String(value) === 'true' ? 'checked' : undefined),
  pressed: (value) => (String(value) === 'true' ? 'pressed' : 'not pressed'),
  expanded: (value) => (value ? 'expanded' : 'collapsed'),
  disabled: (value) => (value ? 'disabled' : undefined),
  invalid: (value) => (String(value) === 'false' ? undefined : 'invalid'),
  modal: (value) => (value ? 'modal' : undefined),
  busy: (value) => (value ? 'busy' : undefined),
};

/**
 * Returns what a screen reader finds in a page in Chromium, in reading order: one line per element, with its role,
 * name, value, states and description. The content of an element is indented.
 */
export async function spokenText(session: CDPSession): Promise<string> {
  const nodes = await treeOf(session);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const visit = (node: AccessibilityNode, depth: number, isInLabel: boolean) => {
    const role = textOf(node.role);
    if (isSkipped(role, isInLabel)) return;
    const isSilent = node.ignored || role === 'RootWebArea' || (SILENT.has(role) && !textOf(node.name));
    const line = isSilent ? '' : lineOf(node);
    if (line) lines.push(`${'  '.repeat(depth)}${line}`);
    if (!node.ignored && COMPLETE.has(role)) return;
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) visit(child, line ? depth + 1 : depth, isInLabel || role === 'LabelText');
    }
  };
  if (nodes[0]) visit(nodes[0], 0, false);
  return `${lines.join('\n')}\n`;
}

function lineOf(node: AccessibilityNode): string {
  const role = textOf(node.role);
  const name = withoutTitle(role, textOf(node.name));
  if (role === 'StaticText') return name.trim() && `“${name.trim()}”`;
  const properties = new Map(
    (node.properties ?? []).map(({ name: key, value }) => [key as string, value.value as unknown]),
  );
  const states = Object.entries(STATES).flatMap(([key, say]) =>
    properties.has(key) ? (say(properties.get(key)) ?? []) : [],
  );
  const described = (properties.get('roledescription') as string | undefined) ?? role;
  const level = properties.has('level') && role === 'heading' ? ` ${String(properties.get('level'))}` : '';
  return [
    `${described}${level}${name && `: ${name}`}`,
    textOf(node.value) && `= ${textOf(node.value)}`,
    ...(states.length > 0 ? [`(${states.join(', ')})`] : []),
    textOf(node.description) && `– ${textOf(node.description)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function textOf(of: { value?: unknown } | undefined): string {
  const value = of?.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
