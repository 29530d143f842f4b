/** Size of a drawing in pixels, and its visible area. */
export interface SvgFrame {
  readonly width: number;
  readonly height: number;
  /** SVG view box: left, top, width and height. */
  readonly viewBox: string;
}

/** Returns a drawing as the URL of an SVG image. The URL is safe in attributes and in `url()` in a stylesheet. */
export function svgDataUrl({ width, height, viewBox }: SvgFrame, content: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox}">${content}</svg>`;
  const encoded = encodeURIComponent(svg).replace(/['()]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `data:image/svg+xml,${encoded}`;
}
