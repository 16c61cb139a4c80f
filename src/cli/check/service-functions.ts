import type { MoodleSite } from '../../moodle/client';

interface MoodleFunction {
  name: string;
}

/** Whether the token's service in Moodle offers a function. */
export function hasFunction({ site }: { site: MoodleSite }, { name }: MoodleFunction): boolean {
  return site.functions.includes(name);
}

export function notInService({ name }: MoodleFunction): string {
  return `${name} is not in the service`;
}
