import type { ModalView } from '@slack/types';
import type { Translate } from '../../core/words';
import { context, headline, modal, section } from '../../slack/blocks';
import { text } from '../../slack/field-kinds';
import { drawField, type FieldsOf, form } from '../../slack/forms';
import type { Product } from './product';
import { MAX_TEXT_LENGTH } from './product-form';

export const COPY_PARAMETERS = 'copy_parameters';
export const PASTE_PARAMETERS = 'paste_parameters';

const parameters = text({ multiline: true, most: MAX_TEXT_LENGTH });

export const pasteParametersForm = form(PASTE_PARAMETERS, { parameters }, ['product', 'below']);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof pasteParametersForm> {}
}

/** For a product that is known, or one that is yet to be; `below` notes down the modal underneath. */
export function pasteView(
  product: Pick<Product, 'code' | 'name'> | undefined,
  below: string | undefined,
  t: Translate,
): ModalView {
  return pasteParametersForm.modal(
    {
      title: t('title.paste_parameters'),
      submit: t('action.fill_form'),
      close: t('action.back'),
      notes: { product: product?.code, below },
    },
    [
      context(product ? t('product.paste_over', { name: product.name }) : t('product.paste_new')),
      pasteParametersForm.draw.parameters({ label: t('field.parameters'), hint: t('field.parameters.hint') }),
    ],
  );
}

/** In fields, because a field gives back exactly what it holds; several where one is too short. */
export function copyView(product: Product, written: string, t: Translate): ModalView {
  const parts = written.match(new RegExp(`.{1,${MAX_TEXT_LENGTH}}`, 'gs')) ?? [];
  const part = { ...parameters, optional: true };
  const settings = { label: t('field.parameters'), hint: t('field.parameters.copy') };
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
        drawField(index === 0 ? 'parameters' : `parameters_${index + 1}`, part, { ...settings, initial }),
      ),
    ],
  );
}
