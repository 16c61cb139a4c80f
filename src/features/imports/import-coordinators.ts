import { type Coordinator, type Limits, NO_LIMITS, type ProductName } from '../../core/coordinator';
import type { Customer } from '../../core/customer';
import type { Person } from '../../core/person';
import { foldKey } from '../../core/text';
import type { ChangeEntry } from '../../database/changes';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { personKey } from '../../outbox/outbox';
import { coordinatorsOfMany, saveCoordinators } from '../coordinators/coordinator-batches.sql';
import { coordinatorAdded, coordinatorChanged } from '../coordinators/coordinator-changes';
import { coordinatorTerms } from '../coordinators/plan-limits';
import { findCustomers } from '../customers/customers.sql';
import { findProductNames, findProductsByCode } from '../products/product-names.sql';
import type { CatalogueChange, CatalogueCoordinator, ImportSettings } from './catalogue';
import { compare } from './catalogue-change';
import type { RowProblem, Verdict } from './sheet';

/**
 * One verdict per coordinator, in order. Imports nothing when one is wrong. Without a column for products or quota, these
 * stay unchanged.
 */
export async function importCoordinators(
  tx: Database,
  wanted: readonly CatalogueCoordinator[],
  by: Person,
  { now, apply }: ImportSettings,
): Promise<Verdict[]> {
  const known = await lookUp(tx, wanted);
  const plans = wanted.map((one) => plan(one, known));
  const changes = plans.flatMap(({ problems, planned }) => (problems.length === 0 && planned ? [planned] : []));
  if (apply && changes.length === plans.length) {
    const news = changes.filter(({ change }) => change.change !== 'unchanged');
    await saveCoordinators(
      tx,
      news.map(({ customer, after }) => ({ ...after, customerId: customer.id })),
    );
    await record(tx, by, now, ...news.map((one) => entryOf(one, known)));
  }
  return plans.map(({ problems, planned }) => (planned && problems.length === 0 ? planned.change : problems));
}

interface Known {
  customers: Map<string, Customer>;
  /** By customer id and person key. */
  coordinators: Map<string, Coordinator>;
  /** By folded code; and all named products, by name. */
  products: Map<string, ProductName>;
  names: ProductName[];
}

interface Planned {
  customer: Customer;
  before: Coordinator | undefined;
  after: Coordinator;
  change: CatalogueChange;
}

async function lookUp(tx: Database, wanted: readonly CatalogueCoordinator[]): Promise<Known> {
  const customers = await findCustomers(
    tx,
    wanted.map(({ customer }) => customer),
  );
  const ids = [...customers.values()].map(({ id }) => id);
  const found = [...(await coordinatorsOfMany(tx, ids))].flatMap(([id, people]) =>
    people.map((one) => [`${id} ${personKey(one)}`, one] as const),
  );
  const coordinators = new Map(found);
  const codes = new Set(wanted.flatMap(({ products }) => products.flatMap((code) => [code, ...apart(code)])));
  const products = await findProductsByCode(tx, [...codes]);
  const used = new Set([...products.values()].map(({ id }) => id));
  for (const [, one] of found) for (const id of one.products) used.add(id);
  return { customers, coordinators, products, names: await findProductNames(tx, [...used]) };
}

function plan(
  { customer: code, products: codes, quota, leftOut, ...identity }: CatalogueCoordinator,
  known: Known,
): { problems: RowProblem[]; planned?: Planned } {
  const customer = known.customers.get(foldKey(code));
  const problems: RowProblem[] = [];
  if (!customer) problems.push({ code: 'customer.unknown', column: 'customer', details: { value: code } });
  const before = customer && known.coordinators.get(`${customer.id} ${personKey(identity)}`);
  const given = new Set<number>();
  for (const value of codes.flatMap((one) => (known.products.has(foldKey(one)) ? [one] : apart(one)))) {
    const product = known.products.get(foldKey(value));
    if (product) given.add(product.id);
    else problems.push({ code: 'product.unknown', column: 'products', details: { value } });
  }
  if (!customer) return { problems };
  const after: Coordinator = {
    ...identity,
    products: leftOut.includes('products') ? (before?.products ?? []) : [...given].sort((one, other) => one - other),
    quota: leftOut.includes('quota') ? before?.quota : quota,
  };
  const planned = { customer, before, after, change: changeOf(customer, before, after, known) };
  return { problems, planned };
}

/** Codes contain no spaces, so commas between them are accepted too. */
function apart(code: string): string[] {
  return code.split(/[,;]/).filter(Boolean);
}

function changeOf(
  { code, name }: Customer,
  before: Coordinator | undefined,
  after: Coordinator,
  known: Known,
): CatalogueChange {
  const inWords = ({ products, quota }: Limits) => {
    const codes = namesOf(products, known).map((one) => one.code);
    return { products: codes.join(' ') || 'all', quota };
  };
  const change = compare('coordinator', `${code} ${personKey(after)}`, inWords(before ?? NO_LIMITS), inWords(after));
  return { ...change, name, change: before ? change.change : 'created' };
}

function entryOf({ customer, before, after }: Planned, known: Known): ChangeEntry {
  const terms = (one: Coordinator) => coordinatorTerms(one, namesOf(one.products, known), one.quota);
  const details = { subject: customer.code, customerId: customer.id, after: terms(after) };
  const facts = { person: after, isNotified: false, inBulk: true };
  return before ? coordinatorChanged({ before: terms(before), ...details }, facts) : coordinatorAdded(details, facts);
}

function namesOf(ids: readonly number[], { names }: Known): ProductName[] {
  return names.filter(({ id }) => ids.includes(id));
}
