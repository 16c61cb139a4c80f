import { can } from '../src/core/permission';
import { type Context, feature, type Handler } from '../src/feature';
import { en, fr } from '../src/features/products/copy';
import { archiveProduct, restoreProduct } from '../src/features/products/keep-products';
import { listProducts, parametersOf, productCard } from '../src/features/products/list-products';
import { COPY_PARAMETERS, copyForm, PASTE_PARAMETERS } from '../src/features/products/parameters.view';
import {
  ARCHIVE_PRODUCT,
  CHECK_PRODUCT,
  EDIT_PRODUCT,
  productCardView,
  RESTORE_PRODUCT,
} from '../src/features/products/product-card.view';
import { PRODUCT_FORM } from '../src/features/products/product-form.view';
import {
  NEW_PRODUCT,
  OPEN_PRODUCT,
  OPEN_PRODUCTS,
  PRODUCTS,
  productsView,
} from '../src/features/products/products.view';
import type { Answer } from '../src/slack/answers';
import { inputValue, noteOf, notesOf, type SentView } from '../src/slack/form';
import { NEXT_PAGE, PREVIOUS_PAGE } from '../src/slack/paging';
import {
  coursesForSupport,
  coursesToSell,
  editProduct,
  newProduct,
  openPaste,
  reviewProduct,
  submitPaste,
  submitProduct,
} from './product-form';

/** Words after the command are searched for. */
const openProducts: Handler = async ({ text }, context) => show({ search: text, page: 0 }, context);

const search: Handler = async ({ view }, context) =>
  show({ search: (view && inputValue(view, 'search')) ?? '', page: 0 }, context);

const turnPage: Handler = async ({ view, value }, context) =>
  show({ search: (view && notesOf(view).search) ?? '', page: Number(value) }, context);

/** The page that was shown, as things are now. */
const refresh: Handler = async ({ view }, context) => {
  const { search = '', page = '0' } = view ? notesOf(view) : {};
  return show({ search, page: Number(page) }, context);
};

/** The value of this and of every other button is a product's code. */
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
  return { push: copyForm(product, parameters, context.t) };
};

/** Nothing is saved: the string was there to be copied. */
const copied: Handler = async () => undefined;

async function show(request: { search: string; page: number }, context: Context) {
  const { db, person, t } = context;
  return { show: productsView(await listProducts(db, request, person, context), can(person, 'products'), t) };
}

function belowOf(view: SentView | undefined): string | undefined {
  return view && notesOf(view).below;
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
    [PRODUCTS]: { search, [NEXT_PAGE]: turnPage, [PREVIOUS_PAGE]: turnPage },
    [PRODUCT_FORM]: { courses: reviewProduct, patterns: reviewProduct },
  },
  submissions: {
    [PRODUCTS]: search,
    [PRODUCT_FORM]: submitProduct,
    [PASTE_PARAMETERS]: submitPaste,
    [COPY_PARAMETERS]: copied,
  },
  refreshes: { [PRODUCTS]: refresh },
  options: { [PRODUCT_FORM]: { courses: coursesToSell, customer_support: coursesForSupport } },
});
