/** Size of a drawing in pixels, and the part of its plane that it shows. */
export interface SvgFrame {
  readonly width: number;
  readonly height: number;
  /** As SVG writes it: left, top, width and height. */
  readonly viewBox: string;
}

/** Writes a drawing as the URL of an SVG image; it can stand in an attribute and in the `url()` of a stylesheet. */
export function svgDataUrl({ width, height, viewBox }: SvgFrame, content: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox}">${content}</svg>`;
  const encoded = encodeURIComponent(svg).replace(/['()]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `data:image/svg+xml,${encoded}`;
}
