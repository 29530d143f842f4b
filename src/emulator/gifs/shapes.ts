/** Draws a disc. */
export const disc = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;

/** Draws an ellipse. */
export const oval = (x: number, y: number, across: number, down: number, fill: string): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${across}" ry="${down}" fill="${fill}"/>`;

/** Draws a rectangle, with rounded corners where a radius is given. */
export const box = (x: number, y: number, width: number, height: number, fill: string, radius = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;

/** Draws a filled path. */
export const shape = (path: string, fill: string): string => `<path d="${path}" fill="${fill}"/>`;

/** Draws a path as a line with round ends. */
export const line = (path: string, stroke: string, width = 4): string =>
  `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Marks the part of a picture that moves; it turns about the middle of the picture unless told otherwise. */
export const moving = (content: string, x = 50, y = 50): string =>
  `<g class="moving" style="transform-origin:${x}px ${y}px">${content}</g>`;

/** Draws the same once for each angle, turned about a point. */
export const turned = (angles: readonly number[], x: number, y: number, content: string): string =>
  angles.map((angle) => `<g transform="rotate(${angle} ${x} ${y})">${content}</g>`).join('');

/** Draws two eyes at one height, as far from the middle as told. */
export const eyes = (middle: number, y: number, apart: number, radius: number, fill: string): string =>
  disc(middle - apart, y, radius, fill) + disc(middle + apart, y, radius, fill);
