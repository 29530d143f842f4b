import type { en } from './en.js';

/** One text for each plural category of the language; `other` is required. The value `count` selects the text. */
export type PluralMessage = { readonly other: string } & {
  readonly [Category in Exclude<Intl.LDMLPluralRule, 'other'>]?: string;
};

type Widen<T> = T extends string
  ? string
  : T extends { readonly other: string }
    ? PluralMessage
    : { readonly [Key in keyof T]: Widen<T[Key]> };

type DeepPartial<T> = T extends string | PluralMessage ? T : { readonly [Key in keyof T]?: DeepPartial<T[Key]> };

/** All texts shown to the user, as plain data. English defines the type, so an incomplete pack does not compile. */
export type Messages = Widen<typeof en>;

/** Custom messages for some keys; the others stay unchanged. */
export type MessagesOverride = Omit<DeepPartial<Messages>, 'regionNames'> & {
  /** Names of regions by their codes, for engines without `Intl.DisplayNames`. */
  readonly regionNames?: Readonly<Record<string, string>> | undefined;
};

/** Text with `{name}` placeholders, or one text for each plural category. */
export type Message = string | PluralMessage;
