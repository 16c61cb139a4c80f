import { ChangedMeanwhile, UserError } from '../../core/errors';
import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import { toInstant } from '../../core/time';
import { versionOf } from '../../core/version';
import type { Database } from '../../database/database';
import { idempotent } from '../../database/idempotent';
import { record } from '../../database/ledger';
import type { When } from './check-products';
import { productToChange } from './draft-product';
import { productCard } from './list-products';
import { planProduct } from './plan-product';
import type { Product, ProductTerms } from './product';
import { productArchived, productCreated, productRestored, productUpdated } from './product-changes';
import { nameMeant, type Opened, type ProductForm } from './product-form';
import type { ProductCard } from './product-list';
import { insertProduct, markArchived, updateProduct } from './products.sql';

/**
 * Creates the product, or changes the one that the form shows. Throws UserError when it was changed since the form was
 * opened.
 */
export async function createOrEditProduct(
  db: Database,
  form: ProductForm,
  opened: Opened | undefined,
  by: Person,
  when: When,
  submission?: string,
): Promise<ProductCard> {
  demand(by, 'products');
  return idempotent(db, submission, by, when.now, {
    run: (tx) => (opened ? change(tx, form, opened, by, when) : create(tx, form, by, when)),
    load: (tx, code) => productCard(tx, code, by, when),
  });
}

/** Takes the product off sale; seats already sold do not change. */
export function archiveProduct(db: Database, code: string, by: Person, when: When): Promise<ProductCard> {
  return setArchived(db, code, true, by, when);
}

export function restoreProduct(db: Database, code: string, by: Person, when: When): Promise<ProductCard> {
  return setArchived(db, code, false, by, when);
}

async function create(tx: Database, form: ProductForm, by: Person, { now, ...settings }: When): Promise<string> {
  const after = planProduct(form, settings);
  if (!(await insertProduct(tx, after))) throw new UserError({ code: 'code.taken', field: 'code' });
  await record(tx, by, now, productCreated({ subject: after.code, after }, { inBulk: false }));
  return after.code;
}

async function change(
  tx: Database,
  form: ProductForm,
  opened: Opened,
  by: Person,
  { now, ...settings }: When,
): Promise<string> {
  const known = await productToChange(tx, opened.code, by);
  const [before, after] = [
    termsOf(known),
    planProduct({ ...form, code: known.code, name: nameMeant(form, known) }, settings),
  ];
  if (versionOf(before) === versionOf(after)) return known.code;
  if (!(await updateProduct(tx, after, opened.revision))) throw new ChangedMeanwhile({ code: 'product.changed' });
  await record(tx, by, now, productUpdated({ subject: known.code, before, after }, { inBulk: false }));
  return known.code;
}

async function setArchived(db: Database, code: string, archived: boolean, by: Person, when: When) {
  return db.transaction(async (tx) => {
    const { id, code: subject } = await productToChange(tx, code, by);
    const at = toInstant(when.now);
    if (await markArchived(tx, id, archived ? at : undefined)) {
      const change = archived ? productArchived : productRestored;
      const details = { subject, before: { archived: !archived }, after: { archived } };
      await record(tx, by, when.now, change(details, { inBulk: false }));
    }
    return productCard(tx, code, by, when);
  });
}

function termsOf({ id, archived, revision, ...terms }: Product): ProductTerms {
  return terms;
}
