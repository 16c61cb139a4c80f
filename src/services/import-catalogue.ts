import type { Catalogue, CatalogueChange, CatalogueCustomer, CatalogueProduct } from '../domain/catalogue';
import type { Course } from '../domain/course';
import type { Person } from '../domain/person';
import type { Defaulted } from '../domain/product';
import { type Now, toInstant } from '../domain/time';
import { needsBoard } from '../storage/boards';
import { addCoordinator, coordinatorsOf } from '../storage/coordinators';
import { findCourse, saveCourse } from '../storage/courses';
import { findCustomer, getCustomer, saveCustomer } from '../storage/customers';
import type { Database } from '../storage/database';
import { record } from '../storage/ledger';
import { findProduct, saveProduct } from '../storage/products';
import { queueBoard } from './tell-customer';

/**
 * Inserts and updates by key, all or nothing; whatever the catalogue does not name stays as it is. `dryRun` changes
 * nothing and says what would change.
 */
export async function importCatalogue(
  db: Database,
  catalogue: Catalogue,
  by: Person,
  now: Now,
  options: { dryRun?: boolean } = {},
): Promise<CatalogueChange[]> {
  const apply = !options.dryRun;
  return db.transaction(async (tx) => {
    const changes: CatalogueChange[] = [];
    for (const course of catalogue.courses) changes.push(await importCourse(tx, course, by, now, apply));
    for (const product of catalogue.products) changes.push(await importProduct(tx, product, by, now, apply));
    for (const customer of catalogue.customers) changes.push(await importCustomer(tx, customer, by, now, apply));
    return changes;
  });
}

async function importCourse(
  tx: Database,
  course: Omit<Course, 'id'>,
  by: Person,
  now: Now,
  apply: boolean,
): Promise<CatalogueChange> {
  const known = await findCourse(tx, course.shortname);
  const before = known && { shortname: known.shortname, name: known.name, open: known.open };
  const change = compare('course', course.shortname, before, course);
  if (apply && change.change !== 'unchanged') {
    await saveCourse(tx, course, toInstant(now));
    const action = change.change === 'created' ? 'course.created' : 'course.updated';
    await record(tx, by, now, { action, subject: course.shortname, before, after: course });
  }
  return change;
}

async function importProduct(
  tx: Database,
  product: CatalogueProduct,
  by: Person,
  now: Now,
  apply: boolean,
): Promise<CatalogueChange> {
  const before = await findProduct(tx, product.code);
  const after = {
    ...product,
    description: product.description ?? before?.description,
    customerSupport: product.customerSupport ?? before?.customerSupport,
    startSecond: product.startDate === before?.startDate ? before?.startSecond : undefined,
    endSecond: product.endDate === before?.endDate ? before?.endSecond : undefined,
  };
  const change = compare('product', product.code, before && productTerms(before), productTerms(after));
  if (apply && change.change !== 'unchanged') {
    await saveProduct(tx, after);
    const action = change.change === 'created' ? 'product.created' : 'product.updated';
    await record(tx, by, now, { action, subject: product.code, before, after });
  }
  return change;
}

async function importCustomer(
  tx: Database,
  { leftOut = [], coordinators, ...given }: CatalogueCustomer,
  by: Person,
  now: Now,
  apply: boolean,
): Promise<CatalogueChange> {
  const before = await findCustomer(tx, given.code);
  const kept = before ? Object.fromEntries(leftOut.map((field) => [field, before[field]])) : {};
  const customer = { ...given, ...kept };
  const change = compare('customer', customer.code, before && customerTerms(before), customerTerms(customer));
  const known = before ? await coordinatorsOf(tx, before.id) : [];
  const added = coordinators.filter(
    (one) => !known.some((other) => other.teamId === one.teamId && other.userId === one.userId),
  );
  change.details.push(...added.map((one) => `coordinator ${one.teamId}/${one.userId} added`));
  if (change.change === 'unchanged' && added.length > 0) change.change = 'updated';
  if (!apply || change.change === 'unchanged') return change;
  const customerId = await saveCustomer(tx, customer);
  const action = change.change === 'created' ? 'customer.created' : 'customer.updated';
  await record(tx, by, now, {
    action,
    subject: customer.code,
    customerId,
    before,
    after: { ...customer, coordinators },
  });
  if (before && before.channel !== customer.channel) await moveBoard(tx, customerId, now);
  for (const coordinator of added) {
    await addCoordinator(tx, customerId, coordinator);
    await record(tx, by, now, { action: 'coordinator.added', subject: customer.code, customerId, after: coordinator });
  }
  return change;
}

/** Out of the channel that the customer had, and into the new one. */
async function moveBoard(tx: Database, customerId: number, now: Now): Promise<void> {
  if (await needsBoard(tx, customerId)) await queueBoard(tx, await getCustomer(tx, customerId), toInstant(now));
}

const DEFAULT_NAMES: Record<Defaulted, string> = {
  packSize: 'pack_size',
  role: 'role',
  supervisorRole: 'supervisor_role',
};

function productTerms(product: CatalogueProduct): Record<string, unknown> {
  return {
    code: product.code,
    name: product.name,
    description: product.description,
    pack_size: product.packSize,
    courses: [...product.courses].sort().join(', ') || 'every open course',
    role: product.role,
    supervisor_role: product.supervisorRole,
    duration_days: product.durationDays,
    start_date: product.startDate,
    end_date: product.endDate,
    assign_within_days: product.assignWithinDays,
    customer_support: product.customerSupport,
    left_to_default: product.leftOut.map((term) => DEFAULT_NAMES[term]).join(', ') || undefined,
  };
}

function customerTerms(customer: Omit<CatalogueCustomer, 'coordinators' | 'leftOut'>): Record<string, unknown> {
  const { code, name, channel, timezone, locale } = customer;
  return { code, name, channel, timezone, locale };
}

function compare(
  kind: CatalogueChange['kind'],
  key: string,
  before: Record<string, unknown> | undefined,
  after: Record<string, unknown>,
): CatalogueChange {
  if (!before) return { kind, key, change: 'created', details: [] };
  const fields = Object.keys(after).filter((field) => before[field] !== after[field]);
  const details = fields.map((field) => `${field}: ${before[field] ?? 'none'} → ${after[field] ?? 'none'}`);
  return { kind, key, change: details.length > 0 ? 'updated' : 'unchanged', details };
}
