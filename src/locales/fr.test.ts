import { expect, test } from 'vitest';
import { textsOf } from '../../scripts/locales/gaps.mjs';
import { fr } from './fr.js';

test('French punctuation never starts a line', () => {
  for (const [path, text] of textsOf(fr)) {
    expect(text, path).not.toMatch(/(?<!\u00A0)[:»]/);
    expect(text, path).not.toMatch(/«(?!\u00A0)/);
    expect(text, path).not.toMatch(/(?<!\u202F)[?;]/);
    expect(text, `unit in ${path}`).not.toMatch(/[\d}] (min|heures)(?!\p{L})/u);
  }
});
