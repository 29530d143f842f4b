import { page } from 'vitest/browser';

type Color = [red: number, green: number, blue: number];

/** Returns the contrast ratio (WCAG) between an element's text and the background painted behind it. */
export async function contrastOf(element: Element): Promise<number> {
  const [darker, lighter] = [luminance(await fillOf(element)), luminance(textColor(element))].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** Returns the most common color of the painted pixels of an element. */
export async function fillOf(element: Element): Promise<Color> {
  const base64 = await page.screenshot({ element, base64: true, save: false });
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const pixels = pixelsOf((context) => context.drawImage(image, 0, 0), image.width, image.height);
  const counts = new Map<string, number>();
  for (let at = 0; at < pixels.length; at += 4) {
    const color = pixels.slice(at, at + 3).join(' ');
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const [[commonest] = ['']] = [...counts].sort(([, one], [, other]) => other - one);
  return toColor(commonest.split(' ').map(Number));
}

/** Returns the color of an element's text in sRGB, whatever notation the style uses. */
function textColor(element: Element): Color {
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
