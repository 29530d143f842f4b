/** Custom properties that mark each stylesheet. In development, the library warns when two stylesheets are loaded. */
const PLAIN = '--d-sheet-plain: 1;';
const LAYERED = '--d-sheet-layer: 1;';

/** Wraps the rules of `styles.css` in the layer `discovr`, for Tailwind and for apps that use layers. */
export function layered(css) {
  if (!css.includes(PLAIN)) throw new Error(`The stylesheet lacks ${PLAIN}, which identifies styles.css.`);
  return `@layer discovr {\n${css.replace(PLAIN, LAYERED)}}\n`;
}
