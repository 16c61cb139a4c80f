import { createInstance, type i18n } from 'i18next';
import { DateTime, type DateTimeFormatOptions } from 'luxon';
import { LOCALES, type Locale } from '../core/customer';
import type { CopyKey, Translate, Translator, Values } from '../core/words';
import { type Catalogue, type Copy, catalogueOf } from './catalogue';
import { interpolate } from './text';

/** `1 décembre`, also after the day of the week. */
const FIRST_OF_MONTH = /(^|\s)1 (?=\p{L})/u;
const VOWEL = /^[aeiouœæ]/i;

const FORMATS: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR' };

/** Throws when the texts are incomplete; see `catalogueOf`. */
export function createTranslators(copies: readonly Copy[]): Translator {
  const catalogues = catalogueOf(copies);
  const translators = Object.fromEntries(LOCALES.map((locale) => [locale, build(locale, catalogues[locale])]));
  return (locale) => (translators as Record<Locale, Translate>)[locale];
}

function build(locale: Locale, catalogue: Catalogue): Translate {
  const instance: i18n = createInstance();
  instance.init({
    lng: locale,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    resources: { [locale]: { translation: locale === 'fr' ? withFrenchSpaces(catalogue) : catalogue } },
    interpolation: { escapeValue: true, escape: interpolate, skipOnVariables: true },
  });
  addFormats(instance, locale);
  const t = instance.getFixedT(locale) as (key: string, values?: Record<string, string | number>) => string;
  const translate = (key: CopyKey, values?: Values): string => t(key, values && inWords(values, translate));
  return Object.assign(translate, { locale });
}

function inWords(
  values: Values,
  translate: (key: CopyKey, values?: Values) => string,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? translate(value.key, value.values) : value,
    ]),
  );
}

function addFormats({ services }: i18n, locale: Locale): void {
  const format = FORMATS[locale];
  const numbers = new Intl.NumberFormat(format);
  services.formatter?.add('number', (value) => numbers.format(Number(value)));
  services.formatter?.add('of', (value) => ofName(String(value)));
  const written = (day: unknown, style: DateTimeFormatOptions) => {
    const text = DateTime.fromISO(String(day)).setLocale(format).toLocaleString(style);
    return locale === 'fr' ? text.replace(FIRST_OF_MONTH, '$11er ') : text;
  };
  services.formatter?.add('weekday', (value) => written(value, DateTime.DATE_HUGE));
  services.formatter?.add('day', (value) => written(value, DateTime.DATE_FULL));
  // In UTC, for administrators anywhere.
  services.formatter?.add('instant', (value) => {
    const moment = DateTime.fromISO(String(value), { zone: 'utc' }).setLocale(format);
    return `${moment.toLocaleString(DateTime.DATETIME_MED)} UTC`;
  });
}

/** French for “of Acme”: `d’Acme`, but `de Globex`. A name with an h keeps `de`, since nobody can tell how it is said. */
function ofName(name: string): string {
  return VOWEL.test(name.normalize('NFD')) ? `d’${name}` : `de ${name}`;
}

/** No line of French begins with one of these signs, nor ends with an opening quote. */
function withFrenchSpaces(catalogue: Catalogue): Catalogue {
  const spaced = (text: string) => text.replaceAll(/ (?=[:;?!»])/g, NO_BREAK).replaceAll('« ', `«${NO_BREAK}`);
  return Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, spaced(text)]));
}

const NO_BREAK = '\u00A0';
