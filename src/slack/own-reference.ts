import type { Translate } from '../core/words';
import { truncate } from './text';

/** A long reference must not push the other lines of a list out of sight. */
const MAX_LENGTH = 80;

/** The words about an order, with the customer's own reference behind them, such as a purchase order number. */
export function withReference(words: string, { externalReference }: Referenced, t: Translate): string {
  if (!externalReference) return words;
  const reference = t('order.reference', { reference: truncate(externalReference, MAX_LENGTH) });
  return `${words}${words.endsWith('.') ? ' ' : ' · '}${reference}`;
}

interface Referenced {
  externalReference: string | undefined;
}
