import { describe, expect, it } from 'vitest';
import { ar } from '../locales/ar.js';
import { en } from './en.js';
import { mergeMessages } from './mergeMessages.js';
import type { MessagesOverride } from './messages.js';

/** What JSON gives, which no compiler has looked at. */
const fromJson = (text: string): MessagesOverride => JSON.parse(text) as MessagesOverride;

describe('own words', () => {
  it('replace the words they name and leave the others', () => {
    const merged = mergeMessages(en, { form: { apply: 'Go' }, genres: { '35': 'Funny' } });
    expect(merged).toEqual({
      ...en,
      form: { ...en.form, apply: 'Go' },
      genres: { ...en.genres, '35': 'Funny' },
    });
  });

  it('leave the pack as it was', () => {
    const before = JSON.stringify(en);
    mergeMessages(en, { form: { apply: 'Go', applyCount: { other: '{count}' } } });
    expect(JSON.stringify(en)).toBe(before);
  });

  it('may be absent, empty, or partly absent', () => {
    expect(mergeMessages(en, undefined)).toBe(en);
    expect(mergeMessages(en, {})).toEqual(en);
    // As an app without exact optional types could pass them.
    const partly = { form: { apply: undefined }, picker: undefined } as unknown as MessagesOverride;
    expect(mergeMessages(en, partly)).toEqual(en);
  });

  it('may be an empty text', () => {
    expect(mergeMessages(en, { form: { pageNameHint: '' } }).form.pageNameHint).toBe('');
  });

  it('replace all kinds of a plural together, so that languages never mix', () => {
    const merged = mergeMessages(ar, { form: { applyCount: { one: '{count} Filter', other: '{count} Filters' } } });
    expect(merged.form.applyCount).toEqual({ one: '{count} Filter', other: '{count} Filters' });
    expect(merged.form.apply).toBe(ar.form.apply);
  });

  it('may give one sentence where the pack has several, and several where it has one', () => {
    const several = { one: 'From {min} minute', other: 'From {min} minutes' };
    const override = { form: { applyCount: 'Filters' }, chips: { runtimeFrom: several } } as unknown;
    const merged = mergeMessages(en, override as MessagesOverride);
    expect(merged.form.applyCount).toBe('Filters');
    expect(merged.chips.runtimeFrom).toEqual(several);
  });

  it('are left out where the pack does not know them', () => {
    const merged = mergeMessages(en, fromJson('{ "form": { "aply": "Go" }, "froms": { "apply": "Go" } }'));
    expect(merged).toEqual(en);
  });

  it('do no harm with names from the language', () => {
    const merged = mergeMessages(
      en,
      fromJson(
        '{ "__proto__": { "form": { "apply": "x" } }, "constructor": {}, "form": { "__proto__": { "apply": "x" } } }',
      ),
    );
    expect(merged).toEqual(en);
    expect(Object.getPrototypeOf(merged.form)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('form');
  });
});

it.each([[{ form: { other: 'x', apply: en.form.apply } }], [{ form: null }], [{ form: 'x' }]])(
  'own words of a wrong shape, from JSON for instance, leave a section whole: %j',
  (override) => {
    // As an app without types could pass them.
    expect(mergeMessages(en, override as MessagesOverride)).toEqual(en);
  },
);
