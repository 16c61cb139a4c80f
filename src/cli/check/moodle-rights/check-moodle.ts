import type { Config } from '../../../config';
import type { Database } from '../../../database/database';
import { rolesOnOffer } from '../../../features/orders/orders.sql';
import { productsOnSale } from '../../../features/products/products.sql';
import { connectMoodle } from '../../../moodle/connect';
import { MoodleFailure } from '../../../moodle/moodle-failure';
import { type MoodleRoles, usualRole } from '../../../moodle/moodle-role';
import { FUNCTIONS_NEEDED } from '../../../moodle/needed';
import { connectProbe } from '../../../moodle/probe';
import type { MoodleConnection } from '../../../moodle/transport';
import type { Check } from '../check-installation';
import { checkCourses } from './course-rights';
import { survey } from './course-sample';
import { checkEnrolling } from './enrolment-rights';
import type { Setup } from './rights-check';
import { fine, stopped, wrong } from './rights-lines';
import { checkRoleIds } from './role-ids';
import { checkPeople, firstPeople } from './user-rights';

/** Whether seats can be enrolled in Moodle: a line for each thing that it takes. Nothing is changed there. */
export async function checkMoodle({ moodle, roles }: Config, db: Database): Promise<Check[]> {
  if (!moodle) return [fine('Moodle: MOODLE_URL is not set, so nobody is enrolled outside the local workspace')];
  const products = await productsOnSale(db);
  const sold = products.flatMap(({ role, supervisorRole }) => [role, supervisorRole]);
  const rolesInUse = [...new Set([...sold, ...(await rolesOnOffer(db))])];
  return checkSetup(moodle, { roles, rolesInUse: rolesInUse.length > 0 ? rolesInUse : [usualRole(roles)] });
}

/** Ends with the first failure that says nothing about rights. */
export async function checkSetup(
  connection: MoodleConnection,
  wish: { roles: MoodleRoles; rolesInUse: readonly string[] },
): Promise<Check[]> {
  const moodle = connectMoodle(connection);
  const probe = connectProbe(connection);
  const lines: Check[] = [];
  try {
    const site = await moodle.site();
    const setup = { moodle, probe, site, ...wish };
    lines.push(fine(`Moodle: ${site.name}, ${site.release}, as ${site.username} (webservice/rest:use allowed)`));
    lines.push(...functionLines(site.functions));
    for await (const some of looksAt(setup)) lines.push(...some);
  } catch (error) {
    if (!(error instanceof MoodleFailure)) throw error;
    lines.push(stopped(error));
  }
  return lines;
}

function functionLines(present: readonly string[]): Check[] {
  const absent = FUNCTIONS_NEEDED.filter((name) => !present.includes(name));
  if (absent.length === 0) return [fine(`Functions: all ${FUNCTIONS_NEEDED.length} are in the service`)];
  const page = 'Site administration → Server → Web services → External services → Functions';
  return absent.map((name) => wrong(`${name}: not in the service; add it (${page})`));
}

async function* looksAt(setup: Setup): AsyncGenerator<Check[]> {
  const first = await firstPeople(setup);
  const found = await survey(setup);
  yield await checkPeople(setup, first, found);
  yield await checkCourses(setup, found);
  yield await checkEnrolling(setup, found);
  yield checkRoleIds(setup, found);
}
