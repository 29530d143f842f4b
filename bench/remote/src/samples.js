/** Element of a title, in each page. */
const CARD = '.card, .discovr-Rail-item:not([data-placeholder]) .discovr-Card';

/**
 * Observes the page from its start. Returns functions that read when the first card was on screen with its poster, the
 * longest task, and the time from each key to the end of its frame, in milliseconds.
 */
export function startSampling() {
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });
  const samples = [];
  let firstCardAt;
  const look = () => {
    if (hasFirstPoster()) afterThisFrame(() => (firstCardAt = performance.now()));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  addEventListener(
    'keydown',
    // A held key must not cause frames that the page does not draw by itself.
    ({ timeStamp, repeat }) =>
      repeat || requestAnimationFrame(() => afterThisFrame(() => samples.push(performance.now() - timeStamp))),
    true,
  );
  return {
    firstCardAt: () => firstCardAt,
    longestTask: () => Math.max(0, ...tasks.map(({ duration }) => duration)),
    hasSample: () => samples.length > 0,
    takeSample: () => samples.shift(),
    /** Name of the focused card, so that a key that does nothing is noticed. */
    focusedName: () => {
      const focused = document.querySelector('.card[data-focused]') ?? document.activeElement;
      const card = focused?.closest('li') ?? focused;
      return [card?.textContent, card?.querySelector('img')?.alt].join(' ');
    },
  };
}

/** Whether the first title is in the document and its poster, if it has one, is loaded. */
function hasFirstPoster() {
  const card = document.querySelector(CARD);
  const poster = card?.querySelector('img');
  return card !== null && (!poster || (poster.complete && poster.naturalWidth > 0));
}

/** Calls back when the frame that is about to be drawn has been drawn. Call it in `requestAnimationFrame`. */
function afterThisFrame(done) {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', done, { once: true });
  port1.start();
  port2.postMessage(undefined);
}
