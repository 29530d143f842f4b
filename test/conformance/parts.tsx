import { cloneElement, createElement, forwardRef, type ComponentType, type ReactElement, type Ref } from 'react';
import { PageFilterForm, type ActiveFiltersProps } from '../../src/index.js';
import * as library from '../../src/index.js';
import { en } from '../../src/prompts/languages/en.js';
import { dropInStories } from '../support/dropInStories.js';
import { openPreview } from '../support/openPreview.js';
import { heroItems, mediaItems } from '../support/pageItems.js';

/** Props that every drop-in and part passes on to its root element. */
interface RootProps {
  className?: string;
  style?: { order: number };
  id?: string;
  'data-own'?: string;
  'aria-label'?: string;
  ref?: Ref<HTMLElement>;
}

/** A drop-in or part, with a function that wraps it in the elements it needs. */
export interface Part {
  readonly name: string;
  readonly Part: ComponentType<RootProps>;
  readonly rootClass: string;
  readonly surround: (part: ReactElement) => ReactElement;
}

/** Drop-ins without a root element of their own. */
const WITHOUT_ROOT = ['DiscovrGate', 'RemoteControl', 'SessionDialog'];

const tested = new Set([...Object.keys(dropInStories), 'RailGroup'].filter((name) => !WITHOUT_ROOT.includes(name)));

/** Root classes of the form's parts that are no group. That of a drop-in is its name. */
const PART_CLASSES: Readonly<Record<string, string>> = {
  PageFilterFormActions: 'discovr-Actions',
  PageFilterFormActiveFilters: 'discovr-ActiveFilters',
  PageFilterFormPageName: 'discovr-PageName',
  PageFilterFormPrompt: 'discovr-Prompt',
  PageFilterFormSummary: 'discovr-Summary',
};

/** Props that a drop-in needs to show something. */
const NEEDED_PROPS: Readonly<Record<string, object>> = {
  DiscovrPage: { pageId: undefined },
  Hero: { items: heroItems(10), renderActions: () => <button type="button">Play</button> },
  MediaCard: { item: mediaItems(1)[0], href: '#title' },
  PageFilterFormPrompt: { languages: [en] },
  Rail: { title: 'New releases', type: 'top_n', items: mediaItems(20), href: () => '#title' },
  TitlePreview: { controller: openPreview(), onPlay: () => undefined },
  TitleSheet: {
    mediaId: mediaItems(1)[0]!.id,
    item: mediaItems(1)[0],
    onClose: () => undefined,
    onPlay: () => undefined,
  },
};

/**
 * The drop-ins listed in `dropInStories`, and every part of the form. A part is found by its export, so that an added
 * one is tested automatically.
 */
export const parts: readonly Part[] = Object.entries(library)
  .filter(([name]) => /^PageFilterForm(?!Root|Parts)./.test(name) || tested.has(name))
  .map(([name, component]) => ({
    name,
    // Each component accepts the props of its root element. The tests use only props that all components accept.
    Part: withNeededProps(component as ComponentType<RootProps>, NEEDED_PROPS[name]),
    rootClass: PART_CLASSES[name] ?? (tested.has(name) ? `discovr-${name}` : 'discovr-FilterGroup'),
    surround: (part) => {
      if (name === 'ActiveFilters' || name === 'EmptyPage')
        return cloneElement(part as ReactElement<Pick<ActiveFiltersProps, 'filters'>>, { filters });
      return /^PageFilterForm./.test(name) ? <PageFilterForm defaultFilters={filters}>{part}</PageFilterForm> : part;
    },
  }));

function withNeededProps(Part: ComponentType<RootProps>, needed?: object): ComponentType<RootProps> {
  if (!needed) return Part;
  return forwardRef<HTMLElement, RootProps>((props, ref) => createElement(Part, { ...needed, ...props, ref }));
}

/** Filters that give every part something to show. */
const filters = {
  genres: [35],
  keywords: [910001],
  region: ['DE'],
  with_watch_providers: ['8'],
  with_runtime_lte: 90,
};
