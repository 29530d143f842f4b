/** Focuses a control between two parts of an area. Returns whether there is one. */
type EnterBetween = (area: Element, from: Element, to: Element, parts: string) => boolean;

/**
 * Holds what `<RemoteControl>` adds to the moves between rails, once it has been mounted. Apps without it do not load
 * this code.
 */
export const stopsOfRemote: { enterBetween?: EnterBetween } = {};
