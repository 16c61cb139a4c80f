import { thresholdsPassed } from '../domain/alert';
import type { Customer } from '../domain/customer';
import { type Refusal, refuseAny, UserError } from '../domain/errors';
import type { MoodleRoles } from '../domain/moodle-role';
import { type Order, planOrder } from '../domain/order';
import { demand } from '../domain/permission';
import type { Person } from '../domain/person';
import type { Product } from '../domain/product';
import { soldIn } from '../domain/product-days';
import { orderReference } from '../domain/reference';
import { oneLine } from '../domain/text';
import { type Day, type Instant, type Now, today, toInstant } from '../domain/time';
import { coordinatorsOf } from '../storage/coordinators';
import { findCourseNamed } from '../storage/courses';
import { findCustomer } from '../storage/customers';
import type { Database } from '../storage/database';
import { missingEssentials } from '../storage/essentials';
import { markThresholdsPassed } from '../storage/expiry';
import { record } from '../storage/ledger';
import { getOrder, insertOrder } from '../storage/orders';
import { enqueue } from '../storage/outbox';
import { findProduct } from '../storage/products';
import { insertSeats } from '../storage/seats';
import { demandCustomers } from './access';
import { fulfilRequest } from './answer-request';
import { askForStaff } from './ask-to-enrol';
import { firstErrorOf } from './check-products';
import { queueHomes } from './follow-homes';
import { once } from './once';
import { queueBoard } from './tell-customer';

export interface GenerateForm {
  customer: string | undefined;
  product: string | undefined;
  quantity: number;
  externalReference: string | undefined;
  assignBy: Day | undefined;
  /** The request for seats that this answers. */
  request?: string | undefined;
}

export interface GenerateSettings {
  now: Now;
  roles: MoodleRoles;
  /** Moodle is connected. */
  enrols?: boolean;
}

/** In the course that supports them coordinators are learners like others. */
const SUPPORTED_AS = 'student';

/** Refuses where there is no customer yet, or no product. */
export async function demandSomethingToSell(db: Database): Promise<void> {
  await demandCustomers(db);
  if ((await missingEssentials(db)).includes('products')) throw new UserError({ code: 'product.none' });
}

/** All of the order's seats or none, with its ledger row and the message to the customer's channel. */
export async function generateSeats(
  db: Database,
  form: GenerateForm,
  by: Person,
  settings: GenerateSettings,
  submission?: string,
): Promise<Order> {
  demand(by, 'generate');
  return once(db, submission, by, settings.now, { run: (tx) => generate(tx, form, by, settings), load: getOrder });
}

async function generate(
  tx: Database,
  form: GenerateForm,
  by: Person,
  { now, roles, enrols = false }: GenerateSettings,
): Promise<string> {
  const wish = await readForm(tx, form);
  const error = await firstErrorOf(tx, wish.product, { day: today(now, wish.customer.timezone), roles });
  const { seats, assignBy } = planOrder({ ...wish, error }, now);
  const { customer, product, quantity, externalReference } = wish;
  const { packSize, courses, role, supervisorRole, durationDays, startDate, endDate } = product;
  const terms = { courses, role, supervisorRole, durationDays, startDate, endDate };
  const at = toInstant(now);
  const sale = { quantity, packSize, externalReference, assignBy, terms };
  const id = await insertOrder(tx, { customer, product, ...sale, generatedAt: at, generatedBy: by });
  await insertSeats(tx, id, seats);
  const subject = orderReference(id);
  const after = { customer: customer.code, product: product.code, seats, ...sale };
  await record(tx, by, now, { action: 'order.generated', subject, customerId: customer.id, after });
  if (assignBy) await markThresholdsPassed(tx, id, thresholdsPassed(assignBy, today(now, customer.timezone)));
  const { channel } = customer;
  await enqueue(tx, { kind: 'order.announce', subject, channel, dedupeKey: `order.announce:${subject}` }, at);
  await queueBoard(tx, customer, at);
  if (enrols) await welcomeInSupport(tx, customer, product, at);
  // After courses, as everywhere: of two who do both, neither waits for the other.
  await queueHomes(tx, customer.id, at);
  if (form.request) await fulfilRequest(tx, form.request, await getOrder(tx, subject), by, now);
  return subject;
}

/** In the course that supports the product's customers; one that is not known is no reason not to sell. */
async function welcomeInSupport(tx: Database, customer: Customer, { customerSupport }: Product, at: Instant) {
  const course = customerSupport === undefined ? undefined : await findCourseNamed(tx, customerSupport);
  if (!course) return;
  await askForStaff(tx, course.id, await coordinatorsOf(tx, customer.id), SUPPORTED_AS, at);
}

async function readForm(tx: Database, form: GenerateForm) {
  const customer = form.customer ? await findCustomer(tx, form.customer) : undefined;
  const product = form.product ? await findProduct(tx, form.product) : undefined;
  const refusals: Refusal[] = [];
  if (!customer) refusals.push({ code: 'customer.unknown', field: 'customer' });
  if (customer?.archived) {
    refusals.push({ code: 'customer.archived', field: 'customer', details: { customer: customer.name } });
  }
  if (!product) refusals.push({ code: 'product.unknown', field: 'product' });
  refuseAny(refusals);
  if (!customer || !product) throw new UserError({ code: 'form.stale' });
  const externalReference = oneLine(form.externalReference ?? '') || undefined;
  const sold = soldIn(customer.timezone, product);
  return { customer, product: sold, quantity: form.quantity, externalReference, assignBy: form.assignBy };
}
