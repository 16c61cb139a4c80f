import type { CatalogueChange, CatalogueCoordinator, CatalogueCustomer } from '../domain/catalogue';
import { compare } from '../domain/catalogue-change';
import type { Customer } from '../domain/customer';
import type { Identity, Person } from '../domain/person';
import { foldKey } from '../domain/text';
import { toInstant } from '../domain/time';
import { addCoordinators, coordinatorsOfMany } from '../storage/coordinators';
import { findCustomers, saveCustomers } from '../storage/customers';
import type { Database } from '../storage/database';
import { type LedgerEntry, record } from '../storage/ledger';
import { personKey } from '../storage/outbox';
import { queueHomes } from './follow-homes';
import type { ImportSettings } from './import-catalogue';
import { moveBoard } from './tell-customer';

type Terms = Omit<CatalogueCustomer, 'coordinators' | 'leftOut'>;

interface Planned {
  change: CatalogueChange;
  before: Customer | undefined;
  after: Terms;
  coordinators: Identity[];
  added: Identity[];
}

/** One change for each customer, in their order. Coordinators are added, never taken away. */
export async function importCustomers(
  tx: Database,
  customers: readonly CatalogueCustomer[],
  by: Person,
  settings: ImportSettings,
): Promise<CatalogueChange[]> {
  const known = await findCustomers(
    tx,
    customers.map(({ code }) => code),
  );
  const coordinators = await coordinatorsOfMany(
    tx,
    [...known.values()].map(({ id }) => id),
  );
  const plans = customers.map((customer) => {
    const before = known.get(foldKey(customer.code));
    return plan(customer, before, (before && coordinators.get(before.id)) ?? []);
  });
  if (settings.apply) await save(tx, plans.filter(isChange), by, settings);
  return plans.map(({ change }) => change);
}

/** One change for each of them, in their order; undefined where there is no such customer. */
export async function importCoordinators(
  tx: Database,
  wanted: readonly CatalogueCoordinator[],
  by: Person,
  { now, apply }: ImportSettings,
): Promise<(CatalogueChange | undefined)[]> {
  const customers = await findCustomers(
    tx,
    wanted.map(({ customer }) => customer),
  );
  const ids = [...customers.values()].map(({ id }) => id);
  const coordinators = await coordinatorsOfMany(tx, ids);
  const known = new Set([...coordinators].flatMap(([id, people]) => people.map((one) => `${id} ${personKey(one)}`)));
  const added: (Identity & { customerId: number })[] = [];
  const entries: LedgerEntry[] = [];
  const changes = wanted.map(({ customer: code, ...identity }): CatalogueChange | undefined => {
    const customer = customers.get(foldKey(code));
    if (!customer) return undefined;
    const isKnown = known.has(`${customer.id} ${personKey(identity)}`);
    const key = `${customer.code} ${personKey(identity)}`;
    if (isKnown) return { kind: 'coordinator', key, change: 'unchanged', details: [] };
    added.push({ customerId: customer.id, ...identity });
    entries.push({
      action: 'coordinator.added',
      subject: customer.code,
      customerId: customer.id,
      after: identity,
    });
    return { kind: 'coordinator', key, change: 'created', details: [] };
  });
  if (apply) await addCoordinators(tx, added);
  if (apply) await record(tx, by, now, ...entries);
  return changes;
}

function plan(
  { leftOut = [], coordinators, ...given }: CatalogueCustomer,
  before: Customer | undefined,
  known: readonly Identity[],
): Planned {
  const kept = before ? Object.fromEntries(leftOut.map((field) => [field, before[field]])) : {};
  const after = { ...given, ...kept };
  const change = compare('customer', after.code, before && termsOf(before), termsOf(after));
  const keys = known.map(personKey);
  const added = coordinators.filter((one) => !keys.includes(personKey(one)));
  change.details.push(...added.map((one) => `coordinator ${personKey(one)} added`));
  if (change.change === 'unchanged' && added.length > 0) change.change = 'updated';
  return { change, before, after, coordinators, added };
}

async function save(tx: Database, plans: readonly Planned[], by: Person, { now }: ImportSettings): Promise<void> {
  const ids = await saveCustomers(
    tx,
    plans.map(({ after }) => after),
  );
  const placed = plans.map((one) => ({ ...one, customerId: ids.get(foldKey(one.after.code)) ?? 0 }));
  await addCoordinators(
    tx,
    placed.flatMap(({ added, customerId }) => added.map((one) => ({ customerId, ...one }))),
  );
  await record(tx, by, now, ...placed.flatMap(entriesOf));
  for (const { before, after, customerId } of placed) {
    if (before && before.channel !== after.channel) await moveBoard(tx, customerId, now);
    // On another day something else has expired.
    if (before && before.timezone !== after.timezone) await queueHomes(tx, customerId, toInstant(now));
  }
}

function entriesOf({ change, before, after, coordinators, added, customerId }: Planned & { customerId: number }) {
  const subject = after.code;
  const action = change.change === 'created' ? ('customer.created' as const) : ('customer.updated' as const);
  const customer: LedgerEntry = { action, subject, customerId, before, after: { ...after, coordinators } };
  return [
    customer,
    ...added.map((one): LedgerEntry => ({ action: 'coordinator.added', subject, customerId, after: one })),
  ];
}

function isChange({ change }: Planned): boolean {
  return change.change !== 'unchanged';
}

function termsOf({ code, name, channel, timezone, locale }: Terms): Terms {
  return { code, name, channel, timezone, locale };
}
