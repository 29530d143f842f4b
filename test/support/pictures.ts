const drawn = (content: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720">${content}</svg>`)}`;
const stripes = Array.from({ length: 160 }, (_, index) => `<rect x="${index * 8}" width="4" height="720"/>`).join('');

/** Pictures on which text is hardest to read. */
export const hardPictures = {
  white: drawn('<rect width="1280" height="720" fill="#fff"/>'),
  black: drawn('<rect width="1280" height="720"/>'),
  striped: drawn(`<rect width="1280" height="720" fill="#fff"/>${stripes}`),
};

// `Object.keys` returns strings, although these are all keys.
export const hardPictureNames = Object.keys(hardPictures) as (keyof typeof hardPictures)[];
