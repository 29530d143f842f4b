import { languages } from './languages.mjs';

/** Plural categories whose text may omit the number: "No filters", "one minute", "two filters". */
const WITHOUT_NUMBER = ['zero', 'one', 'two'];

/**
 * Compares a locale pack, which may be incomplete, with the English one. Returns a list of sentences for each kind of
 * gap; all lists of a complete pack are empty.
 */
export function findGaps(locale, pack, english) {
  const messages = messagesOf(pack);
  const sources = messagesOf(english);
  const shared = [...sources].filter(([path]) => isText(messages.get(path)));
  return {
    missing: [...sources.keys()].filter((path) => !isText(messages.get(path))).map((path) => `${path} is missing.`),
    unknown: [...messages.keys()].filter((path) => !sources.has(path)).map((path) => `English has no ${path}.`),
    plurals: shared.flatMap(([path, source]) => pluralGaps(locale, path, source, messages.get(path))),
    placeholders: shared.flatMap(([path, source]) => placeholderGaps(path, source, messages.get(path))),
    english: untranslated(locale, shared, messages),
  };
}

/** Returns all messages by path, such as `form.apply`. */
export function messagesOf(pack) {
  const found = new Map();
  for (const [section, messages] of Object.entries(pack)) {
    for (const [key, message] of Object.entries(messages ?? {})) found.set(`${section}.${key}`, message);
  }
  return found;
}

/** Returns the texts of a message with their plural categories. A message without plurals has one text, as `other`. */
export function sentencesOf(message) {
  return typeof message === 'string' ? [['other', message]] : Object.entries(message);
}

/** Returns all texts of a pack with the paths of their messages. */
export function textsOf(pack) {
  return [...messagesOf(pack)].flatMap(([path, message]) => sentencesOf(message).map(([, text]) => [path, text]));
}

export function withoutPlaceholders(text) {
  return text.replaceAll(/\{\w+\}/g, '');
}

function isText(message) {
  const texts = message ? sentencesOf(message) : [];
  return texts.length > 0 && texts.every(([, text]) => typeof text === 'string' && text.trim() !== '');
}

function pluralGaps(locale, path, source, message) {
  if (typeof source === 'string') return typeof message === 'string' ? [] : [`${path} must be one text.`];
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  const found = typeof message === 'string' ? [] : Object.keys(message);
  return [
    ...pluralCategories.filter((name) => !found.includes(name)).map((name) => `${path} lacks the plural form ${name}.`),
    ...found
      .filter((name) => !pluralCategories.includes(name))
      .map((name) => `${path} has the plural form ${name}, which ${locale} does not use.`),
  ];
}

function placeholderGaps(path, source, message) {
  const expected = placeholdersIn(...sentencesOf(source).map(([, text]) => text));
  return sentencesOf(message).flatMap(([category, text]) => {
    const found = placeholdersIn(text);
    const where = typeof message === 'string' ? path : `${path}.${category}`;
    const required = WITHOUT_NUMBER.includes(category) ? [] : expected;
    return [
      ...required.filter((name) => !found.includes(name)).map((name) => `${where} lacks {${name}}.`),
      ...found.filter((name) => !expected.includes(name)).map((name) => `${where} has {${name}}, which has no value.`),
    ];
  });
}

/** Lists texts with letters that equal the English text and are no loan words, and loan words that no text equals. */
function untranslated(locale, shared, messages) {
  const allowed = languages[locale]?.loanWords ?? [];
  const same = shared.flatMap(([path, source]) => {
    const texts = sentencesOf(source).map(([, text]) => text);
    return sentencesOf(messages.get(path))
      .map(([, text]) => ({ path, text }))
      .filter(({ text }) => texts.includes(text) && /\p{L}/u.test(withoutPlaceholders(text)));
  });
  return [
    ...same.filter(({ text }) => !allowed.includes(text)).map(({ path, text }) => `${path} is English: “${text}”`),
    ...allowed
      .filter((word) => !same.some(({ text }) => text === word))
      .map((word) => `The loan word “${word}” is not used.`),
  ];
}

function placeholdersIn(...texts) {
  return [...new Set(texts.flatMap((text) => text.match(/(?<=\{)\w+(?=\})/g) ?? []))];
}
