import type { KnownBlock, ModalView } from '@slack/types';
import { isDay } from '../../core/time';
import { context, modal, type Option } from '../../slack/blocks';
import { dateInput, multiSearchInput, numberInput, searchInput, textInput } from '../../slack/inputs';
import type { Translate } from '../../slack/translate';
import { matchesInWords } from '../courses/courses.view';
import { LARGEST_PACK, LONGEST_DURATION, LONGEST_ROLE } from './parameter-value';
import { LONGEST_DESCRIPTION } from './plan-product';
import { DEFAULTS } from './product';
import { LONGEST_TEXT, type ProductDraft, type ProductForm } from './product-form';

export const PRODUCT_FORM = 'product_form';
/** No course: what no short name can be. */
export const NO_COURSE = '\\';

const LONGEST_CODE = 64;

/** Everything about a product; `below` notes down the modal underneath. */
export function productForm(draft: ProductDraft, below: string | undefined, t: Translate): ModalView {
  const { form, opened, orders } = draft;
  const notes = {
    ...(opened && { product: opened.code, revision: String(opened.revision) }),
    ...(form.startSecond !== undefined && { start_second: String(form.startSecond) }),
    ...(form.endSecond !== undefined && { end_second: String(form.endSecond) }),
  };
  return modal(
    {
      id: PRODUCT_FORM,
      title: opened ? t('title.edit_product') : t('title.new_product'),
      submit: t('action.save'),
      close: t('action.back'),
      metadata: { ...notes, below },
    },
    [
      opened && context(t('card.code', { code: opened.code })),
      orders > 0 ? context(t('product.keeping_orders', { count: orders })) : undefined,
      opened ? undefined : codeInput(form, t),
      ...namesInputs(form, t),
      ...coursesInputs(draft, t),
      ...rolesInputs(form, t),
      ...timeInputs(form, t),
      supportInput(form, t),
    ],
  );
}

function codeInput({ code }: ProductForm, t: Translate): KnownBlock {
  const settings = { label: t('field.code'), hint: t('field.code.hint') };
  return textInput('code', { ...settings, initial: code, most: LONGEST_CODE });
}

function namesInputs({ name, description, packSize }: ProductForm, t: Translate): KnownBlock[] {
  return [
    textInput('name', { label: t('field.name'), initial: name, most: LONGEST_TEXT }),
    textInput('description', {
      label: t('field.description'),
      hint: t('field.description.hint'),
      initial: description,
      optional: true,
      multiline: true,
      most: LONGEST_DESCRIPTION,
    }),
    numberInput('pack_size', {
      label: t('field.pack_size'),
      hint: t('field.pack_size.hint', { seats: DEFAULTS.packSize }),
      optional: true,
      most: LARGEST_PACK,
      initial: numberOf(packSize),
    }),
  ];
}

function coursesInputs({ form, matches }: ProductDraft, t: Translate): KnownBlock[] {
  const chosen = form.picked.map((shortname) => ({ text: shortname, value: shortname }));
  const settings = { optional: true, dispatch: true };
  return [
    multiSearchInput(
      'courses',
      {
        ...settings,
        label: t('field.courses'),
        hint: t('field.courses.hint'),
        placeholder: t('placeholder.search'),
      },
      chosen,
    ),
    textInput('patterns', {
      ...settings,
      label: t('field.patterns'),
      hint: t('field.patterns.hint'),
      initial: form.patterns,
      multiline: true,
      most: LONGEST_TEXT,
      live: true,
    }),
    context(matchesInWords(matches, t)),
  ];
}

function rolesInputs({ role, supervisorRole }: ProductForm, t: Translate): KnownBlock[] {
  const settings = { optional: true, most: LONGEST_ROLE };
  const hint = (name: string) => t('field.role.hint', { role: name });
  return [
    textInput('role', { ...settings, label: t('field.role'), hint: hint(DEFAULTS.role), initial: role }),
    textInput('supervisor_role', {
      ...settings,
      label: t('field.supervisor_role'),
      hint: hint(DEFAULTS.supervisorRole),
      initial: supervisorRole,
    }),
  ];
}

function timeInputs(form: ProductForm, t: Translate): KnownBlock[] {
  const days = { optional: true, most: LONGEST_DURATION };
  return [
    numberInput('duration_days', {
      ...days,
      label: t('field.duration_days'),
      hint: t('field.duration_days.hint'),
      initial: numberOf(form.durationDays),
    }),
    dateInput('start_date', {
      label: t('field.product_start'),
      hint: t('field.product_start.hint'),
      optional: true,
      initial: dayOf(form.startDate),
    }),
    dateInput('end_date', {
      label: t('field.product_end'),
      hint: t('field.product_end.hint'),
      optional: true,
      initial: dayOf(form.endDate),
    }),
    numberInput('assign_within_days', {
      ...days,
      label: t('field.assign_within_days'),
      hint: t('field.assign_within_days.hint'),
      initial: numberOf(form.assignWithinDays),
    }),
  ];
}

function supportInput({ customerSupport: course }: ProductForm, t: Translate): KnownBlock {
  const chosen: Option = course ? { text: course, value: course } : { text: t('option.no_course'), value: NO_COURSE };
  const settings = { label: t('field.customer_support'), hint: t('field.customer_support.hint') };
  return searchInput('customer_support', { ...settings, placeholder: t('placeholder.search'), optional: true }, chosen);
}

/** What is no number is still on the screen of whoever typed it; an initial value cannot hold it. */
function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[0-9]{1,9}$/.test(text) ? Number(text) : undefined;
}

function dayOf(day: string | undefined): string | undefined {
  return day !== undefined && isDay(day) ? day : undefined;
}
