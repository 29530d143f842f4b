import postcss from 'postcss';

const PADDING = 'var(--d-pad)';
const PAGE = 'var(--discovr-width, 100vw)';
const INSIDE_PAGE = `calc(${PAGE} - 2 * ${PADDING})`;

/**
 * The query containers: their width as CSS, for each place in which they occur, and that width in pixels at 1920 × 1080
 * and a density of 1.5, without the layout of `<RemoteControl>`, which makes some of them wider. Conditions are decided
 * by the pixels, and `cqi` becomes a fraction of the CSS width.
 */
const CONTAINERS = [
  { name: 'discovr-form', selector: '.discovr-PageFilterForm', width: INSIDE_PAGE, pixels: 1860 },
  {
    name: 'discovr-form',
    selector: ':where(.discovr-Sheet) .discovr-PageFilterForm',
    width: `calc(480px * var(--d-density) - 2 * ${PADDING})`,
    pixels: 660,
  },
  { name: 'discovr-chips', pixels: 1860 },
  { name: 'discovr-tabs', pixels: 1300 },
  { name: 'discovr-opened', pixels: 1920 },
  { name: 'discovr-device-sign-in', pixels: 1116 },
  { name: 'discovr-profile-picker', selector: '.discovr-ProfilePicker', width: INSIDE_PAGE, pixels: 1860 },
  {
    name: 'discovr-profile-picker',
    selector: ':where(.discovr-SessionDialog) > .discovr-ProfilePicker',
    width: `calc(720px * var(--d-density) - 2 * ${PADDING})`,
    pixels: 1020,
  },
  { name: 'discovr-rail', selector: '.discovr-Rail', width: PAGE, pixels: 1920 },
  { name: 'discovr-hero', selector: '.discovr-Hero', width: PAGE, pixels: 1920 },
  {
    name: 'discovr-title',
    selector: '.discovr-TitleSheet',
    width: 'min(100vw - 64px, 880px * var(--d-density))',
    pixels: 1320,
  },
  {
    name: 'discovr-title',
    selector: ':where([data-discovr-television]) .discovr-TitleSheet',
    width: '100vw',
    pixels: 1920,
  },
  {
    name: 'discovr-avatar',
    selector: '.discovr-Avatar',
    width: 'var(--d-tile, 116px * var(--d-density))',
    pixels: 190,
  },
  {
    name: 'discovr-avatar',
    selector: ':where(.discovr-AvatarOption) > .discovr-Avatar',
    width: 'calc(72px * var(--d-density))',
    pixels: 108,
  },
  // Wide enough for a drawn title at its largest size.
  { selector: '.discovr-Poster', width: 'calc(160px * var(--d-density))', pixels: 240 },
];

/** Decides the container queries, sets the width of each container as `--d-cq`, and writes `cqi` as a fraction of it. */
export function resolveContainers(root) {
  root.walkAtRules('container', (query) => {
    const [name, ...condition] = query.params.split(' ');
    const answers = new Set(
      CONTAINERS.filter((container) => container.name === name).map(({ pixels }) => holds(condition.join(' '), pixels)),
    );
    if (answers.size !== 1) throw new Error(`containers.mjs cannot decide "@container ${query.params}".`);
    if (answers.has(true)) query.replaceWith(query.nodes);
    else query.remove();
  });
  root.walkDecls(/^container(-type)?$/, (declaration) => {
    const name = declaration.prop === 'container' ? declaration.value.split(' ')[0] : undefined;
    const rule = declaration.parent;
    const places = CONTAINERS.filter((container) =>
      name ? container.name === name : container.selector === rule.selector,
    );
    if (places.length === 0) throw new Error(`containers.mjs lacks the container of "${rule.selector}".`);
    for (const { selector, width } of places.filter((place) => place.width).toReversed()) {
      if (selector === rule.selector) declaration.cloneBefore({ prop: '--d-cq', value: width });
      else rule.after(postcss.rule({ selector }).append({ prop: '--d-cq', value: width }));
    }
    declaration.remove();
  });
  root.walkDecls((declaration) => {
    declaration.value = declaration.value.replaceAll(/([\d.]+)cqi\b/g, (_, percent) =>
      percent === '100' ? 'var(--d-cq)' : `calc(var(--d-cq) * ${Number((percent / 100).toFixed(6))})`,
    );
  });
}

/** Resolves the queries for forced colors: Chromium 85 does not know them, and no television forces colors. */
export function resolveForcedColors(root) {
  root.walkAtRules('media', (query) => {
    if (query.params === '(forced-colors: none)') query.replaceWith(query.nodes);
    else if (query.params === '(forced-colors: active)') query.remove();
  });
}

/** Whether each part of a condition, such as `(min-width: 560px)`, holds for a box of this width. */
function holds(condition, width) {
  return condition.split(' and ').every((part) => {
    const [, limit, value, unit] = /^\((min|max)-width: ([\d.]+)(px|em)\)$/.exec(part) ?? [];
    if (!limit) throw new Error(`containers.mjs cannot decide "${part}".`);
    // `em` is the font size of the page at a density of 1.5.
    const pixels = Number(value) * (unit === 'em' ? 24 : 1);
    return limit === 'min' ? width >= pixels : width <= pixels;
  });
}
