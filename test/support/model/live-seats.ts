import { orderReference } from '../../../src/core/reference';
import { COURSES, CUSTOMERS } from './model';
import type { StepOf } from './steps';
import { ACTORS, aProduct, type Outcome, type World } from './world';

/** The model's prediction for a step, and the actual outcome. */
export interface Lived {
  expected: 'done' | 'refused' | 'nothing';
  outcome: Outcome;
}

const SALES = ACTORS.indexOf('sales');

export async function liveAssign(world: World, step: StepOf<'assign'>): Promise<Lived> {
  const { model } = world;
  const pool = step.pool === undefined ? undefined : step.pool + 1;
  const course = COURSES[step.course] ?? 'NONE';
  const email = 'email' in step.trainee ? `t${step.trainee.email}@example.com` : '';
  const trainee = 'id' in step.trainee ? step.trainee : { firstName: 'T', lastName: email, email };
  const named = step.customer === undefined ? undefined : CUSTOMERS[step.customer]?.code;
  const form = {
    customer: named,
    pool: pool === undefined ? undefined : orderReference(pool),
    course,
    trainee,
    start: undefined,
    end: undefined,
  };
  const outcome = await world.assigns(step.actor, form);

  const chosen = model.orders.find(({ id }) => id === pool);
  const customer = pool === undefined ? (named ?? CUSTOMERS[step.actor]?.code) : chosen?.customer;
  const id = 'id' in step.trainee ? step.trainee.id : model.traineeId(customer ?? '', email);
  const known = id !== undefined && model.trainees.get(id)?.startsWith(`${customer} `);
  const isRepeat = id !== undefined && model.active.has(`${id} ${course}`);
  const order = chosen ?? (customer && pool === undefined ? model.best(customer, course) : undefined);
  const able = order && model.open.has(course) && model.canTake(order, course);
  if (!customer || !may(step.actor, customer) || !able || isRepeat || (email === '' && !known)) {
    return { expected: 'refused', outcome };
  }
  const made = 'result' in outcome ? JSON.parse(outcome.result) : {};
  if (!known) {
    model.trainees.set(made.trainee, `${customer} ${email}`);
    model.ledger += 1;
  }
  model.take(order, made.trainee, course);
  expect(made).toMatchObject({ order: order.id, course, ...(known && { trainee: id }) });
  return { expected: 'done', outcome };
}

export async function liveGenerate(world: World, step: StepOf<'generate'>): Promise<Lived> {
  const { model } = world;
  const { code = '' } = CUSTOMERS[step.customer] ?? {};
  const product = world.products.get(`P${step.product}`) ?? aProduct('');
  const today = model.now.setZone(CUSTOMERS[step.customer]?.zone);
  const dayIn = (days: number | undefined) => (days === undefined ? undefined : today.plus({ days }).toISODate());
  const assignBy = dayIn(step.assignBy) ?? undefined;
  const form = {
    customer: code,
    product: product.code,
    quantity: step.quantity,
    externalReference: undefined,
    assignBy,
  };
  const outcome = await world.generates(step.actor, form);
  const able = step.actor === SALES && world.customers.has(step.customer) && step.quantity > 0;
  if (!able || (step.assignBy ?? 0) < 0) return { expected: 'refused', outcome };
  const id = 'result' in outcome ? Number(outcome.result.slice(1)) : 0;
  const terms = { patterns: [...product.courses], assignBy: assignBy ?? dayIn(product.assignWithinDays) ?? undefined };
  const free = step.quantity * product.packSize;
  model.orders.push({ id, customer: code, ...terms, free, assigned: 0, cancelled: false });
  model.ledger += 1;
  model.outbox.add(`announce ${id}`).add(`board ${code}`).add(`homes ${code}`);
  return { expected: 'done', outcome };
}

export async function liveCancel(world: World, step: StepOf<'cancel'>): Promise<Lived> {
  const { model } = world;
  const outcome = await world.cancels(step.actor, orderReference(step.order + 1));
  const order = model.orders.find(({ id }) => id === step.order + 1);
  if (!order || step.actor !== SALES || order.cancelled || order.assigned > 0) {
    return { expected: 'refused', outcome };
  }
  order.cancelled = true;
  model.ledger += 1;
  model.outbox.add(`changed ${order.id}`);
  return { expected: 'done', outcome };
}

function may(actor: number, customer: string): boolean {
  return actor === SALES || CUSTOMERS[actor]?.code === customer;
}
