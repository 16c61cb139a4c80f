import type { Config } from '../../config';
import { SYSTEM } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import { type Checked, checkProducts } from '../../features/products/check-products';
import { findingPhrase } from '../../features/products/problems';
import type { Finding } from '../../features/products/product-finding';
import { english } from '../english';
import { type Check, fine, warning, wrong } from './check';

/** One line for each finding about a product on sale, or a single line when there are none. */
export async function checkCatalogue(
  { timezone, roles }: Pick<Config, 'timezone' | 'roles'>,
  db: Database,
  now: Now,
): Promise<Check[]> {
  const checked = await checkProducts(db, SYSTEM, { now, timezone, roles });
  const lines = checked.flatMap(({ product, findings }) => findings.map((finding) => toCheck(product, finding)));
  return lines.length > 0 ? lines : [fine(`Products: ${checked.length} in order`)];
}

function toCheck({ code }: Checked['product'], finding: Finding): Check {
  const { key, values } = findingPhrase(finding);
  const text = `Product ${code}: ${english(key, values)}`;
  return finding.level === 'error' ? wrong(text) : warning(text);
}
