import { parseUrl } from '../../shared/url.js';

/** Hosts and origins that a served emulator accepts in addition to this computer. */
export interface AllowedCallers {
  /** Host names or addresses of the emulator, as `hostOf` returns them. */
  readonly hosts: readonly string[];
  /** Origins of pages that may call it, as `originOf` returns them. */
  readonly origins: readonly string[];
}

/**
 * Returns the reason why a request is rejected, or `undefined` if it is allowed.
 *
 * A website can point its domain at this computer (DNS rebinding), and its pages then have the same origin as the
 * emulator. Therefore the host of a request is checked too.
 */
export function refusalOf(
  { hosts, origins }: AllowedCallers,
  { hostname }: Pick<URL, 'hostname'>,
  origin: string | undefined,
): string | undefined {
  const isAllowedHost = (host: string | undefined) => host !== undefined && (isLoopback(host) || hosts.includes(host));
  if (!isAllowedHost(hostname)) {
    return `The host "${hostname}" is not allowed. If it is yours, start the emulator with --allow-host ${hostname}.`;
  }
  if (origin === undefined || origins.includes(origin) || isAllowedHost(pageHostOf(origin))) return undefined;
  return `The origin "${origin}" is not allowed. If it is yours, start the emulator with --allow-origin ${origin}.`;
}

/** Returns a host in the form that requests use, or `undefined` if the text is anything else, such as a URL. */
export function hostOf(text: string): string | undefined {
  const url = parseUrl(`http://${text.includes(':') && !text.startsWith('[') ? `[${text}]` : text}`);
  return url && url.href === `http://${url.hostname}/` ? url.hostname : undefined;
}

/** Returns an origin in the form that browsers send, or `undefined` if the text is not an origin. */
export function originOf(text: string): string | undefined {
  if (text === 'null') return text;
  const bare = /^([a-z][a-z0-9+.-]*:\/\/[^/?#@\s]*)\/?$/i.exec(text)?.[1];
  const url = bare === undefined ? undefined : parseUrl(bare);
  // Browsers send an origin for custom schemes such as `capacitor:`, although the URL standard defines none.
  return url?.origin === 'null' ? bare?.toLowerCase() : url?.origin;
}

/** Whether a host, as `hostOf` returns it, always means this computer. */
export function isLoopback(host: string): boolean {
  return host === '[::1]' || /^127(\.\d+){3}$/.test(host) || /^(.+\.)?localhost$/.test(host);
}

function pageHostOf(origin: string): string | undefined {
  const url = parseUrl(origin);
  return url && /^https?:$/.test(url.protocol) ? url.hostname : undefined;
}
