import type { Limits } from '../../core/coordinator';
import { refuseAny, UserError } from '../../core/errors';
import { identifyChoice, planPerson } from '../../core/identify';
import { isSame } from '../../core/identity';
import { demand } from '../../core/permission';
import type { Identified, Person } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { theCustomerFor } from '../orders/find-customer-for';
import { coordinatorAdded } from './coordinator-changes';
import { addCoordinator, findCoordinator } from './coordinators.sql';
import { type EditContext, type EditedCoordinator, editOnce } from './edit-coordinator';
import { type LimitsForm, planLimits, termsOf } from './plan-limits';

/** For sales; the person need not accept. */
export async function addByHand(
  db: Database,
  form: LimitsForm & { customer: string | undefined; person: string | undefined },
  by: Person,
  { now, identify }: EditContext,
  submission?: string,
): Promise<EditedCoordinator> {
  demand(by, 'customers');
  const who = await identifyChoice(form.person, identify);
  return editOnce(db, by, now, submission, (tx) => add(tx, form, who, by, now));
}

/** Records the change too. False when the person is already a coordinator. */
export async function saveNew(
  tx: Database,
  { customer, person }: EditedCoordinator,
  limits: Limits,
  by: Person,
  now: Now,
) {
  if (!(await addCoordinator(tx, customer.id, person, limits))) return false;
  const details = { subject: customer.code, customerId: customer.id, after: await termsOf(tx, person, limits) };
  await record(tx, by, now, coordinatorAdded(details, { person, isNotified: isSame(by, person), inBulk: false }));
  return true;
}

async function add(
  tx: Database,
  form: LimitsForm & { customer: string | undefined },
  who: Identified | undefined,
  by: Person,
  now: Now,
): Promise<EditedCoordinator> {
  const customer = await theCustomerFor(tx, { customer: form.customer }, by, 'customers');
  const { person, refusals } = planPerson(who, 'person');
  const plan = await planLimits(tx, form);
  const isOne = { code: 'person.coordinates', field: 'person', details: { customer: customer.name } } as const;
  if (person && (await findCoordinator(tx, customer.id, person))) refusals.push(isOne);
  refuseAny([...refusals, ...plan.refusals]);
  // A concurrent request added the person first.
  if (!person || !(await saveNew(tx, { customer, person }, plan.limits, by, now))) throw new UserError(isOne);
  return { customer, person };
}
