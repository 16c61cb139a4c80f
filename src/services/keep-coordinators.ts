import type { Limits } from '../domain/coordinator';
import type { Customer } from '../domain/customer';
import { refuseAny, UserError } from '../domain/errors';
import { demand } from '../domain/permission';
import { type Identified, type Identity, isSame, type Person } from '../domain/person';
import { type Now, today, toInstant } from '../domain/time';
import {
  addCoordinator,
  coordinationsOf,
  findCoordinator,
  removeCoordinator,
  saveLimits,
} from '../storage/coordinators';
import { getCustomer } from '../storage/customers';
import type { Database } from '../storage/database';
import { delegationsFrom } from '../storage/delegations';
import { type LedgerAction, record } from '../storage/ledger';
import { enqueue, parsePersonKey, personKey } from '../storage/outbox';
import { theCustomerFor } from './access';
import { type Identify, identifyChoice, planPerson } from './identify';
import { cardsOf } from './list-coordinators';
import { once } from './once';
import { type LimitsForm, planLimits, termsOf } from './plan-limits';

/** A coordinator of a customer, as a request names them; none of it is trusted. */
export interface Whom {
  customer: string | undefined;
  person: Identity | undefined;
}

/** Whom a change was about. */
export interface Kept {
  customer: Customer;
  person: Identity;
}

export interface Asking {
  now: Now;
  identify: Identify;
}

/** By a sales person's choice: they need not agree. */
export async function addByHand(
  db: Database,
  form: LimitsForm & { customer: string | undefined; person: string | undefined },
  by: Person,
  { now, identify }: Asking,
  submission?: string,
): Promise<Kept> {
  demand(by, 'customers');
  const who = await identifyChoice(form.person, identify);
  return keptOnce(db, by, now, submission, (tx) => add(tx, form, who, by, now));
}

/** Somebody whose limits are to be changed, as they are now. */
export async function coordinatorFor(db: Database, whom: Whom, by: Person, now: Now) {
  const { customer, person, limits } = await theCoordinator(db, whom, by);
  const [card] = await cardsOf(db, customer, [{ ...person, ...limits }], now);
  if (!card) throw new UserError({ code: 'coordinator.gone' });
  return { customer, card };
}

/** New limits, from the next seat on. */
export async function changeCoordinator(
  db: Database,
  form: Whom & LimitsForm,
  by: Person,
  now: Now,
  submission?: string,
): Promise<Kept> {
  return keptOnce(db, by, now, submission, async (tx) => {
    const { customer, person, limits: before } = await theCoordinator(tx, form, by);
    const { limits, refusals } = await planLimits(tx, form, before.products);
    refuseAny(refusals);
    if (!(await saveLimits(tx, customer.id, person, limits))) throw new UserError({ code: 'coordinator.gone' });
    const change = { before: await termsOf(tx, person, before), after: await termsOf(tx, person, limits) };
    if (JSON.stringify(change.before) !== JSON.stringify(change.after)) {
      await note(tx, customer, 'coordinator.changed', change, by, now);
      await tell(tx, { customer, person }, now);
    }
    return { customer, person };
  });
}

/** At once: whatever they have open is refused when they submit it. Nobody stands in for them any more either. */
export async function removeByHand(db: Database, whom: Whom, by: Person, now: Now): Promise<Kept> {
  return keptOnce(db, by, now, undefined, async (tx) => {
    const { customer, person, limits } = await theCoordinator(tx, whom, by);
    const delegations = await delegationsFrom(tx, customer.id, today(now, customer.timezone));
    const before = await termsOf(tx, person, limits);
    if (!(await removeCoordinator(tx, customer.id, person))) throw new UserError({ code: 'coordinator.gone' });
    await note(tx, customer, 'coordinator.removed', { before }, by, now);
    const deputies = delegations.filter(({ of }) => isSame(of, person)).map(({ to }) => to);
    for (const to of [person, ...deputies]) {
      const rest = await coordinationsOf(tx, to, now);
      if (!rest.some(({ customerId }) => customerId === customer.id)) await tell(tx, { customer, person: to }, now);
    }
    return { customer, person };
  });
}

async function theCoordinator(tx: Database, whom: Whom, by: Person): Promise<Kept & { limits: Limits }> {
  const customer = await theCustomerFor(tx, { customer: whom.customer }, by, 'customers');
  const { person } = whom;
  const limits = person && (await findCoordinator(tx, customer.id, person));
  if (!person || !limits) throw new UserError({ code: 'coordinator.gone' });
  return { customer, person, limits };
}

/** With its row in the history; false when they are one already. */
export async function saveNew(tx: Database, { customer, person }: Kept, limits: Limits, by: Person, now: Now) {
  if (!(await addCoordinator(tx, customer.id, person, limits))) return false;
  const after = await termsOf(tx, person, limits);
  await note(tx, customer, 'coordinator.added', { after }, by, now);
  return true;
}

async function add(
  tx: Database,
  form: LimitsForm & { customer: string | undefined },
  who: Identified | undefined,
  by: Person,
  now: Now,
): Promise<Kept> {
  const customer = await theCustomerFor(tx, { customer: form.customer }, by, 'customers');
  const { person, refusals } = planPerson(who, 'person');
  const plan = await planLimits(tx, form);
  const isOne = { code: 'person.coordinates', field: 'person', details: { customer: customer.name } } as const;
  if (person && (await findCoordinator(tx, customer.id, person))) refusals.push(isOne);
  refuseAny([...refusals, ...plan.refusals]);
  // Somebody else was quicker.
  if (!person || !(await saveNew(tx, { customer, person }, plan.limits, by, now))) throw new UserError(isOne);
  await tell(tx, { customer, person }, now);
  return { customer, person };
}

async function keptOnce(
  db: Database,
  by: Person,
  now: Now,
  submission: string | undefined,
  change: (tx: Database) => Promise<Kept>,
): Promise<Kept> {
  return once(db, submission, by, now, {
    run: async (tx) => {
      const { customer, person } = await change(tx);
      return `${customer.id}:${personKey(person)}`;
    },
    load: async (tx, result) => {
      const [id, key = ''] = result.split(':');
      return { customer: await getCustomer(tx, Number(id)), person: parsePersonKey(key) };
    },
  });
}

async function note(
  tx: Database,
  { id, code }: Customer,
  action: LedgerAction,
  change: { before?: object; after?: object },
  by: Person,
  now: Now,
): Promise<void> {
  await record(tx, by, now, { action, subject: code, customerId: id, ...change });
}

async function tell(tx: Database, { customer, person }: Kept, now: Now): Promise<void> {
  await enqueue(tx, { kind: 'coordinator.changed', subject: String(customer.id), to: person }, toInstant(now));
}
