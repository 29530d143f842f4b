/** Returns the anchor of a heading, as GitHub forms it. The site uses the same anchors, so a link works in both places. */
export function slugOf(heading: string): string;
