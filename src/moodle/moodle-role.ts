const USUAL_ROLE = 'student';

/** Role ids by short name, in lower case as in Moodle. */
export type MoodleRoles = ReadonlyMap<string, number>;

/** Moodle's default ids. */
export const USUAL_ROLES: MoodleRoles = new Map([
  ['editingteacher', 3],
  ['teacher', 4],
  ['student', 5],
]);

/** The role that most trainees get, as a best guess. */
export function usualRole(roles: MoodleRoles): string {
  const [first = USUAL_ROLE] = roles.keys();
  return roles.has(USUAL_ROLE) ? USUAL_ROLE : first;
}

export function writeMoodleRoles(roles: MoodleRoles): string {
  return [...roles].map(([name, id]) => `${name}=${id}`).join(',');
}

/** Parses `short name=id, …`. Undefined when malformed, or when a role or an id has two values. */
export function readMoodleRoles(text: string): MoodleRoles | undefined {
  const entries = text.split(',').map((entry) => /^\s*([^\s=][^=]*?)\s*=\s*([1-9][0-9]{0,9})\s*$/.exec(entry));
  const roles = new Map(entries.flatMap((found) => (found?.[1] ? [[found[1], Number(found[2])] as const] : [])));
  const isWhole = roles.size === entries.length && new Set(roles.values()).size === entries.length;
  return isWhole ? roles : undefined;
}
