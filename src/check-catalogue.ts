import type { Check } from './check';
import type { Config } from './config';
import { SYSTEM } from './domain/person';
import type { Finding } from './domain/product-finding';
import type { Now } from './domain/time';
import { type Checked, checkProducts } from './services/check-products';
import { findingInWords } from './slack/problems';
import { translator } from './slack/translate';
import type { Database } from './storage/database';

/** A line for whatever is wrong or doubtful about a product on sale; a single one when nothing is. */
export async function checkCatalogue(
  { timezone, roles }: Pick<Config, 'timezone' | 'roles'>,
  db: Database,
  now: Now,
): Promise<Check[]> {
  const checked = await checkProducts(db, SYSTEM, { now, timezone, roles });
  const lines = checked.flatMap(({ product, findings }) => findings.map((finding) => lineOf(product, finding)));
  return lines.length > 0 ? lines : [{ ok: true, text: `Products: ${checked.length} in order` }];
}

function lineOf({ code }: Checked['product'], finding: Finding): Check {
  const text = `Product ${code}: ${findingInWords(finding, translator('en'))}`;
  return finding.level === 'error' ? { ok: false, text } : { ok: true, isWarning: true, text };
}
