import type { Check } from '../check-installation';
import type { Survey } from './course-sample';
import type { Setup } from './rights-check';
import { fine, known, wrong } from './rights-lines';

/** Moodle lists its roles nowhere; who holds one shows its number. */
export function checkRoleIds({ roles, rolesInUse }: Setup, { readings }: Survey): Check[] {
  const held = readings.flatMap(({ people }) => people.flatMap((person) => person.roles));
  const idOf = new Map(held.map(({ id, shortname }) => [shortname, id]));
  const nameOf = new Map(held.map(({ id, shortname }) => [id, shortname]));
  const unnamed = rolesInUse.filter((name) => !roles.has(name));
  const lines = [...roles].map(([name, id]) => {
    const [heldId, heldName] = [idOf.get(name), nameOf.get(id)];
    if (heldId === id) return fine(`MOODLE_ROLES: ${name} is ${id}`);
    if (heldId !== undefined) return wrong(`MOODLE_ROLES: ${name} is ${heldId} there; write ${name}=${heldId}`);
    if (heldName !== undefined)
      return wrong(`MOODLE_ROLES: ${id} is ${heldName} there, not ${name}; look up the number of ${name}`);
    return known(`MOODLE_ROLES: nobody was found who holds ${name}, so ${name}=${id} is not proven`);
  });
  return [...lines, ...unnamed.map((name) => wrong(`MOODLE_ROLES: ${name} is in use; add it, with its number there`))];
}
