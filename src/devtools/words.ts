import type { DriftKind } from '../api/drift.js';
import type { SessionState } from '../session/sessionState.js';
import type { MintReason } from '../shared/trace.js';
import { laneOf, startOf, toneOf, type Lane } from './lanes.js';
import type { TimelineEvent } from './observe.js';
import type { TracedEvent } from './traceClient.js';

/** Texts of the timeline, in English only, because it is a tool for developers. */
export const texts = {
  title: 'Discovr timeline',
  list: 'Events by lane, in chronological order',
  lanes: {
    signIn: 'Sign-in',
    session: 'Session',
    identityCalls: 'Calls: account',
    sessionCalls: 'Calls: profile',
    publicCalls: 'Calls: public',
    pages: 'Pages, healing',
    tabs: 'Tabs',
    reading: 'Reading',
  } satisfies Record<Lane, string>,
  shownLanes: 'Shown lanes',
  pause: 'Pause',
  clear: 'Clear',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show all',
  search: 'Search events',
  copy: 'Copy as text',
  copied: (count: number) => `Copied ${counted(count, 'event')}.`,
  copyFailed: 'The browser did not allow copying.',
  exportHar: 'Export HAR',
  download: 'Download',
  cancel: 'Cancel',
  noHar: 'The recording could not be read.',
  count: (shown: number, all: number) =>
    shown === all ? counted(all, 'event') : `${shown} of ${counted(all, 'event')}`,
  paused: 'paused',
  nothing: 'No events yet. They appear here as soon as the client does something.',
  noMatch: 'No event matches.',
  hint: 'Select an event to read why it happened. ← → move through time, ↑ ↓ between lanes, + − zoom.',
  eventGroup: (count: number, from: string, to: string) => `${counted(count, 'event')}, ${from} to ${to}`,
  selected: 'Selected event',
  when: 'When',
  where: 'Where',
  seen: 'On screen',
  loading: (names: readonly string[]) => (names.length === 0 ? 'nothing was loading' : `loading: ${names.join(', ')}`),
  noQueries: 'no query traced so far',
  tab: (number: number) => (number === 1 ? 'this tab' : `tab ${number}`),
} as const;

const REASONS: Record<MintReason, string> = {
  missing: 'there was no usable token',
  refused: 'the server refused the token',
  renewal: 'the token was about to expire',
  choice: 'a profile was chosen',
};

const DRIFTS: Record<DriftKind, string> = {
  unknownField: 'the library does not use this field',
  wrongType: 'the value has an unexpected type or form',
  missing: 'a required field is missing, so the call failed',
  unsafeImage: 'the image URL must not be shown',
  droppedItem: 'a list entry was left out',
  null: 'null instead of a value counts as missing',
  envelope: 'the values are wrapped differently than expected',
};

/** Returns the short text of an event, for its mark, the search and the copied text. */
export function labelOf(event: TimelineEvent): string {
  switch (event.type) {
    case 'token':
      return { held: 'Token in use', taken: 'Token of another tab', refused: 'Token refused' }[event.step];
    case 'mint':
      if (event.step === 'asked') return `Mint: ${reasonOf(event)}`;
      if (event.step === 'lock') return event.isHeld ? 'Mint has the lock' : 'Mint without the lock';
      if (event.step === 'ended') return `Mint ended: ${event.outcome}`;
      return { joined: 'Call waits for the mint', turn: 'Mint is next', spared: 'Mint not needed' }[event.step];
    case 'channel':
      return `${event.step === 'sent' ? 'Sent' : 'Received'}: ${event.kind}`;
    case 'request':
      return [
        `${event.name}: ${event.outcome}`,
        event.attempt > 1 && `attempt ${event.attempt}`,
        event.waitMs !== undefined && `again in ${duration(event.waitMs)}`,
      ]
        .filter(Boolean)
        .join(', ');
    case 'signIn':
      return `Sign-in by ${event.way}: ${event.outcome ?? 'begins'}`;
    case 'session':
      return sentenceCase(stateText(event.state));
    case 'query':
    case 'mutation':
      return `${sentenceCase(event.name)}: ${event.outcome ?? event.step}`;
    case 'change':
      return `${sentenceCase(event.name)}: ${CHANGES[event.step]}`;
    case 'page':
      return 'Page created again';
    case 'reading':
      return `${event.route}: ${event.path || 'body'} differs`;
  }
}

const CHANGES = { optimistic: 'shown at once', kept: 'kept', rolledBack: 'taken back' } as const;

/** Says what the user sees in a session state. */
export function stateText(state: SessionState | undefined): string {
  if (!state || state.status === 'unknown') return 'session not known yet';
  if (state.status === 'signedIn') return 'signed in, no profile chosen';
  if (state.status === 'active') return 'a profile is active';
  if (state.reason === 'refused') return 'signed out: the server refused the refresh token';
  return state.reason === 'otherTab' ? 'signed out in another tab' : 'signed out';
}

/** Explains an event by what happened before and after it. `tabName` names the tabs. */
export function explain(events: readonly TracedEvent[], index: number, tabName: (tab: string) => string): string {
  const { event, tab, at } = events[index]!;
  const later = events.slice(index + 1);
  const here = later.filter((each) => each.tab === tab);
  switch (event.type) {
    case 'mint':
      if (event.step === 'asked') return explainMint(events, index, tabName);
      if (event.step === 'ended')
        return `The mint for ${inWords(event.callers)} ${event.callers === 1 ? 'call' : 'calls'} ended: ${event.outcome}.`;
      if (event.step !== 'lock') return MINT_STEPS[event.step];
      return event.isHeld
        ? `${sentenceCase(tabName(tab))} holds the lock of all tabs, so no other tab mints at the same time.`
        : 'The mint runs without the lock of all tabs: the browser has no locks, or another tab held it for too long.';
    case 'token':
      if (event.step === 'taken')
        return `${sentenceCase(tabName(tab))} took over the session token of ${ownerOf(events, index, tabName)} instead of minting one.`;
      return event.step === 'held'
        ? 'A call used the session token in memory, so nothing was minted.'
        : 'The server refused the session token of a call. The call is repeated once, with another token.';
    case 'request':
      return explainRequest(event, at, here);
    case 'channel':
      return event.step === 'sent'
        ? `Sent a message to other tabs: ${event.kind}. Its content is not traced.`
        : `Received a message from another tab: ${event.kind}. Its content is not traced.`;
    case 'signIn': {
      if (event.outcome !== undefined) return `The sign-in by ${event.way} continued or ended: ${event.outcome}.`;
      const end = here.find((each) => each.event.type === 'signIn' && each.event.outcome !== undefined);
      if (end?.event.type !== 'signIn') return `A sign-in by ${event.way} began. Nothing has happened since.`;
      return `A sign-in by ${event.way} began. After ${duration(end.at - at)}: ${end.event.outcome}.`;
    }
    case 'session':
      return `From here on: ${stateText(event.state)}.`;
    case 'query':
      if (event.step === 'fetching') return `“${event.name}” began to load.`;
      if (event.step === 'success') return `“${event.name}” has its data.`;
      if (event.outcome === 'aborted') return `“${event.name}” was aborted: it was no longer needed.`;
      return `“${event.name}” did not load: ${event.outcome}. The user sees the error, or the previous data.`;
    case 'mutation':
      if (event.step === 'pending')
        return `“${event.name}” was sent. The user sees the change once the server has answered.`;
      return event.step === 'success' ? `“${event.name}” is done.` : `“${event.name}” failed: ${event.outcome}.`;
    case 'change':
      if (event.step === 'optimistic') return `“${event.name}” is shown before the server has answered.`;
      return event.step === 'kept'
        ? `The server accepted “${event.name}”, so what the user sees stays.`
        : `“${event.name}” failed: ${event.outcome}. The user sees the previous data again.`;
    case 'page':
      return (
        `The session of page “${event.from}” had ended, so the page was created again with the same filters, ` +
        `as “${event.to}”. Its rows and titles may differ.`
      );
    case 'reading':
      return `A response to ${event.route} differs at “${event.path || 'body'}”: ${DRIFTS[event.what]}.`;
  }
}

const MINT_STEPS = {
  joined: 'A call needed a token while a mint was running, and waited for it.',
  turn: 'No other mint of this tab was running, so this one began.',
  spared: 'Another tab had a token by the time it was this tab’s turn, so nothing was minted.',
};

/** Explains why a mint was needed, and what followed from it. */
function explainMint(events: readonly TracedEvent[], index: number, tabName: (tab: string) => string): string {
  const { event, tab } = events[index]!;
  if (event.type !== 'mint' || event.step !== 'asked') return '';
  const later = events.slice(index + 1);
  const isMint = (each: TracedEvent) => each.tab === tab && each.event.type === 'mint';
  const next = later.find(isMint)?.event;
  const reason = reasonOf(event);
  if (next?.type === 'mint' && next.step === 'joined')
    return `Waited for the mint that was already running, because ${reason}.`;
  const end = later.find((each) => isMint(each) && 'callers' in each.event);
  if (end?.event.type !== 'mint' || end.event.step !== 'ended')
    return `A mint was needed, because ${reason}. It has not ended.`;
  const { outcome, callers } = end.event;
  const waited = callers > 1 ? [`${inWords(callers - 1)} more ${callers === 2 ? 'call' : 'calls'} waited`] : [];
  if (outcome !== 'ok') return `${[`Tried to mint because ${reason}`, ...waited, `it failed: ${outcome}`].join('; ')}.`;
  const during = later.slice(0, later.indexOf(end));
  const isSpared = during.some((each) => isMint(each) && 'step' in each.event && each.event.step === 'spared');
  if (isSpared) return `${[`Asked for a mint because ${reason}`, ...waited, 'another tab had a token'].join('; ')}.`;
  const takers = new Set<string>();
  for (const each of later) {
    if (each.at > end.at + TAKEN_WITHIN_MS) break;
    const isTaken = each.event.type === 'token' && each.event.step === 'taken';
    if (isTaken && each.tab !== tab) takers.add(tabName(each.tab));
  }
  const taken = takers.size > 0 ? [`${[...takers].join(' and ')} took it over`] : [];
  return `${[`Minted because ${reason}`, ...waited, ...taken].join('; ')}.`;
}

/** Time after a mint within which other tabs take over its token, in milliseconds. */
const TAKEN_WITHIN_MS = 2000;
/** Time after a failed request within which its token is refused, in milliseconds. */
const REFUSED_WITHIN_MS = 50;

function reasonOf({ reason, leftMs }: { readonly reason: MintReason; readonly leftMs?: number | undefined }): string {
  if (leftMs === undefined || (reason !== 'missing' && reason !== 'renewal')) return REASONS[reason];
  return leftMs > 0 ? `the token had ${duration(leftMs)} left` : `the token had expired ${duration(-leftMs)} ago`;
}

/** Returns the name of the tab whose mint ended last before an event. */
function ownerOf(events: readonly TracedEvent[], index: number, tabName: (tab: string) => string): string {
  const { tab } = events[index]!;
  for (let before = index - 1; before >= 0; before -= 1) {
    const { event, tab: other } = events[before]!;
    if (other !== tab && event.type === 'mint' && event.step === 'ended') return tabName(other);
  }
  return 'another tab';
}

function explainRequest(
  event: Extract<TimelineEvent, { readonly type: 'request' }>,
  at: number,
  here: readonly TracedEvent[],
): string {
  const { name, attempt, outcome, tookMs, leftMs, waitMs, requestId } = event;
  const which = attempt > 1 ? `Attempt ${attempt} of ${name}` : name;
  const id = requestId === undefined ? '' : ` Request id: ${requestId}.`;
  if (outcome === 'ok') return `${which} succeeded after ${duration(tookMs)}.${id}`;
  if (outcome === 'aborted') return `${which} was aborted after ${duration(tookMs)}: it was no longer needed.${id}`;
  const failed = `${which} failed after ${duration(tookMs)}: ${outcome}.`;
  if (waitMs !== undefined)
    return `${failed} The next attempt starts after ${duration(waitMs)}, with ${duration(leftMs - waitMs)} left for it.${id}`;
  if (outcome === 'SESSION_EXPIRED')
    return `${failed} The session of the page had ended, so the page must be created again.${id}`;
  const isRefusal = here.some(
    (each) =>
      each.event.type === 'token' && each.event.step === 'refused' && Math.abs(each.at - at) < REFUSED_WITHIN_MS,
  );
  if (isRefusal) return `${failed} The server refused the token, so the call is repeated with another one.${id}`;
  return `${failed} There is no further attempt.${id}`;
}

/** Returns a duration in a unit that fits. */
export function duration(ms: number): string {
  if (ms < 999.5) return `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`;
  if (ms < 59_950) return `${Math.round(ms / 100) / 10} s`;
  const all = Math.round(ms / 1000);
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return seconds > 0 ? `${minutes} min ${seconds} s` : `${minutes} min`;
}

/** Returns the label of a time on the axis, with as many digits as its neighbors need. */
export function tickTime(ms: number, stepMs: number): string {
  if (ms < 1000 || ms >= 60_000) return duration(ms);
  return `${Number((ms / 1000).toFixed(stepMs < 10 ? 3 : stepMs < 100 ? 2 : 1))} s`;
}

/** Returns the time of day, with milliseconds. Each mark has one or two, so `Intl` would take too long. */
export function clockTime(at: number): string {
  const time = new Date(at);
  const [hours, minutes, seconds] = [time.getHours(), time.getMinutes(), time.getSeconds()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${hours}:${minutes}:${seconds}.${String(time.getMilliseconds()).padStart(3, '0')}`;
}

/** Returns a line for each event: time, tab, lane and text. */
export function asText(events: readonly TracedEvent[], tabName: (tab: string) => string): string {
  const lines = events.map((each) => {
    const { tab, event } = each;
    const mark = { failure: '!', recovery: '~', none: ' ' }[toneOf(event) ?? 'none'];
    return `${clockTime(startOf(each))} ${mark} ${tabName(tab)} | ${texts.lanes[laneOf(event)]} | ${labelOf(event)}`;
  });
  return `${lines.join('\n')}\n`;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (count: number) => NUMBERS[count] ?? String(count);
const NUMBER = new Intl.NumberFormat('en');
const counted = (count: number, noun: string) => `${NUMBER.format(count)} ${noun}${count === 1 ? '' : 's'}`;
const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
