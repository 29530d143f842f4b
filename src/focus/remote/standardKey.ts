import { isRemoteBack, type RemoteAction } from './remoteKeys.js';

/** Names under which the drop-ins know the actions. */
const NAMES: Readonly<Record<RemoteAction, string>> = {
  up: 'ArrowUp',
  right: 'ArrowRight',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  ok: 'Enter',
  back: 'GoBack',
};

/** Returns the event of the standard key for an action, or `undefined` when the drop-ins know the key itself. */
export function standardKey(event: KeyboardEvent, action: RemoteAction): KeyboardEvent | undefined {
  const key = NAMES[action];
  if (action === 'back' ? isRemoteBack(event) : event.key === key) return undefined;
  return new KeyboardEvent('keydown', { key, repeat: event.repeat, bubbles: true, cancelable: true });
}
