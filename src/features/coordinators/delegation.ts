import { refuseDay } from '../../core/coming-day';
import type { CoordinatorCard, Delegation } from '../../core/coordinator';
import type { Customer } from '../../core/customer';
import { type Refusal, refuseAny, UserError } from '../../core/errors';
import { identifyChoice, planPerson } from '../../core/identify';
import { type Identity, isSame } from '../../core/identity';
import { demand } from '../../core/permission';
import type { Identified, Person } from '../../core/person';
import { type Day, isDay, type Now, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { idempotent } from '../../database/idempotent';
import { record } from '../../database/ledger';
import { getCustomer } from '../customers/customers.sql';
import { theCustomerFor } from '../orders/find-customer-for';
import { asOfNow } from '../roles/resolve-person';
import { delegationEnded, delegationSet } from './coordinator-changes';
import { findCoordinator, lockCoordinator } from './coordinators.sql';
import { delegationsFrom, endDelegation, findDelegation, insertDelegation } from './delegations.sql';
import type { CoordinatorInput, EditContext } from './edit-coordinator';
import { cardsOf } from './list-coordinators';

/** A coordinator with their delegations. `day` is today, in the customer's time zone. */
interface CoordinatorDelegations {
  customer: Customer;
  card: CoordinatorCard;
  day: Day;
}

interface DelegationForm extends CoordinatorInput {
  /** A Slack user id. */
  delegate: string | undefined;
  from: string | undefined;
  until: string | undefined;
}

/** For the coordinator, or for sales; delegates cannot delegate. Throws UserError otherwise. */
export async function delegationsOf(
  db: Database,
  { customer: code, person }: CoordinatorInput,
  by: Person,
  now: Now,
): Promise<CoordinatorDelegations> {
  const customer = await theCustomerFor(db, { customer: code }, by, 'list');
  const of = person ?? by;
  const coordinator = await findCoordinator(db, customer.id, of);
  if (!by.sales && !(coordinator && isSame(of, by))) throw new UserError({ code: 'delegation.not_yours' });
  if (!coordinator) throw new UserError({ code: 'coordinator.gone' });
  const [card] = await cardsOf(db, customer, [coordinator], now);
  if (!card) throw new UserError({ code: 'coordinator.gone' });
  return { customer, card, day: today(now, customer.timezone) };
}

export async function createDelegation(
  db: Database,
  form: DelegationForm,
  by: Person,
  { now, identify }: EditContext,
  submission?: string,
): Promise<{ customer: Customer; delegation: Delegation }> {
  demand(by, 'list');
  const who = await identifyChoice(form.delegate, identify);
  return idempotent(db, submission, by, now, {
    run: async (tx) => String(await set(tx, form, who, await asOfNow(tx, by, now), now)),
    load: async (tx, id) => {
      const delegation = await findDelegation(tx, Number(id));
      if (!delegation) throw new UserError({ code: 'delegation.gone' });
      return { customer: await getCustomer(tx, delegation.customerId), delegation };
    },
  });
}

/** Ends a delegation early, even before it begins. */
export async function revokeDelegation(
  db: Database,
  id: number,
  by: Person,
  now: Now,
): Promise<CoordinatorDelegations> {
  demand(by, 'list');
  return db.transaction(async (tx) => {
    const delegation = await findDelegation(tx, id);
    const at = toInstant(now);
    const isTheirs = delegation && (by.sales || isSame(delegation.of, by));
    if (!isTheirs || !(await endDelegation(tx, id, at))) throw new UserError({ code: 'delegation.gone' });
    const { code } = await getCustomer(tx, delegation.customerId);
    const details = { subject: code, customerId: delegation.customerId, before: termsOf(delegation) };
    await record(tx, by, now, delegationEnded(details, { id, people: [delegation.of, delegation.to] }));
    return delegationsOf(tx, { customer: code, person: delegation.of }, by, now);
  });
}

async function set(
  tx: Database,
  form: DelegationForm,
  who: Identified | undefined,
  by: Person,
  now: Now,
): Promise<number> {
  const { customer, card, day } = await delegationsOf(tx, form, by, now);
  const of = card.person;
  await lockCoordinator(tx, customer.id, of);
  const { person: to, refusals } = planPerson(who, 'delegate');
  if (to && isSame(to, of)) refusals.push({ code: 'delegate.self', field: 'person' });
  else if (to && (await findCoordinator(tx, customer.id, to))) {
    refusals.push({ code: 'delegate.coordinates', field: 'person', details: { customer: customer.name } });
  }
  const { from = '', until = '' } = form;
  const wrong = wrongDays(from, until, day);
  refuseAny([...refusals, ...wrong, ...(wrong.length > 0 ? [] : await overlaps(tx, customer.id, of, from, until))]);
  if (!to) throw new UserError({ code: 'person.missing', field: 'person' });
  const delegation = { customerId: customer.id, of, to, from, until };
  const id = await insertDelegation(tx, delegation);
  const details = { subject: customer.code, customerId: customer.id, after: termsOf(delegation) };
  await record(tx, by, now, delegationSet(details, { id, people: [of, to] }));
  return id;
}

function wrongDays(from: string, until: string, day: Day): Refusal[] {
  const first = isDay(from) ? from : day;
  return [
    refuseDay(from, { first: day, field: 'start_date', early: 'start_date.past' }),
    refuseDay(until, { first, field: 'end_date', early: 'end_date.reversed' }),
  ].filter((refusal) => refusal !== undefined);
}

/** A coordinator has one delegate at a time. */
async function overlaps(tx: Database, customerId: number, of: Identity, from: Day, until: Day): Promise<Refusal[]> {
  const others = await delegationsFrom(tx, customerId, from);
  const other = others.find((one) => isSame(one.of, of) && one.from <= until);
  if (!other) return [];
  return [{ code: 'delegation.overlaps', field: 'start_date', details: { from: other.from, until: other.until } }];
}

/** The values stored in the history. */
function termsOf({ of, to, from, until }: Omit<Delegation, 'id' | 'customerId' | 'ended'>): object {
  return { of, to, from, until };
}
