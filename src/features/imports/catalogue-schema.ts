import { z } from 'zod';
import { LOCALES } from '../../core/customer';
import { plainText } from '../../core/plain-text';
import { foldKey, oneLine } from '../../core/text';
import { DAYS, isDay, isTimelyDay, isTimezone } from '../../core/time';

// Messages continue the path, as in “products[1].pack_size is less than 1”.

const name = z
  .string()
  .transform(oneLine)
  .pipe(z.string().min(1, 'is empty').max(4000, 'is longer than 4,000 characters'));
const plain = z.string().transform(plainText);
const code = plain.pipe(
  z
    .string()
    .min(1, 'is empty')
    .max(64, 'is longer than 64 characters')
    .refine((text) => !/[\s%\\]/.test(foldKey(text)), 'may not hold spaces, % or \\'),
);
const shortname = plain.pipe(
  z
    .string()
    .min(1, 'is empty')
    // Limit of an option's value in a Slack list.
    .max(150, 'is longer than 150 characters')
    .refine((text) => !foldKey(text).includes('\\'), 'may not hold \\'),
);
const pattern = shortname;
const day = z.string().refine(isDay, 'is not a day; write it as 2026-03-31');
const timely = day.refine((text) => !isDay(text) || isTimelyDay(text), `is not between ${DAYS.least} and ${DAYS.most}`);
const days = z.int('is not a whole number').min(1, 'is less than 1').max(36_500, 'is more than 36,500');
const role = plain.pipe(z.string().min(1, 'is empty').max(100, 'is longer than 100 characters'));
const slackId = (letters: string) =>
  z
    .string()
    .regex(new RegExp(`^[${letters}][A-Z0-9]+$`), `is not a Slack id starting with ${letters.split('').join(' or ')}`);
const timezone = z.string().refine(isTimezone, 'is not a time zone; write it as Europe/Paris');

const channel = slackId('CGD');
const locale = z.enum(LOCALES, `is not one of ${LOCALES.join(', ')}`);
const identity = { team: slackId('TE'), user: slackId('UW') };

/** Rules for single values, in any kind of file. */
export const fields = { shortname, name, code, channel, timezone, locale, ...identity };

const course = z.strictObject({ shortname, name, open: z.boolean().default(true) });

const product = z.strictObject({
  code,
  name,
  pack_size: z.int('is not a whole number').min(1, 'is less than 1').max(10_000, 'is more than 10,000').optional(),
  courses: z.array(pattern).default([]),
  role: role.optional(),
  supervisor_role: role.optional(),
  duration_days: days.optional(),
  start_date: timely.optional(),
  end_date: timely.optional(),
  assign_within_days: days.optional(),
  description: z.string().trim().max(500, 'is longer than 500 characters').optional(),
  customer_support: shortname.optional(),
});

const customer = z.strictObject({
  code,
  name,
  channel: channel.optional(),
  timezone: timezone.optional(),
  locale: locale.optional(),
  coordinators: z.array(z.strictObject(identity)).default([]),
});

/** An import file, field by field; unknown keys are errors. */
export const catalogueSchema = z.strictObject({
  courses: z.array(course).nullish(),
  products: z.array(product).nullish(),
  customers: z.array(customer).nullish(),
});

export type CatalogueFile = z.infer<typeof catalogueSchema>;
