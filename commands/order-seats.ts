import type { Context, Handler } from '../src/feature';
import { listSeats } from '../src/features/assignments/lists/list-seats';
import { poolSeatsForm, seatsView } from '../src/features/assignments/lists/seats.view';

/** Button value: an order. */
export const openPool: Handler = async ({ value }, context) => ({ push: await seatsOf(value, 0, context) });

export const turnSeatsPage: Handler = async ({ view, value }, context) => {
  const { order = '' } = poolSeatsForm.notes(view);
  return { show: await seatsOf(order, Number(value), context) };
};

/** Reloads the page in view. */
export const refreshSeats: Handler = async (request, context) =>
  turnSeatsPage({ ...request, value: poolSeatsForm.notes(request.view).page ?? '0' }, context);

async function seatsOf(order: string, page: number, { db, person, now, t }: Context) {
  return seatsView(await listSeats(db, { order, page }, person, now), person.sales, t);
}
