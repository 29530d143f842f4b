import { describe, expect, it } from 'vitest';
import { localePacks } from '../../test/support/localePacks.js';
import { ar } from '../locales/ar.js';
import { en } from './en.js';
import { mergeMessages } from './mergeMessages.js';
import type { MessagesOverride } from './messages.js';

/** Parses overrides from JSON, which the compiler cannot check. */
const fromJson = (text: string): MessagesOverride => JSON.parse(text) as MessagesOverride;

describe('mergeMessages', () => {
  it('replaces the given messages and keeps the others', () => {
    const merged = mergeMessages(en, { form: { apply: 'Go' }, genres: { '35': 'Funny' } });
    expect(merged).toEqual({
      ...en,
      form: { ...en.form, apply: 'Go' },
      genres: { ...en.genres, '35': 'Funny' },
    });
  });

  it('adds names of regions, which no pack has', () => {
    expect(mergeMessages(en, { regionNames: { DE: 'Germany' } }).regionNames).toEqual({
      ...en.regionNames,
      DE: 'Germany',
    });
    expect(mergeMessages(en, fromJson('{"regionNames":{"DE":3}}')).regionNames).toEqual(en.regionNames);
  });

  it('does not mutate the base messages', () => {
    const before = JSON.stringify(en);
    mergeMessages(en, { form: { apply: 'Go', filterCount: { other: '{count}' } } });
    expect(JSON.stringify(en)).toBe(before);
  });

  it('accepts missing, empty and undefined overrides', () => {
    expect(mergeMessages(en, undefined)).toBe(en);
    expect(mergeMessages(en, {})).toEqual(en);
    // An app without `exactOptionalPropertyTypes` can pass these.
    const partly = { form: { apply: undefined }, picker: undefined } as unknown as MessagesOverride;
    expect(mergeMessages(en, partly)).toEqual(en);
  });

  it('accepts an empty text', () => {
    expect(mergeMessages(en, { form: { pageNameHint: '' } }).form.pageNameHint).toBe('');
  });

  it('replaces all forms of a plural message together, so that languages never mix', () => {
    const merged = mergeMessages(ar, { form: { filterCount: { one: '{count} Filter', other: '{count} Filters' } } });
    expect(merged.form.filterCount).toEqual({ one: '{count} Filter', other: '{count} Filters' });
    expect(merged.form.apply).toBe(ar.form.apply);
  });

  it('accepts one text for a plural message, and plural forms for a single text', () => {
    const several = { one: 'From {min} minute', other: 'From {min} minutes' };
    const override = { form: { filterCount: 'Filters' }, chips: { runtimeFrom: several } } as unknown;
    const merged = mergeMessages(en, override as MessagesOverride);
    expect(merged.form.filterCount).toBe('Filters');
    expect(merged.chips.runtimeFrom).toEqual(several);
  });

  it('ignores unknown keys', () => {
    const merged = mergeMessages(en, fromJson('{ "form": { "aply": "Go" }, "froms": { "apply": "Go" } }'));
    expect(merged).toEqual(en);
  });

  it.each([[{}], [{ text: 'Go' }], [{ other: {} }], [{ other: 'Go', one: 1 }], [['Go']], [5], [null]])(
    'keeps a message when the override is %j instead of a text',
    (wrong) => {
      const override: unknown = { form: { apply: wrong, filterCount: wrong }, genres: { '35': wrong } };
      expect(mergeMessages(en, override as MessagesOverride)).toEqual(en);
    },
  );

  it('keeps a message without placeholders when the override has plural forms', () => {
    const override: unknown = { form: { apply: { other: 'Go' } } };
    expect(mergeMessages(en, override as MessagesOverride)).toEqual(en);
  });

  it('accepts each message of each locale pack', () => {
    for (const [locale, pack] of Object.entries(localePacks)) expect(mergeMessages(en, pack), locale).toEqual(pack);
  });

  it('ignores inherited property names', () => {
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
  'mergeMessages keeps a section when the override has the wrong shape: %j',
  (override) => {
    // An app without types can pass these.
    expect(mergeMessages(en, override as MessagesOverride)).toEqual(en);
  },
);
