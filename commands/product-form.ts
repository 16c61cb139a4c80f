import { demand } from '../src/core/permission';
import type { Context, Handler, OptionsHandler } from '../src/feature';
import { findOpenCourses } from '../src/features/courses/find-open-courses';
import { draftFromParameters, openDraft, productToChange, reviewDraft } from '../src/features/products/draft-product';
import { createOrEditProduct } from '../src/features/products/manage-products';
import { pasteParametersForm, pasteView } from '../src/features/products/parameters.view';
import { productCardView } from '../src/features/products/product-card.view';
import type { Opened, ProductForm } from '../src/features/products/product-form';
import { NO_COURSE, productForm, productFormView } from '../src/features/products/product-form.view';
import { belowOf, noteOf, type SentView } from '../src/slack/sent-view';

export const newProduct: Handler = async ({ view }, { db, person, t }) => ({
  push: productFormView(await openDraft(db, undefined, person), view && noteOf(view), t),
});

/** Replaces the card, so that closing returns to the list. */
export const editProduct: Handler = async ({ value, view }, { db, person, t }) => ({
  show: productFormView(await openDraft(db, value, person), belowOf(view), t),
});

/** Shows the courses that match the current input. */
export const reviewProduct: Handler = async ({ view }, { db, person, t }) => {
  if (!view) return undefined;
  const draft = await reviewDraft(db, formIn(view), openedIn(view), person);
  return { show: productFormView(draft, belowOf(view), t) };
};

/** Redraws the form with the current values after someone else has changed the product. */
export const refreshProduct: Handler = async ({ view }, { db, person, t }) =>
  view && { show: productFormView(await openDraft(db, openedIn(view)?.code, person), belowOf(view), t) };

export const submitProduct: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  const card = await createOrEditProduct(context.db, formIn(view), openedIn(view), context.person, context, submission);
  return { show: productCardView(card, true, belowOf(view), context.t) };
};

/** From the list, prefills a new product; from a card, prefills that product. */
export const openPaste: Handler = async ({ value, view }, { db, person, t }) => {
  demand(person, 'products');
  if (!value) return { push: pasteView(undefined, view && noteOf(view), t) };
  const product = await productToChange(db, value, person);
  return { show: pasteView(product, belowOf(view), t) };
};

export const submitPaste: Handler = async ({ view }, context) => {
  if (!view) return undefined;
  const { product: code, below } = pasteParametersForm.notes(view);
  const input = { code, text: pasteParametersForm.read(view).parameters ?? '' };
  return {
    show: productFormView(await draftFromParameters(context.db, input, context.person, context), below, context.t),
  };
};

export const coursesToSell: OptionsHandler = async ({ text }, context) => coursesFound(text, context);

export const coursesForSupport: OptionsHandler = async ({ text }, context) => {
  const found = await coursesFound(text, context);
  return text ? found : [{ text: context.t('option.no_course'), value: NO_COURSE }, ...found];
};

async function coursesFound(search: string, { db, person }: Context) {
  const courses = await findOpenCourses(db, search, person);
  return courses.map(({ shortname, name }) => ({ text: shortname, value: shortname, description: name }));
}

function formIn(view: SentView): ProductForm {
  const { start_second: startSecond, end_second: endSecond } = productForm.notes(view);
  const {
    code,
    name,
    description,
    patterns,
    role,
    courses,
    customer_support: support,
    ...entered
  } = productForm.read(view);
  return {
    code,
    name,
    description,
    packSize: entered.pack_size,
    picked: courses,
    patterns,
    role,
    supervisorRole: entered.supervisor_role,
    durationDays: entered.duration_days,
    startDate: entered.start_date,
    endDate: entered.end_date,
    assignWithinDays: entered.assign_within_days,
    customerSupport: support === NO_COURSE ? undefined : support,
    startSecond: wholeNumber(startSecond),
    endSecond: wholeNumber(endSecond),
  };
}

function openedIn(view: SentView): Opened | undefined {
  const { product, revision } = productForm.notes(view);
  return product === undefined ? undefined : { code: product, revision: wholeNumber(revision) ?? 0 };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}
