import type { en } from './en.js';

/** One sentence for each plural category of a language that needs it; `other` always. Selected by `{count}`. */
type PluralMessage = { readonly other: string } & {
  readonly [Category in Exclude<Intl.LDMLPluralRule, 'other'>]?: string;
};

type Widen<T> = T extends string
  ? string
  : T extends { readonly other: string }
    ? PluralMessage
    : { readonly [Key in keyof T]: Widen<T[Key]> };

type DeepPartial<T> = T extends string | PluralMessage ? T : { readonly [Key in keyof T]?: DeepPartial<T[Key]> };

/** Every word a person can read, as plain data. English is the source of the type, so a pack that lacks a key fails to compile. */
export type Messages = Widen<typeof en>;

/** Own words for some keys; the rest stay as they are. */
export type MessagesOverride = DeepPartial<Messages>;

/** A sentence with `{name}` placeholders, or one for each plural category. */
export type Message = string | PluralMessage;
