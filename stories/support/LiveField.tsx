import { useEffect, useState } from 'react';
import { describeFilter } from '../../src/filters/index.js';
import { DiscovrClient, DiscovrProvider, memoryCredentialStore, usePromptFilters } from '../../src/index.js';
import type { Messages } from '../../src/messages/messages.js';
import type { PromptLanguage } from '../../src/prompts/index.js';
import { directionOf, messagesIn, storyLanguages } from './locales.js';
import './liveField.css';

const languages = import.meta.glob<Readonly<Record<string, PromptLanguage>>>('../../src/prompts/languages/*.ts');

interface Loaded {
  readonly locale: string;
  readonly language: readonly PromptLanguage[];
  readonly messages: Messages;
}

/** Signed out, and never used: reading a wish needs no Discovr. */
const client = new DiscovrClient('live-field', { credentialStore: memoryCredentialStore() });

/** Loads the words and the messages of one language. */
async function load(locale: string): Promise<Loaded> {
  const words = languages[`../../src/prompts/languages/${locale}.ts`]!();
  const [module, messages] = await Promise.all([words, messagesIn(locale)]);
  return { locale, language: Object.values(module), messages };
}

/** A field that says what it understands of a wish, and what not, in each language of prompts. */
export function LiveField() {
  const [locale, setLocale] = useState('en');
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    let isCurrent = true;
    void load(locale).then((next) => isCurrent && setLoaded(next));
    return () => {
      isCurrent = false;
    };
  }, [locale]);
  return (
    <main className="live">
      <label>
        Language{' '}
        <select value={locale} onChange={(event) => setLocale(event.target.value)}>
          {Object.entries(storyLanguages).map(([tag, { name }]) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {loaded && (
        <DiscovrProvider key={loaded.locale} client={client} locale={loaded.locale} messages={loaded.messages}>
          <Reading {...loaded} />
        </DiscovrProvider>
      )}
    </main>
  );
}

function Reading({ locale, language, messages }: Loaded) {
  const { text, setText, parts, rest, filters } = usePromptFilters({ languages: language });
  const { prompt } = messages;
  return (
    <div lang={locale} dir={directionOf(locale)}>
      <label>
        {prompt.label}
        <input type="text" value={text} maxLength={500} onChange={(event) => setText(event.target.value)} />
      </label>
      <p className="live-examples">
        {[prompt.example1, prompt.example2, prompt.example3, prompt.example4, prompt.example5].map((example) => (
          <button key={example} type="button" onClick={() => setText(example)}>
            {example}
          </button>
        ))}
      </p>
      <p className="live-sentence">{describeFilter(filters, { locale, messages })}</p>
      <table>
        <thead>
          <tr>
            <th lang="en">Words</th>
            <th lang="en">Read as</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ start, text: words, label, choices }) => (
            <tr key={start}>
              <td>{words}</td>
              <td>
                {label}
                {choices && <span lang="en"> (offered, not applied)</span>}
              </td>
            </tr>
          ))}
          {rest.map(({ start, text: words, reason = 'unknown' }) => (
            <tr key={start}>
              <td>{words}</td>
              <td lang="en">not applied: {reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <pre dir="ltr">{JSON.stringify(filters, undefined, 1)}</pre>
    </div>
  );
}
