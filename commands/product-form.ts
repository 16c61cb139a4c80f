import type { Context, Handler, OptionsHandler } from '../src/context';
import { demand } from '../src/core/permission';
import { findOpenCourses } from '../src/features/courses/find-open-courses';
import { draftFromParameters, openDraft, productToChange, reviewDraft } from '../src/features/products/draft-product';
import { keepProduct } from '../src/features/products/keep-products';
import { pasteForm } from '../src/features/products/parameters.view';
import { productCardView } from '../src/features/products/product-card.view';
import type { Opened, ProductForm } from '../src/features/products/product-form';
import { productForm } from '../src/features/products/product-form.view';
import { inputValue, inputValues, noteOf, notesOf, type SentView } from '../src/slack/form';
import { NO_COURSE } from '../src/slack/ids';

export const newProduct: Handler = async ({ view }, { db, person, t }) => ({
  push: productForm(await openDraft(db, undefined, person), view && noteOf(view), t),
});

/** In place of the card, so that the way back leads to the list. */
export const editProduct: Handler = async ({ value, view }, { db, person, t }) => ({
  show: productForm(await openDraft(db, value, person), view && notesOf(view).below, t),
});

/** Shows which courses match what is chosen and typed so far. */
export const reviewProduct: Handler = async ({ view }, { db, person, t }) => {
  if (!view) return undefined;
  const draft = await reviewDraft(db, formIn(view), openedIn(view), person);
  return { show: productForm(draft, notesOf(view).below, t) };
};

export const submitProduct: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  const card = await keepProduct(context.db, formIn(view), openedIn(view), context.person, context, submission);
  return { show: productCardView(card, true, notesOf(view).below, context.t) };
};

/** From the list it fills the form of a new product, from a card that of the product. */
export const openPaste: Handler = async ({ value, view }, { db, person, t }) => {
  demand(person, 'products');
  if (!value) return { push: pasteForm(undefined, view && noteOf(view), t) };
  const product = await productToChange(db, value, person);
  return { show: pasteForm(product, view && notesOf(view).below, t) };
};

export const submitPaste: Handler = async ({ view }, context) => {
  if (!view) return undefined;
  const { product: code, below } = notesOf(view);
  const wish = { code, text: inputValue(view, 'parameters') ?? '' };
  return { show: productForm(await draftFromParameters(context.db, wish, context.person, context), below, context.t) };
};

export const coursesToSell: OptionsHandler = async ({ text }, context) => coursesFound(text, context);

export const coursesForSupport: OptionsHandler = async ({ text }, context) => {
  const found = await coursesFound(text, context);
  return text ? found : [{ text: context.t('option.no_course'), value: NO_COURSE }, ...found];
};

async function coursesFound(typed: string, { db, person }: Context) {
  const courses = await findOpenCourses(db, typed, person);
  return courses.map(({ shortname, name }) => ({ text: shortname, value: shortname, description: name }));
}

function formIn(view: SentView): ProductForm {
  const value = (name: string) => inputValue(view, name);
  const { start_second: startSecond, end_second: endSecond } = notesOf(view);
  const support = value('customer_support');
  return {
    code: value('code'),
    name: value('name'),
    description: value('description'),
    packSize: value('pack_size'),
    picked: inputValues(view, 'courses'),
    patterns: value('patterns'),
    role: value('role'),
    supervisorRole: value('supervisor_role'),
    durationDays: value('duration_days'),
    startDate: value('start_date'),
    endDate: value('end_date'),
    assignWithinDays: value('assign_within_days'),
    customerSupport: support === NO_COURSE ? undefined : support,
    startSecond: wholeNumber(startSecond),
    endSecond: wholeNumber(endSecond),
  };
}

function openedIn(view: SentView): Opened | undefined {
  const { product, revision } = notesOf(view);
  return product === undefined ? undefined : { code: product, revision: wholeNumber(revision) ?? 0 };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}
