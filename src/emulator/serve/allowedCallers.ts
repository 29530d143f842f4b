import { parseUrl } from '../../api/schemas/parseUrl.js';

/** Names beyond this computer's own that a served emulator trusts. */
export interface AllowedCallers {
  /** Hosts it is called by, as `hostOf` writes them. */
  readonly hosts: readonly string[];
  /** Origins of pages that may call it, as `originOf` writes them. */
  readonly origins: readonly string[];
}

/**
 * Says in one sentence why a request to an address is refused; `undefined` lets it pass.
 *
 * A website can point its own name at this computer (DNS rebinding) and then counts as the same origin, so the name a
 * request is sent to is checked as well as the page that sends it.
 */
export function refusalOf(
  { hosts, origins }: AllowedCallers,
  { hostname }: Pick<URL, 'hostname'>,
  origin: string | undefined,
): string | undefined {
  const isOwn = (host: string) => isLoopback(host) || hosts.includes(host);
  if (!isOwn(hostname)) {
    return `The emulator does not answer as "${hostname}". If this name is yours, start it with --allow-host ${hostname}.`;
  }
  if (origin === undefined || origins.includes(origin) || isOwn(pageHostOf(origin))) return undefined;
  return `The emulator does not answer pages of "${origin}". If they are yours, start it with --allow-origin ${origin}.`;
}

/** Writes a host as requests name it, or `undefined` where the text is no host name or address alone. */
export function hostOf(text: string): string | undefined {
  const url = parseUrl(`http://${text.includes(':') && !text.startsWith('[') ? `[${text}]` : text}`);
  return url && url.href === `http://${url.hostname}/` ? url.hostname : undefined;
}

/** Writes an origin as browsers send it, or `undefined` where the text is none. */
export function originOf(text: string): string | undefined {
  if (text === 'null') return text;
  const bare = /^([a-z][a-z0-9+.-]*:\/\/[^/?#@\s]*)\/?$/i.exec(text)?.[1];
  const url = bare === undefined ? undefined : parseUrl(bare);
  // Browsers send an origin for an app's own scheme, such as `capacitor:`; the URL standard gives it none.
  return url?.origin === 'null' ? bare?.toLowerCase() : url?.origin;
}

function isLoopback(host: string): boolean {
  return host === '[::1]' || /^127(\.\d+){3}$/.test(host) || /^(.+\.)?localhost$/.test(host);
}

function pageHostOf(origin: string): string {
  const url = parseUrl(origin);
  return url && /^https?:$/.test(url.protocol) ? url.hostname : '';
}
