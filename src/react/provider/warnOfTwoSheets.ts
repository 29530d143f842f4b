/** The property by which each stylesheet is known on the root of a drop-in, and its name. */
const SHEETS: Readonly<Record<string, string>> = {
  '--d-sheet-plain': 'styles.css',
  '--d-sheet-layer': 'styles.layer.css',
};

let hasLooked = false;

/** Warns in development, once, where an app has loaded two of the stylesheets: the rules of one would defeat the other's. */
export function warnOfTwoSheets(): void {
  if (hasLooked || process.env.NODE_ENV === 'production') return;
  hasLooked = true;
  const probe = document.createElement('div');
  probe.className = 'discovr-Root';
  probe.hidden = true;
  document.body.append(probe);
  const style = document.defaultView?.getComputedStyle(probe);
  const loaded = Object.keys(SHEETS).filter((mark) => style?.getPropertyValue(mark));
  probe.remove();
  if (loaded.length < 2) return;
  console.warn(
    `discovr-react: ${loaded.map((mark) => SHEETS[mark]).join(' and ')} are both loaded. Unlayered rules always win, so the ` +
      'layered ones do nothing. Import one of them: docs/styling.md says which one is for your app.',
  );
}
