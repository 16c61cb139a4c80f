import { createInstance, type i18n } from 'i18next';
import { DateTime, type DateTimeFormatOptions } from 'luxon';
import { LOCALES, type Locale } from '../core/customer';
import { en } from './en';
import { fr } from './fr';
import { interpolate } from './text';

type Singular<Key> = Key extends `${infer Base}_one` ? Base : Key extends `${string}_other` ? never : Key;
/** A key of the catalogue, without the ending that a count decides. */
export type CopyKey = Singular<keyof typeof en>;
type Plurals = Extract<keyof typeof en, `${string}_one`> extends `${infer Base}_one` ? Base : never;
/** Every language says everything English says; some have one more form for large counts. */
export type Copy = Record<keyof typeof en, string> & Partial<Record<`${Plurals}_many`, string>>;

export type Translate = ((key: CopyKey, values?: Record<string, string | number>) => string) & {
  readonly locale: Locale;
};

const FORMATS: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR' };
const catalogues: Record<Locale, Copy> = { en, fr };
const translators = Object.fromEntries(LOCALES.map((locale) => [locale, build(locale)])) as Record<Locale, Translate>;

/** Returns plain text: whoever puts it on a surface that reads markup has to escape it there. */
export function translator(locale: Locale): Translate {
  return translators[locale];
}

function build(locale: Locale): Translate {
  const instance: i18n = createInstance();
  instance.init({
    lng: locale,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    resources: { [locale]: { translation: catalogues[locale] } },
    interpolation: { escapeValue: true, escape: interpolate, skipOnVariables: true },
  });
  const numbers = new Intl.NumberFormat(FORMATS[locale]);
  instance.services.formatter?.add('number', (value) => numbers.format(Number(value)));
  const written = (day: unknown, format: DateTimeFormatOptions) =>
    DateTime.fromISO(String(day)).setLocale(FORMATS[locale]).toLocaleString(format);
  instance.services.formatter?.add('weekday', (value) => written(value, DateTime.DATE_HUGE));
  instance.services.formatter?.add('day', (value) => written(value, DateTime.DATE_FULL));
  // For administrators, wherever they are.
  instance.services.formatter?.add('instant', (value) => {
    const moment = DateTime.fromISO(String(value), { zone: 'utc' }).setLocale(FORMATS[locale]);
    return `${moment.toLocaleString(DateTime.DATETIME_MED)} UTC`;
  });
  const t = instance.getFixedT(locale) as (key: string, values?: Record<string, string | number>) => string;
  return Object.assign((key: CopyKey, values?: Record<string, string | number>) => t(key, values), { locale });
}
