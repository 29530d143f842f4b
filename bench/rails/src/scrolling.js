/** Scrolls at a steady pace, frame by frame, and gives the time between frames in milliseconds. */
function scrollSteadily(element, side, pixelsASecond) {
  const isAtEnd = {
    top: () => element.scrollTop + element.clientHeight >= element.scrollHeight - 1,
    left: () => element.scrollLeft + element.clientWidth >= element.scrollWidth - 1,
  }[side];
  return new Promise((resolve) => {
    const frames = [];
    let former;
    let framesAtEnd = 0;
    const step = (now) => {
      if (former !== undefined) {
        frames.push(now - former);
        element.scrollBy({ [side]: ((now - former) * pixelsASecond) / 1000, behavior: 'instant' });
      }
      former = now;
      // More may be on its way.
      framesAtEnd = isAtEnd() ? framesAtEnd + 1 : 0;
      if (framesAtEnd > 30) resolve(frames.slice(0, -framesAtEnd));
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}

/** Down through the whole page. */
export const scrollDown = () => scrollSteadily(document.scrollingElement, 'top', 6000);

/** Sideways through a row that is seen. */
export function scrollAside() {
  // By the section: measuring what is in one the browser skips would lay it out.
  const row = [...document.querySelectorAll('section')].find((one) => one.getBoundingClientRect().top > 0);
  const list = row.querySelector('ul');
  list.style.scrollSnapType = 'none';
  return scrollSteadily(list, 'left', 3000);
}

/** How many elements there are, and how many of those in rows the browser lays out. */
export function countElements() {
  const inRows = [...document.querySelectorAll('section *')];
  return {
    all: document.querySelectorAll('body *').length,
    laidOut: inRows.filter((element) => element.checkVisibility({ contentVisibilityAuto: true })).length,
    rows: document.querySelectorAll('section').length,
  };
}
