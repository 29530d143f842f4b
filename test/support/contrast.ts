import { page } from 'vitest/browser';

/** A color in sRGB. Each part is between 0 and 255. */
export type Color = [red: number, green: number, blue: number];

/** Returns the contrast ratio (WCAG) between an element's text and the background painted behind it. */
export async function contrastOf(element: Element): Promise<number> {
  return contrastBetween(await fillOf(element), colorOf(element));
}

/** Returns the contrast ratio (WCAG) of two colors, between 1 and 21. */
export function contrastBetween(one: Color, other: Color): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** Returns the most common color of the painted pixels of an element. */
export async function fillOf(element: Element): Promise<Color> {
  const colorsIn = await paintOf(element);
  return commonest(colorsIn(element.getBoundingClientRect()));
}

/**
 * Takes a screenshot of an element. Returns a function that returns the colors painted in an area, which must be inside
 * the element. Pixels at the edges of the area are left out, because they mix with those outside.
 */
export async function paintOf(element: Element): Promise<(area: DOMRect) => Color[]> {
  const base64 = await page.screenshot({ element, base64: true, save: false });
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const pixels = pixelsOf((context) => context.drawImage(image, 0, 0), image.width, image.height);
  const bounds = element.getBoundingClientRect();
  const scale = image.width / bounds.width;
  return (area) => {
    const [left, right] = [area.left, area.right].map((x) => (x - bounds.left) * scale);
    const [top, bottom] = [area.top, area.bottom].map((y) => (y - bounds.top) * scale);
    const colors: Color[] = [];
    for (let y = Math.max(0, Math.ceil(top!)); y < Math.min(image.height, Math.floor(bottom!)); y += 1) {
      for (let x = Math.max(0, Math.ceil(left!)); x < Math.min(image.width, Math.floor(right!)); x += 1) {
        const at = (y * image.width + x) * 4;
        colors.push([pixels[at]!, pixels[at + 1]!, pixels[at + 2]!]);
      }
    }
    return colors;
  };
}

/** Returns the most common of several colors. */
export function commonest(colors: readonly Color[]): Color {
  const counts = new Map<string, number>();
  for (const color of colors) counts.set(color.join(' '), (counts.get(color.join(' ')) ?? 0) + 1);
  const [[name] = ['']] = [...counts].sort(([, one], [, other]) => other - one);
  return toColor(name.split(' ').map(Number));
}

/** Returns the color of an element's text, whatever notation the style uses. */
export function colorOf(element: Element): Color {
  const pixels = pixelsOf(
    (context) => {
      context.fillStyle = getComputedStyle(element).color;
      context.fillRect(0, 0, 1, 1);
    },
    1,
    1,
  );
  return toColor([...pixels]);
}

function pixelsOf(draw: (context: CanvasRenderingContext2D) => void, width: number, height: number) {
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')!;
  draw(context);
  return context.getImageData(0, 0, width, height).data;
}

const toColor = ([red = 0, green = 0, blue = 0]: number[]): Color => [red, green, blue];

function luminance(color: Color): number {
  const [red, green, blue] = toColor(
    color.map((part) => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4)),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
