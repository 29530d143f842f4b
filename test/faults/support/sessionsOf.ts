import type { SessionState } from '../../../src/session/sessionState.js';

/** Names of profiles by id. */
export type ProfileNames = Readonly<Record<string, string>>;

/** Returns the session after the fault as Markdown, or an empty text if it is unchanged. */
export function sessionsOf(before: SessionState, after: SessionState, names: ProfileNames): string {
  const [previous, current] = [before, after].map((state) => sessionText(state, names));
  return previous === current ? '' : `→ ${current}`;
}

function sessionText(state: SessionState, names: ProfileNames): string {
  if (state.status === 'active') return `\`active\` ${names[state.profileId]}`;
  if (state.status === 'signedOut' && state.reason) return `\`signedOut\` (${state.reason})`;
  return `\`${state.status}\``;
}
