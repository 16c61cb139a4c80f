import { closest, distance } from 'fastest-levenshtein';
import type { Context, Handler } from '../src/feature';
import { searchCustomers } from '../src/features/customers/customers.sql';
import { helpMessage } from '../src/features/help/help.view';
import { customerToAskFor } from '../src/features/requests/ask-for-access';

const WORDS = [
  'generate',
  'list',
  'assign',
  'ask',
  'reminders',
  'customers',
  'products',
  'courses',
  'import',
  'export',
  'coordinators',
  'roles',
  'help',
];
/** Letters that a slip of the finger changes. */
const FARTHEST = 2;

export const help: Handler = async ({ channel }, context) => {
  const { db, person, t } = context;
  return { say: helpMessage(await roleOf(context), t, { askable: await customerToAskFor(db, channel, person) }) };
};

/** A word nobody knows: help, with the nearest word that would have worked. */
export const unknown: Handler = async ({ text, channel }, context) => {
  const { db, person, t } = context;
  const word = text.split(/\s+/)[0] ?? '';
  const nearest = closest(word.toLowerCase(), WORDS);
  const guess = distance(word.toLowerCase(), nearest) <= FARTHEST ? nearest : undefined;
  const askable = await customerToAskFor(db, channel, person);
  return { say: helpMessage(await roleOf(context), t, { askable, typed: { word, nearest: guess } }) };
};

/** What fits somebody's role, in names. */
async function roleOf({ db, person }: Context) {
  const customers = person.customers.length > 0 ? await searchCustomers(db, '', person.customers) : [];
  return { admin: person.admin, sales: person.sales, customers: customers.map((customer) => customer.name) };
}
