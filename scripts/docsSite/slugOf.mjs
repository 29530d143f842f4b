/** Returns the anchor of a heading, as GitHub forms it. The site uses the same anchors, so a link works in both places. */
export const slugOf = (heading) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
