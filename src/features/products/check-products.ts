import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import { type Day, type Now, today } from '../../core/time';
import type { Database } from '../../database/database';
import type { MoodleRoles } from '../../moodle/moodle-role';
import { allCourses, coursesMeant } from '../courses/courses.sql';
import type { Product } from './product';
import { checkProduct, type Known, productCheck, statedBy } from './product-check';
import type { Finding } from './product-finding';
import { productsOnSale } from './products.sql';

/** The current time, the zone of the products' days, and the roles that exist. */
export interface When {
  now: Now;
  timezone: string;
  roles: MoodleRoles;
}

export interface Checked {
  product: Product;
  findings: Finding[];
}

/** Every product on sale with its findings, errors first. */
export async function checkProducts(db: Database, by: Person, when: When): Promise<Checked[]> {
  demand(by, 'generate');
  const check = productCheck(await knownAt(db, when));
  const products = await productsOnSale(db);
  return products.map((product) => ({ product, findings: errorsFirst(check(statedBy(product))) }));
}

/** Caller must already be authorised to see the product. */
export async function findingsOf(db: Database, product: Product, when: When): Promise<Finding[]> {
  return errorsFirst(checkProduct(statedBy(product), await knownAt(db, when)));
}

/** The first error that prevents its sale. Looks up only what that takes. */
export async function firstErrorOf(
  db: Database,
  product: Product,
  { day, roles }: { day: Day; roles: MoodleRoles },
): Promise<Finding | undefined> {
  const courses = await coursesMeant(db, product.courses);
  const findings = checkProduct(statedBy(product), { courses, roles: [...roles.keys()], day });
  return findings.find(({ level }) => level === 'error');
}

async function knownAt(db: Database, { now, timezone, roles }: When): Promise<Known> {
  return { courses: await allCourses(db), roles: [...roles.keys()], day: today(now, timezone) };
}

function errorsFirst(findings: Finding[]): Finding[] {
  const isError = ({ level }: Finding) => level === 'error';
  return [...findings.filter(isError), ...findings.filter((finding) => !isError(finding))];
}
