import { readFileSync } from 'node:fs';
import { bundleScript } from '../../support/chromium/servePage.js';

const options = { target: 'chrome85' };

/** Returns the stylesheet for old televisions. */
export const televisionStyles = () => readFileSync('dist/styles.tv.css', 'utf8');

const bundlePolyfills = () => bundleScript('test/television/polyfills.ts', options);

/** Bundles what stories need in old televisions: the polyfills, and clicks that have an effect. */
export async function bundleForStories(): Promise<string> {
  const scripts = [bundlePolyfills(), bundleScript('test/television/support/scriptedClicks.ts', options)];
  return (await Promise.all(scripts)).join('\n');
}

/**
 * Bundles the script of a page as an app for old televisions does.
 *
 * @param path path of a module, from the root of this repository.
 * @returns a function that adds a stylesheet to the script.
 */
export async function bundleForTelevision(path: string): Promise<(css: string) => string> {
  const [polyfills, script] = await Promise.all([bundlePolyfills(), bundleScript(path, options)]);
  return (css) => {
    const withStyle = `document.head.appendChild(document.createElement('style')).textContent = ${JSON.stringify(css)};`;
    // The polyfills run before all modules of the app.
    return [polyfills, withStyle, script].join('\n');
  };
}
