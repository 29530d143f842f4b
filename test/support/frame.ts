/** Waits for the next frame. */
export const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
