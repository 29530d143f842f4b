/** Elements that a user can click or type into. */
const CONTROLS = 'a[href], button, input, select, textarea, summary';
/** Tolerance for rounding in the layout. */
const TOLERANCE_PX = 1;
/** Words up to this width fit into the narrowest column of the library, so they must not be broken. */
const SHORT_WORD_PX = 96;

/** Runs of letters and digits without Chinese and Japanese characters. */
const WORDS = /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])[\p{L}\p{M}\p{N}])+/gu;

// Every browser engine that runs the stories supports canvas.
const canvas = document.createElement('canvas').getContext('2d')!;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Lists every place where text has too little room: the document scrolls sideways, a word is cut off, is broken or
 * sticks out of its control, or two controls overlap. An ellipsis that the style requests is not a fault.
 */
export function textWithoutRoom(): string[] {
  const modals = document.querySelectorAll<HTMLElement>('dialog:modal');
  // Content behind a modal dialog may be covered, so it is not checked.
  const root = modals.item(modals.length - 1) ?? document.body;
  return [...sidewaysOverflow(root), ...cutTexts(root), ...cutFields(root), ...overlaps(root)];
}

function sidewaysOverflow(root: HTMLElement): string[] {
  return [...new Set([document.documentElement, root])]
    .filter((element) => element.scrollWidth > element.clientWidth)
    .map((element) => {
      const outside = [...element.querySelectorAll('*')].findLast((inner) => !isBetweenEdges(inner));
      return `${nameOf(element)} scrolls sideways, for instance to ${outside ? nameOf(outside) : 'a pseudo-element'}`;
    });
}

function isBetweenEdges(element: Element): boolean {
  const { left, right } = element.getBoundingClientRect();
  return isWithin(left, right, 0, innerWidth);
}

function cutTexts(root: HTMLElement): string[] {
  const faults = new Set<string>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const parent = text.parentElement;
    if (!parent || !text.textContent?.trim() || !isVisible(parent) || isVisuallyHidden(parent)) continue;
    const box = inkBox(text, parent);
    if (box.right === box.left) continue;
    const cut = cutBy(parent, box);
    if (cut) faults.add(`“${text.textContent}” is cut off by ${nameOf(cut)}`);
    const broken = brokenWord(text, parent);
    if (broken) faults.add(`“${broken}” is broken in ${nameOf(parent)}`);
    const control = parent.closest(`${CONTROLS}, label`);
    if (!cut && control && !contains(control.getBoundingClientRect(), box) && isOutsideControl(parent, control)) {
      faults.add(`“${text.textContent}” sticks out of ${nameOf(control)}`);
    }
  }
  return [...faults];
}

/** Returns the box of the visible glyphs. It is smaller than the line box, which fits any accent and descender. */
function inkBox(text: Node, parent: Element): Box {
  const range = document.createRange();
  range.selectNodeContents(text);
  const { left, right, top, bottom } = range.getBoundingClientRect();
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(parent);
  canvas.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const ink = canvas.measureText(text.textContent?.trim() ?? '');
  return {
    left,
    right,
    top: top + ink.fontBoundingBoxAscent - ink.actualBoundingBoxAscent,
    bottom: bottom - ink.fontBoundingBoxDescent + ink.actualBoundingBoxDescent,
  };
}

/** Returns a short word that continues on the next line. Chinese and Japanese have no spaces, so any line may end there. */
function brokenWord(text: Node, parent: Element): string | undefined {
  if (!parent.closest('.discovr-Root')) return undefined;
  const letterSpacing = Number.parseFloat(getComputedStyle(parent).letterSpacing) || 0;
  return [...(text.textContent ?? '').matchAll(WORDS)].find(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
    return tops.size > 1 && canvas.measureText(word).width + word.length * letterSpacing < SHORT_WORD_PX;
  })?.[0];
}

/** Returns the ancestor that cuts a text off. Ancestors that scroll or show an ellipsis do not count. */
function cutBy(parent: Element, text: Box): Element | undefined {
  let [isWidthFree, isHeightFree] = [false, false];
  for (let element: Element | null = parent; element; element = element.parentElement) {
    const style = getComputedStyle(element);
    const [x, y] = [style.overflowX, style.overflowY];
    const box = element.getBoundingClientRect();
    isHeightFree ||= style.webkitLineClamp !== 'none' || /auto|scroll/.test(y);
    isWidthFree ||= style.textOverflow === 'ellipsis' || /auto|scroll/.test(x);
    if (!isWidthFree && x !== 'visible' && !isWithin(text.left, text.right, box.left, box.right)) return element;
    if (!isHeightFree && y !== 'visible' && !isWithin(text.top, text.bottom, box.top, box.bottom)) return element;
    if (style.position === 'fixed') return undefined;
  }
  return undefined;
}

/** Whether text outside the box of its control is a fault. Text with an ellipsis is not: the rest of it is hidden. */
function isOutsideControl(parent: Element, control: Element): boolean {
  for (let element: Element | null = parent; element && element !== control; element = element.parentElement) {
    const { webkitLineClamp, textOverflow } = getComputedStyle(element);
    if (webkitLineClamp !== 'none' || textOverflow === 'ellipsis') return false;
  }
  return true;
}

/** Lists date fields that are narrower than their content. */
function cutFields(root: HTMLElement): string[] {
  return [...root.querySelectorAll<HTMLInputElement>('input[type="date"]')].filter(isVisible).flatMap((field) => {
    const [needed, { width }] = [nativeWidth(field), field.getBoundingClientRect()];
    return needed > width + TOLERANCE_PX ? [`${nameOf(field)} is cut off: ${needed} > ${width}`] : [];
  });
}

function nativeWidth(field: HTMLInputElement): number {
  // A clone in the same place inherits the same styles.
  const clone = field.cloneNode() as HTMLInputElement;
  clone.style.cssText = 'position: absolute; inline-size: max-content; visibility: hidden';
  field.after(clone);
  const { width } = clone.getBoundingClientRect();
  clone.remove();
  return width;
}

function overlaps(root: HTMLElement): string[] {
  const controls = [...root.querySelectorAll<HTMLElement>(CONTROLS)]
    .filter((control) => isVisible(control) && !isVisuallyHidden(control) && !liesOverOthers(control))
    .map((control) => ({ control, box: shownBox(control) }));
  return controls.flatMap(({ control, box }, index) =>
    controls
      .slice(index + 1)
      .filter((other) => doOverlap(box, other.box))
      .filter((other) => !control.contains(other.control) && !other.control.contains(control))
      .map((other) => `${nameOf(control)} overlaps ${nameOf(other.control)}`),
  );
}

/**
 * Whether a control may cover others: it is in a sticky bar or a fixed panel, a rail arrow, or a button in a field, whose
 * padding has room for it.
 */
function liesOverOthers(control: Element): boolean {
  for (let element: Element | null = control; element; element = element.parentElement) {
    if (/sticky|fixed/.test(getComputedStyle(element).position)) return true;
  }
  return control.matches('.discovr-Rail-arrow, .discovr-Prompt-clear, .discovr-Prompt-voice');
}

/** Returns the part of an element that its clipping ancestors leave visible. */
function shownBox(element: Element): Box {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const shown = { left, right, top, bottom };
  for (let outer = element.parentElement; outer; outer = outer.parentElement) {
    if (getComputedStyle(outer).overflow === 'visible') continue;
    const box = outer.getBoundingClientRect();
    shown.left = Math.max(shown.left, box.left);
    shown.right = Math.min(shown.right, box.right);
    shown.top = Math.max(shown.top, box.top);
    shown.bottom = Math.min(shown.bottom, box.bottom);
  }
  return shown;
}

function doOverlap(a: Box, b: Box): boolean {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > TOLERANCE_PX && height > TOLERANCE_PX;
}

function contains(outer: Box, inner: Box): boolean {
  return (
    isWithin(inner.left, inner.right, outer.left, outer.right) &&
    isWithin(inner.top, inner.bottom, outer.top, outer.bottom)
  );
}

function isWithin(start: number, end: number, outerStart: number, outerEnd: number): boolean {
  return start >= outerStart - TOLERANCE_PX && end <= outerEnd + TOLERANCE_PX;
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
}

/** Whether an element is only there for screen readers: one of those around it is clipped to nothing. */
function isVisuallyHidden(element: Element): boolean {
  if (element.closest('.discovr-VisuallyHidden, .discovr-SkipLink:not(:focus)')) return true;
  for (let each: Element | null = element; each; each = each.parentElement)
    if (getComputedStyle(each).clipPath === 'inset(50%)') return true;
  return false;
}

function nameOf(element: Element): string {
  if (element === document.documentElement || element === document.body) return 'the document';
  const text = element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? element.textContent;
  return `<${element.localName} class="${element.className}"> “${text.trim().slice(0, 40)}”`;
}
