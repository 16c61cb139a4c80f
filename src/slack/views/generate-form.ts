import type { ModalView } from '@slack/types';
import type { Customer } from '../../domain/customer';
import { MOST_UNITS } from '../../domain/order';
import type { Product } from '../../domain/product';
import { context, modal, type Option } from '../blocks';
import { dateInput, input, searchInput, textInput } from '../inputs';
import type { Translate } from '../translate';
import { coursesInWords } from './courses';
import { GENERATE_SEATS } from './ids';

/** For the customer that is meant already, and with the product chosen so far, whose terms are shown below it. */
export function generateForm(
  chosen: { customer?: Customer | undefined; product?: Product | undefined },
  t: Translate,
): ModalView {
  const { customer, product } = chosen;
  const placeholder = t('placeholder.search');
  const quantity = {
    type: 'number_input' as const,
    is_decimal_allowed: false,
    min_value: '1',
    max_value: String(MOST_UNITS),
  };
  return modal(
    { id: GENERATE_SEATS, title: t('title.generate'), submit: t('action.submit_generate'), close: t('action.close') },
    [
      searchInput('customer', { label: t('field.customer'), placeholder }, customer && customerOption(customer)),
      searchInput('product', { label: t('field.product'), placeholder, dispatch: true }),
      product && context(productInWords(product, t)),
      input('quantity', quantity, {
        label: t('field.quantity'),
        hint: t('field.quantity.hint', { most: MOST_UNITS }),
      }),
      textInput('reference', { label: t('field.reference'), hint: t('field.reference.hint'), optional: true }),
      dateInput('assign_by', { label: t('field.assign_by'), hint: t('field.assign_by.hint'), optional: true }),
    ],
  );
}

function productInWords(product: Product, t: Translate): string {
  const days = product.assignWithinDays;
  return [
    productSummary(product, t),
    days === undefined ? t('product.no_limit') : t('product.limit', { count: days }),
  ].join('\n');
}

/** Pack size and courses, for the list of products. */
export function productSummary(product: Product, t: Translate): string {
  const pack = t('product.pack', { count: product.packSize });
  return t('product.summary', { pack, courses: coursesInWords(product.courses, t) });
}

export function customerOption({ name, code }: Customer): Option {
  return { text: name, value: code, description: code };
}
