import { DiscovrTimeline } from 'discovr-react/devtools';
import { createRoot } from 'react-dom/client';
import { finishedTrace, manyEvents } from '../../../stories/support/timelineTraces.js';
import 'discovr-react/styles.css';
import 'discovr-react/devtools.css';

const count = Number(new URLSearchParams(location.search).get('events'));
const trace = finishedTrace(manyEvents(count));
const root = createRoot(document.body.appendChild(document.createElement('div')));

/** Resolves when the next frame has been painted. */
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Scrolls through the timeline at a constant speed for some seconds. */
async function scroll(pixelsPerSecond, seconds) {
  const scroller = document.querySelector('.discovr-Timeline-scroller');
  scroller.scrollLeft = 0;
  const start = performance.now();
  for (let now = start; now < start + seconds * 1000; now = performance.now()) {
    scroller.scrollLeft = ((now - start) * pixelsPerSecond) / 1000;
    await nextFrame();
  }
}

globalThis.bench = {
  mount: () => root.render(<DiscovrTimeline trace={trace} />),
  focus: () => document.querySelector('[role="option"][tabindex="0"]').focus(),
  scroll,
  countElements: () => document.querySelectorAll('.discovr-Timeline *').length,
};
