import type { SdkMethod } from '../../client/clientLike.js';
import type { DiscovrSdkLike } from '../../client/sdk/sdkCalls.js';
import { listMethodNames } from '../titles/listChange.js';

const FIXED_PROPS = ['client', 'clientId', 'basePath', 'queryClient'] as const;

/** Props that the provider reads only at its first render. */
interface FixedProps {
  readonly client?: object | undefined;
  readonly clientId?: string | undefined;
  readonly basePath?: string | undefined;
  readonly queryClient?: object | undefined;
}

/**
 * Checks a provider in development. Returns a function to call after each render. It warns once about methods that the
 * client lacks, and a change of a prop that the provider reads only at its first render.
 *
 * @param first props of the first render.
 * @param checkSurroundings what else to check after each render.
 * @throws {TypeError} when the client lacks a method that every app needs.
 */
export function providerChecks(first: FixedProps, checkSurroundings?: () => void): (props: FixedProps) => void {
  // Bundlers omit the checks from production builds.
  return process.env.NODE_ENV === 'production' ? () => undefined : developmentChecks(first, checkSurroundings);
}

function developmentChecks(first: FixedProps, checkSurroundings?: () => void): (props: FixedProps) => void {
  if (first.client) assertUsableClient(first.client);
  let hasLooked = false;
  let hasWarned = false;
  return (props) => {
    checkSurroundings?.();
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

let hasWarnedOfTwoClients = false;

/** Warns once, in development, when two providers with different clients use one cache at the same time. */
export function warnOfTwoClients(): void {
  if (hasWarnedOfTwoClients || process.env.NODE_ENV === 'production') return;
  hasWarnedOfTwoClients = true;
  console.warn(
    'discovr-react: two <DiscovrProvider>s with different clients use one QueryClient, so the second one keeps its data ' +
      'in a cache of its own. Use the same client in both, or pass each a `queryClient` of its own.',
  );
}

/** Explains in development why `<SignIn>` shows no buttons. */
export function warnOfSdkSignIn(): void {
  if (process.env.NODE_ENV === 'production') return;
  console.warn(
    'discovr-react: <SignIn> shows no buttons, because the client of <DiscovrProvider> is an instance of the official SDK, ' +
      'which signs users in itself. Call its sign-in from a button of the app, which <DiscovrGate> shows as `signIn`.',
  );
}

const NEEDED_BY_ALL: readonly (keyof DiscovrSdkLike)[] = [
  'createPage',
  'getPage',
  'getActiveProfileId',
  'onAuthStateChanged',
  'onSessionRefreshed',
];

/**
 * Checks that a client has the methods without which nothing works.
 *
 * @throws {TypeError} when it lacks one of them.
 */
function assertUsableClient(client: object): void {
  const methods: Partial<DiscovrSdkLike> = client;
  const missing = NEEDED_BY_ALL.filter((name) => typeof methods[name] !== 'function');
  if (missing.length === 0) return;
  throw new TypeError(
    `discovr-react: the client of <DiscovrProvider> lacks ${missing.map((name) => `${name}()`).join(', ')}, without ` +
      'which nothing works. Pass a DiscovrClient or an instance of the official SDK, not its class.',
  );
}

/** Returns the methods without which a drop-in shows only an error, by drop-in. */
const neededMethods = (): Readonly<Record<string, readonly SdkMethod[]>> => ({
  '<DiscovrPage>, <NavigationStack>': ['getRows', 'getRowItems'],
  '<TitleSheet>': [
    'getMedia',
    'getMediaProfileMeta',
    ...Object.values(listMethodNames).flatMap(({ add, remove }) => [add, remove]),
  ],
  '<ProfilePicker>, <DiscovrGate>': ['getProfiles', 'selectProfile'],
});

/**
 * Warns in one message about methods that drop-ins need and a client lacks. Setting a method to `undefined` says that it
 * is missing on purpose.
 */
function warnOfMissingMethods(client: object): void {
  const lines = Object.entries(neededMethods()).flatMap(([dropIns, names]) => {
    const missing = names.filter((name) => !(name in client)).map((name) => `${name}()`);
    return missing.length > 0 ? [`\n${dropIns}: ${missing.join(', ')}`] : [];
  });
  if (lines.length === 0) return;
  console.warn(
    'discovr-react: the client of <DiscovrProvider> lacks methods, so parts of these drop-ins only show an ' +
      `error:${lines.join('')}\nIf you do not use them, set the methods to undefined to silence this warning.`,
  );
}
