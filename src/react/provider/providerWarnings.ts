import { warnOfTwoSheets } from './warnOfTwoSheets.js';

const FIXED_PROPS = ['client', 'clientId', 'basePath', 'queryClient'] as const;

/** Props that the provider reads only at its first render. */
export type FixedProps = Readonly<Partial<Record<(typeof FIXED_PROPS)[number], unknown>>>;

/**
 * Returns a function to call after each render of the provider. In development, it warns once of two stylesheets, and
 * once of a prop that has changed although the provider reads it only at its first render.
 *
 * @param first props of the first render.
 */
export function providerWarnings(first: FixedProps): (props: FixedProps) => void {
  if (process.env.NODE_ENV === 'production') return () => undefined;
  let hasWarned = false;
  return (props) => {
    warnOfTwoSheets();
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
