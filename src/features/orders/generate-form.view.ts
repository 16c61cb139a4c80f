import type { ModalView } from '@slack/types';
import type { Customer } from '../../core/customer';
import type { Day } from '../../core/time';
import type { Translate } from '../../core/words';
import { context, section } from '../../slack/blocks';
import { date, number, search, text } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';
import { customerOption } from '../customers/customer-option.view';
import { findingPhrase } from '../products/problems';
import { type Product, termsShown } from '../products/product';
import { soldIn } from '../products/product-days';
import type { Finding } from '../products/product-finding';
import { productOption, productSummary } from '../products/product-words.view';
import { MAX_UNITS } from './order';
import { fixedDays } from './order.view';
import type { AskedSeats } from './review-order';

export const generateSeatsForm = form(
  'generate_seats',
  {
    customer: search({ dispatch: true }),
    product: search({ dispatch: true }),
    quantity: number({ most: MAX_UNITS }),
    reference: text({ optional: true }),
    assign_by: date({ optional: true }),
  },
  ['request', 'shown'],
);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof generateSeatsForm> {}
}

interface Chosen {
  customer?: Customer | undefined;
  product?: Product | undefined;
  /** The request for seats that the order answers. */
  request?: AskedSeats | undefined;
  /** Errors that prevent the sale of the product. */
  errors?: readonly Finding[];
  /** At least one course matches the product. */
  isOfUse?: boolean;
  /** What was entered below them. */
  entered?: { quantity: number; reference: string | undefined; assign_by: Day | undefined };
}

/**
 * Prefilled with the customer and product chosen so far. Shows the product's terms, with days in the zone of the chosen
 * customer.
 */
export function generateView(
  { customer, product, request, errors = [], isOfUse = true, entered }: Chosen,
  t: Translate,
): ModalView {
  const placeholder = t('placeholder.search');
  const asked = request && product && Math.min(Math.ceil(request.seats / product.packSize), MAX_UNITS);
  const { draw } = generateSeatsForm;
  return generateSeatsForm.modal(
    {
      title: t('title.generate'),
      submit: t('action.submit_generate'),
      close: t('action.close'),
      notes: {
        ...(request && { request: request.reference }),
        ...(product && { shown: termsShown(product) }),
      },
    },
    [
      request && context(t('request.wish', { count: request.seats, product: request.product.name })),
      draw.customer({ label: t('field.customer'), placeholder, chosen: customer && customerOption(customer) }),
      draw.product({
        label: t('field.product'),
        placeholder,
        chosen: product && productOption(product, t),
      }),
      product && context(productInWords(customer ? soldIn(customer.timezone, product) : product, t)),
      ...errors.map((error) => section(t('refusal.product.has_errors', { problem: findingPhrase(error) }))),
      errors.length === 0 && !isOfUse ? section(t('matches.none')) : undefined,
      draw.quantity({
        label: t('field.quantity'),
        hint: t('field.quantity.hint', { most: MAX_UNITS }),
        initial: entered?.quantity || asked,
      }),
      draw.reference({ label: t('field.reference'), hint: t('field.reference.hint'), initial: entered?.reference }),
      draw.assign_by({ label: t('field.assign_by'), hint: t('field.assign_by.hint'), initial: entered?.assign_by }),
    ],
  );
}

function productInWords(product: Product, t: Translate): string {
  const days = product.assignWithinDays;
  return [
    productSummary(product, t),
    days === undefined ? t('product.no_limit') : t('product.limit', { count: days }),
    ...fixedDays(product, t),
  ].join('\n');
}
