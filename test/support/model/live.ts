import type { CatalogueProduct } from '../../../src/features/imports/catalogue';
import { type Lived, liveAssign, liveCancel, liveGenerate } from './live-seats';
import { COURSES } from './model';
import type { Step, StepOf } from './steps';
import { aProduct, type World } from './world';

const NOTHING: Lived = { expected: 'nothing', outcome: { result: '' } };
const DONE: Lived = { expected: 'done', outcome: { result: '' } };

/** Performs one step in the product and in the model. */
export async function live(world: World, step: Step): Promise<Lived> {
  switch (step.kind) {
    case 'assign':
      return liveAssign(world, step);
    case 'generate':
      return liveGenerate(world, step);
    case 'cancel':
      return liveCancel(world, step);
    case 'replay':
      return replay(world, step);
    case 'turn':
      return turn(world, step);
    case 'edit':
      return edit(world, step);
    case 'enter':
      return enter(world, step);
    case 'wait':
      world.model.now = world.model.now.plus({ hours: step.hours });
      return NOTHING;
  }
}

/** A replay by the same person returns the first result; by another person, it is refused. */
async function replay({ done }: World, { which, actor }: StepOf<'replay'>): Promise<Lived> {
  const first = done[which % Math.max(done.length, 1)];
  if (!first) return NOTHING;
  const outcome = await first.again(actor ?? first.actor);
  if (actor !== undefined && actor !== first.actor) return { expected: 'refused', outcome };
  expect(outcome).toEqual({ result: first.result });
  return NOTHING;
}

/** Opens a closed course, or closes an open one. */
async function turn(world: World, step: StepOf<'turn'>): Promise<Lived> {
  const shortname = COURSES[step.course] ?? '';
  const open = !world.model.open.has(shortname);
  await world.imports({ courses: [{ shortname, name: shortname, open }] });
  if (open) world.model.open.add(shortname);
  else world.model.open.delete(shortname);
  world.model.ledger += 1;
  return DONE;
}

async function edit(world: World, step: StepOf<'edit'>): Promise<Lived> {
  const code = `P${step.product}`;
  const { packSize, duration: durationDays, within: assignWithinDays } = step;
  const product = aProduct(code, { courses: step.patterns, packSize, durationDays, assignWithinDays });
  const before = world.products.get(code);
  await world.imports({ products: [product] });
  world.products.set(code, product);
  if (before && sorted(before) === sorted(product)) return NOTHING;
  world.model.ledger += 1;
  return DONE;
}

async function enter(world: World, { customer }: StepOf<'enter'>): Promise<Lived> {
  const isNew = !world.customers.has(customer);
  await world.addsCustomer(customer);
  if (!isNew) return NOTHING;
  world.model.ledger += 2;
  return DONE;
}

function sorted(product: CatalogueProduct): string {
  return JSON.stringify({ ...product, courses: [...product.courses].sort() });
}
