import type { Customer } from '../../core/customer';
import type { Identity, Person } from '../../core/person';
import { foldKey } from '../../core/text';
import { toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { type LedgerEntry, record } from '../../database/ledger';
import { personKey } from '../../outbox/outbox';
import { addCoordinators, coordinatorsOfMany } from '../coordinators/coordinator-batches.sql';
import { findCustomers, leaveChannels, saveCustomers } from '../customers/customers.sql';
import { checkChannels } from '../customers/set-up-channel';
import { othersWithChannel } from '../customers/taken-channels';
import { moveBoards } from '../customers/tell-customer';
import { queueHomesOfMany } from '../home/follow-homes';
import type { CatalogueChange, CatalogueCustomer } from './catalogue';
import { compare } from './catalogue-change';
import type { ImportSettings } from './import-catalogue';
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
 * One verdict on each customer, in their order; nothing is imported where the channel of one is another's. Coordinators are
 * added, never taken away.
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
    // A sheet of customers names none.
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
  const moved = plans.filter(({ before, after }) => before?.channel !== after.channel);
  // Before any of them gets another, so that two may change theirs with each other.
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
  const elsewhere = placed.filter(({ before, after }) => before?.channel !== after.channel);
  await moveBoards(
    tx,
    elsewhere
      .filter(({ before }) => before)
      .map(({ customerId, after }) => ({ id: customerId, channel: after.channel })),
    now,
  );
  const entered = elsewhere.filter(({ after }) => after.channel);
  await checkChannels(
    tx,
    entered.map(({ customerId }) => customerId),
    toInstant(now),
  );
  // On another day something else has expired.
  const onAnotherDay = placed.filter(({ before, after }) => before && before.timezone !== after.timezone);
  await queueHomesOfMany(
    tx,
    onAnotherDay.map(({ customerId }) => customerId),
    toInstant(now),
  );
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
