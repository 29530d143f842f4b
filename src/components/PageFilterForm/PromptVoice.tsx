'use client';

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { usableLocale } from '../../messages/locale.js';
import type { Messages } from '../../messages/messages.js';
import { Icon } from '../../ui/Icon.js';

const microphoneIcon = 'M8 10a2 2 0 0 0 2-2V4a2 2 0 1 0-4 0v4a2 2 0 0 0 2 2zM4 7.5a4 4 0 0 0 8 0M8 11.5V14';

/** The part of a browser's speech recognition that is used here. TypeScript has no types for it. */
interface Recognizer extends EventTarget {
  lang: string;
  interimResults: boolean;
  processLocally?: boolean;
  start(): void;
  abort(): void;
}

interface RecognizerClass {
  new (): Recognizer;
  available?(options: { langs: string[]; processLocally: boolean }): Promise<string>;
}

interface RecognizerEvents {
  readonly results: ArrayLike<Readonly<Record<number, { readonly transcript: string }>>>;
  readonly error: string;
}

interface PromptVoiceProps {
  /** The text of the field. */
  text: string;
  /** BCP 47 tag. */
  locale: string;
  texts: Messages['prompt'];
  /** Longest text, in UTF-16 units. */
  max: number;
  /** Whether the user has applied the wish and waits for the answer of the app's model. */
  isApplying: boolean;
  onText: (text: string) => void;
  /** Called with what the user should know, or with `''`. */
  onNote: (note: string) => void;
}

/**
 * Button that fills the field with what the user says, while they say it. Renders nothing where the browser has no speech
 * recognition. `data-state` is `idle`, `asking` (for the microphone) or `listening`.
 */
export function PromptVoice({ text, locale, texts, max, isApplying, onText, onNote }: PromptVoiceProps) {
  const [Recognition, setRecognition] = useState(recognition);
  const [state, setState] = useState<'idle' | 'asking' | 'listening'>('idle');
  const active = useRef<Recognizer>(null);
  const button = useRef<HTMLButtonElement>(null);
  const spoken = useRef(text);
  const lang = regionalTag(locale);
  const stop = () => {
    active.current?.abort();
    active.current = null;
    setState('idle');
  };
  useEffect(() => stop, []);
  // The user has cleared the field, chosen an example or applied the wish. Before paint, because a word that is heard next
  // changes both texts.
  useLayoutEffect(() => {
    if (active.current && (isApplying || text !== spoken.current)) stop();
  }, [text, isApplying]);
  const stopListening = () => {
    if (!active.current) return;
    stop();
    onNote('');
  };
  // The user types instead, or applies what was understood, which later words must not change.
  useEffect(() => {
    const form = button.current?.form;
    form?.addEventListener('submit', stopListening);
    form?.addEventListener('beforeinput', stopListening);
    return () => {
      form?.removeEventListener('submit', stopListening);
      form?.removeEventListener('beforeinput', stopListening);
    };
  });
  if (!Recognition) return null;

  const say = (note: string, next: typeof state = 'idle') => {
    setState(next);
    onNote(note);
  };
  const listen = () => {
    const recognizer = new Recognition();
    const on = (name: string, handle: (event: RecognizerEvents) => void) =>
      recognizer.addEventListener(name, (event) => {
        // The events of speech recognition have these properties.
        if (active.current === recognizer) handle(event as Event & RecognizerEvents);
      });
    recognizer.lang = lang;
    recognizer.interimResults = true;
    let hasHeard = false;
    const end = (note: string) => {
      active.current = null;
      say(note);
    };
    const fail = () => {
      // The button is removed.
      if (document.activeElement === button.current) button.current?.parentElement?.querySelector('textarea')?.focus();
      setRecognition(undefined);
      end(texts.voiceFailed);
    };
    on('audiostart', () => say(texts.listening, 'listening'));
    on('result', ({ results }) => {
      hasHeard = true;
      spoken.current = Array.from(results, (result) => result[0]?.transcript ?? '')
        .join('')
        .slice(0, max);
      onText(spoken.current);
    });
    on('error', ({ error }) => {
      // The browser listens for another tab.
      if (error === 'aborted') end('');
      else if (error === 'no-speech') end(texts.nothingHeard);
      else if (error === 'not-allowed') end(texts.microphoneRefused);
      else fail();
    });
    on('end', () => end(hasHeard ? '' : texts.nothingHeard));
    active.current = recognizer;
    spoken.current = text;
    say(texts.askingMicrophone, 'asking');
    const start = (isLocal: boolean) => {
      if (active.current !== recognizer) return;
      if (isLocal) recognizer.processLocally = true;
      try {
        recognizer.start();
      } catch {
        fail();
      }
    };
    // Not before the user speaks: a Chromium without a window, in which apps are tested, crashes when it is asked.
    const availability = Recognition.available?.({ langs: [lang], processLocally: true });
    // At once where there is no such question, for browsers that listen only during a click.
    if (!availability) return start(false);
    availability.then(
      (status) => start(status === 'available'),
      () => start(false),
    );
  };
  const isIdle = state === 'idle';
  return (
    <button
      ref={button}
      type="button"
      className="discovr-Prompt-voice"
      data-state={state}
      aria-label={isIdle ? texts.speak : texts.stopListening}
      title={isIdle ? texts.speak : texts.stopListening}
      onClick={isIdle ? listen : stopListening}
    >
      <Icon path={microphoneIcon} />
    </button>
  );
}

/** Returns the speech recognition of the browser. In a function, because a state calls a class that it gets. */
function recognition(): RecognizerClass | undefined {
  // Chromium and Safari have it with a prefix.
  const browser = window as { SpeechRecognition?: RecognizerClass; webkitSpeechRecognition?: RecognizerClass };
  return browser.SpeechRecognition ?? browser.webkitSpeechRecognition;
}

/** Returns a tag with a region, which speech recognition expects: `de-DE` for `de`, `zh-CN` for `zh-Hans`. */
function regionalTag(locale: string): string {
  const { language, region } = new Intl.Locale(usableLocale(locale)).maximize();
  return region ? `${language}-${region}` : language;
}
