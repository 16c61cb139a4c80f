import { type Act, demand } from '../../core/permission';
import type { Person } from '../../core/person';
import type { Database } from '../../database/database';
import { allCoordinators } from '../coordinators/coordinator-batches.sql';
import { allCourses } from '../courses/courses.sql';
import { allCustomers } from '../customers/customers.sql';
import { findProductNames } from '../products/product-names.sql';
import type { SheetKind } from './sheet';

/** Everyone who sells may see all courses. */
const ACTS: Record<SheetKind, Act> = { courses: 'generate', customers: 'customers', coordinators: 'customers' };

export function demandExport(by: Person, kind: SheetKind): void {
  demand(by, ACTS[kind]);
}

/** Everything of a kind, with a header, in the format of the import. */
export async function exportSheet(db: Database, kind: SheetKind, by: Person): Promise<string[][]> {
  demandExport(by, kind);
  switch (kind) {
    case 'courses': {
      const courses = await allCourses(db);
      const rows = courses.map(({ shortname, name, hiddenHere }) => [shortname, name, hiddenHere ? 'no' : 'yes']);
      return [['shortname', 'name', 'open'], ...rows];
    }
    case 'customers': {
      const customers = await allCustomers(db);
      const rows = customers.map(({ code, name, channel = '', timezone, locale }) => [
        code,
        name,
        channel,
        timezone,
        locale,
      ]);
      return [['code', 'name', 'channel', 'timezone', 'locale'], ...rows];
    }
    case 'coordinators': {
      const coordinators = await allCoordinators(db);
      const limits = new Set(coordinators.flatMap(({ products }) => products));
      const names = await findProductNames(db, [...limits]);
      const rows = coordinators.map(({ customer, teamId, userId, products, quota = '' }) => {
        const codes = names.filter(({ id }) => products.includes(id)).map(({ code }) => code);
        return [customer, teamId, userId, codes.join(' '), String(quota)];
      });
      return [['customer', 'team', 'user', 'products', 'quota'], ...rows];
    }
  }
}
