import { refuseAny, UserError } from '../../core/errors';
import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import type { Database } from '../../database/database';
import { matchesOf, openOnes } from '../courses/match-courses';
import { parseParameters, type ReadParameters } from './parameter-string';
import { problemPhrase } from './problems';
import type { Product } from './product';
import {
  EMPTY_FORM,
  filledWith,
  formOf,
  MAX_TEXT_LENGTH,
  type Opened,
  type ProductDraft,
  type ProductForm,
  restrictionOf,
} from './product-form';
import { countOrders } from './product-orders.sql';
import { findProduct } from './products.sql';

/** The form of an existing product, or an empty one. */
export async function openDraft(db: Database, code: string | undefined, by: Person): Promise<ProductDraft> {
  const { form, opened } = await startOf(db, code, by);
  return draft(db, form, opened);
}

/** The form, filled from a parameter string of the Moodle shop; or everything wrong with the string. */
export async function draftFromParameters(
  db: Database,
  input: { code: string | undefined; text: string },
  by: Person,
  { timezone }: { timezone: string },
): Promise<ProductDraft> {
  const { form, opened } = await startOf(db, input.code, by);
  return draft(db, filledWith(form, read(input.text, timezone), await openOnes(db)), opened);
}

/** The values entered so far, with the courses that match them now. */
export async function reviewDraft(
  db: Database,
  form: ProductForm,
  opened: Opened | undefined,
  by: Person,
): Promise<ProductDraft> {
  demand(by, 'products');
  return draft(db, form, opened);
}

/** Throws UserError when the person may not change products, or the code is unknown. */
export async function productToChange(db: Database, code: string, by: Person): Promise<Product> {
  demand(by, 'products');
  const product = await findProduct(db, code);
  if (!product) throw new UserError({ code: 'product.unknown' });
  return product;
}

async function startOf(db: Database, code: string | undefined, by: Person) {
  demand(by, 'products');
  if (!code) return { form: EMPTY_FORM, opened: undefined };
  const product = await productToChange(db, code, by);
  return { form: formOf(product, await openOnes(db)), opened: { code: product.code, revision: product.revision } };
}

function read(text: string, timezone: string): ReadParameters {
  const parsed = parseParameters(text, timezone);
  if ('value' in parsed) return parsed.value;
  refuseAny(
    parsed.problems.map((one) => ({
      code: 'parameters.invalid',
      field: 'parameters',
      details: { problem: problemPhrase(one) },
    })),
  );
  throw new UserError({ code: 'form.stale' });
}

async function draft(db: Database, form: ProductForm, opened: Opened | undefined): Promise<ProductDraft> {
  if ((form.patterns?.length ?? 0) > MAX_TEXT_LENGTH) throw new UserError({ code: 'courses.excess' });
  const known = opened && (await findProduct(db, opened.code));
  const orders = known ? await countOrders(db, known.id) : 0;
  return { form, opened, orders, matches: await matchesOf(db, restrictionOf(form)) };
}
