import { describe, expect, it } from 'vitest';
import { forTelevision } from '../../scripts/stylesheets/forTelevision.mjs';
import { layered } from '../../scripts/stylesheets/layered.mjs';

const MARK = '.discovr-Root { --d-sheet-plain: 1; }';
const oneLine = (css: string) => css.replaceAll(/\s+/g, ' ').trim();

describe('the stylesheet in a cascade layer', () => {
  it('contains every rule and has a different marker', () => {
    expect(oneLine(layered(`${MARK}\n.discovr-Chip { margin: 0; }`))).toBe(
      '@layer discovr { .discovr-Root { --d-sheet-layer: 1; } .discovr-Chip { margin: 0; }}',
    );
  });

  it('cannot be made from a stylesheet without a marker', () => {
    expect(() => layered('.discovr-Chip { margin: 0; }')).toThrow(/lacks --d-sheet-plain/);
  });
});

describe('the stylesheet for televisions', () => {
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
    expect(oneLine(forTelevision(`${MARK} ${selector} { color: red; }`))).toContain(`} ${written} { color: red; }`);
  });

  it.each([
    ['inset: 0', 'top: 0; right: 0; bottom: 0; left: 0;'],
    ['inset: -12px -8px', 'top: -12px; right: -8px; bottom: -12px; left: -8px;'],
    ['inset-block: 0', 'top: 0; bottom: 0;'],
    ['inset-block-end: calc(var(--a) * 2)', 'bottom: calc(var(--a) * 2);'],
    ['padding-inline: 1px calc(2px + (3px))', 'padding-inline-start: 1px; padding-inline-end: calc(2px + (3px));'],
    ['margin-block: 4px', 'margin-block-start: 4px; margin-block-end: 4px;'],
  ])('writes %s as longhands', (shorthand, longhands) => {
    expect(oneLine(forTelevision(`${MARK} .a { ${shorthand}; }`))).toContain(`.a { ${longhands} }`);
  });

  it('has a different marker', () => {
    expect(forTelevision(MARK)).toContain('--d-sheet-tv: 1;');
  });
});
