/**
 * Waits until nothing scrolls and nothing is busy for several frames in a row: smooth scrolling, renders and observers
 * start a frame or two after their cause. It is self-contained, so that Playwright can run it in a page with
 * `page.evaluate(untilStill)`.
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

/** Waits until all animations and transitions that end have ended. */
export async function untilUnmoved(): Promise<void> {
  const motions = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(motions.map(({ finished }) => finished));
}
