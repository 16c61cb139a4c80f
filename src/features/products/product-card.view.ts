import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Translate } from '../../core/words';
import { actions, button, confirmed, context, headline, modal, section } from '../../slack/blocks';
import { truncate } from '../../slack/text';
import { coursesInWords, matchesInWords } from '../courses/courses.view';
import { COPY_PARAMETERS, PASTE_PARAMETERS } from './parameters.view';
import { findingPhrase } from './problems';
import { NO_SUPERVISOR, type Product } from './product';
import type { ProductCard } from './product-list';

export const EDIT_PRODUCT = 'edit_product';
export const ARCHIVE_PRODUCT = 'archive_product';
export const RESTORE_PRODUCT = 'restore_product';
export const CHECK_PRODUCT = 'check_product';
const PRODUCT_CARD = 'product_card';

/** More would hide the blocks below; the command line shows all. */
const MAX_FINDINGS = 20;
const MAX_NAME = 60;

/** `canChange` shows the buttons for people who may change products; `below` is the note of the modal underneath. */
export function productCardView(
  card: ProductCard,
  canChange: boolean,
  below: string | undefined,
  t: Translate,
): ModalView {
  const { product, earlierOrders } = card;
  return modal(
    {
      id: PRODUCT_CARD,
      title: t('title.product'),
      close: t('action.back'),
      metadata: { product: product.code, below },
    },
    [
      headline(t('product.title', { name: product.name, code: product.code })),
      product.archived ? context(t('products.archived')) : undefined,
      product.description ? section(product.description) : undefined,
      section(termsInWords(product, t).join('\n')),
      context(matchesInWords(card.matches, t)),
      ...findingBlocks(card, t),
      earlierOrders > 0 ? context(t('product.earlier_orders', { count: earlierOrders })) : undefined,
      actions(
        ...(canChange ? changeButtons(product, t) : []),
        ...everybodysButtons(product, t),
        canChange ? archiveButton(product, t) : undefined,
      ),
    ],
  );
}

function rolesInWords({ role, supervisorRole: supervisor }: Product, t: Translate): string {
  return supervisor === NO_SUPERVISOR ? t('product.role_only', { role }) : t('product.roles', { role, supervisor });
}

function termsInWords(product: Product, t: Translate): string[] {
  const { assignWithinDays: days, customerSupport: course } = product;
  return [
    t('product.pack', { count: product.packSize }),
    t('order.courses', { courses: coursesInWords(product.courses, t) }),
    rolesInWords(product, t),
    product.startDate ? t('product.starts', { day: product.startDate }) : t('product.starts_then'),
    endInWords(product, t),
    days === undefined ? t('product.no_limit') : t('product.limit', { count: days }),
    ...(course ? [t('product.support', { course })] : []),
  ];
}

function endInWords({ endDate, durationDays }: Product, t: Translate): string {
  if (endDate) return t('product.ends', { day: endDate });
  return durationDays === undefined ? t('product.ends_never') : t('product.lasts', { count: durationDays });
}

function findingBlocks({ findings, checkedAt: time }: ProductCard, t: Translate): KnownBlock[] {
  if (findings.length === 0) return [context(t('product.checked', { time }))];
  const lines = findings.slice(0, MAX_FINDINGS).map((finding) => {
    const problem = findingPhrase(finding);
    return t(finding.level === 'error' ? 'finding.error' : 'finding.warning', { problem });
  });
  const more = findings.length - lines.length;
  return [
    ...lines.map((line) => section(line)),
    ...(more > 0 ? [context(t('finding.more', { count: more }))] : []),
    context(t('product.found', { time })),
  ];
}

/** Last, because it is pressed least. */
function archiveButton({ code, archived, ...product }: Product, t: Translate): Button {
  if (archived) return button(t('action.restore'), RESTORE_PRODUCT, code);
  return confirmed(button(t('action.archive'), ARCHIVE_PRODUCT, code), {
    title: t('product.archive_title', { name: truncate(product.name, MAX_NAME) }),
    text: t('product.archive_question'),
    deny: t('action.keep'),
  });
}

function changeButtons({ code }: Product, t: Translate): Button[] {
  return [
    button(t('action.edit'), EDIT_PRODUCT, code, 'primary'),
    button(t('action.paste_parameters'), PASTE_PARAMETERS, code),
  ];
}

function everybodysButtons({ code }: Product, t: Translate): Button[] {
  return [
    button(t('action.copy_parameters'), COPY_PARAMETERS, code),
    button(t('action.check_again'), CHECK_PRODUCT, code),
  ];
}
