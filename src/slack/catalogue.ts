import { LOCALES, type Locale } from '../core/customer';

/** Texts of one language, by key. */
export type Catalogue = Record<string, string>;

/** The texts of one feature. */
export type Copy = Record<Locale, Catalogue>;

/** French needs this form for millions, and only where a number can reach one. */
const SPARE = /_many$/;

/**
 * Merges the texts of all features. Throws when two features share a key, or a text lacks a language or a plural form.
 */
export function catalogueOf(copies: readonly Copy[]): Record<Locale, Catalogue> {
  const [english, french] = [merge(copies, 'en'), merge(copies, 'fr')];
  for (const [one, other] of [[english, french] as const, [french, english] as const]) {
    const missing = Object.keys(one).find((key) => !SPARE.test(key) && !Object.hasOwn(other, key));
    if (missing) throw new Error(`The text ${missing} is not there in each of ${LOCALES.join(', ')}.`);
  }
  return { en: withEveryForm(english, 'en'), fr: withEveryForm(french, 'fr') };
}

function merge(copies: readonly Copy[], locale: Locale): Catalogue {
  const merged: Catalogue = {};
  for (const [key, text] of copies.flatMap((copy) => Object.entries(copy[locale]))) {
    if (Object.hasOwn(merged, key)) throw new Error(`The text ${key} is declared twice.`);
    merged[key] = text;
  }
  return merged;
}

/** Fills in plural forms: the copy has a form only where it differs from `_other`. */
function withEveryForm(catalogue: Catalogue, locale: Locale): Catalogue {
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  const complete = { ...catalogue };
  for (const base of countedIn(catalogue)) {
    const other = catalogue[`${base}_other`];
    if (other === undefined) throw new Error(`The text ${base}_one has no ${base}_other beside it.`);
    for (const form of pluralCategories) complete[`${base}_${form}`] ??= other;
  }
  return complete;
}

function countedIn(catalogue: Catalogue): string[] {
  return Object.keys(catalogue)
    .filter((key) => key.endsWith('_one'))
    .map((key) => key.slice(0, -'_one'.length));
}
