import { parseJson, routeOf, textOf, urlOfRequest, type Har, type HarEntry } from '../har/har.js';
import { isTooLong } from '../har/pseudonyms.js';

/** One request and its answer, as the doctor saw it. Tokens, names and codes are pseudonyms. */
export interface Exchange {
  readonly method: string;
  /** Path without the `basePath`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Tier of the token that was sent. */
  readonly token: 'refresh' | 'session' | 'none';
  /** Authorization that was sent. Equal ones belong to the same session. */
  readonly bearer: string;
  /** Body of the request. `undefined` if it was not recorded, or there is none. */
  readonly sent: unknown;
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: unknown;
  /** Time of the request, in Unix seconds. */
  readonly time: number;
}

/** Fields of a body. */
export type Body = Readonly<Record<string, unknown>>;

/** Whether a fact is so, and the exchange that shows it. */
export interface Finding {
  readonly isSo: boolean;
  readonly shownBy: Exchange;
}

/**
 * Returns the exchanges of a recording. These say nothing about the contract and are left out: requests without a
 * response, redirects, preflights, copies from a cache, bodies that were not recorded, pages of HTML, and paths that do
 * not belong to Discovr.
 */
export function exchangesOf({ log }: Har): Exchange[] {
  return log.entries.flatMap(({ request, response, startedDateTime }) => {
    const url = urlOfRequest(request.url);
    const { path, isKnown } = routeOf(url);
    const text = textOf(response.content);
    const isAbsent = text === undefined ? response.status !== 204 : isTooLong(text);
    if (!isKnown || isAbsent || request.method === 'OPTIONS' || response.status < 200 || isElsewhere(response))
      return [];
    const bearer = request.headers.find(({ name }) => name.toLowerCase() === 'authorization')?.value ?? '';
    const headers = new Map(response.headers.map(({ name, value }) => [name.toLowerCase(), value]));
    return {
      method: request.method,
      path,
      query: url.searchParams,
      token: bearer === '' ? 'none' : bearer.includes(' rt_') ? 'refresh' : 'session',
      bearer,
      sent: parseJson(request.postData?.text ?? ''),
      status: response.status,
      headers,
      body: parseJson(text ?? ''),
      // The clock of this device may be wrong.
      time: (Date.parse(headers.get('date') ?? '') || Date.parse(startedDateTime)) / 1000,
    };
  });
}

/** Whether a response is a redirect or a copy, or the page of a proxy. */
const isElsewhere = ({ status, content }: HarEntry['response']) =>
  (status >= 300 && status < 400) || /html/i.test(content.mimeType);

/** A fact about the API that the library relies on. `docs/contract.md` lists the same facts. */
export interface Fact {
  readonly id: string;
  /** What the fact is about, in Markdown. */
  readonly fact: string;
  /** What is so. Empty if `fact` says it. */
  readonly value?: string;
  /** Whether Discovr's documentation says so, or which part of the fact is inferred. */
  readonly basis: 'documented' | 'inferred' | (string & {});
  /** The place to change if the fact turns out to be wrong. */
  readonly where: string;
  /** What people notice until that place is changed. */
  readonly notice?: string;
  /** Looks for the fact. Without it, or if it returns `undefined`, the fact has not been seen. */
  readonly find?: (seen: Seen) => Finding | undefined;
}

/** What was seen of an API. Facts ask it for the exchanges that can show them. */
export class Seen {
  readonly #exchanges: readonly Exchange[];

  constructor(exchanges: readonly Exchange[]) {
    this.#exchanges = exchanges;
  }

  /** Returns the exchanges on a route, such as `GET /pages/{id}`, in their order. */
  on(route: string): Exchange[] {
    const [method, path = ''] = route.split(' ');
    const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
    return this.#exchanges.filter((exchange) => exchange.method === method && pattern.test(exchange.path));
  }

  /** Returns all exchanges that a condition selects. */
  where(isSelected: (exchange: Exchange) => boolean): Exchange[] {
    return this.#exchanges.filter(isSelected);
  }

  /**
   * Judges the answers of a route: each successful one must pass. If none is successful, and the API says that there is no
   * such route or that it takes another request, the fact is not so. Outages and refused tokens show nothing.
   */
  answers(route: string, isSo: (body: Body, exchange: Exchange) => boolean): Finding | undefined {
    const answered = this.on(route).filter(({ status }) => status < 300);
    if (answered.length > 0) return this.all(answered, (exchange) => isSo(bodyOf(exchange), exchange));
    const refused = this.on(route).find(({ status }) => [400, 404, 405, 422].includes(status));
    return refused && { isSo: false, shownBy: refused };
  }

  /** Returns the last request before an exchange that may have changed the same title in the same session. */
  changeBefore(one: Exchange): Exchange | undefined {
    const title = one.path.split('/').at(-1)!;
    return this.#exchanges
      .slice(0, this.#exchanges.indexOf(one))
      .filter((earlier) => {
        const { method, path, token, bearer, sent } = earlier;
        const isOfTitle = path.split('/').includes(title) || sentBodyOf(earlier)['mediaId'] === title;
        const isUnknown = sent === undefined && method !== 'DELETE';
        return token === 'session' && bearer === one.bearer && method !== 'GET' && (isOfTitle || isUnknown);
      })
      .at(-1);
  }

  /** Judges some exchanges: each must pass. Without exchanges, nothing is shown. */
  all(exchanges: readonly Exchange[], isSo: (exchange: Exchange) => boolean): Finding | undefined {
    const first = exchanges[0];
    const other = exchanges.find((exchange) => !isSo(exchange));
    return first && { isSo: other === undefined, shownBy: other ?? first };
  }
}

/** Joins findings about parts of a fact: each must be so. */
export const both = (one: Finding | undefined, other: Finding | undefined): Finding | undefined =>
  other?.isSo === false && one?.isSo !== false ? other : (one ?? other);

/** Judges the entries of all lists on some routes: each that is meant must pass. */
export const entries = (
  seen: Seen,
  routes: readonly string[],
  isSo: (item: Body) => boolean,
  isMeant: (item: Body) => boolean = () => true,
): Finding | undefined =>
  seen.all(
    routes.flatMap((route) => seen.on(route).filter((one) => succeeded(one) && itemsOf(one).some(isMeant))),
    (one) => itemsOf(one).filter(isMeant).every(isSo),
  );

/** Whether an exchange was successful. */
export const succeeded = ({ status }: Exchange): boolean => status < 300;
/** Whether the API refused a request, and not because there were too many. */
export const failed = ({ status }: Exchange): boolean => status >= 400 && status < 500 && !isTemporary(status);
/**
 * Whether the API answered the request itself. Outages, too many requests and refused tokens say nothing about the
 * contract.
 */
export const answered = ({ status }: Exchange): boolean => status < 500 && status !== 401 && !isTemporary(status);

/** Whether a status says that the same request may succeed later. */
export const isTemporary = (status: number): boolean => status === 408 || status === 429;

/** Names of the lists of titles. */
export const lists = ['liked', 'disliked', 'super_liked', 'watchlist'];
/** Matches ids of titles. */
export const mediaId = /^(?:MV|TV)_\d+$/;
/** Whether the path of an image is absent or a full URL. */
export const isFullUrl = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && /^(?:https?:|data:)/.test(value));

/** Returns any value as an object. Values that are not objects have no fields. */
// `Object()` returns an object for each value.
export const fieldsOf = (value: unknown): Body => Object(value) as Body;

/** Returns the body of an exchange as an object. Any other body counts as empty. */
export const bodyOf = ({ body }: Exchange): Body => fieldsOf(body);

/** Returns the values of a field of an error: at the top of its body, and under `error`. */
export const errorFields = (one: Exchange, name: string): unknown[] => [
  bodyOf(one)[name],
  fieldsOf(bodyOf(one)['error'])[name],
];

/** Returns the code of an error; empty if there is none. */
export const codeOf = (one: Exchange): string =>
  errorFields(one, 'code').find((code): code is string => typeof code === 'string' && code !== '') ?? '';

/** Returns the body of a request as an object. */
export const sentBodyOf = ({ sent }: Exchange): Body => fieldsOf(sent);

/** Returns the entries of a list, whatever its envelope. */
export function itemsOf(exchange: Exchange): Body[] {
  const { items, rows, profiles } = bodyOf(exchange);
  const list = [exchange.body, items, rows, profiles].find(Array.isArray) ?? [];
  return list.map(fieldsOf);
}

/** Whether fields have these types. `?` after a type allows the field to be absent or null. */
export function has(body: Body, fields: Readonly<Record<string, string>>): boolean {
  return Object.entries(fields).every(([name, type]) => {
    const value = body[name];
    if (value === undefined || value === null) return type.endsWith('?');
    return type.replace('?', '') === (Array.isArray(value) ? 'array' : typeof value);
  });
}
