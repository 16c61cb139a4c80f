import type { ModalView } from '@slack/types';
import { context, headline, modal, section } from '../../slack/blocks';
import { textInput } from '../../slack/inputs';
import type { Translate } from '../../slack/translate';
import type { Product } from './product';
import { LONGEST_TEXT } from './product-form';

export const COPY_PARAMETERS = 'copy_parameters';
export const PASTE_PARAMETERS = 'paste_parameters';

/** For a product that is known, or one that is yet to be; `below` notes down the modal underneath. */
export function pasteForm(
  product: Pick<Product, 'code' | 'name'> | undefined,
  below: string | undefined,
  t: Translate,
): ModalView {
  return modal(
    {
      id: PASTE_PARAMETERS,
      title: t('title.paste_parameters'),
      submit: t('action.fill_form'),
      close: t('action.back'),
      metadata: { product: product?.code, below },
    },
    [
      context(product ? t('product.paste_over', { name: product.name }) : t('product.paste_new')),
      textInput('parameters', {
        label: t('field.parameters'),
        hint: t('field.parameters.hint'),
        multiline: true,
        most: LONGEST_TEXT,
      }),
    ],
  );
}

/** In fields, because a field gives back exactly what it holds; several where one is too short. */
export function copyForm(product: Product, parameters: string, t: Translate): ModalView {
  const parts = parameters.match(new RegExp(`.{1,${LONGEST_TEXT}}`, 'gs')) ?? [];
  const settings = { label: t('field.parameters'), hint: t('field.parameters.copy'), optional: true };
  return modal(
    {
      id: COPY_PARAMETERS,
      title: t('title.copy_parameters'),
      close: t('action.back'),
      ...(parts.length > 0 && { submit: t('action.done') }),
    },
    [
      headline(product.name),
      parts.length === 0 ? section(t('product.no_parameters')) : undefined,
      ...parts.map((initial, index) =>
        textInput(index === 0 ? 'parameters' : `parameters_${index + 1}`, {
          ...settings,
          initial,
          multiline: true,
          most: LONGEST_TEXT,
        }),
      ),
    ],
  );
}
