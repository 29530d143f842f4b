/**
 * Waits until a page is at rest: for some frames in a row nothing scrolls, and nothing is busy. What scrolls, renders or
 * observes begins a frame or two after its cause.
 *
 * It uses nothing outside itself, so that it can be handed to the `evaluate` of a page, too.
 */
export async function untilStill(isBusy: () => boolean = () => false): Promise<void> {
  const stillFrames = 10;
  let frames = 0;
  const restart = () => {
    frames = 0;
  };
  document.addEventListener('scroll', restart, true);
  while (frames < stillFrames) {
    await new Promise(requestAnimationFrame);
    frames = isBusy() ? 0 : frames + 1;
  }
  document.removeEventListener('scroll', restart, true);
}
