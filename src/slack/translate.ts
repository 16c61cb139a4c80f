import { createInstance, type i18n } from 'i18next';
import { DateTime, type DateTimeFormatOptions } from 'luxon';
import { LOCALES, type Locale } from '../core/customer';
import type { CopyKey, Translate, Translator, Values } from '../core/words';
import { type Catalogue, type Copy, catalogueOf } from './catalogue';
import { interpolate } from './text';

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
    resources: { [locale]: { translation: catalogue } },
    interpolation: { escapeValue: true, escape: interpolate, skipOnVariables: true },
  });
  addFormats(instance, FORMATS[locale]);
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

function addFormats({ services }: i18n, format: string): void {
  const numbers = new Intl.NumberFormat(format);
  services.formatter?.add('number', (value) => numbers.format(Number(value)));
  const written = (day: unknown, style: DateTimeFormatOptions) =>
    DateTime.fromISO(String(day)).setLocale(format).toLocaleString(style);
  services.formatter?.add('weekday', (value) => written(value, DateTime.DATE_HUGE));
  services.formatter?.add('day', (value) => written(value, DateTime.DATE_FULL));
  // In UTC, for administrators anywhere.
  services.formatter?.add('instant', (value) => {
    const moment = DateTime.fromISO(String(value), { zone: 'utc' }).setLocale(format);
    return `${moment.toLocaleString(DateTime.DATETIME_MED)} UTC`;
  });
}
