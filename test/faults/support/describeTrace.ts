import type { TimelineEvent } from '../../../src/devtools/observe.js';
import type { ClientTrace } from '../../../src/devtools/traceClient.js';

/** Returns what the client of this tab decided, as Markdown. Equal mints are counted, in order of first appearance. */
export function describeTrace(trace: ClientTrace): string {
  const own = trace.events().filter(({ tab }) => tab === trace.tab);
  const parts: string[][] = [[]];
  for (const word of own.flatMap(({ event }) => wordsOf(event))) {
    if (word.startsWith('mint asked')) parts.push([]);
    parts.at(-1)!.push(word);
  }
  const texts = parts
    .filter(({ length }) => length > 0)
    .map((words) => withoutRequestOfMint(counted(words, (text) => text).join(', ')));
  return counted(texts, (text) => `(${text})`).join(', ') || 'nothing';
}

/**
 * Returns the words for an event; none for states of the session, which another column shows, and for what happens in
 * each call or mint.
 */
function wordsOf(event: TimelineEvent): string | readonly never[] {
  switch (event.type) {
    case 'token':
      // The mint that follows says why it was asked for.
      return event.step === 'held' || event.step === 'refused' ? [] : `token ${event.step}`;
    case 'mint':
      if (event.step === 'asked') return `mint asked (${event.reason})`;
      if (event.step === 'lock') return event.isHeld ? [] : 'without lock';
      if (event.step === 'ended') return `mint ${ended(event.outcome)}`;
      return event.step === 'turn' ? [] : event.step;
    case 'channel':
      return ['adopted', 'signedOut', 'profileLeft'].includes(event.kind) ? `${event.step} “${event.kind}”` : [];
    case 'request':
      return `\`${event.name.replace(/\{\w+\}/g, '…')}\`${event.outcome === 'ok' ? '' : ` \`${event.outcome}\``}`;
    case 'signIn':
      return `sign-in by ${event.way} ${event.outcome === undefined ? 'began' : ended(event.outcome)}`;
    default:
      return [];
  }
}

const ended = (outcome: string) => `ended${outcome === 'ok' ? '' : ` (\`${outcome}\`)`}`;

/** A mint with one kind of request: why, its code, how often it was sent, what was sent to other tabs, and its end. */
const MINT =
  /mint asked( \(\w+\)), `POST \/auth\/session-token`(?: (`\w+`))?( ×\d+)?((?:, sent “\w+”)*), mint ended(?: \((`\w+`)\))?/;

/** Shortens a mint that ended as its request did. */
const withoutRequestOfMint = (text: string) =>
  text.replace(MINT, (whole, reason: string, code = '', count = '', sent: string, end = '') =>
    code === end ? `mint${reason}${code && ` ${code}`}${count}${sent}` : whole,
  );

/** Counts equal texts, in order of first appearance. */
function counted(texts: readonly string[], several: (text: string) => string): string[] {
  return [...new Set(texts)].map((text) => {
    const { length } = texts.filter((other) => other === text);
    return length > 1 ? `${several(text)} ×${length}` : text;
  });
}
