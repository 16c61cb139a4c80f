import { closest, distance } from 'fastest-levenshtein';
import type { Context, Handler } from '../src/context';
import { helpMessage } from '../src/slack/views/help';
import { searchCustomers } from '../src/storage/customers';

const WORDS = [
  'generate',
  'list',
  'assign',
  'ask',
  'reminders',
  'products',
  'courses',
  'import',
  'export',
  'coordinators',
  'help',
];
const FARTHEST = 3;

export const help: Handler = async (_request, context) => ({ say: helpMessage(await roleOf(context), context.t) });

/** A word nobody knows: help, with the nearest word that would have worked. */
export const unknown: Handler = async ({ text }, context) => {
  const word = text.split(/\s+/)[0] ?? '';
  const nearest = closest(word.toLowerCase(), WORDS);
  const guess = distance(word.toLowerCase(), nearest) <= FARTHEST ? nearest : undefined;
  return { say: helpMessage(await roleOf(context), context.t, { word, nearest: guess }) };
};

/** What fits somebody's role, in names. */
async function roleOf({ db, person }: Context) {
  const customers = person.customers.length > 0 ? await searchCustomers(db, '', person.customers) : [];
  return { sales: person.sales, customers: customers.map((customer) => customer.name) };
}
