import type { SitePage } from './readPages.mjs';

/** Returns `llms.txt`: the pages of the site with a sentence about each, by group. */
export function llmsText(library: { name: string; description: string }, pages: readonly SitePage[]): string;
