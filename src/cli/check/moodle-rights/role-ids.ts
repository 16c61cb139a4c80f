import { type Check, fine, warning, wrong } from '../check';
import type { CourseSample } from './course-sample';
import type { RightsContext } from './rights-context';

/** Moodle has no function that lists its roles, so the ids come from people who hold one. */
export function checkRoleIds({ roles, rolesInUse }: RightsContext, { readings }: CourseSample): Check[] {
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
    return warning(`MOODLE_ROLES: nobody was found who holds ${name}, so ${name}=${id} is not proven`);
  });
  return [...lines, ...unnamed.map((name) => wrong(`MOODLE_ROLES: ${name} is in use; add it, with its number there`))];
}
