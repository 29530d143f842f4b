import { type Color, colorOf } from '../support/contrast.js';

/** The tokens that appear on each background. */
export const tokenPairs: Readonly<Record<string, readonly string[]>> = {
  'surface-0': ['text-1', 'text-2', 'accent', 'danger', 'line'],
  'surface-1': ['text-1', 'text-2', 'accent', 'danger', 'line'],
  fill: ['text-1', 'text-2', 'accent'],
  'surface-2': ['text-1', 'text-2', 'accent', 'danger', 'line'],
  'surface-3': ['text-1', 'text-2'],
  'accent-soft': ['text-1', 'text-2', 'accent'],
  accent: ['on-accent'],
  'accent-hover': ['on-accent'],
  danger: ['surface-0'],
};

/** Returns the ratio that WCAG requires for text, or for the outlines of controls. */
export const minimumOf = (foreground: string) => (foreground === 'line' ? 3 : 4.5);

/** Returns the color of a token in a color scheme, below an element with a class of the app. */
export function tokenIn(scheme: string, token: string, classOfApp = ''): Color {
  const app = document.createElement('div');
  app.className = classOfApp;
  const root = document.createElement('div');
  root.className = 'discovr-Root';
  root.dataset['discovrScheme'] = scheme;
  const probe = document.createElement('i');
  probe.style.color = `var(--d-${token})`;
  root.append(probe);
  app.append(root);
  document.body.append(app);
  const color = colorOf(probe);
  app.remove();
  return color;
}
