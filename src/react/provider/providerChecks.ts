import { assertUsableClient } from './assertUsableClient.js';
import { warnOfMissingMethods } from './warnOfMissingMethods.js';
import { warnOfTwoSheets } from './warnOfTwoSheets.js';

const FIXED_PROPS = ['client', 'clientId', 'basePath', 'queryClient'] as const;

/** Props that the provider reads only at its first render. */
export interface FixedProps {
  readonly client?: object | undefined;
  readonly clientId?: string | undefined;
  readonly basePath?: string | undefined;
  readonly queryClient?: object | undefined;
}

/**
 * Checks a provider in development. Returns a function to call after each render. It warns once about two stylesheets,
 * methods that the client lacks, and a change of a prop that the provider reads only at its first render.
 *
 * @param first props of the first render.
 * @throws {TypeError} when the client lacks a method that every app needs.
 */
export function providerChecks(first: FixedProps): (props: FixedProps) => void {
  // Bundlers omit the checks from production builds.
  return process.env.NODE_ENV === 'production' ? () => undefined : developmentChecks(first);
}

function developmentChecks(first: FixedProps): (props: FixedProps) => void {
  if (first.client) assertUsableClient(first.client);
  let hasLooked = false;
  let hasWarned = false;
  return (props) => {
    warnOfTwoSheets();
    if (first.client && !hasLooked) warnOfMissingMethods(first.client);
    hasLooked = true;
    const changed = FIXED_PROPS.filter((name) => props[name] !== first[name]);
    if (changed.length === 0 || hasWarned) return;
    hasWarned = true;
    console.warn(
      `discovr-react: <DiscovrProvider> received another ${changed.join(' and ')} and keeps the first, because the ` +
        'session and the cache belong to it. Create it once, outside the component. To use another one, give ' +
        'the provider another `key` prop.',
    );
  };
}
