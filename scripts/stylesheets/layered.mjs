/** The properties by which each stylesheet is known on the root of a drop-in; development warns where two are there. */
const PLAIN = '--d-sheet-plain: 1;';
const LAYERED = '--d-sheet-layer: 1;';

/** Makes `styles.layer.css`: the rules of `styles.css` in the layer `discovr`, for Tailwind and apps with layers of their own. */
export function layered(css) {
  if (!css.includes(PLAIN)) throw new Error(`The stylesheet lacks ${PLAIN}, which tells it from the others.`);
  return `@layer discovr {\n${css.replace(PLAIN, LAYERED)}}\n`;
}
