import type { Decorator, Loader, Preview } from '@storybook/react-vite';
import '../src/styles/styles.css';
import '../src/devtools/timeline.css';
import './preview.css';
import { configure, expect } from 'storybook/test';
import { themes } from 'storybook/theming';
import { remoteMoves } from '../src/television/moves.js';
import { RemoteContext } from '../src/ui/remoteContext.js';
import { directionOf, messagesIn, storyLanguages } from '../stories/support/locales.js';
import { applyFault, type StoryFault } from '../stories/support/faults.js';
import {
  createStoryDiscovr,
  type DiscovrParameters,
  type EmulatorLocation,
  type StoryDiscovr,
} from '../stories/support/storyDiscovr.js';
import { applyModelYear, modelYears, type ModelYear } from '../stories/support/modelYears.js';
import { slowDown } from '../stories/support/slowDown.js';
import { PATIENCE_MS } from '../test/support/patience.js';

// Storybook would load it only when it renders the first story.
void import('react-dom/client');

configure({ asyncUtilTimeout: PATIENCE_MS });

/** Creates a separate client, cache and emulator for each story, so that stories cannot affect each other. */
const loadDiscovr: Loader = async ({ parameters, globals }) => {
  const options = (parameters['discovr'] ?? {}) as DiscovrParameters;
  const locale = (options.locale ?? globals['locale']) as string;
  const discovr = await createStoryDiscovr(options, {
    locale,
    messages: await messagesIn(locale),
    latencyMs: Number(globals['latency']),
    location: globals['emulator'] as EmulatorLocation,
  });
  applyFault(discovr, globals['fault'] as StoryFault);
  return { discovr, locale, timeline: globals['timeline'] === 'shown' ? await loadTimeline(discovr) : undefined };
};

/** Traces the client of a story from its start. */
async function loadTimeline({ client, queryClient }: StoryDiscovr) {
  const { DiscovrTimeline, traceClient } = await import('../src/devtools/index.js');
  return { DiscovrTimeline, trace: traceClient(client, { queryClient }) };
}

/** What {@link loadDiscovr} passes to decorators. */
interface Loaded {
  readonly discovr: StoryDiscovr;
  readonly locale: string;
  readonly timeline: Awaited<ReturnType<typeof loadTimeline>> | undefined;
}

const withDiscovr: Decorator = (Story, { loaded, globals, parameters, id }) => {
  const { discovr, locale, timeline } = loaded as Loaded;
  const chosen = globals['direction'] as 'auto' | 'ltr' | 'rtl';
  const scheme = (parameters['scheme'] ?? globals['scheme']) as string;
  return (
    <div
      key={id}
      className="story"
      dir={chosen === 'auto' ? directionOf(locale) : chosen}
      lang={locale}
      data-discovr-scheme={scheme === 'system' ? undefined : scheme}
      data-text={globals['text']}
      data-safe-area={globals['safeArea']}
    >
      <RemoteContext.Provider value={globals['remote'] === 'walked' ? WALKED : undefined}>
        {parameters['withoutProvider'] ? (
          <Story />
        ) : (
          <discovr.Wrapper>
            <Story />
          </discovr.Wrapper>
        )}
      </RemoteContext.Provider>
      {timeline && (
        <timeline.DiscovrTimeline
          className="story-timeline"
          trace={timeline.trace}
          colorScheme={scheme as 'light' | 'dark' | 'system'}
        />
      )}
    </div>
  );
};

/** The moves of a remote control, in the layout of a laptop. */
const WALKED = { ...remoteMoves, hasTelevisionLayout: false };

/** Checks that element styles of app templates do not change the components, but that a class of the app does. */
async function expectStylesToHold(): Promise<void> {
  const [{ changesByTemplates }, { strongerThanAClass }] = await Promise.all([
    import('../test/styles/changesByTemplates.js'),
    import('../test/styles/strongerThanAClass.js'),
  ]);
  await expect(changesByTemplates(), 'styles changed by a template').toEqual([]);
  await expect(strongerThanAClass(), 'styles that override a class of the app').toEqual([]);
}

/** What the parser of props says of a component. */
interface Documented {
  readonly __docgenInfo?: {
    readonly props?: Readonly<Record<string, { readonly tsType?: { readonly name: string; readonly raw?: string } }>>;
  };
}

/** Shows the members of a union type in the tables of props, which otherwise only say "union". */
const spellOutUnions: NonNullable<Preview['argTypesEnhancers']>[number] = ({ argTypes, component }) => {
  const props = (component as Documented | undefined)?.__docgenInfo?.props ?? {};
  return Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const { raw, name: kind } = props[name]?.tsType ?? {};
      if (kind !== 'union' || !raw) return [name, argType];
      const summary = raw
        .replace(/\s+/g, ' ')
        .replace(/^\| /, '')
        .replace(/ \| undefined$/, '');
      return [name, { ...argType, table: { ...argType.table, type: { summary } } }];
    }),
  );
};

const preview: Preview = {
  argTypesEnhancers: [spellOutUnions],
  loaders: [loadDiscovr, ({ globals }) => applyModelYear(String(globals['modelYear']) as ModelYear)],
  beforeEach: ({ globals, loaded, parameters }) => {
    const { discovr, timeline } = loaded as Loaded;
    const speedUp = slowDown(Number(globals['processor']));
    const { isOffline = false } = (parameters['discovr'] ?? {}) as DiscovrParameters;
    if (isOffline) Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    return () => {
      speedUp();
      // The one of the browser is inherited.
      if (isOffline) Reflect.deleteProperty(navigator, 'onLine');
      timeline?.trace.stop();
      discovr.close();
    };
  },
  decorators: [withDiscovr],
  async afterEach({ globals, tags, canvasElement }) {
    const alerts = [...document.querySelectorAll('[role="alert"]')];
    await expect(
      alerts.filter(({ textContent }) => !textContent?.trim()),
      'alerts without text',
    ).toEqual([]);
    const screenTags = globals['screenTags'] as readonly string[] | undefined;
    if (screenTags && !tags.some((tag) => screenTags.includes(tag))) return;
    // Loaded when they are needed, so that a story in the browser of a developer starts sooner.
    if (globals['text'] === 'wide') {
      const { textWithoutRoom } = await import('../test/support/textWithoutRoom.js');
      await expect(textWithoutRoom(), 'text that does not fit').toEqual([]);
    }
    if (globals['styles'] === 'contested') await expectStylesToHold();
    // Last, because they move focus and scroll.
    if (globals['focus'] === 'walked') {
      const { hiddenStops } = await import('../test/support/hiddenFocus.js');
      await expect(await hiddenStops(), 'hidden focus').toEqual([]);
    }
    if (globals['remote'] === 'walked') {
      const { remoteDeadEnds } = await import('../test/support/remoteWalk.js');
      await expect(await remoteDeadEnds(canvasElement), 'dead ends of a remote control').toEqual([]);
    }
  },
  parameters: {
    layout: 'fullscreen',
    viewport: {
      options: {
        narrow: { name: 'Narrow', styles: { width: '320px', height: '640px' } },
        zoomed: { name: 'Zoomed to 400 %', styles: { width: '320px', height: '256px' } },
        television: { name: 'Television', styles: { width: '1920px', height: '1080px' } },
      },
    },
    // What passes is named once for each rule, because a list of all elements takes a sixth of the time of a story.
    a11y: {
      test: import.meta.env['DISCOVR_AXE'] === 'off' ? 'off' : 'error',
      options: { resultTypes: ['violations', 'incomplete'] },
    },
    docs: { theme: themes.normal, codePanel: true },
    options: {
      storySort: {
        order: [
          'Start',
          'Read me',
          'Examples',
          'Guides',
          'API',
          'Errors',
          'Reference',
          'Contributing',
          'All screens',
          'Filter form',
          'Sign in',
          ['Gate', 'By popup', 'By code', 'Profiles'],
          'Page',
          ['Hero', 'Rail', 'Card', 'Title sheet', 'Empty page'],
          'Compose',
        ],
      },
    },
  },
  initialGlobals: {
    scheme: 'system',
    locale: 'en',
    direction: 'auto',
    emulator: 'worker',
    latency: '0',
    fault: 'none',
    text: 'normal',
    safeArea: 'hidden',
    modelYear: 'none',
    processor: '1',
    timeline: 'hidden',
  },
  globalTypes: {
    scheme: toolbar('Theme', 'circlehollow', { system: 'as the system', light: 'light', dark: 'dark' }),
    locale: toolbar(
      'Language',
      'globe',
      Object.fromEntries(Object.entries(storyLanguages).map(([value, { name }]) => [value, name])),
    ),
    direction: toolbar('Text direction', 'transfer', {
      auto: 'as the language',
      ltr: 'left to right',
      rtl: 'right to left',
    }),
    emulator: toolbar('Emulator', 'cpu', { worker: 'in a worker', page: 'in the page' }),
    latency: toolbar('Latency', 'timer', { 0: 'none', 300: '0.3 s', 2000: '2 s' }),
    fault: toolbar('Fault', 'lightning', {
      none: 'none',
      offline: 'offline',
      'server error': 'server error',
      'field error': 'field error',
      'session expired': 'session expired',
      'signed out': 'signed out',
    }),
    text: toolbar('Letters', 'paragraph', { normal: 'normal', wide: 'wide' }),
    safeArea: toolbar('Safe area of a television', 'grid', { hidden: 'hidden', shown: 'shown' }),
    modelYear: toolbar(
      'Television',
      'calendar',
      Object.fromEntries(modelYears.map(({ value, title }) => [value, title])),
    ),
    processor: toolbar('Keys and frames', 'dashboard', {
      1: 'at full speed',
      6: '6 times slower',
      20: '20 times slower',
    }),
    timeline: toolbar('Timeline', 'time', { hidden: 'hidden', shown: 'shown' }),
  },
};

export default preview;

/** Lists the choices of a global: their texts by value. The toolbar shows what is set, such as "Theme: dark". */
function toolbar(
  name: string,
  icon:
    | 'calendar'
    | 'circlehollow'
    | 'cpu'
    | 'dashboard'
    | 'globe'
    | 'grid'
    | 'transfer'
    | 'time'
    | 'timer'
    | 'lightning'
    | 'paragraph',
  texts: Readonly<Record<string, string>>,
) {
  const items = Object.entries(texts).map(([value, text]) => ({ value, title: `${name}: ${text}` }));
  return { description: name, toolbar: { title: name, icon, items, dynamicTitle: true } };
}
