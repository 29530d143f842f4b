import { perClient } from '../../client/perClient.js';
import { createObservers, type Observers } from '../../session/observers.js';
import type { DiscovrFailure } from './discovrFailure.js';

/** Returns the failures of a client that are neither a query's nor a mutation's, such as those of a sign-in. */
export const failuresOf = perClient<object, Observers<DiscovrFailure>>(createObservers);
