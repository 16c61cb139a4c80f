import { refuseAny, UserError } from '../../core/errors';
import { isSame, type Person } from '../../core/person';
import { type Now, today } from '../../core/time';
import { coordinationsOf } from '../../database/coordinations';
import type { Database } from '../../database/database';
import { type LimitsForm, planLimits, termsOf } from '../products/plan-limits';
import { removeCoordinator, saveLimits } from './coordinators.sql';
import { delegationsFrom } from './delegations.sql';
import { type Kept, keptOnce, note, tell, theCoordinator, type Whom } from './kept-coordinator';
import { cardsOf } from './list-coordinators';

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
