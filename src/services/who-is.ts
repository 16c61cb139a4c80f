import type { Locale } from '../domain/customer';
import type { Identity, Person } from '../domain/person';
import { type Now, parseInstant, toInstant } from '../domain/time';
import { customersCoordinatedBy, getCustomer } from '../storage/customers';
import type { Database } from '../storage/database';
import { findProfile, saveProfile } from '../storage/profiles';

const FRESH_FOR_HOURS = 1;

/** Somebody with their rights, as the tables say now. */
export async function personOf(db: Database, identity: Identity, sales: boolean): Promise<Person> {
  return { ...identity, sales, customers: await customersCoordinatedBy(db, identity) };
}

export interface Languages {
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
  if (!isFresh) await saveProfile(db, person, { locale: own, checkedAt: toInstant(now) });
  if (own) return own;
  const [customer] = person.customers;
  return customer === undefined ? languages.fallback : (await getCustomer(db, customer)).locale;
}
