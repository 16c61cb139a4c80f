import { ChangedMeanwhile, type Refusal, refuseAny, UserError } from '../../core/errors';
import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import { orderReference } from '../../core/reference';
import { oneLine } from '../../core/text';
import { type Day, type Now, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { idempotent } from '../../database/idempotent';
import { record } from '../../database/ledger';
import type { MoodleRoles } from '../../moodle/moodle-role';
import { findCustomer } from '../customers/customers.sql';
import { demandCustomers } from '../customers/in-use';
import { missingSetupSteps } from '../customers/setup-checklist.sql';
import { firstErrorOf } from '../products/check-products';
import { isOutdated } from '../products/product';
import { soldIn } from '../products/product-days';
import { findProduct } from '../products/products.sql';
import { type Order, planOrder } from './order';
import { orderGenerated } from './order-changes';
import { getOrder, insertOrder } from './orders.sql';
import { insertSeats } from './seats.sql';

export interface GenerateForm {
  customer: string | undefined;
  product: string | undefined;
  quantity: number;
  externalReference: string | undefined;
  assignBy: Day | undefined;
  /** The request for seats that this answers. */
  request?: string | undefined;
  /** The terms that the form showed, by `termsShown`. */
  shown?: string | undefined;
}

interface GenerateSettings {
  now: Now;
  roles: MoodleRoles;
  /** Moodle is connected. */
  enrols?: boolean;
}

/** Throws UserError when no customer or no product exists yet. */
export async function demandSomethingToSell(db: Database): Promise<void> {
  await demandCustomers(db);
  if ((await missingSetupSteps(db)).includes('products')) throw new UserError({ code: 'product.none' });
}

/**
 * Generates the order, its seats and its ledger row, and queues the channel message: all or nothing. Idempotent per
 * submission. Throws ChangedMeanwhile when the product has other terms than the form showed.
 */
export async function generateSeats(
  db: Database,
  form: GenerateForm,
  by: Person,
  settings: GenerateSettings,
  submission?: string,
): Promise<Order> {
  demand(by, 'generate');
  return idempotent(db, submission, by, settings.now, {
    run: (tx) => generate(tx, form, by, settings),
    load: getOrder,
  });
}

async function generate(
  tx: Database,
  form: GenerateForm,
  by: Person,
  { now, roles, enrols = false }: GenerateSettings,
): Promise<string> {
  const input = await readForm(tx, form);
  const error = await firstErrorOf(tx, input.product, { day: today(now, input.customer.timezone), roles });
  const { seats, assignBy } = planOrder({ ...input, error }, now);
  const { customer, product, quantity, externalReference } = input;
  const { packSize, courses, role, supervisorRole, durationDays, startDate, endDate } = product;
  const terms = { courses, role, supervisorRole, durationDays, startDate, endDate };
  const at = toInstant(now);
  const sale = { quantity, packSize, externalReference, assignBy, terms };
  const id = await insertOrder(tx, { customer, product, ...sale, generatedAt: at, generatedBy: by });
  await insertSeats(tx, id, seats);
  const subject = orderReference(id);
  const after = { customer: customer.code, product: product.code, seats, ...sale };
  const facts = { id, assignBy, customer, product, request: form.request, enrols };
  await record(tx, by, now, orderGenerated({ subject, customerId: customer.id, after }, facts));
  return subject;
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
  if (isOutdated(form.shown, product)) throw new ChangedMeanwhile({ code: 'product.terms_changed' });
  const externalReference = oneLine(form.externalReference ?? '') || undefined;
  const sold = soldIn(customer.timezone, product);
  return { customer, product: sold, quantity: form.quantity, externalReference, assignBy: form.assignBy };
}
