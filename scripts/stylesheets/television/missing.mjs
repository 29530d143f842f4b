import postcss from 'postcss';

/** What Chromium 85 does not have, of the features that stylesheets use. */
const MISSING = {
  atRules: /^(container|layer|property|scope|starting-style)$/,
  media: /forced-colors|prefers-contrast|[<>]/,
  selectors:
    /:(dir|focus-visible|has|is|modal|open|user-invalid|where)\b|::(file-selector-button|marker)|:not\([^)]*[\s,]/,
  properties: new RegExp(
    '^(accent-color|aspect-ratio|container(-name|-type)?|contain-intrinsic-(block|inline)-size|field-sizing|' +
      'forced-color-adjust|hyphens|inset(-.+)?|line-clamp|mask(-image)?|rotate|scale|scrollbar-.+|' +
      'text-decoration-thickness|text-underline-offset|text-wrap|translate|' +
      '(border|margin|padding)-(block|inline)|border-(start|end)-(start|end)-radius)$',
  ),
  values:
    /\d(cq[bhiw]|cqmax|cqmin|[dls]v[bhiw])\b|color-mix\(|light-dark\(|okl(ab|ch)\(|revert-layer|subgrid|^(clip|inline-(start|end))$/,
};

/** Returns what a stylesheet uses that Chromium 85 does not have. */
export function missingIn(css) {
  const found = new Set();
  const root = postcss.parse(css);
  root.walkAtRules((rule) => {
    if (MISSING.atRules.test(rule.name)) found.add(`@${rule.name}`);
    if (rule.name === 'media' && MISSING.media.test(rule.params)) found.add(`@media ${rule.params}`);
  });
  root.walkRules(({ selectors }) => {
    for (const selector of selectors) if (MISSING.selectors.test(selector)) found.add(selector);
  });
  root.walkDecls(({ prop, value }) => {
    if (MISSING.properties.test(prop) || MISSING.values.test(value)) found.add(`${prop}: ${value}`);
  });
  return [...found];
}
