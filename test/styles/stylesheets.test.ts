import { describe, expect, it } from 'vitest';
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
