import type { Customer } from '../../core/customer';
import type { Identity } from '../../core/identity';
import type { Person } from '../../core/person';
import { foldKey } from '../../core/text';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { personKey } from '../../outbox/outbox';
import { addCoordinators, coordinatorsOfMany } from '../coordinators/coordinator-batches.sql';
import { coordinatorAdded } from '../coordinators/coordinator-changes';
import { customerCreated, customerUpdated } from '../customers/customer-changes';
import { findCustomers, leaveChannels, saveCustomers } from '../customers/customers.sql';
import { othersWithChannel } from '../customers/taken-channels';
import type { CatalogueChange, CatalogueCustomer, ImportSettings } from './catalogue';
import { compare } from './catalogue-change';
import type { Verdict } from './sheet';

type Terms = Omit<CatalogueCustomer, 'coordinators' | 'leftOut'>;

interface Planned {
  change: CatalogueChange;
  before: Customer | undefined;
  after: Terms;
  coordinators: Identity[];
  added: Identity[];
}

/**
 * One verdict per customer, in order. Imports nothing when a channel belongs to another customer. Adds coordinators,
 * and never removes any.
 */
export async function importCustomers(
  tx: Database,
  customers: readonly CatalogueCustomer[],
  by: Person,
  settings: ImportSettings,
): Promise<Verdict[]> {
  const known = await findCustomers(
    tx,
    customers.map(({ code }) => code),
  );
  const coordinators = await coordinatorsOfMany(
    tx,
    // A CSV file of customers contains no coordinators.
    customers.flatMap(({ code, coordinators: named }) =>
      named.length > 0 ? (known.get(foldKey(code))?.id ?? []) : [],
    ),
  );
  const plans = customers.map((customer) => {
    const before = known.get(foldKey(customer.code));
    return plan(customer, before, (before && coordinators.get(before.id)) ?? []);
  });
  const others = await othersWithChannel(
    tx,
    plans.map(({ after }) => after),
    known,
  );
  const isWrong = others.some((other) => other !== undefined);
  if (settings.apply && !isWrong) await save(tx, plans.filter(isChange), by, settings);
  return plans.map(({ change, after: { channel = '' } }, index) => {
    const customer = others[index];
    if (customer === undefined) return change;
    return [{ code: 'channel.taken', column: 'channel', details: { value: channel, customer } }];
  });
}

function plan(
  { leftOut = [], coordinators, ...given }: CatalogueCustomer,
  before: Customer | undefined,
  known: readonly Identity[],
): Planned {
  const unchanged = before ? Object.fromEntries(leftOut.map((field) => [field, before[field]])) : {};
  const after = { ...given, ...unchanged };
  const change = compare('customer', after.code, before && termsOf(before), termsOf(after));
  const keys = known.map(personKey);
  const added = coordinators.filter((one) => !keys.includes(personKey(one)));
  change.details.push(...added.map((one) => `coordinator ${personKey(one)} added`));
  if (change.change === 'unchanged' && added.length > 0) change.change = 'updated';
  return { change, before, after, coordinators, added };
}

async function save(tx: Database, plans: readonly Planned[], by: Person, { now }: ImportSettings): Promise<void> {
  const moved = plans.filter(({ before, after }) => before?.channel !== after.channel);
  // All channels are released first, so that two customers can swap theirs.
  await leaveChannels(
    tx,
    moved.flatMap(({ before }) => before?.id ?? []),
  );
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
}

function entriesOf({ change, before, after, coordinators, added, customerId }: Planned & { customerId: number }) {
  const subject = after.code;
  const saved = change.change === 'created' ? customerCreated : customerUpdated;
  const facts = {
    channel: after.channel,
    hasMoved: before?.channel !== after.channel,
    hasAnotherDay: before !== undefined && before.timezone !== after.timezone,
    asker: undefined,
    inBulk: true,
  };
  return [
    saved({ subject, customerId, before, after: { ...after, coordinators } }, facts),
    ...added.map((person) =>
      coordinatorAdded({ subject, customerId, after: person }, { person, isNotified: false, inBulk: true }),
    ),
  ];
}

function isChange({ change }: Planned): boolean {
  return change.change !== 'unchanged';
}

function termsOf({ code, name, channel, timezone, locale }: Terms): Terms {
  return { code, name, channel, timezone, locale };
}
