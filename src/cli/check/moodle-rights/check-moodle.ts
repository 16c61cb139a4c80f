import type { Config } from '../../../config';
import type { Database } from '../../../database/database';
import { rolesOnOffer } from '../../../features/orders/orders.sql';
import { NO_SUPERVISOR } from '../../../features/products/product';
import { productsOnSale } from '../../../features/products/products.sql';
import { connectMoodle } from '../../../moodle/connect';
import { MoodleFailure } from '../../../moodle/moodle-failure';
import { type MoodleRoles, usualRole } from '../../../moodle/moodle-role';
import { FUNCTIONS_NEEDED } from '../../../moodle/needed';
import { connectProbe } from '../../../moodle/probe';
import type { MoodleConnection } from '../../../moodle/transport';
import { type Check, fine, warning, wrong } from '../check';
import { checkCourseRights } from './course-rights';
import { sampleCourses } from './course-sample';
import { checkEnrolmentRights } from './enrolment-rights';
import type { RightsContext } from './rights-context';
import { callFailed } from './rights-lines';
import { checkRoleIds } from './role-ids';
import { checkUserRights, firstUsers } from './user-rights';

/** Checks every right that enrolling in Moodle needs, one line each. Changes nothing in Moodle. */
export async function checkMoodle({ moodle, roles }: Config, db: Database): Promise<Check[]> {
  if (!moodle) return [fine('Moodle: MOODLE_URL is not set, so nobody is enrolled outside the local workspace')];
  const products = await productsOnSale(db);
  const sold = products.flatMap(({ role, supervisorRole }) => [role, supervisorRole]);
  const rolesInUse = [...new Set([...sold, ...(await rolesOnOffer(db))])].filter((role) => role !== NO_SUPERVISOR);
  return checkRights(moodle, { roles, rolesInUse: rolesInUse.length > 0 ? rolesInUse : [usualRole(roles)] });
}

/** Ends at the first failure that is not about rights. */
export async function checkRights(
  connection: MoodleConnection,
  needs: { roles: MoodleRoles; rolesInUse: readonly string[] },
): Promise<Check[]> {
  const moodle = connectMoodle(connection);
  const probe = connectProbe(connection);
  const lines: Check[] = [];
  try {
    const site = await moodle.site();
    const context = { moodle, probe, site, ...needs };
    lines.push(fine(`Moodle: ${site.name}, ${site.release}, as ${site.username} (webservice/rest:use allowed)`));
    lines.push(TOKEN_END, ...functionLines(site.functions));
    for await (const some of checks(context)) lines.push(...some);
  } catch (error) {
    if (!(error instanceof MoodleFailure)) throw error;
    lines.push(callFailed(error));
  }
  return lines;
}

/** No version of Moodle tells a service how long its token lasts. */
const TOKEN_END = warning(
  'MOODLE_TOKEN: Moodle does not tell when it ends; “Valid until” should be unticked (Site administration → Server → Web services → Manage tokens)',
);

function functionLines(present: readonly string[]): Check[] {
  const absent = FUNCTIONS_NEEDED.filter((name) => !present.includes(name));
  if (absent.length === 0) return [fine(`Functions: all ${FUNCTIONS_NEEDED.length} are in the service`)];
  const page = 'Site administration → Server → Web services → External services → Functions';
  return absent.map((name) => wrong(`${name}: not in the service; add it (${page})`));
}

async function* checks(context: RightsContext): AsyncGenerator<Check[]> {
  const first = await firstUsers(context);
  const sample = await sampleCourses(context);
  yield await checkUserRights(context, first, sample);
  yield await checkCourseRights(context, sample);
  yield await checkEnrolmentRights(context);
  yield checkRoleIds(context, sample);
}
