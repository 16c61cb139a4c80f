import type { Locale } from '../../core/customer';
import { type Identity, isSame } from '../../core/identity';
import type { Person } from '../../core/person';
import type { Appointed } from '../../core/role';
import { type Now, parseInstant, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { coordinationsOf } from './coordinations.sql';
import { grantedRoles, peopleGranted } from './granted-roles.sql';
import { findProfile, localeOfCustomer, saveProfile } from './profiles.sql';

const FRESH_FOR_HOURS = 1;

/** Roles from the settings or from Slack. */
interface Appointment {
  sales: boolean;
  admin: boolean;
  /** The settings name no administrator. */
  isAdminless: boolean;
}

/** The person's roles from the settings or from Slack. */
export function appointmentOf(identity: Identity, { admins, sales }: Appointed): Appointment {
  const isIn = (people: readonly Identity[]) => people.some((one) => isSame(one, identity));
  return { sales: isIn(sales), admin: isIn(admins), isAdminless: admins.length === 0 };
}

export const NO_APPOINTMENT: Appointment = { sales: false, admin: false, isAdminless: false };

/**
 * Loads the person's current permissions. While there is no administrator in the settings or the app, every sales
 * person counts as one, so that someone can grant the first.
 */
export async function personOf(db: Database, identity: Identity, appointed: Appointment, now: Now): Promise<Person> {
  const granted = await grantedRoles(db, identity);
  const isSales = appointed.sales || granted.includes('sales');
  const isFirst = isSales && appointed.isAdminless && (await peopleGranted(db, 'admin')).length === 0;
  const admin = appointed.admin || granted.includes('admin') || isFirst;
  return { ...identity, admin, sales: isSales || admin, ...(await customersOf(db, identity, now)) };
}

/** Reloads the person's customers and limits, which may have changed since the click. Call inside the transaction. */
export async function asOfNow(tx: Database, by: Person, now: Now): Promise<Person> {
  return by.sales ? by : { ...by, ...(await customersOf(tx, by, now)) };
}

async function customersOf(
  db: Database,
  identity: Identity,
  now: Now,
): Promise<Required<Pick<Person, 'customers' | 'coordinates'>>> {
  const coordinations = await coordinationsOf(db, identity, now);
  const customers = coordinations.map(({ customerId }) => customerId);
  return { customers, coordinates: new Map(coordinations.map(({ customerId, of }) => [customerId, of])) };
}

interface Languages {
  /** Asks Slack; undefined when Slack does not know or does not answer. Never rejects. */
  ask: (identity: Identity) => Promise<Locale | undefined>;
  fallback: Locale;
}

/**
 * The person's Slack language, else their customer's, else the fallback. Asks Slack at most once an hour per person.
 */
export async function localeOf(db: Database, person: Person, languages: Languages, now: Now): Promise<Locale> {
  const profile = await findProfile(db, person);
  const isFresh = profile && parseInstant(profile.checkedAt) > now.minus({ hours: FRESH_FOR_HOURS });
  const own = isFresh ? profile.locale : ((await languages.ask(person)) ?? profile?.locale);
  if (!isFresh) await remember(db, person, own, now);
  if (own) return own;
  const [customer] = person.customers;
  return customer === undefined ? languages.fallback : localeOfCustomer(db, customer);
}

/**
 * Best effort: after a failure, the next request asks Slack again. The transaction makes a locked database fail fast.
 */
async function remember(db: Database, person: Person, locale: Locale | undefined, now: Now): Promise<void> {
  const profile = { locale, checkedAt: toInstant(now) };
  await db.transaction((tx) => saveProfile(tx, person, profile)).catch(() => undefined);
}
