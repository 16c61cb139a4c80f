import { can } from '../src/core/permission';
import { type Context, feature, type Handler } from '../src/feature';
import { en, fr } from '../src/features/products/copy';
import { listProducts, parametersOf, productCard } from '../src/features/products/list-products';
import { archiveProduct, restoreProduct } from '../src/features/products/manage-products';
import {
  COPY_PARAMETERS,
  copyView,
  PASTE_PARAMETERS,
  pasteParametersForm,
} from '../src/features/products/parameters.view';
import {
  ARCHIVE_PRODUCT,
  CHECK_PRODUCT,
  EDIT_PRODUCT,
  productCardView,
  RESTORE_PRODUCT,
} from '../src/features/products/product-card.view';
import {
  productArchived,
  productCreated,
  productRestored,
  productUpdated,
} from '../src/features/products/product-changes';
import { productForm } from '../src/features/products/product-form.view';
import {
  NEW_PRODUCT,
  OPEN_PRODUCT,
  OPEN_PRODUCTS,
  productsForm,
  productsView,
} from '../src/features/products/products.view';
import type { Answer } from '../src/slack/answers';
import { NEXT_PAGE, PREVIOUS_PAGE } from '../src/slack/paging';
import { belowOf, noteOf } from '../src/slack/sent-view';
import {
  coursesForSupport,
  coursesToSell,
  editProduct,
  newProduct,
  openPaste,
  refreshProduct,
  reviewProduct,
  submitPaste,
  submitProduct,
} from './product-form';

/** Text after the command is the search. */
const openProducts: Handler = async ({ text }, context) => show({ search: text, page: 0 }, context);

const search: Handler = async ({ view }, context) =>
  show({ search: (view && productsForm.read(view).search) ?? '', page: 0 }, context);

const turnPage: Handler = async ({ view, value }, context) =>
  show({ search: productsForm.notes(view).search ?? '', page: Number(value) }, context);

/** Reloads the page in view. */
const refresh: Handler = async ({ view }, context) => {
  const { search = '', page = '0' } = productsForm.notes(view);
  return show({ search, page: Number(page) }, context);
};

/** Button value: a product's code, here and for all buttons below. */
const openProduct: Handler = async ({ value, view }, context) => {
  const { db, person, t } = context;
  const card = await productCard(db, value, person, context);
  return { push: productCardView(card, can(person, 'products'), view && noteOf(view), t) };
};

const checkAgain: Handler = async ({ value, view }, context) => {
  const { db, person, t } = context;
  const card = await productCard(db, value, person, context);
  return { show: productCardView(card, can(person, 'products'), belowOf(view), t) };
};

const archive: Handler = async ({ value, view }, context): Promise<Answer> => {
  const { db, person, t } = context;
  const card = await archiveProduct(db, value, person, context);
  return { show: productCardView(card, true, belowOf(view), t) };
};

const restore: Handler = async ({ value, view }, context): Promise<Answer> => {
  const { db, person, t } = context;
  const card = await restoreProduct(db, value, person, context);
  return { show: productCardView(card, true, belowOf(view), t) };
};

const copy: Handler = async ({ value }, context) => {
  const { product, parameters } = await parametersOf(context.db, value, context.person, context);
  return { push: copyView(product, parameters, context.t) };
};

/** Saves nothing: the view only offers text to copy. */
const copied: Handler = async () => undefined;

async function show(request: { search: string; page: number }, context: Context) {
  const { db, person, t } = context;
  return { show: productsView(await listProducts(db, request, person, context), can(person, 'products'), t) };
}

export const products = feature({
  name: 'products',
  copy: { en, fr },
  commands: {
    products: {
      run: openProducts,
      help: {
        position: 80,
        lines: ({ sales, admin }) => (sales ? [admin ? 'help.products' : 'help.products_seen'] : []),
      },
    },
  },
  actions: {
    [OPEN_PRODUCTS]: openProducts,
    [OPEN_PRODUCT]: openProduct,
    [CHECK_PRODUCT]: checkAgain,
    [ARCHIVE_PRODUCT]: archive,
    [RESTORE_PRODUCT]: restore,
    [COPY_PARAMETERS]: copy,
    [NEW_PRODUCT]: newProduct,
    [EDIT_PRODUCT]: editProduct,
    [PASTE_PARAMETERS]: openPaste,
  },
  inputs: {
    [productsForm.id]: { search, [NEXT_PAGE]: turnPage, [PREVIOUS_PAGE]: turnPage },
    [productForm.id]: { courses: reviewProduct, patterns: reviewProduct },
  },
  submissions: {
    [productsForm.id]: search,
    [productForm.id]: submitProduct,
    [pasteParametersForm.id]: submitPaste,
    [COPY_PARAMETERS]: copied,
  },
  refreshes: { [productsForm.id]: refresh, [productForm.id]: refreshProduct },
  options: { [productForm.id]: { courses: coursesToSell, customer_support: coursesForSupport } },
  changes: [productCreated, productUpdated, productArchived, productRestored],
});
