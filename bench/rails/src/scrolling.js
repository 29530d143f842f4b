/** Scrolls at a constant speed to the end and returns the times between frames in milliseconds. */
function scrollSteadily(element, side, pixelsPerSecond) {
  const isAtEnd = {
    top: () => element.scrollTop + element.clientHeight >= element.scrollHeight - 1,
    left: () => element.scrollLeft + element.clientWidth >= element.scrollWidth - 1,
  }[side];
  return new Promise((resolve) => {
    const frames = [];
    let previous;
    let framesAtEnd = 0;
    const step = (now) => {
      if (previous !== undefined) {
        frames.push(now - previous);
        element.scrollBy({ [side]: ((now - previous) * pixelsPerSecond) / 1000, behavior: 'instant' });
      }
      previous = now;
      // Waits 30 frames at the end, because more content may load.
      framesAtEnd = isAtEnd() ? framesAtEnd + 1 : 0;
      if (framesAtEnd > 30) resolve(frames.slice(0, -framesAtEnd));
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}

/** Scrolls down through the whole document. */
export const scrollDown = () => scrollSteadily(document.scrollingElement, 'top', 6000);

/** Scrolls sideways through a visible row. */
export function scrollSideways() {
  // Measures only sections, because measuring an element in a skipped section would lay out its content.
  const row = [...document.querySelectorAll('section')].find((one) => one.getBoundingClientRect().top > 0);
  const list = row.querySelector('ul');
  list.style.scrollSnapType = 'none';
  return scrollSteadily(list, 'left', 3000);
}

/** Counts all elements, the elements in rows that the browser has laid out, and the rows. */
export function countElements() {
  const inRows = [...document.querySelectorAll('section *')];
  return {
    all: document.querySelectorAll('body *').length,
    laidOut: inRows.filter((element) => element.checkVisibility({ contentVisibilityAuto: true })).length,
    rows: document.querySelectorAll('section').length,
  };
}
