'use client';

import { Browse } from './Browse';

/** The page in the HTML of the server. A later navigation, which has no HTML, waits for the whole page. */
export function BrowseInHtml() {
  return typeof window === 'undefined' && <Browse />;
}
