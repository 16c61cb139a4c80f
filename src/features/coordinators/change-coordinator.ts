import { ChangedMeanwhile, refuseAny, UserError } from '../../core/errors';
import { isSame } from '../../core/identity';
import type { Person } from '../../core/person';
import { type Now, today } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { coordinatorChanged, coordinatorRemoved } from './coordinator-changes';
import { removeCoordinator, saveLimits } from './coordinators.sql';
import { delegationsFrom } from './delegations.sql';
import { type CoordinatorInput, type EditedCoordinator, editOnce, theCoordinator } from './edit-coordinator';
import { cardsOf } from './list-coordinators';
import { type LimitsForm, limitsVersion, planLimits, termsOf } from './plan-limits';

/** One coordinator's card, for editing. Throws UserError when the person no longer coordinates. */
export async function coordinatorFor(db: Database, input: CoordinatorInput, by: Person, now: Now) {
  const { customer, person, limits } = await theCoordinator(db, input, by);
  const [card] = await cardsOf(db, customer, [{ ...person, ...limits }], now);
  if (!card) throw new UserError({ code: 'coordinator.gone' });
  return { customer, card, version: limitsVersion(limits) };
}

/** New limits apply from the next seat. */
export async function changeCoordinator(
  db: Database,
  form: CoordinatorInput & LimitsForm & { version: string | undefined },
  by: Person,
  now: Now,
  submission?: string,
): Promise<EditedCoordinator> {
  return editOnce(db, by, now, submission, async (tx) => {
    const { customer, person, limits: before } = await theCoordinator(tx, form, by, { locked: true });
    if (form.version !== limitsVersion(before)) throw new ChangedMeanwhile({ code: 'coordinator.changed' });
    const { limits, refusals } = await planLimits(tx, form, before.products);
    refuseAny(refusals);
    if (!(await saveLimits(tx, customer.id, person, limits))) throw new UserError({ code: 'coordinator.gone' });
    const change = { before: await termsOf(tx, person, before), after: await termsOf(tx, person, limits) };
    if (JSON.stringify(change.before) !== JSON.stringify(change.after)) {
      const details = { subject: customer.code, customerId: customer.id, ...change };
      await record(tx, by, now, coordinatorChanged(details, { person, isNotified: false, inBulk: false }));
    }
    return { customer, person };
  });
}

/** Takes effect immediately: forms that the person has open are refused on submit. Also ends their delegations. */
export async function removeByHand(
  db: Database,
  input: CoordinatorInput,
  by: Person,
  now: Now,
): Promise<EditedCoordinator> {
  return editOnce(db, by, now, undefined, async (tx) => {
    const { customer, person, limits } = await theCoordinator(tx, input, by);
    const delegations = await delegationsFrom(tx, customer.id, today(now, customer.timezone));
    const before = await termsOf(tx, person, limits);
    if (!(await removeCoordinator(tx, customer.id, person))) throw new UserError({ code: 'coordinator.gone' });
    const details = { subject: customer.code, customerId: customer.id, before };
    const delegates = delegations.filter(({ of }) => isSame(of, person)).map(({ to }) => to);
    await record(tx, by, now, coordinatorRemoved(details, { people: [person, ...delegates] }));
    return { customer, person };
  });
}
