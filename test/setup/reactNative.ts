/**
 * Replaces the globals of Node with those of React Native 0.86 and its engine, Hermes: what they lack is missing, and what
 * they have in a form of their own has that form. Loaded before everything else.
 */

/** Globals that Node has and React Native lacks. */
const MISSING = ['BroadcastChannel', 'DOMException', 'document', 'localStorage', 'sessionStorage', 'location'];

/** Parts of `Intl` that Hermes lacks. */
const MISSING_INTL = ['PluralRules', 'ListFormat', 'DisplayNames', 'Locale', 'Segmenter', 'RelativeTimeFormat'];

/** `URLSearchParams` of React Native: does not copy another one, cuts values at `=`, and throws on a `%` that encodes nothing. */
class NativeURLSearchParams {
  readonly _searchParams = new Map<string, string[]>();

  constructor(params?: string | [string, string][] | Record<string, string>) {
    if (typeof params === 'string') {
      for (const pair of params.replace(/^\?/, '').split('&').filter(Boolean)) {
        const [key = '', value = ''] = pair.split('=').map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
        this.append(key, value);
      }
    } else {
      for (const [key, value] of Array.isArray(params) ? params : Object.entries(params ?? {})) this.append(key, value);
    }
  }

  append(key: string, value: string): void {
    this._searchParams.set(key, [...(this._searchParams.get(key) ?? []), value]);
  }

  delete(name: string): void {
    this._searchParams.delete(name);
  }

  get(name: string): string | null {
    return this._searchParams.get(name)?.[0] ?? null;
  }

  set(name: string, value: string): void {
    this._searchParams.set(name, [value]);
  }

  toString(): string {
    return [...this._searchParams]
      .flatMap(([key, values]) => values.map((value) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`))
      .join('&');
  }
}

/** Its requests never leave; an app in React Native sends them with `fetch`. */
class NativeXMLHttpRequest {
  open(): void {
    throw new Error('The library must not send requests with XMLHttpRequest.');
  }
}

for (const name of MISSING) Reflect.deleteProperty(globalThis, name);
for (const name of MISSING_INTL) Reflect.deleteProperty(Intl, name);
// `fetch` of React Native ignores it, so its requests do not have it.
Reflect.deleteProperty(Request.prototype, 'keepalive');
Object.defineProperties(
  globalThis,
  Object.fromEntries(
    Object.entries({
      window: globalThis,
      navigator: { product: 'ReactNative' },
      URLSearchParams: NativeURLSearchParams,
      XMLHttpRequest: NativeXMLHttpRequest,
      IS_REACT_ACT_ENVIRONMENT: true,
    }).map(([name, value]) => [name, { value, configurable: true, writable: true }]),
  ),
);
