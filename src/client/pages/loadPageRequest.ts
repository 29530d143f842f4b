import { loadOnce } from '../../api/loadOnce.js';

/** Loads the function that checks the request for a page, and with it the schema of the filters. */
export const loadPageRequest = loadOnce('calls', () => import('./createPageRequest.js'));
