import type { Person } from '../src/core/person';
import type { Context, Handler, OptionsHandler } from '../src/feature';
import { findAssignableCourses } from '../src/features/assignments/find-courses';
import { moodleOutage } from '../src/features/courses/moodle-state';
import { customerOption } from '../src/features/customers/customer-option.view';
import { findCustomers } from '../src/features/customers/find-customers';
import { findProductsBought } from '../src/features/orders/find-products-bought';
import { ALL, listSeatsForm, listView } from '../src/features/orders/list.view';
import { listPools } from '../src/features/orders/list-pools';
import type { SlackRequest } from '../src/slack/answers';
import { meantBy } from '../src/slack/button-values';
import type { SentView } from '../src/slack/sent-view';

/** Button value: an order (selects its customer), a customer, or empty. */
export const openList: Handler = async ({ value, channel }, context) =>
  show({ ...meantBy(value), channel, filter: {}, page: 0 }, context);

export const changeFilter: Handler = async (request, context) => showFiltered(request, 0, context);

export const turnPage: Handler = async (request, context) => showFiltered(request, Number(request.value), context);

/** Reloads the page in view. */
export const refresh: Handler = async (request, context) =>
  turnPage({ ...request, value: listSeatsForm.notes(request.view).page ?? '0' }, context);

export const customersToList: OptionsHandler = async ({ text }, { db, person }) => {
  const customers = await findCustomers(db, text, person, 'list');
  return customers.map(customerOption);
};

export const productsToFilter: OptionsHandler = async ({ text, view }, { db, person, t }) => {
  const products = await findProductsBought(db, { customer: view && customerOf(view) }, text, person);
  const options = products.map(({ name, code }) => ({ text: name, value: code, description: code }));
  return text ? options : [{ text: t('option.all_products'), value: ALL }, ...options];
};

export const coursesToFilter: OptionsHandler = async ({ text, view }, { db, person, now, t }) => {
  const courses = await findAssignableCourses(db, { customer: view && customerOf(view) }, text, person, now);
  const options = courses.map(({ name, shortname }) => ({ text: name, value: shortname, description: shortname }));
  return text ? options : [{ text: t('option.all_courses'), value: ALL }, ...options];
};

async function showFiltered({ view }: SlackRequest, page: number, context: Context) {
  if (!view) return undefined;
  const [entered, notes] = [listSeatsForm.read(view), listSeatsForm.notes(view)];
  const filter = {
    product: choice(entered.filter_product ?? notes.product),
    course: choice(entered.filter_course ?? notes.course),
  };
  return show({ customer: customerOf(view), filter, page }, context);
}

async function show(request: Parameters<typeof listPools>[1], { db, person, now, t, moodle }: Context) {
  const list = await listPools(db, request, person, now);
  const outage = moodle && (await moodleOutage(db));
  const about = { choosing: hasChoice(person), generates: person.sales, isAdmin: person.admin, outage };
  return { show: listView(list, about, t) };
}

function hasChoice(person: Person): boolean {
  return person.sales || person.customers.length > 1;
}

/** The form's choice, else the view's metadata. */
function customerOf(view: SentView): string | undefined {
  return listSeatsForm.read(view).customer ?? listSeatsForm.notes(view).customer;
}

function choice(value: string | undefined): string | undefined {
  return value === ALL ? undefined : value;
}
