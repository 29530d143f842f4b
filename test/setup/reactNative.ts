/**
 * Replaces the globals of Node with those of React Native 0.86 and its engine, Hermes: what they lack is missing, and what
 * they have in a form of their own has that form. Loaded before everything else.
 */

/** Globals that Node has and React Native lacks. */
const MISSING = ['BroadcastChannel', 'DOMException', 'document', 'localStorage', 'sessionStorage', 'location'];

/** Parts of `Intl` that Hermes lacks. */
const MISSING_INTL = ['PluralRules', 'ListFormat', 'DisplayNames', 'Locale', 'Segmenter', 'RelativeTimeFormat'];

/**
 * `URLSearchParams` of React Native: does not copy another one, cuts values at `=`, and throws on a `%` that encodes
 * nothing.
 */
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

  [Symbol.iterator](): Iterator<[string, string]> {
    const entries = [...this._searchParams].flatMap(([key, values]) =>
      values.map((value): [string, string] => [key, value]),
    );
    return entries[Symbol.iterator]();
  }

  toString(): string {
    return [...this._searchParams]
      .flatMap(([key, values]) => values.map((value) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`))
      .join('&');
  }
}

/** `URL` of React Native: keeps the text, joins it to a base, and reads the parameters with its `URLSearchParams`. */
class NativeURL {
  #searchParams: NativeURLSearchParams | undefined;
  readonly #url: string;

  constructor(url: string | URL, base?: string | URL) {
    const text = String(url);
    const isAbsolute = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
    if (base && !isAbsolute && !/^https?:\/\/[^/]/.test(String(base))) throw new TypeError('Invalid base URL');
    const whole = base && !isAbsolute ? `${String(base).replace(/\/$/, '')}/${text.replace(/^\//, '')}` : text;
    this.#url = /^[^:]+:\/\/[^/?#]+$/.test(whole) ? `${whole}/` : whole;
  }

  get search(): string {
    return /\?[^#]*/.exec(this.#url)?.[0] ?? '';
  }

  get hash(): string {
    return /#[^/]*/.exec(this.#url)?.[0] ?? '';
  }

  get origin(): string {
    return /^https?:\/\/[^/]+/.exec(this.#url)?.[0] ?? '';
  }

  get protocol(): string {
    return /^[a-z][a-z\d+.-]*:/i.exec(this.#url)?.[0] ?? '';
  }

  get hostname(): string {
    return /^https?:\/\/(?:[^@]+@)?([^:/?#]+)/.exec(this.#url)?.[1] ?? '';
  }

  get pathname(): string {
    return /^https?:\/\/[^/]+(\/[^?#]*)?/.exec(this.#url)?.[1] ?? '/';
  }

  get searchParams(): NativeURLSearchParams {
    return (this.#searchParams ??= new NativeURLSearchParams(this.search));
  }

  get href(): string {
    return this.toString();
  }

  toString(): string {
    if (!this.#searchParams) return this.#url;
    const query = this.#searchParams.toString();
    return `${this.#url.replace(/[?#].*$/, '')}${query && `?${query}`}${this.hash}`;
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
      URL: NativeURL,
      URLSearchParams: NativeURLSearchParams,
      XMLHttpRequest: NativeXMLHttpRequest,
      IS_REACT_ACT_ENVIRONMENT: true,
    }).map(([name, value]) => [name, { value, configurable: true, writable: true }]),
  ),
);
