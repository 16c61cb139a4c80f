import { can } from '../src/core/permission';
import type { Context, Handler } from '../src/feature';
import { archiveProduct, restoreProduct } from '../src/features/products/keep-products';
import { listProducts, parametersOf, productCard } from '../src/features/products/list-products';
import { copyForm } from '../src/features/products/parameters.view';
import { productCardView } from '../src/features/products/product-card.view';
import { productsView } from '../src/features/products/products.view';
import type { Answer } from '../src/slack/answers';
import { inputValue, noteOf, notesOf, type SentView } from '../src/slack/form';

/** Words after the command are searched for. */
export const openProducts: Handler = async ({ text }, context) => show({ search: text, page: 0 }, context);

export const search: Handler = async ({ view }, context) =>
  show({ search: (view && inputValue(view, 'search')) ?? '', page: 0 }, context);

export const turnPage: Handler = async ({ view, value }, context) =>
  show({ search: (view && notesOf(view).search) ?? '', page: Number(value) }, context);

/** The page that was shown, as things are now. */
export const refresh: Handler = async ({ view }, context) => {
  const { search = '', page = '0' } = view ? notesOf(view) : {};
  return show({ search, page: Number(page) }, context);
};

/** The value of this and of every other button is a product's code. */
export const openProduct: Handler = async ({ value, view }, context) => {
  const { db, person, t } = context;
  const card = await productCard(db, value, person, context);
  return { push: productCardView(card, can(person, 'products'), view && noteOf(view), t) };
};

export const checkAgain: Handler = async ({ value, view }, context) => {
  const { db, person, t } = context;
  const card = await productCard(db, value, person, context);
  return { show: productCardView(card, can(person, 'products'), belowOf(view), t) };
};

export const archive: Handler = async ({ value, view }, context): Promise<Answer> => {
  const { db, person, t } = context;
  const card = await archiveProduct(db, value, person, context);
  return { show: productCardView(card, true, belowOf(view), t) };
};

export const restore: Handler = async ({ value, view }, context): Promise<Answer> => {
  const { db, person, t } = context;
  const card = await restoreProduct(db, value, person, context);
  return { show: productCardView(card, true, belowOf(view), t) };
};

export const copy: Handler = async ({ value }, context) => {
  const { product, parameters } = await parametersOf(context.db, value, context.person, context);
  return { push: copyForm(product, parameters, context.t) };
};

/** Nothing is saved: the string was there to be copied. */
export const copied: Handler = async () => undefined;

async function show(request: { search: string; page: number }, context: Context) {
  const { db, person, t } = context;
  return { show: productsView(await listProducts(db, request, person, context), can(person, 'products'), t) };
}

function belowOf(view: SentView | undefined): string | undefined {
  return view && notesOf(view).below;
}
