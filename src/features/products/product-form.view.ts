import type { KnownBlock, ModalView } from '@slack/types';
import { isDay } from '../../core/time';
import type { Translate } from '../../core/words';
import { context } from '../../slack/blocks';
import { date, digits, multiSearch, search, text } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';
import { matchesInWords } from '../courses/courses.view';
import { MAX_DURATION, MAX_PACK, MAX_ROLE_LENGTH } from './parameter-value';
import { MAX_DESCRIPTION_LENGTH } from './plan-product';
import { DEFAULTS, NO_SUPERVISOR } from './product';
import { MAX_TEXT_LENGTH, type ProductDraft, type ProductForm } from './product-form';

/** Stands for no course; no short name can be this. */
export const NO_COURSE = '\\';

export const productForm = form(
  'product_form',
  {
    code: text({ most: 64 }),
    name: text({ most: MAX_TEXT_LENGTH }),
    description: text({ optional: true, multiline: true, most: MAX_DESCRIPTION_LENGTH }),
    pack_size: digits({ optional: true, most: MAX_PACK }),
    courses: multiSearch({ optional: true, dispatch: true }),
    patterns: text({ optional: true, dispatch: true, multiline: true, live: true, most: MAX_TEXT_LENGTH }),
    role: text({ optional: true, most: MAX_ROLE_LENGTH }),
    supervisor_role: text({ optional: true, most: MAX_ROLE_LENGTH }),
    duration_days: digits({ optional: true, most: MAX_DURATION }),
    start_date: date({ optional: true }),
    end_date: date({ optional: true }),
    assign_within_days: digits({ optional: true, most: MAX_DURATION }),
    customer_support: search({ optional: true }),
  },
  ['product', 'revision', 'start_second', 'end_second', 'below'],
);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof productForm> {}
}

const { draw } = productForm;

/** All fields of a product; `below` is the note of the modal underneath. */
export function productFormView(draft: ProductDraft, below: string | undefined, t: Translate): ModalView {
  const { form: input, opened, orders } = draft;
  const notes = {
    ...(opened && { product: opened.code, revision: String(opened.revision) }),
    ...(input.startSecond !== undefined && { start_second: String(input.startSecond) }),
    ...(input.endSecond !== undefined && { end_second: String(input.endSecond) }),
  };
  return productForm.modal(
    {
      title: opened ? t('title.edit_product') : t('title.new_product'),
      submit: t('action.save'),
      close: t('action.back'),
      notes: { ...notes, below },
    },
    [
      opened && context(t('card.code', { code: opened.code })),
      orders > 0 ? context(t('product.keeping_orders', { count: orders })) : undefined,
      opened ? undefined : draw.code({ label: t('field.code'), hint: t('field.code.hint'), initial: input.code }),
      ...namesInputs(input, t),
      ...coursesInputs(draft, t),
      ...rolesInputs(input, t),
      ...timeInputs(input, t),
      supportInput(input, t),
    ],
  );
}

function namesInputs({ name, description, packSize }: ProductForm, t: Translate): KnownBlock[] {
  return [
    draw.name({ label: t('field.name'), initial: name }),
    draw.description({
      label: t('field.description'),
      hint: t('field.description.hint'),
      initial: description,
    }),
    draw.pack_size({
      label: t('field.pack_size'),
      hint: t('field.pack_size.hint', { seats: DEFAULTS.packSize }),
      initial: numberOf(packSize),
    }),
  ];
}

function coursesInputs({ form: { picked, patterns }, matches }: ProductDraft, t: Translate): KnownBlock[] {
  return [
    draw.courses({
      label: t('field.courses'),
      hint: t('field.courses.hint'),
      placeholder: t('placeholder.search'),
      chosen: picked.map((shortname) => ({ text: shortname, value: shortname })),
    }),
    draw.patterns({ label: t('field.patterns'), hint: t('field.patterns.hint'), initial: patterns }),
    context(matchesInWords(matches, t)),
  ];
}

function rolesInputs({ role, supervisorRole }: ProductForm, t: Translate): KnownBlock[] {
  const hint = (name: string) => t('field.role.hint', { role: name });
  return [
    draw.role({ label: t('field.role'), hint: hint(DEFAULTS.role), initial: role }),
    draw.supervisor_role({
      label: t('field.supervisor_role'),
      hint: t('field.supervisor_role.hint', { role: DEFAULTS.supervisorRole, none: NO_SUPERVISOR }),
      initial: supervisorRole,
    }),
  ];
}

function timeInputs(form: ProductForm, t: Translate): KnownBlock[] {
  return [
    draw.duration_days({
      label: t('field.duration_days'),
      hint: t('field.duration_days.hint'),
      initial: numberOf(form.durationDays),
    }),
    draw.start_date({
      label: t('field.product_start'),
      hint: t('field.product_start.hint'),
      initial: dayOf(form.startDate),
    }),
    draw.end_date({
      label: t('field.product_end'),
      hint: t('field.product_end.hint'),
      initial: dayOf(form.endDate),
    }),
    draw.assign_within_days({
      label: t('field.assign_within_days'),
      hint: t('field.assign_within_days.hint'),
      initial: numberOf(form.assignWithinDays),
    }),
  ];
}

function supportInput({ customerSupport: course }: ProductForm, t: Translate): KnownBlock {
  return draw.customer_support({
    label: t('field.customer_support'),
    hint: t('field.customer_support.hint'),
    placeholder: t('placeholder.search'),
    chosen: course ? { text: course, value: course } : { text: t('option.no_course'), value: NO_COURSE },
  });
}

/** An initial value cannot contain an invalid number; the text stays on the person's screen. */
function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[0-9]{1,9}$/.test(text) ? Number(text) : undefined;
}

function dayOf(day: string | undefined): string | undefined {
  return day !== undefined && isDay(day) ? day : undefined;
}
