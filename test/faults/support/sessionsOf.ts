import type { SessionState } from '../../../src/session/state/sessionState.js';

/** Names of profiles by their ids. */
export type ProfileNames = Readonly<Record<string, string>>;

/** Where a session was before, and where it is after, as Markdown; once where it is the same. */
export function sessionsOf(before: SessionState, after: SessionState, names: ProfileNames): string {
  const [former, present] = [before, after].map((state) => sessionText(state, names));
  return former === present ? `${present}` : `${former} → ${present}`;
}

function sessionText(state: SessionState, names: ProfileNames): string {
  if (state.status === 'active') return `\`active\` ${names[state.profileId]}`;
  if (state.status === 'signedOut' && state.reason) return `\`signedOut\` (${state.reason})`;
  return `\`${state.status}\``;
}
