import { type Locale, toLocale } from '../../core/customer';
import type { Identity } from '../../core/identity';
import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';

interface Profile {
  locale: Locale | undefined;
  checkedAt: Instant;
}

export async function findProfile(db: Database, { teamId, userId }: Identity): Promise<Profile | undefined> {
  const row = await db('profiles').where({ team_id: teamId, user_id: userId }).first();
  return row && { locale: toLocale(row.locale ?? undefined), checkedAt: row.checked_at };
}

export async function saveProfile(db: Database, identity: Identity, profile: Profile): Promise<void> {
  const row = {
    team_id: identity.teamId,
    user_id: identity.userId,
    locale: profile.locale ?? null,
    checked_at: profile.checkedAt,
  };
  await db('profiles').insert(row).onConflict(['team_id', 'user_id']).merge();
}

export async function localeOfCustomer(db: Database, customerId: number): Promise<Locale> {
  const row = await db('customers').where({ id: customerId }).first('locale');
  if (!row) throw new Error(`There is no customer ${customerId}.`);
  return row.locale;
}
