import { type Refusal, refuseAny } from '../../core/errors';
import type { Identity } from '../../core/identity';
import type { Person } from '../../core/person';
import type { Now } from '../../core/time';
import { announce } from '../../database/changes';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { lookingAgain } from '../customers/customer-accounts.sql';
import type { Defaulted } from '../products/product';
import { productCreated, productUpdated } from '../products/product-changes';
import { secondsInOrder } from '../products/product-days';
import { findProduct, saveProduct } from '../products/products.sql';
import type { Catalogue, CatalogueChange, CatalogueProduct, ImportSettings } from './catalogue';
import { compare } from './catalogue-change';
import { catalogueImported } from './import-changes';
import { importCourses } from './import-courses';
import { importCustomers } from './import-customers';
import type { Verdict } from './sheet';

/**
 * Inserts and updates by key, all or nothing; leaves out everything that the catalogue does not name. `dryRun` reports
 * the changes without making them. Throws UserError when two customers would share a channel.
 */
export async function importCatalogue(
  db: Database,
  catalogue: Catalogue,
  by: Person,
  now: Now,
  options: { dryRun?: boolean } = {},
): Promise<CatalogueChange[]> {
  const settings = { now, apply: !options.dryRun };
  const work = async (tx: Database) => {
    const changes = await importCourses(tx, catalogue.courses, by, settings);
    for (const product of catalogue.products) changes.push(await importProduct(tx, product, by, settings));
    changes.push(...goodOnes(await importCustomers(tx, catalogue.customers, by, settings)));
    await announceImport(tx, changes, by, settings);
    return changes;
  };
  return lookingAgain(() => db.transaction(work));
}

/** Throws UserError with all problems; `index` is the customer's position, from 0. */
function goodOnes(verdicts: readonly Verdict[]): CatalogueChange[] {
  const refusals: Refusal[] = verdicts.flatMap((verdict, index) =>
    Array.isArray(verdict)
      ? verdict.map(({ details }) => ({ code: 'channel.taken', field: 'channel', details: { ...details, index } }))
      : [],
  );
  refuseAny(refusals);
  return verdicts.flatMap((verdict) => (Array.isArray(verdict) ? [] : [verdict]));
}

/** Announces the import once, for all its changes. */
export async function announceImport(
  tx: Database,
  changes: readonly CatalogueChange[],
  by: Identity,
  { now, apply }: ImportSettings,
): Promise<void> {
  const isChanged = changes.some(({ change }) => change !== 'unchanged');
  if (apply && isChanged) await announce(tx, { by, now }, catalogueImported({ subject: '' }));
}

async function importProduct(
  tx: Database,
  product: CatalogueProduct,
  by: Person,
  { now, apply }: ImportSettings,
): Promise<CatalogueChange> {
  const before = await findProduct(tx, product.code);
  const after = {
    ...product,
    description: product.description ?? before?.description,
    customerSupport: product.customerSupport ?? before?.customerSupport,
    ...secondsInOrder({
      startDate: product.startDate,
      startSecond: product.startDate === before?.startDate ? before?.startSecond : undefined,
      endDate: product.endDate,
      endSecond: product.endDate === before?.endDate ? before?.endSecond : undefined,
    }),
  };
  const change = compare('product', product.code, before && productTerms(before), productTerms(after));
  if (apply && change.change !== 'unchanged') {
    await saveProduct(tx, after);
    const saved = change.change === 'created' ? productCreated : productUpdated;
    await record(tx, by, now, saved({ subject: product.code, before, after }, { inBulk: true }));
  }
  return change;
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
