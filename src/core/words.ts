import type { Locale } from './customer';

/** Every text of the product, by its key. Each `copy.ts` adds its own; keys end in `_one` and `_other` where a count decides. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Words {}

type Singular<Key> = Key extends `${infer Base}_one` ? Base : Key extends `${string}_other` ? never : Key;
type Counted<Key> = Key extends `${infer Base}_one` ? Base : never;

/** A key of the catalogue, without the ending that a count decides. */
export type CopyKey = Singular<keyof Words>;

/** A text that is put into each person's language when it is shown to them. */
export interface Phrase {
  key: CopyKey;
  values?: Values;
}

export type Values = Record<string, string | number | Phrase>;

/** Another language says what English says; it has one more form for a count that can reach a million. */
export type Translation<English> = Record<keyof English, string> &
  Partial<Record<`${Counted<keyof English>}_many`, string>>;

/** Puts texts into one language. They are plain: a surface that reads markup needs them escaped. */
export type Translate = ((key: CopyKey, values?: Values) => string) & {
  readonly locale: Locale;
};

export type Translator = (locale: Locale) => Translate;
