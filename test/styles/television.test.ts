import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forTelevision } from '../../scripts/stylesheets/television/forTelevision.mjs';
import { SHARED } from '../../scripts/stylesheets/television/keepCascade.mjs';
import { missingIn } from '../../scripts/stylesheets/television/missing.mjs';

const oneLine = (css: string) => css.replaceAll('}', '} ').replaceAll(/\s+/g, ' ').trim();
const rewritten = (css: string) => oneLine(forTelevision(css));

/** Returns a stylesheet with the stylesheets that it imports. */
function withImports(file: string): string {
  return readFileSync(file, 'utf8').replaceAll(/@import '(.+)';/g, (_, path: string) =>
    withImports(join(dirname(file), path)),
  );
}

describe('the stylesheet for televisions', () => {
  const css = withImports('src/styles/styles.css');

  it('uses nothing that Chromium 85 does not have', () => {
    expect(missingIn(css).length).toBeGreaterThan(100);
    expect(missingIn(forTelevision(css, readFileSync('src/styles/chromium85.css', 'utf8')))).toEqual([]);
  });

  it('cannot be made without a height for each element that has an aspect ratio', () => {
    expect(() => forTelevision(css)).toThrow(/lacks the height of ".discovr-/);
  });

  it('has a different marker', () => {
    expect(rewritten('.discovr-Root { --d-sheet-plain: 1; }')).toBe('.discovr-Root { --d-sheet-tv: 1; }');
  });

  it.each([
    [':where(.a) > .b', '.a > .b'],
    [':where(.a, .b) .c', '.a .c, .b .c'],
    [".a:where([data-look='x'])", ".a[data-look='x']"],
    [':where(button, input)[class]', 'button[class], input[class]'],
    ['.a:where(a, button):hover', 'a.a:hover, button.a:hover'],
    ['.a:is(:hover, :focus)', '.a:hover, .a:focus'],
    ['.a:where(:not([data-b]))::after', '.a:not([data-b])::after'],
    [':where(.a:is(:hover, .b)) > .c', '.a:hover > .c, .a.b > .c'],
    ['.a:where([dir] *)', '[dir] .a'],
    ['.a:not(.b, .c)', '.a:not(.b):not(.c)'],
    ['.a:focus-visible', '.a:focus'],
  ])('writes the selector %s as %s', (selector, written) => {
    expect(rewritten(`${selector} { color: red; }`)).toBe(`${written} { color: red; }`);
  });

  it.each([
    ['inset: 0', 'top: 0; right: 0; bottom: 0; left: 0;'],
    ['inset: -12px -8px', 'top: -12px; right: -8px; bottom: -12px; left: -8px;'],
    ['inset-block: 0', 'top: 0; bottom: 0;'],
    ['inset-inline: 2px', 'left: 2px; right: 2px;'],
    ['inset-block-end: calc(var(--a) * 2)', 'bottom: calc(var(--a) * 2);'],
    ['padding-inline: 1px calc(2px + (3px))', 'padding-inline-start: 1px; padding-inline-end: calc(2px + (3px));'],
    ['margin-block: 4px', 'margin-block-start: 4px; margin-block-end: 4px;'],
    ['border-block: 2px solid', 'border-block-start: 2px solid; border-block-end: 2px solid;'],
    ['justify-content: end', 'justify-content: flex-end;'],
    ['block-size: 100dvh', 'block-size: 100vh;'],
    ['font-size: min(1em, 4.5cqi)', 'font-size: min(1em, calc(var(--d-cq) * 0.045));'],
  ])('writes %s as %s', (declaration, written) => {
    expect(rewritten(`.a { ${declaration}; }`)).toBe(`.a { ${written} }`);
  });

  it('places an element at the other side in text that runs to the left', () => {
    expect(rewritten('.a { inset-inline: auto 4px; color: red; }')).toBe(
      ".a { left: auto; right: 4px; color: red; } [dir='rtl'] .a { left: 4px; right: auto; }",
    );
  });

  it('keeps only the container rules that apply at the width on a television', () => {
    const query = (condition: string) => `@container discovr-rail (${condition}) { .a { color: red; } }`;
    expect(rewritten(query('min-width: 1600px'))).toBe('.a { color: red; }');
    expect(rewritten(query('max-width: 719.98px'))).toBe('');
  });

  it('cannot be made when a container is unknown, or a condition holds in only some of its places', () => {
    expect(() => forTelevision('@container discovr-new (min-width: 1px) { .a { color: red; } }')).toThrow(
      'cannot decide "@container discovr-new (min-width: 1px)"',
    );
    expect(() => forTelevision('@container discovr-form (min-width: 700px) { .a { color: red; } }')).toThrow(
      'cannot decide',
    );
  });

  it('lets the same rule win as in the other stylesheets', () => {
    const same = ':where(.discovr-A) > .discovr-B { color: red; } .discovr-B { color: blue; }';
    expect(rewritten(same)).toContain('.discovr-B.discovr-B { color: blue; }');
    const other = ':where(.discovr-A) > .discovr-B { color: red; } .discovr-C { color: blue; }';
    expect(rewritten(other)).toContain('} .discovr-C { color: blue; }');
  });

  it('restores what applies inside an element that a rule leaves out', () => {
    const rules = '.a { color: red; gap: 1px; } .a:where(:not(.dialog *)) { color: blue; opacity: 0; }';
    expect(rewritten(rules)).toBe(
      '.a { color: red; gap: 1px; } .a { color: blue; opacity: 0; } .dialog .a { opacity: revert; } .dialog .a { color: red; }',
    );
  });

  it('restores it inside each of several elements, and for each of several selectors', () => {
    const rules = '.a { gap: 1px; } .b, .a:where(:not(.c, .d *, .e *)) { gap: 2px; }';
    expect(rewritten(rules)).toBe(
      '.a { gap: 1px; } .b { gap: 2px; } .a:not(.c) { gap: 2px; } .e .a { gap: 1px; } .d .a { gap: 1px; }',
    );
  });

  it('knows each class whose elements have a second class of the library', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => readFileSync(join('src', name), 'utf8'))
      .join();
    const pairs = [...sources.matchAll(/(discovr-\w+) discovr-\w/g)].map(([, first]) => `.${first}`);
    expect(new Set([...pairs, '.discovr-Root'])).toEqual(new Set(SHARED));
  });
});
