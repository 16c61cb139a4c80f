import type { Check } from '../../app/check';
import type { Config } from '../../config';
import { SYSTEM } from '../../core/person';
import type { Now } from '../../core/time';
import type { Translate } from '../../core/words';
import type { Database } from '../../database/database';
import { type Checked, checkProducts } from '../products/check-products';
import { findingPhrase } from '../products/problems';
import type { Finding } from '../products/product-finding';

/** A line for whatever is wrong or doubtful about a product on sale; a single one when nothing is. */
export async function checkCatalogue(
  { timezone, roles }: Pick<Config, 'timezone' | 'roles'>,
  db: Database,
  now: Now,
  t: Translate,
): Promise<Check[]> {
  const checked = await checkProducts(db, SYSTEM, { now, timezone, roles });
  const lines = checked.flatMap(({ product, findings }) => findings.map((finding) => lineOf(product, finding, t)));
  return lines.length > 0 ? lines : [{ ok: true, text: `Products: ${checked.length} in order` }];
}

function lineOf({ code }: Checked['product'], finding: Finding, t: Translate): Check {
  const { key, values } = findingPhrase(finding);
  const text = `Product ${code}: ${t(key, values)}`;
  return finding.level === 'error' ? { ok: false, text } : { ok: true, isWarning: true, text };
}
