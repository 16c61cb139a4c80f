const USUAL_ROLE = 'student';

/** Ids of Moodle's roles by their short names, which are written in small letters there as here. */
export type MoodleRoles = ReadonlyMap<string, number>;

/** As Moodle numbers them where nobody changed that. */
export const USUAL_ROLES: MoodleRoles = new Map([
  ['editingteacher', 3],
  ['teacher', 4],
  ['student', 5],
]);

/** That of most trainees, as far as one can tell. */
export function usualRole(roles: MoodleRoles): string {
  const [first = USUAL_ROLE] = roles.keys();
  return roles.has(USUAL_ROLE) ? USUAL_ROLE : first;
}

export function writeMoodleRoles(roles: MoodleRoles): string {
  return [...roles].map(([name, id]) => `${name}=${id}`).join(',');
}

/** Reads `short name=id, …`; undefined when it is anything else, or says of a role or an id two things. */
export function readMoodleRoles(text: string): MoodleRoles | undefined {
  const entries = text.split(',').map((entry) => /^\s*([^\s=][^=]*?)\s*=\s*([1-9][0-9]{0,9})\s*$/.exec(entry));
  const roles = new Map(entries.flatMap((found) => (found?.[1] ? [[found[1], Number(found[2])] as const] : [])));
  const isWhole = roles.size === entries.length && new Set(roles.values()).size === entries.length;
  return isWhole ? roles : undefined;
}
