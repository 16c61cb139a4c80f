import { enterSite } from '../context';
import { moodleFunction } from '../function';
import { like } from '../like';
import type { MoodleSite } from '../moodle-site';
import { list, record, text } from '../parameters';
import { personShape } from '../person-shapes';
import { type Account, GUEST } from '../records';
import { invalidParameter, moodleRefusal } from '../refusal';

const lookedUpBy = ['id', 'idnumber', 'username', 'email'];

/** Matches exactly, and only fields that the service account can see. Deleted accounts are still found by id. */
export const usersByField = moodleFunction(record({ field: text, values: list(text) }), (site, { field, values }) => {
  if (!lookedUpBy.includes(field)) throw invalidParameter(`Search field '${field}' not allowed`);
  for (const value of values) checkValue(field, value);
  enterSite(site);
  const asked = new Set(values);
  const shapes = site.records.accounts
    .filter(({ deleted }) => field === 'id' || !deleted)
    .filter((account) => asked.has(String(account[field as keyof Account] ?? '')))
    .map((account) => personShape(site, account));
  return shapes.filter((shape) => shape?.[field] !== undefined);
});

function checkValue(field: string, value: string): void {
  const isOdd = value !== value.trim() || (field === 'username' && value !== value.toLowerCase());
  if (isOdd || (field === 'id' && !/^\d+$/.test(value))) throw invalidParameter(`Invalid value of ${field}`);
}

const searchedBy = ['id', 'lastname', 'firstname', 'idnumber', 'username', 'email', 'auth'];

/** Ignores case; `%` and `_` are wildcards. */
export const getUsers = moodleFunction(
  record({ criteria: list(record({ key: text, value: text })) }),
  (site, { criteria }) => {
    const keys = criteria.map(({ key }) => key);
    if (new Set(keys).size < keys.length) throw moodleRefusal('keyalreadyset');
    enterSite(site);
    const known = criteria.filter(({ key }) => searchedBy.includes(key));
    const fits = known.map(({ key, value }) => criterion(key as keyof Account, value));
    const found = site.records.accounts
      .filter(({ id, deleted }) => !deleted && id !== GUEST)
      .filter((account) => fits.every((one) => one(account)));
    const unknown = keys.filter((key) => !searchedBy.includes(key));
    return {
      users: visible(
        site,
        found,
        known.map(({ key }) => key),
      ),
      warnings: unknown.map(warning),
    };
  },
);

function criterion(key: keyof Account, value: string): (account: Account) => boolean {
  if (key === 'id') return (account) => String(account.id) === value;
  const isLike = like(value);
  return (account) => isLike(String(account[key] ?? ''));
}

function visible(site: MoodleSite, accounts: readonly Account[], keys: readonly string[]): object[] {
  const shapes = accounts.map((account) => personShape(site, account)).filter((shape) => shape !== undefined);
  return shapes.filter((shape) => keys.every((key) => shape[key] !== undefined));
}

function warning(key: string): object {
  return { item: key, warningcode: 'invalidfieldparameter', message: `The search key '${key}' is not supported` };
}
