import { type Act, demand } from '../domain/permission';
import type { Person } from '../domain/person';
import type { SheetKind } from '../domain/sheet';
import { allCoordinators } from '../storage/coordinators';
import { allCourses } from '../storage/courses';
import { allCustomers } from '../storage/customers';
import type { Database } from '../storage/database';

/** Whoever sells may see all courses. */
const ACTS: Record<SheetKind, Act> = { courses: 'generate', customers: 'customers', coordinators: 'customers' };

export function demandExport(by: Person, kind: SheetKind): void {
  demand(by, ACTS[kind]);
}

/** Everything of a kind, the header first, in the form in which it can be imported again. */
export async function exportSheet(db: Database, kind: SheetKind, by: Person): Promise<string[][]> {
  demandExport(by, kind);
  switch (kind) {
    case 'courses': {
      const courses = await allCourses(db);
      const rows = courses.map(({ shortname, name, open }) => [shortname, name, open ? 'yes' : 'no']);
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
      const rows = coordinators.map(({ customer, teamId, userId }) => [customer, teamId, userId]);
      return [['customer', 'team', 'user'], ...rows];
    }
  }
}
