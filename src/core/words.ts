import type { Locale } from './customer';

/** All texts, by key. Each `copy.ts` adds its own; keys end in `_one` and `_other` where a count selects the form. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Words {}

type Singular<Key> = Key extends `${infer Base}_one` ? Base : Key extends `${string}_other` ? never : Key;
type Counted<Key> = Key extends `${infer Base}_one` ? Base : never;

/** A copy key without its plural suffix. */
export type CopyKey = Singular<keyof Words>;

/** A text to translate into each reader's language when shown. */
export interface Phrase {
  key: CopyKey;
  values?: Values;
}

export type Values = Record<string, string | number | Phrase>;

/** The texts of another language. `_many` is the optional extra plural form, for counts that can reach a million. */
export type Translation<English> = Record<keyof English, string> &
  Partial<Record<`${Counted<keyof English>}_many`, string>>;

/** Renders texts in one language. Returns plain text: escape it for surfaces that read markup. */
export type Translate = ((key: CopyKey, values?: Values) => string) & {
  readonly locale: Locale;
};

export type Translator = (locale: Locale) => Translate;
