import { headers } from 'next/headers';
import { cache } from 'react';
import { discovr } from './server';

/** Returns the client and the session of the user whose request is rendered. */
export const visit = cache(async () => discovr.forRequest({ headers: await headers() }));
