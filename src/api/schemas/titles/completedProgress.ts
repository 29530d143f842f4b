/** Progress, in percent, from which a title or an episode counts as completed. */
export const COMPLETED_PROGRESS = 80;
