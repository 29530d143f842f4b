/** Number of items in a batch of a rail: more than a wide screen shows. */
export const RAIL_BATCH_SIZE = 20;
