import { type Limits, MAX_QUOTA, type ProductName } from '../../core/coordinator';
import type { Refusal } from '../../core/errors';
import type { Identity } from '../../core/identity';
import { versionOf } from '../../core/version';
import type { Database } from '../../database/database';
import { findProductNames } from '../products/product-names.sql';
import { findProduct } from '../products/products.sql';
import type { Invitation } from './invitation';

export interface LimitsForm {
  /** Product codes; empty means all products. */
  products: readonly string[];
  /** Undefined when left empty. */
  quota: number | undefined;
}

/** Returns the parsed limits and every refusal. An archived product is valid only if listed in `kept`. */
export async function planLimits(
  db: Database,
  { products: codes, quota }: LimitsForm,
  existing: readonly number[] = [],
): Promise<{ limits: Limits; refusals: Refusal[] }> {
  const refusals: Refusal[] = [];
  const products = new Set<number>();
  for (const code of codes) {
    const product = await findProduct(db, code);
    if (product && (!product.archived || existing.includes(product.id))) products.add(product.id);
    else refusals.push({ code: 'product.unknown', field: 'products' });
  }
  if (quota !== undefined && (!Number.isInteger(quota) || quota < 1 || quota > MAX_QUOTA)) {
    refusals.push({ code: 'quota.range', field: 'quota', details: { most: MAX_QUOTA } });
  }
  return { limits: { products: [...products].sort((one, other) => one - other), quota }, refusals };
}

/** Version of what the form of a coordinator's limits shows. */
export function limitsVersion({ products, quota }: Limits): string {
  return versionOf({ products, quota });
}

/** The values stored in the history. */
export function coordinatorTerms(
  { teamId, userId }: Invitation['to'],
  products: readonly ProductName[],
  quota: number | undefined,
) {
  return { teamId: teamId ?? null, userId, products: products.map(({ code }) => code), quota: quota ?? null };
}

export async function termsOf(db: Database, person: Identity, { products, quota }: Limits) {
  return coordinatorTerms(person, await findProductNames(db, products), quota);
}
