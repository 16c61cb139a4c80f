import type { Translate } from '../../core/words';
import type { Option } from '../../slack/blocks';
import { coursesInWords } from '../courses/courses.view';
import type { Product } from './product';

/** Pack size and courses, for the list of products. */
export function productSummary(product: Product, t: Translate): string {
  const pack = t('product.pack', { count: product.packSize });
  return t('product.summary', { pack, courses: coursesInWords(product.courses, t) });
}

export function productOption(product: Product, t: Translate): Option {
  return { text: product.name, value: product.code, description: productSummary(product, t) };
}
