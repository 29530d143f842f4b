import type { Message, Messages } from '../../src/messages/messages.js';

/** Returns all messages of a locale pack by path, such as `form.apply`. */
export function messagesOf(pack: Messages): Map<string, Message> {
  const found = new Map<string, Message>();
  for (const [section, messages] of Object.entries(pack)) {
    for (const [key, message] of Object.entries<Message>(messages)) found.set(`${section}.${key}`, message);
  }
  return found;
}

/** Returns the texts of a message with their plural categories. A message without plurals has one text, as `other`. */
export function sentencesOf(message: Message): [category: string, text: string][] {
  return typeof message === 'string' ? [['other', message]] : Object.entries(message);
}

/** Returns all texts of a locale pack with their paths. */
export function textsOf(pack: Messages): [path: string, text: string][] {
  return [...messagesOf(pack)].flatMap(([path, message]) =>
    sentencesOf(message).map(([, text]): [string, string] => [path, text]),
  );
}
