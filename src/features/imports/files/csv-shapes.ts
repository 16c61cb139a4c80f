import { z } from 'zod';
import { MAX_QUOTA } from '../../../core/coordinator';
import { LOCALES, type Locale } from '../../../core/customer';
import type { CatalogueCoordinator, CatalogueCourse, CatalogueCustomer } from '../catalogue';
import { fields } from '../catalogue-schema';
import type { SheetKind, SheetProblem } from '../sheet';

/** For customers whose file leaves them out. */
export interface Defaults {
  timezone: string;
  locale: Locale;
}

const OPEN: Record<string, boolean> = { yes: true, oui: true, true: true, vrai: true, '1': true };
const HIDDEN: Record<string, boolean> = { no: false, non: false, false: false, faux: false, '0': false };

const open = z
  .string()
  .transform((text) => ({ ...OPEN, ...HIDDEN })[text.toLowerCase()])
  .pipe(z.boolean());
const locale = z.string().toLowerCase().pipe(fields.locale);

const quota = z
  .string()
  .regex(/^\d+$/)
  .transform(Number)
  .refine((seats) => seats >= 1 && seats <= MAX_QUOTA);

/** The columns of each kind and the rules for their cells. The first column identifies the kind. */
export const shapes = {
  courses: z.object({ shortname: fields.shortname, name: fields.name, open: open.optional() }),
  customers: z.object({
    code: fields.code,
    name: fields.name,
    channel: fields.channel.optional(),
    timezone: fields.timezone.optional(),
    locale: locale.optional(),
  }),
  coordinators: z.object({
    customer: fields.code,
    team: fields.team,
    user: fields.user,
    products: z.string().optional(),
    quota: quota.optional(),
  }),
} satisfies Record<SheetKind, z.ZodObject>;

/** The problem of a cell that is neither empty nor too long. */
export const WRONG: Record<string, Pick<SheetProblem, 'code' | 'details'>> = {
  shortname: { code: 'cell.backslash' },
  code: { code: 'cell.code' },
  customer: { code: 'cell.code' },
  open: { code: 'cell.open' },
  channel: { code: 'cell.slack_id', details: { letters: 'C, G' } },
  team: { code: 'cell.slack_id', details: { letters: 'T, E' } },
  user: { code: 'cell.slack_id', details: { letters: 'U, W' } },
  timezone: { code: 'cell.timezone' },
  locale: { code: 'cell.locale', details: { locales: LOCALES.join(', ') } },
  quota: { code: 'cell.quota', details: { most: MAX_QUOTA } },
};

export function toCourse({ shortname, name, open }: z.infer<typeof shapes.courses>): CatalogueCourse {
  return { shortname, name, open: open ?? true, leftOut: open === undefined ? ['open'] : [] };
}

/** An empty cell removes the channel; without the column, it stays. */
export function toCustomer(
  row: z.infer<typeof shapes.customers>,
  header: readonly string[],
  defaults: Defaults,
): CatalogueCustomer {
  const leftOut = (['timezone', 'locale'] as const).filter((field) => row[field] === undefined);
  return {
    code: row.code,
    name: row.name,
    channel: row.channel,
    timezone: row.timezone ?? defaults.timezone,
    locale: row.locale ?? defaults.locale,
    coordinators: [],
    leftOut: header.includes('channel') ? leftOut : ['channel', ...leftOut],
  };
}

/** Spaces separate product codes. An empty cell removes a limit; without the column, it stays. */
export function toCoordinator(
  { customer, team, user, products = '', quota }: z.infer<typeof shapes.coordinators>,
  header: readonly string[],
): CatalogueCoordinator {
  return {
    customer,
    teamId: team,
    userId: user,
    products: products.split(/\s+/).filter(Boolean),
    quota,
    leftOut: (['products', 'quota'] as const).filter((column) => !header.includes(column)),
  };
}
