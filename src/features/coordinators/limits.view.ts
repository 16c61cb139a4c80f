import type { NamedLimits, ProductName } from '../../core/coordinator';
import type { Translate } from '../../core/words';

/** Keeps the line readable. */
const PRODUCTS_SHOWN = 5;

/** The products that a coordinator may see and assign. */
export function scopeInWords(products: readonly ProductName[], t: Translate): string {
  if (products.length === 0) return t('limits.all');
  const names = products.slice(0, PRODUCTS_SHOWN).map(({ name }) => name);
  const shown = t('limits.some', { products: names.join(', ') });
  const more = products.length - names.length;
  return more > 0 ? t('limits.more', { products: shown, more }) : shown;
}

export function quotaInWords(quota: number | undefined, t: Translate): string {
  return quota === undefined ? t('limits.any') : t('limits.monthly', { count: quota });
}

export function limitsInWords({ products, quota }: NamedLimits, t: Translate): string {
  return `${scopeInWords(products, t)} · ${quotaInWords(quota, t)}`;
}
