import type { KnownBlock, ModalView } from '@slack/types';
import type { Translate } from '../../core/words';
import { actions, button, header, section } from '../../slack/blocks';
import { text } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';
import { pagingBlocks } from '../../slack/paging';
import { truncate } from '../../slack/text';
import { PASTE_PARAMETERS } from './parameters.view';
import type { Product } from './product';
import type { ProductList } from './product-list';
import { productSummary } from './product-words.view';

export const OPEN_PRODUCTS = 'open_products';
export const OPEN_PRODUCT = 'open_product';
export const NEW_PRODUCT = 'new_product';

export const productsForm = form('products', { search: text({ optional: true, dispatch: true }) }, ['search', 'page']);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof productsForm> {}
}

const MAX_NAME = 200;

/** `canChange` shows the buttons for people who may create products. */
export function productsView(list: ProductList, canChange: boolean, t: Translate): ModalView {
  const { search, page } = list;
  return productsForm.modal(
    {
      title: t('title.products'),
      submit: t('action.search'),
      close: t('action.close'),
      notes: { search, page: String(page) },
    },
    [
      productsForm.draw.search({ label: t('field.search'), placeholder: t('placeholder.search'), initial: search }),
      canChange
        ? actions(
            button(t('action.new_product'), NEW_PRODUCT, '', 'primary'),
            button(t('action.paste_parameters'), PASTE_PARAMETERS),
          )
        : undefined,
      ...(list.products.length > 0 ? productBlocks(list, t) : [section(emptyInWords(list, canChange, t))]),
      ...pagingBlocks(page, list.pages, t),
    ],
  );
}

function productBlocks({ products, wrong, total }: ProductList, t: Translate): KnownBlock[] {
  return [
    header(t('products.count', { count: total })),
    ...products.map((product) =>
      section(productInWords(product, wrong.has(product.id), t), button(t('action.open'), OPEN_PRODUCT, product.code)),
    ),
  ];
}

function productInWords(product: Product, isWrong: boolean, t: Translate): string {
  const lines = [
    t('product.title', { name: truncate(product.name, MAX_NAME), code: product.code }),
    productSummary(product, t),
    product.archived ? t('products.archived') : isWrong && t('products.wrong'),
  ];
  return lines.filter(Boolean).join('\n');
}

function emptyInWords({ search }: ProductList, canChange: boolean, t: Translate): string {
  if (search.trim()) return t('products.empty_search', { search });
  return canChange ? t('products.empty') : t('products.empty_sales');
}
