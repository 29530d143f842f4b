import { colorOf, contrastBetween, paintOf } from './contrast.js';
import { visibleTexts } from './visibleTexts.js';

/** Returns each text and icon inside an element, with its lowest contrast to the pixels painted behind it. */
export async function lowestContrasts(root: Element): Promise<{ text: string; contrast: number }[]> {
  const icons = [...root.querySelectorAll('.discovr-Icon')].map((element) => ({
    text: element.parentElement!.getAttribute('aria-label')!,
    element,
    area: element.getBoundingClientRect(),
  }));
  const seen = [...visibleTexts(root), ...icons].map((each) => ({ ...each, color: colorOf(each.element) }));
  const hidden = document.createElement('style');
  hidden.textContent = '[data-without-text] * { color: transparent !important; transition: none !important; }';
  document.head.append(hidden);
  root.toggleAttribute('data-without-text', true);
  const colorsIn = await paintOf(root);
  root.toggleAttribute('data-without-text', false);
  hidden.remove();
  return seen.map(({ text, area, color }) => ({
    text,
    contrast: Math.min(...colorsIn(area).map((behind) => contrastBetween(behind, color))),
  }));
}
