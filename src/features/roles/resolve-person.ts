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

/** Roles that the settings or Slack give somebody. */
interface Appointment {
  sales: boolean;
  admin: boolean;
  /** The settings name no administrator. */
  isAdminless: boolean;
}

/** What the settings or Slack give that person. */
export function appointmentOf(identity: Identity, { admins, sales }: Appointed): Appointment {
  const isIn = (people: readonly Identity[]) => people.some((one) => isSame(one, identity));
  return { sales: isIn(sales), admin: isIn(admins), isAdminless: admins.length === 0 };
}

export const NO_APPOINTMENT: Appointment = { sales: false, admin: false, isAdminless: false };

/**
 * Somebody with their rights, as the tables say now. While nobody is administrator, neither by the settings nor in the app,
 * everybody who sells is one, so that the first can be named.
 */
export async function personOf(db: Database, identity: Identity, appointed: Appointment, now: Now): Promise<Person> {
  const granted = await grantedRoles(db, identity);
  const isSales = appointed.sales || granted.includes('sales');
  const isFirst = isSales && appointed.isAdminless && (await peopleGranted(db, 'admin')).length === 0;
  const admin = appointed.admin || granted.includes('admin') || isFirst;
  return { ...identity, admin, sales: isSales || admin, ...(await customersOf(db, identity, now)) };
}

/** With what they coordinate by now: somebody may have been removed, or limited, since they pressed. In the transaction that follows. */
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
  /** Asks Slack; undefined when it does not know or does not answer. Never rejects. */
  ask: (identity: Identity) => Promise<Locale | undefined>;
  fallback: Locale;
}

/**
 * The person's language in Slack, else their customer's, else the fallback. Slack is asked once an hour at
 * most.
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

/** Only saves asking Slack again: an answer never fails for want of it. In a transaction, which gives up quickly where the database is locked. */
async function remember(db: Database, person: Person, locale: Locale | undefined, now: Now): Promise<void> {
  const profile = { locale, checkedAt: toInstant(now) };
  await db.transaction((tx) => saveProfile(tx, person, profile)).catch(() => undefined);
}
